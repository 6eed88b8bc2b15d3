import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Attempts, attempt, failed, lockout, noAttempts } from './lockout.ts'

const start = Date.parse('2024-10-08T09:00:00.000Z')
const time = (seconds: number) => new Date(start + seconds * 1000).toISOString()
/** One attempt that fails at once; the row after it, or undefined if it was refused. */
const fail = (before: Attempts, at: string) => {
  const begun = attempt(before, at)
  return begun.ok ? failed(begun.value, at, at) : undefined
}

describe('an address', () => {
  test('is locked by the fifth failure within a quarter of an hour', () => {
    let row: Attempts = noAttempts
    for (let i = 0; i < 5; i++) row = fail(row, time(i)) ?? row
    expect(attempt(row, time(5))).toEqual({ ok: false, code: 'sign-in.locked', details: { minutes: 15 } })
  })
  test('is free again when the lock ends', () => expect(attempt({ failures: [], pending: [], until: time(900) }, time(900)).ok).toBe(true))
  test('is not locked by failures long ago', () => {
    const old = { failures: [time(-901), time(-950), time(-1000), time(-2000)], pending: [] }
    expect(fail(old, time(0))).toEqual({ failures: [time(0)], pending: [] })
  })
  test('may not be tried more often at once than failures are left', () => {
    expect(attempt({ failures: [time(0)], pending: [time(1), time(1), time(1), time(1)] }, time(2))).toEqual({ ok: false, code: 'busy' })
  })
  test('is not blocked for ever by attempts whose end was lost', () =>
    expect(attempt({ failures: [], pending: [time(0), time(0), time(0), time(0), time(0)] }, time(31)).ok).toBe(true))
})

test('however attempts fall, no quarter of an hour lets more than five of them fail without a lock', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 200 }), (pauses) => {
      let row: Attempts = noAttempts
      let clock = 0
      const tried: number[] = []
      for (const pause of pauses) {
        clock += pause
        const after = fail(row, time(clock))
        if (after) {
          tried.push(clock)
          row = after
        }
      }
      const window = lockout.windowMinutes * 60
      for (const [i, from] of tried.entries())
        expect(tried.slice(i).filter((at) => at - from < window).length).toBeLessThanOrEqual(lockout.failures)
    }),
  )
})

test('at any moment the attempts under way and the failures together are never more than five', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ begin: fc.boolean(), after: fc.nat(900) }), { maxLength: 30 }), (steps) => {
      let row: Attempts = noAttempts
      let clock = 0
      const open: string[] = []
      for (const { begin, after } of steps) {
        clock += after / 1000
        const at = time(clock)
        const begun = begin ? attempt(row, at) : undefined
        const ending = begin ? undefined : open.shift()
        if (begun?.ok) open.push(at)
        row = begun?.ok ? begun.value : ending ? failed(row, ending, at) : row
        expect(row.failures.length + row.pending.length).toBeLessThanOrEqual(lockout.failures)
      }
    }),
  )
})
