import { type StandingKey, type Standings, standingKeys } from './standing.ts'

/** A unit below, with how many of its submissions stand how. */
export type Progress = { from: { name: string }; standings: Standings }

const sum = ({ standings }: Progress, of: readonly StandingKey[]) => of.reduce((total, key) => total + (standings[key] ?? 0), 0)
/** All that was begun and not given up. */
export const begun = (row: Progress): number => sum(row, standingKeys)
/** What was handed in at least once and is not back with its applicant. */
export const handedIn = (row: Progress): number => sum(row, ['below', 'here', 'recommended', 'declined'])

const shows = {
  silent: (row) => begun(row) === 0,
  correcting: ({ standings }) => (standings.returned ?? 0) > 0,
  waiting: ({ standings }) => (standings.here ?? 0) > 0,
} as const satisfies Record<string, (row: Progress) => boolean>
export type ProgressShow = keyof typeof shows
export const progressShows = Object.keys(shows) as ProgressShow[]

export const progressOrders = ['name', 'started', ...standingKeys] as const
export type ProgressOrder = (typeof progressOrders)[number]
/** Which units are listed, and in what order; without either all, as they stand. */
export type Arranged = { show?: ProgressShow | undefined; sort?: ProgressOrder | undefined; order?: 'ascending' | 'descending' | undefined }

/** The units as the page lists them, and its export. */
export function arranged<Row extends Progress>(rows: readonly Row[], { show, sort, order }: Arranged): Row[] {
  const kept = rows.filter((row) => show === undefined || shows[show](row))
  if (!sort) return kept
  const sign = order === 'descending' ? -1 : 1
  if (sort === 'name') return kept.toSorted((a, b) => sign * a.from.name.localeCompare(b.from.name, 'zh'))
  const count = (row: Row) => (sort === 'started' ? begun(row) : (row.standings[sort] ?? 0))
  return kept.toSorted((a, b) => sign * (count(a) - count(b)))
}
