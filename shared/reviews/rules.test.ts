import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import type { Rubric } from '../templates/schema.ts'
import {
  answerInvitation,
  declareConflict,
  hasLeft,
  letIn,
  readMaterial,
  reopenReview,
  saveMarks,
  submitReview,
  takeBackConflict,
  takesPart,
  withdrawReview,
} from './rules.ts'
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
  const declare = (change: Partial<Review> = {}, state: 'open' | 'paused' | 'completed' = 'open') =>
    code(declareConflict({ ...review, ...change }, { state }))
  test('is declared while the review is open', () => expect(declare()).toBe('accepted'))
  test('may be explained afterwards', () => expect(declare({ state: 'conflict' })).toBe('accepted'))
  test('is not declared after submitting', () => expect(declare({ state: 'submitted' })).toBe('review.already-submitted'))
  test('is not declared of what was taken away', () => expect(declare({ state: 'withdrawn' })).toBe('review.not-yours'))
  test('is neither declared nor explained while the batch is paused, nor once it is over', () =>
    expect([declare({}, 'paused'), declare({ state: 'conflict' }, 'paused'), declare({}, 'completed')]).toEqual([
      'batch.paused',
      'batch.paused',
      'review.over',
    ]))
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
  const batch = {
    state: 'open' as const,
    stage: 0,
    stages: [
      { key: 'review', kind: 'review' as const, title: text, opens: '2026-09-01T00:00:00Z', closes: '2026-10-01T00:00:00Z', on: true },
    ],
  }
  const reopen = (change: object = {}, at = '2026-09-20T00:00:00Z') =>
    code(reopenReview({ state: 'submitted' }, { ...batch, ...change }, at))
  test('takes nothing from an expert while the batch is paused, nor what was submitted', () =>
    expect([
      code(withdrawReview(review, batch)),
      code(withdrawReview(review, { state: 'paused' })),
      code(withdrawReview({ state: 'submitted' }, batch)),
    ]).toEqual(['accepted', 'batch.paused', 'review.already-submitted']))
  test('reopens what was submitted', () => expect(reopen()).toBe('accepted'))
  test('does not reopen what was not', () => expect(code(reopenReview(review, batch, '2026-09-20T00:00:00Z'))).toBe('review.not-submitted'))
  test.each([
    ['after the review has closed', {}, '2026-10-01T00:00:00Z', 'review.reopen-too-late'],
    ['after the stage was left', { stage: 1 }, '2026-09-20T00:00:00Z', 'review.reopen-too-late'],
    ['while the batch is paused', { state: 'paused' }, '2026-09-20T00:00:00Z', 'batch.paused'],
    ['after the batch is completed', { state: 'completed' }, '2026-09-20T00:00:00Z', 'batch.completed'],
  ])('does not reopen %s', (_, change, at, refusal) => expect(reopen(change, at)).toBe(refusal))
})

describe('a link', () => {
  test.each([
    ['lets in', {}, 'accepted'],
    ['does not once links were revoked', { revokedAt: '2026-09-02' }, 'link.revoked'],
    ['does not after a new invitation, being older than the revocation', { linksSince: '2026-09-03' }, 'link.revoked'],
    ['lets in when it came with the new invitation', { linksSince: '2026-09-01' }, 'accepted'],
  ])('%s', (_, change, expected) => expect(code(letIn({ ...participant, ...change }, '2026-09-01'))).toBe(expected))
})

describe('material', () => {
  const read = (of: object, its: object = {}, state: 'open' | 'paused' | 'completed' | 'cancelled' = 'open') =>
    code(readMaterial({ participant: { ...participant, ...of }, review: { ...review, ...its } }, { state }))
  test('is read by whoever has accepted', () => expect(read({})).toBe('accepted'))
  test.each(['listed', 'invited', 'declined'])('is not while the invitation is %s', (state) =>
    expect(read({ state })).toBe('review.not-accepted'),
  )
  test.each(['conflict', 'withdrawn'])('is not after %s', (state) => expect(read({}, { state })).toBe('not-found'))
  test('may be looked at while the batch is paused', () => expect(read({}, {}, 'paused')).toBe('accepted'))
  test.each(['completed', 'cancelled'] as const)('is closed once the batch is %s', (state) =>
    expect(read({}, {}, state)).toBe('review.over'),
  )
})

describe('an invitation', () => {
  test('is accepted', () => expect(code(answerInvitation(participant, { state: 'open' }, 'accepted'))).toBe('accepted'))
  test('is not answered once the batch is over', () =>
    expect(code(answerInvitation(participant, { state: 'completed' }, 'accepted'))).toBe('review.over'))
  test.each(['accepted', 'declined'] as const)('is not %s while the batch is paused', (said) =>
    expect(code(answerInvitation(participant, { state: 'paused' }, said))).toBe('batch.paused'),
  )
  test('is not declined after the first submitted review', () =>
    expect(code(answerInvitation({ submitted: 1 }, { state: 'open' }, 'declined'))).toBe('review.has-submitted'))
})
