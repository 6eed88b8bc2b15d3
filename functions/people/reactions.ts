import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { invitationLink, issueLink } from './links.ts'
import type { MemberRow, PersonRow, UnitRow } from './rows.ts'
import { sessions } from './sessions.ts'

/** Mails the invitation with a new link, unless the person has joined or left meanwhile. */
export async function mailInvitation(fact: Recorded<FactOf<'person.invited'>>): Promise<void> {
  const inviter = fact.by.kind === 'member' ? fact.by : undefined
  const [person, member, unit, inviting] = (await table.getMany([
    key.person(fact.person),
    key.member(fact.organisation, fact.person),
    key.organisation(fact.organisation),
    ...(inviter ? [key.organisation(inviter.organisation)] : []),
  ])) as unknown as [PersonRow | undefined, MemberRow | undefined, UnitRow | undefined, UnitRow | undefined]
  if (!person || !unit || member?.state !== 'invited') return
  const { token, expiresAt } = await issueLink({ purpose: 'invitation', person: person.id, organisation: unit.id }, fact.at)
  await send({
    job: 'mail',
    mail: 'invitation',
    to: person.email,
    id: `${fact.request}.${fact.person}`,
    about: { unit: unit.id, person: person.id },
    data: {
      name: member.name,
      unit: unit.name,
      inviter: inviting?.name ?? unit.name,
      roles: member.roles,
      until: expiresAt,
      link: invitationLink(token),
    },
  })
}

/** A person who signed in where they had not been seen before is told, so that somebody else with their password does not go unnoticed. */
export async function mailUnusual(fact: Recorded<FactOf<'person.signed-in'>>): Promise<void> {
  const session = await sessions.byId(fact.person, fact.request)
  const person = session?.unusual === undefined ? undefined : await table.get<PersonRow>(key.person(fact.person))
  if (!person) return
  await send({
    job: 'mail',
    mail: 'sign-in-unusual',
    to: person.email,
    id: fact.request,
    data: { name: person.name, at: fact.at, device: session?.unusual, link: `${environment().PUBLIC_ORIGIN}/app/account` },
  })
}

/** Who was suspended, has left, or has other roles now, acts no longer through sessions begun before. */
export async function endSessions(fact: Recorded<FactOf<'person.suspended' | 'person.left' | 'person.roles-changed'>>): Promise<void> {
  await endSessionsIn(fact.person, fact.organisation, fact)
}

/** Ends a person's sessions for one unit that began before a fact about it. */
export const endSessionsIn = (person: string, organisation: string, fact: { by: Recorded['by']; at: string; request: string }) =>
  sessions.revoke(
    person,
    { by: { kind: 'system', cause: fact.request }, at: fact.at, request: fact.request },
    ({ actor, createdAt }) => actor.kind === 'member' && actor.organisation.id === organisation && createdAt <= fact.at,
  )
