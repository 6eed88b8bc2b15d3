import { describe, expect, test } from 'vitest'
import { beijing } from './beijing.ts'

describe('the days left to a deadline', () => {
  const midnight = beijing.endOfDay('2024-10-10')
  const left = (closes: string, day: string, time: string) => beijing.daysLeft(closes, new Date(beijing.at(day, time)))
  test('are those of the calendar in Beijing, whatever the hour', () => {
    expect(left(midnight, '2024-10-10', '00:00')).toBe(0)
    expect(left(midnight, '2024-10-10', '23:59')).toBe(0)
    expect(left(midnight, '2024-10-09', '18:00')).toBe(1)
    expect(left(midnight, '2024-10-09', '23:59')).toBe(1)
    expect(left(midnight, '2024-10-01', '08:00')).toBe(9)
  })
  test('to an hour of the day are none on that day, and one the evening before, though less than a day is left', () => {
    const noon = beijing.at('2024-10-10', '12:00')
    expect(left(noon, '2024-10-10', '00:00')).toBe(0)
    expect(left(noon, '2024-10-09', '13:00')).toBe(1)
  })
})
