import type { Batch } from '../batches/schema.ts'
import { stageIndex, type Timed } from '../batches/timing.ts'
import type { SubmissionState } from '../submissions/states.ts'
import { isOver } from './rules.ts'

/** Whether experts review in a batch, so that there is a ranking. */
export const isReviewed = ({ stages }: Pick<Batch, 'stages'>): boolean => stages.some(({ kind, on }) => kind === 'review' && on)

/** What goes to the experts: what was found qualified, or, where a batch has no qualification stage, what was recommended. */
export function reviewableState(batch: Pick<Batch, 'stages'>): SubmissionState {
  return batch.stages.some(({ kind, on }) => kind === 'screen' && on) ? 'qualified' : 'recommended'
}

/** Nothing more comes to the experts once the batch has left its review, or is over. */
export const reviewIsPast = (batch: Timed): boolean => isOver(batch) || (batch.stage ?? -1) > stageIndex(batch, 'review')

/** What has been with the experts: what is with them now, and what was decided since. */
const reachedExperts = (batch: Pick<Batch, 'stages'>): readonly SubmissionState[] => [reviewableState(batch), 'awarded', 'unsuccessful']

/** What a batch's board shows: what is with the experts, and once its review is past also what was decided since. */
export const shownOnBoard = (batch: Pick<Batch, 'stages'> & Timed): readonly SubmissionState[] =>
  reviewIsPast(batch) ? reachedExperts(batch) : [reviewableState(batch)]

/** How many reviews a batch asks for in all: so many for each submission that went to the experts, also once it has been decided. */
export function reviewsWanted(
  batch: Pick<Batch, 'stages' | 'settings'>,
  counts: readonly { states: Partial<Record<SubmissionState, number>> }[],
): number {
  const submissions = counts
    .flatMap(({ states }) => reachedExperts(batch).map((state) => states[state] ?? 0))
    .reduce((sum, count) => sum + count, 0)
  return submissions * batch.settings.expertsPerSubmission
}
