import { describe, expect, test } from 'vitest'
import { formOf, newestTemplates } from '../templates/index.ts'
import { fillForm } from '../templates/sample/fill.ts'
import { anonymous, withoutPeople } from './anonymity.ts'

describe('an application as an expert reads it who must not know the applicant', () => {
  const forms = newestTemplates().flatMap((template) => template.categories.flatMap(({ key }) => formOf(template, key) ?? []))
  test.each(forms)('$title.zh asks for no person and no organisation, and has no section in which nothing is asked', (form) => {
    const { sections } = withoutPeople(form)
    const asked = sections.flatMap(({ fields }) => fields.map(({ kind }) => kind))
    expect(asked).not.toContain('person')
    expect(asked).not.toContain('organisation')
    expect(sections.filter(({ fields }) => fields.every(({ kind }) => kind === 'heading'))).toEqual([])
  })
  test.each(forms)('$title.zh has a place for all that is shown of it', (form) => {
    const shown = anonymous(form, fillForm(form, 1), [])
    const places = new Map(withoutPeople(form).sections.map(({ key, fields }) => [key, fields.map((field) => field.key)]))
    for (const [section, values] of Object.entries(shown))
      for (const key of Object.keys(values ?? {})) expect(places.get(section)).toContain(key)
  })
})
