import { accept, type Outcome, refuse } from '../outcome.ts'

/** So many failures within the window lock an address out. */
export const lockout = { failures: 5, windowMinutes: 15, lockedMinutes: 15 } as const
/** An attempt whose end was never recorded counts for so long. */
const attemptSeconds = 30

/** What is known of the attempts to sign in with an address, whether or not anybody has it. */
export type Attempts = { failures: string[]; pending: string[]; until?: string }
export const noAttempts: Attempts = { failures: [], pending: [] }

const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

/** What still counts: failures within the window, attempts under way, a lock that has not ended. */
export function current({ failures, pending, until }: Attempts, at: string): Attempts {
  const since = later(at, -lockout.windowMinutes * 60_000)
  const alive = later(at, -attemptSeconds * 1000)
  return {
    failures: failures.filter((time) => time > since),
    pending: pending.filter((time) => time > alive),
    ...(until !== undefined && until > at && { until }),
  }
}

/** An attempt is refused while the address is locked; attempts at the same time may not be more than failures are left, so that none is tried for free. */
export function attempt(before: Attempts, at: string): Outcome<Attempts> {
  const known = current(before, at)
  if (known.until !== undefined)
    return refuse('sign-in.locked', { minutes: Math.ceil((Date.parse(known.until) - Date.parse(at)) / 60_000) })
  if (known.failures.length + known.pending.length >= lockout.failures) return refuse('busy')
  return accept({ ...known, pending: [...known.pending, at] })
}

/** An attempt that failed counts as a failure; the fifth within the window locks the address for a quarter of an hour. */
export function failed(before: Attempts, attemptedAt: string, at: string): Attempts {
  const known = current(before, at)
  const pending = [...known.pending]
  const mine = pending.indexOf(attemptedAt)
  if (mine >= 0) pending.splice(mine, 1)
  const failures = [...known.failures, at]
  if (failures.length < lockout.failures) return { ...known, pending, failures }
  return { pending, failures: [], until: known.until ?? later(at, lockout.lockedMinutes * 60_000) }
}
