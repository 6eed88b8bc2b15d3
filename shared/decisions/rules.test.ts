import { describe, expect, test } from 'vitest'
import type { Outcome } from '../outcome.ts'
import { approve, decide, proposed, sendForApproval } from './rules.ts'

const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.code)

describe('the leading group decides', () => {
  const good = { sheet: 'open' as const, known: ['award', 'reserve', 'none'], proposal: 'award' as string | undefined }
  test('as the ranking proposes, without a reason', () => expect(code(decide(good, 'award', undefined))).toBe('accepted'))
  test('otherwise only with a reason', () => expect(code(decide(good, 'none', ' '))).toBe('sheet.reason-missing'))
  test('otherwise with a reason', () => expect(code(decide(good, 'none', '材料不实'))).toBe('accepted'))
  test('a tie only with a reason', () =>
    expect(code(decide({ ...good, proposal: undefined }, 'award', undefined))).toBe('sheet.reason-missing'))
  test('nothing on a sheet that was sent', () =>
    expect(code(decide({ ...good, sheet: 'sent' }, 'award', undefined))).toBe('sheet.not-open'))
  test('no outcome the call does not know', () => expect(code(decide(good, 'excellent', 'x'))).toBe('request.invalid'))
})

describe('a sheet goes to the approver', () => {
  const good = { sheet: 'open' as const, outcomes: ['award', 'none'] as (string | undefined)[], places: 1 as number | undefined }
  test('when everything is decided within the places', () => expect(code(sendForApproval(good))).toBe('accepted'))
  test('not while a tie is open', () => expect(code(sendForApproval({ ...good, outcomes: ['award', undefined] }))).toBe('sheet.undecided'))
  test('not with more awards than places', () =>
    expect(code(sendForApproval({ ...good, outcomes: ['award', 'award'] }))).toBe('sheet.too-many'))
  test('with any number where everyone is graded', () =>
    expect(code(sendForApproval({ ...good, outcomes: ['award', 'award'], places: undefined }))).toBe('accepted'))
  test('not empty', () => expect(code(sendForApproval({ ...good, outcomes: [] }))).toBe('sheet.empty'))
  test('not twice', () => expect(code(sendForApproval({ ...good, sheet: 'sent' }))).toBe('sheet.not-open'))
})

describe('the approver approves', () => {
  const good = { sheet: 'sent' as const, sha256: 'a' }
  test('exactly what was shown', () => expect(code(approve(good, 'a'))).toBe('accepted'))
  test('not what has changed since', () => expect(code(approve(good, 'b'))).toBe('sheet.changed'))
  test('not twice', () => expect(code(approve({ ...good, sheet: 'approved' }, 'a'))).toBe('sheet.already-approved'))
  test('not before it was sent', () => expect(code(approve({ ...good, sheet: 'open' }, 'a'))).toBe('sheet.not-sent'))
})

test('the line proposes awards above it, nothing below, and leaves a tie open', () =>
  expect([...proposed({ above: ['a'], tie: ['b'], below: ['c'] })]).toEqual([
    ['a', 'award'],
    ['b', undefined],
    ['c', 'none'],
  ]))
