import { type Bindings, bind, forget, type Judge, scopeOf, sectionScope } from './bindings.ts'
import type { Form, FormValues, SectionValues } from './schema.ts'

/** What of a form is asked, given what was answered so far. */
export type Visible = {
  section: (section: string) => boolean
  field: (section: string, field: string) => boolean
  /** The answers without those that are no longer asked, as rules see them. */
  bindings: Bindings
}

/**
 * A section or field is asked when its `visibleIf` is true of the answers that are asked themselves; one that stands under an unanswered
 * question is not asked. Without a judge everything is asked.
 */
export function visible(form: Form, values: FormValues, judge?: Judge): Visible {
  const bindings = bind(form, values)
  const hidden = new Set<string>()
  if (judge) {
    for (const section of form.sections) {
      if (section.visibleIf && judge(section.visibleIf, scopeOf(bindings)) !== true) {
        hidden.add(section.key)
        forget(bindings, section.key)
        continue
      }
      for (const field of section.fields) {
        if (!field.visibleIf || judge(field.visibleIf, sectionScope(bindings, section.key)) === true) continue
        hidden.add(`${section.key}.${field.key}`)
        forget(bindings, section.key, field.key)
      }
    }
  }
  return {
    section: (section) => !hidden.has(section),
    field: (section, field) => !hidden.has(section) && !hidden.has(`${section}.${field}`),
    bindings,
  }
}

/** The answers without those to questions that are no longer asked, and without anything the form does not know. */
export function prune(form: Form, values: FormValues, judge?: Judge): FormValues {
  const seen = visible(form, values, judge)
  const pruned: FormValues = {}
  for (const section of form.sections) {
    const answers = Object.hasOwn(values, section.key) ? values[section.key] : undefined
    if (!answers || !seen.section(section.key)) continue
    const kept: SectionValues = {}
    for (const field of section.fields) {
      const value = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined
      if (value !== undefined && seen.field(section.key, field.key)) kept[field.key] = value
    }
    pruned[section.key] = kept
  }
  return pruned
}
