import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'

const command = fileURLToPath(new URL('import.ts', import.meta.url))
const sample = fileURLToPath(new URL('../../shared/register/sample.csv', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuren-import-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a person without an account does, on a machine where nothing answers. */
const run = (args: readonly string[], language = 'en_GB.UTF-8') =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const { SHUREN_EMAIL: _, SHUREN_PASSWORD: __, ...env } = process.env
    const asked = ['--dry-run', '--origin', 'http://127.0.0.1:9']
    execFile(process.execPath, [command, ...args, ...asked], { env: { ...env, LC_ALL: language } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    )
  })

describe('a register is read without an account and without a platform', () => {
  test('every line of it is accounted for', async () => {
    const { code, said } = await run(['register', sample])
    const counted = /^(\d+) lines: (\d+) header, (\d+) institutions, (\d+) refused, (\d+) continued, (\d+) blank$/m.exec(said)
    const [lines, ...went] = (counted ?? []).slice(1).map(Number)
    expect(lines).toBe(readFileSync(sample, 'utf8').trimEnd().split('\n').length)
    expect(went.reduce((all, some) => all + some, 0)).toBe(lines)
    expect(said).toContain(`${went[1]} institutions can be imported`)
    expect(said).toContain('0 problems')
    expect(said).toContain('Not signed in')
    expect(code).toBe(0)
  })
  test('rows that are wrong are told and marked in the sheet that is written back, and end it with 2', async () => {
    const [file, checked] = [join(folder, 'broken.csv'), join(folder, 'checked.xlsx')]
    const rows = ['code,name,province,department,city,level,remarks', '4111099001,演示明德大学,11,北京市,北京市,本科,']
    writeFileSync(
      file,
      [...rows, '41110990,演示短码大学,11,北京市,北京市,本科,', '4111099003,演示理工大学,11,北京市,北京市,大专,'].join('\n'),
    )
    const { code, said } = await run(['register', file, '--checked', checked], 'zh_CN.UTF-8')
    expect(code).toBe(2)
    expect(said).toContain('可导入院校 1 所')
    expect(said).toMatch(/ {4}3 {2}code .*“41110990”应为 10 位数字/)
    expect(said).toMatch(/ {4}4 {2}level .*“大专”/)
    const sheet = await readSpreadsheet(readFileSync(checked))
    const marked = sheet.ok ? sheet.value.map(({ cells }) => cells.join(' ')) : []
    expect(marked[1]).not.toContain('应为')
    expect(marked[2]).toContain('应为 10 位数字')
    expect(marked[3]).toContain('大专')
  })
  test('what is no sheet is refused with the reason', async () => {
    const file = join(folder, 'nothing.xlsx')
    writeFileSync(file, 'PK')
    const { code, said } = await run(['register', file])
    expect([code, said.trim().length > 20]).toEqual([1, true])
  })
  test('accounts are not: they belong to units, which only the platform knows', async () => {
    const { code, said } = await run(['accounts', sample])
    expect([code, said]).toEqual([1, expect.stringContaining('SHUREN_PASSWORD')])
  })
})
