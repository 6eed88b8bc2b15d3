import { createComputed, createResource, on } from 'solid-js'
import { online } from '../data/connection.ts'
import { whenIdle } from '../data/idle.ts'
import { me } from '../data/session.ts'
import type { FileState } from '../ui/file-list.tsx'
import type { Draft } from './drafts.ts'
import { isSendingHere, memory, type Remembered } from './upload-memory.ts'
import { drafts, heldChanged, isAttended } from './waiting.ts'

/** Answers of a section that only this device has, and why they are not with the server. */
export type HeldText = { section: string; at: string; why: 'away' | 'conflict' | 'refused'; problem?: { zh: string; en: string } }
/** A file that is on its way or broke off. */
export type HeldFile = { id: string; address: string; name: string; state: FileState }

type Left = { texts: readonly Draft[]; files: readonly Remembered[] }

/**
 * What this person left on this device, looked at anew whenever it may have changed. No page waits for it: it is read in the time in which the server answers. A resource
 * all the same, not a signal: one that is set while a page is still coming would be seen by that page before it has what it shows.
 */
export function createLeft(): () => Left {
  const nothing: Left = { texts: [], files: [] }
  const [left] = createResource(
    () => ({ person: me()?.person.id, changed: heldChanged() }),
    async ({ person }) => {
      if (!person) return nothing
      const now = new Date().toISOString()
      const [texts, files] = await Promise.all([drafts.waiting(person, now), memory.left(person, now)])
      return { texts, files }
    },
    { initialValue: nothing },
  )
  return () => left.latest
}

/**
 * What this device holds of a submission and the server does not have: answers, and files on their way. What was being sent when the page was closed goes on while the
 * submission is `writable`. `changed` hears whenever the server may have got something of it.
 */
export function createHeld(
  submission: () => string,
  { left = createLeft(), writable = () => true, changed }: { left?: () => Left; writable?: () => boolean; changed?: () => void } = {},
) {
  const sections = () => `/api${submission()}/sections/`
  const filesAddress = () => `/api${submission()}/files`
  const texts = (): HeldText[] =>
    left().texts.flatMap(({ address, at, stopped }): HeldText[] => {
      if (!address.startsWith(sections()) || isAttended(address)) return []
      const section = address.slice(sections().length)
      if (stopped?.why === 'refused') return [{ section, at, why: 'refused', problem: stopped.problem }]
      return [{ section, at, why: stopped?.why ?? 'away' }]
    })
  /** The sending, once it has come and knows the files of this submission: until then what is remembered of them is told. */
  const [sending] = createResource(
    () => writable() && filesAddress(),
    async (address) => {
      if (!isSendingHere()) await new Promise<void>((resolve) => whenIdle(resolve))
      const come = await import('./uploads.ts').catch(() => undefined)
      await come?.recallUploads(address)
      return come && { address, uploadsOf: come.uploadsOf }
    },
    { initialValue: undefined },
  )
  const files = (): readonly HeldFile[] => {
    if (!writable()) return []
    const address = filesAddress()
    if (sending.latest?.address === address) return sending.latest.uploadsOf(address)
    return left().files.flatMap(({ sent, ...each }): HeldFile[] =>
      each.files === address ? [{ ...each, state: sent ? 'checking' : 'interrupted' }] : [],
    )
  }
  createComputed(on(heldChanged, () => online() && writable() && changed?.(), { defer: true }))
  return {
    any: () => texts().length + files().length > 0,
    text: (section: string) => texts().find((each) => each.section === section),
    files: (section: string) => files().filter(({ address }) => address === `${sections()}${section}`),
  }
}
export type Held = ReturnType<typeof createHeld>
