import * as z from 'zod'
import { batchFacts } from './batches.ts'
import { awardFacts, decisionFacts, noticeFacts } from './decisions.ts'
import { By } from './fact.ts'
import { organisationFacts, peopleFacts } from './organisations.ts'
import { reviewFacts } from './reviews.ts'
import { listFacts, submissionFacts } from './submissions.ts'

export { By }

/** Everything that can become true, one union. A new fact needs a sample in `samples/` and its line in `functions/stream/reactions.ts`. */
export const Fact = z.discriminatedUnion('type', [
  ...organisationFacts,
  ...peopleFacts,
  ...batchFacts,
  ...submissionFacts,
  ...listFacts,
  ...reviewFacts,
  ...decisionFacts,
  ...noticeFacts,
  ...awardFacts,
])
export type Fact = z.infer<typeof Fact>
export type FactType = Fact['type']
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>

/** A fact as it is recorded: who, when (server time), of which row, its place in that row's chain, and the request that caused it. */
export type Recorded<F extends Fact = Fact> = F & {
  pk: string
  sk: string
  of: string
  seq: number
  at: string
  by: By
  request: string
  prev: string
  hash: string
}
