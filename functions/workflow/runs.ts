import { stageAfter } from '../../shared/batches/lifecycle.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { closesNow, opensNow, remindsNow } from '../../shared/batches/timing.ts'
import { now } from '../aws/clock.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { workflow } from '../aws/workflow.ts'
import { writes } from '../aws/writes.ts'
import { batches } from '../batches/store.ts'
import { followPlan } from './schedules.ts'
import { passOn } from './signals.ts'
import { stages } from './stages.ts'
import { openStage, remindStage, stageDue } from './steps.ts'

/** A batch that runs, and the execution that carries it: its number and where it began. The first has the batch's id as its name. */
export type Running = Key & { batch: string; run: number; from: number }

export const runningRow = (batch: Pick<Batch, 'id' | 'stages'>): Running => ({
  ...key.running(batch.id),
  batch: batch.id,
  run: 1,
  from: stageAfter(batch.stages, -1) ?? 0,
})

/** Sees to it that the execution of a batch runs. One that was lost is followed by another that begins at the stage the batch is in. */
export async function keepRunning(id: string): Promise<void> {
  const running = await table.get<Running>(key.running(id))
  if (!running || (await start(running))) return
  const batch = await batches.get(id)
  if (!batch) return
  const next = { ...running, run: running.run + 1, from: batch.stage ?? running.from }
  const saved = await table.write(
    writes.update(
      key.running(id),
      { run: next.run, from: next.from },
      { expression: '#run = :run', names: { '#run': 'run' }, values: { ':run': running.run } },
      'done',
    ),
  )
  if (saved.ok && !saved.value.repeated) await start(next)
}

const start = ({ batch, run, from }: Running) => workflow.start(run === 1 ? batch : `${batch}-${run}`, { batch, stage: from })

/**
 * Finds what was missed: executions that were lost, stages whose time has passed unheard, answers that did not reach a token. Runs every few minutes
 * and after a restart; what is in order stays as it is.
 */
export async function reconcile(): Promise<{ batches: number }> {
  const all = await table.all<Running>({ pk: key.running('').pk, consistent: true })
  for (const { batch } of all) await reconcileBatch(batch)
  return { batches: all.length }
}

async function reconcileBatch(id: string): Promise<void> {
  const batch = await batches.get(id)
  const unsettled = batch?.state === 'completed' && batch.settledAt === undefined
  if (!batch || (batch.state !== 'open' && batch.state !== 'paused' && !unsettled)) return table.remove(key.running(id))
  await keepRunning(id)
  const at = now()
  for (const row of await stages.of(id)) {
    const { index, state, answer, token, enteredAt } = row
    if (!batch.stages[index]?.on || state === 'left') continue
    if (opensNow(batch, index, row, at)) await openStage(id, index)
    if (remindsNow(batch, index, row, at)) await remindStage(id, index)
    if (answer && token) await passOn(id, index)
    if (!answer && closesNow(batch, index, enteredAt, at)) await stageDue(id, index)
  }
}

/** The workflow begins or changes with the batch: its execution runs, what came due meanwhile is done, its schedules are those of the plan. */
export async function followBatch(id: string): Promise<void> {
  const batch = await batches.get(id)
  if (!batch) return
  if (batch.state === 'open') await reconcileBatch(id)
  await followPlan(batch)
}
