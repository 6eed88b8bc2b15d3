import { type Outcome, refuse } from '../../shared/outcome.ts'
import { type Attempts, attempt, failed, noAttempts } from '../../shared/people/lockout.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { again } from './again.ts'

type AttemptsRow = Row & Attempts & { version: number }
const day = 86_400

/** The rows of attempts exist for addresses whether or not anybody has them. `hash` is that of the address. */
export const attempts = {
  /** Counts an attempt before the password is looked at, so that many at once are not tried for free. */
  begin: (hash: string, at: string): Promise<Outcome<unknown>> => again(() => change(hash, at, (before) => attempt(before, at))),

  /** Records that an attempt failed; the value is until when the address is locked because of it. */
  async fail(hash: string, attemptedAt: string, at: string): Promise<Outcome<{ until?: string }>> {
    let until: string | undefined
    const saved = await again(() =>
      change(hash, at, (before) => {
        const value = failed(before, attemptedAt, at)
        until = before.until === value.until ? undefined : value.until
        return { ok: true, value }
      }),
    )
    return saved.ok ? { ok: true, value: { until } } : saved
  },

  /** Who signs in has no failures any more. */
  forget: (hash: string) => writes.remove(key.failures(hash)),
}

async function change(hash: string, at: string, rule: (before: Attempts) => Outcome<Attempts>): Promise<Outcome<unknown>> {
  const row = await table.get<AttemptsRow>(key.failures(hash))
  const { failures, pending, until } = row ?? noAttempts
  const after = rule({ failures, pending, ...(until !== undefined && { until }) })
  if (!after.ok) return after
  const version = (row?.version ?? 0) + 1
  const ttl = Math.floor(Date.parse(at) / 1000) + day
  return table.write(writes.putVersion({ ...key.failures(hash), ...after.value, version, ttl }, refuse('changed-meanwhile')))
}
