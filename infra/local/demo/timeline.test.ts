import { describe, expect, it } from 'vitest'
import { beijing } from '../../../shared/calendar/beijing.ts'
import { isWorkingDay } from '../../../shared/calendar/workingDays.ts'
import { Timeline } from './timeline.ts'

describe('the days of the demo, whenever it is made', () => {
  const made = ['2026-11-28T21:05:00.000Z', '2026-11-28T02:30:00.000Z', '2026-11-28T15:59:59.000Z', '2026-11-28T16:00:00.000Z']
  const inBeijing = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()

  it.each(made)('what closes on a day closes at midnight in Beijing (%s)', (present) => {
    const line = new Timeline(Date.parse(present))
    expect(inBeijing(line.instant(12)).slice(11)).toBe('00:00:00.000Z')
    expect(Date.parse(line.instant(0))).toBeLessThanOrEqual(Date.parse(present))
  })

  it.each(made)('what is done on a day is done in the hours of an office, in its order and after the day has begun (%s)', (present) => {
    const line = new Timeline(Date.parse(present))
    const times = [line.instant(-9), line.atWork(-9, 3), line.atWork(-8.5, 4), line.instant(-8), line.atWork(-8, 5)]
    expect(times).toEqual(times.toSorted())
    for (const each of [times[1], times[2], times[4]]) {
      const hour = Number(inBeijing(each ?? '').slice(11, 13))
      expect(hour).toBeGreaterThanOrEqual(9)
      expect(hour).toBeLessThan(17)
    }
  })

  it('what is signed or announced is so on a working day: the nearest before or after, across a long holiday too', () => {
    const line = new Timeline(Date.parse('2025-10-06T02:30:00.000Z'))
    expect(isWorkingDay(beijing.date(line.instant(0)))).toBe(false)
    expect(beijing.date(line.instant(line.working(0, -1)))).toBe('2025-09-30')
    expect(beijing.date(line.instant(line.working(0, 1)))).toBe('2025-10-09')
    expect(line.working(-6, -1)).toBe(-6)
  })
})
