import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeness } from '../../forms/completeness.ts'
import { countCharacters } from '../../forms/count.ts'
import { judge } from '../../forms/expressions.ts'
import { parseSection } from '../../forms/parse.ts'
import { validate } from '../../forms/validate.ts'
import { allTemplates } from '../index.ts'
import { fillForm } from './fill.ts'

const forms = allTemplates().flatMap(({ key, forms }) => Object.entries(forms).map(([form, source]) => [`${key}/${form}`, source] as const))

describe.each(forms)('answers to %s', (_, form) => {
  test('have no problem, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seed) => {
        expect(validate(form, fillForm(form, seed))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
  test('are complete, are kept as they are by a draft, and do not depend on when they are made', () => {
    const values = fillForm(form, 7)
    expect(completeness(form, values, judge).complete).toBe(true)
    for (const [section, answers] of Object.entries(values))
      expect(parseSection(form, section, answers)).toEqual({ ok: true, value: withoutEmpty(answers) })
    expect(fillForm(form, 7)).toEqual(values)
    expect(fillForm(form, 8)).not.toEqual(values)
  })
})

test('answers have the length that such forms have', () => {
  const length = forms
    .filter(([name]) => name.startsWith('shuangchuang-4/'))
    .map(([, form]) => countCharacters(JSON.stringify(fillForm(form, 3))))
  expect(Math.min(...length)).toBeGreaterThan(6_000)
})

test('a report is called what its award is called, by the unit that makes it', () => {
  const reports = forms.filter(([, form]) => form.sections.some(({ fields }) => fields.some(({ key }) => key === 'projectName')))
  expect(reports.length).toBeGreaterThan(0)
  for (const [, form] of reports) {
    const values = fillForm(form, 5, { title: '信息工程学院', unit: { code: '4132099001', name: '演示弘毅理工大学' } })
    expect(validate(form, values)).toEqual([])
    expect(JSON.stringify(values)).toMatch(/"projectName":"信息工程学院".*"unit":"演示弘毅理工大学"/)
  }
})

test('a unit that is named stands in the sample register', () => {
  const register = readFileSync(new URL('../../register/sample.csv', import.meta.url), 'utf8')
  const named = forms.flatMap(([, form]) =>
    form.sections.flatMap(({ key, fields }) =>
      fields.flatMap((field) =>
        field.kind === 'organisation' ? [fillForm(form, 1)[key]?.[field.key] as { code: string; name: string }] : [],
      ),
    ),
  )
  expect(named.length).toBeGreaterThan(0)
  for (const { code, name } of named) expect(register).toContain(`\n${code},${name},`)
})

test('files are those of the caller', () => {
  const form = forms.find(([name]) => name === 'shuangchuang-4/branch')?.[1]
  const asked: string[] = []
  const values =
    form &&
    fillForm(form, 1, {
      files: (kind, count) => {
        asked.push(`${kind} ${count}`)
        return Array.from({ length: count }, () => ({ id: '01J9ZX4N6T0000000000000000', name: 'a.pdf', bytes: 9, type: 'application/pdf' }))
      },
    })
  expect(asked[0]).toBe('pdf 1')
  expect(values?.results?.proofs).toEqual([{ id: '01J9ZX4N6T0000000000000000', name: 'a.pdf', bytes: 9, type: 'application/pdf' }])
})

/** A draft keeps no empty cells. */
function withoutEmpty(answers: unknown): unknown {
  return JSON.parse(JSON.stringify(answers, (_, value) => (value === null ? undefined : value)))
}
