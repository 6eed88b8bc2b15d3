import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { fill, type Started, start } from './calls.ts'
import { done } from './people.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const people = [/演示·/]
const applicant = world.universities[7] ?? world.national
const title = '演示·不用鼠标的申报'
/** Within this, what was typed last is with the server. */

let browser: Browser
let visit: Visit
let page: Page
let started: Started
beforeAll(async () => {
  browser = await theBrowser()
  started = await start(world.origin, applicant, world.batch, 'quality-project')
  visit = await visitAs(browser, world.origin, applicant)
  page = visit.page
  await visit.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.origin })
}, 60_000)
afterAll(endVisits)

const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])
const named = () =>
  page.evaluate(() => {
    const { activeElement: now } = document
    const label = now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement ? now.labels?.[0]?.textContent : undefined
    return `${now?.tagName ?? ''} ${now?.getAttribute('aria-label') ?? label ?? now?.textContent ?? ''}`
  })
/** Presses Tab until the focus is on what has this name; nothing on the way is clicked. */
async function tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = []
  for (let pressed = 0; pressed < 400; pressed++) {
    await page.keyboard.press(key)
    const now = await named()
    if (name.test(now)) return
    passed.push(now.slice(0, 30))
  }
  throw new Error(`no way to ${name} by Tab, past ${passed.slice(-12).join(' · ')}`)
}
const places = () =>
  started.form.sections.flatMap((section) =>
    section.fields.flatMap((field) => (field.kind === 'table' ? [{ section: section.key, field }] : [])),
  )
const table = (key: string) => {
  const found = places().find(({ field }) => field.key === key)
  if (!found) throw new Error(`the form has no table ${key}`)
  return found
}
const rowsOf = async (section: string, key: string) =>
  ((await done(world.origin, applicant, `${started.path}/sections/${section}`)).values as Record<string, Record<string, unknown>[]>)[key] ??
  []

/** Puts cells into the clipboard as a spreadsheet does, as text and as a table, and pastes them into the first cell. */
async function pasteInto(section: string, cells: readonly (readonly string[])[]): Promise<void> {
  await open(visit, `${started.path}/sections/${section}`)
  await page.evaluate(
    async (rows) => {
      const text = rows.map((row) => row.join('\t')).join('\r\n')
      const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
      const kinds = { 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) }
      await navigator.clipboard.write([new ClipboardItem(kinds)])
    },
    cells.map((row) => [...row]),
  )
  await page.locator('[data-cell="0.0"] :is(input, select, textarea)').first().focus()
  await page.keyboard.press('Control+V')
}

describe('fifty rows out of a spreadsheet', () => {
  test('fill a table of people up to its limit, and how many were left out is said', async () => {
    const { section, field } = table('team')
    const rows = Array.from({ length: 50 }, (_, i) => [
      `演示·${i + 1}`,
      i % 2 ? '女' : '男',
      `19${70 + (i % 20)}年3月`,
      '大学',
      '教授',
      '研究',
      '2',
    ])
    await pasteInto(section, rows)
    const taken = Math.min(50, field.maxRows)
    await page.getByText(`已粘贴 ${taken} 行。`).waitFor()
    if (taken < 50) await page.getByText(`超出上限的 ${50 - taken} 行未粘贴。`).waitFor()
    await expect.poll(async () => (await rowsOf(section, field.key)).length).toBe(taken)
    const [first] = await rowsOf(section, field.key)
    expect(first).toMatchObject({ name: '演示·1', born: '1970-03', share: 2 })
    await clean()
  })

  test('fill a table of money, whose cells nobody can read are left empty and said', async () => {
    const { section, field } = table('items')
    const choices = field.columns.flatMap((column) => (column.kind === 'choice' ? column.choices.map(({ label }) => label.zh) : []))
    const rows = Array.from({ length: 50 }, (_, i) => [
      choices[i % choices.length] ?? '',
      `依据 ${i + 1}`,
      i === 1 ? '约三万' : `${i + 1}.5`,
    ])
    await pasteInto(section, rows)
    const taken = Math.min(50, field.maxRows)
    await page.getByText(`已粘贴 ${taken} 行。`).waitFor()
    await page.getByText(/个单元格无法识别/).waitFor()
    await expect.poll(async () => (await rowsOf(section, field.key))[0]?.amount).toBe(1_500_000)
    expect((await rowsOf(section, field.key))[1]?.amount ?? null).toBeNull()
    await clean()
  })
})

describe('without a mouse, an applicant', () => {
  test('goes from the task list into a section, and from field to field, each of which keeps what is typed', async () => {
    await fill(world.origin, applicant, started, 40, ['video', 'videoLink'])
    await open(visit, started.path)
    await tabTo(/^A 项目基本信息$/)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: '项目名称' }).waitFor()
    await tabTo(/^INPUT .*项目名称/)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(title)
    await page.keyboard.press('Tab')
    const next = await named()
    expect(next).toMatch(/^(INPUT|SELECT|TEXTAREA|BUTTON)/)
    await page.keyboard.press('Shift+Tab')
    expect(await named()).toMatch(/项目名称/)
    await page.keyboard.press('Tab')
    expect(await named()).toBe(next)
    await page.getByText('已保存').first().waitFor()
    expect(await page.getByRole('textbox', { name: '项目名称' }).inputValue()).toBe(title)
    await clean()
  })

  test('leaves it, checks everything and hands it in', async () => {
    await tabTo(/^BUTTON 稍后再填/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '填报栏目' }).waitFor()
    await tabTo(/^A 检查并提交/)
    await page.keyboard.press('Enter')
    await page.getByText('内容完整，可以提交').waitFor()
    await tabTo(/^BUTTON 提交$/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).waitFor()
    await tabTo(/^BUTTON 确认提交/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '提交成功', level: 1 }).waitFor()
    await page.getByRole('heading', { name: '接下来' }).waitFor()
    await clean()
    const { rows } = (await done(world.origin, applicant, `${started.path}/versions`)) as { rows: unknown[] }
    expect(rows).toHaveLength(1)
    await done(world.origin, applicant, `${started.path}/recall`, { method: 'POST', key: ulid() })
  })
})
