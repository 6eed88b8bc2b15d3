import { describe, expect, test } from 'vitest'
import { type Applying, mayApply } from '../batches/eligibility.ts'
import { quotasFor, wayOf } from '../endorsements/way.ts'
import { judge } from '../forms/expressions.ts'
import type { UnitRef } from '../organisations/schema.ts'
import { unlimited } from '../quotas/limits.ts'
import { limitOf } from '../quotas/rules.ts'
import { categoryOf, templateOf } from './index.ts'
import type { Category, Template } from './schema.ts'

/** The calls as data, run through the rules of the platform, say what the documents say. */

function template(key: string): Template {
  const found = templateOf(key, 1)
  if (!found) throw new Error(`no template ${key}`)
  return found
}
function category(from: Template, key: string): Category {
  const found = categoryOf(from, key)
  if (!found) throw new Error(`no category ${key}`)
  return found
}
const shuangchuang = template('shuangchuang-4')
const jingpin = template('jingpin-2024')

const unit = (kind: UnitRef['kind'], id: string = kind): UnitRef => ({ id, name: id, kind })
const national = unit('national')
const way = (from: Template, applicant: UnitRef, above: UnitRef[], host: UnitRef = national) =>
  wayOf(applicant, above, from, host).map(({ unit: { id } }) => id)

describe('a submission goes', () => {
  const line = [national, unit('province'), unit('university'), unit('college')]
  test('from a branch through college, university and province', () =>
    expect(way(shuangchuang, unit('branch'), line)).toEqual(['college', 'university', 'province']))
  test('from a university under a ministry straight to the national office', () =>
    expect(way(jingpin, unit('university'), [national, unit('ministry')])).toEqual(['university']))
  test('from a university of the XPCC through the XPCC', () =>
    expect(way(jingpin, unit('university'), [national, unit('xpcc')])).toEqual(['university', 'xpcc']))
  test('within a university no further than the college', () =>
    expect(way(template('shuangchuang-4-internal'), unit('branch'), line, unit('university'))).toEqual(['college']))
  test('from a college to its university in an internal round of projects', () =>
    expect(way(template('jingpin-2024-internal'), unit('college'), line.slice(0, 3), unit('university'))).toEqual([]))
})

describe('a unit may recommend', () => {
  const places = (from: Template, kind: UnitRef['kind'], supervisor: UnitRef['kind'], key: string, code = '1', universities = 168) =>
    limitOf({ code, universities }, quotasFor({ kind }, { kind: supervisor }, from.quotas, key)).limit
  const project = 'quality-project'
  test.each([
    ['15 % of the universities of a province, rounded down', places(jingpin, 'province', 'national', project), 25],
    ['exactly 15 % where that is a whole number', places(jingpin, 'province', 'national', project, '1', 20), 3],
    ['one at least', places(jingpin, 'province', 'national', project, '1', 5), 1],
    ['two from a university of the XPCC', places(jingpin, 'university', 'xpcc', project, '4165013956'), 2],
    ['four from 石河子大学', places(jingpin, 'university', 'xpcc', project, '4165010759'), 4],
    ['four from 塔里木大学', places(jingpin, 'university', 'xpcc', project, '4165010757'), 4],
    ['two from a university under a ministry', places(jingpin, 'university', 'ministry', project), 2],
    ['without limit where the call sets none', places(jingpin, 'university', 'province', project), unlimited],
    ['one university of a province', places(shuangchuang, 'province', 'national', 'demonstration-university'), 1],
    ['four branches of the XPCC', places(shuangchuang, 'xpcc', 'national', 'model-branch'), 4],
  ])('%s', (_, found, expected) => expect(found).toBe(expected))
})

describe('a unit may apply', () => {
  const award = {
    id: 'a',
    title: '示范项目',
    number: 'N-1',
    ends: '2026-12-31',
    unit: 'u',
    batch: 'b',
    programme: 'shuangchuang',
    category: 'model-branch',
    type: 'model-branch',
    state: 'open',
  } as const
  const good: Applying = {
    unit: { id: 'u', name: '支部', kind: 'branch', supervisor: 'province' },
    category: category(shuangchuang, 'model-branch'),
    programme: 'shuangchuang',
    awards: [],
  }
  const may = (change: Partial<Applying>) => mayApply({ ...good, ...change }, judge).ok
  const university = { ...good.unit, kind: 'university' } as const
  const project = { ...award, programme: 'jingpin', category: 'quality-project', type: 'quality-project' } as const
  const quality = { unit: university, category: category(jingpin, 'quality-project'), programme: 'jingpin' }
  const internal = { ...project, programme: 'jingpin-internal', type: category(template('jingpin-2024-internal'), 'quality-project').type }
  test.each<[string, Partial<Applying>, boolean]>([
    ['as a model branch', {}, true],
    ['not as a model branch when it is a college', { unit: { ...good.unit, kind: 'college' } }, false],
    ['not as a model branch again', { awards: [{ ...award, state: 'closed' }] }, false],
    ['not when another unit of its university failed acceptance', { awards: [{ ...award, unit: 'other', state: 'failed' }] }, false],
    ['when another unit of its university failed in another programme', { awards: [{ ...project, unit: 'other', state: 'failed' }] }, true],
    ['not for a type of project while one is unfinished', { ...quality, awards: [project] }, false],
    ['for a type of project once it is finished', { ...quality, awards: [{ ...project, state: 'closed' }] }, true],
    ['for a project after its own university has chosen it', { ...quality, awards: [internal] }, true],
    [
      'for acceptance with an open award',
      { category: category(template('shuangchuang-acceptance'), 'model-branch'), awards: [award] },
      true,
    ],
    ['for acceptance not without', { category: category(template('shuangchuang-acceptance'), 'model-branch') }, false],
    [
      'for acceptance of any project',
      { ...quality, category: category(template('jingpin-acceptance'), 'projects'), awards: [project] },
      true,
    ],
  ])('%s', (_, change, expected) => expect(may(change)).toBe(expected))
})
