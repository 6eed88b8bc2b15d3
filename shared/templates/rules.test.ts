import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endorsementChain } from './chain.ts'
import { type Applying, mayApply, startingAwards } from './eligibility.ts'
import { gradesFor } from './grades.ts'
import { categoryOf, templateOf } from './index.ts'
import { placesFor, type RecommendingUnit } from './quotas.ts'
import type { Template } from './schema.ts'

function template(key: string): Template {
  const found = templateOf(key, 1)
  if (!found) throw new Error(`no template ${key}`)
  return found
}
const shuangchuang = template('shuangchuang-4')
const jingpin = template('jingpin-2024')
const acceptance = template('shuangchuang-acceptance')

describe('a unit may apply', () => {
  const good: Applying = {
    unit: { kind: 'branch', code: '4111010001', level: '', province: '11', supervisor: 'province' },
    awards: [{ programme: 'shuangchuang', category: 'benchmark-college', type: 'benchmark-college', state: 'open' }],
    history: [{ event: 'closed', programme: 'shuangchuang', category: 'benchmark-college', type: 'benchmark-college' }],
    entered: 0,
  }
  const own = { programme: 'shuangchuang', category: 'model-branch', type: 'model-branch', state: 'open' } as const
  const code = (change: Partial<Applying>, from = shuangchuang, key = 'model-branch') => {
    const category = categoryOf(from, key)
    const outcome = category && mayApply(from, category, { ...good, ...change })
    return outcome?.ok ? 'yes' : outcome?.code
  }
  test.each<[string, Partial<Applying>, string]>([
    ['when it is of the right kind and nothing bars it', {}, 'yes'],
    ['not when another kind of unit applies', { unit: { ...good.unit, kind: 'college' } }, 'category.other-kind'],
    ['not a second time', { entered: 1 }, 'category.entered-enough'],
    ['not while an award of the same type is open', { awards: [own] }, 'category.unfinished'],
    ['not while an award of the same type is extended', { awards: [{ ...own, state: 'extended' }] }, 'category.unfinished'],
    ['not when it was awarded in the category before', { awards: [{ ...own, state: 'closed' }] }, 'category.awarded-before'],
    ['although the same type is open in another programme', { awards: [{ ...own, programme: 'other' }] }, 'yes'],
    [
      'not when an award of its university failed',
      { history: [{ event: 'failed', programme: 'shuangchuang', category: 'model-branch', type: 'model-branch' }] },
      'category.not-eligible',
    ],
    [
      'although an award in another programme failed',
      { history: [{ event: 'failed', programme: 'other', category: 'x', type: 'x' }] },
      'yes',
    ],
  ])('%s', (_, change, expected) => expect(code(change)).toBe(expected))

  const university: Partial<Applying> = { unit: { ...good.unit, kind: 'university' }, awards: [] }
  const project = { programme: 'jingpin', category: 'quality-project', type: 'quality-project' }
  test('for a type again once its project is closed', () => {
    expect(code({ ...university, awards: [{ ...project, state: 'open' }] }, jingpin, 'quality-project')).toBe('category.unfinished')
    expect(code({ ...university, awards: [{ ...project, state: 'closed' }] }, jingpin, 'quality-project')).toBe('yes')
    expect(code({ ...university, awards: [{ ...project, state: 'open' }] }, jingpin, 'research-library')).toBe('yes')
  })
  test('for acceptance only with an unfinished award', () => {
    expect(code({ awards: [] }, acceptance)).toBe('category.no-award')
    expect(code({ awards: [{ ...own, state: 'closed' }] }, acceptance)).toBe('category.no-award')
    expect(code({ awards: [own] }, acceptance)).toBe('yes')
  })
  test('for acceptance with any unfinished award of the programme where categories are left open', () => {
    const [category] = template('jingpin-acceptance').categories
    const awards = [
      { ...project, state: 'extended' as const },
      { ...project, programme: 'other', state: 'open' as const },
    ]
    expect(category && startingAwards(category, awards)).toEqual([awards[0]])
  })
})

describe('a submission is endorsed', () => {
  const chain = (
    host: Parameters<typeof endorsementChain>[2]['host'],
    supervisor: 'province' | 'ministry' | 'xpcc',
    applicant: 'branch' | 'university' = 'branch',
  ) => endorsementChain(shuangchuang, applicant, { host, supervisor })
  test('by college, university and province in a national batch', () =>
    expect(chain('national', 'province')).toEqual(['college', 'university', 'province']))
  test('by the XPCC where it supervises', () => expect(chain('national', 'xpcc')).toContain('province'))
  test('by no level above the university where a ministry supervises', () =>
    expect(chain('national', 'ministry')).toEqual(['college', 'university']))
  test('by nobody at the level of the host or above', () => {
    expect(chain('province', 'province')).toEqual(['college', 'university'])
    expect(chain('university', 'province')).toEqual(['college'])
    expect(chain('college', 'province')).toEqual([])
  })
  test('by the university itself where it applies', () =>
    expect(chain('national', 'province', 'university')).toEqual(['university', 'province']))
})

describe('a unit may recommend', () => {
  const province: RecommendingUnit = { kind: 'province', code: '32', universities: 168 }
  const university = (code: string, supervisor: 'xpcc' | 'ministry' | 'province'): RecommendingUnit => ({
    kind: 'university',
    code,
    supervisor,
    universities: 1,
  })
  test.each<[string, RecommendingUnit, number | undefined]>([
    ['15 % of its universities, rounded down', province, 25],
    ['no less than one', { ...province, universities: 3 }, 1],
    ['exactly the number where the ratio gives one', { ...province, universities: 20 }, 3],
    ['two from a university of the XPCC', university('4165013956', 'xpcc'), 2],
    ['four from 石河子大学', university('4165010759', 'xpcc'), 4],
    ['four from 塔里木大学', university('4165010757', 'xpcc'), 4],
    ['two from a university under a ministry', university('4111010001', 'ministry'), 2],
    ['what it likes where nothing limits it', university('4132010001', 'province'), undefined],
  ])('%s', (_, unit, places) => expect(placesFor(jingpin, 'quality-project', unit)).toBe(places))
  test('by category where the call says so', () => {
    expect(['demonstration-university', 'benchmark-college', 'model-branch'].map((key) => placesFor(shuangchuang, key, province))).toEqual([
      1, 13, 84,
    ])
  })
  test('never more than the ratio of its universities plus one, nor less than what is assured', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (universities) => {
        const places = placesFor(jingpin, 'quality-project', { ...province, universities }) ?? -1
        expect(places).toBeGreaterThanOrEqual(1)
        expect(places).toBeLessThanOrEqual(Math.max(1, (universities * 15) / 100))
      }),
    )
  })
})

describe('grades', () => {
  const grades = acceptance.grades ?? []
  const keys = (...scores: number[]) => {
    const given = gradesFor(
      grades,
      scores.map((score, index) => ({ id: String(index), score })),
    )
    return scores.map((_, index) => given.get(String(index))?.key)
  }
  test('follow the scores', () =>
    expect(keys(95, 89.9, 70, 69.9, 60, 59.9, 0)).toEqual(['excellent', 'passed', 'passed', 'deferred', 'deferred', 'failed', 'failed']))
  test('are excellent for half of them at most', () => expect(keys(91, 99, 95, 93)).toEqual(['passed', 'excellent', 'excellent', 'passed']))
  test('are excellent for none of those tied at the end of the share', () =>
    expect(keys(99, 95, 95, 95)).toEqual(['excellent', 'passed', 'passed', 'passed']))
  test('are not excellent for one alone', () => expect(keys(100)).toEqual(['passed']))
  test('are given to all, never better to a lower score', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (scores) => {
        const order = keys(...scores).map((key) => grades.findIndex((grade) => grade.key === key))
        expect(order).not.toContain(-1)
        expect(order.filter((place) => place === 0).length).toBeLessThanOrEqual(Math.floor(scores.length / 2))
        scores.forEach((score, a) => {
          scores.forEach((other, b) => {
            if (score > other) expect(order[a]).toBeLessThanOrEqual(order[b] ?? 0)
            if (score === other) expect(order[a]).toBe(order[b])
          })
        })
      }),
    )
  })
})
