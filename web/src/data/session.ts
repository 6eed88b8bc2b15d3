import { createSignal } from 'solid-js'
import type { OrganisationKind } from '../../../shared/organisations/kinds.ts'
import type { Role } from '../../../shared/permissions/actors.ts'
import type { Language } from '../../../shared/text.ts'
import { adoptLanguage } from '../i18n/language.ts'
import { connect } from './connection.ts'

export type Unit = { id: string; name: string; kind: OrganisationKind }
export type Membership = { organisation: Unit; roles: Role[] }
export type Me = {
  person: { id: string; name: string; email: string; language: Language; hasPassword?: boolean }
  memberships: Membership[]
  active: Membership | null
}

/** undefined: not known yet · null: signed out. */
const [me, setMe] = createSignal<Me | null | undefined>(undefined)
/** True while the overlay asks to sign in again over an open page. */
const [asked, setAsked] = createSignal(false)

export { asked, me }

/** Requests about signing in themselves; a 401 to them is an answer, not an ended session. */
const plain = connect()
const send = (method: string, path: string, body?: unknown) =>
  plain(`/api${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })

const isSignedOut = (error: unknown): boolean => error instanceof Error && 'status' in error && error.status === 401

/** Who is signed in, asked anew; null when nobody is. */
export async function refreshMe(): Promise<Me | null> {
  try {
    const found = (await (await send('GET', '/me')).json()) as Me
    adoptLanguage(found.person.language)
    setMe(found)
    return found
  } catch (error) {
    if (isSignedOut(error)) {
      setMe(null)
      return null
    }
    throw error
  }
}

let waiting: ((signedIn: boolean) => void)[] = []

/** Called for a request that found the session ended: asks the person over the page, answers whether to go on. */
export function askToSignIn(): Promise<boolean> {
  setAsked(true)
  return new Promise((resolve) => waiting.push(resolve))
}

/** After signing in: open requests go on if it is the same person; another person starts from a fresh page. */
async function signedIn(): Promise<Me | null> {
  const before = me()
  const now = await refreshMe()
  if (before && now && before.person.id !== now.person.id) {
    location.assign('/app/')
    return now
  }
  const open = waiting
  waiting = []
  setAsked(false)
  for (const go of open) go(now !== null)
  return now
}

export async function signIn(email: string, password: string): Promise<Me | null> {
  await send('POST', '/sign-in', { email, password })
  return signedIn()
}
/** Always answers the same, whether the address is known or not. */
export const requestLink = (email: string) => send('POST', '/sign-in/link', { email })
export async function redeemLink(token: string): Promise<Me | null> {
  await send('POST', '/sign-in/redeem', { token })
  return signedIn()
}
/** Gives up an overlay: open requests fail, the page leads to signing in. */
export function stayOut(): void {
  const open = waiting
  waiting = []
  setAsked(false)
  for (const go of open) go(false)
  setMe(null)
}
export async function signOut(): Promise<void> {
  await send('POST', '/sign-out').catch(() => undefined)
  setMe(null)
  location.assign('/app/sign-in')
}
/** Acts for another unit from now on; every page is read anew. */
export async function actFor(organisation: string): Promise<void> {
  await send('POST', '/me/active', { organisation })
  location.assign('/app/')
}

/**
 * Leaves a unit for good. Who belongs to another acts for that one first, and so stays signed in; who leaves the last one is signed out by it.
 */
export async function leaveUnit(organisation: string, reason: string): Promise<void> {
  const other = me()?.memberships.find((place) => place.organisation.id !== organisation)
  const acting = me()?.active?.organisation.id === organisation
  if (acting && other) await send('POST', '/me/active', { organisation: other.organisation.id })
  await send('POST', '/me/leave', { organisation, ...(reason && { reason }) }).catch(async (error: unknown) => {
    // Sent again after an answer that got lost, it finds the session ended by the first: the unit is left.
    if (acting && !other && isSignedOut(error)) return
    if (acting && other) await send('POST', '/me/active', { organisation })
    throw error
  })
  if (!acting) await refreshMe()
  else location.assign(other ? '/app/account' : '/app/sign-in')
}

export type InvitationPreview = {
  organisation: Unit
  roles: Role[]
  name: string
  email: string
  known: boolean
  invitedBy?: string
}
export const previewInvitation = async (token: string) =>
  (await (await send('POST', '/invitations/preview', { token })).json()) as InvitationPreview
export async function acceptInvitation(token: string, given: { name?: string; password?: string }): Promise<Me | null> {
  await send('POST', '/invitations/accept', { token, ...given })
  return signedIn()
}

/** Whether the person holds one of these roles in the unit they act for. */
export const holds = (...roles: Role[]): boolean => me()?.active?.roles.some((role) => roles.includes(role)) ?? false
/** Whether the unit they act for is of one of these kinds. */
export const actsFor = (...kinds: OrganisationKind[]): boolean => {
  const kind = me()?.active?.organisation.kind
  return kind !== undefined && kinds.includes(kind)
}

export type OpenSession = { id: string; device?: string; createdAt: string; lastSeenAt: string; current: boolean }
/** Everywhere this person is signed in, the present device first. */
export async function openSessions(): Promise<OpenSession[]> {
  const { sessions } = (await (await send('GET', '/me/sessions')).json()) as { sessions: OpenSession[] }
  return sessions
}
/** Signs out everywhere but here. */
export const endOtherSessions = () => send('DELETE', '/me/sessions')
export async function changeProfile(profile: { name: string; language: Language }): Promise<void> {
  await send('PUT', '/me', profile)
  await refreshMe()
}
/** The present password may be left out by who has none, or has just come by a link. */
export async function changePassword(password: string, current?: string): Promise<void> {
  await send('PUT', '/me/password', { password, ...(current && { current }) })
  await refreshMe()
}
export const endSession = (id: string) => send('DELETE', `/me/sessions/${encodeURIComponent(id)}`)
