import { createSignal, onCleanup } from 'solid-js'
import type { SectionValues } from '../../../shared/forms/schema.ts'
import { Refused } from '../data/refused.ts'
import { me } from '../data/session.ts'
import type { Stopped } from './drafts.ts'
import { type Saver, theirsOf } from './saver.ts'
import { maySend, opened, type Saved, type Saving, type SavingEvent, step, type Theirs, unsent } from './saving.ts'
import { attend, drafts, stoppedBy, tellHeld } from './waiting.ts'

/** Milliseconds after the last key until the answers are sent, until they are kept on this device, and between attempts while offline. */
const pauses = { send: 1500, keep: 300, retry: 15_000 } as const

type Options = {
  saver: Saver
  /** Whose answers these are on this device; the signed-in person unless told otherwise. */
  person?: string
  version: number
  savedAt: string | null
  /** The answers as they stand: as typed, and as they may be sent. */
  values: () => SectionValues
  toSend: () => SectionValues
  /** What the server had at `version`. */
  base: SectionValues
  /** `before`: what the server had until then. */
  onSaved?: (saved: Saved, values: SectionValues, before: SectionValues) => void
}

/** Saves a section while one types. What is not on the server is on this device; what is on neither is said so. */
export function createAutosave(options: Options) {
  const [saving, setSaving] = createSignal<Saving>(opened(options.version, options.savedAt))
  const [kept, setKept] = createSignal(true)
  let base = options.base
  let sendTimer: ReturnType<typeof setTimeout> | undefined
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const happen = (event: SavingEvent) => setSaving((now) => step(now, event))
  const person = () => options.person ?? me()?.person.id ?? ''
  const stopAttending = attend(options.saver.address)

  /** Why the server did not take what is kept, as long as nothing else was tried. */
  let stopped: Stopped | undefined
  const keep = async () => {
    clearTimeout(keepTimer)
    keepTimer = undefined
    const draft = {
      address: options.saver.address,
      person: person(),
      values: options.values(),
      toSend: options.toSend(),
      version: saving().version,
      base,
    }
    setKept(await drafts.keep({ ...draft, at: new Date().toISOString(), ...(stopped && { stopped }) }))
  }

  let running: Promise<void> | undefined
  const send = (): Promise<void> => {
    clearTimeout(sendTimer)
    if (running) return running.then(() => (maySend(saving()) && !closed ? send() : undefined))
    if (!maySend(saving())) return Promise.resolve()
    running = attempt().finally(() => {
      running = undefined
      if (saving().state === 'changed') plan()
      if (saving().state === 'waiting') plan(pauses.retry)
    })
    return running
  }
  const attempt = async () => {
    const values = options.toSend()
    happen({ type: 'sent' })
    stopped = undefined
    try {
      const saved = await options.saver.save({ version: saving().version, values })
      const before = base
      base = values
      happen({ type: 'saved', saved: { version: saved.version, savedAt: saved.savedAt } })
      options.onSaved?.(saved, values, before)
      if (saving().state === 'saved') {
        clearTimeout(keepTimer)
        await drafts.drop(person(), options.saver.address)
      } else await keep()
    } catch (error) {
      const theirs = theirsOf(error)
      if (error instanceof Refused) stopped = stoppedBy(error)
      await keep()
      if (theirs) happen({ type: 'conflicted', theirs })
      else if (error instanceof Refused) happen({ type: 'refused', problem: error.body })
      else happen({ type: 'unreachable' })
    }
  }
  const plan = (after: number = pauses.send) => {
    clearTimeout(sendTimer)
    if (!closed) sendTimer = setTimeout(send, after)
  }

  const online = () => maySend(saving()) && void send()
  const hidden = () => {
    if (document.visibilityState !== 'hidden' || !unsent(saving())) return
    void keep()
    void send()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    if (unsent(saving()) && (!kept() || keepTimer !== undefined)) event.preventDefault()
  }
  window.addEventListener('online', online)
  window.addEventListener('beforeunload', leaving)
  document.addEventListener('visibilitychange', hidden)
  onCleanup(() => {
    window.removeEventListener('online', online)
    window.removeEventListener('beforeunload', leaving)
    document.removeEventListener('visibilitychange', hidden)
    clearTimeout(keepTimer)
    const open = unsent(saving())
    void Promise.all([open && keep(), send()]).finally(() => {
      closed = true
      clearTimeout(sendTimer)
      stopAttending()
      if (open) tellHeld()
    })
  })

  return {
    saving,
    /** Whether what is not sent is at least on this device. */
    kept,
    /** What the server had when this page last heard of it. */
    base: () => base,
    changed: () => {
      happen({ type: 'typed' })
      clearTimeout(keepTimer)
      keepTimer = setTimeout(keep, pauses.keep)
      if (saving().state !== 'sending') plan()
    },
    /** Sends now what is not sent yet; done when it is, or cannot be. */
    flush: send,
    /** Both texts were brought together: goes on from their version. */
    settle: (theirs: Theirs) => {
      base = theirs.values
      stopped = undefined
      happen({ type: 'settled', version: theirs.version })
      return send()
    },
    conflict: (theirs: Theirs) => {
      stopped = { why: 'conflict' }
      happen({ type: 'conflicted', theirs })
    },
  }
}
