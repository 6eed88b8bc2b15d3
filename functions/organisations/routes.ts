import { Hono } from 'hono'
import * as z from 'zod'
import { organisationKindKeys } from '../../shared/organisations/kinds.ts'
import { OrganisationChange, OrganisationEntry } from '../../shared/organisations/schema.ts'
import { type Outcome, refuse } from '../../shared/outcome.ts'
import { accountShows } from '../../shared/people/account-standing.ts'
import { pick } from '../../shared/pick.ts'
import { answer, body, query, refused, settled } from '../api/answer.ts'
import { InLanguage } from '../api/asked.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { attachment } from '../aws/disposition.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { excelType } from '../documents/excel/answer.ts'
import { accountCounts, accountsBelow, excelOfAccounts } from './accounts.ts'
import { importRoutes } from './importRoutes.ts'
import { namesBelow } from './names.ts'
import { unitsBehind } from './record.ts'
import { type UnitRow, units } from './rows.ts'
import { organisations } from './store.ts'

const Page = z.strictObject({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  kind: z.enum(organisationKindKeys).optional(),
})
const Paged = Page.omit({ kind: true })
const show = z.enum(accountShows).optional()
const Accounts = Paged.extend({ show })
const AccountsExport = InLanguage.extend({ show })
const Closing = z.strictObject({ reason: z.string().trim().min(1).max(2000) })

const shown = (unit: UnitRow & Record<string, unknown>) =>
  pick(unit, [
    'id',
    'name',
    'kind',
    'code',
    'path',
    'province',
    'city',
    'level',
    'ownership',
    'jointlyBuilt',
    'alsoUnder',
    'state',
    'units',
    'administrators',
    'createdAt',
    'seq',
  ])

/** A unit's own page: the unit, and those above it. */
async function seen(unit: UnitRow) {
  const above = await units.many(unit.path, false)
  return {
    organisation: shown(unit as UnitRow & Record<string, unknown>),
    above: above.flatMap((each) => (each ? [{ id: each.id, name: each.name, kind: each.kind }] : [])),
  }
}

/** The tree of units: a unit's own page, those below it, entering, changing, moving and closing them, and the names for the picker. */
export const organisationRoutes = new Hono()
  .get(
    '/organisations/names',
    on.member('organisation.pick'),
    describe('organisations', 'Names and codes of all units down to universities, for the picker; cached by ETag'),
    async (c) => {
      const { id, path } = c.var.member.organisation
      const { body: names, etag } = await namesBelow(path[0] ?? id)
      c.header('etag', etag)
      c.header('cache-control', 'private, max-age=60')
      if (c.req.header('if-none-match') === etag) return c.body(null, 304)
      return c.body(names, 200, { 'content-type': 'application/json' })
    },
  )
  .get(
    '/organisations/:organisation',
    on.organisation('organisation.read'),
    describe('organisations', 'A unit, and the units above it'),
    async (c) => c.json(await seen(c.var.organisation)),
  )
  .get(
    '/organisations/:organisation/below',
    on.organisation('organisation.read'),
    describe('organisations', 'The units right below one, a page at a time'),
    query(Page),
    async (c) => {
      const page = await units.below(c.var.organisation.id, c.req.valid('query'))
      const rows = await units.many(
        page.rows.map(({ id }) => id),
        false,
      )
      return c.json({ rows: rows.flatMap((unit) => (unit ? [shown(unit as UnitRow & Record<string, unknown>)] : [])), cursor: page.cursor })
    },
  )
  .post(
    '/organisations/:organisation/below',
    on.organisation('organisation.create-below'),
    describe('organisations', 'Enters a unit below one'),
    body(OrganisationEntry),
    async (c) => {
      const { organisation, doing } = c.var
      const entered = await organisations.enter(organisation.id, c.req.valid('json'), doing)
      return answer(c, await settled(key.organisation(doing.request).pk, doing, entered), 201)
    },
  )
  .patch(
    '/organisations/:organisation',
    on.organisation('organisation.change'),
    describe('organisations', 'Changes a unit, or moves it with everything below to another supervising unit'),
    body(OrganisationChange),
    async (c) => {
      const { organisation, doing, actor } = c.var
      const { pk } = key.organisation(organisation.id)
      const mover = actor.kind === 'member' ? actor.organisation.id : ''
      const changed = await organisations.change(organisation.id, c.req.valid('json'), mover, doing)
      if (!changed.ok || !('stale' in changed.value)) return answer(c, await settled(pk, doing, changed as Outcome<{ id: string }>))
      const stale = await settled<{ repeated: boolean }>(pk, doing, refuse('changed-meanwhile'))
      return stale.ok ? answer(c, stale) : refused(c, stale, await seen(changed.value.stale))
    },
  )
  .post(
    '/organisations/:organisation/close',
    on.organisation('organisation.change'),
    describe('organisations', 'Closes a unit that has no active units below'),
    body(Closing),
    async (c) => {
      const { organisation, doing } = c.var
      const closed = await organisations.close(organisation.id, c.req.valid('json').reason, doing)
      return answer(c, await settled(key.organisation(organisation.id).pk, doing, closed))
    },
  )
  .get(
    '/organisations/:organisation/accounts',
    on.organisation('members.read'),
    describe(
      'organisations',
      'The units right below with their people, or those of them alone that have no account, where nobody has ever signed in, or where the mail of an invitation came back',
    ),
    query(Accounts),
    async (c) => {
      return c.json(await accountsBelow(c.var.organisation.id, c.req.valid('query')))
    },
  )
  .get(
    '/organisations/:organisation/accounts/counts',
    on.organisation('members.read'),
    describe('organisations', 'How many units there are right below, without an account, and where nobody has ever signed in'),
    async (c) => c.json(await accountCounts(c.var.organisation.id)),
  )
  .get(
    '/organisations/:organisation/accounts.xlsx',
    on.organisation('members.read'),
    describe('organisations', 'The same list as Excel, a line for each person'),
    query(AccountsExport),
    async (c) => {
      const { organisation } = c.var
      const { show, language } = c.req.valid('query')
      const file = await excelOfAccounts(organisation.id, show, language)
      return c.body(file, 200, { 'content-type': excelType, 'content-disposition': attachment(`${organisation.name}.xlsx`) })
    },
  )
  .get(
    '/organisations/:organisation/events',
    on.organisation('organisation.audit'),
    describe('organisations', 'What has happened to a unit and its people, latest first'),
    query(Paged),
    async (c) => {
      const { cursor, limit } = c.req.valid('query')
      const page = await table.query({ pk: key.organisation(c.var.organisation.id).pk, begins: 'EVENT#', limit, cursor, reverse: true })
      const units = await unitsBehind(page.rows)
      return c.json({
        rows: page.rows.map(({ pk: _pk, sk, kind: _kind, ...event }, i) => ({ ...event, id: sk, unit: units[i] ?? null })),
        cursor: page.cursor,
      })
    },
  )
  .route('/', importRoutes)
