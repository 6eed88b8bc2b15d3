import { Hono } from 'hono'
import * as z from 'zod'
import type { Fact } from '../../events/catalogue.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { changeRoles, leave, reinstate, suspend } from '../../shared/people/members.ts'
import { Email, type MemberState, memberStates, PersonName, Roles } from '../../shared/people/schema.ts'
import { pick } from '../../shared/pick.ts'
import { answer, body, query, settled } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { type OrganisationRow, on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import type { Doing } from '../aws/table.ts'
import { members } from './members.ts'
import { endSessionsIn } from './reactions.ts'
import { type MemberRow, people } from './rows.ts'

const Invitation = z.strictObject({ email: Email, name: PersonName, roles: Roles })
const Page = z.strictObject({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  state: z.enum(Object.keys(memberStates) as [MemberState, ...MemberState[]]).optional(),
})
const Correction = z.strictObject({ email: Email })
const RoleChange = z.strictObject({ roles: Roles })
const WithReason = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
const Removal = z.strictObject({ reason: z.string().trim().min(1).max(2000).optional() })

const shown = (row: MemberRow) => pick(row, ['person', 'name', 'email', 'roles', 'state', 'invitedAt', 'joinedAt', 'leftAt', 'returned'])
type Scope = { doing: Doing; organisation: OrganisationRow }
/** Whether the actor manages from a unit above, which may take even the last administrator away. */
const above = ({ doing, organisation }: Scope) => doing.by.kind === 'member' && doing.by.organisation !== organisation.id

/** The people of a unit, for its own administrators and those of units above. */
export const memberRoutes = new Hono()
  .get(
    '/organisations/:organisation/members',
    on.organisation('members.read'),
    describe(
      'members',
      'The people of a unit; state=invited lists who has never signed in. `returned`: the mail of the last invitation came back, or was unwanted',
    ),
    query(Page),
    async (c) => {
      const { cursor, limit, state } = c.req.valid('query')
      const page = await members.page(c.var.organisation.id, cursor, limit)
      return c.json({ rows: page.rows.filter((row) => state === undefined || row.state === state).map(shown), cursor: page.cursor })
    },
  )
  .post(
    '/organisations/:organisation/members',
    on.organisation('members.manage'),
    describe('members', 'Invites a person into a unit by mail'),
    body(Invitation),
    async (c) => {
      const { organisation, doing } = c.var
      const invited = await members.invite(organisation, c.req.valid('json'), doing)
      return answer(c, await settled(key.organisation(organisation.id).pk, doing, invited), 201)
    },
  )
  .post(
    '/organisations/:organisation/members/:person/resend',
    on.organisation('members.manage'),
    describe('members', 'Sends an invitation again'),
    async (c) => answer(c, await act(c.var, c.req.param('person'), (member) => members.inviteAgain(member, c.var.doing))),
  )
  .post(
    '/organisations/:organisation/members/:person/address',
    on.organisation('members.manage'),
    describe('members', 'Corrects the address of an invitation that was not yet accepted: the right one is invited in its place'),
    body(Correction),
    async (c) => {
      const { organisation, doing } = c.var
      const member = await people.member(organisation.id, c.req.param('person'))
      if (!member) return answer(c, refuse('not-found'))
      const corrected = await members.correctAddress(organisation, member, c.req.valid('json').email, doing)
      return answer(c, await settled(key.organisation(organisation.id).pk, doing, corrected))
    },
  )
  .put(
    '/organisations/:organisation/members/:person/roles',
    on.organisation('members.manage'),
    describe('members', 'Changes a member’s roles'),
    body(RoleChange),
    async (c) =>
      answer(
        c,
        await act(c.var, c.req.param('person'), (member) => {
          const roles = changeRoles(c.var.organisation.kind, member, c.req.valid('json').roles)
          if (!roles.ok) return roles
          const fact: Fact = {
            type: 'person.roles-changed',
            person: member.person,
            organisation: member.organisation,
            roles: roles.value,
          }
          return members.change(member, { fact, roles: roles.value }, above(c.var), c.var.doing)
        }),
      ),
  )
  .post(
    '/organisations/:organisation/members/:person/suspend',
    on.organisation('members.manage'),
    describe('members', 'Suspends a member and ends their sessions'),
    body(WithReason),
    async (c) =>
      answer(
        c,
        await act(c.var, c.req.param('person'), (member) => {
          const allowed = suspend(member, c.var.doing.by.kind === 'member' ? c.var.doing.by.person : '')
          if (!allowed.ok) return allowed
          const fact: Fact = {
            type: 'person.suspended',
            person: member.person,
            organisation: member.organisation,
            reason: c.req.valid('json').reason,
          }
          return members.change(member, { fact, state: 'suspended' }, above(c.var), c.var.doing)
        }),
      ),
  )
  .post(
    '/organisations/:organisation/members/:person/reinstate',
    on.organisation('members.manage'),
    describe('members', 'Lets a suspended member back in'),
    async (c) =>
      answer(
        c,
        await act(c.var, c.req.param('person'), (member) => {
          const state = reinstate(member)
          if (!state.ok) return state
          const fact: Fact = { type: 'person.reinstated', person: member.person, organisation: member.organisation }
          return members.change(member, { fact, state: state.value }, above(c.var), c.var.doing)
        }),
      ),
  )
  .delete(
    '/organisations/:organisation/members/:person',
    on.organisation('members.manage'),
    describe('members', 'Removes a member; what they did stays'),
    query(Removal),
    async (c) =>
      answer(
        c,
        await act(c.var, c.req.param('person'), (member) => {
          const allowed = leave(member)
          if (!allowed.ok) return allowed
          const { reason } = c.req.valid('query')
          const fact: Fact = {
            type: 'person.left',
            person: member.person,
            organisation: member.organisation,
            ...(reason && { reason }),
          }
          return members.change(member, { fact, state: 'left', set: { leftAt: c.var.doing.at } }, above(c.var), c.var.doing)
        }),
      ),
  )

/** Loads the member, does it, ends sessions that no longer hold, and gives the member as they are now. */
async function act(
  { organisation, doing }: Scope,
  person: string,
  change: (member: MemberRow) => Outcome<unknown> | Promise<Outcome<unknown>>,
): Promise<Outcome<ReturnType<typeof shown>>> {
  const member = await people.member(organisation.id, person)
  if (!member) return refuse('not-found')
  const changed = await change(member)
  const saved = await settled(key.organisation(organisation.id).pk, doing, changed.ok ? accept({}) : changed)
  if (!saved.ok) return saved
  const now = (await people.member(organisation.id, person)) ?? member
  if (now.state !== 'active' || now.roles.join() !== member.roles.join()) await endSessionsIn(person, organisation.id, doing)
  return accept(shown(now))
}
