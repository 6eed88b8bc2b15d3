import { describe, expect, test } from 'vitest'
import { accountGap } from './account-standing.ts'

const invited = { state: 'invited' } as const
const joined = { state: 'active', joinedAt: '2024-09-10T01:00:00.000Z' } as const

describe('the accounts of a unit', () => {
  test('are used once one of its people has signed in', () => {
    expect(accountGap('active', [invited, joined])).toBeUndefined()
  })
  test('were never used while all of its people are only invited', () => {
    expect(accountGap('active', [invited, invited])).toBe('never')
  })
  test('are missing while nobody belongs to it', () => {
    expect(accountGap('active', [])).toBe('without')
  })
  test('are missing when everybody has left', () => {
    expect(accountGap('active', [{ ...joined, state: 'left' }])).toBe('without')
  })
  test('are not asked for once it is closed', () => {
    expect(accountGap('closed', [])).toBeUndefined()
    expect(accountGap('closed', [invited])).toBeUndefined()
  })
})
