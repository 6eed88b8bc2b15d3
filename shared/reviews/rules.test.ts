import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import type { Rubric } from '../templates/schema.ts'
import { answerInvitation, declareConflict, hasLeft, reopenReview, saveMarks, submitReview, takeBackConflict, takesPart } from './rules.ts'
import type { Participant, Review } from './schema.ts'

const text = { zh: '目标', en: 'Goals' }
const rubric: Rubric = {
  criteria: [{ key: 'goals', title: text, help: text, min: 0, max: 10, step: 1, weight: 100 }],
  commentMin: 2,
  commentMax: 50,
}
const row = { seq: 1, chain: '', pk: 'p', sk: 's' }
const participant: Participant = {
  batch: 'b',
  expert: 'e',
  name: '演示·李专家',
  email: 'e@demo.example',
  unit: { name: '演示社' },
  fields: [],
  state: 'accepted',
  assigned: 1,
  submitted: 0,
  ...row,
}
const review: Review = {
  submission: 's',
  batch: 'b',
  category: 'c',
  expert: 'e',
  title: 't',
  institution: { id: 'i', name: '演示大学', kind: 'university' },
  state: 'draft',
  marks: { scores: {}, comment: '' },
  version: 3,
  ...row,
}
const good = { review, participant, rubric }
const marks = { scores: { goals: 8 }, comment: '很好' }
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.code)

describe('an expert saves', () => {
  test('the version that was edited', () => expect(code(saveMarks(good, 3, marks))).toBe('accepted'))
  test('not over another device', () => expect(code(saveMarks(good, 2, marks))).toBe('review.saved-elsewhere'))
  test('not before accepting', () =>
    expect(code(saveMarks({ ...good, participant: { ...participant, state: 'invited' } }, 3, marks))).toBe('review.not-accepted'))
  test('not after submitting', () =>
    expect(code(saveMarks({ ...good, review: { ...review, state: 'submitted' } }, 3, marks))).toBe('review.already-submitted'))
  test('not what was taken away', () =>
    expect(code(saveMarks({ ...good, review: { ...review, state: 'withdrawn' } }, 3, marks))).toBe('review.not-yours'))
  test('again after the office reopened it', () =>
    expect(code(saveMarks({ ...good, review: { ...review, state: 'reopened' } }, 3, marks))).toBe('accepted'))
})

describe('an expert submits', () => {
  test('a complete review, with its score', () => expect(submitReview(good, 3, marks)).toEqual({ ok: true, value: { score: 80 } }))
  test('not an incomplete one', () => expect(code(submitReview(good, 3, { ...marks, comment: '' }))).toBe('review.incomplete'))
})

describe('a conflict', () => {
  test('is declared while the review is open', () => expect(code(declareConflict(review))).toBe('accepted'))
  test('is not declared after submitting', () =>
    expect(code(declareConflict({ ...review, state: 'submitted' }))).toBe('review.already-submitted'))
})

describe('a declared conflict', () => {
  const declared = { review: { ...review, state: 'conflict' as const }, participant, sitting: 1, wanted: 2 }
  test('is taken back while the place is empty', () => expect(code(takeBackConflict(declared))).toBe('accepted'))
  test('is not once somebody else sits there', () => expect(code(takeBackConflict({ ...declared, sitting: 2 }))).toBe('review.replaced'))
  test('is not where none was declared', () => expect(code(takeBackConflict({ ...declared, review }))).toBe('review.no-conflict'))
  test('is not by who has declined since', () =>
    expect(code(takeBackConflict({ ...declared, participant: { ...participant, state: 'declined' } }))).toBe('review.not-accepted'))
})

describe('a reminder goes to', () => {
  test.each([
    ['who has reviews left', {}, true],
    ['who has not answered', { state: 'invited', assigned: 0 } as const, true],
    ['nobody who has finished', { submitted: 1 }, false],
    ['nobody who has declined', { state: 'declined' } as const, false],
    ['nobody whose links were revoked', { revokedAt: 'x' }, false],
  ])('%s', (_, change, expected) => expect(hasLeft({ ...participant, ...change })).toBe(expected))
})

describe('a cancellation is told', () => {
  test.each([
    ['whoever has reviews left', {}, true],
    ['who has finished', { submitted: 1 }, true],
    ['who has not answered', { state: 'invited', assigned: 0 } as const, true],
    ['nobody who has declined', { state: 'declined' } as const, false],
    ['nobody whose links were revoked', { revokedAt: 'x' }, false],
  ])('%s', (_, change, expected) => expect(takesPart({ ...participant, ...change })).toBe(expected))
})

describe('the office', () => {
  test('reopens what was submitted', () => expect(code(reopenReview({ ...review, state: 'submitted' }))).toBe('accepted'))
  test('does not reopen what was not', () => expect(code(reopenReview(review))).toBe('review.not-submitted'))
})

describe('an invitation', () => {
  test('is accepted', () => expect(code(answerInvitation({ ...participant, state: 'invited' }, 'accepted'))).toBe('accepted'))
  test('is not answered once revoked', () =>
    expect(code(answerInvitation({ ...participant, revokedAt: 'x' }, 'accepted'))).toBe('link.revoked'))
  test('is not declined after the first submitted review', () =>
    expect(code(answerInvitation({ ...participant, submitted: 1 }, 'declined'))).toBe('review.has-submitted'))
})
