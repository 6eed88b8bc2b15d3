import { isBlank, type SheetRow } from '../sheets/row.ts'
import type { Text } from '../text.ts'
import { readHeadings } from './columns.ts'
import type { Register } from './read.ts'

/** A remark beside a row of the sheet as it came; `at` is the number of its column, absent where the file has none of that name. */
export type Remark = { row: number; at?: number; text: Text; severity: 'problem' | 'oddity' }

/** What is to be said beside the rows of a register; `refused` are rows that are right by themselves and meet something in the tree of units. */
export function remarksOn(
  rows: readonly SheetRow[],
  { problems, oddities }: Pick<Register, 'problems' | 'oddities'>,
  refused: readonly { row: number; column: string; text: Text }[] = [],
): Remark[] {
  const head = readHeadings(rows.find((row) => !isBlank(row))?.cells ?? [])
  const at: Record<string, number | undefined> = 'at' in head ? head.at : {}
  const remark = (severity: Remark['severity']) => (found: { row: number; column: string; text: Text }) => {
    const column = at[found.column]
    return { row: found.row, ...(column !== undefined && { at: column }), text: found.text, severity }
  }
  return [...[...problems, ...refused].map(remark('problem')), ...oddities.map(remark('oddity'))]
}
