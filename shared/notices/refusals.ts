import type { Refusals } from '../refusal.ts'

/** Why notices, objections and awards say no. */
export const noticeRefusals = {
  'notice.not-decided': {
    status: 409,
    zh: '还有 {open} 个类别的审定表未批准，不能结束审定，也不能公示或公布。请先将审定表送审并由审定人批准。',
    en: 'Sheets that are not approved yet: {open}. Until they are, the deliberation does not end and nothing is announced. Have them approved first.',
  },
  'notice.nothing-decided': {
    status: 409,
    zh: '本批次没有可审定的申报，没有结果可以公示或公布。请核对资格审查和评审情况；确无申报的，请取消本批次。',
    en: 'There is nothing to decide in this batch, so there is no result to announce. Check the qualification and the reviews; if nothing was submitted, cancel the batch.',
  },
  'notice.already': {
    status: 409,
    zh: '本批次已有正在进行的公示。请等公示结束后再操作。',
    en: 'A notice of this batch is already running. Wait until it ends.',
  },
  'notice.missing': { status: 409, zh: '尚未公示，请先发布公示。', en: 'There has been no public notice yet. Publish the notice first.' },
  'notice.running': {
    status: 409,
    zh: '公示尚未结束（截止 {ends}），期满后方可公布。请届时再操作。',
    en: 'The notice runs until {ends}; the list can be published after that. Please come back then.',
  },
  'notice.correcting': {
    status: 409,
    zh: '审定表更正后，公示页面尚未更新完毕，暂不能公布。请稍候片刻再试；如有新增入选，公示期将重新计算。',
    en: 'The notice is still being corrected by a sheet that was approved anew. Try again in a moment; where somebody is added, the notice runs its days anew.',
  },
  'notice.ended': {
    status: 409,
    zh: '公示已于 {ends} 结束，不再受理异议。如仍有异议，请直接联系主办单位。',
    en: 'The notice ended at {ends}; objections are no longer taken. If you still object, write to the host directly.',
  },
  'objection.settled': {
    status: 409,
    zh: '这项异议已经办结。请刷新页面查看办理结果。',
    en: 'This objection has already been settled. Reload the page to read the outcome.',
  },
  'objection.not-upheld': {
    status: 409,
    zh: '只有办结为“成立”的异议才能重新打开审定表。请先办结异议。',
    en: 'Only an objection that was upheld opens a sheet again. Settle it first.',
  },
  'objection.about-nothing': {
    status: 422,
    zh: '这项异议没有对应到本类别的申报。请核对受理编号。',
    en: 'This objection is not about a submission of this category. Check the receipt number.',
  },
  'objection.receipt-unknown': {
    status: 422,
    zh: '本批次没有受理编号为“{receipt}”的申报，请核对后重新填写。',
    en: 'This batch has no submission with the receipt number “{receipt}”. Check it.',
  },
  'objection.already-used': {
    status: 409,
    zh: '已因这项异议重新打开过审定表。请刷新页面查看最新状态。',
    en: 'The sheet has already been opened again for this objection. Reload the page to see its state.',
  },
  'objection.open': {
    status: 409,
    zh: '还有 {open} 项异议未办结，请先办结后再公布。',
    en: '{open} objections are still open. Settle them before publishing.',
  },
  'award.ended': {
    status: 409,
    zh: '该项目建设期已结束，不能再发布进展。已发布的内容均已保留；如需补充，请联系主办单位。',
    en: 'The construction period of this award is over; nothing more can be posted. Everything posted is kept; ask the host if something must be added.',
  },
  'award.not-open': {
    status: 409,
    zh: '该项目当前状态不允许此操作。请刷新页面查看最新状态。',
    en: 'The award is not in a state for this. Reload the page to see its state.',
  },
} as const satisfies Refusals
