import { texts } from './texts.ts'

export const t = texts({
  zh: {
    title: '查找并前往',
    placeholder: '页面、批次、单位、受理编号；可用拼音或首字母',
    page: '页面',
    batch: '批次',
    unit: '单位',
    searching: '正在查找',
    nothing: '没有找到，请换个说法',
  },
  en: {
    title: 'Find and go to',
    placeholder: 'A page, a batch, a unit, a receipt number; pinyin works',
    page: 'Page',
    batch: 'Batch',
    unit: 'Unit',
    searching: 'Searching',
    nothing: 'Nothing found; try other words',
  },
})
