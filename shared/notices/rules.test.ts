import { describe, expect, test } from 'vitest'
import type { StagePlan } from '../batches/schema.ts'
import type { Timed } from '../batches/timing.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { StageKind } from '../templates/schema.ts'
import { type Announced, type Concluded, lookAtList, noticeOver, object, publish, publishList, type Standing, settle } from './rules.ts'

const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.code)

const at = '2024-10-18T16:00:00.000Z'
const approved: Standing = { category: 'one', state: 'approved' }
const other = (state: Standing['state']): Standing => ({ category: 'two', state })
const announced = (ends: string): Announced => ({ ends, corrections: 0 })

describe('a notice is published', () => {
  const good = { sheets: [approved, other('approved')], notices: [] }
  test('once every sheet is approved', () => expect(code(publish(good, at))).toBe('accepted'))
  test('not before', () => expect(code(publish({ ...good, sheets: [approved, other('sent')] }, at))).toBe('notice.not-decided'))
  test('not without a sheet', () => expect(code(publish({ ...good, sheets: [] }, at))).toBe('notice.nothing-decided'))
  test('again after another one ended', () => expect(code(publish({ ...good, notices: [{ ends: at }] }, at))).toBe('accepted'))
  test('not while another one runs', () =>
    expect(code(publish({ ...good, notices: [{ ends: '2024-10-18T16:00:00.001Z' }] }, at))).toBe('notice.already'))
})

describe('an objection is taken', () => {
  const notice = { ends: '2024-10-18T16:00:00.000Z' }
  test('until the last instant', () => expect(code(object(notice, { state: 'open' }, '2024-10-18T15:59:59.999Z'))).toBe('accepted'))
  test('not at the end itself', () => expect(code(object(notice, { state: 'open' }, notice.ends))).toBe('notice.ended'))
  test('not once the batch has gone on from the notice', () =>
    expect(code(object({ ...notice, concludedAt: notice.ends }, { state: 'open' }, '2024-10-18T15:59:59.999Z'))).toBe('notice.ended'))
  test('while the batch is paused, but not in one that is over', () =>
    expect(
      (['paused', 'completed', 'cancelled'] as const).map((state) => code(object(notice, { state }, '2024-10-18T15:59:59.999Z'))),
    ).toEqual(['accepted', 'batch.completed', 'batch.cancelled']))
})

test('an objection is settled once, and not while the batch is paused', () =>
  expect([
    code(settle({ state: 'open' }, accept(null))),
    code(settle({ state: 'upheld' }, accept(null))),
    code(settle({ state: 'open' }, refuse('batch.paused'))),
  ]).toEqual(['accepted', 'objection.settled', 'batch.paused']))

describe('what was announced long enough', () => {
  const good: Concluded = { notices: [announced(at)], openObjections: 0, sheets: [approved] }
  test('is the notice when its last day is over', () => expect(code(noticeOver(good, at))).toBe('accepted'))
  test('is none that runs', () => expect(code(noticeOver(good, '2024-10-18T15:00:00.000Z'))).toBe('notice.running'))
  test('is not what was announced again and runs', () =>
    expect(code(noticeOver({ ...good, notices: [announced(at), announced('2024-10-25T16:00:00.000Z')] }, at))).toBe('notice.running'))
  test('is none that was never published', () => expect(code(noticeOver({ ...good, notices: [] }, at))).toBe('notice.missing'))
  test('is none with an open objection', () => expect(code(noticeOver({ ...good, openObjections: 1 }, at))).toBe('objection.open'))
  test('is none whose sheets are not approved', () =>
    expect(code(noticeOver({ ...good, sheets: [approved, other('open')] }, at))).toBe('notice.not-decided'))
})

describe('what was approved anew after an objection', () => {
  const anew = '2024-10-16T02:00:00.000Z'
  const said = { at: anew, category: 'one', reason: '成果署名不符', added: 0 }
  const good: Concluded = {
    notices: [{ ends: at, amendments: [said], corrections: 1 }],
    openObjections: 0,
    sheets: [{ ...approved, approvedAnew: anew }, other('approved')],
  }
  const over = (change: Partial<Announced>) =>
    code(noticeOver({ ...good, notices: [{ ends: at, amendments: [said], corrections: 1, ...change }] }, at))
  test('is announced once the notice says so and its page shows it', () => expect(over({})).toBe('accepted'))
  test('is not while the notice is not corrected yet', () => expect(over({ amendments: [], corrections: 0 })).toBe('notice.correcting'))
  test('is not by a correction of another category, or of an earlier approval', () =>
    expect([
      over({ amendments: [{ ...said, category: 'two' }] }),
      over({ amendments: [{ ...said, at: '2024-10-15T02:00:00.000Z' }] }),
    ]).toEqual(['notice.correcting', 'notice.correcting']))
  test('is not while the public page does not show every correction', () =>
    expect([over({ corrections: 0 }), over({ amendments: [said, { ...said, category: 'two' }] })]).toEqual([
      'notice.correcting',
      'notice.correcting',
    ]))
})

describe('the list is published', () => {
  const stage = (kind: StageKind, on = true): StagePlan => ({
    key: kind,
    kind,
    title: { zh: kind, en: kind },
    opens: null,
    closes: null,
    on,
  })
  const batch: Timed = { state: 'open', stage: 1, stages: [stage('deliberate'), stage('notice'), stage('publish')] }
  const good: Concluded = { notices: [announced(at)], openObjections: 0, sheets: [approved] }
  test('at the end of the notice, which is over with it', () =>
    expect(publishList(batch, good, at)).toMatchObject({ ok: true, value: { over: [1, 2] } }))
  test('in its own stage, after the notice was ended', () =>
    expect(publishList({ ...batch, stage: 2 }, good, at)).toMatchObject({ ok: true, value: { over: [2] } }))
  test('not while the notice runs', () => expect(code(publishList(batch, good, '2024-10-18T15:00:00.000Z'))).toBe('notice.running'))
  test('not without a notice where one is due', () =>
    expect(code(publishList({ ...batch, stage: 2 }, { ...good, notices: [] }, at))).toBe('notice.missing'))
  test('without a notice where none is due', () =>
    expect(
      publishList(
        { ...batch, stage: 2, stages: [stage('deliberate'), stage('notice', false), stage('publish')] },
        { ...good, notices: [] },
        at,
      ),
    ).toMatchObject({ ok: true, value: { over: [2] } }))
  test('not while an objection is open', () =>
    expect(code(publishList({ ...batch, stage: 2 }, { ...good, openObjections: 1 }, at))).toBe('objection.open'))
  test('not before the sheets are approved', () =>
    expect(code(publishList(batch, { ...good, sheets: [other('sent')] }, at))).toBe('notice.not-decided'))
  test('not before its stage, not in a batch that is paused or over, not where nothing is published', () =>
    expect([
      code(publishList({ ...batch, stage: 0 }, good, at)),
      code(publishList({ ...batch, state: 'paused' }, good, at)),
      code(publishList({ ...batch, state: 'completed', stage: null }, good, at)),
      code(publishList({ ...batch, stages: [stage('deliberate'), stage('notice'), stage('publish', false)] }, good, at)),
    ]).toEqual(['stage.not-reached', 'batch.paused', 'batch.completed', 'stage.absent']))
  test('is looked at beforehand once everything is decided, while the notice runs too, and where it may not be published not at all', () =>
    expect([
      code(lookAtList(batch, { sheets: [approved] }, '2024-10-18T15:00:00.000Z')),
      code(lookAtList({ ...batch, stage: 2 }, { sheets: [approved] }, at)),
      code(lookAtList(batch, { sheets: [approved, other('open')] }, at)),
      code(lookAtList(batch, { sheets: [] }, at)),
      code(lookAtList({ ...batch, stage: 0 }, { sheets: [approved] }, at)),
      code(lookAtList({ ...batch, state: 'completed', stage: null }, { sheets: [approved] }, at)),
    ]).toEqual(['accepted', 'accepted', 'notice.not-decided', 'notice.nothing-decided', 'stage.not-reached', 'batch.completed']))
})
