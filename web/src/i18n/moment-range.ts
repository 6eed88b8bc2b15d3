import { texts } from './texts.ts'

export const t = texts({
  zh: {
    days: '共 {days} 天',
    daysHours: '共 {days} 天 {hours} 小时',
    hours: '共 {hours} 小时',
    minutes: '不足 1 小时',
    notAfter: '结束时间应晚于开始时间。',
  },
  en: {
    days: '{days} {days|day|days} long',
    daysHours: '{days} {days|day|days} and {hours} {hours|hour|hours} long',
    hours: '{hours} {hours|hour|hours} long',
    minutes: 'Less than an hour long',
    notAfter: 'The end must be later than the beginning.',
  },
})
