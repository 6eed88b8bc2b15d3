import type { Standings } from './standing.ts'

/** What an officer should look at, in the order in which it should be. `count` is of submissions, lists, places or units, as the kind says. */
export type Unusual = { kind: 'stale' | 'unconfirmed' | 'unused' | 'returned' | 'silent'; count: number; categories: string[] }
export type PlacesSeen = { category: string; limit?: number | undefined; used: number; confirmedAt?: string | undefined; stale: boolean }
/** Milliseconds before the end of the unit's own stage from which an open list is worth a word. */
const late = 3 * 86_400_000

/**
 * What is out of the ordinary in a batch for a recommending unit. Places left and lists open matter only while its own stage runs, `closes` being its end;
 * units without anything only while one can still apply.
 */
export function unusualIn(facts: {
  rows: readonly { standings: Standings }[]
  places: readonly PlacesSeen[]
  /** Units below may still apply, and each is expected to. */
  collecting: boolean
  endorsing: { closes: string | null } | undefined
  at: number
}): Unusual[] {
  const { rows, places, collecting, endorsing, at } = facts
  const open = places.filter(({ confirmedAt }) => confirmedAt === undefined)
  const stale = open.filter((place) => place.stale)
  const ending = endorsing?.closes != null && Date.parse(endorsing.closes) - at < late
  const unconfirmed = ending ? open.filter(({ used }) => used > 0) : []
  const unused = endorsing ? open.filter(({ limit, used }) => limit !== undefined && used < limit) : []
  const count = (of: readonly PlacesSeen[], each: (place: PlacesSeen) => number = () => 1) =>
    of.reduce((sum, place) => sum + each(place), 0)
  const keys = (of: readonly PlacesSeen[]) => of.map(({ category }) => category)
  const returned = rows.reduce((sum, { standings }) => sum + (standings.returned ?? 0), 0)
  const silent = collecting ? rows.filter(({ standings }) => Object.keys(standings).length === 0).length : 0
  const found: Unusual[] = [
    { kind: 'stale', count: count(stale), categories: keys(stale) },
    { kind: 'unconfirmed', count: count(unconfirmed), categories: keys(unconfirmed) },
    { kind: 'unused', count: count(unused, ({ limit = 0, used }) => limit - used), categories: keys(unused) },
    { kind: 'returned', count: returned, categories: [] },
    { kind: 'silent', count: silent, categories: [] },
  ]
  return found.filter((each) => each.count > 0)
}
