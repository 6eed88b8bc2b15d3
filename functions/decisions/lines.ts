import type { Ranked } from '../../shared/decisions/ranking.ts'
import type { Decision } from '../../shared/decisions/rules.ts'
import { hashOf } from '../aws/chain.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** A line of the sheet. `proposal` is what the ranking or the grades say; `outcome` what holds; `decided` whether somebody decided it by hand. */
export type Line = Ranked & {
  title: string
  unit: string
  institution: string
  receipt?: string
  proposal?: string
  outcome?: string
  reason?: string
  decided: boolean
  /** The scores behind the figure, without a word of who gave which. */
  scores: readonly number[]
  /** Decided anew after the sheet was opened again at that moment; `was` is what had been approved. */
  again?: { at: string; was?: string }
}
export type DecisionRow = Decision & Omit<Line, 'outcome' | 'decided'> & { decided: boolean }

/** Ids of submissions are ULIDs, so that they stand between these in their partition and apart from the head and its events. */
const ulids = ['0', '8'] as const

/** The lines of a sheet that are kept, best first: of an open one those decided by hand, of one that was sent all. */
export async function keptLines(batch: string, category: string): Promise<DecisionRow[]> {
  const rows: DecisionRow[] = []
  let cursor: string | undefined
  do {
    const page = await table.query<DecisionRow>({ pk: key.sheet(batch, category).pk, between: ulids, cursor, consistent: true })
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor)
  return rows.sort((a, b) => a.rank - b.rank || (a.submission < b.submission ? -1 : 1))
}

/** The hash of a sheet: what was decided of whom, on which figures, and what the ranking proposed. */
export const sheetHash = (lines: readonly Pick<Line, 'submission' | 'outcome' | 'proposal' | 'reason' | 'score' | 'rank'>[]): string =>
  hashOf(
    lines
      .map(({ submission, outcome, proposal, reason, score, rank }) => ({ submission, outcome, proposal, reason, score, rank }))
      .sort((a, b) => (a.submission < b.submission ? -1 : 1)),
  )
