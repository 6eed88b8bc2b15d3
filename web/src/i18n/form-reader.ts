import { texts } from './texts.ts'

/** Words around forms that are read. */
export const t = texts({
  zh: {
    change: '修改',
    changeField: '修改：{field}',
    attention: '需处理',
  },
  en: {
    change: 'Change',
    changeField: 'Change: {field}',
    attention: 'To do',
  },
})
