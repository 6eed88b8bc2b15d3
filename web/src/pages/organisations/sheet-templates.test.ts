import { expect, test } from 'vitest'
import { readSpreadsheet } from '../../../../functions/documents/excel/read.ts'
import { readAccounts } from '../../../../shared/people/accounts.ts'
import { readRegister } from '../../../../shared/register/read.ts'
import { languages } from '../../../../shared/text.ts'
import { templateSheet } from './sheet-templates.ts'

const rowsOf = async (sheet: string) => {
  const rows = await readSpreadsheet(new TextEncoder().encode(sheet))
  return rows.ok ? rows.value : []
}

test.each(languages)('the sheets to fill in are read as they are, in %s', async (language) => {
  const accounts = readAccounts(await rowsOf(templateSheet('accounts', language)))
  expect(accounts.problems).toEqual([])
  expect(accounts.accounts).toMatchObject([{ line: 2, code: '4132010001', email: 'teacher@example.edu.cn', roles: ['administrator'] }])
  const register = readRegister(await rowsOf(templateSheet('register', language)))
  expect(register.problems).toEqual([])
  expect(register.institutions).toMatchObject([{ code: '4132010001', name: '示例大学' }])
})
