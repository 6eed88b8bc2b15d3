import { describe, expect, test } from 'vitest'
import { judge } from '../forms/expressions.ts'
import { type Applying, type AwardFact, mayApply } from './eligibility.ts'

const award: AwardFact = {
  id: 'a',
  unit: 'u',
  batch: 'b',
  programme: 'p',
  category: 'c',
  type: 't',
  state: 'closed',
  title: '示范项目',
  number: 'N-1',
  ends: '2026-12-31',
}
const good: Applying = {
  unit: { id: 'u', name: '演示大学', kind: 'university', level: 'undergraduate', supervisor: 'province' },
  category: {
    key: 'c2',
    type: 't',
    applicant: 'university',
    eligibility: [
      { key: 'level', holds: 'unit.level == "undergraduate"', message: { zh: '限本科院校', en: 'undergraduate institutions only' } },
      { key: 'noFailure', holds: '!history.exists(h, h.event == "failed")', message: { zh: '曾验收不合格', en: 'failed an acceptance' } },
    ],
    bars: { unfinishedSameType: true, awardedSameCategory: true },
  },
  programme: 'p',
  awards: [award],
}
const code = (change: Partial<Applying>) => {
  const outcome = mayApply({ ...good, ...change }, judge)
  return outcome.ok ? 'may' : outcome.code
}
const category = (change: Partial<Applying['category']>) => ({ category: { ...good.category, ...change } })
const startsFrom = { award: { programmes: ['p'], categories: ['c'] } }

describe('a unit may apply', () => {
  test('when it meets every condition', () => expect(code({})).toBe('may'))
  test('not in a category for another kind of unit', () => expect(code(category({ applicant: 'branch' }))).toBe('batch.not-invited'))
  test('not with an unfinished project of the same type', () =>
    expect(code({ awards: [{ ...award, state: 'open' }] })).toBe('eligibility.unfinished'))
  test('not while the project of the same type is extended', () =>
    expect(code({ awards: [{ ...award, state: 'extended' }] })).toBe('eligibility.unfinished'))
  test('with an unfinished project of another type', () => expect(code({ awards: [{ ...award, state: 'open', type: 'x' }] })).toBe('may'))
  test('while a unit beside it has one', () => expect(code({ awards: [{ ...award, state: 'open', unit: 'v' }] })).toBe('may'))
  test('not twice in the same category', () => expect(code({ awards: [{ ...award, category: 'c2' }] })).toBe('eligibility.awarded-before'))
  test('again where the award was revoked', () => expect(code({ awards: [{ ...award, category: 'c2', state: 'revoked' }] })).toBe('may'))
  test('again where the call sets no bar', () =>
    expect(
      code({
        ...category({ bars: { unfinishedSameType: false, awardedSameCategory: false } }),
        awards: [{ ...award, category: 'c2', state: 'open' }],
      }),
    ).toBe('may'))
  test('not when a condition does not hold, and is told which', () =>
    expect(mayApply({ ...good, unit: { ...good.unit, level: 'vocational' } }, judge)).toMatchObject({
      code: 'eligibility.not-met',
      details: { zh: '限本科院校' },
    }))
  test('not when what a condition asks for is unknown', () =>
    expect(code({ unit: { ...good.unit, level: undefined } })).toBe('eligibility.not-met'))
  test('not after a failed acceptance of its institution', () =>
    expect(code({ awards: [{ ...award, unit: 'v', state: 'failed' }] })).toBe('eligibility.not-met'))
  test('with an open award where the batch starts from awards', () =>
    expect(code({ ...category({ startsFrom, type: 'check' }), awards: [{ ...award, state: 'open' }] })).toBe('may'))
  test('not with a closed one', () => expect(code(category({ startsFrom }))).toBe('eligibility.no-award'))
  test('not with one of another batch than the source', () =>
    expect(code({ ...category({ startsFrom, type: 'check' }), awards: [{ ...award, state: 'open' }], source: 'b2' })).toBe(
      'eligibility.no-award',
    ))
})
