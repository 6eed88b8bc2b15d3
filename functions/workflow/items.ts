import { ulid } from 'ulid'
import type { Batch } from '../../shared/batches/schema.ts'
import { clock, now } from '../aws/clock.ts'
import { environment } from '../aws/environment.ts'
import { keep } from '../aws/files.ts'
import { batches } from '../batches/store.ts'
import { type Item, type Task, tasks } from './tasks.ts'

export type FanOut = { bucket: string; key: string; task: Task }

/** Writes the list of what is to be done for each submission when a stage is left; nothing when there is nothing to do. */
export async function listItems(batch: Batch, index: number): Promise<FanOut | undefined> {
  const task = (Object.keys(tasks) as Task[]).find((each) => tasks[each].after(batch, index))
  if (!task) return undefined
  const items: Item[] = (await tasks[task].items(batch)).map((item) => ({ task, batch: batch.id, item }))
  if (items.length === 0) return undefined
  const bucket = environment().FILES_BUCKET
  const key = `lists/${ulid(clock.now().getTime())}`
  await keep(key, Buffer.from(JSON.stringify(items)), 'application/json')
  return { bucket, key, task }
}

/** Does what concerns one submission. */
export async function workItem({ task, batch: id, item }: Item): Promise<void> {
  const batch = await batches.get(id)
  if (batch) await tasks[task].work(batch, item, now())
}
