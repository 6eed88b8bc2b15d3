import { Hono } from 'hono'
import * as z from 'zod'
import { adjustable } from '../../shared/batches/lifecycle.ts'
import { accept } from '../../shared/outcome.ts'
import { invalid } from '../../shared/request.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { table } from '../aws/table.ts'
import { quotas } from './quotas.ts'
import { DenominatorPage, Proposing, QuotaChanges, QuotaPage } from './schema.ts'
import { moveBatch } from './store.ts'
import { templateOfBatch } from './views.ts'

const Waiting = z.array(z.ulid()).max(5000)

function readCursor(cursor: string | undefined, host: string): string[] | undefined {
  if (cursor === undefined) return [host]
  try {
    return Waiting.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** How many each unit may recommend: proposed by the call, edited by the host, never below what is used. */
export const quotaRoutes = new Hono()
  .get(
    '/batches/:batch/quotas',
    on.batch('batch.watch'),
    describe('quotas', 'Places of the recommending units'),
    query(QuotaPage),
    async (c) => c.json(await quotas.page(c.var.batch, c.req.valid('query'))),
  )
  .get(
    '/batches/:batch/quotas/denominators',
    on.batch('batch.configure'),
    describe('quotas', 'How many units stand below each recommending unit, to reckon places by ratio; a page at a time as the places'),
    query(DenominatorPage),
    async (c) => c.json(await quotas.denominators(c.var.batch, templateOfBatch(c.var.batch), c.req.valid('query'))),
  )
  .post(
    '/batches/:batch/quotas/propose',
    on.batch('batch.configure'),
    describe('quotas', 'Gives every recommending unit the places of the call; repeat with the cursor until there is none'),
    body(Proposing),
    async (c) => {
      const { batch, doing } = c.var
      const asked = c.req.valid('json')
      const allowed = adjustable(batch)
      if (!allowed.ok) return refused(c, allowed)
      const waiting = readCursor(asked.cursor, batch.host.id)
      if (!waiting) return refused(c, invalid({ path: 'cursor', kind: 'bad-format' }))
      const done = await quotas.propose(batch, templateOfBatch(batch), waiting, asked.replace)
      if (done.waiting.length > 0)
        return c.json({ made: done.made, cursor: Buffer.from(JSON.stringify(done.waiting)).toString('base64url') })
      const fact = { type: 'batch.configured' as const, batch: batch.id, changed: ['quotas'] }
      const saved = await settled(batch.pk, doing, await table.commit(doing, [moveBatch(batch, fact, { quotasAt: doing.at })]))
      return answer(c, saved.ok ? accept({ made: done.made }) : saved)
    },
  )
  .put(
    '/batches/:batch/quotas',
    on.batch('batch.configure'),
    describe('quotas', 'Sets numbers of places: all of those named, or none; with `from`, only over the number it was made from'),
    body(QuotaChanges),
    async (c) => {
      const { batch, doing } = c.var
      const allowed = adjustable(batch)
      if (!allowed.ok) return refused(c, allowed)
      const { outcome, now } = await quotas.set(batch, templateOfBatch(batch), c.req.valid('json').places, doing)
      const saved = await settled(batch.pk, doing, outcome)
      return saved.ok ? answer(c, saved) : refused(c, saved, now && { places: now })
    },
  )
