import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactOf } from '../../events/catalogue.ts'
import type { Batch, StagePlan } from '../batches/schema.ts'
import { decline, type Endorsing, giveBack, moveCorrection, recommend, takeUp, undo } from '../endorsements/rules.ts'
import type { Outcome } from '../outcome.ts'
import { holderOf, levelsPassed, standingAfter } from './after.ts'
import { discard, disqualify, qualify, recall, submit } from './rules.ts'
import type { Level, Submission } from './schema.ts'
import { type SubmissionFact, transitions } from './states.ts'

const at = '2026-09-20T00:00:00.000Z'
const stage = (kind: StagePlan['kind'], level?: StagePlan['level']): StagePlan => ({
  key: `${kind}-${level ?? 'all'}`,
  kind,
  title: { zh: kind, en: kind },
  ...(level && { level }),
  opens: '2026-09-01T00:00:00.000Z',
  closes: '2026-10-01T00:00:00.000Z',
  on: true,
})
const batch = {
  id: '01J9ZX4N6T0000000000000010',
  state: 'open',
  stage: 0,
  stages: [stage('collect'), stage('endorse', 'college'), stage('endorse', 'university'), stage('endorse', 'province'), stage('screen')],
} as unknown as Batch
const collected = { ...batch, stages: batch.stages.map((each) => (each.kind === 'collect' ? { ...each, closes: at } : each)) }
const level = (name: Level['level']): Level => ({
  level: name,
  unit: { id: name, name, kind: 'university' },
  takesPlace: name === 'province',
})
const form = { sections: [] }
const ways: Level[][] = [
  [],
  [level('province')],
  [level('university'), level('province')],
  [level('college'), level('university'), level('province')],
]

const drafted = (way: Level[]): Submission =>
  ({
    id: '01J9ZX4N6T0000000000000020',
    batch: batch.id,
    category: 'one',
    state: 'draft',
    way,
    level: null,
    version: 0,
    seq: 1,
  }) as unknown as Submission

type Act = { act: SubmissionFact; unit: Level['level'] }
/** What somebody tries: any act, by any unit. The rules say whether it becomes true. */
const acts: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom<SubmissionFact>(
    'submission.submitted',
    'submission.recalled',
    'submission.discarded',
    'submission.returned',
    'submission.correction-moved',
    'submission.return-undone',
    'submission.recommended',
    'submission.recommendation-undone',
    'submission.declined',
    'submission.qualified',
    'submission.disqualified',
  ),
  unit: fc.constantFrom<Level['level']>('college', 'university', 'province'),
})

function attempt(submission: Submission, { act, unit }: Act, used: Record<string, number>): Outcome<FactOf<SubmissionFact>> {
  const standing = { batch, submission, at }
  const endorsing: Endorsing = { batch, submission, form, unit, places: { limit: 1, used: used[unit] ?? 0 }, duties: {}, at }
  switch (act) {
    case 'submission.submitted':
      return submit({ ...standing, problems: [], unchecked: [], frozen: { sha256: 'h', receipt: 'r' } })
    case 'submission.recalled':
      return recall(standing)
    case 'submission.discarded':
      return discard(standing)
    case 'submission.returned':
      return giveBack(endorsing, { comments: { general: '请修改' }, until: '2026-09-25T00:00:00.000Z' })
    case 'submission.correction-moved':
      return moveCorrection(endorsing, '2026-09-26T00:00:00.000Z')
    case 'submission.return-undone':
      return takeUp({ ...endorsing, batch: collected, at: '2026-09-27T00:00:00.000Z' }, '按原件审核')
    case 'submission.recommended':
      return recommend(endorsing, { opinion: '同意' })
    case 'submission.recommendation-undone':
      return undo(endorsing, '误操作')
    case 'submission.declined':
      return decline(endorsing, '不符合')
    case 'submission.qualified':
      return qualify(standing)
    default:
      return disqualify(standing, '不符合')
  }
}

/** What holds of every submission at every moment. */
function holds(before: Submission, submission: Submission, fact: FactOf<SubmissionFact>, used: Record<string, number>): void {
  const { state, way } = submission
  expect(transitions[fact.type].from).toContain(before.state)
  if (state === 'draft' || state === 'returned' || state === 'discarded') expect(submission.level).toBeNull()
  else if (state === 'submitted' || state === 'declined') expect(submission.level).toBeLessThan(way.length)
  else expect(submission.level).toBe(way.length)
  expect(holderOf(submission) === null).toBe(submission.level === null)
  expect(submission.version - before.version).toBe(fact.type === 'submission.submitted' ? 1 : 0)
  if (state !== 'draft' && state !== 'discarded') expect(submission.version).toBeGreaterThan(0)
  if (state === 'returned') expect(submission.correctUntil).toBeDefined()
  if (state === 'recommended' || state === 'qualified') expect(submission.correctUntil).toBeUndefined()
  for (const [index, { unit }] of way.entries()) expect(used[unit.id] ?? 0).toBe(levelsPassed(submission) > index ? 1 : 0)
}

describe('whatever is tried in whatever order', () => {
  test('a submission stays whole: one holder, versions that only grow, places used by exactly the levels that have recommended it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.array(acts, { maxLength: 40 }), (way, tried) => {
        let submission = drafted(way)
        const used: Record<string, number> = {}
        for (const act of tried) {
          const outcome = attempt(submission, act, used)
          if (!outcome.ok) continue
          const fact = outcome.value
          if (fact.type === 'submission.recommended') used[fact.unit] = (used[fact.unit] ?? 0) + 1
          if (fact.type === 'submission.recommendation-undone' && submission.state !== 'declined')
            used[fact.unit] = (used[fact.unit] ?? 0) - 1
          const next: Submission = { ...submission, ...standingAfter(submission, fact, at) }
          holds(submission, next, fact, used)
          submission = next
        }
      }),
      { numRuns: 2000 },
    )
  })
  test('every state but those of the end can be left again', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.array(acts, { minLength: 20, maxLength: 60 }), (way, tried) => {
        let submission = drafted(way)
        for (const act of tried) {
          const outcome = attempt(submission, act, {})
          if (outcome.ok) submission = { ...submission, ...standingAfter(submission, outcome.value, at) }
          reached.add(submission.state)
        }
      }),
      { numRuns: 500, seed: 7 },
    )
    expect([...reached].sort()).toEqual([
      'declined',
      'discarded',
      'disqualified',
      'draft',
      'qualified',
      'recommended',
      'returned',
      'submitted',
    ])
  })
})
