import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concluded } from '../notices/rules.ts'
import { datesAfterPause, leaveStage, lifecycle, lives, moveDeadline, stageAfter } from './lifecycle.ts'
import { type BatchState, batchStates, type StagePlan } from './schema.ts'

const title = { zh: '环节', en: 'Stage' }
const stages: StagePlan[] = [
  { key: 'collect', kind: 'collect', title, opens: '2024-09-08T00:00:00.000Z', closes: '2024-10-10T09:00:00.000Z', on: true },
  { key: 'college', kind: 'endorse', level: 'college', title, opens: null, closes: null, on: false },
  {
    key: 'province',
    kind: 'endorse',
    level: 'province',
    title,
    opens: '2024-10-10T16:00:00.000Z',
    closes: '2024-10-20T09:00:00.000Z',
    on: true,
  },
  { key: 'review', kind: 'review', title, opens: null, closes: '2024-11-20T09:00:00.000Z', on: true },
  { key: 'deliberate', kind: 'deliberate', title, opens: null, closes: null, on: true },
]
const good = { state: 'open' as BatchState, stage: 0 as number | null, stages }
const at = '2024-10-01T00:00:00.000Z'
const states = Object.keys(batchStates) as BatchState[]
const code = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'done' : outcome.code)

describe('the life of a batch', () => {
  test.each(Object.keys(lifecycle) as (keyof typeof lifecycle)[])('%s leaves only its own states', (fact) => {
    for (const state of states) expect(lives({ state }, fact).ok).toBe(lifecycle[fact].from.some((from) => from === state))
  })
  test('says what it is instead', () => {
    expect(code(lives({ state: 'open' }, 'batch.resumed'))).toBe('batch.not-paused')
    expect(code(lives({ state: 'open' }, 'batch.opened'))).toBe('batch.already-open')
    expect(code(lives({ state: 'cancelled' }, 'batch.paused'))).toBe('batch.cancelled')
    expect(code(lives({ state: 'draft' }, 'batch.cancelled'))).toBe('batch.not-open')
  })
  test('goes from stage to stage over those that are off, and ends', () => {
    expect([-1, 0, 2, 3, 4].map((index) => stageAfter(stages, index))).toEqual([0, 2, 3, 4, null])
  })
})

describe('a deadline is moved', () => {
  const move = (index: number, closes: string, later: 'keep' | 'shift' = 'keep', batch: typeof good = good, when = at) =>
    moveDeadline(batch, index, { closes, later }, when)
  test('later', () =>
    expect(move(0, '2024-10-15T09:00:00.000Z')).toMatchObject({
      value: { from: '2024-10-10T09:00:00.000Z', to: '2024-10-15T09:00:00.000Z' },
    }))
  test('down to this very moment', () => expect(code(move(0, at))).toBe('done'))
  test('not before it', () => expect(code(move(0, '2024-09-30T23:59:59.999Z'))).toBe('stage.closes-too-early'))
  test('not before the stage opens', () => expect(code(move(2, '2024-10-10T15:00:00.000Z'))).toBe('stage.closes-too-early'))
  test('not before the stage before it closes', () => expect(code(move(3, '2024-10-20T08:59:59.999Z'))).toBe('stage.closes-too-early'))
  test('not beyond a later stage', () => expect(code(move(0, '2024-10-25T00:00:00.000Z'))).toBe('stage.closes-after-next'))
  test('beyond it when all later ones move along', () => {
    const moved = move(0, '2024-10-25T09:00:00.000Z', 'shift')
    expect(moved.ok && moved.value.stages.map(({ closes }) => closes)).toEqual([
      '2024-10-25T09:00:00.000Z',
      null,
      '2024-11-04T09:00:00.000Z',
      '2024-12-05T09:00:00.000Z',
      null,
    ])
  })
  test('not of a stage that ends when its work is done', () => expect(code(move(4, '2024-12-25T00:00:00.000Z'))).toBe('stage.never-dated'))
  test('not of one that is off', () => expect(code(move(1, '2024-10-15T00:00:00.000Z'))).toBe('stage.absent'))
  test('not of one that was left', () =>
    expect(code(move(0, '2024-10-15T00:00:00.000Z', 'keep', { ...good, stage: 2 }))).toBe('stage.left'))
  test('not while the batch is paused', () =>
    expect(code(move(0, '2024-10-15T00:00:00.000Z', 'keep', { ...good, state: 'paused' }))).toBe('batch.paused'))
  test('and whatever is asked, closing times stay in order and other stages open no earlier than before', () => {
    const instant = fc.date({ min: new Date('2024-09-01'), max: new Date('2025-03-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.nat(4), instant, fc.constantFrom('keep', 'shift'), (index, closes, later) => {
        const moved = move(index, closes.toISOString(), later)
        if (!moved.ok) return
        const dated = moved.value.stages.filter((stage) => stage.on && stage.closes !== null).map(({ closes }) => closes ?? '')
        expect(dated.toSorted()).toEqual(dated)
        moved.value.stages.forEach((stage, i) => {
          expect((stage.opens ?? '') >= (stages[i]?.opens ?? '')).toBe(true)
        })
      }),
    )
  })
})

describe('a pause gives back the time lost', () => {
  const after = datesAfterPause(stages, '2024-10-01T00:00:00.000Z', '2024-10-03T00:00:00.000Z')
  test('to dates that had not come', () => expect(after[0]?.closes).toBe('2024-10-12T09:00:00.000Z'))
  test('not to those that had', () => expect(after[0]?.opens).toBe('2024-09-08T00:00:00.000Z'))
  test('nor to stages without dates', () => expect(after[4]).toEqual(stages[4]))
})

describe('a stage is left by decision', () => {
  const sheet = { category: 'one', state: 'approved' as const }
  const approved: Concluded = { sheets: [sheet, { ...sheet, category: 'two' }], notices: [], openObjections: 0 }
  const leave = (index: number, batch: typeof good, concluded = approved) => leaveStage(batch, index, concluded, at)
  test('when the batch is in it; what ends early closes then', () => {
    const left = leave(3, { ...good, stage: 3 })
    expect(left.ok && left.value.stages[3]?.closes).toBe(at)
  })
  test('one without dates keeps none', () => expect(leave(4, { ...good, stage: 4 })).toMatchObject({ value: { stages } }))
  test('the deliberation not before every sheet is approved, and not where there was nothing to decide', () =>
    expect([
      code(leave(4, { ...good, stage: 4 }, { ...approved, sheets: [sheet, { category: 'two', state: 'sent' }] })),
      code(leave(4, { ...good, stage: 4 }, { ...approved, sheets: [] })),
    ]).toEqual(['notice.not-decided', 'notice.nothing-decided']))
  test('the notice only when it has run its days and no objection is open', () => {
    const notice = (...notices: string[]) => ({ ...approved, notices: notices.map((ends) => ({ ends, corrections: 0 })) })
    const announced = { ...good, stage: 4, stages: [...stages.slice(0, 4), { ...(stages[4] as StagePlan), kind: 'notice' as const }] }
    expect([
      code(leave(4, announced)),
      code(leave(4, announced, notice('2024-10-01T00:00:00.001Z'))),
      code(leave(4, announced, { ...notice(at), openObjections: 1 })),
      code(leave(4, announced, notice(at))),
    ]).toEqual(['notice.missing', 'notice.running', 'objection.open', 'done'])
  })
  test('never the publication, which ends when the list is published', () => {
    const published = { ...good, stage: 4, stages: [...stages.slice(0, 4), { ...(stages[4] as StagePlan), kind: 'publish' as const }] }
    expect(code(leave(4, published))).toBe('stage.publishes')
  })
  test('not collecting, not endorsing', () =>
    expect([code(leave(0, good)), code(leave(2, { ...good, stage: 2 }))]).toEqual(['stage.dated', 'stage.dated']))
  test('not before it is reached, not after it was left', () =>
    expect([code(leave(3, good)), code(leave(3, { ...good, stage: 4 }))]).toEqual(['stage.not-reached', 'stage.left']))
  test('not while the batch is paused', () => expect(code(leave(3, { ...good, stage: 3, state: 'paused' }))).toBe('batch.paused'))
})
