import type { Batch } from '../../shared/batches/schema.ts'
import { drained, reminderOf } from '../../shared/batches/timing.ts'
import { now } from '../aws/clock.ts'
import { scheduler } from '../aws/scheduler.ts'

export type Due = { step: 'due'; batch: string; stage: number; kind: 'opens' | 'near' | 'closes' }

const name = ({ batch, stage, kind }: Omit<Due, 'step'>) => `${batch}-${String(stage).padStart(2, '0')}-${kind}`
/** The scheduler refuses instants that have passed: what is overdue rings at the next full minute or so. */
const soonest = () => new Date(Date.parse(now()) + 60_000).toISOString()

/** Sets, moves and removes the schedules of a batch so that they are those of its plan. May run again at any time. */
export async function followPlan(batch: Batch): Promise<void> {
  const at = now()
  const bells = batch.stages.flatMap((stage, index) => {
    const running = batch.state === 'open' && stage.on && index >= (batch.stage ?? 0)
    const opens = running && stage.opens !== null && stage.opens > at ? stage.opens : null
    const near = running ? reminderOf(stage) : null
    const closes = running && stage.closes !== null ? drained(stage.closes) : null
    return [
      { kind: 'opens' as const, index, rings: opens },
      { kind: 'near' as const, index, rings: near !== null && near > at ? near : null },
      { kind: 'closes' as const, index, rings: closes },
    ]
  })
  await Promise.all(
    bells.map(({ kind, index, rings }) => {
      const due: Due = { step: 'due', batch: batch.id, stage: index, kind }
      if (rings === null) return scheduler.remove(name(due))
      const soon = soonest()
      return scheduler.set(name(due), rings > soon ? rings : soon, due)
    }),
  )
}
