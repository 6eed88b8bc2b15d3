import { describe, expect, test } from 'vitest'
import type { Batch, StagePlan } from '../batches/schema.ts'
import type { Problem } from '../forms/schema.ts'
import { doneBy, mayWrite, recall, type Saving, type Standing, type Submitting, saveSection, submit, untilWithin } from './rules.ts'
import type { Submission } from './schema.ts'

const closes = '2026-10-10T16:00:00.000Z'
const at = '2026-10-10T15:59:59.999Z'
const collect: StagePlan = {
  key: 'collect',
  kind: 'collect',
  title: { zh: '填报', en: 'Collect' },
  opens: '2026-09-01T00:00:00.000Z',
  closes,
  on: true,
}
const good: Standing = {
  batch: { id: 'b', state: 'open', stage: 0, stages: [collect] } as unknown as Batch,
  submission: {
    id: 's',
    batch: 'b',
    category: 'one',
    state: 'draft',
    way: [{ level: 'province', unit: { id: 'p', name: '某省', kind: 'province' }, takesPlace: true }],
    level: null,
    version: 0,
  } as unknown as Submission,
  at,
}
const but = (changes: Partial<Submission>): Submission => ({ ...good.submission, ...changes })
const code = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'ok' : outcome.code)
const problem: Problem = { path: 'a.b', code: 'required', message: { zh: '请填写', en: 'Fill in' } }

describe('a section is written', () => {
  test('while its applicant has it, until the last millisecond', () => expect(code(mayWrite(good))).toBe('ok'))
  test('not at the moment of closing', () => expect(code(mayWrite({ ...good, at: closes }))).toBe('stage.closed'))
  test('not once handed in', () =>
    expect(code(mayWrite({ ...good, submission: but({ state: 'submitted' }) }))).toBe('submission.not-editable'))
  test('after closing, when returned, until the date set', () =>
    expect(code(mayWrite({ ...good, at: closes, submission: but({ state: 'returned', correctUntil: '2026-10-12T00:00:00.000Z' }) }))).toBe(
      'ok',
    ))
  test('not after that date', () =>
    expect(
      code(
        mayWrite({
          ...good,
          at: '2026-10-12T00:00:00.000Z',
          submission: but({ state: 'returned', correctUntil: '2026-10-12T00:00:00.000Z' }),
        }),
      ),
    ).toBe('correction.closed'))
  test('not while the batch is paused', () =>
    expect(code(mayWrite({ ...good, batch: { ...good.batch, state: 'paused' } }))).toBe('batch.paused'))
})

describe('a save', () => {
  const saving: Saving = { mark: { v: 3, h: 'old', p: 0 }, version: 3, hash: 'new' }
  const said = (changes: Partial<Saving>) => {
    const outcome = saveSection({ ...saving, ...changes })
    return outcome.ok ? outcome.value : outcome.code
  }
  test('goes over the version its writer has seen', () => expect(said({})).toBe('save'))
  test('is the first when there is none', () => expect(said({ mark: undefined, version: 0 })).toBe('save'))
  test('does not go over a newer one', () => expect(said({ version: 2 })).toBe('section.changed'))
  test('does not go over one that does not exist yet', () => expect(said({ version: 4 })).toBe('section.changed'))
  test('of the same content is there already', () => expect(said({ version: 2, hash: 'old' })).toBe('saved-already'))
  test('counts a section as done when it has no problem left, and no longer when it has one again', () =>
    expect([
      doneBy(undefined, 0),
      doneBy({ v: 1, h: '', p: 2 }, 0),
      doneBy({ v: 1, h: '', p: 0 }, 1),
      doneBy({ v: 1, h: '', p: 0 }, 0),
      doneBy(undefined, 3),
    ]).toEqual([1, 1, -1, 0, 0]))
})

describe('a submission is handed in', () => {
  const submitting: Submitting = { ...good, problems: [], unchecked: [], frozen: { sha256: 'h', receipt: 'r' } }
  const said = (changes: Partial<Submitting>) => code(submit({ ...submitting, ...changes }))
  test('when nothing is missing', () => expect(submit(submitting)).toMatchObject({ ok: true, value: { version: 1, receipt: 'r' } }))
  test('not with a problem', () => expect(said({ problems: [problem] })).toBe('submission.incomplete'))
  test('not with a file on its way', () => expect(said({ unchecked: [{ name: 'a.pdf', state: 'waiting' }] })).toBe('file.unchecked'))
  test('not with a file that was refused', () => expect(said({ unchecked: [{ name: 'a.pdf', state: 'refused' }] })).toBe('file.not-usable'))
  test('not at the moment of closing', () => expect(said({ at: closes })).toBe('stage.closed'))
  test('not twice', () => expect(said({ submission: but({ state: 'submitted', level: 0, version: 1 }) })).toBe('submission.not-editable'))
})

describe('what was handed in is taken back', () => {
  const standing: Standing = { ...good, submission: but({ state: 'submitted', level: 0, version: 1 }) }
  test('until the deadline', () => expect(code(recall(standing))).toBe('ok'))
  test('not afterwards', () => expect(code(recall({ ...standing, at: closes }))).toBe('stage.closed'))
  test('not once a level has recommended it', () =>
    expect(code(recall({ ...standing, submission: but({ state: 'recommended', level: 1, version: 1 }) }))).toBe('submission.with-others'))
  test('also where nobody recommends and it lies with the host', () =>
    expect(code(recall({ ...standing, submission: but({ state: 'recommended', way: [], level: 0, version: 1 }) }))).toBe('ok'))
})

describe('a date for correction', () => {
  test('lies ahead and within the unit’s own dates', () =>
    expect(untilWithin('2026-10-12T00:00:00.000Z', at, '2026-10-12T00:00:00.000Z')).toBeUndefined())
  test('not behind', () => expect(untilWithin(at, at, null)?.code).toBe('correction.past'))
  test('not after them', () =>
    expect(untilWithin('2026-10-12T00:00:00.001Z', at, '2026-10-12T00:00:00.000Z')?.code).toBe('correction.too-late'))
})
