import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import type { KeptSummary, SubmissionSummary } from '../../shared/submissions/schema.ts'
import { mayBeSpelled, sought } from '../../shared/submissions/sought.ts'
import type { SubmissionState } from '../../shared/submissions/states.ts'
import { unfold } from '../../shared/submissions/summary.ts'
import { type Gathered, gather, seek } from '../aws/gather.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Count, countsOf, countsOfUnit } from '../batches/counts.ts'

type Paged = { cursor?: string | undefined; limit?: number | undefined }
const page = ({ cursor, limit }: Paged) => ({ cursor, limit: limit ?? 25 })
/** `looked`: of a list in which words are looked for, how many of its rows have been looked at so far. */
export type SubmissionList = Gathered<{ id: string; summary: SubmissionSummary }> & { looked?: number }
type IndexRow = { id: string; summary: KeptSummary; ownerSk?: string }

/** Rows as they are shown; the batch of what an institution has stands in the row's place in its list. */
const shown = ({ rows, cursor, looked }: Gathered<IndexRow> & { looked?: number }, batch?: string): SubmissionList => ({
  rows: rows.map(({ id, summary, ownerSk = '' }) => ({ id, summary: unfold(summary, batch ?? ownerSk.split('#', 1)[0] ?? '') })),
  ...(cursor !== undefined && { cursor }),
  ...(looked !== undefined && { looked }),
})

type Queries = Parameters<typeof gather>[0]
/** A page of what of the queries is to be shown; with words, of what of that has them. */
async function read(queries: Queries, asked: Paged & { words?: string | undefined }, keep: (row: IndexRow) => boolean = () => true) {
  const { words } = asked
  if (words === undefined) return gather<IndexRow>(queries, page(asked), keep)
  const spell = mayBeSpelled(words) ? (await import('../../shared/organisations/spelled.ts')).spelled : undefined
  const fits = sought(words, spell)
  return seek<IndexRow>(queries, page(asked), keep, ({ summary }) => fits(unfold(summary, '')))
}

/** The university a member's unit belongs to. */
async function institutionOf({ id, kind, path }: Member['organisation']): Promise<string> {
  if (kind === 'university' || path.length === 0) return id
  const above = (await table.getMany(path.map(key.organisation), false)) as unknown as (Organisation | undefined)[]
  return above.find((unit) => unit?.kind === 'university')?.id ?? id
}

/** What a unit sees of its institution: a university everything, a college its own and what it recommends, a branch its own. */
const belongs =
  (unit: Member['organisation']) =>
  ({ summary }: IndexRow) =>
    unit.kind === 'university' || summary.unit.id === unit.id || summary.college === unit.id

/** What my unit and those of my institution that pass through it have entered, newest batch first. */
export async function ownList({ organisation }: Member, asked: Paged & { batch?: string | undefined }): Promise<SubmissionList> {
  const pk = partition.submissionsOf(await institutionOf(organisation))
  const query = { pk, index: 'owned', reverse: true, ...(asked.batch && { begins: `${asked.batch}#` }) } as const
  return shown(await gather<IndexRow>([query], page(asked), belongs(organisation)))
}

/** The batches of a list over several, by name: one that is over, or not yet open, is not among those a unit reads elsewhere. */
export async function batchesOf({ rows }: SubmissionList): Promise<{ id: string; title: string }[]> {
  const found = (await table.getMany([...new Set(rows.map(({ summary }) => summary.batch))].map(key.batch), false)) as unknown as (
    | Batch
    | undefined
  )[]
  return found.flatMap((batch) => (batch ? [{ id: batch.id, title: batch.title }] : []))
}

const ofInstitution = ({ kind }: Member['organisation']) => kind === 'university' || kind === 'college' || kind === 'branch'

export type UnitAsked = Paged & {
  category?: string | undefined
  state?: SubmissionState | undefined
  order?: 'newest' | 'oldest' | undefined
  /** Parts of a title, of a unit's name or of a number. */
  words?: string | undefined
}

/**
 * What passes through a unit in a batch, with how complete it is. Provinces, XPCC and ministries read the list of their partition, ordered by category, state
 * and time; universities and colleges what their institution has, which is small.
 */
export async function unitList({ organisation }: Pick<Member, 'organisation'>, batch: Batch, asked: UnitAsked): Promise<SubmissionList> {
  const reverse = asked.order === 'newest'
  const { category, state } = asked
  if (ofInstitution(organisation)) {
    const pk = partition.submissionsOf(await institutionOf(organisation))
    const fits = belongs(organisation)
    const query = { pk, index: 'owned', reverse, begins: `${batch.id}#${category ? `${category}#` : ''}` } as const
    const keep = (row: IndexRow) => fits(row) && (state === undefined || row.summary.state === state)
    return shown(await read([query], asked, keep), batch.id)
  }
  return shown(await read(inPartition(partition.unitList(batch.id, organisation.id), batch, asked), asked), batch.id)
}

/** Queries of a list that is ordered by category, state and time. */
function inPartition(pk: string, batch: Batch, { category, state, order }: UnitAsked) {
  const query = { pk, index: 'lists', reverse: order === 'newest' } as const
  if (state === undefined) return [{ ...query, ...(category && { begins: `${category}#` }) }]
  return categoriesOf(batch, category).map((each) => ({ ...query, begins: `${each}#${state}#` }))
}

const categoriesOf = (batch: Batch, category: string | undefined) => (category ? [category] : categoriesOn(batch))

export type HostAsked = UnitAsked & { unit?: string | undefined }

/** What the host sees of its batch: everything that was ever handed in; by category, then by state and time, or by time alone. */
export async function hostList(batch: Batch, asked: HostAsked): Promise<SubmissionList> {
  const handedIn = ({ summary }: IndexRow) => summary.submittedAt !== undefined
  if (asked.unit) return shown(await read(inPartition(partition.unitList(batch.id, asked.unit), batch, asked), asked, handedIn), batch.id)
  const reverse = asked.order === 'newest'
  const queries = categoriesOf(batch, asked.category).map((category) => {
    const pk = partition.categoryList(batch.id, category)
    return asked.state ? ({ pk, index: 'lists', reverse, begins: `${asked.state}#` } as const) : ({ pk, index: 'owned', reverse } as const)
  })
  return shown(await read(queries, asked, handedIn), batch.id)
}

/** A list in which words are looked for says, with its first page, how many submissions it has altogether. */
type Sized = SubmissionList & { of?: number }
const sized = async (list: Promise<SubmissionList>, asked: UnitAsked, counts: () => Promise<Count[]>): Promise<Sized> => {
  if (asked.words === undefined || asked.cursor !== undefined) return list
  const [page, counted] = await Promise.all([list, counts()])
  const of = counted
    .filter(({ category }) => asked.category === undefined || category === asked.category)
    .flatMap(({ states }) => Object.entries(states))
    .reduce((sum, [state, count]) => (asked.state === undefined || state === asked.state ? sum + count : sum), 0)
  return { ...page, of: Math.max(of, page.looked ?? 0) }
}

/** A page of what the host sees, as it was counted last: what is only being written is not the host's. */
export const hostPage = (batch: Batch, asked: HostAsked): Promise<Sized> =>
  sized(hostList(batch, asked), asked, async () => {
    const { unit } = asked
    const counts = unit === undefined ? await countsOf(batch.id) : await countsOfUnit(batch.id, unit, categoriesOf(batch, asked.category))
    return counts.map(({ states: { draft: _, ...states }, ...count }) => ({ ...count, states }))
  })

/** A page of what passes through a unit; what an institution has is not counted by unit, and is looked through at once. */
export const unitPage = (member: Pick<Member, 'organisation'>, batch: Batch, asked: UnitAsked): Promise<Sized> => {
  const { id } = member.organisation
  const list = unitList(member, batch, asked)
  return ofInstitution(member.organisation)
    ? list
    : sized(list, asked, () => countsOfUnit(batch.id, id, categoriesOf(batch, asked.category)))
}

/** Rows of an export: exactly what the list shows, page after page. */
export const mostExported = 10_000
/** Rows of a page of an export. */
export const exportedAtOnce = 500
export async function allPages(read: (cursor: string | undefined) => Promise<SubmissionList>): Promise<SubmissionList['rows']> {
  const rows: SubmissionList['rows'] = []
  let cursor: string | undefined
  do {
    const next = await read(cursor)
    rows.push(...next.rows)
    cursor = next.cursor
  } while (cursor && rows.length < mostExported)
  return rows.slice(0, mostExported)
}
