import { Hono } from 'hono'
import type { Recorded } from '../../events/catalogue.ts'
import { query } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { countsOf } from './counts.ts'
import { Page } from './schema.ts'

const tag = 'batches'
/** Where an event stands in the table is nobody's concern; what it says, its place in the chain and its hash are. */
const said = ({ pk: _pk, sk: _sk, kind: _kind, ...event }: Recorded & { kind?: string }) => event

/** How a batch stands, and what has happened to it. */
export const watchRoutes = new Hono()
  .get(
    '/batches/:batch/progress',
    on.batch('batch.watch'),
    describe(tag, 'How many submissions are in which state, by unit and category'),
    async (c) => {
      const rows = await countsOf(c.var.batch.id)
      const totals: Record<string, number> = {}
      for (const { states } of rows)
        for (const [state, count] of Object.entries(states)) totals[state] = (totals[state] ?? 0) + (count ?? 0)
      return c.json({ rows, totals })
    },
  )
  .get(
    '/batches/:batch/events',
    on.batch('audit.read'),
    describe(tag, 'Everything that was done to the batch, newest first, each with the hash that chains it to the one before'),
    query(Page),
    async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const page = await table.query<Recorded>({ pk: key.batch(c.var.batch.id).pk, begins: 'EVENT#', reverse: true, limit, cursor })
      return c.json({ rows: page.rows.map(said), cursor: page.cursor })
    },
  )
