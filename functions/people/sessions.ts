import { ulid } from 'ulid'
import type { Fact } from '../../events/catalogue.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { barred } from '../../shared/people/barred.ts'
import { deviceOf, isUnusual, networkOf, withTraces } from '../../shared/people/devices.ts'
import { longestHours, type Session, stillGood } from '../../shared/people/sessions.ts'
import type { Actor, Member } from '../../shared/permissions/actors.ts'
import { sha256 } from '../aws/chain.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Row, table } from '../aws/table.ts'
import { newToken } from '../aws/tokens.ts'
import { type Write, writes } from '../aws/writes.ts'
import { again } from './again.ts'
import { type MemberRow, type PersonRow, people, type UnitRow } from './rows.ts'

/** How a session began; a password may be set without the old one shortly after signing in by link. */
export type SignInWay = 'password' | 'link'
/** Where a sign-in comes from: the user agent, and the header that names the callers before our gateway. */
export type SignInFrom = { agent?: string | undefined; forwarded?: string | undefined }
/** `unusual` names the device of a session that began where its person had not been seen before. */
export type MemberSession = Session & { way: SignInWay; unusual?: string }
type SessionOf = Row & { hash: string; session: string }

/** Kept as hashes that are of use for this person only. */
function tracesOf(person: string, { agent, forwarded }: SignInFrom): string[] {
  const network = networkOf(forwarded)
  return [`device\n${deviceOf(agent) ?? ''}`, ...(network === undefined ? [] : [`network\n${network}`])].map((trace) =>
    sha256(`${person}\n${trace}`).slice(0, 16),
  )
}

/** Who a person is while they act for one of their units. */
export const memberActor = (person: PersonRow, member: MemberRow, unit: UnitRow, session: string): Member => ({
  kind: 'member',
  person: person.id,
  name: person.name,
  organisation: { id: unit.id, name: unit.name, kind: unit.kind, path: unit.path },
  roles: member.roles,
  session,
})

export const sessions = {
  /** Opens a session for a person, acting for the unit they acted for last; refused when they are an active member nowhere. */
  open: (
    personId: string,
    way: SignInWay,
    at: string,
    from: SignInFrom,
    also: readonly Write[] = [],
  ): Promise<Outcome<{ token: string }>> =>
    again(async () => {
      const person = await people.byId(personId)
      const all = person ? await people.places(person.id, person.organisation) : []
      const places = all.filter(({ member, unit }) => member.state === 'active' && unit.state === 'active')
      const place = places.find(({ unit }) => unit.id === person?.organisation) ?? places[0]
      if (!person) return refuse('sign-in.failed')
      if (!place) return barred(all)
      const { token, hash } = newToken()
      const session = ulid(Date.parse(at))
      const ttl = Math.floor(Date.parse(at) / 1000) + longestHours * 3600
      const known = person.traces ?? []
      const traces = tracesOf(person.id, from)
      const device = deviceOf(from.agent)
      const unusual = isUnusual(known, traces) ? (device ?? '–') : undefined
      const fact: Fact = { type: 'person.signed-in', person: person.id, way }
      const doing: Doing = { by: { kind: 'member', person: person.id, organisation: place.unit.id }, at, request: session }
      const saved = await table.commit(
        doing,
        [
          {
            key: key.person(person.id),
            head: person,
            fact,
            set: { signedInAt: at, organisation: place.unit.id, traces: withTraces(known, traces) },
          },
        ],
        [
          ...also,
          writes.put({
            ...key.session(hash),
            actor: memberActor(person, place.member, place.unit, session),
            way,
            createdAt: at,
            lastSeenAt: at,
            ttl,
            ...(device && { device }),
            ...(unusual && { unusual }),
          }),
          writes.put({ ...key.sessionOf(person.id, session), hash, session, ttl }),
          writes.check(
            key.member(place.unit.id, person.id),
            { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
            refuse('changed-meanwhile'),
          ),
        ],
      )
      return saved.ok ? accept({ token }) : saved
    }),

  get: (hash: string) => table.get<MemberSession>(key.session(hash)),

  /** A session of a person by its id, which is also the request of the sign-in that opened it. */
  async byId(person: string, session: string): Promise<MemberSession | undefined> {
    const row = await table.get<SessionOf>(key.sessionOf(person, session))
    return row && sessions.get(row.hash)
  },

  /** A person's sessions that still serve, with the hashes by which they are found. */
  async of(person: string, at: string): Promise<{ hash: string; session: MemberSession }[]> {
    const rows = await table.all<SessionOf>({ pk: key.person(person).pk, begins: 'SESSION#', consistent: true })
    const found: (Row | undefined)[] = []
    for (let from = 0; from < rows.length; from += 100)
      found.push(...(await table.getMany(rows.slice(from, from + 100).map(({ hash }) => key.session(hash)))))
    return rows.flatMap(({ hash }, i) => {
      const session = found[i] as MemberSession | undefined
      return session && stillGood(session, at) ? [{ hash, session }] : []
    })
  },

  /** Lets a session act for another of the person's units. */
  switch: (hash: string, actor: Actor, member: MemberRow) =>
    table.write(
      writes.update(
        key.session(hash),
        { actor },
        { expression: 'attribute_exists(pk) AND attribute_not_exists(revoked)' },
        refuse('session.missing'),
      ),
      writes.check(
        { pk: member.pk, sk: member.sk },
        { expression: '#seq = :read', names: { '#seq': 'seq' }, values: { ':read': member.seq } },
        refuse('changed-meanwhile'),
      ),
    ),

  /** Signs out of one session. */
  async end(hash: string, person: string, session: string): Promise<void> {
    await table.write(writes.remove(key.session(hash)), writes.remove(key.sessionOf(person, session)))
  },

  /** Ends those sessions of a person that `which` names; how many is recorded. Ending again ends nothing more. */
  async revoke(personId: string, doing: Doing, which: (session: MemberSession) => boolean): Promise<number> {
    const ended = (await sessions.of(personId, doing.at)).filter(({ session }) => which(session))
    for (const { hash, session } of ended) {
      const id = session.actor.kind === 'member' ? session.actor.session : ''
      await table.write(
        writes.update(key.session(hash), { revoked: true }, { expression: 'attribute_exists(pk)' }, 'done'),
        writes.remove(key.sessionOf(personId, id)),
      )
    }
    if (ended.length > 0)
      await again(async () => {
        const person = await people.byId(personId)
        if (!person) return accept(null)
        const fact: Fact = { type: 'session.revoked', person: personId, sessions: ended.length }
        return table.commit({ ...doing, request: ulid(Date.parse(doing.at)) }, [{ key: key.person(personId), head: person, fact }])
      })
    return ended.length
  },
}
