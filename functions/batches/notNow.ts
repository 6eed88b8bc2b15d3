import type { Batch } from '../../shared/batches/schema.ts'
import { batchRuns } from '../../shared/batches/timing.ts'
import type { Text } from '../../shared/text.ts'
import { sentences } from '../api/answer.ts'

type NotNow = { notNow?: Text }

/** Why nothing is done in a batch that stands still or is over, for those who look at it; nothing of one that runs, or is still being prepared. */
export function notNow(batch: Pick<Batch, 'state'>): NotNow {
  const runs = batchRuns(batch)
  return runs.ok || batch.state === 'draft' ? {} : { notNow: sentences(runs) }
}

/** The same for those who host the batch: they need not ask its host. */
export const notNowAtHost = ({ state }: Pick<Batch, 'state'>): NotNow =>
  state in standing ? { notNow: standing[state as keyof typeof standing] } : {}
const standing = {
  paused: {
    zh: '本批次已暂停，已填写的内容均已保留。在“概况”页恢复后方可继续办理。',
    en: 'This batch is paused; everything entered is kept. Resume it on its overview to go on.',
  },
  cancelled: {
    zh: '本批次已取消，不能再操作；已保存的内容仍可查看。',
    en: 'This batch was cancelled; nothing more can be done in it. What was saved can still be read.',
  },
  completed: {
    zh: '本批次已结束，不能再操作；已保存的内容仍可查看。',
    en: 'This batch is completed; nothing more can be done in it. What was saved can still be read.',
  },
} as const satisfies Partial<Record<Batch['state'], Text>>
