import { ulid } from 'ulid'
import type { Batch, StagePlan } from '../../shared/batches/schema.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import type { Submission, SubmissionSummary } from '../../shared/submissions/schema.ts'
import type { foundOffice, House } from './house.ts'

const day = 86_400_000
const both = (zh: string) => ({ zh, en: zh })
export const category = 'model-branch'

/** A batch of the office in its review, with submissions that were found qualified: rows as the earlier stages leave them. */
export async function batchInReview(
  office: Awaited<ReturnType<typeof foundOffice>>,
  options: { submissions: number; institution?: UnitRef; places?: number; settings?: Partial<Batch['settings']> },
) {
  const { table } = await import('../../functions/aws/table.ts')
  const { key, partition } = await import('../../functions/aws/keys.ts')
  const { clock } = await import('../../functions/aws/clock.ts')
  const id = ulid()
  const now = clock.now().getTime()
  const at = (days: number) => new Date(now + days * day).toISOString()
  const stages: StagePlan[] = [
    { key: 'collect', kind: 'collect', title: both('填报'), opens: at(-20), closes: at(-10), on: true },
    { key: 'screen', kind: 'screen', title: both('资格审查'), opens: at(-10), closes: at(-1), on: true },
    { key: 'review', kind: 'review', title: both('专家评审'), opens: at(-1), closes: at(10), on: true },
    { key: 'deliberate', kind: 'deliberate', title: both('审定'), opens: null, closes: null, on: true },
    { key: 'notice', kind: 'notice', title: both('公示'), opens: null, closes: null, on: true },
    { key: 'publish', kind: 'publish', title: both('公布'), opens: null, closes: null, on: true },
  ]
  const host = { id: office.organisation, name: '演示·国家级主管单位', kind: 'national' as const }
  const batch: Omit<Batch, 'pk' | 'sk'> = {
    id,
    template: { key: 'shuangchuang-4', version: 1 },
    title: '演示·第四批“双创”',
    host,
    path: [],
    state: 'open',
    stages,
    categories: [{ key: category, on: true, places: options.places ?? 2 }],
    settings: {
      expertsPerSubmission: 2,
      method: 'mean',
      applicantHiddenFromExpert: false,
      noticeWorkingDays: 5,
      secondStep: false,
      publicWorkPage: true,
      ...options.settings,
    },
    stage: 2,
    createdAt: at(-30),
    seq: 1,
    chain: '',
  }
  await table.put({ ...key.batch(id), kind: 'batch', ...batch })
  const submissions: string[] = []
  for (let i = 0; i < options.submissions; i++) {
    const submission = ulid()
    const institution = options.institution ?? { id: ulid(), name: `演示第${i + 1}大学`, kind: 'university' as const }
    const unit = { id: ulid(), name: `演示第${i + 1}大学学生第一党支部`, kind: 'branch' as const }
    const summary: SubmissionSummary = {
      title: `演示支部 ${i + 1}`,
      unit,
      institution,
      batch: id,
      category,
      state: 'qualified',
      holder: 'host',
      sectionsDone: 9,
      sections: 9,
      receipt: `DEMO${i}`,
      seq: 1,
    }
    const head: Omit<Submission, 'pk' | 'sk'> = {
      id: submission,
      batch: id,
      category,
      title: summary.title,
      state: 'qualified',
      unit,
      institution,
      path: [host.id, institution.id],
      way: [],
      level: 0,
      version: 1,
      receipt: summary.receipt,
      summary,
      createdAt: at(-15),
      submittedAt: at(-12),
      seq: 1,
      chain: '',
    }
    await table.put({ ...key.submission(submission), kind: 'submission', ...head })
    await table.put({
      ...key.listed(id, submission),
      kind: 'listed',
      id: submission,
      summary,
      seq: 1,
      listPk: partition.categoryList(id, category),
      listSk: `qualified#${at(-12)}#${submission}`,
    })
    submissions.push(submission)
  }
  return { id, submissions, host }
}

/** Registers an expert and invites them to a batch: the id, and the address that the link is mailed to. */
export async function expertRegistered(
  house: House,
  office: Awaited<ReturnType<typeof foundOffice>>,
  batch: string,
  name: string,
  { unit = { name: '演示出版社' }, fields = [] }: { unit?: { name: string; code?: string } | undefined; fields?: unknown[] } = {},
) {
  const email = `${name}@example.org`
  const registered = await house.ask(`/organisations/${office.organisation}/experts`, {
    cookie: office.cookie,
    body: { name: `演示·${name}`, email, unit, fields },
  })
  const expert = String(registered.body.id)
  await house.ask(`/batches/${batch}/experts`, { cookie: office.cookie, body: { experts: [expert] } })
  return { registered, expert, email }
}

/** An invited expert who has opened the link of the mail, with the cookie. */
export async function expertInvited(
  house: House,
  office: Awaited<ReturnType<typeof foundOffice>>,
  batch: string,
  name: string,
  unit?: { name: string; code?: string },
) {
  const { expert, email } = await expertRegistered(house, office, batch, name, { unit })
  const token = await house.secret('expert-invitation', email)
  const opened = await house.ask('/link/open', { body: { token } })
  return { expert, cookie: opened.cookie ?? '', token, email }
}

/** An expert who has accepted. */
export async function expertAtWork(...[house, office, batch, ...who]: Parameters<typeof expertInvited>) {
  const expert = await expertInvited(house, office, batch, ...who)
  await house.ask(`/batches/${batch}/desk/accept`, { method: 'POST', cookie: expert.cookie })
  return expert
}
