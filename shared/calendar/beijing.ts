import type { Language } from '../text.ts'

/** Beijing time has been UTC+8 without daylight saving since 1992; all deadlines and documents use it. */
const offset = 8 * 3_600_000
const day = 86_400_000

const parts = (instant: string | Date) => new Date(new Date(instant).getTime() + offset)
const two = (n: number) => String(n).padStart(2, '0')
const monthsEn = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const sayDay = (at: Date, language: Language) =>
  language === 'zh'
    ? `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
    : `${at.getUTCDate()} ${monthsEn[at.getUTCMonth()]} ${at.getUTCFullYear()}`
const clock = (at: Date) => `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`

/** Instants are ISO strings in UTC; dates are `YYYY-MM-DD` as the wall calendar in Beijing shows them. */
export const beijing = {
  /** The calendar date in Beijing at an instant. */
  date: (instant: string | Date): string => parts(instant).toISOString().slice(0, 10),
  /** The first instant of a date in Beijing. */
  startOfDay: (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - offset).toISOString(),
  /** 24:00 of a date in Beijing: the first instant that is too late for it. */
  endOfDay: (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - offset + day).toISOString(),
  /** The instant of a wall time `HH:mm` in Beijing. */
  at: (date: string, time: string): string => new Date(Date.parse(`${date}T${time}:00Z`) - offset).toISOString(),

  formatDate: (instant: string | Date, language: Language): string => sayDay(parts(instant), language),
  /** Date and minute with the name of the zone. */
  format: (instant: string | Date, language: Language): string => {
    const at = parts(instant)
    return language === 'zh' ? `${sayDay(at, 'zh')} ${clock(at)}（北京时间）` : `${sayDay(at, 'en')}, ${clock(at)} (Beijing time)`
  },
  /** A deadline without year and zone, for subjects and narrow places; midnight is 24:00 of the day that ends. */
  formatShort: (instant: string | Date, language: Language): string => {
    const at = parts(instant)
    const midnight = clock(at) === '00:00'
    const shown = midnight ? new Date(at.getTime() - day) : at
    const time = midnight ? '24:00' : clock(at)
    return language === 'zh'
      ? `${shown.getUTCMonth() + 1}月${shown.getUTCDate()}日${time}`
      : `${shown.getUTCDate()} ${monthsEn[shown.getUTCMonth()]?.slice(0, 3)}, ${time}`
  },
  /** As `format`, but midnight is 24:00 of the day that ends, as deadlines are announced. */
  formatDeadline: (instant: string | Date, language: Language): string => {
    const at = parts(instant)
    if (clock(at) !== '00:00') return beijing.format(instant, language)
    const before = new Date(at.getTime() - day)
    return language === 'zh' ? `${sayDay(before, 'zh')} 24:00（北京时间）` : `${sayDay(before, 'en')}, 24:00 (Beijing time)`
  },
}
