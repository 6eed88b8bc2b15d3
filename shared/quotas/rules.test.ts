import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitRef } from '../organisations/schema.ts'
import type { Category, Quota } from '../templates/schema.ts'
import { toldLimit, unlimited } from './limits.ts'
import { type Call, limitOf, placesOf, proposeQuotas, recommendersBelow, writtenOver } from './rules.ts'
import { fillByShare, placesByShare, shareOf } from './shares.ts'

const unit = (id: string, kind: UnitRef['kind']): UnitRef => ({ id, name: id, kind })
const national = unit('national', 'national')
const province = unit('jiangsu', 'province')
const xpcc = unit('xpcc', 'xpcc')
const ministry = unit('moe', 'ministry')
const university = unit('university', 'university')
const category = (key: string, applicant: Category['applicant']): Category => ({
  key,
  title: { zh: key, en: key },
  applicant,
  type: key,
  form: 'form',
  eligibility: [],
  bars: { unfinishedSameType: false, awardedSameCategory: false },
  perUnit: 1,
})
const ratio: Quota = { level: 'province', rule: { ratio: 0.15, of: 'universities', rounding: 'down' }, named: [] }
const direct: Quota = { level: 'university', under: 'ministry', rule: { number: 1 }, named: [] }
const corps: Quota = { level: 'university', under: 'xpcc', rule: { number: 2 }, named: [{ code: '4165010757', number: 4 }] }
const call: Call = {
  categories: [category('projects', 'university'), category('branches', 'branch')],
  endorsement: {
    levels: { university: ['university', 'province'], branch: ['college', 'university', 'province'] },
    direct: ['ministry'],
    duties: {},
  },
  quotas: [ratio, direct, corps],
}
const both = ['projects', 'branches']
const limits = (of: UnitRef, above: UnitRef[], more: { code?: string; universities?: number } = {}, given = call, host = national) =>
  proposeQuotas({ universities: 0, ...of, ...more }, above, given, host, both).map((row) => `${row.level} ${row.category} ${row.limit}`)

describe('a unit gets its places', () => {
  test('a province by ratio of its universities', () =>
    expect(limits(province, [national], { universities: 167 })).toEqual(['province projects 25', 'province branches 25']))
  test('a university under a province none of its own', () => expect(limits(university, [national, province])).toEqual([]))
  test('a university under a ministry, which recommends directly', () =>
    expect(limits(university, [national, ministry])).toEqual(['university projects 1', 'university branches 1']))
  test('a ministry whose universities recommend directly none', () =>
    expect(limits(ministry, [national], { universities: 75 })).toEqual([]))
  test('a university of the Corps by its kind', () => expect(limits(university, [national, xpcc])).toContain('university projects 2'))
  test('a named university of the Corps by its name', () =>
    expect(limits(university, [national, xpcc], { code: '4165010757' })).toContain('university projects 4'))
  test('the Corps itself without limit where the call sets none', () =>
    expect(limits(xpcc, [national])).toEqual([`province projects ${unlimited}`, `province branches ${unlimited}`]))
  test('a college of a university that hosts its own round', () =>
    expect(limits(unit('college', 'college'), [national, province, university], {}, call, university)).toEqual([
      `college branches ${unlimited}`,
    ]))
  test('none, where it does not lie below the host', () =>
    expect(limits(university, [national, xpcc], {}, call, unit('elsewhere', 'university'))).toEqual([]))
  test('only in categories that are on', () =>
    expect(placesOf(province, [national], call, national, ['projects'])).toEqual([{ level: 'province', category: 'projects' }]))
})

describe('the tree is walked down', () => {
  const further = (of: UnitRef, above: UnitRef[], host = national) => recommendersBelow(of, above, call, host, both)
  test('below the host', () => expect(further(national, [])).toBe(true))
  test('below a ministry whose universities recommend directly', () => expect(further(ministry, [national])).toBe(true))
  test('not below a province that recommends itself', () => expect(further(province, [national])).toBe(false))
  test('below a province that hosts', () => expect(further(province, [national], province)).toBe(true))
})

describe('the most particular quota holds', () => {
  const quota = (number: number, more: Partial<Quota> = {}): Quota => ({ level: 'university', rule: { number }, named: [], ...more })
  const limit = (...quotas: Quota[]) => limitOf({ code: '4111010001', universities: 0 }, quotas).limit
  const named = quota(0, { named: [{ code: '4111010001', number: 9 }] })
  test('a named unit before everything', () => expect(limit(quota(1), quota(2, { under: 'xpcc', category: 'a' }), named)).toBe(9))
  test('under a kind of supervising unit before the level', () =>
    expect(limit(quota(1, { category: 'a' }), quota(2, { under: 'xpcc' }))).toBe(2))
  test('with a category before one without', () => expect(limit(quota(1), quota(2, { category: 'a' }))).toBe(2))
  test('no quota is no limit', () => expect(limit()).toBe(unlimited))
  test('whatever their order', () => {
    const quotas = [quota(1), quota(2, { under: 'xpcc' }), quota(3, { category: 'a' }), named]
    fc.assert(
      fc.property(fc.shuffledSubarray(quotas, { minLength: 4 }), (shuffled) => {
        expect(limit(...shuffled)).toBe(9)
      }),
    )
  })
})

describe('a share', () => {
  test.each([
    [20, 0.15, 'down', 3],
    [100, 0.07, 'up', 7],
    [10, 0.15, 'down', 1],
    [10, 0.15, 'up', 2],
    [10, 0.15, 'half-up', 2],
    [0, 0.15, 'up', 0],
  ] as const)('of %i at %d rounded %s is %i', (count, share, rounding, result) => expect(shareOf(count, share, rounding)).toBe(result))
  test('is never below the least the call grants', () =>
    expect(
      limitOf({ universities: 2 }, [{ ...ratio, rule: { ratio: 0.15, of: 'universities', rounding: 'down', atLeast: 1 } }]).limit,
    ).toBe(1))
  test('never passes the whole, and grows with the number of universities', () =>
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom('down', 'up', 'half-up'),
        (count, thousandths, rounding) => {
          const share = shareOf(count, thousandths / 1000, rounding)
          expect(share).toBeLessThanOrEqual(count)
          expect(Math.abs(share - (count * thousandths) / 1000)).toBeLessThan(1)
          expect(shareOf(count + 1, thousandths / 1000, rounding)).toBeGreaterThanOrEqual(share)
        },
      ),
    ))
})

test('nobody is told a number where the call sets none', () => {
  expect([toldLimit(undefined), toldLimit(unlimited), toldLimit(0), toldLimit(7)]).toEqual([undefined, undefined, 0, 7])
})

describe('a host fills in by ratio', () => {
  const share = { ratio: 0.15, rounding: 'down' } as const
  const below = (unit: string, count: number, of: 'university' | 'branch' = 'university') => ({ unit, of, count })
  test('a number for each unit with units below, and none for the others', () =>
    expect(fillByShare([below('jiangsu', 167), below('alone', 0), below('tibet', 7)], 'projects', share)).toEqual([
      { unit: 'jiangsu', category: 'projects', limit: 25, share },
      { unit: 'tibet', category: 'projects', limit: 1, share },
    ]))
  test('rounded as is said, and never less than the least', () => {
    const limits = (more: object) => fillByShare([below('tibet', 3)], 'projects', { ...share, ...more }).map(({ limit }) => limit)
    expect([limits({}), limits({ rounding: 'up' }), limits({ rounding: 'half-up' }), limits({ atLeast: 2 })]).toEqual([[0], [1], [0], [2]])
  })
  test('with the number that the call itself would give by the same ratio', () => {
    const [given] = proposeQuotas({ ...province, universities: 167 }, [national], call, national, ['projects'])
    expect(placesByShare(below('jiangsu', 167), share)).toEqual({ limit: given?.limit, basis: given?.basis })
  })
  test('and the number says what it was reckoned from', () =>
    expect(placesByShare(below('college', 8, 'branch'), share).basis).toMatchObject({ universities: 8, of: 'branch' }))
})

describe('a number goes over the one it was made from', () => {
  const change = (from?: number | null) => ({ unit: 'jiangsu', category: 'projects', limit: 9, ...(from !== undefined && { from }) })
  const over = (from: number | null | undefined, now: number | undefined) =>
    writtenOver([change(from)], [now === undefined ? undefined : { limit: now }]).length
  test('and over no other', () => expect([over(7, 7), over(7, 8)]).toEqual([0, 1]))
  test('or over none where there was none', () => expect([over(null, undefined), over(null, 8), over(7, undefined)]).toEqual([0, 1, 1]))
  test('or over any, when it is not said what it was made from', () => expect(over(undefined, 8)).toBe(0))
})
