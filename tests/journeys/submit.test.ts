import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mp4 } from '../../functions/malware/makers.ts'
import type { Form } from '../../shared/forms/schema.ts'
import { endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { fill } from './calls.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'
import { category } from './world.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const applicant = world.universities[10] ?? world.national
const megabytes = 30 * 1024 * 1024
const title = '演示·“知行合一”心理健康教育案例'

let browser: Browser
let visit: Visit
let page: Page
let path: string
let folder: string
const id = () => path.split('/').at(-1) ?? ''

beforeAll(async () => {
  browser = await theBrowser()
  visit = await visitAs(browser, world.origin, applicant, { device: 'phone' })
  page = visit.page
  folder = mkdtempSync(join(tmpdir(), 'journey-'))
})
afterAll(async () => {
  await endVisits()
  rmSync(folder, { recursive: true, force: true })
})
const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])

describe('an applicant', () => {
  test('finds the call on the desk and starts in a category', async () => {
    await open(visit, '/')
    await clean()
    await page.locator(`a[href$="/batches/${world.batch}/apply"]`).first().click()
    await page.getByRole('heading', { name: '选择申报类别', level: 1 }).waitFor()
    await clean()
    await page.getByRole('button', { name: '开始填报 心理健康教育典型案例' }).click()
    await page.getByRole('heading', { name: '填报栏目' }).waitFor()
    path = new URL(page.url()).pathname.replace(/^\/app/, '')
    expect(path).toMatch(new RegExp(`^/batches/${world.batch}/submissions/[0-9A-Z]{26}$`))
    await clean()
  })

  test('writes a section, which saves itself and is there after a reload', async () => {
    await page.getByText('开始填写“项目基本信息”').waitFor()
    await page.getByRole('link', { name: '打开此栏目' }).click()
    await page.getByRole('textbox', { name: '项目名称' }).fill(title)
    await page.getByText('已保存').first().waitFor()
    await clean()
    await page.reload()
    await page.getByRole('textbox', { name: '项目名称' }).waitFor()
    expect(await page.getByRole('textbox', { name: '项目名称' }).inputValue()).toBe(title)
    await page.goBack()
    await page.getByRole('heading', { name: '填报栏目' }).waitFor()
  })

  test('is told where a form has no such section, and finds the way back', async () => {
    await open(visit, `${path}/sections/no-such-section`)
    await page.getByRole('heading', { name: '没有找到这个页面', level: 1 }).waitFor()
    await clean()
    await open(visit, path)
  })

  test('is told what is missing and led to the field', async () => {
    await page.getByRole('link', { name: '检查并提交' }).click()
    await page.getByRole('heading', { name: /还有 \d+ 处需要完善/ }).waitFor()
    expect(await page.getByRole('button', { name: '提交', exact: true }).isDisabled()).toBe(true)
    await clean()
    await page
      .getByRole('link', { name: /启动年月/ })
      .first()
      .click()
    await page.getByRole('heading', { name: '项目基本信息', level: 1 }).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[id^="f-"]') !== null && document.activeElement?.tagName === 'INPUT')
    const form = (await done(world.origin, applicant, `${path}/form`)) as unknown as Form
    await fill(world.origin, applicant, { id: id(), path, form }, 40, ['video', 'videoLink'])
  })

  test('uploads a film of 30 MB and goes on where it broke off', async () => {
    const film = join(folder, '工作视频.mp4')
    writeFileSync(film, Buffer.concat([mp4(), Buffer.alloc(megabytes, 1)]))
    const sent: string[] = []
    page.on('requestfinished', (request) => {
      const part = new URL(request.url()).searchParams.get('partNumber')
      if (request.method() === 'PUT' && part) sent.push(part)
    })
    // The third part never arrives: the line is cut, and the page is left.
    const third = (url: URL) => url.searchParams.get('partNumber') === '3'
    await page.route(third, () => undefined)
    await open(visit, `${path}/sections/attachments`)
    const chooser = () => page.locator('input[type="file"][accept*="mp4"]')
    await chooser().setInputFiles(film)
    await expect.poll(() => sent.toSorted().join()).toBe('1,2')
    await page.unroute(third)
    await page.reload()
    await page.getByRole('heading', { name: '附件材料', level: 1 }).waitFor()
    await chooser().setInputFiles(film)
    await expect.poll(() => sent.toSorted().join()).toBe('1,2,3,4')
    await page.getByText('已保存').first().waitFor()
    await expect
      .poll(async () => JSON.stringify((await done(world.origin, applicant, `${path}/sections/attachments`)).values))
      .toContain('工作视频.mp4')
    await clean()
  })

  test('hands it in and holds a receipt', async () => {
    await open(visit, path)
    await page.getByRole('link', { name: '检查并提交' }).click()
    await page.getByText('内容完整，可以提交').waitFor()
    await clean()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).waitFor()
    await clean()
    await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click()
    await page.getByRole('heading', { name: '提交成功', level: 1 }).waitFor()
    const { rows } = (await done(world.origin, applicant, `${path}/versions`)) as { rows: { receipt: string; sha256: string }[] }
    expect(rows).toHaveLength(1)
    await page.getByText(rows[0]?.receipt ?? '', { exact: true }).waitFor()
    await page.getByText(rows[0]?.sha256 ?? '', { exact: true }).waitFor()
    await clean()
  })

  test('gets the application as PDF', async () => {
    const button = page.getByRole('button', { name: '下载申报书 PDF' })
    await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull()
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    const content = await readFile(await download.path())
    expect(content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(content.length).toBeGreaterThan(20_000)
  })

  test('comes back to the task list, not to the act, and handing in again changes nothing', async () => {
    await page.goBack()
    await page.getByRole('heading', { name: '办理进程' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/app${path}`)
    await clean()
    const again = await ask(world.origin, applicant, `${path}/submit`, { method: 'POST', key: ulid() })
    expect(again.status).toBe(409)
    expect((await done(world.origin, applicant, `${path}/versions`)).rows).toHaveLength(1)
  })

  test('sees its path, withdraws it to correct, and can hand it in again', async () => {
    await page.getByText('现在：').waitFor()
    await page.getByRole('button', { name: '撤回修改' }).click()
    await page.getByRole('dialog').getByText('逾期未重新提交的，视为放弃申报').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '撤回修改' }).click()
    await page.getByRole('link', { name: '检查并提交' }).waitFor()
    await done(world.origin, applicant, `${path}/submit`, { method: 'POST', key: ulid() })
    await page.reload()
    await page.getByRole('link', { name: '第 2 版' }).waitFor()
    await clean()
  })
})

test('someone without the role is refused', async () => {
  const answer = await ask(world.origin, world.editor, path)
  expect([answer.status, answer.body.code]).toEqual([403, 'role.not-allowed'])
  const stranger = await ask(world.origin, world.universities[11] ?? world.national, path)
  expect(stranger.status).toBe(404)
})

test('a fresh application reads in English too, on a desktop', async () => {
  const english = await visitAs(browser, world.origin, applicant, { language: 'en' })
  const { id: draft } = await done(world.origin, applicant, `/batches/${world.batch}/submissions`, { body: { category }, key: ulid() })
  const fresh = `/batches/${world.batch}/submissions/${draft}`
  for (const each of [fresh, `${fresh}/sections/basics`, `${fresh}/check`, path]) {
    await open(english, each)
    expect([each, await faults(english, 'en', people)]).toEqual([each, []])
  }
  await done(world.origin, applicant, `${fresh}/discard`, { method: 'POST', key: ulid() })
  await english.page.getByRole('link', { name: 'Receipt' }).click()
  const button = english.page.getByRole('button', { name: 'Download as PDF' })
  await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull()
  expect(await faults(english, 'en', people)).toEqual([])
  const [download] = await Promise.all([english.page.waitForEvent('download'), button.click()])
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await english.close()
})
