import { isFilled } from '../forms/filled.ts'
import type { Form, SectionValues } from '../forms/schema.ts'
import type { UnitRef } from '../organisations/schema.ts'

/** A submission is called by the first text field of its form whose key is `title` or `projectName`; without one, by its unit. At most so many characters. */
export const longestTitle = 100

/** The title that these values of a section give the submission; undefined when this section does not name it. */
export function titleIn(form: Form, section: string, values: SectionValues, unit: UnitRef): string | undefined {
  const named = form.sections
    .flatMap(({ key, fields }) => fields.map((field) => ({ key, field })))
    .find(({ field }) => field.kind === 'text' && (field.key === 'title' || field.key === 'projectName'))
  if (named?.key !== section) return undefined
  const value = values[named.field.key]
  return typeof value === 'string' && isFilled(value) ? [...value.trim()].slice(0, longestTitle).join('') : unit.name
}
