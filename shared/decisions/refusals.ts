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
  'sheet.too-many': {
    status: 422,
    zh: '入选 {awarded} 项，超过名额 {places} 项，请调整后送审。',
    en: '{awarded} are to be awarded but there are {places} places. Adjust and send again.',
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
