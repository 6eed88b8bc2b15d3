import { describe, expect, test } from 'vitest'
import { explain } from './explaining.ts'

const ratio = { kind: 'ratio', ratio: 0.15, universities: 45, rounding: 'down' } as const
describe('a number of places is explained', () => {
  test('by its ratio, so that anyone can work it out again', () => {
    expect(explain(ratio, 6)).toEqual({
      zh: '按比例：生成时有 45 所高校，×15%＝6.75，向下取整为 6。',
      en: 'By ratio: 45 universities when it was made × 15 % = 6.75, rounded down to 6.',
    })
  })
  test('by the least that the call gives', () => expect(explain({ ...ratio, universities: 2 }, 1).zh).toContain('向下取整为 0；至少 1 项'))
  test('rounded as the call says', () => expect(explain({ ...ratio, rounding: 'half-up' }, 7).en).toContain('rounded to 7'))
  test('by the unit’s own line in the call', () => expect(explain({ kind: 'named', code: '4165010757' }, 4).zh).toContain('4165010757'))
  test('by what a university’s own units are counted by', () => {
    const { zh, en } = explain({ ...ratio, universities: 8, of: 'branch' }, 1)
    expect([zh, en]).toEqual([expect.stringContaining('8 个党支部'), expect.stringContaining('8 branches')])
    expect(explain({ ...ratio, universities: 1, of: 'college' }, 0).en).toContain('1 college when')
  })
  test('as set by the host, by the call, or without limit', () => {
    for (const kind of ['host', 'number', 'unlimited'] as const) expect(explain({ kind }, 3).en).toMatch(/\.$/)
  })
})
