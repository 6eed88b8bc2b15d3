import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { endVisits, faults, theBrowser, type Visit, visit as visitor } from './browser.ts'
import { type Started, start } from './calls.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const people = [/演示·/]
const applicant = world.universities[15] ?? world.national
const category = 'quality-project'
const address = 'colleague-together@example.edu.cn'

let browser: Browser
let mine: Visit
let theirs: Visit
let started: Started
beforeAll(async () => {
  browser = await theBrowser()
  started = await start(world.origin, applicant, world.batch, category)
  mine = await visitAs(browser, world.origin, applicant)
  theirs = await visitor(browser, { baseURL: world.origin, device: 'phone' })
})
afterAll(endVisits)
const clean = async (at: Visit) => expect(await faults(at, 'zh', people)).toEqual([])
const section = () => `${started.path}/sections/features`
const practice = (page: Page) => page.getByRole('textbox', { name: '二、主要做法' })
const stored = async () => ((await done(world.origin, applicant, section())).values as Record<string, unknown>).practice

type Mail = { text: string }
const invitation = async (): Promise<string> => {
  const mails = async () => (await (await fetch(`${world.mailbox}.json?to=${encodeURIComponent(address)}`)).json()) as Mail[]
  await expect.poll(async () => (await mails()).length).toBeGreaterThan(0)
  return /https?:\/\/\S+\/app\/invitation#t=\S+/.exec((await mails())[0]?.text ?? '')?.[0] ?? ''
}

describe('two people of a unit write together', () => {
  test('one asks a colleague to join from the list of sections', async () => {
    await open(mine, started.path)
    await mine.page.getByText('现在没有其他同事打开这项申报').waitFor()
    await mine.page.getByRole('button', { name: '邀请同事' }).click()
    const dialog = mine.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '邮箱' }).fill(address)
    await dialog.getByRole('textbox', { name: '姓名' }).fill('演示·钱老师')
    await dialog.getByRole('checkbox', { name: /经办人/ }).check()
    await clean(mine)
    await dialog.getByRole('button', { name: '发送邀请' }).click()
    await mine.page.getByText(`邀请已发送至 ${address}`).waitFor()
  })

  test('who comes by the mail and finds the application', async () => {
    await theirs.page.goto(await invitation())
    await theirs.page.getByRole('textbox', { name: /密码/ }).fill('writing-together-works')
    await theirs.page.getByRole('button', { name: '接受并进入' }).click()
    await theirs.page.getByRole('heading', { level: 1, name: /演示·钱老师/ }).waitFor()
    await theirs.page.locator(`a[href$="${started.path}"]`).first().click()
    await theirs.page.getByRole('heading', { name: '填报栏目' }).waitFor()
    await clean(theirs)
  })

  test('each sees in which section the other is', async () => {
    await open(theirs, section())
    await practice(theirs.page).waitFor()
    await open(mine, started.path)
    const here = mine.page.getByRole('list', { name: '正在填报的同事' })
    await here.getByText('演示·钱老师').waitFor()
    await here.getByText('正在填写“工作基础与特色”').waitFor()
    await mine.page.getByRole('listitem').filter({ hasText: '工作基础与特色' }).getByText('演示·钱老师正在填写').waitFor()
    await clean(mine)
    await open(mine, section())
    await mine.page.getByText('演示·钱老师也在填写本栏目').waitFor()
    await clean(mine)
  })

  test('and when both save the same answer, both texts are there, and who comes second brings them together', async () => {
    await practice(mine.page).fill('第一，课程教学。')
    await expect.poll(stored).toBe('第一，课程教学。')
    await practice(theirs.page).fill('第二，咨询服务。')
    const dialog = theirs.page.getByRole('dialog')
    await dialog.getByText('课程教学').first().waitFor()
    await dialog.getByText('咨询服务').first().waitFor()
    await dialog.getByText(/演示·王老师.*保存了本栏目/).waitFor()
    theirs.complaints.length = 0
    await clean(theirs)
    expect(await stored()).toBe('第一，课程教学。')
    await dialog.getByLabel('合并两份').click()
    await dialog.getByLabel('合并后的内容').fill('第一，课程教学。\n第二，咨询服务。')
    await dialog.getByRole('button', { name: '按以上选择保存' }).dblclick()
    await expect.poll(stored).toBe('第一，课程教学。\n第二，咨询服务。')
    await theirs.page.goBack()
    await theirs.page.getByRole('heading', { name: '填报栏目' }).waitFor()
    const english = await visitAs(browser, world.origin, applicant, { language: 'en', device: 'phone' })
    await open(english, section())
    expect(await faults(english, 'en', people)).toEqual([])
    await english.close()
    const { version } = await done(world.origin, applicant, section())
    const outdated = await ask(world.origin, applicant, section(), { method: 'PUT', body: { version: Number(version) - 1, values: {} } })
    expect([outdated.status, outdated.body.code]).toEqual([409, 'section.changed'])
    const stranger = await ask(world.origin, world.editor, section(), { method: 'PUT', body: { version, values: {} } })
    expect([stranger.status, stranger.body.code]).toEqual([404, 'not-found'])
    await open(mine, started.path)
    await mine.page
      .getByText(/演示·钱老师 .*保存/)
      .first()
      .waitFor()
    await done(world.origin, applicant, `${started.path}/discard`, { method: 'POST', body: {} })
  })
})
