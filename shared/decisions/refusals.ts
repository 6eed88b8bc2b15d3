import type { Refusals } from '../refusal.ts'

/** Why deciding says no. */
export const decisionRefusals = {
  'sheet.not-open': {
    status: 409,
    zh: '本类别的审定表已送审或已批准，不能再改。如需修改，请先由审定人退回。',
    en: 'This sheet has been sent or approved and cannot be changed. The approver must send it back first.',
  },
  'sheet.reason-missing': {
    status: 422,
    zh: '该决定与排序建议不一致，请填写理由。',
    en: 'This decision departs from the ranking. Give the reason.',
  },
  'sheet.empty': {
    status: 409,
    zh: '本类别没有可审定的申报。请先完成专家评审，或另选类别。',
    en: 'There is nothing to decide in this category. Wait for the reviews, or choose another category.',
  },
  'sheet.undecided': {
    status: 422,
    zh: '还有 {open} 项未作决定（并列或未评分），请逐项决定后送审。',
    en: '{open} submissions are undecided (a tie, or no scores). Decide each, then send the sheet.',
  },
  'sheet.reasons-missing': {
    status: 422,
    zh: '有 {open} 项决定与目前的排序建议不一致，尚未说明理由：{zh}。请逐项补充理由后送审。',
    en: 'Decisions that depart from the ranking as it is now and give no reason: {open} ({en}). Give each its reason, then send the sheet.',
  },
  'sheet.too-many': {
    status: 422,
    zh: '入选 {awarded} 项，超过名额 {places} 项，请调整后送审。',
    en: '{awarded} are to be awarded but there are {places} places. Adjust and send again.',
  },
  'sheet.only-reopened': {
    status: 409,
    zh: '审定表因异议成立重新打开，只能重新审定异议所涉申报，或将备选项目递补入选。请选择其中的项目。',
    en: 'The sheet was opened again because of an objection: only what the objection is about can be decided anew, and reserves can move up. Choose one of those.',
  },
  'sheet.published': {
    status: 409,
    zh: '名单已经公布，审定表不能再打开。如需处理，请撤销相应立项。',
    en: 'The list has been published, so the sheet cannot be opened again. Revoke the award instead.',
  },
  'sheet.no-line': {
    status: 409,
    zh: '本类别按等次审定，没有名额线。请逐项审定等次。',
    en: 'This category is graded and has no line by places. Decide each grade instead.',
  },
  'sheet.line-too-low': {
    status: 422,
    zh: '名额线不能低于 {places} 个名额，请上移后重试。',
    en: 'There are {places} places; the line cannot be drawn below the last of them. Move it up and try again.',
  },
  'sheet.line-reason': {
    status: 422,
    zh: '名额未用满，请说明理由。',
    en: 'Places stay empty. Say why.',
  },
  'sheet.not-sent': { status: 409, zh: '审定表尚未送审。请先送审。', en: 'The sheet has not been sent for approval. Send it first.' },
  'sheet.already-approved': {
    status: 409,
    zh: '审定表已经批准。需要更正的，请联系主办单位。',
    en: 'The sheet has already been approved. If it must be corrected, ask the host.',
  },
  'sheet.changed': {
    status: 409,
    zh: '审定表在您打开后有变动，请刷新核对后再确认。',
    en: 'The sheet has changed since you opened it. Reload, check and confirm again.',
  },
} as const satisfies Refusals
