import type { Cell, Column, FieldOf } from '../../../shared/forms/schema.ts'

export type Row = Record<string, Cell>

const emptyRow: Row = {}

/** The rows a table shows: its given rows with their first cell filled in, or at least as many as it must have. Rows that need no change stay the same objects. */
export function shownRows(field: FieldOf<'table'>, rows: readonly Row[]): Row[] {
  const [first] = field.columns
  if (field.fixedRows && first) return field.fixedRows.map((given, index) => withHeading(first, given, rows[index]))
  const missing = Math.max(0, Math.max(field.minRows, 1) - rows.length)
  return [...rows, ...Array.from({ length: missing }, () => emptyRow)]
}

function withHeading(column: Column, given: string, row: Row = emptyRow): Row {
  const heading = column.kind === 'number' ? Number(given) : given
  return row[column.key] === heading ? row : { ...row, [column.key]: heading }
}

export const isEmptyRow = (row: Row): boolean => Object.values(row).every((cell) => cell === null || cell === '' || cell === undefined)

/** A row at another place; the order is otherwise kept. */
export function moveRow<R>(rows: readonly R[], from: number, to: number): R[] {
  const next = [...rows]
  const [row] = next.splice(from, 1)
  if (row !== undefined && to >= 0 && to <= next.length) next.splice(to, 0, row)
  return row !== undefined && to >= 0 && to <= rows.length - 1 ? next : [...rows]
}

/** The numbers of the `marked` rows among rows that stand in another order now: `order` holds the number each had before, none for one that was not there. */
export const renumbered = (marked: ReadonlySet<number>, order: readonly (number | undefined)[]): ReadonlySet<number> =>
  new Set(order.flatMap((before, now) => (before !== undefined && marked.has(before) ? [now] : [])))

/** Pasted rows fill from the row they were pasted at; given rows keep their heading cell, and nothing grows beyond the table's limit. */
export function pasteRows(
  field: FieldOf<'table'>,
  rows: readonly Row[],
  pasted: readonly Row[],
  at: number,
): { rows: Row[]; left: number } {
  const most = field.fixedRows?.length ?? field.maxRows
  const next = rows.map((row) => ({ ...row }))
  const [first] = field.columns
  let left = 0
  pasted.forEach((row, index) => {
    const place = at + index
    if (place >= most) left++
    else if (field.fixedRows && first) next[place] = { ...next[place], ...row, [first.key]: next[place]?.[first.key] ?? null }
    else next[place] = { ...next[place], ...row }
  })
  return { rows: next, left }
}

/** Sums of the columns that are to be summed, in the unit they are held in (money in fen). */
export function totalsOf(field: FieldOf<'table'>, rows: readonly Row[]): Record<string, number> {
  return Object.fromEntries(
    (field.totals ?? []).map((key) => {
      const column = field.columns.find((each) => each.key === key)
      const decimals = column?.kind === 'number' ? column.decimals : 0
      const sum = rows.reduce((total, row) => total + (typeof row[key] === 'number' ? row[key] : 0), 0)
      return [key, Number(sum.toFixed(decimals))]
    }),
  )
}
