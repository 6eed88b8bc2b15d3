import { describe, expect, test } from 'vitest'
import type { Batch, StagePlan } from '../batches/schema.ts'
import { judge } from '../forms/expressions.ts'
import { Category } from '../templates/schema.ts'
import type { Level } from './schema.ts'
import { actingWay, type Starting, start } from './start.ts'

const at = '2026-09-20T00:00:00.000Z'
const closes = '2026-10-10T00:00:00.000Z'
const stage = (kind: StagePlan['kind'], level?: StagePlan['level']): StagePlan => ({
  key: level ?? kind,
  kind,
  title: { zh: '环节', en: 'Stage' },
  ...(level && { level }),
  opens: '2026-09-01T00:00:00.000Z',
  closes,
  on: true,
})
const category = (changes: object = {}): Category =>
  Category.parse({
    key: 'one',
    title: { zh: '类别', en: 'One' },
    applicant: 'university',
    type: 'culture',
    form: 'form',
    bars: { unfinishedSameType: true, awardedSameCategory: true },
    perUnit: 2,
    ...changes,
  })
const award = {
  id: 'a',
  unit: 'u',
  batch: 'earlier',
  programme: 'p',
  category: 'one',
  type: 'culture',
  state: 'open' as const,
  number: 'N-1',
  ends: '2026-12-31',
  title: '先前的项目',
}
const programme = { key: 'p', title: { zh: '专项', en: 'Programme' } }
const good: Starting = {
  batch: {
    id: 'b',
    state: 'open',
    stage: 0,
    stages: [stage('collect')],
    categories: [{ key: 'one', on: true, places: 1 }],
  } as unknown as Batch,
  template: { programme, categories: [category()] },
  category: 'one',
  unit: { id: 'u', name: '演示大学', kind: 'university' },
  awards: [],
  award: undefined,
  entered: 1,
}
const code = (facts: Starting, when = at) => {
  const outcome = start(facts, 'id', when, judge)
  return outcome.ok ? outcome.value.title : outcome.code
}
const withCategory = (changes: object): Starting => ({ ...good, template: { programme, categories: [category(changes)] } })

describe('a unit starts a submission', () => {
  test('called by its own name at first', () => expect(code(good)).toBe('演示大学'))
  test('not after the deadline', () => expect(code(good, closes)).toBe('stage.closed'))
  test('not in a category that is off', () =>
    expect(code({ ...good, batch: { ...good.batch, categories: [{ key: 'one', on: false, places: 1 }] } })).toBe('batch.category-absent'))
  test('not in a category for others', () => expect(code({ ...good, unit: { ...good.unit, kind: 'college' } })).toBe('batch.not-invited'))
  test('not beyond the number of entries', () => expect(code({ ...good, entered: 2 })).toBe('submission.entered-already'))
  test('not with an unfinished award of the same type', () =>
    expect(code({ ...good, awards: [{ ...award, category: 'two' }] })).toBe('eligibility.unfinished'))
  test('not when it was awarded in the category before', () =>
    expect(code({ ...good, awards: [{ ...award, state: 'closed' as never }] })).toBe('eligibility.awarded-before'))
  test('where others of its university were', () => expect(code({ ...good, awards: [{ ...award, unit: 'another' }] })).toBe('演示大学'))
})

describe('a check of an award is started', () => {
  const checking: Starting = { ...withCategory({ startsFrom: { award: {} }, bars: {} }), awards: [award], award: 'a', entered: 0 }
  test('by its holder, under the award’s title', () => expect(code(checking)).toBe('先前的项目'))
  test('not without naming the award', () => expect(code({ ...checking, award: undefined })).toBe('submission.award-missing'))
  test('not for another unit’s award', () =>
    expect(code({ ...checking, awards: [award, { ...award, id: 'other', unit: 'another' }], award: 'other' })).toBe(
      'submission.award-missing',
    ))
  test('not when it is closed', () => expect(code({ ...checking, awards: [{ ...award, state: 'closed' }] })).toBe('eligibility.no-award'))
  test('once', () => expect(code({ ...checking, entered: 1 })).toBe('submission.entered-already'))
})

test('a level whose stage is left out does not act; the last that remains takes a place', () => {
  const level = (name: Level['level'], takesPlace: boolean): Level => ({
    level: name,
    unit: { id: name, name, kind: 'university' },
    takesPlace,
  })
  const way = [level('college', false), level('university', false), level('province', true)]
  const batch = { stages: [stage('endorse', 'college'), stage('endorse', 'university'), { ...stage('endorse', 'province'), on: false }] }
  expect(actingWay(batch, way).map(({ level: name, takesPlace }) => `${name}:${takesPlace}`)).toEqual(['college:false', 'university:true'])
})
