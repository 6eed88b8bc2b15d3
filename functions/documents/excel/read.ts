import { accept, type Outcome, refuse } from '../../../shared/outcome.ts'
import type { SheetRow } from '../../../shared/sheets/row.ts'

/** What an uploaded sheet may measure. */
export const sheetBounds = { megabytes: 20, rows: 100_000 } as const

/** The first sheet of an uploaded Excel or CSV file as rows of texts; which of both it is, its first bytes tell and not its name. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Outcome<SheetRow[]>> {
  if (bytes.byteLength > sheetBounds.megabytes * 1024 * 1024) return refuse('spreadsheet.too-large', { max: sheetBounds.megabytes })
  const outcome = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readExcel(bytes) : await readText(bytes)
  if (outcome.ok && outcome.value.length > sheetBounds.rows) return refuse('spreadsheet.too-many-rows', { max: sheetBounds.rows })
  return outcome
}

const readText = async (bytes: Uint8Array) => (await import('../csv/read.ts')).readCsv(bytes)

async function readExcel(bytes: Uint8Array): Promise<Outcome<SheetRow[]>> {
  const [{ readSheet }, { checkZip }] = await Promise.all([import('read-excel-file/node'), import('../../malware/archive.ts')])
  const checked = await checkZip(bytes)
  if ('fault' in checked)
    return checked.fault === 'bomb' ? refuse('spreadsheet.too-large', { max: sheetBounds.megabytes }) : refuse('spreadsheet.unreadable')
  try {
    const data: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes), 1, { parseNumber: plainNumber, trim: false })
    return accept(data.map((cells, i) => ({ line: i + 1, lines: 1, cells: cells.map(cellText) })))
  } catch {
    return refuse('spreadsheet.unreadable')
  }
}

/** Codes of ten and more digits stay as written; a number in scientific notation is written out. */
const plainNumber = (written: string): string =>
  /e/i.test(written) ? Number(written).toLocaleString('fullwide', { useGrouping: false }) : written

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}
