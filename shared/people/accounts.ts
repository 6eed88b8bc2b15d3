import type { Details } from '../outcome.ts'
import type { Role } from '../permissions/actors.ts'
import { roles } from '../permissions/actors.ts'
import { type RefusalCode, refusals } from '../refusals.ts'
import { isBlank, type SheetRow } from '../sheets/row.ts'
import { say, type Text } from '../text.ts'
import { Email, PersonName } from './schema.ts'

/** The columns of a sheet of accounts and what their headings may be called. */
export const accountColumns = {
  code: { zh: '单位代码', en: 'code', also: ['学校标识码', '学校代码', '代码', '标识码'] },
  email: { zh: '邮箱', en: 'email', also: ['电子邮箱', '邮件', 'e-mail', 'mail'] },
  name: { zh: '姓名', en: 'name', also: ['联系人'] },
  roles: { zh: '角色', en: 'roles', also: ['role'] },
} as const satisfies Record<string, Text & { also: readonly string[] }>
export type AccountColumn = keyof typeof accountColumns
const columns = Object.keys(accountColumns) as AccountColumn[]

/** Roles that are given in bulk; the platform offices are given one by one. */
const given = ['administrator', 'operator', 'approver', 'editor'] as const satisfies readonly Role[]

export type Account = { line: number; code: string; email: string; name: string; roles: Role[] }
export type AccountProblem = { row: number; column: AccountColumn; code: RefusalCode; text: Text }
export type AccountSheet = { accounts: Account[]; problems: AccountProblem[]; at: Partial<Record<AccountColumn, number>>; records: number }

export const accountProblem = (row: number, column: AccountColumn, code: RefusalCode, details: Details = {}): AccountProblem => ({
  row,
  column,
  code,
  text: { zh: say(refusals[code], 'zh', details), en: say(refusals[code], 'en', details) },
})

/** Reads a sheet of accounts: a row stands for one person in one unit; wrong rows are named with every reason, the others are read. */
export function readAccounts(rows: readonly SheetRow[]): AccountSheet {
  const [head, ...body] = rows.filter((row) => !isBlank(row))
  const at = headings(head?.cells ?? [])
  const sheet: AccountSheet = { accounts: [], problems: [], at, records: body.length }
  const missing = columns.filter((column) => at[column] === undefined)
  if (missing.length > 0) {
    const said = missing.map((column) => accountColumns[column].zh).join('、')
    sheet.problems.push(accountProblem(head?.line ?? 1, missing[0] ?? 'code', 'account.columns', { columns: said }))
    return sheet
  }
  const seen = new Map<string, number>()
  for (const row of body) {
    const { account, problems } = readAccount(row, at)
    const same = `${account.code}\n${account.email}`
    const before = seen.get(same)
    if (before !== undefined && problems.length === 0) problems.push(accountProblem(row.line, 'email', 'account.twice', { line: before }))
    if (before === undefined) seen.set(same, row.line)
    sheet.problems.push(...problems)
    if (problems.length === 0) sheet.accounts.push(account)
  }
  return sheet
}

function headings(cells: readonly string[]): AccountSheet['at'] {
  const said = cells.map((cell) => cell.trim().toLowerCase())
  const at: AccountSheet['at'] = {}
  for (const column of columns) {
    const { zh, en, also } = accountColumns[column]
    const names: readonly string[] = [zh, en, ...also]
    const index = said.findIndex((cell) => names.includes(cell))
    if (index >= 0) at[column] = index
  }
  return at
}

function readAccount(row: SheetRow, at: AccountSheet['at']): { account: Account; problems: AccountProblem[] } {
  const cell = (column: AccountColumn) => (row.cells[at[column] ?? -1] ?? '').trim()
  const problems: AccountProblem[] = []
  const email = Email.safeParse(cell('email'))
  if (!email.success) problems.push(accountProblem(row.line, 'email', 'account.email', { email: cell('email').slice(0, 80) }))
  const name = PersonName.safeParse(cell('name'))
  if (!name.success) problems.push(accountProblem(row.line, 'name', 'account.name'))
  const code = cell('code')
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(code))
    problems.push(accountProblem(row.line, 'code', 'account.unit-unknown', { code: code.slice(0, 40) }))
  const held = readRoles(cell('roles'))
  if (!held) problems.push(accountProblem(row.line, 'roles', 'account.roles', { roles: cell('roles').slice(0, 80) }))
  return { account: { line: row.line, code, email: email.data ?? '', name: name.data ?? '', roles: held ?? [] }, problems }
}

/** Roles by either name, several joined by 、 or commas. */
function readRoles(text: string): Role[] | undefined {
  const said = text
    .split(/[、，,;；/\s]+/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
  const found = said.map((part) => given.find((role) => role === part || roles[role].zh === part || roles[role].en.toLowerCase() === part))
  return found.length > 0 && found.every((role) => role !== undefined) ? [...new Set(found)] : undefined
}
