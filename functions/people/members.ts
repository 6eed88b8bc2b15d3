import type { Fact } from '../../events/catalogue.ts'
import type { Returned } from '../../shared/mails/returns.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/outcome.ts'
import { type Count, concernsReturn, correctAddress, countedBy, invite, inviteAgain, together } from '../../shared/people/members.ts'
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
export const countedIn = (
  unit: string,
  before: MemberRow | undefined,
  after: Pick<Membership, 'state' | 'roles' | 'joinedAt' | 'returned'>,
): Write => countIn(unit, countedBy(before, after))

/** The unit must still be active, and counts what has changed of its people. */
const countIn = (unit: string, change: Count): Write =>
  isNothing(change) ? unitActive(unit) : writes.add(key.organisation(unit), change, refuse('organisation.closed'), active)
const isNothing = (change: Count) => Object.values(change).every((amount) => amount === 0)

/** A membership as it is once nothing of a mail that came back is known any more. */
export const withoutReturn = <M extends Partial<Membership>>({ returned: _, ...member }: M): Omit<M, 'returned'> => member

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
    remove: before ? ['leftAt', 'joinedAt', 'returned'] : undefined,
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
      [{ key: member, head: member, fact, set: { invitedAt: doing.at }, remove: ['returned'], event: member.person }],
      [countedIn(member.organisation, member, withoutReturn(member))],
    )
  },

  /** Invites the right address in the place of one that was wrong; links that went to the wrong one open nothing any more. */
  async correctAddress(unit: UnitRow, wrong: MemberRow, email: string, doing: Doing): Promise<Outcome<{ person: string }>> {
    const invitation: Invitation = { email, name: wrong.name, roles: wrong.roles }
    const known = await table.get<EmailRow>(key.email(addressHash(email)))
    const { person, writes: introduced } = introduce(known, invitation, doing)
    const there = known && (await people.member(unit.id, person))
    const roles = correctAddress(unit, wrong, email, there)
    if (!roles.ok) return roles
    const fact: Fact = { type: 'person.address-corrected', person: wrong.person, organisation: unit.id, invited: person }
    const set = { state: 'left', leftAt: doing.at }
    const saved = await table.commit(
      doing,
      [
        { key: wrong, head: wrong, fact, set, remove: ['returned'], event: wrong.person },
        inviting(unit, person, there, invitation, roles.value, doing),
      ],
      [
        countIn(
          unit.id,
          together(countedBy(wrong, { ...wrong, state: 'left' }), countedBy(there, { state: 'invited', roles: roles.value })),
        ),
        ...introduced,
      ],
    )
    return saved.ok ? accept({ person }) : saved
  },

  /**
   * Notes that an invitation came back. Of whoever has joined, left or was invited at another address meanwhile it is not noted.
   */
  bounced: (about: { unit: string; person: string }, to: string, { why, said }: Returned, doing: Doing): Promise<Outcome<unknown>> =>
    again(async () => {
      const member = await people.member(about.unit, about.person)
      if (!member || !concernsReturn(member, to)) return accept(null)
      const returned = { why, ...(said !== undefined && { said }) }
      const fact: Fact = { type: 'person.bounced', person: member.person, organisation: member.organisation, ...returned }
      const set = { returned: { at: doing.at, ...returned } }
      return table.commit(
        doing,
        [{ key: member, head: member, fact, set, event: member.person }],
        countsMove(member, { ...member, ...set }, true),
      )
    }),

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
      [
        {
          key: member,
          head: member,
          fact,
          set: { ...set, state, roles },
          remove: state === 'left' ? ['returned'] : undefined,
          event: member.person,
        },
      ],
      countsMove(member, { ...member, state, roles }, fromAbove),
    )
  },

  page: (organisation: string, cursor: string | undefined, limit: number) =>
    table.query<MemberRow>({ pk: key.organisation(organisation).pk, begins: 'MEMBER#', limit, cursor }),
}

/** Counts a unit's people as a membership changes from one to the other. */
function countsMove(before: MemberRow, after: Membership, fromAbove: boolean): Write[] {
  const change = countedBy(before, after)
  if (isNothing(change)) return []
  const last: Refusal = refuse('member.last-administrator')
  const stays = { expression: 'administrators > :one', values: { ':one': 1 } }
  return [writes.add(key.organisation(before.organisation), change, last, change.administrators < 0 && !fromAbove ? stays : undefined)]
}
