import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { concernedBy, concernedByStage } from '../../shared/batches/concerned.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { OrganisationKind } from '../../shared/organisations/kinds.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { followBatch } from '../workflow/runs.ts'
import { followPlan } from '../workflow/schedules.ts'
import { endWorkflow, passOn } from '../workflow/signals.ts'
import { batches } from './store.ts'
import { mailMembers } from './telling.ts'
import { templateOfBatch } from './views.ts'

type Moved = 'batch.opened' | 'batch.deadline-moved' | 'batch.paused' | 'batch.resumed'

/** The execution runs and the bells are set as the batch now says. */
export async function followChange(fact: Recorded<FactOf<Moved>>): Promise<void> {
  await followBatch(fact.batch)
}

/** A cancelled batch waits for nothing any more. */
export async function endCancelled(fact: Recorded<FactOf<'batch.cancelled'>>): Promise<void> {
  await endWorkflow(fact.batch)
  const batch = await batches.get(fact.batch)
  if (batch) await followPlan(batch)
}

/** A person's decision reaches the workflow, also when the request that made it ended before it could say so. */
export async function passDecision(fact: Recorded<FactOf<'stage.decided'>>): Promise<void> {
  await passOn(fact.batch, fact.stage)
}

/** What every mail about a batch says. */
const saying = (batch: Batch, more: Record<string, unknown> = {}) => ({
  batch: batch.title,
  host: batch.host.name,
  link: `${environment().PUBLIC_ORIGIN}/app/batches/${batch.id}`,
  ...more,
})

async function tell(fact: Recorded, batch: Batch, mail: string, kinds: OrganisationKind[], data: Record<string, unknown>): Promise<void> {
  if (kinds.length === 0) return
  await send({ job: 'tell', id: fact.request, mail, batch: batch.id, unit: batch.host.id, kinds, data })
}

/** A stage has opened: the units that act in it are told, or the host's own people where it is theirs. */
export async function tellOpened(fact: Recorded<FactOf<'stage.opened'>>): Promise<void> {
  const batch = await batches.get(fact.batch)
  const stage = batch?.stages[fact.stage]
  if (!batch || !stage) return
  const kinds = concernedByStage(batch, templateOfBatch(batch), stage)
  const data = saying(batch, { stage: stage.title, stageKind: stage.kind, closes: stage.closes })
  if (kinds.length > 0) await tell(fact, batch, 'stage-opened', kinds, data)
  else await mailMembers(batch.host.id, { id: fact.request, mail: 'stage-opened', data, batch: batch.id })
}

/** A deadline has moved: those who act in the stage learn the new one and why. */
export async function tellMoved(fact: Recorded<FactOf<'batch.deadline-moved'>>): Promise<void> {
  const batch = await batches.get(fact.batch)
  const stage = batch?.stages[fact.stage]
  if (!batch || !stage) return
  const data = saying(batch, { stage: stage.title, from: fact.from, to: fact.to, reason: fact.reason })
  await tell(fact, batch, 'deadline-moved', concernedByStage(batch, templateOfBatch(batch), stage), data)
}

/** A closing time is near: those who act in the stage are reminded. */
export async function tellClosingSoon(fact: Recorded<FactOf<'stage.closing-soon'>>): Promise<void> {
  const batch = await batches.get(fact.batch)
  const stage = batch?.stages[fact.stage]
  if (!batch || !stage || stage.closes !== fact.closes) return
  const data = saying(batch, { stage: stage.title, closes: fact.closes })
  await tell(fact, batch, 'deadline-near', concernedByStage(batch, templateOfBatch(batch), stage), data)
}

const mailOf = { 'batch.paused': 'batch-paused', 'batch.resumed': 'batch-resumed', 'batch.cancelled': 'batch-cancelled' } as const

/** The batch is paused, goes on, or is cancelled: everybody who takes part is told why. */
export async function tellAll(fact: Recorded<FactOf<keyof typeof mailOf>>): Promise<void> {
  const batch = await batches.get(fact.batch)
  if (!batch) return
  const collect = batch.stages.find(({ kind, on }) => kind === 'collect' && on)
  await tell(
    fact,
    batch,
    mailOf[fact.type],
    concernedBy(batch, templateOfBatch(batch)),
    saying(batch, { reason: fact.reason, closes: collect?.closes ?? null }),
  )
}
