import { Hono } from 'hono'
import * as z from 'zod'
import type { Batch } from '../../shared/batches/schema.ts'
import { stageRuns } from '../../shared/batches/timing.ts'
import { object, publish, settle } from '../../shared/notices/rules.ts'
import { type Notice, NoticeEntry, type Objection, ObjectionEntry } from '../../shared/notices/schema.ts'
import { refuse, yielding } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { answer, body, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { concluded, objectionsOf } from './announced.ts'
import { notices, objections } from './store.ts'

const Note = z.strictObject({ note: z.string().trim().min(2).max(2000) })
const Settlement = z.strictObject({
  outcome: z.enum(['upheld', 'dismissed']),
  reason: z.string().trim().min(2).max(2000),
  /** What the objection is about, where it did not say so itself. */
  receipt: z.string().trim().min(4).max(60).optional(),
})
const Preview = z.strictObject({ entry: NoticeEntry, language: z.enum(['zh', 'en']) })
const noticeShown = (row: Notice) =>
  pick(row, ['id', 'batch', 'title', 'text', 'contact', 'state', 'publishedAt', 'ends', 'workingDays', 'amendments'])
const objectionShown = (row: Objection) =>
  pick(row, [
    'id',
    'notice',
    'name',
    'phone',
    'email',
    'unit',
    'receipt',
    'text',
    'submission',
    'state',
    'raisedAt',
    'notes',
    'reason',
    'settledAt',
    'reopenedAt',
  ])

/** The public notice of what was decided, and the objections to it with their handling record. */
export const noticeRoutes = new Hono()
  .get('/batches/:batch/notices', on.batch('notice.read'), describe('notices', 'The notices of a batch'), async (c) =>
    c.json({
      rows: (await notices.of(c.var.batch.id)).map((row) => ({ ...noticeShown(row), running: c.var.doing.at < row.ends })),
    }),
  )
  .post(
    '/batches/:batch/notices/preview',
    on.batch('notice.manage'),
    describe('notices', 'The notice as the public would see it were it published now, and the days it would run'),
    body(Preview),
    async (c) => {
      const { batch, doing } = c.var
      const { entry, language } = c.req.valid('json')
      const { previewOf } = await import('./preview.ts')
      return c.json(await previewOf(batch, entry, language, doing))
    },
  )
  .post(
    '/batches/:batch/notices',
    on.batch('notice.manage'),
    describe('notices', 'Publishes the notice; it runs for the batch’s number of working days'),
    body(NoticeEntry),
    async (c) => {
      const { batch, doing } = c.var
      const so = await concluded(batch)
      const runs = stageRuns(batch, 'notice', doing.at)
      const decided = runs.ok ? publish(so, doing.at) : runs
      const saved = decided.ok ? await notices.publish(batch, so.sheets, c.req.valid('json'), doing) : decided
      return answer(c, yielding(await settled(key.notice(doing.request).pk, doing, saved), { id: doing.request }), 201)
    },
  )
  .post(
    '/notices/:notice/objections',
    on.anyone('notice.object'),
    describe('notices', 'Raises an objection by real name while the notice runs'),
    body(ObjectionEntry),
    async (c) => {
      const notice = await notices.get(c.req.param('notice'))
      const batch = notice && (await table.get<Batch>(key.batch(notice.batch)))
      if (!notice || !batch) return refused(c, refuse('not-found'))
      const entry = c.req.valid('json')
      const decided = object(notice, batch, c.var.doing.at)
      const meant = decided.ok && entry.receipt ? await submissionOf(notice.batch, entry.receipt) : undefined
      const saved = decided.ok ? await objections.raise(notice, entry, meant, c.var.doing) : decided
      return answer(c, yielding(await settled(notice.pk, c.var.doing, saved), { id: c.var.doing.request, raisedAt: c.var.doing.at }), 201)
    },
  )
  .get(
    '/batches/:batch/objections',
    on.batch('notice.manage'),
    describe('notices', 'The objections to a batch’s notices with their handling record'),
    async (c) => {
      const rows = await objectionsOf(await notices.of(c.var.batch.id))
      const meant = (await table.getMany(rows.map(({ submission, id }) => key.submission(submission ?? id)))) as unknown as (
        | Submission
        | undefined
      )[]
      return c.json({
        rows: rows.map((row, i) => {
          const about = meant[i]
          return {
            ...objectionShown(row),
            ...(about && { about: { title: about.title, category: about.category, unit: about.unit.name } }),
          }
        }),
      })
    },
  )
  .post(
    '/batches/:batch/objections/:notice/:objection/notes',
    on.batch('notice.manage'),
    describe('notices', 'Adds to the handling record'),
    body(Note),
    async (c) => {
      const { actor, batch, doing } = c.var
      const objection = await objections.get(c.req.param('notice'), c.req.param('objection'))
      if (objection?.batch !== batch.id) return refused(c, refuse('not-found'))
      const decided = settle(objection, stageRuns(batch, 'notice', doing.at))
      const saved = decided.ok
        ? await objections.note(batch, objection, c.req.valid('json').note, actor.kind === 'member' ? actor.name : '', doing)
        : decided
      return answer(c, await settled<{ repeated: boolean }>(objection.pk, doing, saved))
    },
  )
  .post(
    '/batches/:batch/objections/:notice/:objection/settle',
    on.batch('notice.manage'),
    describe('notices', 'Settles an objection: upheld or dismissed, with the reason'),
    body(Settlement),
    async (c) => {
      const { batch, doing } = c.var
      const objection = await objections.get(c.req.param('notice'), c.req.param('objection'))
      if (objection?.batch !== batch.id) return refused(c, refuse('not-found'))
      const { outcome, reason, receipt } = c.req.valid('json')
      const decided = settle(objection, stageRuns(batch, 'notice', doing.at))
      const submission = objection.submission ?? (receipt ? await submissionOf(batch.id, receipt) : undefined)
      if (decided.ok && receipt && !submission) return refused(c, refuse('objection.receipt-unknown', { receipt }))
      const saved = decided.ok ? await objections.settle(batch, objection, outcome, reason, submission, doing) : decided
      return answer(c, await settled<{ repeated: boolean }>(objection.pk, doing, saved))
    },
  )

/** The submission of a batch that has this receipt number. */
async function submissionOf(batch: string, receipt: string): Promise<string | undefined> {
  const found = await table.get<{ submission: string }>(key.receipt(receipt.toUpperCase()), false)
  const submission = found && (await table.get<Submission>(key.submission(found.submission), false))
  return submission?.batch === batch ? submission.id : undefined
}
