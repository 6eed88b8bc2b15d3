import type { Component } from 'solid-js'
import { lazy } from 'solid-js'
import { connect } from '../data/connection.ts'
import { Refused } from '../data/refused.ts'
import { tokenOf } from '../shell/fragment.ts'

/** Whom a link lets in, to what. */
export type Opened = { kind: 'expert' | 'approver'; batch: string; title: string; name: string; category?: string }
/** What `pages/<slice>/link.tsx` exports as `desks`: the page behind an expert's or an approver's link, each `lazy`. */
export type Desks = Partial<Record<Opened['kind'], Component<{ opened: Opened }>>>

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

const plain = connect()

/** Opens the link: only after a press of the button. Answers who is let in, or that a code was sent by mail. */
export async function openLink(token: string, code?: string): Promise<Opened | { codeSent: true }> {
  const response = await plain('/api/link/open', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...(code && { code }) }),
  })
  return (await response.json()) as Opened | { codeSent: true }
}

/** A session that ended while one was writing is opened anew with the same link, unless that asks for a code. */
async function reopen(): Promise<boolean> {
  const token = heldToken()
  if (!token) return false
  try {
    return 'kind' in (await openLink(token))
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** For the typed clients of pages behind a link: `hc<typeof deskRoutes>('/api', linkWire)`. */
export const linkWire = { fetch: connect({ signedOut: reopen }) }

const found = import.meta.glob<{ desks: Desks }>('../pages/*/link.tsx')
/** The page behind a link of this kind, loaded when the link has been opened. */
export const deskOf = (kind: Opened['kind']) =>
  lazy(async () => {
    const modules = await Promise.all(Object.values(found).map((load) => load()))
    const desk = modules.map(({ desks }) => desks[kind]).find((each) => each !== undefined)
    return { default: desk ?? (await import('./closed.tsx')).Closed }
  })
