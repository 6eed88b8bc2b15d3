import type { Batch } from '../../shared/batches/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { type Doing, table } from '../aws/table.ts'
import { moveBatch } from '../batches/store.ts'
import type { ConcludedAsRead } from '../notices/announced.ts'
import { concludes, stillApproved } from '../notices/sheets.ts'
import { answerWrite } from './signals.ts'
import { stages } from './stages.ts'

export const publication = {
  /** The stages that end with it are over, by the word of whoever publishes: while the batch is as it was read, every sheet still approved, and the notice as the public reads it. */
  begin: (batch: Batch, over: readonly number[], so: ConcludedAsRead, doing: Doing) =>
    table.commit(
      doing,
      [moveBatch(batch, { type: 'stage.decided', batch: batch.id, stage: over.at(-1) ?? 0, stageKind: 'publish' })],
      [
        ...over.map((stage) => ({
          ...answerWrite(batch.id, stage, { why: 'decided', at: doing.at }),
          otherwise: refuse('stage.left'),
        })),
        ...stillApproved(batch, so.sheets),
        ...concludes(so.notices, doing.at),
      ],
    ),

  /** Whether somebody has published the list; what follows may still be under way. */
  async begun(batch: Batch): Promise<boolean> {
    const rows = await stages.of(batch.id)
    return rows.some(({ index, answer }) => answer?.why === 'decided' && batch.stages[index]?.kind === 'publish')
  },
}
