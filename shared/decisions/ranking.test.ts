import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, rank, trimmed } from './ranking.ts'

const scored = (figures: Record<string, number[]>) => Object.entries(figures).map(([submission, scores]) => ({ submission, scores }))
const order = (figures: Record<string, number[]>, method: 'mean' | 'trimmed-mean' = 'mean') =>
  rank(scored(figures), method).map(({ submission }) => submission)

describe('the ranking of a category', () => {
  test('puts the best mean first', () => expect(order({ a: [80, 90], b: [95, 91], c: [70, 70] })).toEqual(['b', 'a', 'c']))
  test('takes the highest and the lowest score away when the batch says so', () =>
    expect(order({ a: [100, 80, 80, 0], b: [81, 81, 81, 81] }, 'trimmed-mean')).toEqual(['b', 'a']))
  test('takes nothing away from fewer than three scores', () => expect(trimmed([60, 90])).toBe(75))
  test('gives the same rank to the same score, and the next rank counts both', () =>
    expect(rank(scored({ a: [90], b: [90], c: [80] }), 'mean').map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, 2],
      [1, 2],
      [3, 1],
    ]))
  test('puts a submission without reviews last, without a score', () =>
    expect(rank(scored({ a: [], b: [1] }), 'mean').at(-1)).toMatchObject({ submission: 'a', score: null, reviews: 0 }))
  test('shows spread and deviation', () =>
    expect(rank(scored({ a: [80, 90, 85] }), 'mean')[0]).toMatchObject({ spread: 10, deviation: 5, mean: 85 }))
})

describe('the line by places', () => {
  const ranked = rank(scored({ a: [90], b: [80], c: [80], d: [70], e: [] }), 'mean')
  test('is clean where scores differ', () =>
    expect(cut(ranked, 1)).toEqual({ above: ['a'], tie: [], below: ['b', 'c', 'd'], unscored: ['e'] }))
  test('leaves those who share the score at the line to the leading group', () =>
    expect(cut(ranked, 2)).toEqual({ above: ['a'], tie: ['b', 'c'], below: ['d'], unscored: ['e'] }))
  test('has nobody below when there are places for all', () =>
    expect(cut(ranked, 9)).toEqual({ above: ['a', 'b', 'c', 'd'], tie: [], below: [], unscored: ['e'] }))
  test('splits every submission into exactly one part and never puts more above than places', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (lists, places) => {
          const all = rank(
            lists.map((scores, i) => ({ submission: `s${String(i).padStart(2, '0')}`, scores })),
            'trimmed-mean',
          )
          const { above, tie, below, unscored } = cut(all, places)
          expect([...above, ...tie, ...below, ...unscored].sort()).toEqual(all.map(({ submission }) => submission).sort())
          expect(above.length).toBeLessThanOrEqual(places)
          if (tie.length > 0) expect(above.length + tie.length).toBeGreaterThan(places)
        },
      ),
    ))
})
