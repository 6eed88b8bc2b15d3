import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { send } from '../aws/jobs.ts'

/** A call that opens, moves or ends is shown so on the public home page. */
export async function showCall(
  fact: Recorded<
    FactOf<'batch.opened' | 'batch.deadline-moved' | 'batch.cancelled' | 'batch.paused' | 'batch.resumed' | 'batch.completed'>
  >,
): Promise<void> {
  await send({ job: 'publish', page: 'call', id: fact.batch })
}
