import { Hono } from 'hono'
import * as z from 'zod'
import { object, publish, settle } from '../../shared/notices/rules.ts'
import { type Notice, NoticeEntry, type Objection, ObjectionEntry } from '../../shared/notices/schema.ts'
import { refuse, yielding } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { answer, body, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { objectionsOf } from './announced.ts'
import { sheetStates } from './sheets.ts'
import { notices, objections } from './store.ts'

const Note = z.strictObject({ note: z.string().trim().min(2).max(2000) })
const Settlement = z.strictObject({ outcome: z.enum(['upheld', 'dismissed']), reason: z.string().trim().min(2).max(2000) })
const noticeShown = (row: Notice) => pick(row, ['id', 'batch', 'title', 'text', 'contact', 'state', 'publishedAt', 'ends', 'workingDays'])
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
  ])

/** The public notice of what was decided, and the objections to it with their handling record. */
export const noticeRoutes = new Hono()
  .get('/batches/:batch/notices', on.batch('notice.read'), describe('notices', 'The notices of a batch'), async (c) =>
    c.json({ rows: (await notices.of(c.var.batch.id)).map(noticeShown) }),
  )
  .post(
    '/batches/:batch/notices',
    on.batch('notice.manage'),
    describe('notices', 'Publishes the notice; it runs for the batch’s number of working days'),
    body(NoticeEntry),
    async (c) => {
      const { batch, doing } = c.var
      const [states, running] = await Promise.all([sheetStates(batch), notices.of(batch.id)])
      const decided = publish({ sheets: states, running: running.some(({ ends }) => doing.at < ends) })
      const saved = decided.ok ? await notices.publish(batch, c.req.valid('json'), doing) : decided
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
      if (!notice) return refused(c, refuse('not-found'))
      const entry = c.req.valid('json')
      const decided = object(notice, c.var.doing.at)
      const meant =
        decided.ok && entry.receipt
          ? await table.get<{ submission: string; batch: string }>(key.receipt(entry.receipt.toUpperCase()), false)
          : undefined
      const saved = decided.ok
        ? await objections.raise(notice, entry, meant?.batch === notice.batch ? meant.submission : undefined, c.var.doing)
        : decided
      return answer(c, yielding(await settled(notice.pk, c.var.doing, saved), { id: c.var.doing.request, raisedAt: c.var.doing.at }), 201)
    },
  )
  .get(
    '/batches/:batch/objections',
    on.batch('notice.manage'),
    describe('notices', 'The objections to a batch’s notices with their handling record'),
    async (c) => {
      const rows = await objectionsOf(await notices.of(c.var.batch.id))
      return c.json({ rows: rows.map(objectionShown) })
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
      const decided = settle(objection)
      const saved = decided.ok
        ? await objections.note(objection, c.req.valid('json').note, actor.kind === 'member' ? actor.name : '', doing)
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
      const { outcome, reason } = c.req.valid('json')
      const decided = settle(objection)
      const saved = decided.ok ? await objections.settle(objection, outcome, reason, doing) : decided
      return answer(c, await settled<{ repeated: boolean }>(objection.pk, doing, saved))
    },
  )
