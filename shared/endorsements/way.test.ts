import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitRef } from '../organisations/schema.ts'
import { type Endorsing, wayOf } from './way.ts'

const unit = (id: string, kind: UnitRef['kind']): UnitRef => ({ id, name: id, kind })
const national = unit('national', 'national')
const province = unit('jiangsu', 'province')
const xpcc = unit('xpcc', 'xpcc')
const ministry = unit('moe', 'ministry')
const university = unit('university', 'university')
const college = unit('college', 'college')
const branch = unit('branch', 'branch')

const template: Endorsing = {
  endorsement: {
    levels: { branch: ['college', 'university', 'province'], college: ['university', 'province'], university: ['university', 'province'] },
    direct: ['ministry', 'jointly-built'],
    duties: {},
  },
  quotas: [
    { level: 'province', rule: { ratio: 0.15, of: 'universities', rounding: 'down' }, named: [] },
    { level: 'university', under: 'xpcc', rule: { number: 2 }, named: [{ code: '4165010757', number: 4 }] },
  ],
}
const way = (applicant: UnitRef, above: UnitRef[], host = national, given: Endorsing = template) =>
  wayOf(applicant, above, given, host).map((level) => `${level.level}:${level.unit.id}${level.takesPlace ? '*' : ''}`)

describe('the way of a submission', () => {
  test('goes from the branch through college and university to the province, which takes the place', () =>
    expect(way(branch, [national, province, university, college])).toEqual([
      'college:college',
      'university:university',
      'province:jiangsu*',
    ]))
  test('leaves out a level that the tree does not have', () =>
    expect(way(branch, [national, province, university])).toEqual(['university:university', 'province:jiangsu*']))
  test('lets a university endorse its own application', () =>
    expect(way(university, [national, province])).toEqual(['university:university', 'province:jiangsu*']))
  test('ends at a university that recommends directly, which then takes the place', () =>
    expect(way(college, [national, ministry, university])).toEqual(['university:university*']))
  test('ends at a jointly built university, though a province supervises it, where the call says so', () => {
    const joint = { ...university, jointlyBuilt: true }
    expect(way(college, [national, province, joint])).toEqual(['university:university*'])
    expect(way(joint, [national, province])).toEqual(['university:university*'])
    const silent = { ...template, endorsement: { ...template.endorsement, direct: [] } } satisfies Endorsing
    expect(way(college, [national, province, joint], national, silent)).toEqual(['university:university', 'province:jiangsu*'])
  })
  test('takes a place at both levels where the university has a quota of its own', () =>
    expect(way(college, [national, xpcc, university])).toEqual(['university:university*', 'province:xpcc*']))
  test('never contains the host', () =>
    expect(way(branch, [national, province, university, college], university)).toEqual(['college:college*']))
  test('never contains what lies above the host', () =>
    expect(way(college, [national, province, university], province)).toEqual(['university:university*']))
  test('is empty for whoever does not lie below the host', () => {
    const chain = [national, province, university, college, branch]
    const others = fc.constantFrom(unit('other', 'university'), unit('elsewhere', 'province'), unit('', 'national'))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), others, (depth, host) => {
        expect(way(chain[depth] ?? branch, chain.slice(0, depth), host)).toEqual([])
      }),
    )
  })
  test('holds units between the host and the applicant alone', () => {
    const chain = [national, province, university, college, branch]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), (depth, hosting) => {
        const ids = wayOf(chain[depth] ?? branch, chain.slice(0, depth), template, chain[hosting] ?? national).map((level) => level.unit.id)
        const between = chain.slice(hosting + 1, depth + 1).map(({ id }) => id)
        expect(between).toEqual(expect.arrayContaining(ids))
      }),
    )
  })
  test('is empty where nobody endorses', () =>
    expect(way(university, [national, province], national, { ...template, endorsement: { ...template.endorsement, levels: {} } })).toEqual(
      [],
    ))
  test('takes a place of a category only where the quota is meant for it', () => {
    const one = { ...template, quotas: [{ level: 'university', category: 'a', rule: { number: 1 }, named: [] }] } satisfies Endorsing
    const takes = (category: string) => wayOf(university, [national, province], one, national, category).map((level) => level.takesPlace)
    expect([takes('a'), takes('b')]).toEqual([
      [true, true],
      [false, true],
    ])
  })
})
