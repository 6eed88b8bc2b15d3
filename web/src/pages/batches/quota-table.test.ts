import { describe, expect, test } from 'vitest'
import { unlimited } from '../../../../shared/quotas/limits.ts'
import type { QuotaRow } from '../../../../shared/quotas/schema.ts'
import { copyOf, limitOf, pasteInto, readLimit, standsBy, unitsOf } from './quota-table.ts'

const categories = ['one', 'two'].map((key) => ({ key, title: { zh: `类别${key}`, en: `Category ${key}` } }))
const place = (code: string, category: string, limit = 3) =>
  ({
    unit: { id: `u${code}`, name: `演示·${code}省`, kind: 'province' },
    code,
    category,
    limit,
    used: 0,
    level: 'province',
  }) as unknown as QuotaRow
const units = unitsOf([place('32', 'one'), place('11', 'one'), place('11', 'two', unlimited), place('32', 'two'), place('44', 'one')])
const first = { row: 0, column: 0 }

test('units stand in the order of their codes, each with its own cells', () => {
  expect(units.map(({ code, cells }) => [code, [...cells.keys()]])).toEqual([
    ['11', ['one', 'two']],
    ['32', ['one', 'two']],
    ['44', ['one']],
  ])
})

test.each([
  ['12', 12],
  ['１２', 12],
  ['1,200', 1200],
  [' 0 ', 0],
  ['', unlimited],
  ['不限', unlimited],
  ['no limit', unlimited],
  ['-1', undefined],
  ['1.5', undefined],
  ['十', undefined],
  ['1234567', undefined],
])('%j typed into a cell is %j', (text, limit) => expect(readLimit(text)).toBe(limit))

describe('what is pasted', () => {
  test('as a block of numbers goes where the cursor is', () => {
    expect(pasteInto('5\t6\n7\t8', units, categories, first)).toEqual({
      changes: [
        { unit: 'u11', category: 'one', limit: 5 },
        { unit: 'u11', category: 'two', limit: 6 },
        { unit: 'u32', category: 'one', limit: 7 },
        { unit: 'u32', category: 'two', limit: 8 },
      ],
      problems: [],
    })
  })

  test('beyond the sheet, or where a unit does not recommend, is said and left out', () => {
    const { changes, problems } = pasteInto('5\t6\n7', units, categories, { row: 2, column: 0 })
    expect(changes).toEqual([{ unit: 'u44', category: 'one', limit: 5 }])
    expect(problems.map(({ line, cell }) => [line, cell])).toEqual([
      [1, '6'],
      [2, '7'],
    ])
  })

  test('that is no number is said and left out', () => {
    const { changes, problems } = pasteInto('5\n-2', units, categories, first)
    expect(changes).toHaveLength(1)
    expect(problems).toMatchObject([{ line: 2, cell: '-2' }])
  })

  test('with the codes or names of units goes to those units, wherever the cursor is', () => {
    expect(pasteInto('演示·32省\t9\t1', units, categories, first).changes).toEqual([
      { unit: 'u32', category: 'one', limit: 9 },
      { unit: 'u32', category: 'two', limit: 1 },
    ])
    expect(pasteInto('44\t2', units, categories, first).changes).toEqual([{ unit: 'u44', category: 'one', limit: 2 }])
    expect(pasteInto('演示·无此省\t9', units, categories, first)).toMatchObject({ changes: [], problems: [{ line: 1 }] })
  })

  test('from a copy of the sheet changes nothing', () => {
    const { changes, problems } = pasteInto(copyOf(units, categories, new Map(), '单位', 'zh'), units, categories, first)
    expect(problems).toEqual([])
    for (const { unit, category, limit } of changes) {
      const found = units.find(({ id }) => id === unit)
      expect(found && limitOf(found, category, new Map())).toBe(limit)
    }
  })
})

describe('a share is written once', () => {
  const share = { ratio: 0.15, rounding: 'down' } as const
  const change = { unit: 'one', category: 'a', limit: 6, share }
  const below = { unit: 'one', of: 'university', count: 45 } as const
  const basis = { kind: 'ratio', ratio: 0.15, universities: 45, rounding: 'down' } as const
  const place = {
    unit: { id: 'one', name: '江苏省', kind: 'province' },
    level: 'province',
    category: 'a',
    limit: 6,
    used: 0,
    basis,
  } as const
  test('where a number stands by it already, nothing changes', () => expect(standsBy(place, change, below)).toBe(true))
  test.each([
    ['another number', { ...place, limit: 7 }, change, below],
    ['the same number set by hand', { ...place, basis: { kind: 'host' } as const }, change, below],
    ['another ratio', place, { ...change, share: { ...share, ratio: 0.14 } }, below],
    ['another rounding', place, { ...change, share: { ...share, rounding: 'up' as const } }, below],
    ['other units below', place, change, { ...below, count: 44 }],
    ['no share', place, { unit: 'one', category: 'a', limit: 6 }, below],
  ])('%s is a change', (_, now, wanted, units) => expect(standsBy(now, wanted, units)).toBe(false))
})
