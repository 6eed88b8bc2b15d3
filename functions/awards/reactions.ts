import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { isPicture } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import { copyToSite } from '../aws/files.ts'
import { send } from '../aws/jobs.ts'
import { type Key, key } from '../aws/keys.ts'
import { removePage } from '../aws/site.ts'
import { table } from '../aws/table.ts'
import { awards } from './store.ts'

/** A granted award gets its certificate; the page of its institution is rendered again. */
export async function certify(fact: Recorded<FactOf<'award.granted'>>): Promise<void> {
  await send({ job: 'certificate', award: fact.award })
}

/** An accepted award gets the certificate of its acceptance, where the check gives one. */
export async function certifyAcceptance(fact: Recorded<FactOf<'award.closed'>>): Promise<void> {
  if (fact.number !== undefined) await send({ job: 'certificate', award: fact.award, of: 'acceptance' })
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

/**
 * The files of a post are put on the public site where the work page is public, and taken off with the post or the award. What was checked is copied
 * under a name made of chance, so that nobody finds a file whose page does not lead to it.
 */
export async function showAttachments(fact: Recorded<FactOf<'work.posted' | 'work.withdrawn' | 'award.revoked'>>): Promise<void> {
  const whole = await awards.whole(fact.award)
  if (!whole) return
  const { award, posts } = whole
  const meant = fact.type === 'award.revoked' ? posts : posts.filter(({ post }) => post === fact.post)
  for (const { state, files } of meant)
    for (const { id, name, type, address } of files) {
      // Pictures are shown on the page itself, which takes out of them what cameras write.
      if (!address || isPicture(type)) continue
      if (state !== 'public' || award.state === 'revoked') await removePage(address)
      else await showFile(key.upload('award', award.id, id), address, name)
    }
}

async function showFile(wanted: Key, address: string, name: string): Promise<void> {
  const file = await table.get<FileRow>(wanted)
  if (file?.state === 'clean' && file.object) await copyToSite(file.object, address, name)
}

/** The list of a batch is published when all its results hold. */
export async function publishAwards(fact: Recorded<FactOf<'batch.settled'>>): Promise<void> {
  await send({ job: 'publish', page: 'awards', id: fact.batch })
}

/**
 * Published lists follow what becomes of their awards, the one on which they were granted and those of the checks that have graded them: one is granted or
 * graded late, or revoked. Until a batch is settled there is no list.
 */
export async function listAgain(
  fact: Recorded<FactOf<'award.granted' | 'award.revoked' | 'award.closed' | 'award.extended' | 'obligation.met'>>,
): Promise<void> {
  const award = await awards.get(fact.award)
  if (!award) return
  const { checks = [] } = award
  const concerned =
    fact.type === 'award.granted' ? [award.batch] : fact.type === 'award.revoked' ? [award.batch, ...checks] : checks.slice(-1)
  for (const row of await table.getMany(concerned.map(key.batch))) {
    const batch = row as unknown as Batch | undefined
    if (batch?.settledAt !== undefined) await send({ job: 'publish', page: 'awards', id: batch.id })
  }
}

/** Enough posts on the work page meet what was owed in posts. */
export async function meetPosts(fact: Recorded<FactOf<'work.posted'>>): Promise<void> {
  const whole = await awards.whole(fact.award)
  if (!whole) return
  const owed = whole.obligations.find(({ kind, state, posts }) => kind === 'posts' && state === 'open' && whole.award.posts >= (posts ?? 1))
  if (owed)
    await awards.meet(whole.award, owed, whole.obligations, {
      by: { kind: 'system', cause: 'work.posted' },
      at: fact.at,
      request: fact.request,
    })
}
