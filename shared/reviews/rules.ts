import type { Batch } from '../batches/schema.ts'
import { batchRuns, stageOpen, type Timed } from '../batches/timing.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Rubric } from '../templates/schema.ts'
import type { Participant, Review } from './schema.ts'
import { acceptMarks, type Marks, markProblems, scoreOf } from './scoring.ts'
import type { ReviewState } from './states.ts'

const writable: readonly ReviewState[] = ['assigned', 'draft', 'reopened']

/** Marks are kept while the expert takes part, the review is not submitted, and the saved version is the one that was edited. */
export function saveMarks(
  facts: { review: Review; participant: Participant; rubric: Rubric },
  version: number,
  marks: Marks,
): Outcome<Marks> {
  if (facts.participant.state !== 'accepted') return refuse('review.not-accepted')
  if (!writable.includes(facts.review.state))
    return refuse(facts.review.state === 'submitted' ? 'review.already-submitted' : 'review.not-yours')
  if (facts.review.version !== version) return refuse('review.saved-elsewhere')
  return acceptMarks(facts.rubric, marks)
}

/** A review is submitted complete: every criterion scored in its range, the comment long enough. */
export function submitReview(
  facts: { review: Review; participant: Participant; rubric: Rubric },
  version: number,
  marks: Marks,
): Outcome<{ score: number }> {
  const saved = saveMarks(facts, version, marks)
  if (!saved.ok) return saved
  const problems = markProblems(facts.rubric, marks)
  if (problems[0])
    return refuse('review.incomplete', { problems: problems.length, first: problems[0].message.zh, firstEn: problems[0].message.en })
  return accept({ score: scoreOf(facts.rubric, marks.scores) })
}

/**
 * Nothing of the review moves while the batch is paused, also not what an expert says about themselves alone: who has stepped aside or declined leaves a
 * place that nobody may fill before the batch goes on.
 */
const goesOn = (batch: Pick<Batch, 'state'>): Outcome<null> => (isOver(batch) ? refuse('review.over') : batchRuns(batch))

/** An expert may step aside from a submission, and say why, while the batch goes on and as long as the review is not submitted. */
export function declareConflict(review: Pick<Review, 'state'>, batch: Pick<Batch, 'state'>): Outcome<null> {
  const runs = goesOn(batch)
  if (!runs.ok) return runs
  if (review.state === 'conflict') return accept(null)
  return writable.includes(review.state)
    ? accept(null)
    : refuse(review.state === 'submitted' ? 'review.already-submitted' : 'review.not-yours')
}

/**
 * The office takes a review back that is not submitted; what the expert has entered is kept in the record. Like all it does for the review (inviting,
 * reminding, assigning) while the batch runs; only stopping a link is always possible.
 */
export function withdrawReview(review: Pick<Review, 'state'>, batch: Pick<Batch, 'state'>): Outcome<null> {
  const runs = batchRuns(batch)
  return runs.ok && review.state === 'submitted' ? refuse('review.already-submitted') : runs
}

/** Another expert takes over what one has not submitted: one who takes part, and not the same. */
export function takeOver(
  from: Pick<Participant, 'expert'>,
  by: Pick<Participant, 'expert' | 'state' | 'revokedAt'> | undefined,
): Outcome<null> {
  if (!by || by.state === 'declined' || by.revokedAt || by.expert === from.expert) return refuse('review.cannot-take-over')
  return accept(null)
}

/**
 * A conflict that was declared by mistake is taken back as long as the expert takes part and nobody sits in the vacated place:
 * `sitting` counts the other reviews of the submission that stand, `wanted` how many the batch asks for.
 */
export function takeBackConflict(facts: { review: Review; participant: Participant; sitting: number; wanted: number }): Outcome<null> {
  if (facts.participant.state !== 'accepted') return refuse('review.not-accepted')
  if (facts.review.state !== 'conflict') return refuse('review.no-conflict')
  return facts.sitting < facts.wanted ? accept(null) : refuse('review.replaced')
}

/** The office reopens a submitted review while its expert can still write: afterwards the score would be gone for good. */
export function reopenReview(review: Pick<Review, 'state'>, batch: Timed, at: string): Outcome<null> {
  if (review.state !== 'submitted') return refuse('review.not-submitted')
  const time = stageOpen(batch, 'review', undefined, at)
  if (time.ok) return accept(null)
  return time.code === 'stage.closed' || time.code === 'stage.left' ? refuse('review.reopen-too-late') : time
}

/** A link lets its expert in until the host revokes the links; whoever is invited anew after that comes by a new one. */
export function letIn({ revokedAt, linksSince }: Pick<Participant, 'revokedAt' | 'linksSince'>, linkedAt: string): Outcome<null> {
  return revokedAt !== undefined || linkedAt < (linksSince ?? '') ? refuse('link.revoked') : accept(null)
}

/** Material is read by whoever has accepted to review it and has neither stepped aside nor lost it, until the batch is over. */
export function readMaterial(
  facts: { participant: Pick<Participant, 'state'>; review: Pick<Review, 'state'> },
  batch: Pick<Batch, 'state'>,
): Outcome<null> {
  if (isOver(batch)) return refuse('review.over')
  if (facts.participant.state !== 'accepted') return refuse('review.not-accepted')
  return sits(facts.review) ? accept(null) : refuse('not-found')
}

/** Nothing is reviewed any more, nor read again. */
export const isOver = ({ state }: Pick<Batch, 'state'>): boolean => state === 'completed' || state === 'cancelled'

/** An expert has a submission who has neither stepped aside nor lost it. */
export const sits = ({ state }: Pick<Review, 'state'>): boolean => state !== 'conflict' && state !== 'withdrawn'

/** An invitation is answered while the batch goes on; an expert who has accepted may still decline, until reviews are submitted. */
export function answerInvitation(
  participant: Pick<Participant, 'submitted'>,
  batch: Pick<Batch, 'state'>,
  answer: 'accepted' | 'declined',
): Outcome<null> {
  const runs = goesOn(batch)
  if (!runs.ok) return runs
  if (answer === 'declined' && participant.submitted > 0) return refuse('review.has-submitted')
  return accept(null)
}

/** Who is told that nothing more is asked: every expert who was invited and whose link works, unless they have declined. */
export const takesPart = ({ state, revokedAt }: Pick<Participant, 'state' | 'revokedAt'>): boolean =>
  revokedAt === undefined && state !== 'declined'

/** Who is reminded: an expert whose link works and who has not answered, or has accepted and has reviews left. */
export const hasLeft = ({
  state,
  revokedAt,
  assigned,
  submitted,
}: Pick<Participant, 'state' | 'revokedAt' | 'assigned' | 'submitted'>): boolean =>
  revokedAt === undefined && (state === 'invited' || (state !== 'declined' && submitted < assigned))
