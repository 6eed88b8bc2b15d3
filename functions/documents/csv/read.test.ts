import { describe, expect, test } from 'vitest'
import { readCsv } from './read.ts'

const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const rows = (bytes: Uint8Array) => {
  const outcome = readCsv(bytes)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

describe('a CSV file', () => {
  test('is read row by row with the line each starts on', () =>
    expect(rows(text('code,name', '1,甲', '2,乙'))).toEqual([
      { line: 1, lines: 1, cells: ['code', 'name'] },
      { line: 2, lines: 1, cells: ['1', '甲'] },
      { line: 3, lines: 1, cells: ['2', '乙'] },
    ]))
  test('keeps a line end inside quotes, and counts its lines', () =>
    expect(rows(text('a,b', '"x', 'y",1', 'z,2')).slice(1)).toEqual([
      { line: 2, lines: 2, cells: ['x\ny', '1'] },
      { line: 4, lines: 1, cells: ['z', '2'] },
    ]))
  test('keeps blank lines as rows', () => expect(rows(text('a', '', 'b')).map((row) => row.line)).toEqual([1, 2, 3]))
  test('may end its lines as Windows or old Macs do', () =>
    expect(rows(new TextEncoder().encode('a,b\r\n1,"2\r\n3"\rc,d\r\n'))).toEqual([
      { line: 1, lines: 1, cells: ['a', 'b'] },
      { line: 2, lines: 2, cells: ['1', '2\n3'] },
      { line: 4, lines: 1, cells: ['c', 'd'] },
    ]))
  test('may begin with a byte order mark', () => expect(rows(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))[0]?.cells).toEqual(['a']))
  test('may be GB18030, as spreadsheets save it', () =>
    expect(rows(new Uint8Array([0xd1, 0xa7, 0xd0, 0xa3, 0x2c, 0xb1, 0xb1]))[0]?.cells).toEqual(['学校', '北']))
  test('may be UTF-16 with tabs', () => expect(rows(new Uint8Array([0xff, 0xfe, 0x61, 0, 9, 0, 0x62, 0]))[0]?.cells).toEqual(['a', 'b']))
  test('may hold a loose quotation mark', () => expect(rows(text('a,b', '5"瓶,1'))[1]?.cells).toEqual(['5"瓶', '1']))
  test('keeps rows of uneven width as they are', () =>
    expect(rows(text('a,b', '1,2,3', '4')).map((row) => row.cells.length)).toEqual([2, 3, 1]))
  test('is refused when a quotation mark never closes', () =>
    expect(readCsv(text('a,b', '"x,1', 'y'))).toMatchObject({ ok: false, code: 'spreadsheet.quotes' }))
  test('is refused when it is no text', () =>
    expect(readCsv(new Uint8Array([0x61, 0, 0, 0, 0x62]))).toMatchObject({ ok: false, code: 'spreadsheet.unreadable' }))
})
