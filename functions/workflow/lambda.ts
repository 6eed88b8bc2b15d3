import { now } from '../aws/clock.ts'
import { watched } from '../aws/watched.ts'
import { workDue } from './due.ts'
import { workItem } from './items.ts'
import { reconcile } from './runs.ts'
import { awaitStage } from './signals.ts'
import { enterStage, leaveStage, openStage, remindStage, settleBatch, stageDue } from './steps.ts'
import type { Item } from './tasks.ts'

type AtStage = { batch: string; stage: number }
/** What calls this function: the state machine (enter, await, leave, item, settle), a batch's schedules (due), and the five-minute round (reconcile), which also does what falls due on a day. */
export type Call =
  | ({ step: 'enter' | 'leave' | 'settle' } & AtStage)
  | ({ step: 'await'; token: string } & AtStage)
  | ({ step: 'due'; kind: 'opens' | 'near' | 'closes' } & AtStage)
  | { step: 'item'; item: Item }
  | { step: 'reconcile' }

const bells = {
  opens: openStage,
  near: remindStage,
  closes: stageDue,
}

/** The clock of batches. The database is the truth: every step may come again, late, or twice. */
export async function step(call: Call): Promise<unknown> {
  switch (call.step) {
    case 'enter':
      await enterStage(call.batch, call.stage)
      return { batch: call.batch, stage: call.stage }
    case 'await':
      return awaitStage(call.batch, call.stage, call.token)
    case 'leave':
      return leaveStage(call.batch, call.stage)
    case 'due':
      return bells[call.kind](call.batch, call.stage)
    case 'settle':
      await settleBatch(call.batch)
      return { batch: call.batch, stage: call.stage }
    case 'item':
      return workItem(call.item)
    case 'reconcile':
      return { ...(await reconcile()), due: await workDue(now()) }
  }
}

export const handler = watched('workflow', (call: Call) => step(call))
