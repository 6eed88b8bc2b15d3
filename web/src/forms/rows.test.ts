import { describe, expect, test } from 'vitest'
import { parsePaste } from '../../../shared/forms/paste.ts'
import type { FieldOf } from '../../../shared/forms/schema.ts'
import { moveRow, pasteRows, renumbered, shownRows, totalsOf } from './rows.ts'
import { sendable } from './sendable.ts'

const label = { zh: '栏', en: 'Column' }
const team: FieldOf<'table'> = {
  kind: 'table',
  key: 'team',
  label,
  minRows: 1,
  maxRows: 3,
  totals: ['share'],
  columns: [
    { kind: 'text', key: 'name', label: { zh: '姓名', en: 'Name' }, max: 30 },
    { kind: 'number', key: 'share', label: { zh: '占比', en: 'Share' }, decimals: 1 },
  ],
}
const years: FieldOf<'table'> = { ...team, fixedRows: ['2023', '2024'] }

describe('a table of the form', () => {
  test('shows the rows it must have', () => expect(shownRows(team, [])).toEqual([{}]))
  test('shows its given rows whatever was stored', () =>
    expect(shownRows(years, [{ share: 5 }])).toEqual([{ name: '2023', share: 5 }, { name: '2024' }]))
  test('keeps rows as the same objects while one types elsewhere', () => {
    const rows = shownRows(years, [])
    expect(shownRows(years, rows)[0]).toBe(rows[0])
  })
  test('moves a row and leaves the others in order', () => {
    expect(moveRow(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moveRow(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moveRow(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c'])
  })
  test('knows marked rows again by their numbers once the rows stand otherwise', () => {
    const marked = new Set([1, 3])
    expect([...renumbered(marked, moveRow([0, 1, 2, 3], 3, 0))]).toEqual([0, 2])
    expect([...renumbered(marked, [0, 2, 3])]).toEqual([2])
    expect([...renumbered(marked, [0, undefined, 1, 2, 3])]).toEqual([2, 4])
  })
  test('sums what it can, without the dust of decimals', () =>
    expect(totalsOf(team, [{ share: 0.1 }, { share: 0.2 }, {}])).toEqual({ share: 0.3 }))
})

describe('pasting from a spreadsheet', () => {
  const pasted = parsePaste('张老师\t60\n李老师\t40', team.columns).rows
  test('fills from the row it was pasted at', () =>
    expect(pasteRows(team, [{ name: '王老师' }], pasted, 1).rows).toEqual([
      { name: '王老师' },
      { name: '张老师', share: 60 },
      { name: '李老师', share: 40 },
    ]))
  test('never grows beyond the table, and says how much was left', () => expect(pasteRows(team, [], pasted, 2)).toMatchObject({ left: 1 }))
  test('never changes the heading of a given row', () =>
    expect(pasteRows(years, shownRows(years, []), pasted, 0).rows.map(({ name }) => name)).toEqual(['2023', '2024']))
})

describe('what is sent', () => {
  const section = { key: 's', title: label, rules: [], fields: [team, { kind: 'number' as const, key: 'count', label, decimals: 0 }] }
  test('leaves out half-typed numbers, which stay on the page', () => expect(sendable(section, { count: '12a' })).toEqual({}))
  test('leaves out empty rows at the end, and empty cells', () =>
    expect(sendable(section, { team: [{ name: '甲', share: '' }, {}, { name: '' }] })).toEqual({ team: [{ name: '甲' }] }))
  test('keeps zero', () => expect(sendable(section, { count: 0 })).toEqual({ count: 0 }))
})
