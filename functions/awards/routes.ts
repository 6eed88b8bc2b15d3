import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { post, revoke } from '../../shared/awards/rules.ts'
import { type Award, type Obligation, type Post, PostEntry } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { stageRuns } from '../../shared/batches/timing.ts'
import { lookAtList, publishingRuns, publishList } from '../../shared/notices/rules.ts'
import { refuse, yielding } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { awardOrders } from '../../shared/portal/pages.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { answer, body, query, refused, sentences, settled } from '../api/answer.ts'
import { Reason } from '../api/asked.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { concluded } from '../notices/announced.ts'
import { publication } from '../workflow/publication.ts'
import { passOn } from '../workflow/signals.ts'
import { ListAsked, listedAwards } from './listing.ts'
import { progressOf } from './progress.ts'
import { awards } from './store.ts'

const Page = z.strictObject({ cursor: z.string().max(2000).optional() })
const Looked = z.strictObject({ language: z.enum(['zh', 'en']), order: z.enum(awardOrders).default('list') })
const awardShown = (row: Award) =>
  pick(row, [
    'id',
    'batch',
    'batchTitle',
    'category',
    'title',
    'unit',
    'institution',
    'number',
    'state',
    'grantedAt',
    'ends',
    'publicWorkPage',
    'posts',
    'gradeTitle',
    'acceptance',
    'certificate',
    'certificateEn',
    'host',
  ])
const obligationShown = (row: Obligation) => pick(row, ['obligation', 'kind', 'title', 'due', 'state', 'template', 'posts', 'metAt'])
const postShown = (row: Post) => pick(row, ['post', 'title', 'text', 'files', 'at', 'state', 'reason'])

/** Publication, awards, what they owe, and the work page on which awardees show how they go on. */
export const awardRoutes = new Hono()
  .post(
    '/batches/:batch/publication',
    on.batch('award.manage'),
    describe('awards', 'Publishes the list: awards are granted, certificates made, pages rendered'),
    async (c) => {
      const { batch, doing } = c.var
      const so = await concluded(batch)
      const decided = publishList(batch, so, doing.at)
      if (!decided.ok) return answer(c, await settled<{ repeated: boolean }>(batch.pk, doing, decided))
      const { over } = decided.value
      const saved = await settled(batch.pk, doing, await publication.begin(batch, over, so, doing))
      if (saved.ok) for (const stage of over) await passOn(batch.id, stage)
      return answer(c, saved, 202)
    },
  )
  .get(
    '/batches/:batch/publication',
    on.batch('award.manage'),
    describe(
      'awards',
      'How far the publication is: awards granted, or in a check grades passed on, and certificates made, of those that the sheets decide',
    ),
    async (c) => {
      const { batch, doing } = c.var
      const [begun, progress] = await Promise.all([publication.begun(batch), progressOf(batch)])
      const notice = stageRuns(batch, 'notice', doing.at)
      const list = publishingRuns(batch, doing.at)
      return c.json({
        begun,
        /** Why a notice, and why the list, cannot be published at this moment. */
        notNow: { ...(!notice.ok && { notice: sentences(notice) }), ...(!list.ok && { list: sentences(list) }) },
        listed: batch.settledAt !== undefined,
        ...progress,
      })
    },
  )
  .get(
    '/batches/:batch/publication/preview',
    on.batch('award.manage'),
    describe('awards', 'A page of the list as the public would see it were it published now; nothing is written'),
    query(Looked),
    async (c) => {
      const { batch, doing } = c.var
      const decided = lookAtList(batch, await concluded(batch), doing.at)
      if (!decided.ok) return refused(c, decided)
      const { language, order } = c.req.valid('query')
      const { listPreview } = await import('./preview.ts')
      return c.json(await listPreview(batch, { order }, language, doing.at))
    },
  )
  .get(
    '/batches/:batch/awards',
    on.batch('award.list'),
    describe(
      'awards',
      'The awards of a batch by category, province and state, in the order of the list or of what falls due; a page at a time',
    ),
    query(ListAsked),
    async (c) => c.json(await listedAwards(c.var.batch, c.req.valid('query'))),
  )
  .get(
    '/organisations/:organisation/awards',
    on.organisation('award.read'),
    describe('awards', 'The awards of an institution'),
    query(Page),
    async (c) => {
      const { rows, cursor } = await awards.ofInstitution(c.var.organisation.id, c.req.valid('query').cursor)
      return c.json({ rows: rows.map(({ id, summary }) => ({ ...summary, id })), cursor })
    },
  )
  .get('/awards/:award', on.award('award.read'), describe('awards', 'An award: what it owes, what it has shown'), async (c) => {
    const { id, batch: granting } = c.var.award
    const [whole, batch] = await Promise.all([awards.whole(id), table.get<Batch>(key.batch(granting))])
    if (!whole) return refused(c, refuse('not-found'))
    const template = batch && templateOf(batch.template.key, batch.template.version)
    return c.json({
      award: { ...awardShown(whole.award), categoryTitle: categoryTitle(template, whole.award.category) },
      obligations: whole.obligations.map(obligationShown),
      posts: whole.posts.map(postShown),
    })
  })
  .post(
    '/awards/:award/posts',
    on.award('award.post'),
    describe('awards', 'Posts progress on the work page'),
    body(PostEntry),
    async (c) => {
      const { award, doing } = c.var
      const entry = c.req.valid('json')
      const decided = post(award)
      if (!decided.ok) return answer(c, await settled<{ repeated: boolean }>(award.pk, doing, decided))
      const files = (await table.getMany(entry.files.map((file) => key.awardFile(award.id, file)))).map(
        (row) => row as unknown as { id: string; name: string; bytes: number; type: string; state: string } | undefined,
      )
      if (files.some((file) => file?.state !== 'clean')) return refused(c, refuse('file.unchecked'))
      const saved = await awards.post(
        award,
        entry,
        files.flatMap((file) =>
          file
            ? [
                {
                  ...pick(file, ['id', 'name', 'bytes', 'type']),
                  ...(award.publicWorkPage && { address: publicPath.attachment(randomBytes(16).toString('hex'), file.name) }),
                },
              ]
            : [],
        ),
        doing,
      )
      return answer(c, yielding(saved, { post: doing.request, at: doing.at }), 201)
    },
  )
  .post(
    '/awards/:award/posts/:post/withdraw',
    on.award('award.post'),
    describe('awards', 'Takes a post off the work page; the record keeps it'),
    body(Reason),
    async (c) => {
      const { award, doing } = c.var
      const found = await table.get<Post>(key.post(award.id, c.req.param('post')))
      if (!found) return refused(c, refuse('not-found'))
      if (found.state === 'withdrawn') return c.json({ repeated: true })
      return answer(c, await awards.withdraw(award, found, c.req.valid('json').reason, doing))
    },
  )
  .post(
    '/awards/:award/revoke',
    on.award('award.manage'),
    describe('awards', 'Revokes an award with a reason'),
    body(Reason),
    async (c) => {
      const { award, doing } = c.var
      const decided = revoke(award)
      if (!decided.ok) return answer(c, await settled<{ repeated: boolean }>(award.pk, doing, decided))
      return answer(c, await awards.revoke(award, c.req.valid('json').reason, doing))
    },
  )
