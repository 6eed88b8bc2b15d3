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
  /** Decided anew after the sheet was opened again at that moment; `was` is what had been approved, and `because` its reason. */
  again?: { at: string; was?: string; because?: string }
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

type Head = { state: 'open' | 'sent' | 'approved'; seq: number; sha256?: string; reopened?: { at: string; sha256?: string } }

/**
 * The lines of a sheet as they were last approved, which is all that the public learns of it: none where nothing has been approved yet, and of one that
 * was opened again what had been approved before. Others decide while this reads, so that lines which are not those of the hash are read again.
 * @throws where the lines are not those that were approved although nobody has touched the sheet
 */
export async function approvedLines(batch: string, category: string): Promise<DecisionRow[]> {
  for (let touched: number | undefined; ; ) {
    const sheet = await table.get<Head>(key.sheet(batch, category))
    const { reopened } = sheet ?? {}
    const sha256 = reopened ? reopened.sha256 : sheet?.state === 'approved' ? sheet.sha256 : undefined
    if (!sheet || sha256 === undefined) return []
    const lines = (await keptLines(batch, category)).map((line) => (reopened ? before(line, reopened.at) : line))
    if (sheetHash(lines) === sha256) return lines
    if (touched === sheet.seq) throw new Error(`the sheet of ${category} in ${batch} is not as it was approved: nothing of it is shown`)
    touched = sheet.seq
  }
}

/** A line as it was approved before the sheet was opened again at a moment. */
function before(line: DecisionRow, at: string): DecisionRow {
  if (line.again?.at !== at || line.again.was === undefined) return line
  const { reason: _, ...figures } = line
  return { ...figures, outcome: line.again.was, ...(line.again.because !== undefined && { reason: line.again.because }) }
}
