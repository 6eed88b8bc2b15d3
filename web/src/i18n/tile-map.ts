import { texts } from './texts.ts'

export const t = texts({
  zh: {
    asTable: '以表格显示',
    positions: '仅示意相对位置',
    less: '低',
    more: '高',
    province: '省份',
    nothing: '无数据',
  },
  en: {
    asTable: 'As a table',
    positions: 'Relative positions only',
    less: 'Low',
    more: 'High',
    province: 'Province',
    nothing: 'No figure',
  },
})
