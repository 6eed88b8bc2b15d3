import { t } from '../../i18n/countdown.ts'

const minute = 60_000
const [hour, day] = [60 * minute, 24 * 60 * minute]

/** How long until a moment, as exactly as it matters: days from a week on, days and hours before, in the last day hours and minutes; of these, none that are zero. */
export function remaining(until: string, now: number): string {
  const left = Date.parse(until) - now
  if (left <= 0) return t('over')
  const [days, hours] = [Math.floor(left / day), Math.floor((left % day) / hour)]
  if (left >= 7 * day || (left >= day && hours === 0)) return t('days', { days })
  if (left >= day) return t('daysHours', { days, hours })
  const minutes = Math.ceil(left / minute)
  if (left < hour) return t('minutes', { minutes })
  return minutes % 60 === 0 ? t('fullHours', { hours: minutes / 60 }) : t('hours', { hours, minutes: minutes % 60 })
}

/** How pressing it is: calm, in the last three days, in the last day, over. */
export function urgency(until: string, now: number): 'info' | 'warn' | 'bad' | 'plain' {
  const left = Date.parse(until) - now
  if (left <= 0) return 'plain'
  return left < day ? 'bad' : left < 3 * day ? 'warn' : 'info'
}
