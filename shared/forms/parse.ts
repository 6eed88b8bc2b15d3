import * as z from 'zod'
import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts'
import type { Text } from '../text.ts'
import { cleanText } from './clean.ts'
import {
  type Cell,
  type Column,
  type Field,
  type FieldOf,
  FileRef,
  type Form,
  Person,
  type Section,
  type SectionValues,
  type Value,
} from './schema.ts'

/**
 * What a client may keep as the draft of a section. Unfinished is fine, also far too long, too many or out of range, so that nothing typed or pasted is lost: what is too
 * much is said beside its field. Only a wrong shape or an unknown field is refused as a whole. How much a section may hold in all is asked by `heaviest`, in bytes.
 */

const Organisation = z.strictObject({ code: z.string().max(40), name: z.string().max(200) })
const PersonDraft = z.strictObject(Object.fromEntries(Object.keys(Person.shape).map((key) => [key, z.string().optional()])))

/** The values of one section as they may be stored; empty answers are left out. */
export function parseSection(form: Form, sectionKey: string, input: unknown): Outcome<SectionValues> {
  const section = form.sections.find(({ key }) => key === sectionKey)
  if (!section) return refuse('form.unknown-section', { section: sectionKey.slice(0, 40) })
  if (!isRecord(input)) return wrongShape(section.title.zh, section.title.en)
  const parsed: SectionValues = {}
  for (const [key, value] of Object.entries(input)) {
    const field = section.fields.find((each) => each.key === key && each.kind !== 'heading')
    if (!field) return refuse('form.unknown-field', { field: key.slice(0, 40) })
    if (value === undefined || value === null) continue
    const outcome = parseValue(field, value)
    if (!outcome.ok) return outcome
    if (!isEmpty(outcome.value)) parsed[key] = outcome.value
  }
  return accept(parsed)
}

const isEmpty = (value: Value) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

const wrongShape = (zh: string, en: string): Refusal => refuse('form.wrong-type', { zh, en })

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function parseValue(field: Field, value: unknown): Outcome<Value> {
  const wrong = wrongShape(field.label.zh, field.label.en)
  switch (field.kind) {
    case 'choices':
      return isTexts(value) && value.length <= field.choices.length ? accept([...value]) : wrong
    case 'person':
      return parsePerson(value) ?? wrong
    case 'organisation': {
      const organisation = Organisation.safeParse(value)
      return organisation.success ? accept({ code: organisation.data.code, name: cleanText(organisation.data.name) }) : wrong
    }
    case 'file': {
      const files = z
        .array(FileRef)
        .max(field.maxCount * 2)
        .safeParse(value)
      return files.success && !hasOwnPrototype(value) ? accept(files.data.map(withoutUndefined)) : wrong
    }
    case 'table':
      return parseRows(field, value, wrong)
    case 'heading':
      return wrong
    default:
      return parseCell(field, value, wrong)
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item.length <= 40)
const hasOwnPrototype = (value: unknown) =>
  Array.isArray(value) && value.some((item) => !isRecord(item) || Object.hasOwn(item, '__proto__'))
const withoutUndefined = (file: FileRef): FileRef => ({
  id: file.id,
  name: cleanText(file.name).slice(0, 255),
  bytes: file.bytes,
  type: file.type.slice(0, 100),
  ...(file.caption === undefined ? {} : { caption: cleanText(file.caption).slice(0, 500) }),
})

function parsePerson(value: unknown): Outcome<Value> | undefined {
  if (!isRecord(value)) return undefined
  const person = PersonDraft.safeParse(value)
  if (!person.success) return undefined
  const { name = '', phone, email, post, unit } = person.data
  const rest = Object.entries({ phone, email, post, unit }).flatMap(([key, text]) => (text ? [[key, cleanText(text)] as const] : []))
  return accept(name === '' && rest.length === 0 ? null : { name: cleanText(name), ...Object.fromEntries(rest) })
}

function parseRows({ label, columns }: FieldOf<'table'>, value: unknown, wrong: Refusal): Outcome<Value> {
  if (!Array.isArray(value)) return wrong
  const rows: Record<string, Cell>[] = []
  for (const [index, item] of value.entries()) {
    if (!isRecord(item)) return unreadable(rowOf(label, index))
    const row: Record<string, Cell> = {}
    for (const [key, cell] of Object.entries(item)) {
      const column = columns.find((each) => each.key === key)
      if (!column) return refuse('form.unknown-field', { field: key.slice(0, 40) })
      if (cell === undefined || cell === null || cell === '') continue
      const outcome = parseCell(column, cell, wrong)
      if (!outcome.ok) return unreadable(cellOf(rowOf(label, index), column.label))
      row[key] = outcome.value
    }
    rows.push(row)
  }
  return accept(rows)
}

const rowOf = (label: Text, index: number): Text => ({ zh: `${label.zh} · 第 ${index + 1} 行`, en: `${label.en} · row ${index + 1}` })
const cellOf = (row: Text, column: Text): Text => ({ zh: `${row.zh} · ${column.zh}`, en: `${row.en} · ${column.en}` })
const unreadable = ({ zh, en }: Text) => wrongShape(zh, en)
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** The field that takes most of a section’s room, in bytes; within a table whose largest row is more than half of it, that row. */
export function heaviest(section: Section, values: SectionValues): { place: Text; bytes: number } {
  const [[key, value] = ['', null]] = Object.entries(values).toSorted(([, a], [, b]) => bytesOf(b) - bytesOf(a))
  const field = section.fields.find((each) => each.key === key)
  const place = field?.label ?? section.title
  const bytes = bytesOf(value)
  if (field?.kind !== 'table' || !Array.isArray(value)) return { place, bytes }
  const rows = value.map((row, index) => ({ place: rowOf(place, index), bytes: bytesOf(row) }))
  return rows.find((row) => row.bytes > bytes / 2) ?? { place, bytes }
}

type Simple = Exclude<Field, { kind: 'table' | 'choices' | 'person' | 'organisation' | 'file' | 'heading' }>

function parseCell(field: Simple | Column, value: unknown, wrong: Refusal): Outcome<Cell> {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return typeof value === 'string' ? accept(cleanText(value)) : wrong
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? accept(value) : wrong
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) ? accept(value) : wrong
    case 'date':
    case 'choice':
      return typeof value === 'string' && value.length <= 40 ? accept(cleanText(value)) : wrong
    case 'yesNo':
      return typeof value === 'boolean' ? accept(value) : wrong
  }
}
