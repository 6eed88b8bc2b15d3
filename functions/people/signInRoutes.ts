import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { accept } from '../../shared/outcome.ts'
import { Email, Password, PersonName, Token } from '../../shared/people/schema.ts'
import { longestHours } from '../../shared/people/sessions.ts'
import { answer, body, refused } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on, sessionCookie } from '../api/subject.ts'
import { sha256 } from '../aws/chain.ts'
import { send } from '../aws/jobs.ts'
import { acceptInvitation, openInvitation } from './invitations.ts'
import { people } from './rows.ts'
import { sessions } from './sessions.ts'
import { signInByLink, signInByPassword } from './signIn.ts'

const SignIn = z.strictObject({ email: Email, password: Password })
const Address = z.strictObject({ email: Email })
const Secret = z.strictObject({ token: Token })
const Acceptance = z.strictObject({ token: Token, name: PersonName.optional(), password: Password.optional() })

const fromOf = (c: Context) => ({ agent: c.req.header('user-agent'), forwarded: c.req.header('x-forwarded-for') })
const signedIn = (c: Context, token: string) =>
  setCookie(c, sessionCookie, token, { httpOnly: true, secure: true, sameSite: 'Strict', path: '/', maxAge: longestHours * 3600 })

/** Ways in: by password, by the link of a mail, by an invitation; and out. Nothing here tells whether an address is known. */
export const signInRoutes = new Hono()
  .post('/sign-in', on.anyone('session.open'), describe('sign-in', 'Signs in by password'), body(SignIn), async (c) => {
    const { email, password } = c.req.valid('json')
    const opened = await signInByPassword(email, password, c.var.doing, fromOf(c))
    if (!opened.ok) return refused(c, opened)
    signedIn(c, opened.value.token)
    return c.json({ signedIn: true })
  })
  .post(
    '/sign-in/link',
    on.anyone('session.open'),
    describe('sign-in', 'Asks for a mail with a sign-in link'),
    body(Address),
    async (c) => {
      await send({ job: 'sign-in-link', email: c.req.valid('json').email, id: c.var.doing.request, at: c.var.doing.at })
      return c.json({ sent: true }, 202)
    },
  )
  .post(
    '/sign-in/redeem',
    on.anyone('session.open'),
    describe('sign-in', 'Signs in by the link of a mail, once'),
    body(Secret),
    async (c) => {
      const opened = await signInByLink(c.req.valid('json').token, c.var.doing, fromOf(c))
      if (!opened.ok) return refused(c, opened)
      signedIn(c, opened.value.token)
      return c.json({ signedIn: true })
    },
  )
  .post('/sign-out', on.anyone('session.open'), describe('sign-in', 'Ends this session'), async (c) => {
    const token = getCookie(c, sessionCookie)
    const { actor, doing } = c.var
    const hash = token && sha256(token)
    if (hash && actor.kind === 'member') await sessions.end(hash, actor.person, actor.session)
    deleteCookie(c, sessionCookie, { path: '/', secure: true })
    return c.json({ signedOut: doing.at })
  })
  .post(
    '/invitations/preview',
    on.anyone('session.open'),
    describe('sign-in', 'What an invitation is for; changes nothing'),
    body(Secret),
    async (c) => {
      const opened = await openInvitation(c.req.valid('json').token, c.var.doing.at)
      if (!opened.ok) return refused(c, opened)
      const { token, person, member, unit } = opened.value
      const inviter = member.invitedBy === undefined ? undefined : await people.unit(member.invitedBy)
      return c.json({
        organisation: { id: unit.id, name: unit.name, kind: unit.kind },
        name: person.signedInAt ? person.name : member.name,
        email: person.email,
        roles: member.roles,
        known: person.signedInAt !== undefined,
        hasPassword: person.password !== undefined,
        invitedBy: inviter?.name,
        expiresAt: token.expiresAt,
      })
    },
  )
  .post(
    '/invitations/accept',
    on.anyone('session.open'),
    describe('sign-in', 'Accepts an invitation and signs in'),
    body(Acceptance),
    async (c) => {
      const { token, name, password } = c.req.valid('json')
      const accepted = await acceptInvitation(token, { name, password }, c.var.doing)
      if (!accepted.ok) return refused(c, accepted)
      const opened = await sessions.open(accepted.value.person, 'link', c.var.doing.at, fromOf(c))
      if (!opened.ok) return refused(c, opened)
      signedIn(c, opened.value.token)
      return answer(c, accept({ person: accepted.value.person, signedIn: true }))
    },
  )
