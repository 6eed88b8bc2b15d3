import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillIn } from './older-browsers.ts'

/** The real ones, put aside while those of the older browsers stand in their place. */
const places = [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
  [String.prototype, ['at', 'isWellFormed']],
  [Object, ['hasOwn', 'groupBy']],
  [Map, ['groupBy']],
  [globalThis, ['structuredClone']],
] as const
const real = places.flatMap(([on, names]) =>
  names.map((name) => ({ on, name, descriptor: Object.getOwnPropertyDescriptor(on, name) as PropertyDescriptor })),
)

describe('what older browsers lack', () => {
  beforeAll(() => fillIn(() => true))
  afterAll(() => {
    for (const { on, name, descriptor } of real) Object.defineProperty(on, name, descriptor)
  })

  test('is there after filling in, and is not the browser’s own', () => {
    for (const { on, name, descriptor } of real) expect(Object.getOwnPropertyDescriptor(on, name)?.value).not.toBe(descriptor.value)
  })
  test('reads from the end', () => {
    expect([[1, 2, 3].at(-1), [1, 2, 3].at(0), 'abc'.at(-2), [1].at(5)]).toEqual([3, 1, 'b', undefined])
    expect([[1, 2, 3, 4].findLast((n) => n % 2 === 1), [1, 3].findLastIndex((n) => n > 5)]).toEqual([3, -1])
  })
  test('leaves the list it is asked of as it was', () => {
    const list = [3, 1, 2]
    expect([list.toSorted(), list.toSorted((a, b) => b - a), list.toReversed()]).toEqual([
      [1, 2, 3],
      [3, 2, 1],
      [2, 1, 3],
    ])
    expect([list.toSpliced(1, 1, 8, 9), list.with(0, 7)]).toEqual([
      [3, 8, 9, 2],
      [7, 1, 2],
    ])
    expect(list).toEqual([3, 1, 2])
  })
  test('gathers what belongs together, in the order it came', () => {
    const list = ['a1', 'b1', 'a2']
    expect([...Map.groupBy(list, (each) => each[0])]).toEqual([
      ['a', ['a1', 'a2']],
      ['b', ['b1']],
    ])
    expect({ ...Object.groupBy(list, (each) => each.slice(1)) }).toEqual({ 1: ['a1', 'b1'], 2: ['a2'] })
  })
  test('copies data whole', () => {
    const value = { a: [{ b: new Date(0) }], c: null, d: '𠮷' }
    const copy = structuredClone(value)
    expect(copy).toEqual(value)
    expect(copy.a[0]).not.toBe(value.a[0])
  })
  test('knows half a character', () =>
    expect(['𠮷', '\ud842', '\udfb7', 'a\udfb7\ud842', ''].map((text) => text.isWellFormed())).toEqual([true, false, false, false, true]))
  test('knows an object’s own keys', () =>
    expect([Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn(Object.create({ a: 1 }), 'a')]).toEqual([true, false]))
})
