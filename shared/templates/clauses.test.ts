import { describe, expect, test } from 'vitest'
import type { Form } from '../forms/schema.ts'
import { allTemplates } from './index.ts'
import { introductionOf } from './introduction.ts'

const forms = allTemplates().flatMap((template) =>
  Object.entries(template.forms).map(([key, form]) => ({
    name: `${template.key} ${key}`,
    form,
    introduction: introductionOf(template, () => true),
  })),
)
const clausesIn = ({ sections }: Form) =>
  sections.flatMap(({ clause, fields }) => [clause, ...fields.map((field) => field.clause)].filter((each) => each !== undefined))

describe('beside what a form asks stands what the call says', () => {
  test.each(forms)('in $name, at each long text or at its section', ({ form }) => {
    const bare = form.sections.flatMap(({ key, clause, fields }) =>
      fields.filter((field) => field.kind === 'longText' && !field.clause && !clause).map((field) => `${key}.${field.key}`),
    )
    expect(bare).toEqual([])
    expect(clausesIn(form).length).toBeGreaterThan(0)
  })
  test.each(forms)('in $name, where no document is named, in the words of the call itself', ({ form, introduction }) => {
    for (const { document, says } of clausesIn(form))
      if (document === undefined) {
        expect(introduction.zh).toContain(says.zh)
        expect(introduction.en).toContain(says.en)
      }
  })
})
