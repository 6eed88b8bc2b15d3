import { isFilled } from './filled.ts'
import type { Field, Form, FormValues, Value } from './schema.ts'

/** What expressions see of a form's answers. An answer that is missing is null, so that every name of the form is known. */
export type Seen = string | number | boolean | null | Seen[] | ReadonlyMap<string, Seen>
export type Scope = Readonly<Record<string, Seen>>
export type Bindings = Map<string, Map<string, Seen>>
/** Whether an expression is true of what is seen; undefined where what it speaks about is not filled in, or it makes no sense. */
export type Judge = (expression: string, scope: Scope) => boolean | undefined

export function bind(form: Form, values: FormValues): Bindings {
  return new Map(
    form.sections.map((section) => {
      const answers = Object.hasOwn(values, section.key) ? values[section.key] : undefined
      const own = (field: Field) => (answers && Object.hasOwn(answers, field.key) ? answers[field.key] : undefined)
      return [
        section.key,
        new Map(section.fields.filter(({ kind }) => kind !== 'heading').map((field) => [field.key, see(field, own(field))])),
      ]
    }),
  )
}

function see(field: Field, value: Value | undefined): Seen {
  if (!isFilled(value) || value === undefined || value === null) return null
  if (field.kind === 'table') return Array.isArray(value) ? value.map((row) => seeRow(field.columns, row)) : null
  return seeAny(value)
}

/** A row as expressions see it: every column is there, empty ones as null. */
export function seeRow(columns: readonly { key: string }[], row: unknown): ReadonlyMap<string, Seen> {
  const cells = typeof row === 'object' && row !== null ? row : {}
  return new Map(
    columns.map(({ key }) => {
      const cell: unknown = Object.hasOwn(cells, key) ? (cells as Record<string, unknown>)[key] : null
      return [key, cell === '' ? null : seeAny(cell)]
    }),
  )
}

function seeAny(value: unknown): Seen {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(seeAny)
  if (typeof value === 'object' && value !== null) return new Map(Object.entries(value).map(([key, part]) => [key, seeAny(part)]))
  return null
}

/** Makes a section, or one field of it, unanswered. */
export function forget(bindings: Bindings, section: string, field?: string): void {
  const answers = bindings.get(section)
  if (!answers) return
  for (const key of field === undefined ? [...answers.keys()] : [field]) answers.set(key, null)
}

/** What rules across sections see: `section.field`. */
export function scopeOf(bindings: Bindings): Scope {
  const scope: Record<string, Seen> = Object.create(null)
  for (const [key, answers] of bindings) scope[key] = answers
  return scope
}

/** What rules of a section see: its fields by their own names, beside `section.field`, and in a table the cells of the `row`. */
export function sectionScope(bindings: Bindings, section: string, row?: ReadonlyMap<string, Seen>): Scope {
  const scope: Record<string, Seen> = Object.create(null)
  for (const [key, answers] of bindings) scope[key] = answers
  for (const [key, value] of bindings.get(section) ?? []) scope[key] = value
  if (row) scope.row = row
  return scope
}
