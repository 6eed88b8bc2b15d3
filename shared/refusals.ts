import { batchRefusals } from './batches/refusals.ts'
import { decisionRefusals } from './decisions/refusals.ts'
import { endorsementRefusals } from './endorsements/refusals.ts'
import { fileRefusals } from './files/refusals.ts'
import { formRefusals } from './forms/refusals.ts'
import { noticeRefusals } from './notices/refusals.ts'
import { organisationRefusals } from './organisations/refusals.ts'
import { peopleRefusals } from './people/refusals.ts'
import { quotaRefusals } from './quotas/refusals.ts'
import type { Refusals } from './refusal.ts'
import { registerRefusals } from './register/refusals.ts'
import { reviewRefusals } from './reviews/refusals.ts'
import { spreadsheetRefusals } from './sheets/refusals.ts'
import { submissionRefusals } from './submissions/refusals.ts'

/** Why any request may be refused. */
const requestRefusals = {
  'request.invalid': {
    status: 400,
    zh: '提交的内容不符合要求：{zh}。请按提示修改后重试。',
    en: 'The request is not valid: {en}. Correct it and try again.',
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
} as const satisfies Refusals

/** Every reason for which the system says no. Each slice keeps its own. */
export const refusals = {
  ...requestRefusals,
  ...batchRefusals,
  ...decisionRefusals,
  ...endorsementRefusals,
  ...fileRefusals,
  ...formRefusals,
  ...noticeRefusals,
  ...organisationRefusals,
  ...peopleRefusals,
  ...quotaRefusals,
  ...registerRefusals,
  ...reviewRefusals,
  ...spreadsheetRefusals,
  ...submissionRefusals,
} as const

export type RefusalCode = keyof typeof refusals
