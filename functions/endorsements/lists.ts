import type { FactOf } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import {
  asConfirmed,
  attachScan,
  confirmList,
  inOrder,
  isOnList,
  type ListItem,
  type Listing,
  type ListRow,
  listContent,
  mayDiffer,
  putInOrder,
  reopenList,
  type Scan,
} from '../../shared/endorsements/lists.ts'
import { levelOfKind } from '../../shared/endorsements/way.ts'
import type { FileRow } from '../../shared/files/schema.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { toldLimit } from '../../shared/quotas/limits.ts'
import type { KeptSummary, Submission, Version } from '../../shared/submissions/schema.ts'
import { categoryOf } from '../../shared/templates/index.ts'
import { hashOf } from '../aws/chain.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { stillRuns } from '../batches/stillIn.ts'
import { templateFor } from '../submissions/form.ts'
import { type Counter, closeCounter, counterOf, openCounter } from './places.ts'

export type UnitInTree = UnitRef & { path: string[] }
export type LoadedList = Listing & {
  unitName: string
  counter: Counter
  head: ListRow | null
  listKey: ReturnType<typeof key.list>
  whole: boolean
}

/**
 * A unit's list in a category: its submissions by the index, each then read as it stands now. The index may lag by a moment; the counter, which moves with every
 * recommendation, says whether all were found (`whole`), and confirming holds only while it has not moved since.
 */
export async function loadList(batch: Batch, unit: UnitInTree, category: string, at: string): Promise<Outcome<LoadedList>> {
  const level = levelOfKind(unit.kind)
  const template = templateFor(batch)
  if (!level || !categoryOf(template, category)) return refuse('not-found')
  const listKey = key.list(batch.id, unit.id, category)
  const [quota, head] = await Promise.all([counterOf(batch.id, category, { unit, takesPlace: true }), table.get<ListRow>(listKey)])
  const submissions = await recommendedBy(batch, unit, category)
  const takesPlace = submissions[0]?.way.find((each) => each.unit.id === unit.id)?.takesPlace ?? quota.limited
  const counter = takesPlace ? quota : await counterOf(batch.id, category, { unit, takesPlace })
  const items = await frozenSince(inOrder(submissions, head?.order), head?.confirmed)
  const sha256 = hashOf(listContent(batch.id, unit.id, category, items))
  return accept({
    batch,
    unit: unit.id,
    unitName: unit.name,
    category,
    level,
    duties: template.endorsement.duties,
    places: counter.places,
    row: head,
    items,
    sha256,
    at,
    counter,
    head: head ?? null,
    listKey,
    whole: items.length === (counter.places.used ?? 0),
  })
}

/** The items of a confirmed list in the versions that were confirmed; those of any other list as they are. */
async function frozenSince(items: ListItem[], confirmed: ListRow['confirmed']): Promise<ListItem[]> {
  if (!confirmed) return items
  const versions = new Map(confirmed.submissions.map((id, i) => [id, confirmed.versions[i]]))
  const asked = items.flatMap((item) =>
    mayDiffer(item, versions.get(item.id)) ? [{ id: item.id, version: versions.get(item.id) ?? 0 }] : [],
  )
  const rows = (await table.getMany(asked.map(({ id, version }) => key.version(id, version)))) as unknown as (Version | undefined)[]
  return asConfirmed(
    items,
    new Map(
      asked.flatMap(({ id, version }, i) => {
        const row = rows[i]
        return row ? [[id, { title: row.manifest.title, receipt: row.receipt, version }] as const] : []
      }),
    ),
  )
}

async function recommendedBy(batch: Batch, unit: UnitInTree, category: string): Promise<Submission[]> {
  const inUniversity = unit.kind === 'university' || unit.kind === 'college'
  const institution = unit.kind === 'college' ? (unit.path.at(-1) ?? unit.id) : unit.id
  const listed = await table.all<{ id: string; summary: KeptSummary }>(
    inUniversity
      ? { pk: partition.submissionsOf(institution), index: 'owned', begins: `${batch.id}#${category}#` }
      : { pk: partition.unitList(batch.id, unit.id), index: 'lists', begins: `${category}#` },
  )
  const ids = listed.filter(({ summary }) => summary.submittedAt !== undefined && summary.holder !== unit.id).map(({ id }) => id)
  const rows = (await table.getMany(ids.map(key.submission))) as unknown as (Submission | undefined)[]
  return rows.filter((row) => row !== undefined).filter((row) => isOnList(row, unit.id))
}

/** What is told of a list. `scanCounts` is false when the list has changed since it was printed. */
export const listShown = ({ unitName, category, places, items, row, sha256, duties, level }: LoadedList) => ({
  unitName,
  category,
  limit: places.limit,
  used: places.used ?? 0,
  confirmedAt: places.confirmedAt,
  items,
  sha256,
  scan: row?.scan && { ...row.scan, counts: row.scan.of === sha256 },
  duties: duties[level],
})

const move = (
  { listKey, head }: LoadedList,
  fact: FactOf<'list.ordered' | 'list.scan-attached' | 'list.confirmed' | 'list.reopened'>,
  set: Partial<ListRow>,
  remove: readonly string[] = [],
) => ({
  key: listKey,
  head,
  fact,
  set: head ? set : { kind: 'list', ...set },
  remove: head ? remove : [],
  event: `${fact.unit}.${fact.category}`,
})

type Ordered = { order: readonly string[]; from?: string | undefined }
/** Puts a list in order; `from` is the check value of the list it was made from, which may have got another order meanwhile. */
export async function reorder(list: LoadedList, { order, from }: Ordered, doing: Doing): Promise<Outcome<{ repeated: boolean }>> {
  if (from !== undefined && from !== list.sha256) return refuse('changed-meanwhile')
  const decided = putInOrder(list, order)
  return decided.ok ? table.commit(doing, [move(list, decided.value, { order: decided.value.order })]) : decided
}

/** Binds a checked scan to the list as it was printed. */
export async function bindScan(list: LoadedList, file: FileRow, of: string, doing: Doing): Promise<Outcome<{ repeated: boolean }>> {
  if (file.section !== list.unit || file.field !== list.category) return refuse('not-found')
  if (file.state !== 'clean') return refuse(file.state === 'waiting' ? 'file.unchecked' : 'file.not-usable', { name: file.name })
  const decided = attachScan(list, file.id, of)
  const { id, name, bytes, pages } = file
  const scan: Scan = { file: id, name, of, at: doing.at, bytes, ...(pages && { pages }) }
  return decided.ok ? table.commit(doing, [move(list, decided.value, { scan })]) : decided
}

export async function confirm(list: LoadedList, seen: string, doing: Doing): Promise<Outcome<{ repeated: boolean }>> {
  const decided = confirmList(list, seen)
  if (!decided.ok) return decided
  if (!list.whole) return refuse('changed-meanwhile')
  const { submissions, sha256 } = decided.value
  const confirmed = { submissions, versions: list.items.map(({ version }) => version), sha256, at: doing.at }
  return table.commit(doing, [move(list, decided.value, { confirmed, order: submissions })], [closeCounter(list.counter, doing.at)])
}

export async function reopen(list: LoadedList, reason: string, doing: Doing): Promise<Outcome<{ repeated: boolean }>> {
  const decided = reopenList(list, reason)
  return decided.ok
    ? table.commit(doing, [move(list, decided.value, {}, ['confirmed'])], [stillRuns(list.batch), openCounter(list.counter)])
    : decided
}

/** A unit's counters in all categories of a batch: what it may recommend, what it has, which lists are confirmed, and whose stamped scan has become stale. */
export async function overview(batch: Batch, unit: UnitInTree, at: string) {
  const { pk } = key.batch(batch.id)
  const [limited, free, lists] = await Promise.all(
    ['QUOTA#', 'UNLIMITED#', 'LIST#'].map((kind) =>
      table.all<Record<string, unknown> & { pk: string; sk: string }>({ pk, begins: `${kind}${unit.id}#` }),
    ),
  )
  const last = (sk: string) => sk.split('#').at(-1)
  /** Whether the list has changed since it was stamped; only lists that have a scan and are not final are looked at. */
  const stale = async (category: string, scan: unknown) => {
    if (!scan) return false
    const loaded = await loadList(batch, unit, category, at)
    return loaded.ok && loaded.value.row?.scan !== undefined && loaded.value.row.scan.of !== loaded.value.sha256
  }
  const categories = batch.categories.filter(({ on }) => on)
  return Promise.all(
    categories.map(async ({ key: category }) => {
      const find = (rows: typeof limited) => rows?.find(({ sk }) => last(sk) === category)
      const row = find(limited) ?? find(free)
      const used = Number(find(limited)?.used ?? 0) || Number(find(free)?.used ?? 0)
      const confirmedAt = (find(limited)?.confirmedAt ?? find(free)?.confirmedAt) as string | undefined
      const scan = find(lists)?.scan
      return {
        category,
        limit: toldLimit(find(limited)?.limit as number | undefined),
        used,
        confirmedAt,
        scanned: scan !== undefined,
        stale: confirmedAt === undefined && (await stale(category, scan)),
        counted: row !== undefined,
      }
    }),
  )
}
