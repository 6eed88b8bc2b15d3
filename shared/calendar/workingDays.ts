import chineseDays from 'chinese-days'
import { beijing } from './beijing.ts'

/** Days an administrator has entered from the State Council's notice, by date `YYYY-MM-DD`; they go before the built-in calendar. */
export type DayTable = Readonly<Record<string, 'work' | 'rest'>>

const next = (date: string, days = 1) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** The built-in calendar reads a bare date as UTC but asks for local days; noon without a zone is the same date everywhere. */
const noon = (date: string) => `${date}T12:00:00`
const realDate = (date: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && next(date, 0) === date

/** A day counts as a working day when the State Council's calendar says so: holidays rest, swapped weekends (调休) work. */
export function isWorkingDay(date: string, table: DayTable = {}): boolean {
  if (!realDate(date)) throw new RangeError(`not a date: ${date}`)
  const entered = table[date]
  return entered ? entered === 'work' : chineseDays.isWorkday(noon(date))
}

/** The n-th working day after a date; the date itself does not count (民法典第二百零一条). */
export function addWorkingDays(date: string, n: number, table: DayTable = {}): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`)
  let at = date
  for (let left = n; left > 0; ) {
    at = next(at)
    if (isWorkingDay(at, table)) left -= 1
  }
  return at
}

/** How many working days lie after `from` up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(from: string, until: string, table: DayTable = {}): number {
  let count = 0
  for (let at = next(from); at <= until; at = next(at)) if (isWorkingDay(at, table)) count += 1
  return count
}

/** A public notice ends at 24:00 Beijing time of its last working day; the day of publication does not count. */
export const noticeEnds = (publishedAt: string, workingDays: number, table: DayTable = {}): string =>
  beijing.endOfDay(addWorkingDays(beijing.date(publishedAt), workingDays, table))

/** Whether the holidays of a year are known: built in, or entered by an administrator. A notice across an unknown year needs a warning. */
export const yearIsKnown = (year: number, table: DayTable = {}): boolean =>
  Object.keys(table).some((date) => date.startsWith(`${year}-`)) ||
  chineseDays.getHolidaysInRange(noon(`${year}-01-01`), noon(`${year}-12-31`), false).length > 0
