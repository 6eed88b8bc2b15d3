import { type Judge, type Scope, type Seen, scopeOf, sectionScope, seeRow } from './bindings.ts'
import { isFilled } from './filled.ts'
import { missing, problem } from './messages.ts'
import { checkValue, isRows } from './plain.ts'
import type { Column, Field, FieldOf, Form, FormValues, Problem, Section, Value } from './schema.ts'
import { type Visible, visible } from './visible.ts'

export type Checking = {
  /** Only this section and the rules across sections that stand in it. */
  section?: string
  /** Judges expressions; without it only plain checks are made, and everything counts as asked. */
  judge?: Judge
}

/**
 * Everything that keeps the answers from being handed in: what is missing, what is out of bounds, which rules do not hold. A rule speaks only once
 * everything that it names is filled in.
 */
export function findProblems(form: Form, values: FormValues, { section: only, judge }: Checking = {}): Problem[] {
  const seen = visible(form, values, judge)
  const sections = form.sections.filter(({ key }) => (only === undefined || key === only) && seen.section(key))
  const inSections = sections.flatMap((section) => checkSection(section, values, seen, judge))
  return judge ? [...inSections, ...brokenAcross(form, seen, judge, only)] : inSections
}

function checkSection(section: Section, values: FormValues, seen: Visible, judge?: Judge): Problem[] {
  const stored = Object.hasOwn(values, section.key) ? values[section.key] : undefined
  const answers = stored ?? {}
  const scope = sectionScope(seen.bindings, section.key)
  const unknown = Object.keys(answers)
    .filter((key) => !section.fields.some((field) => field.key === key && field.kind !== 'heading'))
    .map((key) => problem(`${section.key}.${key.slice(0, 40)}`, 'unknown-field', { zh: key.slice(0, 40), en: key.slice(0, 40) }))
  const fields = section.fields
    .filter((field) => field.kind !== 'heading' && seen.field(section.key, field.key))
    .flatMap((field) => {
      const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined
      return checkField(field, value, `${section.key}.${field.key}`, scope, judge)
    })
  const rules = judge
    ? section.rules
        .filter((rule) => judge(rule.holds, scope) === false)
        .map((rule) => problem(`${section.key}.${rule.at}`, 'rule', rule.message, { text: rule.message.zh, textEn: rule.message.en }))
    : []
  return [...unknown, ...fields, ...rules]
}

function brokenAcross(form: Form, seen: Visible, judge: Judge, only?: string): Problem[] {
  const scope = scopeOf(seen.bindings)
  return form.rules
    .filter(
      (rule) => (only === undefined || rule.section === only) && seen.field(rule.section, rule.at) && judge(rule.holds, scope) === false,
    )
    .map((rule) => problem(`${rule.section}.${rule.at}`, 'rule', rule.message, { text: rule.message.zh, textEn: rule.message.en }))
}

const isRequired = (field: Field | Column, scope: Scope, judge?: Judge) =>
  field.required === true || (field.requiredIf !== undefined && judge?.(field.requiredIf, scope) === true)

function checkField(field: Field, value: Value | undefined, path: string, scope: Scope, judge?: Judge): Problem[] {
  if (value === undefined || value === null || !isFilled(value)) {
    if (isRequired(field, scope, judge)) return [missing(path, field, field.label)]
    if (field.kind === 'table' && field.minRows > 0) return [problem(path, 'too-few', field.label, { min: field.minRows, count: 0 })]
    if (field.kind === 'file' && field.minCount > 0) return [missing(path, field, field.label)]
    return []
  }
  if (field.kind !== 'table') return checkValue(field, value, path)
  return isRows(value) ? checkTable(field, value, path, scope, judge) : [problem(path, 'wrong-type', field.label)]
}

type Row = Record<string, Value>

function checkTable(field: FieldOf<'table'>, rows: Row[], path: string, scope: Scope, judge?: Judge): Problem[] {
  const count = rows.length
  const size =
    count > field.maxRows
      ? [problem(path, 'too-many', field.label, { max: field.maxRows, count })]
      : count < Math.max(field.minRows, field.fixedRows?.length ?? 0)
        ? [problem(path, 'too-few', field.label, { min: Math.max(field.minRows, field.fixedRows?.length ?? 0), count })]
        : []
  const asksRow = judge !== undefined && field.columns.some(({ visibleIf, requiredIf }) => visibleIf ?? requiredIf)
  // One for all rows, in turn: a copy of everything for each of them was a third of what checking a form took.
  const rowScope: Record<string, Seen> | undefined = asksRow ? Object.assign(Object.create(null), scope) : undefined
  const cells = rows.slice(0, field.maxRows).flatMap((row, index) => {
    if (rowScope) rowScope.row = seeRow(field.columns, row)
    return field.columns.flatMap((column) => checkCell(field, column, row, index, path, rowScope ?? scope, judge))
  })
  return [...size, ...cells, ...fixedRowsMoved(field, rows, path), ...repeated(field, rows, path)]
}

const cellLabel = (field: Field, column: Column, index: number) => ({
  zh: `${field.label.zh}·第${index + 1}行·${column.label.zh}`,
  en: `${field.label.en}, row ${index + 1}, ${column.label.en}`,
})

function checkCell(field: Field, column: Column, row: Row, index: number, path: string, scope: Scope, judge?: Judge): Problem[] {
  if (column.visibleIf && judge && judge(column.visibleIf, scope) !== true) return []
  const at = `${path}.${index}.${column.key}`
  const cell = Object.hasOwn(row, column.key) ? row[column.key] : undefined
  if (cell === undefined || !isFilled(cell))
    return isRequired(column, scope, judge) ? [missing(at, column, cellLabel(field, column, index))] : []
  return checkValue(column, cell, at, cellLabel(field, column, index))
}

/** The first column of given rows (years, items) reads as given. */
function fixedRowsMoved(field: FieldOf<'table'>, rows: Row[], path: string): Problem[] {
  const [first] = field.columns
  if (!first || !field.fixedRows) return []
  return field.fixedRows.flatMap((given, index) => {
    const cell = rows[index]?.[first.key]
    return rows[index] === undefined || String(cell) === given
      ? []
      : [problem(`${path}.${index}.${first.key}`, 'not-a-choice', cellLabel(field, first, index))]
  })
}

function repeated(field: FieldOf<'table'>, rows: Row[], path: string): Problem[] {
  const keys = field.unique
  const at = field.columns.find(({ key }) => key === keys?.[0])
  if (!keys || !at) return []
  const firstRows = new Map<string, number>()
  return rows.flatMap((row, index) => {
    const cells = keys.map((key) => (Object.hasOwn(row, key) ? row[key] : undefined))
    if (!cells.every((cell) => isFilled(cell))) return []
    const mark = JSON.stringify(cells.map((cell) => (typeof cell === 'string' ? cell.trim() : cell)))
    const first = firstRows.get(mark)
    if (first === undefined) firstRows.set(mark, index)
    return first === undefined ? [] : [problem(`${path}.${index}.${at.key}`, 'not-unique', cellLabel(field, at, index), { row: first + 1 })]
  })
}
