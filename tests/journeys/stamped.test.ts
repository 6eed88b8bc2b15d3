import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pdf, png } from '../../functions/malware/makers.ts'
import { endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { handUp, openBatch, type Started } from './calls.ts'
import { clockOf } from './later.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'
import { category } from './world.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const { province } = world
const applicants = world.universities.slice(7, 9)

let browser: Browser
let visit: Visit
let page: Page
let batch: string
let folder: string
let entered: Started[]
const unit = () => `/batches/${batch}/units/${province.unit.id}`
const ordered = () => `/batches/${batch}/ordered/${category}`
beforeAll(async () => {
  browser = await theBrowser()
  batch = await openBatch(world.origin, world.national, '演示·精品项目遴选（盖章）', await clockOf(world.origin))
  entered = []
  for (const [i, applicant] of applicants.entries()) entered.push(await handUp(world.origin, applicant, batch, category, 50 + i))
  visit = await visitAs(browser, world.origin, province)
  // The browser of the tests shows no documents; one at a desk does.
  await visit.context.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true }))
  page = visit.page
  folder = mkdtempSync(join(tmpdir(), 'journey-'))
  writeFileSync(join(folder, '盖章件.pdf'), pdf())
  writeFileSync(join(folder, '盖章件.png'), png(4, 4))
}, 120_000)
afterAll(async () => {
  await endVisits()
  rmSync(folder, { recursive: true, force: true })
})
const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])
const upload = (name = '盖章件.pdf') => page.locator('input[type="file"]').setInputFiles(join(folder, name))
const confirmButton = () => page.getByRole('button', { name: '确认名单' })

describe('several at once', () => {
  const both = async (act: string) => {
    for (const { id } of entered)
      await page
        .locator('tr', { has: page.locator(`a[href*="${id}"]`) })
        .getByRole('checkbox')
        .check()
    await page.getByRole('button', { name: act, exact: true }).click()
    await page.getByRole('dialog').getByText(`将${act} 2 项`).waitFor()
  }
  const confirm = async (act: string) => {
    await clean()
    await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).dblclick()
    await page.getByText(`已${act} 2 项`, { exact: true }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const reminded = async () =>
    (
      await Promise.all(
        applicants.map(async ({ email }) => (await fetch(`${world.mailbox}.json?to=${email}`)).json() as Promise<{ subject: string }[]>),
      )
    ).map((mails) => mails.filter(({ subject }) => subject.includes('请尽快提交')).length)

  test('are returned with the same words, and reminded of it, once', async () => {
    await open(visit, `/batches/${batch}/list?category=${category}`)
    await both('退回修改')
    await page.getByRole('dialog').getByRole('textbox', { name: '总体意见' }).fill('请补充佐证材料。')
    await confirm('退回修改')
    for (const [i, { path }] of entered.entries()) {
      const { submission } = (await done(world.origin, applicants[i] ?? world.national, path)) as { submission: { state: string } }
      expect(submission.state).toBe('returned')
    }
    await both('催报')
    await confirm('催报')
    await expect.poll(reminded).toEqual([1, 1])
    await page
      .locator('tbody')
      .getByText(/已催报：/)
      .nth(1)
      .waitFor()
    await clean()
    for (const [i, { path }] of entered.entries())
      await done(world.origin, applicants[i] ?? world.national, `${path}/submit`, { method: 'POST', key: ulid() })
    await done(world.origin, province, `${unit()}/bulk`, {
      body: { action: 'recommend', opinion: '同意推荐。', submissions: entered.map(({ id }) => id) },
      key: ulid(),
    })
  })
})

describe('a stamped scan', () => {
  test('is uploaded, fits the list, and stands beside it', async () => {
    await open(visit, ordered())
    await page.getByText('还没有上传盖章件').waitFor()
    expect(await confirmButton().isDisabled()).toBe(true)
    await upload()
    await page.getByText('与当前名单一致', { exact: true }).waitFor()
    await page.getByRole('button', { name: '对照名单查看' }).click()
    await page.getByRole('region', { name: '盖章件与名单对照' }).waitFor()
    await page.locator('iframe[title*="盖章件.pdf"]').waitFor()
    await clean()
    expect(await confirmButton().isEnabled()).toBe(true)
  })

  test('becomes stale when something on the list is corrected, and the desk says so', async () => {
    const [first] = entered
    const [applicant = world.national] = applicants
    const path = first?.path ?? ''
    await done(world.origin, province, `${path}/undo`, { body: { reason: '材料需要更正' }, key: ulid() })
    const until = new Date((await clockOf(world.origin)) + 86_400_000).toISOString()
    await done(world.origin, province, `${path}/return`, { body: { comments: { basics: '请更正负责人信息' }, until }, key: ulid() })
    await done(world.origin, applicant, `${path}/submit`, { method: 'POST', key: ulid() })
    await done(world.origin, province, `${path}/recommend`, { body: { opinion: '已更正，同意推荐。' }, key: ulid() })
    await open(visit, ordered())
    await page.getByText('盖章件已失效').waitFor()
    expect(await confirmButton().isDisabled()).toBe(true)
    await clean()
    await open(visit, '/')
    await page
      .locator('.desk-batch', { hasText: '演示·精品项目遴选（盖章）' })
      .getByRole('link', { name: '1 个类别的盖章件已失效，须重新打印盖章' })
      .click()
    await page.getByRole('heading', { name: /^推荐名单/, level: 1 }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: '1 个类别的盖章件已失效，须重新打印盖章' }).waitFor()
    await page.goForward()
    await page.getByText('盖章件已失效').waitFor()
  })

  test('cannot be confirmed past the page either', async () => {
    const { sha256 } = await done(world.origin, province, `${unit()}/lists/${category}`)
    const refused = await ask(world.origin, province, `${unit()}/lists/${category}/confirm`, { body: { sha256 }, key: ulid() })
    expect([refused.status, refused.body.code]).toEqual([409, 'list.scan-stale'])
  })

  test('may be a photograph, which stands beside the list as one', async () => {
    await upload('盖章件.png')
    await page.getByText('与当前名单一致', { exact: true }).waitFor()
    await page.getByRole('button', { name: '对照名单查看' }).click()
    const picture = page.locator('img[alt*="盖章件.png"]')
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(4)
    await clean()
  })

  test('is replaced, and then the list is confirmed and final', async () => {
    await upload()
    await page.getByText('盖章件：盖章件.pdf').waitFor()
    await page.getByText('与当前名单一致', { exact: true }).waitFor()
    await confirmButton().click()
    await page.getByRole('dialog').getByText('本类别共推荐 2 项').waitFor()
    await clean()
    await page.getByRole('dialog').getByRole('button', { name: '确认名单' }).click()
    await page.getByText(/^名单已于.*确认$/).waitFor()
    expect(await confirmButton().count()).toBe(0)
    expect(await page.getByRole('button', { name: /^上移/ }).count()).toBe(0)
    await clean()
    const { sha256 } = await done(world.origin, province, `${unit()}/lists/${category}`)
    const again = await ask(world.origin, province, `${unit()}/lists/${category}/confirm`, { body: { sha256 }, key: ulid() })
    expect([again.status, again.body.code]).toEqual([409, 'list.confirmed'])
  })

  test('is not for others', async () => {
    const refused = await ask(world.origin, world.provinceEditor, `${unit()}/lists/${category}/scan`, {
      method: 'PUT',
      body: { file: ulid(), sha256: 'x'.repeat(43) },
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
    expect((await ask(world.origin, world.ministry, `${unit()}/lists/${category}`)).status).toBe(404)
  })
})

test('the list reads in English too, on a phone, which opens the scan instead of framing it', async () => {
  const english = await visitAs(browser, world.origin, province, { language: 'en', device: 'phone' })
  await open(english, ordered())
  await english.page.getByRole('button', { name: 'Compare with the list' }).click()
  const way = english.page.locator('.beside-open')
  await way.waitFor()
  expect(await way.innerText()).toMatch(/Open the scan\s+盖章件\.pdf\s+\d+(\.\d+)? (K?B)\s·\s1 page\s·\suploaded /)
  expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(80)
  expect(await english.page.locator('iframe').count()).toBe(0)
  const [opened] = await Promise.all([english.context.waitForEvent('page'), way.click()])
  const [sent] = await Promise.all([opened.waitForEvent('download'), opened.waitForLoadState().catch(() => undefined)])
  expect(sent.url()).toContain('response-content-type=application%2Fpdf')
  await opened.close()
  expect(await faults(english, 'en', people)).toEqual([])
  await english.close()
})

test('a confirmed list is given back by the host, with a reason, who comes to it from what stands on it', async () => {
  const office = await visitAs(browser, world.origin, world.national)
  const dialog = office.page.getByRole('dialog')
  await open(office, `/batches/${batch}/submissions/${entered[0]?.id}`)
  await office.page.getByRole('link', { name: new RegExp(`^推荐名单.*${province.unit.name}$`) }).click()
  await office.page.getByText(/名单已于.*确认/).waitFor()
  await office.page.getByRole('button', { name: '退回名单' }).click()
  const giveBack = dialog.getByRole('button', { name: '退回名单' })
  expect(await giveBack.isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: '理由' }).fill('请按名额重新排序。')
  expect(await faults(office, 'zh', people)).toEqual([])
  await giveBack.dblclick()
  await office.page.getByText('名单已退回', { exact: true }).waitFor()
  await office.page.getByText('名单未确认').waitFor()
  expect(await office.page.getByRole('button', { name: '退回名单' }).count()).toBe(0)
  expect(await faults(office, 'zh', people)).toEqual([])
  await office.page.goBack()
  await office.page.getByRole('button', { name: '审查通过' }).waitFor()
  await open(office, `/batches/${batch}/submissions?category=${category}&unit=${province.unit.id}`)
  await office.page.getByRole('link', { name: '推荐名单', exact: true }).click()
  await office.page.getByRole('heading', { name: /^推荐名单/, level: 1 }).waitFor()
  await office.close()
  const again = await ask(world.origin, world.national, `${unit()}/lists/${category}/reopen`, { body: { reason: '再次退回' }, key: ulid() })
  expect([again.status, again.body.code]).toEqual([409, 'list.not-confirmed'])
  await open(visit, ordered())
  await page
    .getByRole('button', { name: /^(上移|下移)/ })
    .first()
    .waitFor()
  await clean()
})
