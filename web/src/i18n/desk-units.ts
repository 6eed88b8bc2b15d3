import { texts } from './texts.ts'

/** How far the units below are, on a desk. */
export const t = texts({
  zh: {
    behind: '提交率最低的单位',
    nobodyYet: '还没有单位开始填报',
    allIn: '已开始填报的单位均已全部提交',
    ofBegun: '已提交 {done} 项，共 {all} 项',
  },
  en: {
    behind: 'Units furthest behind',
    nobodyYet: 'No unit has begun yet',
    allIn: 'Every unit that has started has submitted everything it started',
    ofBegun: '{done} of {all} handed in',
  },
})
