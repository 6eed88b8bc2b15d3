import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDate, monthsBetween, readDate } from './dates.ts'

describe('a date', () => {
  test.each([
    ['2024-02-29', 'day', true],
    ['2023-02-29', 'day', false],
    ['2024-9-08', 'day', false],
    ['2024-13', 'month', false],
    ['2024-09', 'month', true],
    ['2024-09', 'day', false],
    ['1799', 'year', false],
    ['2024', 'year', true],
    ['２０２４', 'year', false],
  ] as const)('%s as a %s: %s', (text, precision, is) => expect(isDate(text, precision)).toBe(is))
  test.each([
    ['2020-09', '2023-09', 36],
    ['2020-09-15', '2023-09-14', 35],
    ['2023-09-14', '2020-09-15', -35],
    ['2020', '2023-09-15', 44],
    ['2020-09', 'soon', undefined],
  ])('from %s to %s are %s whole months', (from, to, months) => expect(monthsBetween(from, to)).toBe(months))
  test('is as far one way as the other', () => {
    const date = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10))
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect((monthsBetween(a, b) ?? Number.NaN) + (monthsBetween(b, a) ?? Number.NaN)).toBe(0)
      }),
    )
  })
  test.each([
    ['2024年9月8日', 'day', '2024-09-08'],
    ['2024.9.8', 'day', '2024-09-08'],
    ['２０２４／９／８', 'day', '2024-09-08'],
    ['20240908', 'day', '2024-09-08'],
    ['2024-9', 'month', '2024-09'],
    ['2024年9月', 'month', '2024-09'],
    ['202409', 'month', '2024-09'],
    ['2024-09-08', 'month', '2024-09'],
    ['2024年', 'year', '2024'],
    ['2024年9月', 'day', undefined],
    ['2024.13.1', 'day', undefined],
    ['九月', 'month', undefined],
    ['45543', 'day', undefined],
  ] as const)('written %s is read as a %s: %s', (text, precision, date) => expect(readDate(text, precision)).toBe(date))
})
