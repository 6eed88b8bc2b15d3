import { Hono } from 'hono'
import * as z from 'zod'
import { accept, refuse } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { type Expert, ExpertEntry } from '../../shared/reviews/schema.ts'
import { answer, body, query, refused } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { entryOf } from './entry.ts'
import { experts } from './store.ts'

const Page = z.strictObject({ cursor: z.string().max(2000).optional() })
const Change = z.strictObject({ ...ExpertEntry.shape, state: z.enum(['active', 'retired']).default('active') })
const shown = (row: Expert) => pick(row, ['id', 'name', 'email', 'unit', 'fields', 'state'])

/** The register of experts a unit keeps, from which it invites to its batches. */
export const expertRoutes = new Hono()
  .get(
    '/organisations/:organisation/experts',
    on.organisation('experts.register'),
    describe('experts', 'The experts a unit keeps, a page at a time'),
    query(Page),
    async (c) => {
      const { rows, cursor } = await experts.list(c.var.organisation.id, c.req.valid('query').cursor)
      return c.json({ rows: rows.map(({ id, summary }) => ({ ...summary, id })), cursor })
    },
  )
  .post(
    '/organisations/:organisation/experts',
    on.organisation('experts.register'),
    describe('experts', 'Registers an expert'),
    body(ExpertEntry),
    async (c) => {
      const entry = await entryOf(c.req.valid('json'))
      const saved = entry.ok ? await experts.register(c.var.organisation.id, entry.value, c.var.doing) : entry
      return answer(c, saved.ok ? accept({ id: c.var.doing.request }) : saved, 201)
    },
  )
  .put(
    '/organisations/:organisation/experts/:expert',
    on.organisation('experts.register'),
    describe('experts', 'Changes or retires an expert'),
    body(Change),
    async (c) => {
      const expert = await experts.get(c.req.param('expert'))
      if (expert?.host !== c.var.organisation.id) return refused(c, refuse('not-found'))
      const { state, ...given } = c.req.valid('json')
      const entry = await entryOf(given)
      if (!entry.ok) return refused(c, entry)
      const saved = await experts.change(expert, entry.value, state, c.var.doing)
      return answer(c, saved.ok ? accept(shown({ ...expert, ...entry.value, state })) : saved)
    },
  )
