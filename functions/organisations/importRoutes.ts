import { Hono } from 'hono'
import * as z from 'zod'
import type { Fact } from '../../events/catalogue.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { readAccounts } from '../../shared/people/accounts.ts'
import { readRegister } from '../../shared/register/read.ts'
import { remarksOn } from '../../shared/register/remarks.ts'
import type { SheetRow } from '../../shared/sheets/row.ts'
import { answer, query, refused, sentences } from '../api/answer.ts'
import { describe } from '../api/describe.ts'
import { on } from '../api/subject.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { annotated } from '../documents/excel/annotated.ts'
import { readSpreadsheet } from '../documents/excel/read.ts'
import { again } from '../people/again.ts'
import { openAccounts, unitsNamed } from './accountImport.ts'
import { type Counts, type ImportRow, importBytes, keepImport, noteChunk, openImport, sheetIn, sum } from './importFile.ts'
import { applyRegister } from './registerApply.ts'
import { type Planned, planned, supervisorCode, supervisorsOf } from './registerPlan.ts'
import { type UnitRow, units } from './rows.ts'

/** Records a chunk carries out, so that a call stays far from the gateway's 29 seconds. */
const chunk = { register: 200, accounts: 100 } as const
/** A plan shows so many findings; the sheet given back holds them all. */
const shownFindings = 200
const Chunk = z.strictObject({ from: z.coerce.number().int().min(0).default(0) })

/**
 * Sheets that are carried out: the register of institutions, and accounts for units below. Sending one changes nothing and answers what it
 * would do; it is then carried out chunk by chunk, and the sheet can be had back with remarks beside the rows.
 */
export const importRoutes = new Hono()
  .post(
    '/organisations/:organisation/register',
    on.organisation('register.import'),
    describe('imports', 'What a register of institutions would change; CSV or Excel up to 4 MB, as a form’s file or as the body'),
    async (c) => {
      const sheet = await sheetOf(await sheetIn(c))
      if (!sheet.ok) return refused(c, sheet)
      const { organisation, doing } = c.var
      const { institutions, problems, oddities, account } = readRegister(sheet.value.rows)
      const supervisors = await supervisorsOf(institutions)
      const plan = await planned(organisation, institutions, supervisors)
      await keepImport(organisation.id, 'register', sheet.value.content, institutions.length, doing)
      const found = [...problems, ...refusedIn(plan)]
      const count = (does: (typeof plan)[number]['does']) => plan.filter((one) => one.does === does).length
      return c.json(
        {
          import: doing.request,
          account,
          records: institutions.length,
          create: count('create'),
          change: count('change'),
          unchanged: count('nothing'),
          supervisors: [...new Map(institutions.map(({ supervisor }) => [supervisorCode(supervisor), supervisor.name]))]
            .filter(([code]) => !supervisors.get(code))
            .map(([code, name]) => ({ code, name })),
          problems: found.slice(0, shownFindings),
          problemCount: found.length,
          oddities: oddities.slice(0, shownFindings),
          oddityCount: oddities.length,
          next: institutions.length > 0 ? 0 : null,
        },
        201,
      )
    },
  )
  .post(
    '/organisations/:organisation/register/:import/apply',
    on.organisation('register.import'),
    describe('imports', 'Carries out a chunk of a register; safe to repeat'),
    query(Chunk),
    async (c) => {
      const { organisation, doing } = c.var
      const opened = await openImport(organisation.id, c.req.param('import'), 'register')
      if (!opened.ok) return refused(c, opened)
      const { row, rows } = opened.value
      const { institutions } = readRegister(rows)
      const span = spanOf(c.req.valid('query').from, institutions.length, chunk.register)
      if (!span.ok) return refused(c, span)
      const { from, until } = span.value
      const { counts, refusals } = await applyRegister(organisation, row.id, institutions.slice(from, until), doing)
      const done = await noteChunk(row, from, counts)
      const finished = done.size >= Math.ceil(institutions.length / chunk.register)
      const recorded = finished ? await recordRegister(organisation.id, row, sum(done.values()), doing) : accept(null)
      if (!recorded.ok) return refused(c, recorded)
      const said = refusals.map(({ institution, refusal }) => ({ row: institution.line, code: refusal.code, ...sentences(refusal) }))
      return answer(c, accept(progress(from, until, institutions.length, counts, done, said)))
    },
  )
  .get(
    '/organisations/:organisation/register/:import/checked',
    on.organisation('register.import'),
    describe('imports', 'The register as it came, with remarks beside its rows'),
    async (c) => {
      const opened = await openImport(c.var.organisation.id, c.req.param('import'), 'register')
      if (!opened.ok) return refused(c, opened)
      const { rows } = opened.value
      const register = readRegister(rows)
      const plan = await planned(c.var.organisation, register.institutions, await supervisorsOf(register.institutions))
      return excel(await annotated(rows, remarksOn(rows, register, refusedIn(plan))), 'register-checked.xlsx')
    },
  )
  .post(
    '/organisations/:organisation/accounts/import',
    on.organisation('members.manage'),
    describe('imports', 'What a sheet of accounts (code, email, name, roles) would open; CSV or Excel up to 4 MB'),
    async (c) => {
      const sheet = await sheetOf(await sheetIn(c))
      if (!sheet.ok) return refused(c, sheet)
      const { organisation, doing } = c.var
      const { accounts, problems, records } = readAccounts(sheet.value.rows)
      const { problems: unknown } = await unitsNamed(organisation, accounts)
      await keepImport(organisation.id, 'accounts', sheet.value.content, accounts.length, doing)
      const found = [...problems, ...unknown].toSorted((a, b) => a.row - b.row)
      const next = accounts.length > 0 ? 0 : null
      const create = accounts.length - unknown.length
      return c.json(
        { import: doing.request, records, create, problems: found.slice(0, shownFindings), problemCount: found.length, next },
        201,
      )
    },
  )
  .post(
    '/organisations/:organisation/accounts/import/:import/apply',
    on.organisation('members.manage'),
    describe('imports', 'Invites the people of a chunk of a sheet of accounts; safe to repeat'),
    query(Chunk),
    async (c) => {
      const { organisation, doing } = c.var
      const opened = await openImport(organisation.id, c.req.param('import'), 'accounts')
      if (!opened.ok) return refused(c, opened)
      const { row, rows } = opened.value
      const { accounts } = readAccounts(rows)
      const span = spanOf(c.req.valid('query').from, accounts.length, chunk.accounts)
      if (!span.ok) return refused(c, span)
      const { from, until } = span.value
      const { counts, refusals } = await openAccounts(organisation, row.id, accounts.slice(from, until), doing)
      const done = await noteChunk(row, from, counts)
      const said = refusals.map(({ account, refusal }) => ({ row: account.line, code: refusal.code, ...sentences(refusal) }))
      return answer(c, accept(progress(from, until, accounts.length, counts, done, said)))
    },
  )
  .get(
    '/organisations/:organisation/accounts/import/:import/checked',
    on.organisation('members.manage'),
    describe('imports', 'The sheet of accounts as it came, with remarks beside its rows'),
    async (c) => {
      const opened = await openImport(c.var.organisation.id, c.req.param('import'), 'accounts')
      if (!opened.ok) return refused(c, opened)
      const { accounts, problems, at } = readAccounts(opened.value.rows)
      const { problems: unknown } = await unitsNamed(c.var.organisation, accounts)
      const findings = [...problems, ...unknown].map(({ row, column, text }) => ({
        row,
        at: at[column],
        text,
        severity: 'problem' as const,
      }))
      return excel(await annotated(opened.value.rows, findings), 'accounts-checked.xlsx')
    },
  )

/** Rows that are right by themselves and cannot be carried out in this tree. */
const refusedIn = (plan: readonly Planned[]) =>
  plan.flatMap((one) =>
    one.does === 'refuse'
      ? [{ row: one.institution.line, column: 'department', code: one.code, text: sentences(refuse(one.code, one.details)) }]
      : [],
  )

async function sheetOf(bytes: Outcome<Uint8Array>): Promise<Outcome<{ content: Uint8Array; rows: SheetRow[] }>> {
  if (!bytes.ok) return bytes
  if (bytes.value.byteLength > importBytes) return refuse('spreadsheet.too-large', { max: importBytes / 1_000_000 })
  const rows = await readSpreadsheet(bytes.value)
  return rows.ok ? accept({ content: bytes.value, rows: rows.value }) : rows
}

/** Chunks begin at fixed places, so that a repeated call is the same chunk. */
function spanOf(asked: number, records: number, size: number): Outcome<{ from: number; until: number }> {
  if (asked >= records) return refuse('import.past-end', { records })
  const from = asked - (asked % size)
  return accept({ from, until: Math.min(from + size, records) })
}

const progress = (from: number, until: number, records: number, counts: Counts, done: Map<number, Counts>, refusals: unknown[]) => ({
  from,
  counts,
  total: sum(done.values()),
  refusals,
  records,
  next: until < records ? until : null,
})

/** The last chunk of a register is recorded with what all of them did, once. */
const recordRegister = (organisation: string, row: ImportRow, total: Counts, doing: Doing): Promise<Outcome<unknown>> =>
  again(async () => {
    const unit: UnitRow | undefined = await units.byId(organisation)
    if (!unit) return refuse('not-found')
    const { created, changed, unchanged } = total
    const fact: Fact = { type: 'register.imported', organisation, created, changed, unchanged, sha256: row.sha256 }
    return table.commit({ ...doing, request: row.id }, [{ key: key.organisation(organisation), head: unit, fact }])
  })

const excel = (content: Buffer, name: string) =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
