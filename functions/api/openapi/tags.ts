import { batchRefusals } from '../../../shared/batches/refusals.ts'
import { decisionRefusals } from '../../../shared/decisions/refusals.ts'
import { endorsementRefusals } from '../../../shared/endorsements/refusals.ts'
import { fileRefusals } from '../../../shared/files/refusals.ts'
import { formRefusals } from '../../../shared/forms/refusals.ts'
import { noticeRefusals } from '../../../shared/notices/refusals.ts'
import { organisationRefusals } from '../../../shared/organisations/refusals.ts'
import { peopleRefusals } from '../../../shared/people/refusals.ts'
import { quotaRefusals } from '../../../shared/quotas/refusals.ts'
import type { Refusals } from '../../../shared/refusal.ts'
import { registerRefusals } from '../../../shared/register/refusals.ts'
import { reviewRefusals } from '../../../shared/reviews/refusals.ts'
import { spreadsheetRefusals } from '../../../shared/sheets/refusals.ts'
import { submissionRefusals } from '../../../shared/submissions/refusals.ts'
import type { Text } from '../../../shared/text.ts'

/** A group of routes: what it is called, and for which reasons of its slices it may say no. */
type Tag = { title: Text; refusals: readonly Refusals[] }
const tag = (zh: string, en: string, ...refusals: readonly Refusals[]): Tag => ({ title: { zh, en }, refusals })

/** The groups in the order in which one reads them: from signing in to what comes after an award. A route's tag is one of these. */
export const tags: Record<string, Tag> = {
  'sign-in': tag('登录与邀请', 'Signing in, invitations', peopleRefusals),
  me: tag('本人', 'Oneself', peopleRefusals),
  organisations: tag('单位', 'Units', organisationRefusals),
  members: tag('人员', 'People', peopleRefusals),
  imports: tag('名录与账号导入', 'Importing registers and accounts', registerRefusals, spreadsheetRefusals, organisationRefusals),
  templates: tag('模板', 'Templates', batchRefusals),
  batches: tag('批次', 'Batches', batchRefusals),
  quotas: tag('名额', 'Places', quotaRefusals, batchRefusals),
  submissions: tag('申报', 'Submissions', submissionRefusals, formRefusals, batchRefusals),
  files: tag('附件', 'Files', fileRefusals, submissionRefusals),
  endorsements: tag('推荐', 'Recommending', endorsementRefusals, quotaRefusals, submissionRefusals),
  experts: tag('专家库', 'The register of experts', reviewRefusals),
  reviews: tag('评审组织', 'Organising reviews', reviewRefusals),
  link: tag('邮件链接', 'Links in mails', reviewRefusals),
  desk: tag('专家评审', 'An expert’s desk', reviewRefusals),
  decisions: tag('评定', 'Deciding', decisionRefusals),
  notices: tag('公示与异议', 'Notices and objections', noticeRefusals),
  awards: tag('立项与建设', 'Awards and what follows', decisionRefusals, submissionRefusals),
}
