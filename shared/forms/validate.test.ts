import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeness, problemsBySection } from './completeness.ts'
import { judge } from './expressions.ts'
import { findProblems } from './problems.ts'
import { Form, type FormValues, type SectionValues, type Value } from './schema.ts'
import { validate } from './validate.ts'
import { prune } from './visible.ts'

const both = (text: string) => ({ zh: text, en: text })
const form = Form.parse({
  title: both('form'),
  sections: [
    {
      key: 'basics',
      title: both('basics'),
      fields: [
        { kind: 'heading', key: 'intro', label: both('intro') },
        { kind: 'text', key: 'title', label: both('title'), min: 2, max: 10, required: true },
        { kind: 'choice', key: 'nature', label: both('nature'), choices: [choice('teachers'), choice('students')], required: true },
        { kind: 'longText', key: 'pupils', label: both('pupils'), max: 20, visibleIf: "nature == 'students'", required: true },
        { kind: 'number', key: 'members', label: both('members'), min: 3, max: 500 },
        { kind: 'number', key: 'women', label: both('women'), min: 0, decimals: 1, requiredIf: 'members > 100' },
        { kind: 'date', key: 'started', label: both('started'), precision: 'month', from: '2000-01-01', until: '2024-09-30' },
        { kind: 'date', key: 'ended', label: both('ended'), precision: 'month' },
        { kind: 'text', key: 'mail', label: both('mail'), max: 100, pattern: 'email' },
        { kind: 'yesNo', key: 'agreed', label: both('agreed') },
        { kind: 'choices', key: 'topics', label: both('topics'), choices: [choice('a'), choice('b'), choice('c')], min: 2, max: 2 },
        { kind: 'person', key: 'leader', label: both('leader') },
        { kind: 'organisation', key: 'partner', label: both('partner') },
      ],
      rules: [
        { key: 'fewer', holds: 'women <= members', at: 'women', message: both('more women than members') },
        { key: 'order', holds: 'started <= ended', at: 'ended', message: both('ends before it starts') },
        { key: 'long', holds: 'yearsBetween(started, ended) >= 3', at: 'started', message: both('less than three years') },
        { key: 'consent', holds: '!filled(partner) || agreed', at: 'agreed', message: both('partner needs consent') },
      ],
    },
    {
      key: 'money',
      title: both('money'),
      fields: [
        {
          kind: 'table',
          key: 'budget',
          label: both('budget'),
          columns: [
            { kind: 'text', key: 'item', label: both('item'), max: 20, required: true },
            { kind: 'money', key: 'amount', label: both('amount'), min: 100, required: true },
            { kind: 'text', key: 'why', label: both('why'), max: 20, requiredIf: 'row.amount > 100000' },
          ],
          minRows: 1,
          maxRows: 3,
          unique: ['item'],
          totals: ['amount'],
        },
        { kind: 'money', key: 'total', label: both('total'), required: true },
        {
          kind: 'table',
          key: 'figures',
          label: both('figures'),
          columns: [
            { kind: 'date', key: 'year', label: both('year'), precision: 'year' },
            { kind: 'number', key: 'value', label: both('value') },
          ],
          fixedRows: ['2022', '2023'],
          maxRows: 2,
        },
      ],
      rules: [{ key: 'sums', holds: "sum(budget, 'amount') == total", at: 'total', message: both('total is not the sum') }],
    },
    {
      key: 'evidence',
      title: both('evidence'),
      visibleIf: 'basics.members >= 10',
      fields: [{ kind: 'file', key: 'files', label: both('files'), accept: ['pdf', 'image'], maxBytes: 1000, minCount: 1, maxCount: 2 }],
    },
  ],
  rules: [
    { key: 'rich', holds: 'money.total <= basics.members * 100100', section: 'money', at: 'total', message: both('too much per member') },
  ],
})

function choice(value: string) {
  return { value, label: both(value) }
}
const file = (name: string, bytes = 10) => ({ id: '01J9ZX4N6T0000000000000000', name, bytes, type: 'x' })
const good: FormValues = {
  basics: {
    title: '标题',
    nature: 'teachers',
    members: 20,
    women: 8,
    started: '2020-09',
    ended: '2024-01',
    mail: 'a@example.edu.cn',
    topics: ['a', 'c'],
    leader: { name: '阿依古丽·买买提', phone: '13800138000' },
    partner: { code: '4165010759', name: '石河子大学' },
    agreed: true,
  },
  money: {
    budget: [
      { item: '调研', amount: 50_000 },
      { item: '培训', amount: 150_050, why: '集中研修' },
    ],
    total: 200_050,
    figures: [
      { year: '2022', value: 1 },
      { year: '2023', value: 2 },
    ],
  },
  evidence: { files: [file('a.pdf')] },
}
const change = (section: string, values: SectionValues): FormValues => ({ ...good, [section]: { ...good[section], ...values } })
const without = (section: string, ...keys: string[]): FormValues => ({
  ...good,
  [section]: Object.fromEntries(Object.entries(good[section] ?? {}).filter(([key]) => !keys.includes(key))),
})
const told = (values: FormValues) => validate(form, values).map(({ path, code }) => `${path} ${code}`)

describe('a unit that is named', () => {
  const register = (code: string) => (({ a1: 'active', c1: 'closed' }) as const)[code]
  const problems = (code: string, known?: typeof register) =>
    validate(form, change('basics', { partner: { code, name: '演示大学' } }), known ? { register: known } : {}).map(
      ({ path, code: said }) => `${path} ${said}`,
    )
  test('may stand in the register and be at work', () => expect(problems('a1', register)).toEqual([]))
  test('may not be unknown to it', () => expect(problems('b1', register)).toEqual(['basics.partner unit-unknown']))
  test('may not be closed', () => expect(problems('c1', register)).toEqual(['basics.partner unit-closed']))
  test('counts as known where there is no register to look into', () => expect(problems('b1')).toEqual([]))
  test('is said in both languages, by code or by name', () => {
    const [unknown] = validate(form, change('basics', { partner: { code: 'b1', name: '演示大学' } }), { register })
    const [closed] = validate(form, change('basics', { partner: { code: 'c1', name: '演示大学' } }), { register })
    expect([unknown?.message.zh, unknown?.message.en]).toEqual([expect.stringContaining('b1'), expect.stringContaining('b1')])
    expect([closed?.message.zh, closed?.message.en]).toEqual([expect.stringContaining('演示大学'), expect.stringContaining('演示大学')])
  })
})

describe('a form is complete', () => {
  test('when everything asked is answered within bounds', () => expect(told(good)).toEqual([]))
  test.each<[string, FormValues, string[]]>([
    ['not without a required text', without('basics', 'title'), ['basics.title required']],
    ['not with white space for a text', change('basics', { title: '  \n' }), ['basics.title required']],
    ['not with a text that is too short', change('basics', { title: '题' }), ['basics.title too-short']],
    ['not with a text that is too long', change('basics', { title: '题'.repeat(11) }), ['basics.title too-long']],
    ['with ten emoji of several parts in a text of ten', change('basics', { title: '👨‍👩‍👧‍👦'.repeat(10) }), []],
    ['not with a number below its bound', change('basics', { members: 2, women: 1 }), ['basics.members too-small']],
    ['not with a number above its bound', change('basics', { members: 501 }), ['basics.members too-large']],
    ['not with too many decimals', change('basics', { women: 8.25 }), ['basics.women too-precise']],
    ['not with a number that is none', change('basics', { members: Number.NaN }), ['basics.members not-a-number']],
    ['not without what the answers require', { ...change('basics', { members: 101, women: undefined }) }, ['basics.women required']],
    ['not with a date that does not exist', change('basics', { started: '2020-13' }), ['basics.started not-a-date']],
    ['not with a date of another precision', change('basics', { started: '2020-09-01' }), ['basics.started not-a-date']],
    ['not with a date before its bound', change('basics', { started: '1999-12' }), ['basics.started too-early']],
    ['not with a date after its bound', change('basics', { started: '2024-10', ended: '2028-01' }), ['basics.started too-late']],
    ['not with a choice that is none', change('basics', { nature: 'both' }), ['basics.nature not-a-choice']],
    ['not with the same choice twice', change('basics', { topics: ['a', 'a'] }), ['basics.topics not-a-choice']],
    ['not with too few choices', change('basics', { topics: ['a'] }), ['basics.topics too-few']],
    ['not with too many choices', change('basics', { topics: ['a', 'b', 'c'] }), ['basics.topics too-many']],
    ['not with full-width digits in an address', change('basics', { mail: '１@example.edu.cn' }), ['basics.mail bad-format']],
    [
      'not with a telephone number of a person that is none',
      change('basics', { leader: { name: '张', phone: '12345' } }),
      ['basics.leader bad-format'],
    ],
    ['not with a field that became visible and is empty', change('basics', { nature: 'students' }), ['basics.pupils required']],
    ['with an answer to a question no longer asked, whatever it is', change('basics', { pupils: '题'.repeat(30) }), []],
    ['not when a rule is broken', change('basics', { women: 21 }), ['basics.women rule']],
    ['not when dates stand the wrong way round', change('basics', { ended: '2020-08' }), ['basics.ended rule', 'basics.started rule']],
    ['with a rule about something not filled in', without('basics', 'ended', 'women'), []],
    ['not when a rule about being filled in is broken', change('basics', { agreed: false }), ['basics.agreed rule']],
    ['not when sums disagree', change('money', { total: 200_051 }), ['money.total rule']],
    [
      'not when a rule across sections is broken',
      change('basics', { members: 3, women: 1, title: '题目' }).basics
        ? {
            ...change('basics', { members: 3, women: 1 }),
            money: { ...good.money, total: 400_000, budget: [{ item: '调研', amount: 400_000, why: '远' }] },
          }
        : {},
      ['money.total rule'],
    ],
    ['not with an empty table that needs rows', change('money', { budget: [] }), ['money.budget too-few']],
    ['not with a cell missing', change('money', { budget: [{ amount: 200_050, why: '远' }] }), ['money.budget.0.item required']],
    [
      'not with a cell missing that its row requires',
      change('money', { budget: [{ item: '调研', amount: 200_050 }] }),
      ['money.budget.0.why required'],
    ],
    [
      'not with two rows the same',
      change('money', {
        budget: [
          { item: '调研', amount: 50 * 1000 },
          { item: '调研 ', amount: 150_050, why: '远' },
        ],
      }),
      ['money.budget.1.item not-unique'],
    ],
    [
      'not with too many rows',
      change('money', {
        budget: [1, 2, 3, 4].map((n) => ({ item: `第${n}项`, amount: n === 1 ? 49_750 : n === 2 ? 50_100 : n === 3 ? 50_100 : 50_100 })),
        total: 200_050,
      }),
      ['money.budget too-many'],
    ],
    [
      'not with money that is no whole number of fen',
      change('money', { total: 200_050.5 }),
      ['money.total not-a-number', 'money.total rule'],
    ],
    [
      'not with given rows changed',
      change('money', {
        figures: [
          { year: '2021', value: 1 },
          { year: '2023', value: 2 },
        ],
      }),
      ['money.figures.0.year not-a-choice'],
    ],
    ['not without a file', change('evidence', { files: [] }), ['evidence.files required']],
    ['not with a file of another kind', change('evidence', { files: [file('a.exe')] }), ['evidence.files.0 file-kind']],
    ['not with a file too large', change('evidence', { files: [file('a.PDF', 1001)] }), ['evidence.files.0 file-size']],
    [
      'with what is said about a file, of a hundred characters',
      change('evidence', { files: [{ ...file('a.pdf'), caption: '说'.repeat(100) }] }),
      [],
    ],
    [
      'not with more than that',
      change('evidence', { files: [file('b.pdf'), { ...file('a.pdf'), caption: '说'.repeat(101) }] }),
      ['evidence.files.1 too-long'],
    ],
    ['not with too many files', change('evidence', { files: [file('a.pdf'), file('b.pdf'), file('c.png')] }), ['evidence.files too-many']],
    ['without a section that is not asked', { ...change('basics', { members: 9, women: 1 }), evidence: undefined }, []],
    ['not with a field the form does not know', change('basics', { colour: 'red' }), ['basics.colour unknown-field']],
    ['not with an answer to a heading', change('basics', { intro: 'x' }), ['basics.intro unknown-field']],
    [
      'not with a value of the wrong shape',
      change('basics', { title: ['a'], members: '3', women: undefined }),
      ['basics.title wrong-type', 'basics.members not-a-number'],
    ],
    [
      'not when nothing at all was filled in',
      {},
      ['basics.title required', 'basics.nature required', 'money.budget too-few', 'money.total required'],
    ],
  ])('%s', (_, values, expected) => expect(told(values)).toEqual(expected))
})

describe('checking', () => {
  test('one section says nothing of the others', () => {
    expect(validate(form, {}, { section: 'money' }).map(({ path }) => path)).toEqual(['money.budget', 'money.total'])
  })
  test('without expressions says what is plain, and never more than the whole check says of what is asked', () => {
    const plain = findProblems(form, { ...good, money: { ...good.money, total: 1 } })
    expect(plain.map(({ path }) => path)).toEqual(['basics.pupils'])
  })
  test('says everything in both languages with the name of the field', () => {
    const [first] = validate(form, without('basics', 'title'))
    expect(first?.message).toEqual({ zh: '请填写“title”。', en: 'Fill in “title”.' })
  })
  test('asks for what is chosen, answered or uploaded as that, and not to be filled in', () => {
    const [nature] = validate(form, without('basics', 'nature'))
    expect(nature?.message).toEqual({ zh: '请选择“nature”。', en: 'Choose “nature”.' })
  })
  test('never throws and never answers with an unknown section, whatever the values are', () => {
    const anything = fc.dictionary(
      fc.constantFrom('basics', 'money', 'evidence', '__proto__', 'x'),
      fc.dictionary(fc.string(), fc.anything()),
    )
    const known = fc.record({
      basics: fc.record({ title: fc.anything(), members: fc.anything(), leader: fc.anything(), topics: fc.anything() }),
      money: fc.record({ budget: fc.array(fc.anything()), figures: fc.anything() }),
    })
    fc.assert(
      fc.property(fc.oneof(anything, known), (values) => {
        const problems = validate(form, values as FormValues)
        expect(problems.every(({ path }) => ['basics', 'money', 'evidence'].includes(path.split('.')[0] ?? ''))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  test('leaves out answers that are no longer asked', () => {
    expect(prune(form, change('basics', { pupils: 'x', members: 4 }), judge)).toMatchObject({ basics: { members: 4 } })
    expect(prune(form, change('basics', { pupils: 'x' }), judge).basics).not.toHaveProperty('pupils')
    expect(prune(form, change('basics', { members: 4 }), judge)).not.toHaveProperty('evidence')
  })
  test('finds no more in the answers left than in all of them', () => {
    const value: fc.Arbitrary<Value> = fc.oneof(fc.string(), fc.integer(), fc.boolean())
    const section = (keys: string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] })
    fc.assert(
      fc.property(
        fc.record({ basics: section(['title', 'nature', 'pupils', 'members', 'women', 'agreed']), money: section(['total']) }),
        (values) => {
          expect(validate(form, prune(form, values, judge))).toEqual(validate(form, values))
        },
      ),
    )
  })
})

describe('completeness', () => {
  test('is reached section by section', () => {
    expect(completeness(form, good, judge)).toMatchObject({
      complete: true,
      problems: 0,
      sections: { basics: { state: 'complete' }, evidence: { state: 'complete' } },
    })
    expect(completeness(form, { basics: good.basics }, judge)).toMatchObject({
      complete: false,
      sections: { basics: { state: 'complete' }, money: { state: 'untouched', problems: 2, filled: 0, asked: 3 } },
    })
    expect(completeness(form, change('money', { total: undefined }), judge).sections.money?.state).toBe('started')
  })
  test('groups problems by section', () => {
    expect(Object.keys(problemsBySection(validate(form, {})))).toEqual(['basics', 'money'])
  })
})
