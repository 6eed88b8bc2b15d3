import { texts } from './texts.ts'

/** The entries of the navigation. They stand apart from their slices' texts, because every page carries them from the start. */
export const t = texts({
  zh: {
    batches: '批次',
    submissions: '我的申报',
    endorsements: '审核推荐',
    awards: '立项项目',
    experts: '专家库',
    organisations: '单位与账号',
    people: '人员',
  },
  en: {
    batches: 'Batches',
    submissions: 'Our applications',
    endorsements: 'Endorsing',
    awards: 'Awards',
    experts: 'Experts',
    organisations: 'Units and accounts',
    people: 'People',
  },
})
