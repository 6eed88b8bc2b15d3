import type { Language } from '../../../shared/text.ts'
import { type TableColumn, table } from './write.ts'

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list as an Excel file in one language, as the body of an answer. */
export async function excelBody<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[], language: Language): Promise<ArrayBuffer> {
  const file = await table(columns, rows, { language })
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
}
