import { ulid } from 'ulid'
import type { Fact } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { batchSummary, listedAs } from '../../shared/batches/summary.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { now } from '../aws/clock.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, type Move, table } from '../aws/table.ts'
import type { Write } from '../aws/writes.ts'

type Changes = Partial<Omit<Batch, 'id' | 'pk' | 'sk' | 'seq' | 'chain'>>

/** The head of a batch with a fact that changes it; its place and words in the lists follow. */
export function moveBatch(batch: Batch, fact: Fact, set: Changes = {}, remove: readonly (keyof Batch)[] = []): Move {
  const after = { ...batch, ...set }
  for (const name of remove) delete after[name]
  return {
    key: batch,
    head: batch,
    fact,
    set: { ...set, listPk: partition.batchesOf(after.host.id), listSk: listedAs(after), summary: batchSummary(after) },
    remove,
  }
}

/** A new batch with the fact that it was drafted. */
export function newBatch(draft: Omit<Batch, 'pk' | 'sk' | 'seq' | 'chain'>, fact: Fact): Move {
  return {
    key: key.batch(draft.id),
    head: null,
    fact,
    set: { ...draft, kind: 'batch', listPk: partition.batchesOf(draft.host.id), listSk: listedAs(draft), summary: batchSummary(draft) },
  }
}

export const batches = {
  get: (id: string) => table.get<Batch>(key.batch(id)),

  /**
   * Decides on the batch as it is now and saves, and once more on what it has become when somebody else was quicker. For what the system does;
   * a person is told instead.
   */
  async settle<T>(
    id: string,
    decide: (
      batch: Batch,
    ) =>
      | { move: Move; also?: readonly Write[]; value: T }
      | { value: T }
      | Promise<{ move: Move; also?: readonly Write[]; value: T } | { value: T }>,
    doing: Doing = bySystem('workflow'),
  ): Promise<T | undefined> {
    for (let attempt = 0; attempt < 10; attempt++) {
      const batch = await this.get(id)
      if (!batch) return undefined
      const decided = await decide(batch)
      if (!('move' in decided)) return decided.value
      const saved: Outcome<unknown> = await table.commit(doing, [decided.move], decided.also)
      if (saved.ok) return decided.value
    }
    throw new Error(`batch ${id} keeps changing`)
  },
}

/** What the system does by itself, at this moment, under a name of its own. */
export function bySystem(cause: string): Doing {
  const at = now()
  return { by: { kind: 'system', cause }, at, request: ulid(Date.parse(at)) }
}
