import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { readZip, unpack } from '../../malware/zip.ts'
import { annotated } from './annotated.ts'
import { readSpreadsheet } from './read.ts'
import { table } from './write.ts'

type Row = { name: string; places: number | null }
const columns = [
  { heading: { zh: '单位', en: 'Unit' }, width: 30, value: (row: Row) => row.name },
  { heading: { zh: '名额', en: 'Places' }, decimals: 0, value: (row: Row) => row.places },
]
const cells = async (bytes: Uint8Array) => {
  const outcome = await readSpreadsheet(bytes)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.map((row) => row.cells)
}
const xml = async (bytes: Uint8Array, name: string) => {
  const entry = readZip(bytes)?.entries.find((each) => each.name === name)
  let text = ''
  if (entry) await unpack(bytes, entry, 1e7, (piece) => (text += Buffer.from(piece).toString()))
  return text
}

describe('a list as an Excel file', () => {
  test('holds headings and rows and is read back', async () =>
    expect(
      await cells(
        await table(
          columns,
          [
            { name: '江苏省', places: 7 },
            { name: '兵团', places: null },
          ],
          { language: 'zh' },
        ),
      ),
    ).toEqual([
      ['单位', '名额'],
      ['江苏省', '7'],
      ['兵团', ''],
    ]))
  test('may have headings in both languages', async () =>
    expect((await cells(await table(columns, [], { language: 'both' })))[0]).toEqual(['单位\nUnit', '名额\nPlaces']))
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x")'])(
    'keeps %j as text, never as a formula',
    async (hostile) => {
      const bytes = await table(columns, [{ name: hostile, places: 1 }], { language: 'zh' })
      const sheet = await xml(bytes, 'xl/worksheets/sheet1.xml')
      expect(sheet).not.toContain('<f>')
      expect(sheet).toMatch(/<c r="A2"[^>]* t="(s|inlineStr)"/)
      expect(await xml(bytes, 'xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/)
    },
  )
  test('survives characters that XML cannot carry, and very long texts', async () => {
    const rows = await cells(await table(columns, [{ name: `a\u0000b\ud800c${'长'.repeat(40_000)}`, places: 1 }], { language: 'zh' }))
    expect(rows[1]?.[0]?.startsWith('a□b□c')).toBe(true)
    expect(rows[1]?.[0]).toHaveLength(32_767)
  })
  test('fixes its heading row', async () =>
    expect(await xml(await table(columns, [], { language: 'zh' }), 'xl/worksheets/sheet1.xml')).toContain('state="frozen"'))
})

describe('an uploaded sheet', () => {
  test('keeps long codes whole, dates as dates, blank rows in place', async () => {
    const bytes = await writeExcel([['a'], [null], [4132099001], [new Date(Date.UTC(2024, 8, 8))]], { dateFormat: 'yyyy-mm-dd' }).toBuffer()
    expect(await cells(bytes)).toEqual([['a'], [''], ['4132099001'], ['2024-09-08']])
  })
  test('may be CSV whatever its name', async () =>
    expect(await cells(new TextEncoder().encode('a,b\n1,2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]))
  test('that is a damaged or another archive is refused', async () => {
    expect(await readSpreadsheet(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({ ok: false, code: 'spreadsheet.unreadable' })
  })
  test('beyond the size is refused before it is opened', async () =>
    expect(await readSpreadsheet(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ ok: false, code: 'spreadsheet.too-large' }))
})

describe('a returned file', () => {
  test('says beside each row what is wrong, in both languages, and can be uploaded again', async () => {
    const rows = [
      { line: 1, lines: 1, cells: ['code', 'name'] },
      { line: 2, lines: 2, cells: ['1', '甲\n乙'] },
      { line: 4, lines: 1, cells: ['2', '丙'] },
    ]
    const text = { zh: '标识码应为 10 位数字。', en: 'The code must have 10 digits.' }
    const back = await cells(await annotated(rows, [{ row: 4, at: 0, text, severity: 'problem' }]))
    expect(back[0]).toEqual(['code', 'name', '问题 Problems', '提示 Notes'])
    expect(back[1]?.slice(0, 2)).toEqual(['1', '甲\n乙'])
    expect(back[2]?.[2]).toBe(`${text.zh}\n${text.en}`)
  })
  test('is given back with what is wrong with its headings beside them', async () => {
    const rows = [{ line: 1, lines: 1, cells: ['code', 'nam'] }]
    const text = { zh: '缺少列：学校名称。', en: 'Columns are missing: 学校名称.' }
    const back = await cells(await annotated(rows, [{ row: 1, text, severity: 'problem' }]))
    expect(back[0]).toEqual(['code', 'nam', `${text.zh}\n${text.en}`, '提示 Notes'])
  })
})
