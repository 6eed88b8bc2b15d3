import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grade } from './grading.ts'
import { rank } from './ranking.ts'

const grades = [
  { key: 'excellent', from: 90, maxShare: 0.5 },
  { key: 'passed', from: 70 },
  { key: 'deferred', from: 60 },
  { key: 'failed', from: 0 },
]
const graded = (...scores: number[]) => [
  ...grade(
    rank(
      scores.map((score, i) => ({ submission: `s${i}`, scores: [score] })),
      'mean',
    ),
    grades,
  ).values(),
]

test('each gets the first grade whose threshold it reaches', () =>
  expect(graded(95, 75, 65, 10)).toEqual(['excellent', 'passed', 'deferred', 'failed']))
test('a grade with a share is given from the top until the share is used up', () =>
  expect(graded(95, 94, 93, 92)).toEqual(['excellent', 'excellent', 'passed', 'passed']))
test('who shares the score that would be too many gets the next grade too', () =>
  expect(graded(95, 94, 94, 60).filter((each) => each === 'excellent')).toHaveLength(1))
test('everyone with a score gets exactly one grade, and excellent never exceeds its share', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 40 }), (scores) => {
      const given = graded(...scores)
      expect(given).toHaveLength(scores.length)
      expect(given.filter((each) => each === 'excellent').length).toBeLessThanOrEqual(Math.floor(scores.length / 2))
    }),
  ))
