import { describe, expect, test } from 'vitest'
import type { UnitRef } from './schema.ts'
import { institutionOf, supervisor, supervisorKind } from './way.ts'

const unit = (id: string, kind: UnitRef['kind']): UnitRef => ({ id, kind, name: `演示·${id}` })
const ancestors = [unit('n', 'national'), unit('m', 'ministry'), unit('u', 'university'), unit('c', 'college')]
const university = { ...unit('u', 'university'), path: ['n', 'm'] }
const branch = { ...unit('b', 'branch'), path: ['n', 'm', 'u', 'c'] }

describe('who supervises', () => {
  test('a university: the unit right above it', () => expect(supervisor(university, ancestors)?.id).toBe('m'))
  test('a branch: whoever supervises its university', () => expect(supervisorKind(branch, ancestors)).toBe('ministry'))
  test('a ministry’s university is not supervised by the province it lies in', () =>
    expect(supervisorKind({ ...university, path: ['n', 'm'] }, [...ancestors, unit('p', 'province')])).toBe('ministry'))
  test('a province: nobody but the national office', () => expect(supervisorKind({ path: ['n'] }, ancestors)).toBeUndefined())
  test('an ancestor that was not read is no supervisor', () => expect(supervisorKind(branch, [])).toBeUndefined())
})

describe('the institution', () => {
  test('of a university is itself', () => expect(institutionOf(university, [])?.id).toBe('u'))
  test('of a branch is the university above', () => expect(institutionOf(branch, ancestors)?.id).toBe('u'))
  test('of a ministry is none', () => expect(institutionOf({ ...unit('m', 'ministry'), path: ['n'] }, ancestors)).toBeUndefined())
})
