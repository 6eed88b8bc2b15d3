import { stageAfter } from '../../shared/batches/lifecycle.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { closesNow, opensNow, remindsNow } from '../../shared/batches/timing.ts'
import { refuse } from '../../shared/outcome.ts'
import { now } from '../aws/clock.ts'
import { key } from '../aws/keys.ts'
import { writes } from '../aws/writes.ts'
import { batches, moveBatch } from '../batches/store.ts'
import { type FanOut, listItems } from './items.ts'
import { closeStage } from './signals.ts'
import { stages } from './stages.ts'

export type Passed = { batch: string; stage: number; next: number | null; fanOut?: FanOut }

/** What a batch may do without people: it runs, or it is paused and only waits. */
const alive = ({ state }: Batch) => state === 'open' || state === 'paused'
const about = (batch: Batch, index: number) => ({ batch: batch.id, stage: index, stageKind: batch.stages[index]?.kind ?? '' })
const meanwhile = refuse('changed-meanwhile')

/** The batch comes to a stage. Coming to it again, after a lost execution, changes nothing. */
export async function enterStage(id: string, index: number): Promise<void> {
  await batches.settle<void>(id, async (batch) => {
    const row = await stages.get(id, index)
    if (!alive(batch) || !row || row.state !== 'waiting') return { value: undefined }
    return {
      move: moveBatch(batch, { type: 'stage.entered', ...about(batch, index) }, { stage: index }),
      also: [
        writes.update(
          key.stage(id, index),
          { state: 'active', enteredAt: now() },
          { expression: '#state = :waiting', names: { '#state': 'state' }, values: { ':waiting': 'waiting' } },
          meanwhile,
        ),
      ],
      value: undefined,
    }
  })
  await openStage(id, index)
  await stageDue(id, index)
}

/** Those concerned may act. Said once. */
export async function openStage(id: string, index: number): Promise<void> {
  await batches.settle<void>(id, async (batch) => {
    const row = await stages.get(id, index)
    const at = now()
    if (!row || !opensNow(batch, index, row, at)) return { value: undefined }
    return {
      move: moveBatch(batch, { type: 'stage.opened', ...about(batch, index) }),
      also: [writes.update(key.stage(id, index), { openedAt: at }, { expression: 'attribute_not_exists(openedAt)' }, meanwhile)],
      value: undefined,
    }
  })
}

/** The closing time of a stage is near. Said once for each closing time, and not when the date was moved away or the stage is over. */
export async function remindStage(id: string, index: number): Promise<void> {
  await batches.settle<void>(id, async (batch) => {
    const row = await stages.get(id, index)
    const closes = batch.stages[index]?.closes
    if (!row || !closes || !remindsNow(batch, index, row, now())) return { value: undefined }
    const once = { expression: 'attribute_not_exists(remindedOf) OR remindedOf <> :closes', values: { ':closes': closes } }
    return {
      move: moveBatch(batch, { type: 'stage.closing-soon', ...about(batch, index), closes }),
      also: [writes.update(key.stage(id, index), { remindedOf: closes }, once, meanwhile)],
      value: undefined,
    }
  })
}

/** The bell of a deadline. It rings in vain when the date was moved, while the batch is paused, and before the batch has come to the stage. */
export async function stageDue(id: string, index: number): Promise<void> {
  const [batch, row] = await Promise.all([batches.get(id), stages.get(id, index)])
  if (batch && row && closesNow(batch, index, row.enteredAt, now())) await closeStage(id, index, batch.stages[index]?.closes ?? '')
}

/** The batch leaves a stage: says where it goes, and what is to be done for each submission. Leaving again gives the same answer. */
export async function leaveStage(id: string, index: number): Promise<Passed> {
  const left = await batches.settle<Batch | null>(id, async (batch) => {
    if (!alive(batch) && batch.state !== 'completed') return { value: null }
    const row = await stages.get(id, index)
    if (!row || row.state === 'left') return { value: batch }
    const why = row.answer?.why === 'decided' ? 'decided' : 'due'
    return {
      move: moveBatch(batch, { type: 'stage.left', ...about(batch, index), why }),
      also: [
        writes.update(
          key.stage(id, index),
          { state: 'left', leftAt: now() },
          { expression: '#state <> :left', names: { '#state': 'state' }, values: { ':left': 'left' }, remove: ['token'] },
          meanwhile,
        ),
      ],
      value: batch,
    }
  })
  if (!left) return { batch: id, stage: index, next: null }
  const next = stageAfter(left.stages, index)
  const fanOut = await listItems(left, index)
  if (next === null) await completeBatch(id, fanOut && index)
  return { batch: id, stage: index, next, ...(fanOut && { fanOut }) }
}

/** The batch is completed. While there is something to do for its submissions, it keeps its place among the running ones, to begin again `from` there. */
async function completeBatch(id: string, from: number | undefined): Promise<void> {
  const running = key.running(id)
  const there = { expression: 'attribute_exists(pk)' }
  await batches.settle<void>(id, (batch) =>
    alive(batch)
      ? {
          move: moveBatch(batch, { type: 'batch.completed', batch: id }, { state: 'completed', stage: null }),
          also: [from === undefined ? writes.remove(running) : writes.update(running, { from }, there, meanwhile)],
          value: undefined,
        }
      : { value: undefined },
  )
}

/** All that follows from the results has been done for each submission. Said once; nothing of a completed batch runs any longer. */
export async function settleBatch(id: string): Promise<void> {
  await batches.settle<void>(id, (batch) =>
    batch.settledAt === undefined
      ? {
          move: moveBatch(batch, { type: 'batch.settled', batch: id }, { settledAt: now() }),
          also: batch.state === 'completed' ? [writes.remove(key.running(id))] : [],
          value: undefined,
        }
      : { value: undefined },
  )
}
