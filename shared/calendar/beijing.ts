import type { Language } from '../text.ts'

/** Beijing time has been UTC+8 without daylight saving since 1992; all deadlines and documents use it. */
const offset = 8 * 3_600_000
const day = 86_400_000

const parts = (instant: string | Date) => new Date(new Date(instant).getTime() + offset)

const timeZone = 'Asia/Shanghai'
const formats = (locale: string) => ({
  day: new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'long', day: 'numeric' }),
  short: new Intl.DateTimeFormat(locale, { timeZone, month: locale === 'zh-CN' ? 'long' : 'short', day: 'numeric' }),
})
const written = { zh: formats('zh-CN'), en: formats('en-GB') }
/** Hours from 00 to 23 in both languages. Day and hour are put together here: how a locale does that differs from one release of its data to the next. */
const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const sayDay = (at: Date, language: Language) => written[language].day.format(at)
const clock = (at: Date) => hours.format(at)

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

  formatDate: (instant: string | Date, language: Language): string => sayDay(new Date(instant), language),
  /** Date and minute with the name of the zone. */
  format: (instant: string | Date, language: Language): string => inFull(new Date(instant), clock(new Date(instant)), language),
  /** A deadline without year and zone, for subjects and narrow places; midnight is 24:00 of the day that ends. */
  formatShort: (instant: string | Date, language: Language): string => {
    const { at, time } = ending(instant)
    return `${written[language].short.format(at)}${language === 'zh' ? '' : ', '}${time}`
  },
  /** As `format`, but midnight is 24:00 of the day that ends, as deadlines are announced. */
  formatDeadline: (instant: string | Date, language: Language): string => {
    const { at, time } = ending(instant)
    return inFull(at, time, language)
  },
}

const inFull = (at: Date, time: string, language: Language) =>
  language === 'zh' ? `${sayDay(at, 'zh')} ${time}（北京时间）` : `${sayDay(at, 'en')}, ${time} (Beijing time)`

/** The day on which something ends, and the time there. */
function ending(instant: string | Date): { at: Date; time: string } {
  const at = new Date(instant)
  return clock(at) === '00:00' ? { at: new Date(at.getTime() - day), time: '24:00' } : { at, time: clock(at) }
}
