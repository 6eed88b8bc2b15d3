import type { Language } from '../../../shared/text.ts'
import { language } from './language.ts'

/** All times on screen are Beijing time (UTC+8 the whole year), wherever the reader sits. */
const offset = 8 * 3_600_000

/** The moment of a Beijing date and time (`2024-10-10`, `24:00`) as stored. */
export const fromBeijing = (date: string, time = '00:00'): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset + (hour * 60 + minute) * 60_000).toISOString()
}

/** The Beijing date of a moment, `2024-10-10`. */
export const dateOf = (iso: string): string => new Date(Date.parse(iso) + offset).toISOString().slice(0, 10)

const timeZone = 'Asia/Shanghai'
const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()
/** To make one takes as long as to use it fifty times; most pages need two or three. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}

/** No line ends within a date, nor between it and its hour: a space that holds, and what holds where there is no space, between a number and 年, 月 or 日. */
const whole = '\u00a0'
const joined = '\u2060'
/**
 * What stands before the hour. Day and hour are put together here, not by the locale: what it puts between them differs from browser to browser.
 */
const before: Record<Language, string> = { zh: whole, en: `,${whole}` }

/** A date down to its year, month or day. */
function calendar(at: Date, zone: string, precision: 'year' | 'month' | 'day', chosen: Language): string {
  const said = format(locales[chosen], {
    timeZone: zone,
    year: 'numeric',
    ...(precision !== 'year' && { month: chosen === 'zh' ? 'long' : 'short' }),
    ...(precision === 'day' && { day: 'numeric' }),
  }).format(at)
  return said.replaceAll(' ', whole).replace(/\d(?=[年月日])|[年月](?=\d)/g, `$&${joined}`)
}

/** A day: 2024年10月10日 · 10 Oct 2024. */
export const day = (iso: string, chosen: Language = language()): string => calendar(new Date(iso), timeZone, 'day', chosen)

/** The time of day, 14:32. */
export const clock = (iso: string): string =>
  format('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso))

/** A moment: 2024年10月10日 14:32 · 10 Oct 2024, 14:32. */
export const moment = (iso: string, chosen: Language = language()): string => `${day(iso, chosen)}${before[chosen]}${clock(iso)}`

/** A deadline as offices write it: what ends at midnight ends at 24:00 of the day before. */
export function deadline(iso: string, chosen: Language = language()): string {
  if (clock(iso) !== '00:00') return moment(iso, chosen)
  const ended = new Date(Date.parse(iso) - 1).toISOString()
  return `${day(ended, chosen)}${before[chosen]}24:00`
}

/** A stored date value of a form (`2024-09-08`, `2024-09` or `2024`) as read aloud. */
export function dateValue(value: string, chosen: Language = language()): string {
  const [year, month, dayOfMonth] = value.split('-').map(Number)
  const at = Date.UTC(year ?? Number.NaN, (month || 1) - 1, dayOfMonth || 1)
  if (!year || Number.isNaN(at)) return value
  return calendar(new Date(at), 'UTC', dayOfMonth ? 'day' : month ? 'month' : 'year', chosen)
}
