import type { FactOf } from '../../events/catalogue.ts'
import type { Batch } from '../batches/schema.ts'
import { batchRuns, said, stageOpen } from '../batches/timing.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { levelsPassed } from '../submissions/after.ts'
import type { Submission } from '../submissions/schema.ts'
import type { Endorsement, EndorsementLevel } from '../templates/schema.ts'
import type { Places } from './rules.ts'

/** A stamped scan: the file as it was found, and the hash of the list that was printed and stamped. */
export type Scan = { file: string; name: string; of: string; at: string; bytes?: number; pages?: number }
/** The row of a unit's list in a category; what stands on it is found from the submissions. */
export type ListRow = {
  order?: string[]
  scan?: Scan
  /** What was confirmed: each submission in its place, in the version it had. */
  confirmed?: { submissions: string[]; versions: number[]; sha256: string; at: string }
  seq: number
  chain: string
  pk: string
  sk: string
}

/** What a list shows of a submission on it. */
export type ListItem = Pick<Submission, 'id' | 'title' | 'receipt' | 'version'> & {
  unit: string
  institution: string
  order: number
  state: Submission['state']
  /** On a confirmed list: the version that a return from above has led to since. */
  corrected?: { version: number; receipt?: string }
}

/** Whether a unit has recommended a submission: it has passed the unit's level, and was not given up. */
export function isOnList({ way, level, backTo, state }: Submission, unit: string): boolean {
  const index = way.findIndex((each) => each.unit.id === unit)
  return index >= 0 && state !== 'discarded' && levelsPassed({ level, ...(backTo !== undefined && { backTo }) }) > index
}

/** A list in its order: as the unit has put it, then what was recommended since, by the order given with the recommendation and the time it was handed in. */
export function inOrder(submissions: readonly Submission[], order: readonly string[] = []): ListItem[] {
  const place = new Map(order.map((id, i) => [id, i]))
  const after = order.length
  return [...submissions]
    .sort(
      (a, b) =>
        (place.get(a.id) ?? after) - (place.get(b.id) ?? after) ||
        (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
        compare(a.submittedAt ?? '', b.submittedAt ?? '') ||
        compare(a.id, b.id),
    )
    .map(({ id, title, receipt, version, unit, institution, state }, i) => ({
      id,
      title,
      receipt,
      version,
      unit: unit.name,
      institution: institution.name,
      state,
      order: i + 1,
    }))
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What of a submission on a confirmed list may have changed since: a level above has returned it, and its applicant writes in it or has handed it in anew. */
export const mayDiffer = (item: ListItem, confirmed: number | undefined): boolean =>
  confirmed !== undefined && (item.version !== confirmed || item.state === 'returned' || item.state === 'draft')

/** A confirmed list as it was confirmed. `frozen` are the versions of what may differ since; what was handed in anew says so beside. */
export const asConfirmed = (
  items: readonly ListItem[],
  frozen: ReadonlyMap<string, { title: string; receipt: string; version: number }>,
): ListItem[] =>
  items.map((item) => {
    const then = frozen.get(item.id)
    if (!then) return item
    const { version, receipt } = item
    return { ...item, ...then, ...(version > then.version && { corrected: { version, ...(receipt !== undefined && { receipt }) } }) }
  })

/** What the hash of a list covers: what is on it, in which order and in which version. */
export const listContent = (batch: string, unit: string, category: string, items: readonly ListItem[]) => ({
  batch,
  unit,
  category,
  items: items.map(({ id, receipt, version }) => ({ id, receipt, version })),
})

export type Listing = {
  batch: Batch
  unit: string
  category: string
  level: EndorsementLevel
  duties: Endorsement['duties']
  places: Places
  row: Pick<ListRow, 'order' | 'scan'> | undefined
  items: readonly ListItem[]
  sha256: string
  at: string
}
const about = ({ batch, unit, category }: Listing) => ({ batch: batch.id, unit, category })

/** A unit works on its lists within its level's dates. */
export const worksOnLists = ({ batch, level, at }: Pick<Listing, 'batch' | 'level' | 'at'>): Outcome<unknown> =>
  stageOpen(batch, 'endorse', level, at)

/** A list is changed while its unit works on it and it is not confirmed. */
function mayChange({ places, ...facts }: Listing): Outcome<null> {
  const open = worksOnLists(facts)
  if (!open.ok) return open
  return places.confirmedAt === undefined ? accept(null) : refuse('list.confirmed', said(places.confirmedAt))
}

/** A unit puts its whole list in order: each submission on it once. */
export function putInOrder(listing: Listing, order: readonly string[]): Outcome<FactOf<'list.ordered'>> {
  const may = mayChange(listing)
  if (!may.ok) return may
  const ids = new Set(listing.items.map(({ id }) => id))
  if (order.length !== ids.size || new Set(order).size !== ids.size || !order.every((id) => ids.has(id)))
    return refuse('list.order-wrong', { count: ids.size })
  return accept({ type: 'list.ordered', ...about(listing), order: [...order] })
}

/** A stamped scan is bound to the list that was printed; when the list has changed since, it no longer counts. */
export function attachScan(listing: Listing, file: string, of: string): Outcome<FactOf<'list.scan-attached'>> {
  const may = mayChange(listing)
  if (!may.ok) return may
  return of === listing.sha256 ? accept({ type: 'list.scan-attached', ...about(listing), file, sha256: of }) : refuse('list.scan-stale')
}

/** A list is confirmed as it was seen, with the stamped scan that belongs to it where the call asks for one. Afterwards nothing on it changes. */
export function confirmList(listing: Listing, seen: string): Outcome<FactOf<'list.confirmed'>> {
  const may = mayChange(listing)
  if (!may.ok) return may
  if (listing.items.length === 0) return refuse('list.empty')
  if (seen !== listing.sha256) return refuse('changed-meanwhile')
  const scan = listing.row?.scan
  if (listing.duties[listing.level]?.stampedScan) {
    if (!scan) return refuse('list.scan-missing')
    if (scan.of !== listing.sha256) return refuse('list.scan-stale')
  }
  return accept({ type: 'list.confirmed', ...about(listing), submissions: listing.items.map(({ id }) => id), sha256: listing.sha256 })
}

/** The host of a batch that runs gives a confirmed list back to its unit, with a reason. */
export function reopenList(
  listing: Pick<Listing, 'batch' | 'unit' | 'category' | 'places'>,
  reason: string,
): Outcome<FactOf<'list.reopened'>> {
  const { batch, unit, category, places } = listing
  const runs = batchRuns(batch)
  if (!runs.ok) return runs
  if (places.confirmedAt === undefined) return refuse('list.not-confirmed')
  return accept({ type: 'list.reopened', batch: batch.id, unit, category, reason })
}
