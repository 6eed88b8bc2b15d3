import { createSignal } from 'solid-js'
import { Refused, Unreachable } from '../data/refused.ts'
import { me } from '../data/session.ts'
import { deviceStorage } from './device-storage.ts'
import { type Drafts, draftStore, type Stopped } from './drafts.ts'
import { saveAt, theirsOf } from './saver.ts'

export const drafts: Drafts = draftStore(deviceStorage('drafts'))

/** Counts whenever what this device holds may have changed: pages that show it look again. */
const [heldChanged, setHeldChanged] = createSignal(0)

export { heldChanged }
export const tellHeld = (): void => void setHeldChanged((count) => count + 1)

/** Addresses whose page is open and sends by itself. */
const attended = new Set<string>()
export const isAttended = (address: string): boolean => attended.has(address)
export function attend(address: string): () => void {
  attended.add(address)
  return () => attended.delete(address)
}

/** Why the server did not take answers: a second text, or what it said. */
export const stoppedBy = (error: Refused): Stopped => (theirsOf(error) ? { why: 'conflict' } : { why: 'refused', problem: error.body })

/**
 * Sends what was left on this device when the network was away. A draft that the server does not take stays where it is, with the reason: the task list and the check before
 * handing in say so, and the page of its section settles it.
 */
export async function sendWaiting(person = me()?.person.id, save = saveAt, kept: Drafts = drafts): Promise<number> {
  if (!person) return 0
  let [sent, stopped] = [0, 0]
  for (const draft of await kept.waiting(person, new Date().toISOString())) {
    if (attended.has(draft.address)) continue
    try {
      await save(draft.address, { version: draft.version, values: draft.toSend })
      await kept.drop(person, draft.address)
      sent++
    } catch (error) {
      if (error instanceof Unreachable) break
      if (!(error instanceof Refused)) continue
      await kept.keep({ ...draft, stopped: stoppedBy(error) })
      stopped++
    }
  }
  if (sent + stopped > 0) tellHeld()
  return sent
}
