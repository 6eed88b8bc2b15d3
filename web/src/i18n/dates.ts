import type { Language } from '../../../shared/text.ts'
import { language } from './language.ts'

/** All times on screen are Beijing time (UTC+8 the whole year), wherever the reader sits. */
const offset = 8 * 3_600_000

/** The parts of a moment on a Beijing calendar. */
export function beijing(iso: string): { year: number; month: number; day: number; hour: number; minute: number; weekday: number } {
  const at = new Date(Date.parse(iso) + offset)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    weekday: at.getUTCDay(),
  }
}

/** The moment of a Beijing date and time (`2024-10-10`, `24:00`) as stored. */
export const fromBeijing = (date: string, time = '00:00'): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset + (hour * 60 + minute) * 60_000).toISOString()
}

/** The Beijing date of a moment, `2024-10-10`. */
export const dateOf = (iso: string): string => new Date(Date.parse(iso) + offset).toISOString().slice(0, 10)

const two = (n: number): string => String(n).padStart(2, '0')
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** No line ends between a date and its hour, or between a day and its month. */
const whole = '\u00a0'
/** What stands before the hour. */
const before: Record<Language, string> = { zh: whole, en: `,${whole}` }

function calendar(year: number, month: number | undefined, day: number | undefined, chosen: Language): string {
  if (chosen === 'zh') return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
  return [[day, month && months[month - 1]].filter(Boolean).join(whole), year].filter(Boolean).join(' ')
}

/** A day: 2024年10月10日 · 10 Oct 2024. */
export function day(iso: string, chosen: Language = language()): string {
  const at = beijing(iso)
  return calendar(at.year, at.month, at.day, chosen)
}

/** The time of day, 14:32. */
export function clock(iso: string): string {
  const at = beijing(iso)
  return `${two(at.hour)}:${two(at.minute)}`
}

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
  return year ? calendar(year, month, dayOfMonth, chosen) : value
}
