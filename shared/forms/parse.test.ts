import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heaviest, parseSection } from './parse.ts'
import { Form, type SectionValues } from './schema.ts'

const both = (text: string) => ({ zh: text, en: text })
const choices = [
  { value: 'a', label: both('a') },
  { value: 'b', label: both('b') },
]
const form = Form.parse({
  title: both('form'),
  sections: [
    {
      key: 'basics',
      title: both('basics'),
      fields: [
        { kind: 'heading', key: 'intro', label: both('intro') },
        { kind: 'text', key: 'title', label: both('title'), max: 1000 },
        { kind: 'longText', key: 'story', label: both('story'), max: 10_000 },
        { kind: 'number', key: 'size', label: both('size'), max: 5 },
        { kind: 'money', key: 'money', label: both('money') },
        { kind: 'date', key: 'day', label: both('day') },
        { kind: 'choice', key: 'one', label: both('one'), choices },
        { kind: 'choices', key: 'many', label: both('many'), choices },
        { kind: 'yesNo', key: 'agreed', label: both('agreed') },
        { kind: 'person', key: 'leader', label: both('leader') },
        { kind: 'organisation', key: 'partner', label: both('partner') },
        {
          kind: 'table',
          key: 'rows',
          label: both('rows'),
          maxRows: 3,
          columns: [
            { kind: 'text', key: 'name', label: both('name'), max: 9 },
            { kind: 'number', key: 'n', label: both('n') },
          ],
        },
        { kind: 'file', key: 'files', label: both('files'), accept: ['pdf'], maxBytes: 10 },
      ],
    },
  ],
})
const file = { id: '01J9ZX4N6T0000000000000000', name: 'a.pdf', bytes: 3, type: 'application/pdf' }
const good = {
  title: '标题',
  size: 3,
  money: 100,
  day: '2024-09-08',
  one: 'a',
  many: ['b'],
  agreed: false,
  leader: { name: '张' },
  partner: { code: '1', name: '校' },
  rows: [{ name: '甲', n: 1 }, {}],
  files: [file],
}
const answer = (change: object) => {
  const outcome = parseSection(form, 'basics', { ...good, ...change })
  return outcome.ok ? outcome.value : outcome.code
}

describe('a draft is kept', () => {
  test('as it is', () => expect(answer({})).toEqual(good))
  test.each<[string, object, object]>([
    ['though too long', { title: '长'.repeat(2_500) }, { title: '长'.repeat(2_500) }],
    [
      'though absurdly long, a name in a table too',
      { story: '长'.repeat(90_000), rows: [{ name: '长'.repeat(9_000) }] },
      { story: '长'.repeat(90_000) },
    ],
    ['with far too many rows', { rows: Array(40).fill({ n: 1 }) }, { rows: Array(40).fill({ n: 1 }) }],
    ['though out of range', { size: 99 }, { size: 99 }],
    ['though no date', { day: '2024-99' }, { day: '2024-99' }],
    ['though a choice that is none', { one: 'zzz' }, { one: 'zzz' }],
    ['with texts composed and line breaks alike', { title: 'e\u0301\r\n甲\u2028乙' }, { title: 'é\n甲\n乙' }],
    ['without control characters and halves of characters', { title: 'a\u0000\u0007\ud800b\ufeff' }, { title: 'ab' }],
    ['with Chinese names as they are', { leader: { name: '阿依古丽·买买提' } }, { leader: { name: '阿依古丽·买买提' } }],
    ['with cells left empty left out', { rows: [{ name: '', n: null }] }, { rows: [{}] }],
  ])('%s', (_, change, expected) => expect(answer(change)).toMatchObject(expected))
})

test('a draft keeps nothing of what was emptied', () => {
  expect(answer({ title: '', size: null, many: [], leader: { name: '' }, rows: [], files: [] })).toEqual({
    money: 100,
    day: '2024-09-08',
    one: 'a',
    agreed: false,
    partner: { code: '1', name: '校' },
  })
})

describe('a draft is refused as a whole', () => {
  test.each<[string, object, string]>([
    ['with a field that does not exist', { colour: 1 }, 'form.unknown-field'],
    ['with an answer to a heading', { intro: 'x' }, 'form.unknown-field'],
    ['with a column that does not exist', { rows: [{ colour: 1 }] }, 'form.unknown-field'],
    ['with a number for a text', { title: 3 }, 'form.wrong-type'],
    ['with a text for a number', { size: '3' }, 'form.wrong-type'],
    ['with a number that is none', { size: Number.POSITIVE_INFINITY }, 'form.wrong-type'],
    ['with a fraction of a fen', { money: 1.5 }, 'form.wrong-type'],
    ['with a text for yes or no', { agreed: 'yes' }, 'form.wrong-type'],
    ['with an object for a text', { title: { toString: 'x' } }, 'form.wrong-type'],
    ['with more choices than there are', { many: ['a', 'b', 'c'] }, 'form.wrong-type'],
    ['with something else about a person', { leader: { name: 'x', age: 3 } }, 'form.wrong-type'],
    ['with an organisation half named', { partner: { code: '1' } }, 'form.wrong-type'],
    ['with rows that are none', { rows: [[]] }, 'form.wrong-type'],
    ['with a table in a cell', { rows: [{ name: ['x'] }] }, 'form.wrong-type'],
    ['with a file without its number', { files: [{ ...file, id: '../../x' }] }, 'form.wrong-type'],
    ['with a file that says more than it may', { files: [{ ...file, owner: 'me' }] }, 'form.wrong-type'],
    ['with an object that inherits', { leader: Object.create({ name: 'x' }) }, 'form.wrong-type'],
  ])('%s', (_, change, code) => expect(answer(change)).toBe(code))
  test('with the row and the column that cannot be read', () =>
    expect(parseSection(form, 'basics', { rows: [{ n: 1 }, { n: 'x' }] })).toMatchObject({ details: { zh: 'rows · 第 2 行 · n' } }))
  test('when it is no object', () =>
    expect([[], 'x', null, 3, new Map()].map((input) => parseSection(form, 'basics', input).ok)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]))
  test('when there is no such section', () => {
    for (const key of ['other', '__proto__', 'constructor'])
      expect(parseSection(form, key, {})).toMatchObject({ code: 'form.unknown-section' })
  })
  test('when it would change what all objects inherit', () => {
    for (const body of [
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"rows":[{"__proto__":{"polluted":1}}]}',
      '{"leader":{"name":"x","__proto__":{"polluted":1}}}',
      '{"files":[{"__proto__":{"polluted":1}}]}',
    ])
      expect(parseSection(form, 'basics', JSON.parse(body)).ok, body).toBe(false)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('what takes most of a section', () => {
  const [section] = form.sections
  const place = (values: SectionValues) => section && heaviest(section, values).place.zh
  test('is named by its field', () => expect(place({ title: 'a', story: 'b'.repeat(99), rows: [{ name: 'c' }] })).toBe('story'))
  test('is named by its row when one row is most of a table', () =>
    expect(place({ title: 'a', rows: [{ name: 'c' }, { name: 'd'.repeat(99) }] })).toBe('rows · 第 2 行'))
  test('is the table when its rows are alike', () => expect(place({ title: 'a', rows: Array(9).fill({ name: 'c' }) })).toBe('rows'))
})

test('whatever comes, the answer is a value or a reason, and what is kept is kept the same again', () => {
  const any = fc.dictionary(
    fc.constantFrom('title', 'size', 'day', 'one', 'many', 'agreed', 'leader', 'partner', 'rows', 'files', '__proto__'),
    fc.anything(),
    { maxKeys: 4 },
  )
  const near = fc.record(
    {
      title: fc.string({ unit: 'binary' }),
      size: fc.double(),
      rows: fc.array(fc.record({ name: fc.string(), n: fc.integer() }), { maxLength: 6 }),
      leader: fc.record({ name: fc.string(), phone: fc.string() }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(any, near), (input) => {
      const outcome = parseSection(form, 'basics', input)
      if (outcome.ok) expect(parseSection(form, 'basics', outcome.value)).toEqual(outcome)
      else expect(outcome.code).toMatch(/^form\./)
    }),
    { numRuns: 500 },
  )
})
