import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { letIn, readMaterial } from '../../shared/reviews/rules.ts'
import type { Participant, Review } from '../../shared/reviews/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { participants } from './store.ts'

export type Seat = { participant: Participant; review: Review }
type Expert = Extract<Actor, { kind: 'expert' }>

/** Whoever takes part may enter by the link they came by, unless it was stopped since. */
function enter(participant: Participant | undefined, { linkedAt }: Expert): Outcome<Participant> {
  if (!participant) return refuse('not-found')
  const entered = letIn(participant, linkedAt)
  return entered.ok ? accept(participant) : entered
}

/** The expert who came by a link; refused once their links are stopped. */
export async function comerOf(batch: Batch, actor: Actor): Promise<Outcome<Participant>> {
  return actor.kind === 'expert' ? enter(await participants.get(batch.id, actor.expert), actor) : refuse('not-found')
}

/** The expert who came by a link, and the review asked for, in one round trip: a link that was stopped ends what it opened with the next request. */
export async function seatOf(batch: Batch, actor: Actor, submission: string): Promise<Outcome<Seat>> {
  if (actor.kind !== 'expert') return refuse('not-found')
  const [row, part] = await table.getMany([key.review(submission, actor.expert), key.participant(batch.id, actor.expert)])
  const review = row as unknown as Review | undefined
  const entered = enter(part as unknown as Participant | undefined, actor)
  if (!entered.ok) return entered
  return review?.batch === batch.id ? accept({ participant: entered.value, review }) : refuse('not-found')
}

/** The review whose material its expert may read now. */
export async function materialSeat(batch: Batch, actor: Actor, submission: string): Promise<Outcome<Seat>> {
  const seat = await seatOf(batch, actor, submission)
  const decided = seat.ok ? readMaterial(seat.value, batch) : seat
  return decided.ok ? seat : decided
}
