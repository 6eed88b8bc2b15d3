import type { Batch } from '../batches/schema.ts'
import type { SubmissionState } from '../submissions/states.ts'

/** Whether experts review in a batch, so that there is a ranking. */
export const isReviewed = ({ stages }: Pick<Batch, 'stages'>): boolean => stages.some(({ kind, on }) => kind === 'review' && on)

/** What goes to the experts: what was found qualified, or, where a batch has no qualification stage, what was recommended. */
export function reviewableState(batch: Pick<Batch, 'stages'>): SubmissionState {
  return batch.stages.some(({ kind, on }) => kind === 'screen' && on) ? 'qualified' : 'recommended'
}
