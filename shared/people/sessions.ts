import type { Actor } from '../permissions/actors.ts'

/** After this long without a request a session ends. */
export const idleMinutes = 120
/** A session ends after this long whatever happens. */
export const longestHours = 12

/** A session row: found by the hash of its token. */
export type Session = {
  pk: string
  sk: string
  actor: Actor
  createdAt: string
  lastSeenAt: string
  revoked?: boolean
  ttl: number
  /** Family of browser and system; where neither was known, nothing. */
  device?: string
}

/** A session serves while it is not revoked, was used within the idle time, and is not too old. */
export function stillGood(session: Session, at: string): boolean {
  const now = Date.parse(at)
  return (
    !session.revoked &&
    now - Date.parse(session.lastSeenAt) < idleMinutes * 60_000 &&
    now - Date.parse(session.createdAt) < longestHours * 3_600_000
  )
}

/** A session's last use is written down at most this often. */
export const seenMinutes = 5
export const worthNoting = (session: Session, at: string): boolean =>
  Date.parse(at) - Date.parse(session.lastSeenAt) >= seenMinutes * 60_000
