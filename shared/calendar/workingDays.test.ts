import { describe, expect, test } from 'vitest'
import { beijing } from './beijing.ts'
import { addWorkingDays, isWorkingDay, noticeEnds, workingDaysBetween, yearIsKnown } from './workingDays.ts'

describe('a working day', () => {
  test('is an ordinary Tuesday', () => expect(isWorkingDay('2024-09-10')).toBe(true))
  test('is not an ordinary Saturday', () => expect(isWorkingDay('2024-09-21')).toBe(false))
  test.each(['2024-09-29', '2024-10-12', '2025-01-26', '2025-09-28', '2025-10-11', '2023-10-07'])('is the swapped weekend day %s', (date) =>
    expect(isWorkingDay(date)).toBe(true),
  )
  test.each(['2024-10-01', '2024-10-07', '2025-10-08', '2024-09-16', '2025-01-28'])('is not the weekday holiday %s', (date) =>
    expect(isWorkingDay(date)).toBe(false),
  )
  test('is what the administrator entered, before the built-in calendar', () => {
    expect(isWorkingDay('2027-10-01', { '2027-10-01': 'rest' })).toBe(false)
    expect(isWorkingDay('2027-10-09', { '2027-10-09': 'work' })).toBe(true)
  })
  test('cannot be asked of a date that does not exist', () => expect(() => isWorkingDay('2025-02-29')).toThrow(RangeError))
})

describe('counting working days', () => {
  test('leaves out the day it starts from', () => expect(addWorkingDays('2024-09-09', 1)).toBe('2024-09-10'))
  test('passes over National Day and takes its swapped Saturday', () => {
    expect(addWorkingDays('2024-09-27', 5)).toBe('2024-10-10')
    expect(addWorkingDays('2024-10-08', 5)).toBe('2024-10-14')
  })
  test('starting on a holiday begins with the next working day', () => expect(addWorkingDays('2024-10-03', 1)).toBe('2024-10-08'))
  test('agrees with counting back', () => expect(workingDaysBetween('2024-09-27', '2024-10-10')).toBe(5))
  test('of none stays where it is', () => expect(addWorkingDays('2024-10-01', 0)).toBe('2024-10-01'))
  test('of a negative number is a mistake', () => expect(() => addWorkingDays('2024-10-01', -1)).toThrow(RangeError))
})

describe('a notice', () => {
  test('published in the Beijing evening counts from that day, whatever the date in UTC', () => {
    expect(noticeEnds('2024-09-08T15:30:00.000Z', 5)).toBe('2024-09-13T16:00:00.000Z')
    expect(noticeEnds('2024-09-08T16:30:00.000Z', 5)).toBe(beijing.endOfDay('2024-09-14'))
  })
  test('knows when a year has not been announced', () => {
    expect(yearIsKnown(2024)).toBe(true)
    expect(yearIsKnown(2091)).toBe(false)
    expect(yearIsKnown(2091, { '2091-01-01': 'rest' })).toBe(true)
  })
})

describe('Beijing time', () => {
  test('a day ends at 16:00 UTC', () => expect(beijing.endOfDay('2024-10-10')).toBe('2024-10-10T16:00:00.000Z'))
  test('a wall time becomes an instant', () => expect(beijing.at('2024-10-10', '17:00')).toBe('2024-10-10T09:00:00.000Z'))
  test('is said in both languages', () => {
    expect(beijing.format('2024-10-10T09:05:00Z', 'zh')).toBe('2024年10月10日 17:05（北京时间）')
    expect(beijing.format('2024-10-10T09:05:00Z', 'en')).toBe('10 October 2024, 17:05 (Beijing time)')
  })
  test('a deadline at midnight is 24:00 of the day before', () => {
    expect(beijing.formatDeadline('2024-10-10T16:00:00Z', 'zh')).toBe('2024年10月10日 24:00（北京时间）')
    expect(beijing.formatDeadline('2024-10-10T09:00:00Z', 'en')).toBe('10 October 2024, 17:00 (Beijing time)')
  })
})
