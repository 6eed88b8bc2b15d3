import { texts } from './texts.ts'

export const t = texts({
  zh: {
    filters: '筛选',
    category: '类别',
    state: '状态',
    order: '排列',
    any: '全部',
    fitting: '按类别和状态',
  },
  en: {
    filters: 'Filters',
    category: 'Category',
    state: 'State',
    order: 'Order',
    any: 'All',
    fitting: 'By category and state',
  },
})
