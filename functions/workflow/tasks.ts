import type { Batch } from '../../shared/batches/schema.ts'
import { type Result, results, settleResult } from '../awards/granting.ts'

type TaskOf<I> = {
  /** Whether it is done when the batch leaves this stage. */
  after: (batch: Batch, index: number) => boolean
  /** All that it is to be done for. */
  items: (batch: Batch) => Promise<I[]>
  /** Does it for one of them; may run again. */
  work: (batch: Batch, item: I, at: string) => Promise<void>
}

/** Results hold when the batch leaves its publication or, where nothing is published, its deliberation. */
function settles({ stages }: Batch, index: number): boolean {
  const publishes = stages.some(({ kind, on }) => kind === 'publish' && on)
  return stages[index]?.kind === (publishes ? 'publish' : 'deliberate')
}

/** What is done for each submission of a batch, out of everybody's sight, when a stage is left. */
export const tasks = {
  settle: { after: settles, items: results, work: settleResult } satisfies TaskOf<Result>,
}
export type Task = keyof typeof tasks
export type Item = { task: Task; batch: string; item: Result }
