import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../sheets/row.ts'
import { type RegisterColumn, registerColumns } from './columns.ts'
import { provinces } from './provinces.ts'
import { readRegister } from './read.ts'
import { readSupervisors } from './supervisor.ts'

const good: Record<RegisterColumn, string> = {
  code: '4132099001',
  name: '演示湖滨大学',
  province: '32',
  department: '江苏省',
  city: '苏州市',
  level: '本科',
  remarks: '',
}
const sheet = (...records: Partial<Record<RegisterColumn, string>>[]): SheetRow[] => [
  { line: 1, lines: 1, cells: [...registerColumns] },
  ...records.map((record, i) => ({ line: i + 2, lines: 1, cells: registerColumns.map((column) => ({ ...good, ...record })[column]) })),
]
const one = (change: Partial<Record<RegisterColumn, string>>) => readRegister(sheet(change)).institutions[0]
const wrong = (...changes: Partial<Record<RegisterColumn, string>>[]) =>
  readRegister(sheet(...changes)).problems.map(({ row, column, code }) => `${row} ${column} ${code}`)
const odd = (change: Partial<Record<RegisterColumn, string>>) => readRegister(sheet(change)).oddities.map(({ code }) => code)

describe('an institution', () => {
  test('enters with its province, supervisor, level and ownership', () =>
    expect(one({})).toEqual({
      code: '4132099001',
      name: '演示湖滨大学',
      province: '32',
      supervisor: { kind: 'province', code: '32', name: '江苏省' },
      alsoUnder: [],
      city: '苏州市',
      level: 'undergraduate',
      ownership: 'public',
      jointlyBuilt: false,
      line: 2,
    }))
  test('may be private or run jointly', () => {
    expect(one({ remarks: '民办' })?.ownership).toBe('private')
    expect(one({ remarks: '中外合作办学' })?.ownership).toBe('joint')
  })
  test('may be built jointly by a ministry and its province, beside what it is else', () => {
    expect(one({ remarks: '部省合建' })).toMatchObject({ jointlyBuilt: true, ownership: 'public' })
    expect(one({ remarks: '民办、部省合建' })).toMatchObject({ jointlyBuilt: true, ownership: 'private' })
    expect(odd({ remarks: '部省合建' })).toEqual([])
  })
  test('may be vocational', () => expect(one({ level: '专科' })?.level).toBe('vocational'))
  test('may lie in one province and be supervised by a central body', () =>
    expect(one({ department: '教育部' })).toMatchObject({ province: '32', supervisor: { kind: 'ministry', code: 'moe' } }))
  test('may give its province by name or leave it to the code', () => {
    expect(one({ province: '江苏' })?.province).toBe('32')
    expect(one({ province: '' })?.province).toBe('32')
  })
})

describe('a department', () => {
  test.each([
    ['广东省教育厅', '44'],
    ['上海市教委', '31'],
    ['广西自治区教育厅', '45'],
    ['宁夏回族自治区', '64'],
    ['新疆自治区教育厅', '65'],
    ['内蒙古', '15'],
  ])('%s is the province %s', (name, code) => expect(readSupervisors(name)).toMatchObject([{ supervisor: { kind: 'province', code } }]))
  test('of the corps is not the province it lies in', () =>
    expect(readSupervisors('新疆生产建设兵团')).toMatchObject([{ supervisor: { kind: 'xpcc' } }]))
  test('broken by a line end is one name', () =>
    expect(readSupervisors('新疆生产\n建设兵团')).toMatchObject([{ supervisor: { kind: 'xpcc' } }]))
  test('on two lines is two departments, the first recommends', () =>
    expect(one({ department: '江苏省\n中国科学院' })).toMatchObject({ supervisor: { kind: 'province' }, alsoUnder: [{ code: 'cas' }] }))
  test('abbreviated is the same body', () => expect(readSupervisors('国家民委')).toMatchObject([{ supervisor: { code: 'seac' } }]))
  test('of a former name is entered under the present one and told', () => {
    expect(one({ department: '国家林业局' })?.supervisor.name).toBe('国家林业和草原局')
    expect(odd({ department: '国家林业局' })).toEqual(['department-renamed'])
  })
  test('that is in no list is refused, never guessed', () => {
    expect(wrong({ department: '某集团公司' })).toEqual(['2 department department-unknown'])
    expect(wrong({ department: '江苏省\n某集团公司' })).toEqual(['2 department department-unknown'])
    expect(wrong({ department: '32' })).toEqual(['2 department department-unknown'])
  })
})

describe('a row is refused', () => {
  test('without ten digits', () => expect(wrong({ code: '413209900' })).toEqual(['2 code code-bad']))
  test('when code and province disagree', () => expect(wrong({ province: '33' })).toEqual(['2 province province-other-than-code']))
  test('when the province does not exist', () => expect(wrong({ province: '99' })).toEqual(['2 province province-unknown']))
  test('without a name', () => expect(wrong({ name: ' ' })).toEqual(['2 name name-missing']))
  test('with a name longer than any', () => expect(wrong({ name: '长'.repeat(61) })).toEqual(['2 name name-too-long']))
  test('with another level', () => expect(wrong({ level: '研究生' })).toEqual(['2 level level-unknown']))
  test('when its code stands in an earlier row', () => expect(wrong({}, { name: '演示别名大学' })).toEqual(['3 code code-twice']))
  test('when its name stands in an earlier row', () => expect(wrong({}, { code: '4132099002' })).toEqual(['3 name name-twice']))
  test('with all its problems at once', () => expect(wrong({ code: 'x', department: '', level: '' })).toHaveLength(3))
  test('when a comma is missing', () =>
    expect(readRegister([...sheet(), { line: 2, lines: 1, cells: ['4132099001', '演示湖滨大学'] }]).problems[0]?.code).toBe(
      'cells-missing',
    ))
  test('and the others enter', () =>
    expect(readRegister(sheet({ level: '' }, { code: '4132099002', name: '演示二大学' })).institutions).toHaveLength(1))
})

describe('an oddity is told but enters', () => {
  test('a name broken by a line end is joined', () => {
    expect(one({ name: '演示工程职业\n学院' })?.name).toBe('演示工程职业学院')
    expect(odd({ name: '演示工程职业\n学院' })).toEqual(['lines-joined'])
  })
  test('a name that carries a place', () => expect(odd({ name: '演示大学（苏州）' })).toEqual(['name-with-place']))
  test('a supervisor of another province', () => expect(odd({ department: '浙江省' })).toEqual(['supervised-from-elsewhere']))
  test('a city elsewhere', () => expect(odd({ city: '天津市' })).toEqual(['city-in-other-province']))
  test('an unusual series of codes', () => expect(odd({ code: '4232099001' })).toEqual(['code-series']))
  test('a remark that means nothing', () => expect(odd({ remarks: '待定' })).toEqual(['remark-unknown']))
})

describe('a file', () => {
  test('may have its columns in another order, in Chinese, with further ones', () => {
    const rows = [
      { line: 1, lines: 1, cells: ['学校名称', '学校标识码', '电话', '省份', '主管部门', '办学层次'] },
      { line: 2, lines: 1, cells: ['演示湖滨大学', '4132099001', '000', '江苏省', '江苏省', '本科'] },
    ]
    expect(readRegister(rows).institutions).toMatchObject([{ code: '4132099001', name: '演示湖滨大学', ownership: 'public' }])
  })
  test('without a needed column is refused as a whole, and names it', () => {
    const { problems, account } = readRegister([{ line: 1, lines: 1, cells: ['code', 'name', 'province', 'level'] }, ...sheet({}).slice(1)])
    expect(problems).toMatchObject([{ code: 'columns-missing', text: { zh: expect.stringContaining('主管部门') } }])
    expect(account).toMatchObject({ records: 1, refused: 1, institutions: 0 })
  })
  test('that is empty is told so', () => expect(readRegister([]).problems[0]?.code).toBe('file-empty'))
  test('accounts for every line, whatever it holds', () => {
    const cell = fc.constantFrom('', '4132099001', '4132099002', '演示大学', '32', '江苏省', '教育部', '本科', '某部\n某局')
    const row = fc.record({ lines: fc.integer({ min: 1, max: 3 }), cells: fc.array(cell, { minLength: 1, maxLength: 8 }) })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const all = [...sheet(), ...rows.map((each, i) => ({ ...each, line: i + 2 }))]
        const { account, institutions, problems } = readRegister(all)
        expect(account.header + account.records + account.continued + account.blank).toBe(account.lines)
        expect(account.institutions + account.refused).toBe(account.records)
        expect(institutions).toHaveLength(account.institutions)
        expect(new Set(problems.map((problem) => problem.row)).size).toBe(account.refused)
      }),
    )
  })
})

describe('the demonstration register', () => {
  // Two cells of the sample are broken by a line end; both rows are rebuilt here as the CSV reader gives them.
  const rows: SheetRow[] = []
  let line = 1
  for (const record of readFileSync(new URL('./sample.csv', import.meta.url), 'utf8')
    .trim()
    .match(/(?:"[^"]*"|[^"\n])+/g) ?? []) {
    const lines = record.split('\n').length
    rows.push({ line, lines, cells: record.split(',').map((cell) => cell.replaceAll('"', '')) })
    line += lines
  }
  const { institutions, problems, account } = readRegister(rows)

  test('enters whole', () => {
    expect(problems).toEqual([])
    expect(account).toMatchObject({ refused: 0, continued: 2, institutions: institutions.length })
  })
  test('covers all 31 provinces, the corps and several ministries', () => {
    const mainland = provinces.filter(({ code }) => code < '71').map(({ code }) => code)
    expect([...new Set(institutions.map(({ province }) => province))].sort()).toEqual(mainland)
    expect(institutions.filter(({ supervisor }) => supervisor.kind === 'xpcc')).toHaveLength(4)
    expect(
      new Set(institutions.flatMap(({ supervisor }) => (supervisor.kind === 'ministry' ? [supervisor.code] : []))).size,
    ).toBeGreaterThan(5)
  })
  test('is plainly a demonstration', () => {
    expect(institutions.every(({ name }) => name.startsWith('演示'))).toBe(true)
    expect(institutions.every(({ code }) => /^41\d\d099\d{3}$/.test(code))).toBe(true)
  })
})

describe('the provincial units', () => {
  test('are 34, each once', () => {
    expect(provinces).toHaveLength(34)
    for (const of of ['code', 'zh', 'en', 'short', 'name'] as const)
      expect(new Set(provinces.map((province) => province[of])).size).toBe(34)
  })
  test('include Taiwan, Hong Kong and Macao', () =>
    expect(provinces.map(({ name }) => name)).toEqual(expect.arrayContaining(['台湾', '香港', '澳门'])))
  test('have a tile each on the map', () => expect(new Set(provinces.map(({ column, row }) => `${column},${row}`)).size).toBe(34))
})
