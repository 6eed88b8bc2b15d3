import type { Problem, SectionValues } from '../../../shared/forms/schema.ts'
import type { RefusedBody } from '../data/refused.ts'

/** What the server answers to a save. */
export type Saved = { version: number; savedAt: string; problems?: readonly Problem[] }
/** What somebody else saved meanwhile. */
export type Theirs = { version: number; values: SectionValues; by: string | { name: string } | null; at: string }

/**
 * Where the answers of an open section are. `changed`: only here · `sending` · `saved`: the server has them · `waiting`: the server could not be
 * reached, they are kept on this device · `conflict`: somebody else saved this section · `refused`: the server said no.
 */
export type Saving = {
  state: 'saved' | 'changed' | 'sending' | 'waiting' | 'conflict' | 'refused'
  /** The version the answers were edited from. */
  version: number
  savedAt: string | null
  /** Counts changes; `sent` is the count when the last sending began. */
  edits: number
  sent: number
  theirs: Theirs | null
  problem: RefusedBody | null
}

export type SavingEvent =
  | { type: 'typed' }
  | { type: 'sent' }
  | { type: 'saved'; saved: Saved }
  | { type: 'unreachable' }
  | { type: 'conflicted'; theirs: Theirs }
  | { type: 'refused'; problem: RefusedBody }
  /** Both texts were brought together; what comes next is edited from their version. */
  | { type: 'settled'; version: number }

export const opened = (version: number, savedAt: string | null = null): Saving => ({
  state: 'saved',
  version,
  savedAt,
  edits: 0,
  sent: 0,
  theirs: null,
  problem: null,
})

/** What becomes of a section's saving when something happens. Typing during a sending is never taken for saved. */
export function step(now: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case 'typed':
      return { ...now, edits: now.edits + 1, state: now.state === 'sending' || now.state === 'conflict' ? now.state : 'changed' }
    case 'sent':
      return { ...now, state: 'sending', sent: now.edits, problem: null }
    case 'saved':
      return { ...now, ...event.saved, state: now.edits > now.sent ? 'changed' : 'saved' }
    case 'unreachable':
      return { ...now, state: 'waiting' }
    case 'conflicted':
      return { ...now, state: 'conflict', theirs: event.theirs }
    case 'refused':
      return { ...now, state: now.edits > now.sent ? 'changed' : 'refused', problem: event.problem }
    case 'settled':
      return { ...now, state: 'changed', version: event.version, theirs: null, edits: now.edits + 1 }
  }
}

/** Whether there is something to send and nothing speaks against sending it now. */
export const maySend = ({ state }: Saving): boolean => state === 'changed' || state === 'waiting'
/** Whether leaving the page now would leave something that the server does not have. */
export const unsent = ({ state }: Saving): boolean => state !== 'saved'
