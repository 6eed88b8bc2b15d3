import { describe, expect, test } from 'vitest'
import { accountGap, hasReturned } from './account-standing.ts'

describe('the accounts of a unit', () => {
  test('are used once one of its people has signed in', () => expect(accountGap('active', { people: 2, joined: 1 })).toBeUndefined())
  test('were never used while all of its people are only invited', () =>
    expect(accountGap('active', { people: 2, joined: 0 })).toBe('never'))
  test('are missing while nobody belongs to it, or nobody any more', () => {
    expect(accountGap('active', {})).toBe('without')
    expect(accountGap('active', { people: 0, joined: 0 })).toBe('without')
  })
  test('are not asked for once it is closed', () => {
    expect(accountGap('closed', {})).toBeUndefined()
    expect(accountGap('closed', { people: 1, joined: 0 })).toBeUndefined()
  })
})

describe('an invitation that came back', () => {
  test('is looked for beside people who use their accounts', () =>
    expect(hasReturned('active', { people: 2, joined: 1, returned: 1 })).toBe(true))
  test('is none where none came back, nor of a unit that is closed', () => {
    expect([hasReturned('active', { people: 2, joined: 1, returned: 0 }), hasReturned('active', {})]).toEqual([false, false])
    expect(hasReturned('closed', { people: 1, returned: 1 })).toBe(false)
  })
})
