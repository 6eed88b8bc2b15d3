import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interval, overlap } from './interval.ts'

const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 9 })
const method = fc.constantFrom('mean' as const, 'trimmed-mean' as const)

describe('the interval of a figure', () => {
  test('is told from three reviews on', () => {
    expect(interval([80, 90], 'mean')).toBeNull()
    expect(interval([80, 85, 90], 'mean')).toEqual({ low: 81.67, high: 88.33 })
  })
  test('is a point where all agree', () => expect(interval([80, 80, 80, 80], 'trimmed-mean')).toEqual({ low: 80, high: 80 }))
  test('is wider where experts differ more', () => {
    const width = (given: number[]) => {
      const found = interval(given, 'mean')
      return found ? found.high - found.low : 0
    }
    expect(width([60, 80, 100, 70, 90])).toBeGreaterThan(width([78, 80, 82, 79, 81]))
  })
  test('lies within the scores, low before high, whatever their order', () =>
    fc.assert(
      fc.property(scores, method, (given, how) => {
        const found = interval(given, how)
        expect(interval([...given].reverse(), how)).toEqual(found)
        return found !== null && found.low <= found.high && found.low >= Math.min(...given) && found.high <= Math.max(...given)
      }),
      { numRuns: 60 },
    ))
})

test('intervals overlap when they share a point, and an unknown one may lie anywhere', () => {
  expect(overlap({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(true)
  expect(overlap({ low: 1, high: 2 }, { low: 2.01, high: 3 })).toBe(false)
  expect(overlap(null, { low: 2, high: 3 })).toBe(true)
})
