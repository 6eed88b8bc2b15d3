import { describe, expect, test } from 'vitest'
import { covered, type Interval } from './covered.ts'

/** As in `1-3 4-6`. */
const calls = (text: string) => text.split(' ').map((each) => each.split('-').map(Number) as unknown as Interval)

describe('the time in which at least one of some calls was under way', () => {
  test('counts calls one after another each', () => expect(covered(calls('1-3 4-6'), 0, 10)).toBe(4))
  test('counts calls side by side once, whichever ended first', () => {
    expect(covered(calls('1-5 2-4 3-7'), 0, 10)).toBe(6)
    expect(covered(calls('3-7 1-9'), 0, 10)).toBe(8)
  })
  test('leaves out what lies before or after', () => expect(covered(calls('1-4 11-14 20-30'), 3, 12)).toBe(2))
})
