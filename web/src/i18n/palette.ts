import { texts } from './texts.ts'

export const t = texts({
  zh: {
    title: '查找并前往',
    placeholder: '页面、批次、单位；可用拼音或首字母',
    page: '页面',
    batch: '批次',
    unit: '单位',
    nothing: '没有找到，请换个说法',
  },
  en: {
    title: 'Find and go to',
    placeholder: 'A page, a batch, a unit; pinyin works',
    page: 'Page',
    batch: 'Batch',
    unit: 'Unit',
    nothing: 'Nothing found; try other words',
  },
})
