import type { CellObject } from 'write-excel-file/node'
import type { Language, Text } from '../../../shared/text.ts'

export type CellValue = string | number | boolean | null | undefined
/** One column of a list: its heading, its width in characters, and what a row shows in it. */
export type TableColumn<Row> = { heading: Text; width?: number; decimals?: number; value: (row: Row) => CellValue }

export const headingStyle = {
  fontWeight: 'bold',
  backgroundColor: '#F3E9E7',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#9E2A2B',
  alignVertical: 'center',
  wrap: true,
} as const satisfies Partial<CellObject>

/** The longest text a cell may hold, by the file format. */
const longestCell = 32_767
/** Characters that XML 1.0 cannot carry. */
const unspeakable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** Text stays text: never a formula, not even after somebody edits the cell, because its format is “text”. */
export function textCell(text: string): CellObject {
  return { type: String, value: text.replace(unspeakable, '□').slice(0, longestCell), format: '@', wrap: true, alignVertical: 'top' }
}

export function cell(value: CellValue, decimals?: number): CellObject | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' && Number.isFinite(value))
    return { type: Number, value, format: decimals ? `0.${'0'.repeat(decimals)}` : decimals === 0 ? '0' : 'General', alignVertical: 'top' }
  return textCell(typeof value === 'boolean' ? (value ? '是 Yes' : '否 No') : String(value))
}

const heading = (text: Text, language: Language | 'both'): CellObject => ({
  ...headingStyle,
  type: String,
  value: language === 'both' ? `${text.zh}\n${text.en}` : text[language],
})

/** A list as an Excel file: headings in one language or both, first row fixed, text never a formula. Sheet names lose what Excel forbids. */
export async function table<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  options: { language: Language | 'both'; sheet?: string },
): Promise<Buffer> {
  const data = [
    columns.map((column) => heading(column.heading, options.language)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row), column.decimals))),
  ]
  const { default: writeExcel } = await import('write-excel-file/node')
  return writeExcel(data, {
    sheet: sheetName(options.sheet ?? (options.language === 'en' ? 'List' : '列表')),
    columns: columns.map((column) => ({ width: column.width ?? 16 })),
    stickyRowsCount: 1,
  }).toBuffer()
}

export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31)
