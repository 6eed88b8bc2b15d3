import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { post, revoke } from '../../shared/awards/rules.ts'
import { type Award, type Obligation, type Post, PostEntry } from '../../shared/awards/schema.ts'
import { publishList } from '../../shared/notices/rules.ts'
import { accept, refuse, yielding } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { noticeLeft, noticesOf, objectionsOf } from '../notices/announced.ts'
import { sheetStates } from '../notices/sheets.ts'
import { decideStage } from '../workflow/signals.ts'
import { stages } from '../workflow/stages.ts'
import { results } from './granting.ts'
import { awardsOfBatch } from './held.ts'
import { ListAsked, listedAwards } from './listing.ts'
import { awards } from './store.ts'

const Page = z.strictObject({ cursor: z.string().max(2000).optional() })
const Reason = z.strictObject({ reason: z.string().trim().min(2).max(2000) })
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
      const [states, notices] = await Promise.all([sheetStates(batch), noticesOf(batch.id)])
      const openObjections = (await objectionsOf(notices)).filter(({ state }) => state === 'open').length
      const noticeNeeded = batch.stages.some(({ kind, on: used }) => kind === 'notice' && used)
      const decided = publishList({ notices, noticeNeeded, openObjections, sheets: states }, doing.at)
      if (!decided.ok) return refused(c, decided)
      const deciding = batch.stages
        .map((stage, i) => ({ ...stage, i }))
        .filter(({ kind, on: used }) => used && (kind === 'notice' || kind === 'publish'))
      for (const { i } of deciding) await decideStage(batch.id, i)
      return answer(c, accept({ publishing: true }), 202)
    },
  )
  .get(
    '/batches/:batch/publication',
    on.batch('award.manage'),
    describe(
      'awards',
      'How far the publication is: awards granted and certificates made of those that the sheets award, or which earlier stage it waits for',
    ),
    async (c) => {
      const { batch } = c.var
      const [listed, decided, rows] = await Promise.all([awardsOfBatch(batch.id), results(batch), stages.of(batch.id)])
      const confirmed = rows.some(({ index, answer: given }) => given?.why === 'decided' && batch.stages[index]?.kind === 'publish')
      const waitsFor = confirmed && !noticeLeft(batch) ? batch.stages[batch.stage ?? 0] : undefined
      const certified = templateOf(batch.template.key, batch.template.version)?.certificate !== undefined
      const expected = decided.filter(({ outcome }) => outcome === 'award').length
      return c.json({
        begun: noticeLeft(batch) || confirmed,
        ...(waitsFor && { waitsFor: pick(waitsFor, ['key', 'title', 'closes']) }),
        listed: batch.settledAt !== undefined,
        expected,
        granted: listed.length,
        certificates: certified ? { expected, made: listed.filter(({ certificate }) => certificate !== undefined).length } : null,
      })
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
    const whole = await awards.whole(c.var.award.id)
    if (!whole) return refused(c, refuse('not-found'))
    return c.json({
      award: awardShown(whole.award),
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
