import { texts } from './texts.ts'

/** What the keys of the review page do. */
export const t = texts({
  zh: {
    shortcutsOn: '启用单键快捷键',
    keyNext: '下一份 / 上一份',
    keyScore: '到第一项未评的评分',
    keyMaterial: '到申报材料',
    keyComment: '到评审意见',
    keyDigits: '在评分项上直接输入分数；加减一格',
    keySubmit: '提交评审',
    keyHelp: '打开本说明',
  },
  en: {
    shortcutsOn: 'Single-key shortcuts',
    keyNext: 'Next / previous submission',
    keyScore: 'To the first criterion without a score',
    keyMaterial: 'To the material',
    keyComment: 'To the comment',
    keyDigits: 'On a criterion: type the score; one step more or less',
    keySubmit: 'Submit the review',
    keyHelp: 'Open this list',
  },
})
