import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StagePlan } from '../batches/schema.ts'
import type { Timed } from '../batches/timing.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { StageKind } from '../templates/schema.ts'
import { approve, decide, decidingRuns, drawLine, proposed, reopenSheet, sendForApproval, takeBack, unreasoned } from './rules.ts'

const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.code)
const runs: Outcome<unknown> = accept(null)
const paused: Outcome<unknown> = refuse('batch.paused')

describe('a sheet is worked on', () => {
  const stage = (kind: StageKind): StagePlan => ({ key: kind, kind, title: { zh: kind, en: kind }, opens: null, closes: null, on: true })
  const batch: Timed = { state: 'open', stage: 1, stages: [stage('review'), stage('deliberate'), stage('notice'), stage('publish')] }
  const at = '2024-11-01T00:00:00.000Z'
  const reopened = { submissions: ['a'] }
  test('in the deliberation', () => expect(code(decidingRuns(batch, undefined, at))).toBe('accepted'))
  test('not before, not afterwards, not while the batch is paused', () =>
    expect([
      code(decidingRuns({ ...batch, stage: 0 }, undefined, at)),
      code(decidingRuns({ ...batch, stage: 2 }, undefined, at)),
      code(decidingRuns({ ...batch, state: 'paused' }, undefined, at)),
    ]).toEqual(['stage.not-reached', 'stage.left', 'batch.paused']))
  test('that was opened again in the notice, and not once that is over', () =>
    expect([code(decidingRuns({ ...batch, stage: 2 }, reopened, at)), code(decidingRuns({ ...batch, stage: 3 }, reopened, at))]).toEqual([
      'accepted',
      'stage.left',
    ]))
  test('by nobody while its batch is paused', () => {
    const facts = { sheet: 'open' as const, runs: paused, known: ['award'], proposal: 'award', reviewed: true }
    expect([
      code(decide(facts, 'award', undefined)),
      code(drawLine({ ...facts, places: 2, graded: false, reopened: false }, 1, '宁缺毋滥')),
      code(sendForApproval({ ...facts, lines: [{ title: '演示', outcome: 'award', proposal: 'award' }], places: 1 })),
      code(approve({ sheet: 'sent', runs: paused, sha256: 'a', kept: 'a' }, 'a')),
      code(takeBack({ sheet: 'sent', runs: paused })),
      code(
        reopenSheet({ sheet: 'approved', runs: paused, published: false, inSheet: true, objection: { state: 'upheld', submission: 'a' } }),
      ),
    ]).toEqual(Array(6).fill('batch.paused'))
  })
})

describe('the leading group decides', () => {
  const good = {
    sheet: 'open' as const,
    runs,
    known: ['award', 'reserve', 'none'],
    proposal: 'award' as string | undefined,
    reviewed: true,
  }
  test('as the ranking proposes, without a reason', () => expect(code(decide(good, 'award', undefined))).toBe('accepted'))
  test('otherwise only with a reason', () => expect(code(decide(good, 'none', ' '))).toBe('sheet.reason-missing'))
  test('otherwise with a reason', () => expect(code(decide(good, 'none', '材料不实'))).toBe('accepted'))
  test('a tie only with a reason', () =>
    expect(code(decide({ ...good, proposal: undefined }, 'award', undefined))).toBe('sheet.reason-missing'))
  test('anything without a reason where no experts review, for there is no ranking', () =>
    expect(code(decide({ ...good, proposal: 'none', reviewed: false }, 'award', undefined))).toBe('accepted'))
  test('nothing on a sheet that was sent', () =>
    expect(code(decide({ ...good, sheet: 'sent' }, 'award', undefined))).toBe('sheet.not-open'))
  test('no outcome the call does not know', () => expect(code(decide(good, 'excellent', 'x'))).toBe('request.invalid'))
})

describe('a sheet goes to the approver', () => {
  const line = (outcome: string | undefined, proposal: string | undefined = outcome, reason?: string) => ({
    title: '演示支部',
    outcome,
    proposal,
    reason,
  })
  const good = { sheet: 'open' as const, runs, lines: [line('award'), line('none')], reviewed: true, places: 1 as number | undefined }
  test('when everything is decided within the places', () => expect(code(sendForApproval(good))).toBe('accepted'))
  test('not while a tie is open', () =>
    expect(code(sendForApproval({ ...good, lines: [line('award'), line(undefined)] }))).toBe('sheet.undecided'))
  test('not while a decision departs from the ranking of now without saying why, and says which', () => {
    const moved = { ...good, lines: [line('award', 'none'), line('none')] }
    expect(sendForApproval(moved)).toMatchObject({ code: 'sheet.reasons-missing', details: { open: 1, zh: '“演示支部”' } })
    expect(code(sendForApproval({ ...good, lines: [line('award', 'none', '示范性强'), line('none')] }))).toBe('accepted')
  })
  test('without reasons where no experts review', () =>
    expect(code(sendForApproval({ ...good, reviewed: false, lines: [line('award', 'none'), line('none')] }))).toBe('accepted'))
  test('not with more awards than places', () =>
    expect(code(sendForApproval({ ...good, lines: [line('award'), line('award')] }))).toBe('sheet.too-many'))
  test('with any number where everyone is graded', () =>
    expect(code(sendForApproval({ ...good, lines: [line('award'), line('award')], places: undefined }))).toBe('accepted'))
  test('not empty', () => expect(code(sendForApproval({ ...good, lines: [] }))).toBe('sheet.empty'))
  test('not twice', () => expect(code(sendForApproval({ ...good, sheet: 'sent' }))).toBe('sheet.not-open'))
})

describe('the approver approves', () => {
  const good = { sheet: 'sent' as const, runs, sha256: 'a', kept: 'a' }
  test('exactly what was shown', () => expect(code(approve(good, 'a'))).toBe('accepted'))
  test('not lines that are kept otherwise than they were sent', () =>
    expect(code(approve({ ...good, kept: 'b' }, 'a'))).toBe('sheet.changed'))
  test('not what has changed since', () => expect(code(approve(good, 'b'))).toBe('sheet.changed'))
  test('not twice', () => expect(code(approve({ ...good, sheet: 'approved' }, 'a'))).toBe('sheet.already-approved'))
  test('not before it was sent', () => expect(code(approve({ ...good, sheet: 'open' }, 'a'))).toBe('sheet.not-sent'))
})

test('the line proposes awards above it, nothing below, and leaves a tie and what has no score open', () =>
  expect(Object.fromEntries(proposed({ above: ['a'], tie: ['b'], below: ['c'], unscored: ['d'] }))).toEqual({
    a: 'award',
    b: undefined,
    c: 'none',
    d: undefined,
  }))

test('a reason is lacking where an outcome is not what is proposed now, and nowhere else', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          outcome: fc.constantFrom('award', 'none'),
          proposal: fc.constantFrom('award', 'none', undefined),
          reason: fc.constantFrom(undefined, ' ', '示范性强'),
        }),
      ),
      (lines) => {
        const lacking = unreasoned(lines, true)
        for (const line of lines) expect(lacking.includes(line)).toBe(line.outcome !== line.proposal && line.reason !== '示范性强')
        expect(unreasoned(lines, false)).toEqual([])
      },
    ),
  ))
