import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMoney, readNumber } from './amounts.ts'
import { parsePaste, readTabbed } from './paste.ts'
import { type Column, Form } from './schema.ts'

const both = (zh: string, en: string) => ({ zh, en })
const form = Form.parse({
  title: both('表', 'form'),
  sections: [
    {
      key: 'people',
      title: both('人员', 'people'),
      fields: [
        {
          kind: 'table',
          key: 'team',
          label: both('成员', 'team'),
          maxRows: 15,
          columns: [
            { kind: 'text', key: 'name', label: both('姓名', 'Name'), max: 5 },
            {
              kind: 'choice',
              key: 'sex',
              label: both('性别', 'Sex'),
              choices: [
                { value: 'male', label: both('男', 'Male') },
                { value: 'female', label: both('女', 'Female') },
              ],
            },
            { kind: 'date', key: 'born', label: both('出生年月', 'Born'), precision: 'month' },
            { kind: 'number', key: 'share', label: both('占比', 'Share'), max: 100 },
            { kind: 'money', key: 'money', label: both('经费', 'Money'), unit: 'wan' },
            { kind: 'yesNo', key: 'lead', label: both('负责', 'Leads') },
          ],
        },
      ],
    },
  ],
})
const field = form.sections[0]?.fields[0]
const columns: Column[] = field?.kind === 'table' ? field.columns : []
const paste = (text: string) => {
  const { rows, problems, ignored } = parsePaste(text, columns)
  return { rows, problems: problems.map(({ path, code }) => `${path} ${code}`), ignored }
}
const row = { name: '张三', sex: 'male', born: '1980-05', share: 40, money: 1_250_000, lead: true }
const line = '张三\t男\t1980年5月\t40%\t1.25\t是'

describe('cells pasted from a spreadsheet', () => {
  test.each<[string, string, object]>([
    ['become a row', line, { rows: [row] }],
    ['become rows, empty ones left out', `${line}\r\n\t\t\r\n${line}\r\n`, { rows: [row, row], problems: [] }],
    ['may begin with the headings', `姓名\t性别\t出生年月\t占比\t经费\t负责\n${line}`, { rows: [row] }],
    ['follow the headings in another order', 'Sex\tName\n女\t李四', { rows: [{ sex: 'female', name: '李四' }] }],
    ['may be written in full width', '张三\t男\t１９８０．５\t４０\t１．２５\t√', { rows: [row] }],
    ['may name their unit', '张三\t男\t1980-05\t40\t12,500元\t是', { rows: [row] }],
    ['may hold breaks and quotes in quotes', '"张""三"\t男', { rows: [{ name: '张"三', sex: 'male' }] }],
    ['may hold a quote that opens nothing', '"张三\t男', { rows: [{ name: '"张三', sex: 'male' }] }],
    [
      'are left empty where they cannot be read',
      '张三\t不详\t去年\t约四十\t若干\t也许',
      {
        rows: [{ name: '张三' }],
        problems: ['0.sex not-a-choice', '0.born not-a-date', '0.share not-a-number', '0.money not-a-number', '0.lead wrong-type'],
      },
    ],
    [
      'are taken though out of bounds, and that is said',
      '张三李四王五\t男\t1980-05\t101',
      { problems: ['0.name too-long', '0.share too-large'] },
    ],
    ['beyond the last column are not taken', `${line}\t多余\t的`, { rows: [row], ignored: { columns: 2, rows: 0 } }],
    ['beyond a thousand rows are not taken', Array(1_003).fill(line).join('\n'), { ignored: { columns: 0, rows: 3 } }],
    ['may be nothing', ' \n\t', { rows: [], problems: [] }],
  ])('%s', (_, text, expected) => expect(paste(text)).toMatchObject(expected))

  test('never throw and never give a column that is not there', () => {
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('"', '""', '__proto__', '1,2', '2024.1', '是'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), (cells) => {
        const { rows } = parsePaste(cells.map((each) => each.join('\t')).join('\n'), columns)
        for (const each of rows) expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(each)))
      }),
    )
  })
  test('come back as they went', () => {
    const cell = fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replace(/[\t\r"]/g, 'x').trim() || 'x')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (cells) => {
        const written = cells.map((each) => each.map((text) => `"${text.replaceAll('"', '""')}"`).join('\t')).join('\n')
        expect(readTabbed(written)).toEqual(cells)
      }),
    )
  })
  test('a quote at the start of each of many cells takes no time to speak of', () => {
    const before = performance.now()
    readTabbed('"a\t'.repeat(100_000))
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

describe('numbers as people write them', () => {
  test.each([
    ['1,234.5', 1234.5],
    ['－３', -3],
    ['12％', 12],
    ['1e5', undefined],
    ['', undefined],
    ['1.2.3', undefined],
  ])('%s is %s', (text, is) => expect(readNumber(text)).toBe(is))
  test.each([
    ['0.1', 'wan', 100_000],
    ['12.345678', 'wan', 12_345_678],
    ['12.3456789', 'wan', undefined],
    ['￥1,000.50', 'yuan', 100_050],
    ['3万', 'yuan', 3_000_000],
    ['1.005', 'yuan', undefined],
    ['-1', 'yuan', -100],
  ] as const)('%s in %s is %s fen', (text, unit, is) => expect(readMoney(text, unit)).toBe(is))
})
