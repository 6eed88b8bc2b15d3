import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Award } from '../../shared/awards/schema.ts'
import type { Batch, StagePlan } from '../../shared/batches/schema.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import type { Notice } from '../../shared/notices/schema.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import type { Participant, Review } from '../../shared/reviews/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import type { StageKind } from '../../shared/templates/schema.ts'
import type { Text } from '../../shared/text.ts'
import { type Call, during, openCall, type Someone, times, type Unit } from './call.ts'
import { changeBatch, comeTo } from './moved.ts'

const states = ['draft', 'open', 'paused', 'cancelled', 'completed'] as const
type State = (typeof states)[number]
/** What an act is answered in a state of its batch: the code that refuses it, or `may` where the state keeps nobody from it. */
type In = Record<State, RefusalCode | 'may'>

const running: In = {
  draft: 'batch.not-open',
  open: 'may',
  paused: 'batch.paused',
  cancelled: 'batch.cancelled',
  completed: 'batch.completed',
}
/** Units below the host do not know of a batch that is being prepared. */
const below: In = { ...running, draft: 'not-found' }
/** What an expert says about themselves alone. */
const reviewing: In = { ...running, cancelled: 'review.over', completed: 'review.over' }
const prepared: In = {
  draft: 'may',
  open: 'batch.already-open',
  paused: 'batch.already-open',
  cancelled: 'batch.already-open',
  completed: 'batch.already-open',
}
const untilOver: In = { ...running, draft: 'may', paused: 'may' }
const always: In = { draft: 'may', open: 'may', paused: 'may', cancelled: 'may', completed: 'may' }

type Asked = { by?: Someone; cookie?: string; body?: unknown; at?: Record<string, string> }
/** An act: what it is answered in which state, in which stage the batch is, and how it is asked for so that nothing but the state stands in its way. */
type Act = { in: In; stage?: StageKind; asked: (batch: Batch) => Asked | Promise<Asked>; open?: RefusalCode }

let call: Call
let national: Unit
let province: Unit
let university: Unit
let branch: Unit
let people: Record<'office' | 'officer' | 'applicant', Someone>
let routes: string[]

beforeAll(async () => {
  call = await openCall()
  national = await call.unit('national', '国家级主管单位')
  province = await call.unit('province', '东部省', national)
  university = await call.unit('university', '东部大学', province)
  branch = await call.unit('branch', '东部大学第一党支部', university)
  const as = { role: 'administrator' } as const
  people = { office: await national.as(as), officer: await university.as(as), applicant: await branch.as(as) }
  const { createApp } = await import('../../functions/api/app.ts')
  const { allRoutes } = await import('../../functions/api/slices.ts')
  routes = createApp(await allRoutes())
    .routes.filter(({ method, path }) => !['GET', 'ALL'].includes(method) && /:(batch|notice|award)\b/.test(path))
    .map(({ method, path }) => `${method} ${path.slice('/api'.length)}`)
}, 60_000)
afterAll(() => call.close())

const both = (zh: string) => ({ zh, en: zh })
const category = 'model-branch'
const reason = '演示理由'
const ref = ({ id, name, kind }: Unit) => ({ id, name, kind })

const planned: [StageKind, StagePlan['level']?][] = [
  ['collect'],
  ['endorse', 'university'],
  ['screen'],
  ['review'],
  ['deliberate'],
  ['notice'],
  ['publish'],
]
const openBatch = () =>
  call.openBatch(national, {
    template: { key: 'shuangchuang-4', version: 1 },
    categories: [{ key: category, on: true, places: 10 }],
    stages: planned.map(([kind, level]) => {
      const dated = !['deliberate', 'notice', 'publish'].includes(kind)
      const dates = { opens: dated ? times.opens : null, closes: dated ? times.closes : null }
      return { key: kind, kind, title: both(kind), ...(level && { level }), ...dates, on: true }
    }),
  })

async function submissionOf(batch: Batch, changes: Partial<Submission> = {}) {
  const id = ulid()
  const head: Submission = {
    ...call.key.submission(id),
    id,
    batch: batch.id,
    category,
    title: '演示支部',
    state: 'submitted',
    unit: ref(branch),
    institution: ref(university),
    path: branch.path,
    way: [{ level: 'university', unit: ref(university), takesPlace: true }],
    level: 0,
    version: 1,
    receipt: `SR-${id.slice(-10)}`,
    summary: {
      title: '演示支部',
      category,
      state: 'submitted',
      unit: ref(branch),
      holder: university.id,
      sectionsDone: 0,
      sections: 9,
      seq: 1,
    },
    createdAt: during,
    submittedAt: during,
    seq: 1,
    chain: '',
    ...changes,
  }
  await call.table.put({ ...head, kind: 'submission' })
  await call.table.put({ ...call.key.draft(id), editable: true, saves: 0, sections: {} })
  return id
}
const draft = (batch: Batch) => submissionOf(batch, { state: 'draft', level: null, version: 0 })
const returned = (batch: Batch) =>
  submissionOf(batch, { state: 'returned', level: null, backTo: 0, correctUntil: '2026-10-01T00:00:00.000Z' })

/** What an applicant does with a draft, and a unit or the host with what was handed in. */
const about = (by: 'applicant' | 'officer' | 'office', one: (batch: Batch) => Promise<string>, body?: unknown) => async (batch: Batch) => ({
  by: people[by],
  body,
  at: { submission: await one(batch), key: 'basic' },
})
const ofHost =
  (body?: unknown, at: Record<string, string> = {}) =>
  () => ({ by: people.office, body, at })
const ofList = (body: unknown) => () => ({ by: people.officer, body, at: { organisation: university.id, key: category } })

async function fileIn(batch: Batch, changes: Partial<FileRow> = {}): Promise<Asked> {
  const submission = await draft(batch)
  const file = ulid()
  const row: Omit<FileRow, 'pk' | 'sk'> = {
    id: file,
    owner: 'sub',
    of: submission,
    section: 'basic',
    field: 'proof',
    name: '佐证.pdf',
    type: 'application/pdf',
    bytes: 20_000_000,
    accept: ['pdf'],
    maxBytes: 50_000_000,
    state: 'waiting',
    until: times.closes,
    by: { person: people.applicant.person, name: '演示·张老师' },
    at: during,
    seq: 0,
    chain: '',
    ...changes,
  }
  await call.table.put({ ...call.key.file(submission, file), ...row })
  return { by: people.applicant, at: { submission, file } }
}

async function expertIn(batch: Batch, changes: Partial<Participant> = {}) {
  const { sha256 } = await import('../../functions/aws/chain.ts')
  const expert = ulid()
  const who = { name: '演示·专家', email: `${expert.toLowerCase()}@example.org`, unit: { name: '演示出版社' }, fields: [] }
  await call.table.put({ ...call.key.expert(expert), id: expert, host: national.id, ...who, state: 'active', seq: 1, chain: '' })
  const part = { batch: batch.id, expert, ...who, state: 'accepted', assigned: 1, submitted: 0, seq: 1, chain: '', ...changes }
  await call.table.put({ ...call.key.participant(batch.id, expert), kind: 'participant', ...part })
  const token = `${ulid()}${ulid()}`
  const actor = { kind: 'expert', expert, name: who.name, batch: batch.id, linkedAt: during, session: sha256(token) }
  await call.table.put({ ...call.key.session(sha256(token)), actor, createdAt: during, lastSeenAt: during, ttl: 4_000_000_000 })
  return { expert, cookie: `__Host-shuren-link=${token}` }
}
async function reviewIn(batch: Batch, changes: Partial<Review> = {}, by: Partial<Participant> = {}) {
  const { expert, cookie } = await expertIn(batch, by)
  const submission = await submissionOf(batch, { state: 'qualified', level: 1 })
  const review: Omit<Review, 'pk' | 'sk'> = {
    submission,
    batch: batch.id,
    category,
    expert,
    title: '演示支部',
    institution: ref(university),
    state: 'assigned',
    marks: { scores: {}, comment: '' },
    version: 0,
    seq: 1,
    chain: '',
    ...changes,
  }
  await call.table.put({ ...call.key.review(submission, expert), kind: 'review', ...review })
  return { expert, cookie, submission }
}
const marks = { version: 0, marks: { scores: {}, comment: '' } }
/** What an expert does at the desk. */
const atDesk =
  (body?: unknown, changes: Partial<Review> = {}, by: Partial<Participant> = {}) =>
  async (batch: Batch) => {
    const { cookie, submission } = await reviewIn(batch, changes, by)
    return { cookie, body, at: { submission } }
  }
/** What the office does with an expert's review. */
const withReview =
  (body?: unknown, changes: Partial<Review> = {}) =>
  async (batch: Batch) => {
    const { expert, submission } = await reviewIn(batch, changes)
    return { by: people.office, body, at: { submission, expert } }
  }
const withExpert = (body?: unknown) => async (batch: Batch) => ({
  by: people.office,
  body,
  at: { expert: (await expertIn(batch)).expert },
})

async function sheetOf(batch: Batch, changes: Record<string, unknown> = {}) {
  const submission = await submissionOf(batch, { state: 'qualified', level: 1 })
  const { partition } = await import('../../functions/aws/keys.ts')
  const place = { listPk: partition.categoryList(batch.id, category), listSk: `qualified#${during}#${submission}` }
  const summary = { title: '演示支部', category, state: 'qualified', unit: ref(branch), institution: ref(university), submittedAt: during }
  await call.table.put({ ...call.key.listed(batch.id, submission), kind: 'listed', id: submission, summary, seq: 1, ...place })
  await call.table.put({ ...call.key.score(batch.id, category, submission, 'expert'), submission, score: 90 })
  const approver = { id: ulid(), name: '演示·审定人', email: 'approver@example.org' }
  const head = { kind: 'sheet', batch: batch.id, category, state: 'open', approver, seq: 1, chain: '', ...changes }
  await call.table.put({ ...call.key.sheet(batch.id, category), ...head })
  return { submission, approver }
}
const withSheet =
  (body: unknown, changes: Record<string, unknown> = {}) =>
  async (batch: Batch) => ({ by: people.office, body, at: { key: category, submission: (await sheetOf(batch, changes)).submission } })
const byApprover = (body: (sha256: string) => unknown) => async (batch: Batch) => {
  const { sha256 } = await import('../../functions/aws/chain.ts')
  const { sheetHash } = await import('../../functions/decisions/lines.ts')
  const hash = sheetHash([])
  const { approver } = await sheetOf(batch, { state: 'sent', sha256: hash })
  const token = `${ulid()}${ulid()}`
  const actor = { kind: 'approver', approver: approver.id, name: approver.name, batch: batch.id, session: sha256(token) }
  await call.table.put({ ...call.key.session(sha256(token)), actor, createdAt: during, lastSeenAt: during, ttl: 4_000_000_000 })
  return { cookie: `__Host-shuren-link=${token}`, body: body(hash), at: { key: category } }
}

const announced = {
  title: '演示：拟入选名单公示',
  text: '根据评审和审定结果，现将拟入选名单予以公示。',
  contact: { name: '演示·陈老师', phone: '010-00000000', email: 'contact@example.org' },
}
const objecting = {
  name: '演示·赵某',
  phone: '13800000000',
  email: 'objector@example.org',
  text: '反映该项目申报材料中的成果与事实不符，请予核实。',
}
async function noticeOf(batch: Batch, settled: Record<string, unknown> = {}) {
  const [notice, objection] = [ulid(), ulid()]
  const { submission } = await sheetOf(batch, { state: 'approved' })
  const line = { submission, outcome: 'award', proposal: 'award', rank: 1, score: 90, decided: false }
  await call.table.put({ ...call.key.decision(batch.id, category, submission), ...line })
  const head = { id: notice, batch: batch.id, ...announced, state: 'published', publishedAt: during, ends: times.closes, workingDays: 5 }
  await call.table.put({ ...call.key.notice(notice), kind: 'notice', ...head, seq: 1, chain: '' })
  const raised = {
    id: objection,
    notice,
    batch: batch.id,
    submission,
    state: 'open',
    raisedAt: during,
    notes: [],
    ...objecting,
    ...settled,
  }
  await call.table.put({ ...call.key.objection(notice, objection), kind: 'objection', ...raised, seq: 1, chain: '' })
  return { notice, objection, submission }
}
const withObjection = (body: unknown) => async (batch: Batch) => {
  const { notice, objection } = await noticeOf(batch)
  return { by: people.office, body, at: { notice, objection } }
}

async function awardOf(batch: Batch) {
  const award = ulid()
  const head: Omit<Award, 'pk' | 'sk'> = {
    id: award,
    batch: batch.id,
    batchTitle: batch.title,
    host: batch.host,
    programme: 'shuangchuang',
    category,
    type: category,
    title: '演示支部',
    unit: ref(branch),
    institution: ref(university),
    path: branch.path,
    number: `DEMO-${award}`,
    state: 'open',
    grantedAt: during,
    ends: '2028-09-01',
    publicWorkPage: false,
    posts: 0,
    seq: 1,
    chain: '',
  }
  await call.table.put({ ...call.key.award(award), kind: 'award', ...head })
  return award
}
const byAwardee = (body?: unknown) => async (batch: Batch) => ({ by: people.applicant, body, at: { award: await awardOf(batch) } })
async function workFile(batch: Batch): Promise<Asked> {
  const [award, file] = [await awardOf(batch), ulid()]
  const { at: _, ...row } = await fileIn(batch)
  const kept = { id: file, owner: 'award', of: award, state: 'waiting', upload: 'parts', bytes: 20_000_000, seq: 0, chain: '' }
  await call.table.put({ ...call.key.awardFile(award, file), ...kept })
  return { ...row, at: { award, file } }
}

/** Every act about a batch, by its route. */
const acts: Record<string, Act> = {
  // preparing
  'PATCH /batches/:batch': { in: prepared, asked: ofHost({ title: '演示·另一标题' }), open: 'batch.already-open' },
  'DELETE /batches/:batch': { in: prepared, asked: ofHost(), open: 'batch.already-open' },
  'POST /batches/:batch/open': { in: prepared, asked: ofHost({}), open: 'batch.already-open' },
  'PUT /batches/:batch/mails/:key': { in: untilOver, asked: ofHost({ sentences: null }, { key: 'batch-paused' }) },
  'POST /batches/:batch/quotas/propose': { in: untilOver, asked: ofHost({}) },
  'PUT /batches/:batch/quotas': {
    in: untilOver,
    asked: () => ({ by: people.office, body: { places: [{ unit: university.id, category, limit: 5 }] } }),
  },
  'PUT /batches/:batch/extension': {
    in: untilOver,
    asked: ofHost({ prepared: { stage: 'collect', closes: times.closes, later: 'keep', reason } }),
  },

  // running
  'POST /batches/:batch/stages/:key/deadline': {
    in: running,
    asked: ofHost({ closes: '2026-11-09T00:00:00.000Z', reason }, { key: 'review' }),
    open: 'stage.closes-too-early',
  },
  'POST /batches/:batch/pause': { in: running, asked: ofHost({ reason }) },
  'POST /batches/:batch/resume': {
    in: { ...running, open: 'batch.not-paused', paused: 'may' },
    asked: ofHost({ reason }),
    open: 'batch.not-paused',
  },
  'POST /batches/:batch/cancel': { in: { ...running, paused: 'may' }, asked: ofHost({ reason }) },
  'POST /batches/:batch/stages/:key/leave': {
    in: running,
    stage: 'review',
    asked: ofHost({ reason }, { key: 'review' }),
    open: 'stage.left',
  },

  // applying
  'POST /batches/:batch/submissions': { in: below, asked: () => ({ by: people.applicant, body: { category } }) },
  'PUT /batches/:batch/submissions/:submission/sections/:key': {
    in: running,
    asked: about('applicant', draft, { version: 0, values: {} }),
    open: 'form.unknown-section',
  },
  'POST /batches/:batch/submissions/:submission/submit': {
    in: running,
    asked: about('applicant', draft, {}),
    open: 'submission.incomplete',
  },
  'POST /batches/:batch/submissions/:submission/recall': { in: running, asked: about('applicant', submissionOf, {}) },
  'POST /batches/:batch/submissions/:submission/discard': { in: running, asked: about('applicant', draft, {}), open: 'changed-meanwhile' },
  // Who has it open says so while it is only read, too.
  'POST /batches/:batch/submissions/:submission/presence': { in: always, asked: about('applicant', draft, {}) },
  'POST /batches/:batch/submissions/:submission/files': {
    in: running,
    asked: about('applicant', draft, { section: 'basic', field: 'none', name: '佐证.pdf', bytes: 100, type: 'application/pdf' }),
    open: 'file.no-such-field',
  },
  'POST /batches/:batch/submissions/:submission/files/:file/parts': {
    in: running,
    asked: async (batch) => ({ ...(await fileIn(batch, { upload: 'parts' })), body: { numbers: [] } }),
  },
  'POST /batches/:batch/submissions/:submission/files/:file/complete': {
    in: running,
    asked: async (batch) => ({ ...(await fileIn(batch, { upload: 'parts' })), body: {} }),
    open: 'file.parts-missing',
  },
  'DELETE /batches/:batch/submissions/:submission/files/:file': { in: running, asked: (batch) => fileIn(batch) },

  // recommending
  'POST /batches/:batch/submissions/:submission/recommend': { in: running, asked: about('officer', submissionOf, { opinion: '同意推荐' }) },
  'POST /batches/:batch/submissions/:submission/return': {
    in: running,
    asked: about('officer', submissionOf, { comments: { general: '请补充' }, until: '2026-10-01T00:00:00.000Z' }),
  },
  'POST /batches/:batch/submissions/:submission/correction': {
    in: running,
    asked: about('officer', returned, { until: '2026-10-05T00:00:00.000Z' }),
  },
  'POST /batches/:batch/submissions/:submission/take-up': {
    in: running,
    asked: about('officer', returned, { reason }),
    open: 'correction.running',
  },
  'POST /batches/:batch/submissions/:submission/decline': { in: running, asked: about('officer', submissionOf, { reason }) },
  'POST /batches/:batch/submissions/:submission/undo': {
    in: running,
    asked: about('officer', (batch) => submissionOf(batch, { state: 'declined', level: 0 }), { reason }),
  },
  // Answered row by row: what is refused is told with each.
  'POST /batches/:batch/units/:organisation/bulk': {
    in: below,
    asked: async (batch) => ({
      by: people.officer,
      body: { action: 'recommend', opinion: '同意推荐', submissions: [await submissionOf(batch)] },
      at: { organisation: university.id },
    }),
  },
  'PUT /batches/:batch/units/:organisation/lists/:key/order': { in: below, asked: ofList({ order: [] }) },
  'POST /batches/:batch/units/:organisation/lists/:key/files': {
    in: below,
    asked: ofList({ name: '盖章.pdf', bytes: 100, type: 'application/pdf' }),
  },
  'PUT /batches/:batch/units/:organisation/lists/:key/scan': {
    in: below,
    asked: async (batch) => {
      const file = ulid()
      const row = { id: file, owner: 'list', of: batch.id, section: university.id, field: category, state: 'clean', name: '盖章.pdf' }
      await call.table.put({ ...call.key.upload('list', batch.id, file), ...row, bytes: 100, seq: 1, chain: '' })
      return { ...ofList({ file, sha256: 'a'.repeat(43) })() }
    },
    open: 'list.scan-stale',
  },
  'POST /batches/:batch/units/:organisation/lists/:key/confirm': {
    in: below,
    asked: ofList({ sha256: 'a'.repeat(43) }),
    open: 'list.empty',
  },
  'POST /batches/:batch/units/:organisation/lists/:key/reopen': {
    in: running,
    asked: async (batch) => {
      await call.table.put({ ...call.key.uncounted(batch.id, university.id, category), used: 0, changes: 1, confirmedAt: during })
      return ofHost({ reason }, { organisation: university.id, key: category })()
    },
  },

  // screening and reviewing
  'POST /batches/:batch/submissions/:submission/qualify': {
    in: running,
    asked: about('office', (batch) => submissionOf(batch, { state: 'recommended', level: 1 }), {}),
  },
  'POST /batches/:batch/submissions/:submission/disqualify': {
    in: running,
    asked: about('office', (batch) => submissionOf(batch, { state: 'recommended', level: 1 }), { reason }),
  },
  'POST /batches/:batch/screening': {
    in: running,
    asked: async (batch) => ({
      by: people.office,
      body: { outcome: 'qualified', submissions: [await submissionOf(batch, { state: 'recommended', level: 1 })] },
    }),
  },
  'POST /batches/:batch/experts': {
    in: running,
    asked: async (batch) => ({ by: people.office, body: { experts: [(await expertIn(batch)).expert] } }),
  },
  'POST /batches/:batch/experts/remind': { in: running, asked: withExpert({}) },
  // A link is stopped at any time: it may have gone to a stranger.
  'POST /batches/:batch/experts/:expert/revoke': { in: always, asked: withExpert({ reason }) },
  'POST /batches/:batch/experts/:expert/replace': { in: running, asked: withExpert({ reason }) },
  'POST /batches/:batch/assignments/balanced': { in: running, asked: withExpert({}) },
  'POST /batches/:batch/assignments': {
    in: running,
    asked: async (batch) => ({
      by: people.office,
      body: { submission: await submissionOf(batch, { state: 'qualified', level: 1 }), expert: (await expertIn(batch)).expert },
    }),
  },
  'DELETE /batches/:batch/submissions/:submission/reviews/:expert': { in: running, asked: withReview() },
  'POST /batches/:batch/submissions/:submission/reviews/:expert/reopen': {
    in: running,
    asked: withReview({ reason }, { state: 'submitted' }),
  },
  'POST /batches/:batch/desk/accept': { in: reviewing, asked: atDesk({}, {}, { state: 'invited' }) },
  'POST /batches/:batch/desk/decline': { in: reviewing, asked: atDesk({ reason }) },
  'PUT /batches/:batch/desk/:submission': { in: running, asked: atDesk(marks) },
  'POST /batches/:batch/desk/:submission/submit': { in: running, asked: atDesk(marks), open: 'review.incomplete' },
  'POST /batches/:batch/desk/:submission/conflict': { in: reviewing, asked: atDesk({ reason }) },
  'POST /batches/:batch/desk/:submission/conflict/undo': { in: running, asked: atDesk({}, { state: 'conflict' }) },

  // deciding
  'PUT /batches/:batch/categories/:key/decisions/:submission': {
    in: running,
    stage: 'deliberate',
    asked: withSheet({ outcome: 'award' }),
  },
  'POST /batches/:batch/categories/:key/sheet/line': { in: running, stage: 'deliberate', asked: withSheet({ line: 1, reason }) },
  'POST /batches/:batch/categories/:key/sheet/reopen': {
    in: { ...running, completed: 'sheet.published' },
    stage: 'notice',
    asked: async (batch) => {
      const { notice, objection } = await noticeOf(batch, { state: 'upheld' })
      return ofHost({ notice, objection, reason }, { key: category })()
    },
  },
  'POST /batches/:batch/categories/:key/sheet/send': {
    in: running,
    stage: 'deliberate',
    asked: withSheet({ approver: { name: '演示·审定人', email: 'approver@example.org' } }),
  },
  'POST /batches/:batch/categories/:key/sheet/withdraw': {
    in: running,
    stage: 'deliberate',
    asked: withSheet({ reason }, { state: 'sent' }),
  },
  'POST /batches/:batch/categories/:key/sheet/approve': {
    in: running,
    stage: 'deliberate',
    asked: byApprover((sha256) => ({ sha256 })),
  },
  'POST /batches/:batch/categories/:key/sheet/send-back': { in: running, stage: 'deliberate', asked: byApprover(() => ({ reason })) },

  // announcing, publishing, and afterwards
  'POST /batches/:batch/notices': {
    in: running,
    stage: 'notice',
    asked: async (batch) => {
      await sheetOf(batch, { state: 'approved' })
      return ofHost(announced)()
    },
  },
  // Reads what a notice would say.
  'POST /batches/:batch/notices/preview': { in: always, stage: 'notice', asked: ofHost({ entry: announced, language: 'zh' }) },
  // The days of a notice run on in a pause.
  'POST /notices/:notice/objections': {
    in: { ...running, paused: 'may' },
    stage: 'notice',
    asked: async (batch) => ({ body: objecting, at: { notice: (await noticeOf(batch)).notice } }),
  },
  'POST /batches/:batch/objections/:notice/:objection/notes': {
    in: running,
    stage: 'notice',
    asked: withObjection({ note: '已电话核实' }),
  },
  'POST /batches/:batch/objections/:notice/:objection/settle': {
    in: running,
    stage: 'notice',
    asked: withObjection({ outcome: 'dismissed', reason }),
  },
  'POST /batches/:batch/publication': { in: running, stage: 'publish', asked: ofHost({}), open: 'notice.nothing-decided' },
  // An award goes on when its batch is over.
  'POST /awards/:award/posts': { in: always, asked: byAwardee({ title: '工作进展', text: '本月开展主题党日活动两次。', files: [] }) },
  'POST /awards/:award/posts/:post/withdraw': {
    in: always,
    asked: async (batch) => {
      const [award, post] = [await awardOf(batch), ulid()]
      const shown = { award, post, title: '工作进展', text: '本月开展主题党日活动两次。', files: [], at: during, state: 'public' }
      await call.table.put({ ...call.key.post(award, post), kind: 'post', ...shown })
      return { by: people.applicant, body: { reason }, at: { award, post } }
    },
  },
  'POST /awards/:award/revoke': {
    in: always,
    asked: async (batch) => ({ by: people.office, body: { reason }, at: { award: await awardOf(batch) } }),
  },
  'POST /awards/:award/files': { in: always, asked: byAwardee({ name: '照片.png', bytes: 100, type: 'image/png' }) },
  'POST /awards/:award/files/:file/parts': { in: always, asked: async (batch) => ({ ...(await workFile(batch)), body: { numbers: [] } }) },
  'POST /awards/:award/files/:file/complete': {
    in: always,
    asked: async (batch) => ({ ...(await workFile(batch)), body: {} }),
    open: 'file.parts-missing',
  },
}

test('every act about a batch says in which states it may be done, and every such line is about an act', () => {
  expect(Object.keys(acts).sort()).toEqual([...new Set(routes)].sort())
})

/** What an answer says no by; several rows are each told their own. */
function codeOf({ status, body }: { status: number; body: Record<string, unknown> }): string | undefined {
  const rows = Array.isArray(body.rows) ? (body.rows as { code?: string }[]) : []
  return status >= 400 ? String(body.code) : rows.find(({ code }) => code)?.code
}
const ofState = new Set<string | undefined>([
  ...states.flatMap((state) => [running[state], reviewing[state], prepared[state]]),
  'request.invalid',
  'batch.not-paused',
  'sheet.published',
  'not-found',
  'session.missing',
  'role.not-allowed',
  'surprise',
])

describe('an act is done in the states of its batch that are named, and refused in the others', () => {
  test.each(Object.entries(acts))('%s', async (route, act) => {
    const batch = await openBatch()
    if (act.stage) await comeTo(batch.id, act.stage)
    const asked = await act.asked(batch)
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => ({ batch: batch.id, ...asked.at })[name] ?? ulid())
    const answered: Partial<Record<State, string | undefined>> = {}
    const refusedFirst = states.toSorted((a, b) => Number(act.in[a] === 'may') - Number(act.in[b] === 'may') || Number(b === 'open') - 1)
    for (const state of refusedFirst) {
      await changeBatch(batch.id, { state })
      const cookie = asked.by?.cookie ?? asked.cookie
      const body = method === 'DELETE' ? undefined : (asked.body ?? {})
      const answer = await call.house.ask(path, { method, key: ulid(), ...(cookie && { cookie }), body })
      const code = codeOf(answer)
      if (state === 'open') expect([state, code]).toEqual([state, act.open])
      answered[state] = ofState.has(code) ? code : 'may'
    }
    expect(answered).toEqual(act.in)
  })
})

test('the pages of a batch say why nothing is done in it, to its host and to those below, and nothing while it runs or is prepared', async () => {
  const batch = await openBatch()
  const submission = (await reviewIn(batch)).submission
  const base = `/batches/${batch.id}`
  const told = async () => {
    const answers = await Promise.all([
      ...['', '/experts', '/assignments', `/submissions/${submission}/reviews`].map((path) => people.office.ask(`${base}${path}`)),
      people.officer.ask(base),
    ])
    return answers.map(({ status, body }) => [status, (body.notNow as Text | undefined)?.en])
  }
  const all = (why?: string) => Array(5).fill([200, why && expect.stringContaining(why)])
  expect(await told()).toEqual(all())
  await changeBatch(batch.id, { state: 'paused' })
  expect(await told()).toEqual(all('paused'))
  await changeBatch(batch.id, { state: 'cancelled' })
  expect(await told()).toEqual(all('cancelled'))
  await changeBatch(batch.id, { state: 'completed' })
  expect(await told()).toEqual(all('completed'))
  // Those below are told to ask the host; the host is not.
  expect((await people.officer.ask(base)).body.notNow).toMatchObject({ en: expect.stringContaining('ask its host') })
  expect((await people.office.ask(base)).body.notNow).toMatchObject({ en: expect.not.stringContaining('host') })
  await changeBatch(batch.id, { state: 'draft' })
  expect((await people.office.ask(base)).body).not.toHaveProperty('notNow')
})

test('what the office does for the review, and a list given back, is not done in a batch that ends at the same moment; nor is an objection taken', async () => {
  const { participants, reviews } = await import('../../functions/reviews/store.ts')
  const { loadList, reopen } = await import('../../functions/endorsements/lists.ts')
  const { objections } = await import('../../functions/notices/store.ts')
  const batch = await openBatch()
  const one = await reviewIn(batch, { state: 'submitted', score: 80 })
  const [part, review, head] = (await call.table.getMany([
    call.key.participant(batch.id, one.expert),
    call.key.review(one.submission, one.expert),
    call.key.submission(one.submission),
  ])) as unknown as [Participant, Review, Submission]
  const expert = { ...part, id: one.expert, host: national.id, state: 'active' as const }
  const other = (await expertIn(batch)).expert
  await call.table.put({ ...call.key.uncounted(batch.id, university.id, category), used: 0, changes: 1, confirmedAt: during })
  const list = await loadList(batch, university, category, during)
  const { notice } = await noticeOf(batch)
  const told = await call.table.get<Notice>(call.key.notice(notice))
  if (!list.ok || !told) throw new Error('no list, or no notice')
  const doing = () => ({ by: { kind: 'system', cause: 'test' } as const, at: during, request: ulid() })
  const acts = () => [
    participants.invite(batch, expert, part, doing()),
    participants.remind(batch, part, doing()),
    reviews.assign(batch, head, [other], doing()),
    reviews.assignAgain(batch, review, doing()),
    reviews.handOver(batch, review, other, head, reason, doing()),
    reviews.unassign(batch, review, reason, doing()),
    reviews.reopen(batch, review, reason, doing()),
    reopen(list.value, reason, doing()),
    objections.raise(told, objecting, undefined, doing()),
  ]
  for (const state of ['cancelled', 'completed'] as const) {
    await changeBatch(batch.id, { state })
    for (const act of acts()) expect(await act).toMatchObject({ ok: false, code: 'changed-meanwhile' })
  }
  await changeBatch(batch.id, { state: 'open' })
  expect((await reopen(list.value, reason, doing())).ok).toBe(true)
  expect((await objections.raise(told, objecting, undefined, doing())).ok).toBe(true)
  expect((await reviews.reopen(batch, review, reason, doing())).ok).toBe(true)
})
