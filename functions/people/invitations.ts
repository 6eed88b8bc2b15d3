import type { Fact } from '../../events/catalogue.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { join } from '../../shared/people/members.ts'
import { acceptablePassword } from '../../shared/people/passwords.ts'
import { sha256 } from '../aws/chain.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Move, type Row, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { again } from './again.ts'
import { countedIn, withoutReturn } from './members.ts'
import { hashPassword } from './passwordHash.ts'
import type { MemberRow, PersonRow, UnitRow } from './rows.ts'

/** How long links serve. An invitation may wait on a desk for two weeks; a sign-in link is used at once. */
export const invitationDays = 14
export const signInLinkMinutes = 30

export type TokenRow = Row & { expiresAt: string; usedAt?: string; person: string } & (
    | { purpose: 'sign-in' }
    | { purpose: 'invitation'; organisation: string }
  )
type Opened = { token: TokenRow; person: PersonRow; member: MemberRow; unit: UnitRow }

/** The invitation a token stands for. Unknown, expired and void ones have one answer. */
export async function openInvitation(secret: string, at: string): Promise<Outcome<Opened>> {
  const token = await table.get<TokenRow>(key.token(sha256(secret)))
  if (token?.purpose !== 'invitation') return refuse('invitation.expired')
  const [person, member, unit] = (await table.getMany([
    key.person(token.person),
    key.member(token.organisation, token.person),
    key.organisation(token.organisation),
  ])) as unknown as [PersonRow | undefined, MemberRow | undefined, UnitRow | undefined]
  if (!person || !member || !unit) return refuse('invitation.expired')
  const allowed = join(unit, member)
  if (!allowed.ok) return allowed
  if (token.usedAt || token.expiresAt <= at) return refuse('invitation.expired')
  return accept({ token, person, member, unit })
}

/** A link is used once: whoever comes second finds it spent. */
export const spend = (token: TokenRow, at: string, spent: Parameters<typeof refuse>[0]): Write =>
  writes.update(
    { pk: token.pk, sk: token.sk },
    { usedAt: at },
    { expression: 'attribute_exists(pk) AND attribute_not_exists(usedAt)' },
    refuse(spent),
  )

/** Accepts an invitation: the person joins the unit, with a name and, if they want one, a password. */
export const acceptInvitation = (
  secret: string,
  chosen: { name?: string; password?: string },
  doing: Doing,
): Promise<Outcome<{ person: string }>> =>
  again(async () => {
    const opened = await openInvitation(secret, doing.at)
    if (!opened.ok) return opened
    const { token, person, member, unit } = opened.value
    const name = chosen.name ?? person.name
    if (name === '') return refuse('invitation.name-missing')
    const good = chosen.password === undefined ? accept(null) : acceptablePassword(chosen.password, person.email)
    if (!good.ok) return good
    const by: Doing = { ...doing, by: { kind: 'member', person: person.id, organisation: unit.id } }
    const joined: Fact = { type: 'person.joined', person: person.id, organisation: unit.id }
    const set = { name, organisation: unit.id }
    const moves: Move[] = [
      {
        key: member,
        head: member,
        fact: joined,
        set: { state: 'active', name, joinedAt: doing.at },
        remove: ['returned'],
        event: person.id,
      },
    ]
    const also = [
      spend(token, doing.at, 'invitation.used'),
      countedIn(unit.id, member, { ...withoutReturn(member), state: 'active', joinedAt: doing.at }),
    ]
    if (chosen.password !== undefined)
      moves.push({
        key: key.person(person.id),
        head: person,
        fact: { type: 'person.password-set', person: person.id },
        set: { ...set, password: await hashPassword(chosen.password) },
      })
    else
      also.push(
        writes.update(
          key.person(person.id),
          set,
          { expression: '#seq = :read', names: { '#seq': 'seq' }, values: { ':read': person.seq } },
          refuse('changed-meanwhile'),
        ),
      )
    const saved = await table.commit(by, moves, also)
    return saved.ok ? accept({ person: person.id }) : saved
  })

/** The person a sign-in link stands for, and the write that spends it. */
export async function openSignInLink(secret: string, at: string): Promise<Outcome<{ person: string; spend: Write }>> {
  const token = await table.get<TokenRow>(key.token(sha256(secret)))
  if (token?.purpose !== 'sign-in' || token.usedAt || token.expiresAt <= at) return refuse('sign-in.link-spent')
  return accept({ person: token.person, spend: spend(token, at, 'sign-in.link-spent') })
}
