import { describe, expect, test } from 'vitest'
import { publishedNow, publishedThen } from '../../infra/local/templates.ts'
import { type Published, strayed, written } from './published.ts'

test('every version of a template is what is written down of it in published.json (npm run templates, unless it was released)', () =>
  expect(strayed(publishedThen(), publishedNow())).toEqual([]))

describe('of a version', () => {
  const then: Published = { released: { 'call@1': 'a' }, unreleased: { 'call@2': 'b', 'small@1': 'c' } }
  const now = { 'call@1': 'a', 'call@2': 'b', 'small@1': 'c' }
  test('nothing is said while it stays as it is', () => expect(strayed(then, now)).toEqual([]))
  test('that was released and changed in place it is said that the change belongs in the next', () =>
    expect(strayed(then, { ...now, 'call@1': 'other' })).toEqual([
      'call@1 was released and is no longer what it was: put it back, and write what is new as call@2.',
    ]))
  test('that was released and taken away it is said that it has to stay', () => {
    const { 'call@1': _, ...rest } = now
    expect(strayed(then, rest)).toEqual(['call@1 was released and is gone: put it back, and write what is new as call@2.'])
  })
  test('that nobody has yet it is said how a change is written down', () => {
    const { 'small@1': _, ...rest } = now
    const told = strayed(then, { ...rest, 'call@2': 'other', 'new@1': 'd' })
    expect(told).toHaveLength(3)
    for (const line of told) expect(line).toMatch(/^(call@2|small@1|new@1) .*npm run templates$/)
  })
  test('what was released stays so when the others are written down anew, and a release is of all', () => {
    const later = { ...now, 'call@2': 'other' }
    expect(written(then, later)).toEqual({ released: { 'call@1': 'a' }, unreleased: { 'call@2': 'other', 'small@1': 'c' } })
    expect(written(then, later, true)).toEqual({ released: later, unreleased: {} })
  })
})
