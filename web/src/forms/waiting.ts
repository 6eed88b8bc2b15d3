import { Unreachable } from '../data/refused.ts'
import { me } from '../data/session.ts'
import { deviceStorage } from './device-storage.ts'
import { type Drafts, draftStore } from './drafts.ts'
import { saveAt } from './saver.ts'

export const drafts: Drafts = draftStore(deviceStorage('drafts'))

/** Addresses whose page is open and sends by itself. */
const attended = new Set<string>()
export function attend(address: string): () => void {
  attended.add(address)
  return () => attended.delete(address)
}

/**
 * Sends what was left on this device when the network was away. A draft that meets somebody else's save stays where it is: the page of its
 * section shows both texts when it is opened.
 */
export async function sendWaiting(person = me()?.person.id, save = saveAt): Promise<number> {
  if (!person) return 0
  let sent = 0
  for (const draft of await drafts.waiting(person, new Date().toISOString())) {
    if (attended.has(draft.address)) continue
    try {
      await save(draft.address, { version: draft.version, values: draft.toSend })
      await drafts.drop(person, draft.address)
      sent++
    } catch (error) {
      if (error instanceof Unreachable) return sent
    }
  }
  return sent
}
