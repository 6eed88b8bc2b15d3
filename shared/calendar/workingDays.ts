import chineseDays from 'chinese-days'
import type { Text } from '../text.ts'
import { beijing } from './beijing.ts'

/** Days an administrator has entered from the State Council's notice, by date `YYYY-MM-DD`; they go before the built-in calendar. */
export type DayTable = Readonly<Record<string, 'work' | 'rest'>>

const next = (date: string, days = 1) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const realDate = (date: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && next(date, 0) === date

/**
 * What the built-in calendar knows of a date beyond its weekday, or undefined. Its own weekday test asks for the server's local day,
 * so only its entries are used: those carry a festival's names separated by commas.
 */
function announced(date: string): 'work' | 'rest' | undefined {
  const { name, work } = chineseDays.getDayDetail(date)
  if (!name.includes(',')) return undefined
  return work ? 'work' : 'rest'
}
/** A date of the calendar: whether people work on it, and the festival it belongs to. Work on a weekend is what a festival was swapped for (调休). */
export type CalendarDay = { date: string; working: boolean; weekend: boolean; festival?: Text }

export function calendarDay(date: string, table: DayTable = {}): CalendarDay {
  const [en, zh] = announced(date) === undefined ? [] : chineseDays.getDayDetail(date).name.split(',')
  return {
    date,
    working: isWorkingDay(date, table),
    weekend: !weekday(date),
    ...(zh !== undefined && en !== undefined && { festival: { zh, en } }),
  }
}

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0

/** A day counts as a working day when the State Council's calendar says so: holidays rest, swapped weekends (调休) work. */
export function isWorkingDay(date: string, table: DayTable = {}): boolean {
  if (!realDate(date)) throw new RangeError(`not a date: ${date}`)
  const known = table[date] ?? announced(date)
  return known ? known === 'work' : weekday(date)
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

/** The days of a notice one by one, from the day of publication on: which count, and which rest. */
export function noticeDays(publishedAt: string, workingDays: number, table: DayTable = {}): { date: string; counts: number | null }[] {
  const first = beijing.date(publishedAt)
  const days: { date: string; counts: number | null }[] = [{ date: first, counts: null }]
  for (let at = next(first), count = 0; count < workingDays; at = next(at))
    days.push({ date: at, counts: isWorkingDay(at, table) ? ++count : null })
  return days
}

/** Whether the holidays of a year are known: built in, or entered by an administrator. A notice across an unknown year needs a warning. */
export const yearIsKnown = (year: number, table: DayTable = {}): boolean =>
  Object.keys(table).some((date) => date.startsWith(`${year}-`)) || announced(`${year}-10-01`) !== undefined
