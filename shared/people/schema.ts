import * as z from 'zod'
import type { Returned } from '../mails/returns.ts'
import type { OrganisationKind } from '../organisations/kinds.ts'
import { type Role, roles } from '../permissions/actors.ts'
import { type Language, languages } from '../text.ts'

/** An address as people are found by it: without surrounding space, in small letters. */
export const Email = z.string().max(254).trim().toLowerCase().pipe(z.email())
/** A name as its owner writes it: with spaces, dots and rare characters, without control characters. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]*$/u)
export const RoleKey = z.enum(Object.keys(roles) as [Role, ...Role[]])
export const Roles = z.array(RoleKey).min(1).max(7)
export const LanguageKey = z.enum(languages)
/** A password as it comes in; whether it is good enough is judged by `passwords.ts` and only when it is chosen. */
export const Password = z.string().min(1).max(200)
/** The secret of a link: 256 bits, base64url. */
export const Token = z.string().regex(/^[\w-]{43}$/)

export const memberStates = {
  invited: { zh: '已邀请，未登录', en: 'Invited, has not signed in' },
  active: { zh: '使用中', en: 'Active' },
  suspended: { zh: '已停用', en: 'Suspended' },
  left: { zh: '已离开', en: 'Left' },
} as const
export type MemberState = keyof typeof memberStates

/** A person; how they sign in is known here and nowhere else. */
export type Person = {
  id: string
  name: string
  email: string
  language: Language
  /** argon2id, as `passwords.ts` of the functions writes it; absent while the person signs in by link only. */
  password?: string
  signedInAt?: string
  /** Hashes of the kinds of device and the stretches of network they signed in from, the latest last; see `devices.ts`. */
  traces?: string[]
  /** The unit they acted for last; the next sign-in starts there. */
  organisation?: string
  createdAt: string
}

/** A person's place in a unit. It stays as `left` when they go, so that what they did keeps its author. */
export type Membership = {
  person: string
  organisation: string
  unitKind: OrganisationKind
  name: string
  email: string
  roles: Role[]
  state: MemberState
  invitedAt: string
  /** The unit from which the invitation came, by an administrator of its own or of one above. */
  invitedBy?: string
  joinedAt?: string
  leftAt?: string
  /** The mail of the last invitation did not reach them, or was unwanted; gone with the next invitation, and once they have joined. */
  returned?: Returned & { at: string }
}
