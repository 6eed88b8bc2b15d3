import { Hono } from 'hono'
import * as z from 'zod'
import type { Batch } from '../../shared/batches/schema.ts'
import { stageOpen } from '../../shared/batches/timing.ts'
import { accept, type Outcome, refuse, yielding } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { answerInvitation, declareConflict, isOver, saveMarks, sits, submitReview, takeBackConflict } from '../../shared/reviews/rules.ts'
import { MarksEntry } from '../../shared/reviews/schema.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import type { Rubric } from '../../shared/templates/schema.ts'
import { answer, body, refused, settled } from '../api/answer.ts'
import { Reason } from '../api/asked.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { linksTo } from '../files/reading.ts'
import { documentOf, materialOf } from './material.ts'
import { comerOf, materialSeat, type Seat, seatOf } from './seat.ts'
import { participants, reviews, rubricOf } from './store.ts'

const Stepping = Reason.partial()
const Save = z.strictObject({ version: z.int().nonnegative(), marks: MarksEntry })

/** The expert's desk: reached through the link in the mail, for one batch, on a phone as well. */
export const deskRoutes = new Hono()
  .get(
    '/batches/:batch/desk',
    on.batch('review.read'),
    describe('desk', 'What an expert has to review in a batch, and how far it is'),
    async (c) => {
      const [comer, rows] = await Promise.all([
        comerOf(c.var.batch, c.var.actor),
        reviews.ofExpert(c.var.batch.id, c.var.actor.kind === 'expert' ? c.var.actor.expert : ''),
      ])
      if (!comer.ok) return refused(c, comer)
      const participant = comer.value
      const readable = participant.state === 'accepted' && !isOver(c.var.batch)
      const template = templateOf(c.var.batch.template.key, c.var.batch.template.version)
      return c.json({
        batch: batchShown(c.var.batch, c.var.doing.at),
        expert: { name: participant.name, state: participant.state, assigned: participant.assigned, submitted: participant.submitted },
        rows: readable
          ? rows
              .map(({ summary }) => ({
                ...summary,
                kind: categoryTitle(template, summary.category),
                title: c.var.batch.settings.applicantHiddenFromExpert ? undefined : summary.title,
              }))
              .filter(({ state }) => state !== 'withdrawn')
          : [],
      })
    },
  )
  .post('/batches/:batch/desk/accept', on.batch('review.write'), describe('desk', 'Accepts the invitation'), async (c) => {
    const comer = await comerOf(c.var.batch, c.var.actor)
    if (!comer.ok) return refused(c, comer)
    if (comer.value.state === 'accepted') return c.json({ repeated: true })
    const decided = answerInvitation(comer.value, c.var.batch, 'accepted')
    return answer(c, decided.ok ? await participants.accept(comer.value, c.var.doing) : decided)
  })
  .post('/batches/:batch/desk/decline', on.batch('review.write'), describe('desk', 'Declines the invitation'), body(Reason), async (c) => {
    const comer = await comerOf(c.var.batch, c.var.actor)
    if (!comer.ok) return refused(c, comer)
    if (comer.value.state === 'declined') return c.json({ repeated: true })
    const decided = answerInvitation(comer.value, c.var.batch, 'declined')
    return answer(c, decided.ok ? await participants.decline(comer.value, c.req.valid('json').reason, c.var.doing) : decided)
  })
  .get(
    '/batches/:batch/desk/:submission',
    on.batch('review.read'),
    describe('desk', 'The material to review, the criteria and what the expert has entered'),
    async (c) => {
      const seat = await materialSeat(c.var.batch, c.var.actor, c.req.param('submission'))
      if (!seat.ok) return refused(c, seat)
      const material = await materialOf(c.var.batch, seat.value.review)
      if (!material) return refused(c, refuse('not-found'))
      const { state, marks, version, savedAt, submittedAt, reason } = seat.value.review
      return c.json({
        ...material,
        review: { state, marks, version, savedAt, submittedAt, reason: state === 'reopened' ? reason : undefined },
      })
    },
  )
  .put(
    '/batches/:batch/desk/:submission',
    on.batch('review.write'),
    describe('desk', 'Keeps what the expert has entered so far'),
    body(Save),
    async (c) => {
      const { version, marks } = c.req.valid('json')
      const found = await factsOf(c.var.batch, c.req.param('submission'), c.var.actor)
      if (!found.ok) return refused(c, found)
      const facts = found.value
      const time = stageOpen(c.var.batch, 'review', undefined, c.var.doing.at)
      const decided = time.ok ? saveMarks(facts, version, marks) : time
      const saved = decided.ok ? await reviews.keep(facts.review, decided.value, c.var.doing) : decided
      if (!saved.ok && saved.code === 'review.saved-elsewhere') {
        const theirs = await reviews.get(facts.review.submission, facts.review.expert)
        return refused(c, saved, { theirs: theirs && { version: theirs.version, marks: theirs.marks, savedAt: theirs.savedAt } })
      }
      return answer(c, saved)
    },
  )
  .post(
    '/batches/:batch/desk/:submission/submit',
    on.batch('review.write'),
    describe('desk', 'Submits the review'),
    body(Save),
    async (c) => {
      const { version, marks } = c.req.valid('json')
      const found = await factsOf(c.var.batch, c.req.param('submission'), c.var.actor)
      if (!found.ok) return refused(c, found)
      const facts = found.value
      const time = stageOpen(c.var.batch, 'review', undefined, c.var.doing.at)
      const decided = time.ok ? submitReview(facts, version, marks) : time
      const saved = decided.ok ? await reviews.submit(facts.review, marks, decided.value.score, c.var.doing) : decided
      return answer(c, await settled(facts.review.pk, c.var.doing, yielding(saved, { submittedAt: c.var.doing.at })))
    },
  )
  .post(
    '/batches/:batch/desk/:submission/conflict',
    on.batch('review.write'),
    describe('desk', 'Declares a conflict of interest, at once or with a reason; the reason may also be said afterwards'),
    body(Stepping),
    async (c) => {
      const seat = await seatOf(c.var.batch, c.var.actor, c.req.param('submission'))
      if (!seat.ok) return refused(c, seat)
      const { review } = seat.value
      const { reason } = c.req.valid('json')
      const before = review.state === 'conflict'
      if (before && (reason === undefined || reason === review.reason)) return c.json({ repeated: true })
      const decided = declareConflict(review, c.var.batch)
      if (!decided.ok) return refused(c, decided)
      return answer(
        c,
        before && reason !== undefined
          ? await reviews.explainConflict(review, reason, c.var.doing)
          : await reviews.conflict(review, reason, c.var.doing),
      )
    },
  )
  .post(
    '/batches/:batch/desk/:submission/conflict/undo',
    on.batch('review.write'),
    describe('desk', 'Takes a declared conflict back, while nobody has got the submission instead'),
    async (c) => {
      const { batch, doing } = c.var
      const seat = await seatOf(batch, c.var.actor, c.req.param('submission'))
      if (!seat.ok) return refused(c, seat)
      const facts = seat.value
      const time = stageOpen(batch, 'review', undefined, doing.at)
      const sitting = (await reviews.of(facts.review.submission)).filter(sits).length
      const decided = time.ok ? takeBackConflict({ ...facts, sitting, wanted: batch.settings.expertsPerSubmission }) : time
      const saved = decided.ok ? await reviews.takeBack(facts.review, doing) : decided
      return answer(c, await settled(facts.review.pk, doing, yielding(saved, { state: facts.review.savedAt ? 'draft' : 'assigned' })))
    },
  )
  .get(
    '/batches/:batch/desk/:submission/pdf',
    on.batch('review.read'),
    describe('desk', 'Links to the application as PDF, where experts may know the applicant'),
    async (c) => {
      const seat = await materialSeat(c.var.batch, c.var.actor, c.req.param('submission'))
      if (!seat.ok) return refused(c, seat)
      const document = await documentOf(c.var.batch, seat.value.review)
      return document ? c.json(await linksTo(document, '申报书.pdf', 'application/pdf')) : refused(c, refuse('not-found'))
    },
  )

function batchShown(batch: Batch, at: string) {
  const { id, title, host, stages, settings, state } = batch
  return {
    id,
    title,
    host: host.name,
    closes: stages.find(({ kind, on: used }) => kind === 'review' && used)?.closes ?? null,
    anonymous: settings.applicantHiddenFromExpert,
    /** Whether reviews may be written now; else the desk is for reading. */
    open: stageOpen(batch, 'review', undefined, at).ok,
    paused: state === 'paused',
    over: isOver(batch),
  }
}

async function factsOf(batch: Batch, submission: string, actor: Actor): Promise<Outcome<Seat & { rubric: Rubric }>> {
  const seat = await seatOf(batch, actor, submission)
  const rubric = seat.ok ? await rubricOf(batch, seat.value.review.category) : undefined
  if (!seat.ok) return seat
  return rubric ? accept({ ...seat.value, rubric }) : refuse('not-found')
}
