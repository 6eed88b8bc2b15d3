import { describe, expect, test } from 'vitest'
import type { Rubric } from '../templates/schema.ts'
import { acceptMarks, markProblems, scoreOf } from './scoring.ts'

const text = { zh: '目标', en: 'Goals' }
const rubric: Rubric = {
  criteria: [
    { key: 'goals', title: text, help: text, min: 0, max: 10, step: 1, weight: 60 },
    { key: 'effect', title: text, help: text, min: 0, max: 20, step: 0.5, weight: 40 },
  ],
  commentMin: 5,
  commentMax: 20,
  recommendation: [
    { value: 'yes', label: text },
    { value: 'no', label: text },
  ],
}
const good = { scores: { goals: 8, effect: 15.5 }, comment: '基础扎实，成效明显', recommendation: 'yes' }
const at = (marks: typeof good) => markProblems(rubric, marks).map(({ at }) => at)

describe('a review', () => {
  test('counts each criterion by its weight', () => expect(scoreOf(rubric, good.scores)).toBe(79))
  test('may be submitted when complete', () => expect(at(good)).toEqual([]))
  test('lacks a criterion', () => expect(at({ ...good, scores: { goals: 8 } as never })).toEqual(['effect']))
  test('has a comment that is too short', () => expect(at({ ...good, comment: '好 ' })).toEqual(['comment']))
  test('has a comment that is too long', () => expect(at({ ...good, comment: '好'.repeat(21) })).toEqual(['comment']))
  test('counts a character outside the basic plane once', () => expect(at({ ...good, comment: '𠮷'.repeat(20) })).toEqual([]))
  test('lacks its recommendation', () => expect(at({ ...good, recommendation: 'maybe' })).toEqual(['recommendation']))
})

describe('a draft of a review', () => {
  const code = (scores: Record<string, number>) => {
    const outcome = acceptMarks(rubric, { ...good, scores })
    return outcome.ok ? 'accepted' : outcome.code
  }
  test('may be incomplete', () => expect(code({})).toBe('accepted'))
  test('holds no criterion the rubric does not have', () => expect(code({ charm: 1 })).toBe('review.mark-invalid'))
  test('holds nothing out of range', () => expect(code({ goals: 11 })).toBe('review.mark-invalid'))
  test('holds nothing between the steps', () => expect(code({ goals: 7.5 })).toBe('review.mark-invalid'))
  test('holds no number that is none', () => expect(code({ goals: Number.NaN })).toBe('review.mark-invalid'))
})
