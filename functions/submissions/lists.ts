import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Member } from '../../shared/permissions/actors.ts'
import type { KeptSummary, SubmissionSummary } from '../../shared/submissions/schema.ts'
import type { SubmissionState } from '../../shared/submissions/states.ts'
import { unfold } from '../../shared/submissions/summary.ts'
import { type Gathered, gather } from '../aws/gather.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

type Paged = { cursor?: string | undefined; limit?: number | undefined }
const page = ({ cursor, limit }: Paged) => ({ cursor, limit: limit ?? 25 })
export type SubmissionList = Gathered<{ id: string; summary: SubmissionSummary }>
type IndexRow = { id: string; summary: KeptSummary; ownerSk?: string }

/** Rows as they are shown; the batch of what an institution has stands in the row's place in its list. */
const shown = ({ rows, cursor }: Gathered<IndexRow>, batch?: string): SubmissionList => ({
  rows: rows.map(({ id, summary, ownerSk = '' }) => ({ id, summary: unfold(summary, batch ?? ownerSk.split('#', 1)[0] ?? '') })),
  ...(cursor !== undefined && { cursor }),
})

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

export type UnitAsked = Paged & {
  category?: string | undefined
  state?: SubmissionState | undefined
  order?: 'newest' | 'oldest' | undefined
}

/**
 * What passes through a unit in a batch, with how complete it is. Provinces, XPCC and ministries read the list of their partition, ordered by category, state
 * and time; universities and colleges what their institution has, which is small.
 */
export async function unitList({ organisation }: Pick<Member, 'organisation'>, batch: Batch, asked: UnitAsked): Promise<SubmissionList> {
  const reverse = asked.order === 'newest'
  const { category, state } = asked
  if (organisation.kind === 'university' || organisation.kind === 'college' || organisation.kind === 'branch') {
    const pk = partition.submissionsOf(await institutionOf(organisation))
    const fits = belongs(organisation)
    const query = { pk, index: 'owned', reverse, begins: `${batch.id}#${category ? `${category}#` : ''}` } as const
    const keep = (row: IndexRow) => fits(row) && (state === undefined || row.summary.state === state)
    return shown(await gather<IndexRow>([query], page(asked), keep), batch.id)
  }
  return shown(await gather<IndexRow>(inPartition(partition.unitList(batch.id, organisation.id), batch, asked), page(asked)), batch.id)
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
  if (asked.unit)
    return shown(await gather(inPartition(partition.unitList(batch.id, asked.unit), batch, asked), page(asked), handedIn), batch.id)
  const reverse = asked.order === 'newest'
  const queries = categoriesOf(batch, asked.category).map((category) => {
    const pk = partition.categoryList(batch.id, category)
    return asked.state ? ({ pk, index: 'lists', reverse, begins: `${asked.state}#` } as const) : ({ pk, index: 'owned', reverse } as const)
  })
  return shown(await gather(queries, page(asked), handedIn), batch.id)
}

/** Rows of an export: exactly what the list shows, page after page. */
export const mostExported = 10_000
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
