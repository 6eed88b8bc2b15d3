import { describe, expect, test } from 'vitest'
import { dateValue, deadline, fromBeijing, moment } from './dates.ts'
import { fill } from './fill.ts'
import { bytes, money } from './numbers.ts'

describe('a text', () => {
  test('takes its values, numbers with separators', () => expect(fill('共 {count} 项', { count: 12345 })).toBe('共 12,345 项'))
  test('takes the word that fits the number', () => {
    expect(fill('{n} {n|item|items}', { n: 1 }, 'en')).toBe('1 item')
    expect(fill('{n} {n|item|items}', { n: 0 }, 'en')).toBe('0 items')
  })
  test('shows a placeholder nobody filled, so that the mistake is seen', () => expect(fill('{name}', {})).toBe('{name}'))
  test('leaves braces in a value alone', () => expect(fill('{name}', { name: '{x}' })).toBe('{x}'))
})

/** A date in Chinese, held together between its numbers and their words. */
const held = (...parts: (string | number)[]) => parts.join('\u2060')

describe('a time', () => {
  const midnight = '2024-10-10T16:00:00.000Z'
  test('is Beijing time wherever one sits', () =>
    expect(moment('2024-10-10T06:32:00Z', 'zh')).toBe(`${held(2024, '年', 10, '月', 10, '日')}\u00a014:32`))
  test('that ends at midnight ends at 24:00 of the day before', () => {
    expect(deadline(midnight, 'zh')).toBe(`${held(2024, '年', 10, '月', 10, '日')}\u00a024:00`)
    expect(deadline(midnight, 'en')).toBe('10\u00a0Oct\u00a02024,\u00a024:00')
    expect(deadline('2024-12-31T16:00:00Z', 'zh')).toBe(`${held(2024, '年', 12, '月', 31, '日')}\u00a024:00`)
  })
  test('that ends at another hour says so', () =>
    expect(deadline('2024-10-10T09:00:00Z', 'zh')).toBe(`${held(2024, '年', 10, '月', 10, '日')}\u00a017:00`))
  test('typed as 24:00 is midnight at the end of the day', () => expect(fromBeijing('2024-10-10', '24:00')).toBe(midnight))
  test('of a form is read at its precision', () => {
    expect(dateValue('2024-09', 'zh')).toBe(held(2024, '年', 9, '月'))
    expect(dateValue('2024', 'en')).toBe('2024')
  })
})

describe('a figure', () => {
  test('of money is shown in its unit', () => {
    expect(money(12_500_000, 'wan', 'zh')).toBe('12.5万元')
    expect(money(12_500_005, 'yuan', 'zh')).toBe('125,000.05元')
  })
  test('of bytes is short', () => {
    expect(bytes(900, 'zh')).toBe('900 B')
    expect(bytes(1536, 'zh')).toBe('1.5 KB')
    expect(bytes(20 * 1024 * 1024, 'zh')).toBe('20 MB')
  })
})
