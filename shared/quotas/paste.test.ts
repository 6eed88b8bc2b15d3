import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuotas } from './paste.ts'

const categories = [
  { key: 'a', title: { zh: '示范高校', en: 'Universities' } },
  { key: 'b', title: { zh: '样板支部', en: 'Branches' } },
]
const units = [
  { id: 'one', name: '江苏省', code: '32', categories: ['a', 'b'] },
  { id: 'two', name: '演示大学', code: '4132010001', categories: ['b'] },
  { id: 'three', name: '同名大学', categories: ['a', 'b'] },
  { id: 'four', name: '同名大学', categories: ['a', 'b'] },
]
const read = (text: string) => readQuotas(text, units, categories)
const problems = (text: string) => read(text).problems.map(({ line, code }) => `${line} ${code}`)

describe('places copied from a spreadsheet', () => {
  test('by name, one number for each category', () =>
    expect(read('江苏省\t3\t7').rows).toEqual([
      { unit: 'one', category: 'a', limit: 3 },
      { unit: 'one', category: 'b', limit: 7 },
    ]))
  test('by code, one number for all of the unit’s categories', () =>
    expect(read('4132010001\t5').rows).toEqual([{ unit: 'two', category: 'b', limit: 5 }]))
  test('under a heading in another order', () =>
    expect(read('单位\t样板支部\t示范高校\n32\t7\t3').rows).toEqual([
      { unit: 'one', category: 'b', limit: 7 },
      { unit: 'one', category: 'a', limit: 3 },
    ]))
  test('written full-width or with thousands', () => expect(read('江苏省\t１２\t1,001').rows.map(({ limit }) => limit)).toEqual([12, 1001]))
  test('an empty cell leaves the number as it is', () =>
    expect(read('江苏省\t\t7').rows).toEqual([{ unit: 'one', category: 'b', limit: 7 }]))
  test('what is wrong is said with its line, and the rest is taken', () => {
    const text = '江苏省\t3\t7\n无名省\t1\t1\n同名大学\t1\t1\n演示大学\t1\t1\n江苏省\t1\t1'
    expect(problems(text)).toEqual(['2 unknown-unit', '3 same-name', '4 not-recommending', '5 repeated'])
    expect(read(text).rows).toHaveLength(2)
  })
  test.each(['-1', '1.5', '七', '1e3', '99999999'])('%s is no number of places', (cell) =>
    expect(problems(`江苏省\t${cell}\t1`)).toEqual(['1 not-a-number']),
  )
  test('a line must have as many cells as there are categories', () => expect(problems('江苏省\t1\t2\t3')).toEqual(['1 columns']))
  test('whatever is pasted, only whole numbers of known units come out', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('江苏省', '32', '演示大学', '1', '0', '', 'x', '"', '样板支部'), { maxLength: 4 })),
        (lines) => {
          for (const row of read(lines.map((cells) => cells.join('\t')).join('\n')).rows) {
            expect(units.find(({ id }) => id === row.unit)?.categories).toContain(row.category)
            expect(Number.isInteger(row.limit) && row.limit >= 0).toBe(true)
          }
        },
      ),
    ))
})
