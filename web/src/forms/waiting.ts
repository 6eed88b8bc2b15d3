import { createSignal } from 'solid-js'
import { Refused, Unreachable } from '../data/refused.ts'
import { me } from '../data/session.ts'
import { deviceStorage, marked } from './device-storage.ts'
import { type Drafts, draftStore, type Stopped } from './drafts.ts'
import { leftOut } from './file-values.ts'
import { saveAt, theirsOf } from './saver.ts'

export const drafts: Drafts = draftStore(marked(deviceStorage('drafts')))

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

let line: Promise<unknown> = Promise.resolve()
/** What reads a draft and then writes or drops it stands in line: two at once would send it twice, or drop what the other has just put into it. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = line.then(work)
  line = mine.catch(() => undefined)
  return mine
}

/**
 * Sends what was left on this device when the network was away. A draft that the server does not take stays where it is, with the reason: the task list and the check before
 * handing in say so, and the page of its section settles it. Files that it has left out go once it has been taken.
 */
export function sendWaiting(person = me()?.person.id, save = saveAt, kept: Drafts = drafts, remove = removeLater): Promise<number> {
  return person ? inTurn(() => sendAll(person, save, kept, remove)) : Promise.resolve(0)
}

async function sendAll(person: string, save: typeof saveAt, kept: Drafts, remove: typeof removeLater): Promise<number> {
  let [sent, stopped] = [0, 0]
  for (const draft of await kept.waiting(person, new Date().toISOString())) {
    if (attended.has(draft.address)) continue
    try {
      await save(draft.address, { version: draft.version, values: draft.toSend })
      await kept.drop(person, draft.address)
      sent++
      const gone = leftOut(draft.base, draft.toSend)
      if (gone.length > 0) await remove(draft.address, gone)
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

/** Few drafts have left a file out: what removes it comes with the first. */
const removeLater = async (section: string, files: readonly string[]): Promise<void> =>
  (await import('./removing.ts')).removeFiles(section, files)
