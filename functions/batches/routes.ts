import { Hono } from 'hono'
import { missing } from '../../shared/batches/checklist.ts'
import { Configuration, configure } from '../../shared/batches/configuring.ts'
import { draftBatch, type Source } from '../../shared/batches/drafting.ts'
import { lives } from '../../shared/batches/lifecycle.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { relationsToBatch } from '../../shared/permissions/relations.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { awardsOfBatch } from '../awards/held.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { hosted, openTo } from './lists.ts'
import { BatchList, Drafting, Preview } from './schema.ts'
import { moveBatch, newBatch } from './store.ts'
import { templateNamed } from './templateRoutes.ts'
import { applicantView, factsOf, hostView, ownRubric, previewFor, templateOfBatch } from './views.ts'

const tag = 'batches'
const hosts = (actor: Actor, batch: Batch) => relationsToBatch(actor, batch).includes('host')

/** The head is read by every request about the batch: it must stay within one read of the database. */
const headBytes = 4096
const fits = (batch: object): Outcome<null> =>
  Buffer.byteLength(JSON.stringify(batch)) <= headBytes ? accept(null) : refuse('batch.too-large')

const sourceExists = (source: string | null | undefined, host: string): Promise<Outcome<null>> =>
  source
    ? table.get<Batch>(key.batch(source)).then((batch) => (batch?.host.id === host ? accept(null) : refuse('not-found')))
    : Promise.resolve(accept(null))

/** An award list of a batch that a unit has hosted itself; undefined when there is none. */
async function sourceOf(id: string, host: string): Promise<Source | undefined> {
  const batch = await table.get<Batch>(key.batch(id))
  if (batch?.host.id !== host) return undefined
  const atWork = (await awardsOfBatch(id)).filter(({ state }) => state === 'open' || state === 'extended')
  return { batch: id, programme: templateOfBatch(batch).programme.key, categories: [...new Set(atWork.map(({ category }) => category))] }
}

/** Preparing a batch, and reading it. */
export const batchRoutes = new Hono()
  .get('/batches', on.member('batch.list'), describe(tag, 'Batches my unit hosts, or that are open to it'), query(BatchList), async (c) => {
    const { scope, ...page } = c.req.valid('query')
    return c.json(await (scope === 'hosted' ? hosted : openTo)(c.var.member, page))
  })
  .post('/batches', on.member('batch.draft'), describe(tag, 'Prepares a batch from a template'), body(Drafting), async (c) => {
    const { member, doing } = c.var
    const asked = c.req.valid('json')
    const template = templateNamed(asked.template, asked.version)
    if (!template) return refused(c, refuse('template.unknown'))
    const source = asked.source === undefined ? undefined : await sourceOf(asked.source, member.organisation.id)
    if (asked.source !== undefined && !source) return refused(c, refuse('not-found'))
    const draft = draftBatch(
      { id: doing.request, title: asked.title, at: doing.at, ...(source && { source }) },
      template,
      member.organisation,
    )
    if (!draft.ok) return refused(c, draft)
    const { id, title, host } = draft.value
    const fact = { type: 'batch.drafted' as const, batch: id, title, host: host.id, template: `${template.key}@${template.version}` }
    const saved = await settled(key.batch(id).pk, doing, await table.commit(doing, [newBatch(draft.value, fact)]))
    return answer(c, saved.ok ? accept({ id }) : saved, 201)
  })
  .get(
    '/batches/:batch',
    on.batch('batch.read'),
    describe(tag, 'A batch: everything for its host, what one needs to apply for the others'),
    async (c) => {
      const { actor, batch, doing } = c.var
      if (hosts(actor, batch)) return c.json(await hostView(batch, doing.at))
      const facts = actor.kind === 'member' ? await factsOf(actor) : undefined
      return facts ? c.json(await applicantView(batch, facts.unit, facts.awards)) : refused(c, refuse('not-found'))
    },
  )
  .patch(
    '/batches/:batch',
    on.batch('batch.configure'),
    describe(tag, 'Changes the configuration, section by section'),
    body(Configuration),
    async (c) => {
      const { batch, doing } = c.var
      const { from, ...asked } = c.req.valid('json')
      if (from !== undefined && from !== batch.seq) {
        const stale = await settled<{ repeated: boolean }>(batch.pk, doing, refuse('changed-meanwhile'))
        return stale.ok ? answer(c, stale) : refused(c, stale, { batch: await hostView(batch, doing.at) })
      }
      const configured = configure(batch, asked, templateOfBatch(batch))
      if (!configured.ok) return answer(c, await settled(batch.pk, doing, configured))
      const { set, remove, changed } = configured.value
      const checks = [await sourceExists(asked.source, batch.host.id), fits({ ...batch, ...set })].find(({ ok }) => !ok)
      if (checks && !checks.ok) return refused(c, checks)
      const move = moveBatch(batch, { type: 'batch.configured', batch: batch.id, changed }, set, remove)
      return answer(c, await settled(batch.pk, doing, await table.commit(doing, [move], rubricWrites(batch, asked.rubric))))
    },
  )
  .delete('/batches/:batch', on.batch('batch.configure'), describe(tag, 'Discards a batch that was never opened'), async (c) => {
    const { batch, doing } = c.var
    const allowed = lives(batch, 'batch.discarded')
    if (!allowed.ok) return answer(c, await settled(batch.pk, doing, allowed))
    const gone = { key: batch, head: batch, fact: { type: 'batch.discarded' as const, batch: batch.id }, set: { state: allowed.value } }
    return answer(c, await settled(batch.pk, doing, await table.commit(doing, [{ ...gone, remove: ['listPk', 'listSk', 'summary'] }])))
  })
  .get('/batches/:batch/checklist', on.batch('batch.configure'), describe(tag, 'What is missing before it can be opened'), async (c) => {
    const { batch, doing } = c.var
    return c.json({ missing: missing(batch, templateOfBatch(batch), await ownRubric(batch), doing.at) })
  })
  .get(
    '/batches/:batch/preview',
    on.batch('batch.watch'),
    describe(tag, 'The batch as an applicant will see it'),
    query(Preview),
    async (c) => c.json(await previewFor(c.var.batch, c.req.valid('query').kind)),
  )

function rubricWrites(batch: Batch, rubric: Configuration['rubric']): Write[] {
  if (rubric === undefined) return []
  return [rubric === null ? writes.remove(key.rubric(batch.id)) : writes.put({ ...key.rubric(batch.id), rubric })]
}
