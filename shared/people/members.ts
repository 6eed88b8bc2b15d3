import { bareAddress } from '../mails/returns.ts'
import type { OrganisationKind } from '../organisations/kinds.ts'
import type { Organisation } from '../organisations/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Role } from '../permissions/actors.ts'
import type { MemberState, Membership } from './schema.ts'

/** The platform offices that must lie with different people (三员分立), and only in the national office. */
export const offices = ['system', 'security', 'audit'] as const satisfies readonly Role[]
/** An invitation may be sent again after so many minutes. */
export const resendAfterMinutes = 2

/** Which states each act on a membership may leave, and where it leads. */
export const memberTransitions = {
  'person.invited': { from: ['invited', 'left'], to: 'invited' },
  'person.bounced': { from: ['invited'], to: undefined },
  'person.address-corrected': { from: ['invited'], to: 'left' },
  'person.joined': { from: ['invited'], to: 'active' },
  'person.roles-changed': { from: ['invited', 'active'], to: undefined },
  'person.suspended': { from: ['active', 'invited'], to: 'suspended' },
  'person.reinstated': { from: ['suspended'], to: undefined },
  'person.left': { from: ['invited', 'active', 'suspended'], to: 'left' },
} as const satisfies Record<string, { from: readonly MemberState[]; to: MemberState | undefined }>
export type MemberAct = keyof typeof memberTransitions

const may = (act: MemberAct, state: MemberState) => memberTransitions[act].from.some((from) => from === state)
const wrongState = (member: Pick<Membership, 'state'>) => refuse('member.state', { state: member.state })

/** Roles fit a unit when the platform offices are given in the national office only, and never two of them to one person. */
export function fittingRoles(kind: OrganisationKind, roles: readonly Role[]): Outcome<Role[]> {
  const held = roles.filter((role) => offices.some((office) => office === role))
  if (held.length > 0 && kind !== 'national') return refuse('member.office-here')
  if (new Set(held).size > 1) return refuse('member.offices-apart')
  return accept([...new Set(roles)].sort())
}

/** A person is invited into a unit that is active, unless they are already in it or were suspended there. */
export function invite(
  unit: Pick<Organisation, 'kind' | 'state'>,
  member: Pick<Membership, 'state'> | undefined,
  roles: readonly Role[],
): Outcome<Role[]> {
  if (unit.state === 'closed') return refuse('organisation.closed')
  if (member?.state === 'suspended') return refuse('member.suspended')
  if (member && !may('person.invited', member.state)) return refuse('member.already')
  if (member?.state === 'invited') return refuse('member.already-invited')
  return fittingRoles(unit.kind, roles)
}

/** An invitation that was not yet accepted may be sent again, but not twice within two minutes. */
export function inviteAgain(member: Pick<Membership, 'state' | 'invitedAt'>, at: string): Outcome<null> {
  if (member.state !== 'invited') return wrongState(member)
  const waited = Date.parse(at) - Date.parse(member.invitedAt)
  return waited < resendAfterMinutes * 60_000 ? refuse('invitation.too-soon', { minutes: resendAfterMinutes }) : accept(null)
}

/**
 * The address of an invitation that was not yet accepted is corrected: who has the right one is invited in its place, with the same name and roles. `there` is
 * the membership of the right address, if it has one.
 */
export function correctAddress(
  unit: Pick<Organisation, 'kind' | 'state'>,
  member: Pick<Membership, 'state' | 'email' | 'roles'>,
  email: string,
  there: Pick<Membership, 'state'> | undefined,
): Outcome<Role[]> {
  if (!may('person.address-corrected', member.state)) return wrongState(member)
  return member.email === email ? refuse('invitation.same-address') : invite(unit, there, member.roles)
}

/** That an invitation came back concerns whoever is still invited, at the address to which it went. */
export const concernsReturn = (member: Pick<Membership, 'state' | 'email'>, to: string): boolean =>
  may('person.bounced', member.state) && bareAddress(member.email) === bareAddress(to)

/** An invitation is accepted once, while the person is still invited and the unit still active. */
export function join(unit: Pick<Organisation, 'state'>, member: Pick<Membership, 'state'> | undefined): Outcome<null> {
  if (!member || member.state === 'left' || member.state === 'suspended') return refuse('invitation.expired')
  if (member.state === 'active') return refuse('invitation.used')
  return unit.state === 'closed' ? refuse('organisation.closed') : accept(null)
}

type Counted = Pick<Membership, 'state' | 'roles' | 'joinedAt' | 'returned'>
/** What a unit counts of its people: who belongs to it, who of them has ever signed in, whose invitation came back, and the administrators who can sign in. */
export type Count = { people: number; joined: number; returned: number; administrators: number }

const countOf = (member: Counted | undefined): Count => {
  const present = member !== undefined && member.state !== 'left'
  return {
    people: Number(present),
    joined: Number(present && member.joinedAt !== undefined),
    returned: Number(present && member.returned !== undefined),
    administrators: Number(member?.state === 'active' && member.roles.includes('administrator')),
  }
}

/** What an act does to a unit's count of its people. */
export const countedBy = (before: Counted | undefined, after: Counted): Count => together(countOf(after), countOf(before), -1)

/** What a unit counts with all of its people. */
export const countAll = (members: readonly Counted[]): Count =>
  members.map(countOf).reduce((sum, each) => together(sum, each), countOf(undefined))

/** Two counts as one; `by` -1 takes the second away. */
export const together = (one: Count, other: Count, by: 1 | -1 = 1): Count => ({
  people: one.people + by * other.people,
  joined: one.joined + by * other.joined,
  returned: one.returned + by * other.returned,
  administrators: one.administrators + by * other.administrators,
})

/** The roles of a member change while they are invited or active. */
export function changeRoles(kind: OrganisationKind, member: Pick<Membership, 'state'>, roles: readonly Role[]): Outcome<Role[]> {
  return may('person.roles-changed', member.state) ? fittingRoles(kind, roles) : wrongState(member)
}

/** A member leaves or is removed once; what they did stays theirs. */
export const leave = (member: Pick<Membership, 'state'>): Outcome<null> =>
  may('person.left', member.state) ? accept(null) : wrongState(member)

/** A member is suspended while invited or active; nobody suspends themselves. */
export function suspend(member: Pick<Membership, 'state' | 'person'>, by: string): Outcome<null> {
  if (member.person === by) return refuse('member.self')
  return may('person.suspended', member.state) ? accept(null) : wrongState(member)
}

/** A suspended member comes back as what they were: active if they had ever joined, else invited. */
export function reinstate(member: Pick<Membership, 'state' | 'joinedAt'>): Outcome<'active' | 'invited'> {
  if (!may('person.reinstated', member.state)) return wrongState(member)
  return accept(member.joinedAt ? 'active' : 'invited')
}
