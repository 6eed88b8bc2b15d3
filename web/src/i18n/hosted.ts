import { texts } from './texts.ts'

/** The way between the pages of a batch that one hosts. */
export const t = texts({
  zh: {
    pages: '本批次的页面',
    thisOne: '本批次',
    batches: '批次',
    overview: '概况',
    setup: '设置',
    preview: '预览',
    live: '收件实况',
    completeness: '进展',
    submissions: '全部申报',
    review: '专家评审',
    decisions: '排序与审定',
    notice: '公示与公布',
    awards: '入选名单',
    quotas: '推荐名额',
    record: '操作记录',
  },
  en: {
    pages: 'Pages of this batch',
    thisOne: 'This batch',
    batches: 'Batches',
    overview: 'Overview',
    setup: 'Set-up',
    preview: 'Preview',
    live: 'Live intake',
    completeness: 'Progress',
    submissions: 'Submissions',
    review: 'Review',
    decisions: 'Decisions',
    notice: 'Notice',
    awards: 'Awards',
    quotas: 'Places',
    record: 'Record',
  },
})
