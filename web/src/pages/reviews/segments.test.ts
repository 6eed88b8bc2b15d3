import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentsOf, stepped } from './segments.ts'

describe('the scores that one press gives', () => {
  test.each([
    ['ten points in halves', { min: 0, max: 10, step: 0.5 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['five points', { min: 1, max: 5, step: 1 }, [1, 2, 3, 4, 5]],
    ['thirty points', { min: 0, max: 30, step: 1 }, [0, 5, 10, 15, 20, 25, 30]],
    ['a hundred points', { min: 0, max: 100, step: 1 }, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
    ['an odd end', { min: 0, max: 25, step: 1 }, [0, 5, 10, 15, 20, 25]],
    ['one point in tenths', { min: 0, max: 1, step: 0.1 }, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  ])('of %s', (_, scale, expected) => expect(segmentsOf(scale)).toEqual(expected))
  test('lie on the scale, rise, and are few, whatever the criterion', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 200 }), fc.constantFrom(0.5, 1, 2), (min, steps, step) => {
        const values = segmentsOf({ min, max: min + steps * step, step })
        expect(values.length).toBeLessThanOrEqual(12)
        expect([values[0], values.at(-1)]).toEqual([min, min + steps * step])
        expect(values).toEqual(values.toSorted((a, b) => a - b))
      }),
    ))
})

describe('one step', () => {
  const scale = { min: 0, max: 10, step: 0.5 }
  test('goes up and down on the scale', () => expect([stepped(scale, 8, 1), stepped(scale, 8, -1)]).toEqual([8.5, 7.5]))
  test('ends at the ends', () => expect([stepped(scale, 10, 1), stepped(scale, 0, -1)]).toEqual([10, 0]))
  test('begins in the middle', () => expect(stepped(scale, undefined, 1)).toBe(5))
  test('brings back what was typed beside the scale', () => expect(stepped(scale, 7.3, 1)).toBe(8))
})
