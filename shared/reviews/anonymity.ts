import type { Field, Form, FormValues, SectionValues, Value } from '../forms/schema.ts'

const hidden = '〔已隐去〕'

/**
 * A submission as an expert may see it who must not know the applicant: persons, organisations and file names are taken out,
 * and every identifying text (names of the applicant, of the units above it, of the people entered) is blanked wherever it stands.
 */
export function anonymous(form: Form, values: FormValues, identifying: readonly string[]): FormValues {
  const names = [
    ...new Set([...identifying, ...peopleIn(form, values)].map((name) => name.trim()).filter((name) => name.length >= 2)),
  ].sort((a, b) => b.length - a.length)
  const blank = (text: string) => names.reduce((result, name) => result.replaceAll(name, hidden), text)
  const shown: FormValues = {}
  for (const section of form.sections) {
    const given = values[section.key]
    if (!given) continue
    const kept: SectionValues = {}
    for (const field of section.fields) {
      const value = given[field.key]
      if (value === undefined || tellsWho(field.kind)) continue
      kept[field.key] = blanked(value, blank, field.kind === 'table' ? namingColumns(field.columns.map((column) => column.key)) : new Set())
    }
    shown[section.key] = kept
  }
  return shown
}

/** The form as such an expert reads it: what asks for persons and organisations is not there, because empty it would look as if nothing had been given. */
export const withoutPeople = (form: Form): Form => ({
  ...form,
  sections: form.sections
    .map((section) => ({ ...section, fields: section.fields.filter(({ kind }) => !tellsWho(kind)) }))
    .filter(({ fields }) => fields.some(({ kind }) => kind !== 'heading')),
})
const tellsWho = (kind: Field['kind']): boolean => kind === 'person' || kind === 'organisation'

function blanked(value: Value, blank: (text: string) => string, dropped: ReadonlySet<string>): Value {
  if (typeof value === 'string') return blank(value)
  if (Array.isArray(value))
    return value.map((item, i) => {
      if (typeof item === 'string') return blank(item)
      if ('id' in item && 'bytes' in item)
        return {
          ...item,
          name: `${i + 1}${/\.[a-z0-9]{1,5}$/i.exec(String(item.name))?.[0] ?? ''}`,
          ...(typeof item.caption === 'string' && { caption: blank(item.caption) }),
        }
      return Object.fromEntries(
        Object.entries(item).map(([key, cell]) => [key, dropped.has(key) ? hidden : typeof cell === 'string' ? blank(cell) : cell]),
      )
    }) as Value
  return value
}

/** The columns of a table of people that say who somebody is; a table of results may name its results. */
function namingColumns(keys: readonly string[]): Set<string> {
  const people = keys.some((key) => /^(sex|gender|birth|age|post|duty|phone|mobile|degree|professionalTitle|education)/i.test(key))
  return new Set(
    keys.filter(
      (key) => /^(person|leader|member|author|phone|mobile|email|idCard|contact|host)/i.test(key) || (people && /^(name|unit)$/i.test(key)),
    ),
  )
}

function peopleIn(form: Form, values: FormValues): string[] {
  return form.sections.flatMap((section) =>
    section.fields.flatMap((field) => {
      const value = values[section.key]?.[field.key]
      if (value === null || typeof value !== 'object') return []
      if (field.kind === 'person' && !Array.isArray(value))
        return Object.values(value).filter((part): part is string => typeof part === 'string')
      if (field.kind === 'organisation' && !Array.isArray(value) && 'name' in value) return [value.name]
      if (field.kind === 'table' && Array.isArray(value)) {
        const naming = namingColumns(field.columns.map((column) => column.key))
        return value.flatMap((row) =>
          typeof row === 'object' && row !== null
            ? Object.entries(row).flatMap(([key, cell]) => (naming.has(key) && typeof cell === 'string' ? [cell] : []))
            : [],
        )
      }
      return []
    }),
  )
}
