import type { Batch, StagePlan } from '../../shared/batches/schema.ts'
import type { StageProgress } from '../../shared/batches/timing.ts'
import { refuse } from '../../shared/outcome.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'

/** Why a stage is over: its date came, or somebody decided so. `ended`: the whole batch is. */
export type Answer = { why: 'due' | 'decided' | 'ended'; at: string }

/**
 * The row of a stage: what the workflow and those who answer it leave for each other. Token and answer may come in either order; whoever
 * comes second finds the other here. `closes` repeats the plan, so that an extension and the deadline's bell meet on one row.
 */
export type StageRow = Key &
  StageProgress & {
    batch: string
    index: number
    stageKind: StagePlan['kind']
    closes: string | null
    token?: string
    answer?: Answer
    leftAt?: string
  }

export const stages = {
  get: (batch: string, index: number) => table.get<StageRow>(key.stage(batch, index)),
  of: (batch: string) => table.all<StageRow>({ pk: key.batch(batch).pk, begins: 'STAGE#', consistent: true }),

  /** The rows of a batch that is being opened. */
  fresh: (batch: Batch): Write[] =>
    batch.stages.map((stage, index) =>
      writes.put({
        ...key.stage(batch.id, index),
        batch: batch.id,
        index,
        stageKind: stage.kind,
        state: 'waiting',
        closes: stage.closes,
      } satisfies StageRow),
    ),

  /**
   * Rows follow the plan where its closing times have changed. A stage that has been answered is over and stays as it is; `moved` names the one
   * whose deadline is moved, which is refused when the bell was quicker.
   */
  async follow(batch: Batch, plan: readonly StagePlan[], moved?: number): Promise<Write[]> {
    const rows = await stages.of(batch.id)
    return rows.flatMap(({ index, answer }) => {
      const closes = plan[index]?.closes ?? null
      if (closes === (batch.stages[index]?.closes ?? null) || (answer && index !== moved)) return []
      const otherwise = refuse(index === moved ? 'stage.left' : 'changed-meanwhile')
      return [writes.update(key.stage(batch.id, index), { closes }, { expression: 'attribute_not_exists(answer)' }, otherwise)]
    })
  },
}
