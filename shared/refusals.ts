import type { Text } from './text.ts'

/**
 * Every reason for which the system says no: the sentence says what happened, what is kept and what to do.
 * `status` is the HTTP status of the answer. Placeholders in braces are filled from the refusal's details.
 */
export const refusals = {
  // any request
  'request.invalid': {
    status: 400,
    zh: '提交的内容不符合要求：{problem}。请按提示修改后重试。',
    en: 'The request is not valid: {problem}. Correct it and try again.',
  },
  'request.too-large': {
    status: 413,
    zh: '提交的内容过大，请分次提交或改为上传附件。',
    en: 'The request is too large. Send it in parts or as an attachment.',
  },
  'request.cross-site': {
    status: 403,
    zh: '请求来自其他网站，已被拒绝。请在本平台页面内操作。',
    en: 'The request came from another site and was refused. Please act from a page of this platform.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到，或您无权查看。请核对链接，或联系邀请您的单位。',
    en: 'Not found, or not yours to see. Check the link, or ask the unit that invited you.',
  },
  'role.not-allowed': {
    status: 403,
    zh: '您当前的角色不能进行此操作。请切换身份，或联系本单位管理员。',
    en: 'Your present role may not do this. Switch role, or ask your unit’s administrator.',
  },
  'session.missing': {
    status: 401,
    zh: '登录已失效，请重新登录；已填写的内容会保留在本机。',
    en: 'You are signed out. Sign in again; what you typed is kept on this device.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '内容刚刚被他人更新，请刷新后再试；您的内容没有丢失。',
    en: 'Somebody has just changed this. Reload and try again; nothing of yours is lost.',
  },
  busy: {
    status: 503,
    zh: '系统繁忙，您的操作尚未执行，请稍候几秒重试。',
    en: 'The system is busy and has not carried this out. Try again in a few seconds.',
  },
  surprise: {
    status: 500,
    zh: '系统出现意外错误，您的操作没有完成。请重试；若仍不行，请把编号 {trace} 告知技术支持。',
    en: 'Something unexpected happened and this was not done. Try again; if it persists, give support the number {trace}.',
  },

  // reviews
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
  'review.not-yours': { status: 409, zh: '这份材料已不由您评审。', en: 'This submission is no longer yours to review.' },
  'review.saved-elsewhere': {
    status: 409,
    zh: '这份评审刚在另一设备上保存过。两份内容都已保留，请选择要用的一份。',
    en: 'This review has just been saved on another device. Both texts are kept; choose which to use.',
  },
  'review.incomplete': { status: 422, zh: '还有 {problems} 处未完成：{first}', en: '{problems} things are missing: {firstEn}' },
  'review.not-submitted': {
    status: 409,
    zh: '这份评审尚未提交，无需退回。',
    en: 'This review has not been submitted, so there is nothing to reopen.',
  },
  'review.has-submitted': {
    status: 409,
    zh: '您已提交过评审，不能再谢绝整个邀请；对某份材料需要回避的，请在该材料中声明。',
    en: 'You have submitted reviews, so the whole invitation can no longer be declined. Declare a conflict on a single submission instead.',
  },
  'review.already-assigned': {
    status: 409,
    zh: '该专家已分配过这份材料，或已声明回避。',
    en: 'This expert already has this submission, or has declared a conflict.',
  },
  'review.conflict': {
    status: 409,
    zh: '该专家与申报单位属于同一单位，应当回避。请另选专家。',
    en: 'This expert belongs to the applicant’s institution and must not review it. Choose another.',
  },
  'review.not-reviewable': { status: 409, zh: '这份材料不在可评审状态。', en: 'This submission is not in a state to be reviewed.' },
  'expert.already-listed': {
    status: 409,
    zh: '专家库中已有使用此邮箱的专家。',
    en: 'An expert with this address is already in the register.',
  },
  'link.invalid': {
    status: 404,
    zh: '链接无效。请使用最近一封邮件中的链接，或联系主办单位重新发送。',
    en: 'This link is not valid. Use the one in your latest mail, or ask the host to send it again.',
  },
  'link.revoked': { status: 410, zh: '链接已停用。如有疑问请联系主办单位。', en: 'This link has been revoked. Please contact the host.' },
  'link.code-wrong': {
    status: 401,
    zh: '验证码不正确或已过期，请核对邮件后重试，或重新获取。',
    en: 'The code is wrong or has expired. Check your mail and try again, or ask for a new one.',
  },
  // forms
  'form.unknown-section': {
    status: 404,
    zh: '本表没有栏目“{section}”，未保存。请刷新页面后重试。',
    en: 'This form has no section “{section}”; nothing was saved. Reload the page and try again.',
  },
  'form.unknown-field': {
    status: 400,
    zh: '本栏目没有“{field}”这一项，未保存。请刷新页面后重试。',
    en: 'This section has no field “{field}”; nothing was saved. Reload the page and try again.',
  },
  'form.wrong-type': {
    status: 400,
    zh: '“{zh}”的内容无法识别，未保存；您填写的内容仍在本机。请修改该项后重试。',
    en: '“{en}” cannot be read and was not saved; what you typed is still on this device. Change it and try again.',
  },
  'form.too-large': {
    status: 413,
    zh: '栏目“{zh}”的内容过多（{size}，上限{max}），未保存；请精简或改为上传附件。',
    en: 'The section “{en}” is too large ({size}, at most {max}) and was not saved. Shorten it, or attach a file instead.',
  },
} as const satisfies Record<string, Text & { status: number }>

export type RefusalCode = keyof typeof refusals
