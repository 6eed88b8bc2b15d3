import { texts } from './texts.ts'

/** Words of a countdown to a deadline. */
export const t = texts({
  zh: {
    days: '还剩 {days} 天',
    daysHours: '还剩 {days} 天 {hours} 小时',
    hours: '还剩 {hours} 小时 {minutes} 分',
    fullHours: '还剩 {hours} 小时',
    minutes: '还剩 {minutes} 分钟',
    over: '已截止',
  },
  en: {
    days: '{days} {days|day|days} left',
    daysHours: '{days} {days|day|days} {hours} {hours|hour|hours} left',
    hours: '{hours} {hours|hour|hours} {minutes} min left',
    fullHours: '{hours} {hours|hour|hours} left',
    minutes: '{minutes} {minutes|minute|minutes} left',
    over: 'Closed',
  },
})
