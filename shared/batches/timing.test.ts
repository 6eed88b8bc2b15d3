import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StagePlan } from './schema.ts'
import {
  applyingOpen,
  closesNow,
  opensNow,
  reminderOf,
  remindsNow,
  type StageProgress,
  stageOpen,
  stageRuns,
  type Timed,
} from './timing.ts'

const title = { zh: '环节', en: 'Stage' }
const stages: StagePlan[] = [
  { key: 'collect', kind: 'collect', title, opens: '2024-09-08T00:00:00.000Z', closes: '2024-10-10T09:00:00.000Z', on: true },
  {
    key: 'uni',
    kind: 'endorse',
    level: 'university',
    title,
    opens: '2024-09-20T00:00:00.000Z',
    closes: '2024-10-15T09:00:00.000Z',
    on: true,
  },
  { key: 'prov', kind: 'endorse', level: 'province', title, opens: null, closes: '2024-10-25T09:00:00.000Z', on: true },
  { key: 'review', kind: 'review', title, opens: null, closes: null, on: true },
  { key: 'notice', kind: 'notice', title, opens: null, closes: null, on: false },
]
const good: Timed = { state: 'open', stage: 0, stages }
const during = '2024-10-01T00:00:00.000Z'
const code = (batch: Timed, kind: StagePlan['kind'], level: StagePlan['level'], at: string) => {
  const outcome = stageOpen(batch, kind, level, at)
  return outcome.ok ? 'open' : outcome.code
}

describe('a stage is open', () => {
  test('between its dates', () => expect(code(good, 'collect', undefined, during)).toBe('open'))
  test('at the very instant of opening', () => expect(code(good, 'collect', undefined, '2024-09-08T00:00:00.000Z')).toBe('open'))
  test('a millisecond before closing', () => expect(code(good, 'collect', undefined, '2024-10-10T08:59:59.999Z')).toBe('open'))
  test('not a millisecond before opening', () => expect(code(good, 'collect', undefined, '2024-09-07T23:59:59.999Z')).toBe('stage.not-yet'))
  test('not at the very instant of closing', () =>
    expect(code(good, 'collect', undefined, '2024-10-10T09:00:00.000Z')).toBe('stage.closed'))
  test('for its own level only', () => expect(code(good, 'endorse', 'province', during)).toBe('stage.not-reached'))
  test('for a level whose dates overlap collecting', () => expect(code(good, 'endorse', 'university', during)).toBe('open'))
  test('without an opening date from when the batch reaches it', () =>
    expect(code({ ...good, stage: 2 }, 'endorse', 'province', during)).toBe('open'))
  test('without a closing date until the batch leaves it', () =>
    expect(code({ ...good, stage: 4 }, 'review', undefined, during)).toBe('stage.left'))
  test('not after an early decision, whatever its closing date', () =>
    expect(code({ ...good, stage: 1 }, 'collect', undefined, during)).toBe('stage.left'))
  test('without dates while the batch is in it', () =>
    expect(code({ ...good, stage: 3 }, 'review', undefined, '2030-01-01T00:00:00.000Z')).toBe('open'))
  test('not when it was switched off', () => expect(code({ ...good, stage: 4 }, 'notice', undefined, during)).toBe('stage.absent'))
  test('not when the batch has no such stage', () => expect(code(good, 'publish', undefined, during)).toBe('stage.absent'))
  test.each([
    ['draft', 'batch.not-open'],
    ['paused', 'batch.paused'],
    ['cancelled', 'batch.cancelled'],
    ['completed', 'batch.completed'],
  ] as const)('not while the batch is %s', (state, refusal) => expect(code({ ...good, state }, 'collect', undefined, during)).toBe(refusal))
  test('closing is said in Beijing time', () =>
    expect(stageOpen(good, 'collect', undefined, '2024-10-10T09:00:00.000Z')).toMatchObject({
      details: { zh: '2024年10月10日 17:00（北京时间）' },
    }))

  test('at every instant it is either too early, open, or too late, in this order', () => {
    const order = { 'stage.not-yet': 0, open: 1, 'stage.closed': 2 } as Record<string, number>
    const instant = fc.date({ min: new Date('2024-08-01'), max: new Date('2024-12-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        const ranks = [first, second].map((when) => order[code(good, 'collect', undefined, when.toISOString())] ?? -1)
        expect(Math.min(...ranks)).toBeGreaterThanOrEqual(0)
        expect(ranks[0]).toBeLessThanOrEqual(ranks[1] ?? -1)
      }),
    )
  })
})

describe('the stage that a batch is in', () => {
  const runs = (batch: Timed, kind: StagePlan['kind'] = 'review', at = during) => {
    const outcome = stageRuns(batch, kind, at)
    return outcome.ok ? 'runs' : outcome.code
  }
  test('runs, and no other one does', () =>
    expect([2, 3, 4].map((stage) => runs({ ...good, stage }))).toEqual(['stage.not-reached', 'runs', 'stage.left']))
  test('does not run before the batch has come to it, though its date has', () => {
    const early = stages.map((stage, i) => (i === 3 ? { ...stage, opens: '2024-09-01T00:00:00.000Z' } : stage))
    expect([runs({ ...good, stages: early }), runs({ ...good, stages: early, stage: 3 })]).toEqual(['stage.not-reached', 'runs'])
  })
  test('does not run while the batch is paused', () => expect(runs({ ...good, stage: 3, state: 'paused' })).toBe('batch.paused'))
})

describe('a stage is over for the workflow', () => {
  const over = (index: number, at: string, enteredAt: string | undefined = during, batch: Timed = good) =>
    closesNow(batch, index, enteredAt, at)
  const late = '2024-10-10T09:01:00.000Z'
  test('a minute after it closes, when the last requests are written', () =>
    expect([over(0, '2024-10-10T09:00:59.999Z'), over(0, late)]).toEqual([false, true]))
  test('not before the batch has come to it', () =>
    expect([over(1, '2024-12-01T00:00:00.000Z'), over(1, '2024-12-01T00:00:00.000Z', during, { ...good, stage: 1 })]).toEqual([
      false,
      true,
    ]))
  test('not while the batch is paused', () => expect(over(0, late, during, { ...good, state: 'paused' })).toBe(false))
  test('never because of a day, where it is to decide, to announce or to publish', () => {
    const dated = stages.map((stage, i) => (i === 4 ? { ...stage, on: true, closes: '2024-11-01T00:00:00.000Z' } : stage))
    expect(over(4, '2024-12-01T00:00:00.000Z', during, { ...good, stage: 4, stages: dated })).toBe(false)
  })
  test('not when it has no date', () => expect(over(3, late, during, { ...good, stage: 3 })).toBe(false))
  test('of the host’s own only if the batch came to it in time; announced dates hold in any case', () => {
    const dated = {
      ...good,
      stage: 3,
      stages: stages.map((stage, i) => (i === 3 ? { ...stage, closes: '2024-11-01T00:00:00.000Z' } : stage)),
    }
    expect([
      over(3, '2024-12-01T00:00:00.000Z', '2024-10-31T00:00:00.000Z', dated),
      over(3, '2024-12-01T00:00:00.000Z', '2024-11-02T00:00:00.000Z', dated),
    ]).toEqual([true, false])
    expect(over(0, late, '2024-12-01T00:00:00.000Z')).toBe(true)
  })
})

describe('a stage opens for those concerned', () => {
  const opens = (index: number, at: string, progress: Partial<StageProgress> = {}, batch: Timed = good) =>
    opensNow(batch, index, { state: 'waiting', ...progress }, at)
  test('when its opening date comes, whether or not the batch has come to it', () =>
    expect([opens(1, '2024-09-19T23:59:59.999Z'), opens(1, '2024-09-20T00:00:00.000Z')]).toEqual([false, true]))
  test('without a date when the batch comes to it', () =>
    expect([opens(2, during), opens(2, during, { state: 'active' })]).toEqual([false, true]))
  test('once, not after it was left, not while the batch is paused, not when it was switched off', () =>
    expect([
      opens(1, during, { openedAt: during }),
      opens(1, during, { state: 'left' }),
      opens(1, during, {}, { ...good, state: 'paused' }),
      opens(4, during, { state: 'active' }),
    ]).toEqual([false, false, false, false]))
})

describe('a reminder', () => {
  const reminds = (at: string, progress: Partial<StageProgress> = {}, batch: Timed = good) =>
    remindsNow(batch, 0, { state: 'active', ...progress }, at)
  test('is due from two days before the end until the end', () =>
    expect(
      ['2024-10-08T08:59:59.999Z', '2024-10-08T09:00:00.000Z', '2024-10-10T08:59:59.999Z', '2024-10-10T09:00:00.000Z'].map((at) =>
        reminds(at),
      ),
    ).toEqual([false, true, true, false]))
  test('is due once for each closing time, not of a stage that is over, not while the batch is paused', () =>
    expect([
      reminds('2024-10-09T00:00:00.000Z', { remindedOf: '2024-10-10T09:00:00.000Z' }),
      reminds('2024-10-09T00:00:00.000Z', { remindedOf: '2024-10-08T09:00:00.000Z' }),
      reminds('2024-10-09T00:00:00.000Z', { answer: { why: 'decided' } }),
      reminds('2024-10-09T00:00:00.000Z', {}, { ...good, state: 'paused' }),
    ]).toEqual([false, true, false, false]))
  test('goes out two days before the end', () =>
    expect(reminderOf(stages[0] ?? { opens: null, closes: null })).toBe('2024-10-08T09:00:00.000Z'))
  test('not of a stage shorter than four days, not of one without an end', () =>
    expect([
      reminderOf({ opens: '2024-10-07T00:00:00.000Z', closes: '2024-10-10T00:00:00.000Z' }),
      reminderOf({ opens: null, closes: null }),
    ]).toEqual([null, null]))
})

describe('an applicant may write', () => {
  const late = '2024-10-12T00:00:00.000Z'
  const answer = (until: string | undefined, at: string, batch = good) => {
    const outcome = applyingOpen(batch, until, at)
    return outcome.ok ? 'open' : outcome.code
  }
  test('while collecting is open', () => expect(answer(undefined, during)).toBe('open'))
  test('not after it has closed', () => expect(answer(undefined, late)).toBe('stage.closed'))
  test('after it has closed, until the date of a return', () => expect(answer('2024-10-13T00:00:00.000Z', late)).toBe('open'))
  test('not at the very instant of that date', () => expect(answer(late, late)).toBe('correction.closed'))
  test('not while the batch is paused, whatever was returned', () =>
    expect(answer('2024-10-13T00:00:00.000Z', late, { ...good, state: 'paused' })).toBe('batch.paused'))
})
