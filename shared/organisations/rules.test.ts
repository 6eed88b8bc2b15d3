import { describe, expect, test } from 'vitest'
import { mayHost, organisationKindKeys } from './kinds.ts'
import { close, enter, move } from './rules.ts'
import type { Organisation } from './schema.ts'

type Unit = Pick<Organisation, 'id' | 'kind' | 'path' | 'state'>
const national: Unit = { id: 'n', kind: 'national', path: [], state: 'active' }
const province: Unit = { id: 'p', kind: 'province', path: ['n'], state: 'active' }
const ministry: Unit = { id: 'm', kind: 'ministry', path: ['n'], state: 'active' }
const university: Unit = { id: 'u', kind: 'university', path: ['n', 'p'], state: 'active' }
const college: Unit = { id: 'c', kind: 'college', path: ['n', 'p', 'u'], state: 'active' }
const said = (outcome: { ok: boolean; code?: string; value?: unknown }) => (outcome.ok ? outcome.value : outcome.code)

describe('a unit is entered', () => {
  test('below one it may stand under, with the path through it', () =>
    expect(said(enter('university', ministry))).toEqual({ path: ['n', 'm'] }))
  test('not below a closed unit', () => expect(said(enter('university', { ...province, state: 'closed' }))).toBe('organisation.closed'))
  test('not below a unit of the wrong kind', () => expect(said(enter('college', province))).toBe('organisation.kind-not-below'))
  test('and nothing stands below a branch', () =>
    expect(said(enter('branch', { ...college, kind: 'branch' }))).toBe('organisation.kind-not-below'))
})

describe('a unit is moved', () => {
  test('from a province to a ministry by the national office', () =>
    expect(said(move(university, ministry, 'n'))).toEqual({ path: ['n', 'm'] }))
  test('not by a province to a unit out of its reach', () => expect(said(move(university, ministry, 'p'))).toBe('not-found'))
  test('not to a unit that does not exist', () => expect(said(move(university, undefined, 'n'))).toBe('not-found'))
  test('not below itself or its own units', () => {
    expect(said(move(university, university, 'n'))).toBe('organisation.inside-itself')
    expect(said(move(university, college, 'n'))).toBe('organisation.inside-itself')
  })
  test('not below a unit of the wrong kind', () => expect(said(move(university, national, 'n'))).toBe('organisation.kind-not-below'))
  test('not when closed', () => expect(said(move({ ...university, state: 'closed' }, ministry, 'n'))).toBe('organisation.closed'))
})

describe('a unit is closed', () => {
  test('when nothing stands below it', () => expect(said(close({ ...university, units: 0 }))).toBeNull())
  test('not while units stand below it', () => expect(said(close({ ...university, units: 3 }))).toBe('organisation.has-units'))
  test('not twice', () => expect(said(close({ ...university, state: 'closed' }))).toBe('organisation.closed'))
  test('never the national office', () => expect(said(close(national))).toBe('not-found'))
})

test('every unit may host a round for those below it; below a branch there is nobody', () =>
  expect(organisationKindKeys.filter((kind) => !mayHost(kind))).toEqual(['branch']))
