import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Rubric } from '../templates/schema.ts'
import type { Participant, Review, ReviewState } from './schema.ts'
import { acceptMarks, type Marks, markProblems, scoreOf } from './scoring.ts'

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

/** An expert may step aside from a submission as long as the review is not submitted. */
export function declareConflict(review: Review): Outcome<null> {
  return writable.includes(review.state)
    ? accept(null)
    : refuse(review.state === 'submitted' ? 'review.already-submitted' : 'review.not-yours')
}

/** The office takes a review back that is not submitted; what the expert has entered is kept in the record. */
export function withdrawReview(review: Pick<Review, 'state'>): Outcome<null> {
  return review.state === 'submitted' ? refuse('review.already-submitted') : accept(null)
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

/** The office reopens a submitted review. */
export function reopenReview(review: Review): Outcome<null> {
  return review.state === 'submitted' ? accept(null) : refuse('review.not-submitted')
}

/** An invitation is answered while it stands; an expert who has accepted may still decline, until reviews are submitted. */
export function answerInvitation(participant: Participant, answer: 'accepted' | 'declined'): Outcome<null> {
  if (participant.revokedAt) return refuse('link.revoked')
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
