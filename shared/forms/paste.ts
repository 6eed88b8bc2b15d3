import { readMoney, readNumber } from './amounts.ts'
import { cleanText } from './clean.ts'
import { readDate } from './dates.ts'
import { problem } from './messages.ts'
import { checkValue } from './plain.ts'
import type { Cell, Column, Problem } from './schema.ts'

export type Pasted = {
  rows: Record<string, Cell>[]
  /** `path` is `row.column` of the rows above, from 0. Cells that could not be read are left empty. */
  problems: Problem[]
  /** Columns pasted beyond those of the table, and rows beyond what one paste may hold, are not taken over. */
  ignored: { columns: number; rows: number }
}

/** One paste may hold this much; more is imported as a file. */
const limits = { characters: 500_000, rows: 1_000 } as const

/** The rows of cells copied from a spreadsheet: tabs between cells, cells with breaks or quotes in double quotes. */
export function readTabbed(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (character === '"' && cell === '' && closes(text, i)) quoted = true
    else if (character === '\t') endCell()
    else if (character === '\n') {
      endCell()
      rows.push([])
    } else cell += character
  }
  endCell()
  return rows.filter((row) => row.some((each) => each !== ''))
}

/** Whether a quote that opens a cell is closed before a tab, a break or the end; else it is just a quote. */
function closes(text: string, open: number): boolean {
  for (let i = text.indexOf('"', open + 1); i !== -1; i = text.indexOf('"', i + 1)) {
    if (text[i + 1] === '"') i++
    else return i + 1 === text.length || text[i + 1] === '\t' || text[i + 1] === '\n'
  }
  return false
}

/** Rows of a table from cells copied out of a spreadsheet, in the order of the columns; a first row that repeats the headings may reorder them. */
export function parsePaste(text: string, columns: readonly Column[]): Pasted {
  const all = readTabbed(cleanText(text.slice(0, limits.characters)))
  const headings = headingsOf(all[0], columns)
  const order = headings ?? columns
  const lines = (headings ? all.slice(1) : all).slice(0, limits.rows)
  const problems: Problem[] = []
  const rows = lines.map((cells, index) => {
    const row: Record<string, Cell> = {}
    order.forEach((column, place) => {
      const written = cells[place]
      if (!column || written === undefined || written === '') return
      const value = readCell(column, written)
      const at = `${index}.${column.key}`
      if (value === undefined) problems.push(unreadable(column, at, written))
      else {
        row[column.key] = value
        problems.push(...checkValue(column, value, at))
      }
    })
    return row
  })
  const widest = Math.max(0, ...lines.map((cells) => cells.length))
  return {
    rows,
    problems,
    ignored: { columns: Math.max(0, widest - order.length), rows: all.length - (headings ? 1 : 0) - lines.length },
  }
}

/** The columns in the order of a first row of headings; undefined where the row holds anything that is no heading. */
function headingsOf(row: string[] | undefined, columns: readonly Column[]): (Column | undefined)[] | undefined {
  if (!row || row.filter((cell) => cell !== '').length < Math.min(2, columns.length)) return undefined
  const found = row.map((cell) => columns.find(({ label }) => sameText(cell, label.zh) || sameText(cell, label.en)))
  const named = found.filter((column) => column !== undefined).length
  return named > 0 && row.every((cell, place) => cell === '' || found[place] !== undefined) ? found : undefined
}

const plainText = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s|[*:]/g, '')
    .toLowerCase()
const sameText = (a: string, b: string) => plainText(a) === plainText(b)

const yes = ['是', '有', '√', '✓', 'y', 'yes', 'true', '1']
const no = ['否', '无', '×', '✗', 'n', 'no', 'false', '0']

function readCell(column: Column, written: string): Cell | undefined {
  switch (column.kind) {
    case 'text':
    case 'longText':
      return written
    case 'number':
      return readNumber(written)
    case 'money':
      return readMoney(written, column.unit)
    case 'date':
      return readDate(written, column.precision)
    case 'choice':
      return column.choices.find(({ value, label }) => [value, label.zh, label.en].some((each) => sameText(each, written)))?.value
    case 'yesNo':
      return yes.includes(plainText(written)) ? true : no.includes(plainText(written)) ? false : undefined
  }
}

function unreadable(column: Column, at: string, written: string): Problem {
  const shown = written.slice(0, 30)
  const label = { zh: `${column.label.zh}（“${shown}”）`, en: `${column.label.en} (“${shown}”)` }
  switch (column.kind) {
    case 'number':
    case 'money':
      return problem(at, 'not-a-number', label)
    case 'date':
      return problem(at, 'not-a-date', label, { example: { day: '2024-09-08', month: '2024-09', year: '2024' }[column.precision] })
    case 'choice':
      return problem(at, 'not-a-choice', label)
    default:
      return problem(at, 'wrong-type', label)
  }
}
