import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Fact } from '../../events/catalogue.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { leave } from '../../shared/people/members.ts'
import { acceptablePassword } from '../../shared/people/passwords.ts'
import { LanguageKey, Password, PersonName } from '../../shared/people/schema.ts'
import { answer, body, refused } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on, sessionCookie } from '../api/subject.ts'
import { sha256 } from '../aws/chain.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { attempts } from './attempts.ts'
import { members } from './members.ts'
import { hashPassword } from './passwordHash.ts'
import { endSessionsIn } from './reactions.ts'
import { addressHash, type PersonRow, people } from './rows.ts'
import { memberActor, sessions } from './sessions.ts'
import { tryPassword } from './signIn.ts'

const Active = z.strictObject({ organisation: z.ulid() })
const Leaving = z.strictObject({ organisation: z.ulid(), reason: z.string().trim().min(1).max(2000).optional() })
const Profile = z.strictObject({ name: PersonName.optional(), language: LanguageKey.optional() })
const NewPassword = z.strictObject({ current: Password.optional(), password: Password })
/** So long after signing in by link a password may be set without the old one. */
const freshMinutes = 30

const hashOfSession = (c: Context) => sha256(getCookie(c, sessionCookie) ?? '')
const shown = ({ id, name, email, language, password }: PersonRow) => ({ id, name, email, language, hasPassword: password !== undefined })

/** One's own affairs: who I am, for which unit I act, where I am signed in, my password, leaving. */
export const meRoutes = new Hono()
  .get('/me', on.member('self.manage'), describe('me', 'Who I am, my units, and the one I act for'), async (c) => {
    const { member } = c.var
    const [person, places] = await Promise.all([people.byId(member.person), people.memberships(member.person, member.organisation.id)])
    if (!person) return refused(c, refuse('session.missing'))
    const { path: _, ...organisation } = member.organisation
    return c.json({
      person: shown(person),
      memberships: places.map(({ member: { roles }, unit: { id, name, kind } }) => ({ organisation: { id, name, kind }, roles })),
      active: { organisation, roles: member.roles },
    })
  })
  .put('/me', on.member('self.manage'), describe('me', 'Changes my name or language'), body(Profile), async (c) => {
    const { member } = c.var
    const saved = await table.write(
      writes.update(key.person(member.person), c.req.valid('json'), { expression: 'attribute_exists(pk)' }, refuse('not-found')),
    )
    const person = saved.ok ? await people.byId(member.person) : undefined
    return answer(c, person ? accept(shown(person)) : refuse('not-found'))
  })
  .post('/me/active', on.member('self.manage'), describe('me', 'Acts for another of my units from now on'), body(Active), async (c) => {
    const { member } = c.var
    const { organisation } = c.req.valid('json')
    const [person, places] = await Promise.all([people.byId(member.person), people.memberships(member.person, organisation)])
    const place = places.find(({ unit }) => unit.id === organisation)
    if (!person || !place) return refused(c, refuse('not-found'))
    const actor = memberActor(person, place.member, place.unit, member.session)
    const saved = await sessions.switch(hashOfSession(c), actor, place.member)
    const { path: _, ...unit } = actor.organisation
    return answer(c, saved.ok ? accept({ organisation: unit, roles: actor.roles }) : saved)
  })
  .get('/me/sessions', on.member('self.manage'), describe('me', 'Where I am signed in'), async (c) => {
    const { member, doing } = c.var
    const open = (await sessions.of(member.person, doing.at)).flatMap(({ session: { actor, createdAt, lastSeenAt, device } }) =>
      actor.kind === 'member'
        ? [
            {
              id: actor.session,
              createdAt,
              lastSeenAt,
              device,
              organisation: actor.organisation.name,
              current: actor.session === member.session,
            },
          ]
        : [],
    )
    return c.json({ sessions: open.toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt)) })
  })
  .delete('/me/sessions', on.member('self.manage'), describe('me', 'Signs me out everywhere else'), async (c) => {
    const { member, doing } = c.var
    return c.json({ ended: await sessions.revoke(member.person, doing, ({ actor }) => sessionId(actor) !== member.session) })
  })
  .delete('/me/sessions/:session', on.member('self.manage'), describe('me', 'Ends one of my sessions'), async (c) => {
    const { member, doing } = c.var
    const ended = await sessions.revoke(member.person, doing, ({ actor }) => sessionId(actor) === c.req.param('session'))
    return answer(c, ended > 0 ? accept({ ended }) : refuse('not-found'))
  })
  .put(
    '/me/password',
    on.member('self.manage'),
    describe('me', 'Sets or changes my password and signs me out elsewhere'),
    body(NewPassword),
    async (c) => {
      const { member, doing } = c.var
      const { current, password } = c.req.valid('json')
      const person = await people.byId(member.person)
      if (!person) return refused(c, refuse('session.missing'))
      const good = acceptablePassword(password, person.email)
      if (!good.ok) return refused(c, good)
      const known = await mayChangePassword(person, current, hashOfSession(c), doing)
      if (!known.ok) return refused(c, known)
      const fact: Fact = { type: 'person.password-set', person: person.id }
      const saved = await table.commit(doing, [
        { key: key.person(person.id), head: person, fact, set: { password: await hashPassword(password) } },
      ])
      if (saved.ok) await sessions.revoke(person.id, doing, ({ actor }) => sessionId(actor) !== member.session)
      return answer(c, saved.ok ? accept({ changed: true }) : saved)
    },
  )
  .post('/me/leave', on.member('self.manage'), describe('me', 'Leaves a unit; what I did there stays'), body(Leaving), async (c) => {
    const { member: me, doing } = c.var
    const { organisation, reason } = c.req.valid('json')
    const member = await people.member(organisation, me.person)
    if (!member) return refused(c, refuse('not-found'))
    const allowed = leave(member)
    if (!allowed.ok) return refused(c, allowed)
    const fact: Fact = { type: 'person.left', person: me.person, organisation, ...(reason && { reason }) }
    const saved = await members.change(member, { fact, state: 'left', set: { leftAt: doing.at } }, false, doing)
    if (saved.ok) await endSessionsIn(me.person, organisation, doing)
    return answer(c, saved.ok ? accept({ left: organisation }) : saved)
  })

const sessionId = (actor: { kind: string; session?: string }) => (actor.kind === 'member' ? actor.session : undefined)

/** A password may be changed by who knows the old one, has none yet, or has just come by a link of a mail. */
async function mayChangePassword(
  person: PersonRow,
  current: string | undefined,
  sessionHash: string,
  doing: Doing,
): Promise<Outcome<unknown>> {
  if (person.password === undefined) return accept(null)
  const session = await sessions.get(sessionHash)
  const fresh = session?.way === 'link' && Date.parse(doing.at) - Date.parse(session.createdAt) < freshMinutes * 60_000
  if (fresh) return accept(null)
  if (current === undefined) return refuse('password.wrong')
  const tried = await tryPassword(person.email, current, doing)
  if (!tried.ok) return tried.code === 'sign-in.failed' ? refuse('password.wrong') : tried
  return table.write(attempts.forget(addressHash(person.email)))
}
