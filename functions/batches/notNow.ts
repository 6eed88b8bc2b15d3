import type { Batch } from '../../shared/batches/schema.ts'
import { batchRuns } from '../../shared/batches/timing.ts'
import { sentences } from '../api/answer.ts'

/** Why nothing is done in a batch that stands still or is over, for those who look at it; nothing of one that runs, or is still being prepared. */
export function notNow(batch: Pick<Batch, 'state'>): { notNow?: { zh: string; en: string } } {
  const runs = batchRuns(batch)
  return runs.ok || batch.state === 'draft' ? {} : { notNow: sentences(runs) }
}
