import type { Cell, Column, Field, Section, SectionValues, Value } from '../../../shared/forms/schema.ts'
import type { Row } from './rows.ts'
import { isEmptyRow } from './rows.ts'

/** A number that is half typed has no meaning to the server yet: it stays in the browser's draft and is not sent. */
const meaningful = (field: Pick<Field | Column, 'kind'>, value: Value | undefined): boolean =>
  value !== null && value !== undefined && !((field.kind === 'number' || field.kind === 'money') && typeof value !== 'number')

/** The values of a section as they are sent: without empty answers, half-typed numbers, and empty rows at a table's end. */
export function sendable(section: Section, values: SectionValues): SectionValues {
  const sent: SectionValues = {}
  for (const field of section.fields) {
    const value = values[field.key]
    if (!meaningful(field, value)) continue
    if (field.kind === 'table') {
      const rows = ((value ?? []) as Row[]).map((row) => cleanRow(field.columns, row))
      while (!field.fixedRows && rows.length > 0 && isEmptyRow(rows.at(-1) ?? {})) rows.pop()
      if (rows.length > 0) sent[field.key] = rows
    } else if (field.kind !== 'heading' && value !== '') sent[field.key] = value
  }
  return sent
}

const cleanRow = (columns: readonly Column[], row: Row): Row =>
  Object.fromEntries(
    columns
      .map((column): [string, Cell | undefined, Column] => [column.key, row[column.key], column])
      .filter(([, cell, column]) => meaningful(column, cell) && cell !== '')
      .map(([key, cell]) => [key, cell ?? null]),
  )
