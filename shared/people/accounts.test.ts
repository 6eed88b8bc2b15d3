import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../sheets/row.ts'
import { readAccounts } from './accounts.ts'

const sheet = (...rows: string[][]): SheetRow[] => rows.map((cells, i) => ({ line: i + 1, lines: 1, cells }))
const head = ['code', 'email', 'name', 'roles']
const good = ['4111010001', 'Zhang@example.edu.cn', '演示·张老师', '管理员、经办人']
const wrong = (row: string[]) => readAccounts(sheet(head, row)).problems.map(({ column, code }) => `${column} ${code}`)

describe('a sheet of accounts', () => {
  test('is read with headings in either language and in any order', () =>
    expect(
      readAccounts(sheet(['姓名', '角色', '邮箱', '单位代码'], ['演示·张老师', 'operator', 'a@example.org', '4111010001'])).accounts,
    ).toEqual([{ line: 2, code: '4111010001', email: 'a@example.org', name: '演示·张老师', roles: ['operator'] }]))
  test('gives addresses in small letters and roles by their keys', () =>
    expect(readAccounts(sheet(head, good)).accounts).toMatchObject([
      { email: 'zhang@example.edu.cn', roles: ['administrator', 'operator'] },
    ]))
  test('without a column is refused with its name', () =>
    expect(readAccounts(sheet(['code', 'name', 'roles'], good)).problems).toMatchObject([
      { row: 1, column: 'email', code: 'account.columns' },
    ]))
  test('may have blank rows', () => expect(readAccounts(sheet(head, ['', '', '', ''], good)).accounts).toMatchObject([{ line: 3 }]))
  test('names a bad address', () => expect(wrong(['4111010001', 'zhang', '演示', '管理员'])).toEqual(['email account.email']))
  test('names an unknown role', () => expect(wrong(['4111010001', 'a@example.org', '演示', '校长'])).toEqual(['roles account.roles']))
  test('gives no platform office', () => expect(wrong(['4111010001', 'a@example.org', '演示', 'audit'])).toEqual(['roles account.roles']))
  test('names everything wrong with a row at once', () =>
    expect(wrong(['41#1', '', '', ''])).toEqual([
      'email account.email',
      'name account.name',
      'code account.unit-unknown',
      'roles account.roles',
    ]))
  test('refuses the same person in the same unit twice, and takes them in two units', () => {
    expect(readAccounts(sheet(head, good, good)).problems).toMatchObject([{ row: 3, code: 'account.twice' }])
    expect(readAccounts(sheet(head, good, ['4111010002', ...good.slice(1)])).accounts).toHaveLength(2)
  })
})
