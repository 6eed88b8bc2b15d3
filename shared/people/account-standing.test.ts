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
  const invited = { state: 'invited' } as const
  const joined = { state: 'active' } as const
  const back = { ...invited, returned: { why: 'permanent', at: '2024-09-10T01:00:00.000Z' } } as const
  test('is looked for beside people who use their accounts', () => expect(hasReturned('active', [joined, back])).toBe(true))
  test('is none where none came back, nor of a unit that is closed', () => {
    expect(hasReturned('active', [joined, invited])).toBe(false)
    expect(hasReturned('closed', [back])).toBe(false)
  })
})
