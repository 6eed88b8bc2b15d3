import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { accept, type Outcome, refuse } from '../../../shared/outcome.ts'
import type { SheetRow } from '../../../shared/sheets/row.ts'
import { decodeText } from './decode.ts'

type Parsed = { record: string[]; info: { lines: number } }

/** What separates the cells: whichever of tab, semicolon and comma the first line holds most often. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') >>> 0)
  const count = (mark: string) => first.split(mark).length
  return ['\t', ';'].find((mark) => count(mark) > count(',')) ?? ','
}

/** All rows of a CSV file, blank ones too, each with the line it starts on; refused when a quotation mark is never closed. */
export function readCsv(bytes: Uint8Array): Outcome<SheetRow[]> {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n')
  if (text.includes('\0')) return refuse('spreadsheet.unreadable')
  try {
    const parsed = parse(text, {
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      delimiter: delimiterOf(text),
    }) as unknown as Parsed[]
    let before = 0
    const rows = parsed.map(({ record, info }) => {
      const row = { line: before + 1, lines: info.lines - before, cells: record }
      before = info.lines
      return row
    })
    return accept(rows)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse('spreadsheet.quotes', { line: Number(error.lines ?? 0) })
  }
}
