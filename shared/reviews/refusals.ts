import type { Refusals } from '../refusal.ts'

/** Why reviewing says no. */
export const reviewRefusals = {
  'review.mark-invalid': {
    status: 400,
    zh: '“{criterion}”的评分应在 {min}–{max} 之间，请修改后重试；已填内容保留。',
    en: 'The mark for “{criterion}” must be between {min} and {max}. Correct it; what you entered is kept.',
  },
  'review.not-accepted': {
    status: 409,
    zh: '您尚未接受本次评审邀请。请先在首页点击“接受邀请”。',
    en: 'You have not accepted this invitation yet. Accept it on the first page.',
  },
  'review.already-submitted': {
    status: 409,
    zh: '这份评审已经提交，不能再改。如需修改，请联系主办单位退回。',
    en: 'This review has been submitted and cannot be changed. Ask the host to reopen it.',
  },
  'review.not-yours': {
    status: 409,
    zh: '这份材料已不由您评审。如有疑问，请联系发送邀请的单位。',
    en: 'This submission is no longer yours to review. Ask the unit that invited you if in doubt.',
  },
  'review.saved-elsewhere': {
    status: 409,
    zh: '这份评审刚在另一设备上保存过。两份内容都已保留，请选择要用的一份。',
    en: 'This review has just been saved on another device. Both texts are kept; choose which to use.',
  },
  'review.incomplete': {
    status: 422,
    zh: '还有 {problems} 处未完成：{first}。请补充后再提交。',
    en: '{problems} things are missing: {firstEn}. Complete them and submit again.',
  },
  'review.not-submitted': {
    status: 409,
    zh: '这份评审尚未提交，不能退回，也没有评审表。请刷新页面查看最新状态。',
    en: 'This review has not been submitted, so there is nothing to reopen or to print. Reload the page to see its state.',
  },
  'review.has-submitted': {
    status: 409,
    zh: '您已提交过评审，不能再谢绝整个邀请；对某份材料需要回避的，请在该材料中声明。',
    en: 'You have submitted reviews, so the whole invitation can no longer be declined. Declare a conflict on a single submission instead.',
  },
  'review.already-assigned': {
    status: 409,
    zh: '该专家已分配过这份材料，或已声明回避。请另选专家或材料。',
    en: 'This expert already has this submission, or has declared a conflict. Choose another expert or another submission.',
  },
  'review.conflict': {
    status: 409,
    zh: '该专家与申报单位属于同一单位，应当回避。请另选专家。',
    en: 'This expert belongs to the applicant’s institution and must not review it. Choose another.',
  },
  'review.cannot-take-over': {
    status: 409,
    zh: '所选专家不能接手。请另选本批次中未谢绝、链接未停用的专家。',
    en: 'This expert cannot take over: choose another one of this batch who has not declined and whose links work.',
  },
  'review.no-conflict': {
    status: 409,
    zh: '这份材料没有回避声明可以撤销。请刷新页面查看最新状态。',
    en: 'There is no declared conflict to take back here. Reload the page to see its state.',
  },
  'review.replaced': {
    status: 409,
    zh: '这份材料已转给其他专家，不能再撤销回避。如系误操作，请联系主办单位。',
    en: 'This submission has gone to another expert, so the conflict can no longer be taken back. If it was a mistake, ask the host.',
  },
  'review.not-reviewable': {
    status: 409,
    zh: '这份材料不在可评审状态。请刷新页面查看最新状态。',
    en: 'This submission is not in a state to be reviewed. Reload the page to see its state.',
  },
  'expert.already-listed': {
    status: 409,
    zh: '专家库中已有使用此邮箱的专家。请直接使用库中的专家，或核对邮箱。',
    en: 'An expert with this address is already in the register. Use that expert, or check the address.',
  },
  'expert.field-unknown': {
    status: 422,
    zh: '没有名为“{field}”的类别。请从列表中选择评审领域；不选表示都可以。',
    en: 'No category is called “{field}”. Choose the fields from the list; none means any.',
  },
  'expert.unit-unknown': {
    status: 422,
    zh: '单位库中没有代码为 {code} 的单位。请从列表中选择；不在库中的单位只填名称。',
    en: 'No unit has the code {code}. Choose one from the list; for a unit that is not in it enter the name only.',
  },
  'link.invalid': {
    status: 404,
    zh: '链接无效，或已随批次结束而失效。请使用最近一封邮件中的链接，或联系主办单位重新发送。',
    en: 'This link is not valid, or has ended with its batch. Use the one in your latest mail, or ask the host to send it again.',
  },
  'review.over': {
    status: 410,
    zh: '本批次的评审已经结束，申报材料不再开放。感谢您的支持；如有疑问，请联系主办单位。',
    en: 'The review of this batch is over and its material is closed. Thank you for your work; ask the host if in doubt.',
  },
  'review.reopen-too-late': {
    status: 409,
    zh: '专家评审环节已经截止，退回后专家无法再修改。环节尚未结束的，请先延长评审截止时间再退回；已进入下一环节的，请在审定时说明情况。',
    en: 'The review has closed, so the expert could not change anything. While the stage has not been left, extend its closing time first; after that, say so when deciding.',
  },
  'link.revoked': { status: 410, zh: '链接已停用。如有疑问请联系主办单位。', en: 'This link has been revoked. Please contact the host.' },
  'link.code-too-often': {
    status: 429,
    zh: '验证码发送过于频繁，请 {minutes} 分钟后再试；此前收到的验证码在有效期内仍可使用。',
    en: 'Too many codes were asked for. Try again in {minutes} minutes; a code you have received works until it expires.',
  },
  'link.code-wrong': {
    status: 401,
    zh: '验证码不正确或已过期，请核对邮件后重试，或重新获取。',
    en: 'The code is wrong or has expired. Check your mail and try again, or ask for a new one.',
  },
} as const satisfies Refusals
