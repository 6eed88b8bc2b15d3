import type { Fact } from '../../events/catalogue.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/outcome.ts'
import { countedBy, invite, inviteAgain } from '../../shared/people/members.ts'
import type { MemberState, Membership } from '../../shared/people/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { derivedId } from '../aws/derived.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Move, type Row, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { again } from './again.ts'
import { addressHash, type EmailRow, type MemberRow, memberIndex, type PersonRow, people, type UnitRow } from './rows.ts'

export type Invitation = { email: string; name: string; roles: readonly Role[] }

const active = { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } }

/** The unit must still be active when something is written about its people. */
const unitActive = (unit: string): Write => writes.check(key.organisation(unit), active, refuse('organisation.closed'))

/** Who is invited or joins needs an active unit, which counts its people. */
export const countedIn = (unit: string, before: MemberRow | undefined, after: Pick<Membership, 'state' | 'roles' | 'joinedAt'>): Write =>
  writes.add(key.organisation(unit), countedBy(before, after), refuse('organisation.closed'), active)

/** A person new to the platform: their row and their address, or nothing when the address is known. */
export function introduce(known: EmailRow | undefined, invitation: Invitation, doing: Doing): { person: string; writes: Write[] } {
  if (known) return { person: known.person, writes: [] }
  const id = derivedId(doing.request, invitation.email)
  const meanwhile = refuse('changed-meanwhile')
  const person: Row & PersonRow = {
    ...key.person(id),
    id,
    name: invitation.name,
    email: invitation.email,
    language: 'zh',
    createdAt: doing.at,
    seq: 0,
    chain: '',
  }
  const address = addressHash(invitation.email)
  return { person: id, writes: [writes.putNew(person, meanwhile), writes.putNew({ ...key.email(address), person: id }, meanwhile)] }
}

/** The move by which somebody is invited into a unit; `before` is their earlier membership, if they had one. */
export function inviting(
  unit: Pick<UnitRow, 'id' | 'kind'>,
  person: string,
  before: MemberRow | undefined,
  invitation: Invitation,
  roles: Role[],
  { at, by }: Pick<Doing, 'at' | 'by'>,
): Move {
  const fact: Fact = { type: 'person.invited', person, organisation: unit.id, roles }
  const membership: Membership = {
    person,
    organisation: unit.id,
    unitKind: unit.kind,
    name: invitation.name,
    email: invitation.email,
    roles,
    state: 'invited',
    invitedAt: at,
    ...(by.kind === 'member' && { invitedBy: by.organisation }),
  }
  return {
    key: key.member(unit.id, person),
    head: before ?? null,
    fact,
    set: { ...membership, ...memberIndex(person, unit.id) },
    remove: before ? ['leftAt', 'joinedAt'] : undefined,
    event: person,
  }
}

export const members = {
  /** Invites a person into a unit; the mail follows from the fact. */
  invite: (unit: UnitRow, invitation: Invitation, doing: Doing): Promise<Outcome<{ person: string }>> =>
    again(async () => {
      const known = await table.get<EmailRow>(key.email(addressHash(invitation.email)))
      const { person, writes: introduced } = introduce(known, invitation, doing)
      const member = known && (await people.member(unit.id, person))
      const roles = invite(unit, member, invitation.roles)
      if (!roles.ok) return roles
      const saved = await table.commit(
        doing,
        [inviting(unit, person, member, invitation, roles.value, doing)],
        [countedIn(unit.id, member, { state: 'invited', roles: roles.value }), ...introduced],
      )
      return saved.ok ? accept({ person }) : saved
    }),

  /** Sends an invitation again; earlier links go on working until one is used. */
  async inviteAgain(member: MemberRow, doing: Doing): Promise<Outcome<unknown>> {
    const allowed = inviteAgain(member, doing.at)
    if (!allowed.ok) return allowed
    const fact: Fact = { type: 'person.invited', person: member.person, organisation: member.organisation, roles: member.roles }
    return table.commit(
      doing,
      [{ key: member, head: member, fact, set: { invitedAt: doing.at }, event: member.person }],
      [unitActive(member.organisation)],
    )
  },

  /**
   * Changes a membership. The unit's count of its people moves with it; only a unit above may take the last one away.
   */
  change(
    member: MemberRow,
    change: { fact: Fact; state?: MemberState; roles?: Role[]; set?: Record<string, unknown> },
    fromAbove: boolean,
    doing: Doing,
  ): Promise<Outcome<unknown>> {
    const { fact, state = member.state, roles = member.roles, set } = change
    return table.commit(
      doing,
      [{ key: member, head: member, fact, set: { ...set, state, roles }, event: member.person }],
      countsMove(member, { ...member, state, roles }, fromAbove),
    )
  },

  page: (organisation: string, cursor: string | undefined, limit: number) =>
    table.query<MemberRow>({ pk: key.organisation(organisation).pk, begins: 'MEMBER#', limit, cursor }),
}

/** Counts a unit's people as a membership changes from one to the other. */
function countsMove(before: MemberRow, after: Membership, fromAbove: boolean): Write[] {
  const change = countedBy(before, after)
  if (Object.values(change).every((amount) => amount === 0)) return []
  const last: Refusal = refuse('member.last-administrator')
  const stays = { expression: 'administrators > :one', values: { ':one': 1 } }
  return [writes.add(key.organisation(before.organisation), change, last, change.administrators < 0 && !fromAbove ? stays : undefined)]
}
