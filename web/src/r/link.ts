import type { Component } from 'solid-js'
import { createSignal, lazy } from 'solid-js'
import { connect } from '../data/connection.ts'
import { Refused } from '../data/refused.ts'
import { tokenOf } from '../shell/fragment.ts'

/** Whom a link lets in, to what. */
export type Opened = { kind: 'expert' | 'approver'; id: string; batch: string; title: string; name: string; category?: string }
/** With which press of the door one came in: an invitation may be answered by it. */
export type Entrance = 'enter' | 'accept' | 'decline'
/** A code went to this address, of which only the beginning is shown. */
export type CodeSent = { codeSent: true; to: string }
/** What `pages/<slice>/link.tsx` exports as `desks`: the page behind an expert's or an approver's link, each `lazy`. */
export type Desks = Partial<Record<Opened['kind'], Component<{ opened: Opened; entrance: Entrance }>>>

const place = 'shuren.link'

/** The token of the link one came by; kept for this tab, because moving within the page drops the fragment. */
export function heldToken(): string | null {
  const given = tokenOf(location.hash)
  try {
    if (given) sessionStorage.setItem(place, given)
    return given ?? sessionStorage.getItem(place)
  } catch {
    return given
  }
}

const openedPlace = 'shuren.link.opened'

/** What this link let in before in this tab: after a reload the page goes on where it was. A link that was never opened here asks first. */
export function openedBefore(token: string): Opened | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(openedPlace) ?? 'null') as { token: string; opened: Opened } | null
    return kept?.token === token ? kept.opened : null
  } catch {
    return null
  }
}
function keepOpened(token: string, opened: Opened): void {
  try {
    sessionStorage.setItem(openedPlace, JSON.stringify({ token, opened }))
  } catch {
    // Private windows may refuse; the door is then shown again after a reload.
  }
}

const plain = connect()

/** Opens the link: only after a press of the button. Answers who is let in, or that a code was sent by mail. */
export async function openLink(token: string, code?: string): Promise<Opened | CodeSent> {
  const response = await plain('/api/link/open', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...(code && { code }) }),
  })
  const answered = (await response.json()) as Opened | CodeSent
  if ('kind' in answered) keepOpened(token, answered)
  return answered
}

/** The code that a page in use is waiting for, because its session has ended; whoever answers goes on with what was under way. */
export type Waiting = { token: string; sent: CodeSent; settle: (entered: boolean) => void }
const [waiting, setWaiting] = createSignal<Waiting | null>(null)

export { waiting as waitingForCode }

/** A session that ended while one was writing is opened anew with the same link; where that asks for a code, over the page. */
async function reopen(): Promise<boolean> {
  const token = heldToken()
  if (!token) return false
  try {
    const answered = await openLink(token)
    if ('kind' in answered) return true
    return await new Promise<boolean>((resolve) => {
      const settle = (entered: boolean) => {
        setWaiting(null)
        resolve(entered)
      }
      setWaiting({ token, sent: answered, settle })
    })
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** Several requests that meet an ended session wait for one opening. */
let reopening: Promise<boolean> | undefined
const reopenOnce = (): Promise<boolean> => {
  reopening ??= reopen().finally(() => {
    reopening = undefined
  })
  return reopening
}

/** For the typed clients of pages behind a link: `hc<typeof deskRoutes>('/api', linkWire)`. */
export const linkWire = { fetch: connect({ signedOut: reopenOnce }) }

const found = import.meta.glob<{ desks: Desks }>('../pages/*/link.tsx')
/** The page behind a link of this kind, loaded when the link has been opened. */
export const deskOf = (kind: Opened['kind']) =>
  lazy(async () => {
    const modules = await Promise.all(Object.values(found).map((load) => load()))
    const desk = modules.map(({ desks }) => desks[kind]).find((each) => each !== undefined)
    return { default: desk ?? (await import('./closed.tsx')).Closed }
  })
