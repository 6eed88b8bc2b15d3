import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { send } from '../aws/jobs.ts'

/** A call that opens, moves or ends is shown so on the public home page. */
export async function showCall(
  fact: Recorded<
    FactOf<
      'batch.opened' | 'batch.deadline-moved' | 'batch.cancelled' | 'batch.paused' | 'batch.resumed' | 'batch.completed' | 'stage.left'
    >
  >,
): Promise<void> {
  await send({ job: 'publish', page: 'call', id: fact.batch })
}

/** A platform has its public home page from the moment it is founded, before there is anything to show. */
export async function showHome(fact: Recorded<FactOf<'organisation.registered'>>): Promise<void> {
  if (fact.unitKind === 'national') await send({ job: 'publish', page: 'home', id: fact.organisation })
}
