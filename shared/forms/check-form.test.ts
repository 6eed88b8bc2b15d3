import { describe, expect, test } from 'vitest'
import { checkForm } from './check-form.ts'
import { Form, type FormSource } from './schema.ts'

const both = (text: string) => ({ zh: text, en: text })
type SectionSource = FormSource['sections'][number]
type FieldSource = SectionSource['fields'][number]

const number = (key: string, more: object = {}): FieldSource => ({ kind: 'number', key, label: both(key), ...more })
const table = (more: object = {}): FieldSource => ({
  kind: 'table',
  key: 'rows',
  label: both('rows'),
  maxRows: 3,
  columns: [
    { kind: 'text', key: 'name', label: both('name'), max: 9 },
    { kind: 'number', key: 'amount', label: both('amount') },
  ],
  ...more,
})
const rule = (holds: string, more: object = {}) => ({ key: 'rule', holds, at: 'b', message: both('rule'), ...more })
const form = (
  change: { fields?: FieldSource[]; rules?: SectionSource['rules']; first?: Partial<SectionSource>; across?: FormSource['rules'] } = {},
) =>
  Form.parse({
    title: both('form'),
    sections: [
      { key: 'first', title: both('first'), fields: [number('a')], ...change.first },
      { key: 'second', title: both('second'), fields: [number('b'), table(), ...(change.fields ?? [])], rules: change.rules ?? [] },
    ],
    rules: change.across ?? [],
  })
const paths = (source: Form) => checkForm(source).map(({ path }) => path)

describe('an author is told', () => {
  test('nothing of a form that works', () => {
    const good = form({
      fields: [number('c', { visibleIf: 'b > 1', requiredIf: "sum(rows, 'amount') > first.a" })],
      rules: [rule('rows.all(r, r.amount > 0) && b < first.a')],
      across: [{ ...rule('first.a <= second.b'), section: 'second' }],
    })
    expect(paths(good)).toEqual([])
  })
  test.each<[string, Parameters<typeof form>[0], string]>([
    ['that a field stands twice', { fields: [number('b')] }, 'sections.second.fields.b'],
    ['that a section stands twice', { first: { key: 'second' } }, 'sections.second'],
    ['that a field is called like a section', { fields: [number('first')] }, 'sections.second.fields.first'],
    ['that a word is kept for expressions', { fields: [number('in')] }, 'sections.second.fields.in'],
    ['that a rule cannot be read', { rules: [rule('b >')] }, 'sections.second.rules.rule'],
    ['that a rule names what is not there', { rules: [rule('z > 1')] }, 'sections.second.rules.rule'],
    ['that a rule names what is not there in another section', { rules: [rule('first.z > 1')] }, 'sections.second.rules.rule'],
    ['that a rule stands at a field that is not there', { rules: [rule('b > 1', { at: 'z' })] }, 'sections.second.rules.rule'],
    ['that a rule calls what is not there', { rules: [rule('fetch(b) > 1')] }, 'sections.second.rules.rule'],
    ['that a rule across sections names a bare field', { across: [{ ...rule('b > 1'), section: 'second' }] }, 'rules.rule'],
    ['that a rule across sections stands nowhere', { across: [{ ...rule('first.a > 1'), section: 'third' }] }, 'rules.rule'],
    ['that a field depends on a later one', { fields: [number('c', { visibleIf: 'd > 1' }), number('d')] }, 'sections.second.fields.c'],
    ['that a field depends on itself', { fields: [number('c', { visibleIf: 'c > 1' })] }, 'sections.second.fields.c'],
    ['that a section depends on a later one', { first: { visibleIf: 'second.b > 1' } }, 'sections.first'],
    ['that bounds exclude each other', { fields: [number('c', { min: 3, max: 2 })] }, 'sections.second.fields.c'],
    [
      'that a total is of a column that is no number',
      { fields: [table({ key: 'more', totals: ['name'] })] },
      'sections.second.fields.more',
    ],
    ['that a column is not there', { fields: [table({ key: 'more', unique: ['z'] })] }, 'sections.second.fields.more'],
    ['that given rows do not fit', { fields: [table({ key: 'more', fixedRows: ['1', '2', '3', '4'] })] }, 'sections.second.fields.more'],
    [
      'that a choice stands twice',
      {
        fields: [
          {
            kind: 'choice',
            key: 'c',
            label: both('c'),
            choices: [
              { value: 'x', label: both('x') },
              { value: 'x', label: both('y') },
            ],
          },
        ],
      },
      'sections.second.fields.c.x',
    ],
  ])('%s', (_, change, path) => expect(paths(form(change))).toContain(path))
  test('in both languages', () => {
    const [problem] = checkForm(form({ rules: [rule('z > 1')] }))
    expect(problem?.message.zh).toContain('z')
    expect(problem?.message.en).toContain('z')
  })
})
