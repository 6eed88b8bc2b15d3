import { Hono } from 'hono'
import * as z from 'zod'
import { batchRuns } from '../../shared/batches/timing.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import { reviewIsPast, reviewsWanted } from '../../shared/reviews/reviewable.ts'
import { hasLeft, isOver, reopenReview, takeOver, withdrawReview } from '../../shared/reviews/rules.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { answer, body, query, refused } from '../api/answer.ts'
import { InLanguage, Reason } from '../api/asked.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { countsOf } from '../batches/counts.ts'
import { notNowAtHost } from '../batches/notNow.ts'
import { assignBalanced, assignByHand, boardOf, firstToReview, replaceExpert } from './assigning.ts'
import { reviewPaper, reviewsRead } from './reading.ts'
import { experts, participants, reviews } from './store.ts'

const Invitations = z.strictObject({ experts: z.array(z.ulid()).min(1).max(100) })
const Balanced = z.strictObject({
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  dryRun: z.boolean().default(false),
})
const Replacing = z.strictObject({ by: z.ulid().optional(), reason: z.string().trim().min(2).max(2000) })
const Board = z.strictObject({
  category: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  from: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
const ByHand = z.strictObject({ submission: z.ulid(), expert: z.ulid() })
const shown = (row: Participant) =>
  pick(row, [
    'expert',
    'name',
    'email',
    'unit',
    'fields',
    'state',
    'assigned',
    'submitted',
    'invitedAt',
    'openedAt',
    'remindedAt',
    'bounced',
    'complained',
    'revokedAt',
    'declined',
  ])

/** What the host does for the review of a batch: invite, assign, watch, remind, reopen. */
export const reviewOfficeRoutes = new Hono()
  .get(
    '/batches/:batch/experts',
    on.batch('reviews.watch'),
    describe('reviews', 'The experts of a batch: who accepted, how far they are, whose mail bounced; how many reviews the batch asks for'),
    async (c) => {
      const { batch } = c.var
      const [rows, counts] = await Promise.all([participants.all(batch.id), countsOf(batch.id)])
      return c.json({ rows: rows.map(shown), wanted: reviewsWanted(batch, counts), over: isOver(batch), ...notNowAtHost(batch) })
    },
  )
  .post(
    '/batches/:batch/experts',
    on.batch('experts.manage'),
    describe('reviews', 'Invites experts of the host’s register by mail; again for those whose link should be sent anew'),
    body(Invitations),
    async (c) => {
      const { batch, doing } = c.var
      const runs = batchRuns(batch)
      if (!runs.ok) return refused(c, runs)
      const results: { expert: string; ok: boolean; code?: string }[] = []
      for (const id of new Set(c.req.valid('json').experts)) {
        const [expert, participant] = await Promise.all([experts.get(id), participants.get(batch.id, id)])
        const outcome: Outcome<unknown> =
          expert?.host !== batch.host.id || expert.state === 'retired'
            ? refuse('not-found')
            : await participants.invite(batch, expert, participant, { ...doing, request: `${doing.request}.${id}` })
        results.push({ expert: id, ok: outcome.ok, ...(!outcome.ok && { code: outcome.code }) })
      }
      return c.json({ results })
    },
  )
  .post(
    '/batches/:batch/experts/remind',
    on.batch('experts.manage'),
    describe('reviews', 'Reminds the experts who have not finished'),
    body(z.strictObject({ experts: z.array(z.ulid()).max(500).optional() })),
    async (c) => {
      const { experts: chosen } = c.req.valid('json')
      const runs = batchRuns(c.var.batch)
      if (!runs.ok) return refused(c, runs)
      const late = (await participants.all(c.var.batch.id)).filter(
        (participant) => hasLeft(participant) && (!chosen || chosen.includes(participant.expert)),
      )
      let reminded = 0
      // One after the other: each holds on to the row of the batch while it is written.
      for (const participant of late) {
        const doing = { ...c.var.doing, request: `${c.var.doing.request}.${participant.expert}` }
        if ((await participants.remind(c.var.batch, participant, doing)).ok) reminded += 1
      }
      return c.json({ reminded })
    },
  )
  .post(
    '/batches/:batch/experts/:expert/revoke',
    on.batch('experts.manage'),
    describe('reviews', 'Stops an expert’s links'),
    body(Reason),
    async (c) => {
      const participant = await participants.get(c.var.batch.id, c.req.param('expert'))
      if (!participant) return refused(c, refuse('not-found'))
      return answer(c, await participants.revoke(participant, c.req.valid('json').reason, c.var.doing))
    },
  )
  .post(
    '/batches/:batch/experts/:expert/replace',
    on.batch('experts.manage'),
    describe('reviews', 'Gives what an expert has not submitted to another, or to whom the balanced rule finds'),
    body(Replacing),
    async (c) => {
      const { batch, doing } = c.var
      const { by, reason } = c.req.valid('json')
      const [from, other] = await Promise.all([
        participants.get(batch.id, c.req.param('expert')),
        by ? participants.get(batch.id, by) : undefined,
      ])
      if (!from) return refused(c, refuse('not-found'))
      const runs = batchRuns(batch)
      const decided = runs.ok && by ? takeOver(from, other) : runs
      return decided.ok ? c.json(await replaceExpert(batch, from, other, reason, doing)) : refused(c, decided)
    },
  )
  .get(
    '/batches/:batch/assignments',
    on.batch('reviews.watch'),
    describe('reviews', 'The board of a category: its submissions with those who review them, and what each expert of the batch has'),
    query(Board),
    async (c) => {
      const { batch } = c.var
      const template = templateOf(batch.template.key, batch.template.version)
      const categories = batch.categories.filter((each) => each.on).map(({ key }) => ({ key, title: categoryTitle(template, key) }))
      const { from, limit, ...asked } = c.req.valid('query')
      const category =
        asked.category ??
        (await firstToReview(
          batch,
          categories.map(({ key }) => key),
        )) ??
        ''
      if (!categories.some(({ key }) => key === category)) return refused(c, refuse('not-found'))
      return c.json({
        categories,
        category,
        perSubmission: batch.settings.expertsPerSubmission,
        past: reviewIsPast(batch),
        ...notNowAtHost(batch),
        ...(await boardOf(batch, category, from, limit)),
      })
    },
  )
  .post(
    '/batches/:batch/assignments/balanced',
    on.batch('experts.manage'),
    describe('reviews', 'Assigns by the balanced rule; with dryRun says what it would do'),
    body(Balanced),
    async (c) => {
      const { category, dryRun } = c.req.valid('json')
      const runs = dryRun ? accept(null) : batchRuns(c.var.batch)
      return answer(c, runs.ok ? await assignBalanced(c.var.batch, category, dryRun, c.var.doing) : runs)
    },
  )
  .post(
    '/batches/:batch/assignments',
    on.batch('experts.manage'),
    describe('reviews', 'Assigns one submission to one expert'),
    body(ByHand),
    async (c) => {
      const { submission, expert } = c.req.valid('json')
      const runs = batchRuns(c.var.batch)
      return answer(c, runs.ok ? await assignByHand(c.var.batch, submission, expert, c.var.doing) : runs, 201)
    },
  )
  .get(
    '/batches/:batch/submissions/:submission/reviews',
    on.submission('reviews.watch'),
    describe('reviews', 'The reviews of one submission: marks and comment of those that are submitted'),
    async (c) => c.json(await reviewsRead(c.var.batch, c.var.submission, c.var.doing.at)),
  )
  .get(
    '/batches/:batch/submissions/:submission/reviews/:expert/document',
    on.submission('reviews.watch'),
    describe('reviews', 'A link to a submitted review as PDF; not ready the first time it is asked for'),
    query(InLanguage),
    async (c) => {
      const review = await reviews.get(c.var.submission.id, c.req.param('expert'))
      if (!review) return refused(c, refuse('not-found'))
      if (review.state !== 'submitted') return refused(c, refuse('review.not-submitted'))
      return c.json(await reviewPaper(review, c.req.valid('query').language))
    },
  )
  .delete(
    '/batches/:batch/submissions/:submission/reviews/:expert',
    on.submission('experts.manage'),
    describe('reviews', 'Takes an unsubmitted review from an expert'),
    async (c) => {
      const review = await reviews.get(c.var.submission.id, c.req.param('expert'))
      if (!review) return refused(c, refuse('not-found'))
      if (review.state === 'conflict' || review.state === 'withdrawn') return c.json({ repeated: true })
      const decided = withdrawReview(review, c.var.batch)
      return answer(c, decided.ok ? await reviews.unassign(c.var.batch, review, 'office', c.var.doing) : decided)
    },
  )
  .post(
    '/batches/:batch/submissions/:submission/reviews/:expert/reopen',
    on.submission('experts.manage'),
    describe('reviews', 'Reopens a submitted review'),
    body(Reason),
    async (c) => {
      const review = await reviews.get(c.var.submission.id, c.req.param('expert'))
      if (!review) return refused(c, refuse('not-found'))
      const decided = reopenReview(review, c.var.batch, c.var.doing.at)
      return answer(c, decided.ok ? await reviews.reopen(c.var.batch, review, c.req.valid('json').reason, c.var.doing) : decided)
    },
  )
