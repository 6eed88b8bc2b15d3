import type { SubmissionState } from '../submissions/states.ts'

type States = Partial<Record<SubmissionState, number>>
/** A unit with its submissions by state; `expected` universities stand right below it. */
export type Progress = { states: States; expected?: number | undefined }

const sum = (states: States, of: readonly SubmissionState[]) => of.reduce((total, state) => total + (states[state] ?? 0), 0)
export const begun = ({ states }: Progress): number => Object.values(states).reduce((total, count) => total + count, 0)
/** Not handed in, or handed back. */
export const unsent = ({ states }: Progress): number => sum(states, ['draft', 'returned'])
export const handedIn = (row: Progress): number => begun(row) - unsent(row)
export const recommended = ({ states }: Progress): number =>
  sum(states, ['recommended', 'qualified', 'disqualified', 'awarded', 'unsuccessful'])
/** How much of what was begun is handed in; below zero where nothing was. */
export const share = (row: Progress): number => (begun(row) === 0 ? -1 : handedIn(row) / begun(row))

/** All units together. */
export function totalsOf(rows: readonly Progress[]): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { states } of rows) for (const [state, count] of Object.entries(states)) totals[state] = (totals[state] ?? 0) + count
  return totals
}

/** What a list of units may be ordered by. */
export const completenessOrders = {
  expected: ({ expected = 0 }: Progress) => expected,
  started: unsent,
  submitted: handedIn,
  recommended,
  share,
} as const satisfies Record<string, (row: Progress) => number>
export type CompletenessOrder = keyof typeof completenessOrders
export const completenessShows = ['active', 'silent'] as const
/** Which units are listed, and in what order; without either all, as they stand. */
export type Arranged = {
  show?: (typeof completenessShows)[number] | undefined
  sort?: CompletenessOrder | undefined
  order?: 'ascending' | 'descending' | undefined
}

/** The units as the page lists them, and its export. */
export function arranged<Row extends Progress>(rows: readonly Row[], { show, sort, order }: Arranged): Row[] {
  const kept = rows.filter((row) => show === undefined || (show === 'active') === begun(row) > 0)
  if (!sort) return kept
  const by = completenessOrders[sort]
  return kept.toSorted((a, b) => (order === 'ascending' ? by(a) - by(b) : by(b) - by(a)))
}

/** What a host should look at while a batch runs, in the order in which it should be. `count` is of units or submissions, as the kind says. */
export type Notable = { kind: 'unsent' | 'silent' | 'returned' | 'waiting' | 'unscreened'; count: number }
/** Milliseconds before the end of a stage from which what is not done is worth a word. */
const late = 3 * 86_400_000

/**
 * What is out of the ordinary in a batch for its host: what is not handed in, or not recommended, when little time is left; units without anything while one can
 * still apply; what was returned and did not come back; what waits to be screened. In a check only awardees report: of the others nothing is expected.
 */
export function notableIn(
  rows: readonly Progress[],
  stage: { kind: string; closes: string | null } | undefined,
  at: number,
  check = false,
): Notable[] {
  const total = (count: (row: Progress) => number) => rows.reduce((all, row) => all + count(row), 0)
  const ending = stage?.closes != null && Date.parse(stage.closes) - at < late
  const is = (kind: string) => stage?.kind === kind
  const found: Notable[] = [
    { kind: 'unsent', count: is('collect') && ending ? total(unsent) : 0 },
    { kind: 'silent', count: is('collect') && !check ? rows.filter((row) => begun(row) === 0).length : 0 },
    { kind: 'returned', count: is('collect') && ending ? 0 : total(({ states }) => states.returned ?? 0) },
    { kind: 'waiting', count: is('endorse') && ending ? total(({ states }) => states.submitted ?? 0) : 0 },
    { kind: 'unscreened', count: is('screen') ? total(({ states }) => states.recommended ?? 0) : 0 },
  ]
  return found.filter(({ count }) => count > 0)
}
