import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { awards } from './store.ts'

/** A granted award gets its certificate; the page of its institution is rendered again. */
export async function certify(fact: Recorded<FactOf<'award.granted'>>): Promise<void> {
  await send({ job: 'certificate', award: fact.award })
}

/** Whatever changes an award is shown where the award is shown in public. */
export async function showAward(
  fact: Recorded<
    FactOf<
      | 'work.posted'
      | 'work.withdrawn'
      | 'award.revoked'
      | 'award.extended'
      | 'award.closed'
      | 'award.certified'
      | 'award.granted'
      | 'obligation.met'
    >
  >,
): Promise<void> {
  await send({ job: 'publish', page: 'award', id: fact.award })
}

/** The list of a batch is published when all its results hold. */
export async function publishAwards(fact: Recorded<FactOf<'batch.settled'>>): Promise<void> {
  await send({ job: 'publish', page: 'awards', id: fact.batch })
}

/** A published list follows what becomes of its awards: one is granted late, or revoked. Until the batch is settled there is no list. */
export async function listAgain(fact: Recorded<FactOf<'award.granted' | 'award.revoked'>>): Promise<void> {
  const award = await awards.get(fact.award)
  const batch = award && (await table.get<Batch>(key.batch(award.batch)))
  if (batch?.settledAt !== undefined) await send({ job: 'publish', page: 'awards', id: batch.id })
}

/** Enough posts on the work page meet what was owed in posts. */
export async function meetPosts(fact: Recorded<FactOf<'work.posted'>>): Promise<void> {
  const whole = await awards.whole(fact.award)
  if (!whole) return
  const owed = whole.obligations.find(({ kind, state, posts }) => kind === 'posts' && state === 'open' && whole.award.posts >= (posts ?? 1))
  if (owed)
    await awards.meet(whole.award, owed, undefined, { by: { kind: 'system', cause: 'work.posted' }, at: fact.at, request: fact.request })
}
