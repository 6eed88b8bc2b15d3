import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { endVisits, faults, layoutShifts, theBrowser, type Visit } from './browser.ts'
import { fill, type Started, start } from './calls.ts'
import { done } from './people.ts'
import { open, visitAs } from './visits.ts'
import { category } from './world.ts'

const world = inject('world')
const people = [/演示·/]
const [applicant = world.national] = world.universities
const password = 'what-is-written-is-kept'

let browser: Browser
let mine: Visit
let theirs: Visit
let started: Started
beforeAll(async () => {
  browser = await theBrowser()
  started = await start(world.origin, applicant, world.batch, category)
  await done(world.origin, applicant, '/me/password', { method: 'PUT', body: { password, current: password } })
  mine = await visitAs(browser, world.origin, applicant)
  theirs = await visitAs(browser, world.origin, world.colleague, { device: 'phone' })
})
afterAll(endVisits)

const section = () => `${started.path}/sections/basics`
const title = (page: Page) => page.getByRole('textbox', { name: '项目名称' })
const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor()
const stored = async () => ((await done(world.origin, applicant, section())).values as Record<string, unknown>).title
const begin = async (visit: Visit) => {
  await open(visit, section())
  await title(visit.page).waitFor()
}

describe('what is written is never lost', () => {
  test('when two people write in the same field: both texts are shown, and one chooses', async () => {
    await begin(mine)
    await begin(theirs)
    await title(mine.page).fill('演示·心理育人一校一策')
    await saved(mine.page)
    await title(theirs.page).fill('演示·阳光驿站')
    const dialog = theirs.page.getByRole('dialog')
    await dialog.getByText('演示·心理育人一校一策').waitFor()
    await dialog.getByText('演示·阳光驿站').waitFor()
    theirs.complaints.length = 0
    expect(await faults(theirs, 'zh', people)).toEqual([])
    expect(await stored()).toBe('演示·心理育人一校一策')
    expect(await dialog.locator('ins').allTextContents()).toEqual(['阳光驿站'])
    expect(await dialog.locator('del').allTextContents()).toEqual(['心理育人一校一策'])
    await dialog.getByLabel('合并两份').check()
    expect(await dialog.getByLabel('合并后的内容').inputValue()).toBe('演示·阳光驿站 演示·心理育人一校一策')
    await dialog.getByRole('button', { name: '按以上选择保存' }).click()
    await saved(theirs.page)
    expect(await stored()).toBe('演示·阳光驿站 演示·心理育人一校一策')
  })

  test('when they write in different fields: both are kept without a question', async () => {
    await begin(mine)
    await begin(theirs)
    const contact = (page: Page) => page.getByRole('textbox', { name: '合作单位' })
    await contact(theirs.page).fill('演示·东部第二大学')
    await saved(theirs.page)
    await title(mine.page).fill('演示·两人同时写')
    await mine.page.getByText('已自动合并').waitFor()
    await saved(mine.page)
    expect(await contact(mine.page).inputValue()).toBe('演示·东部第二大学')
    expect(await stored()).toBe('演示·两人同时写')
  })

  test('when the network is away: it is kept on the device over a reload and sent later', async () => {
    // The network is away for what is saved only: the page itself must load again. Within the page, because what is sent while one leaves it escapes from a fence outside.
    await mine.page.addInitScript((path) => {
      const real = window.fetch
      window.fetch = (input, init) => {
        const asked = input instanceof Request ? input : new Request(input, init)
        const away = sessionStorage.getItem('away') && asked.method === 'PUT' && new URL(asked.url).pathname === path
        return away ? Promise.reject(new TypeError('The network is away')) : real(input, init)
      }
    }, `/api${section()}`)
    await begin(mine)
    await mine.page.evaluate(() => sessionStorage.setItem('away', 'yes'))
    await title(mine.page).fill('演示·断网时写下的')
    await mine.page.getByText('网络不通，已保留在本机').waitFor()
    await mine.page.reload()
    await mine.page.getByText('已恢复本机保留的内容').waitFor()
    expect(await title(mine.page).inputValue()).toBe('演示·断网时写下的')
    expect(await stored()).toBe('演示·两人同时写')
    await mine.page.evaluate(() => {
      sessionStorage.removeItem('away')
      window.dispatchEvent(new Event('online'))
    })
    await expect.poll(stored).toBe('演示·断网时写下的')
    await saved(mine.page)
    mine.complaints.length = 0
  })

  test('when one leaves the section meanwhile: the list of sections and the check say what is only here, and why, until it is settled', async () => {
    const away = (yes: boolean) =>
      mine.page.evaluate((set) => {
        if (set) sessionStorage.setItem('away', 'yes')
        else sessionStorage.removeItem('away')
        window.dispatchEvent(new Event('online'))
      }, yes)
    await begin(mine)
    await away(true)
    await title(mine.page).fill('演示·断网后离开')
    await mine.page.getByRole('button', { name: '稍后再填' }).click()
    await mine.page.getByText('有内容只在本机，尚未送达（网络不通）').waitFor()
    await open(mine, '/')
    await mine.page.getByText('有内容只在本机，尚未送达').waitFor()
    const now = await done(world.origin, applicant, section())
    const values = { ...(now.values as object), title: '演示·同事先保存' }
    await done(world.origin, applicant, section(), { method: 'PUT', body: { version: now.version, values } })
    await away(false)
    await open(mine, started.path)
    await mine.page.getByText('有内容只在本机：其他人已保存本栏目').waitFor()
    mine.complaints.length = 0
    expect(await faults(mine, 'zh', people)).toEqual([])
    await open(mine, `${started.path}/check`)
    await mine.page.getByRole('heading', { name: '有 1 处内容尚未送达，提交时不会包含' }).waitFor()
    await mine.page.getByRole('link', { name: /有内容只在本机：其他人已保存本栏目/ }).click()
    const dialog = mine.page.getByRole('dialog')
    await dialog.getByText('演示·断网后离开').waitFor()
    await dialog.getByLabel('用我的').check()
    await dialog.getByRole('button', { name: '按以上选择保存' }).click()
    await expect.poll(stored).toBe('演示·断网后离开')
    await open(mine, started.path)
    await mine.page.getByText('处待完善').first().waitFor()
    await mine.page.getByText('有内容只在本机').waitFor({ state: 'detached' })
    mine.complaints.length = 0
  })

  test('when the session ends while one writes: one signs in over the page, and the writing goes on', async () => {
    await begin(mine)
    await mine.context.clearCookies()
    await title(mine.page).fill('演示·会话过期时写下的')
    const dialog = mine.page.getByRole('dialog')
    await dialog.getByText('登录已失效').waitFor()
    expect(await dialog.getByRole('textbox', { name: '邮箱' }).inputValue()).toContain('@')
    mine.complaints.length = 0
    expect(await faults(mine, 'zh', people)).toEqual([])
    // Behind the dialog the page is out of reach, and untouched.
    expect(await mine.page.locator('#f-basics-title').inputValue()).toBe('演示·会话过期时写下的')
    expect(await stored()).toBe('演示·断网后离开')
    // In the same page: neither is it read anew, nor what stands in it.
    await mine.page.evaluate(() => Object.assign(window, { stays: true }))
    await dialog.getByRole('textbox', { name: '密码' }).fill(password)
    await dialog.getByRole('button', { name: '登录', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await saved(mine.page)
    expect(await stored()).toBe('演示·会话过期时写下的')
    await title(mine.page).and(mine.page.locator(':focus')).waitFor()
    await mine.page.keyboard.press('End')
    await mine.page.keyboard.insertText('，接着写')
    await expect.poll(stored).toBe('演示·会话过期时写下的，接着写')
    expect(await mine.page.evaluate(() => 'stays' in window)).toBe(true)
    mine.complaints.length = 0
  })

  test('when a colleague hands it in meanwhile: one sees what the server has and what only this device has, and neither takes the other away', async () => {
    await begin(mine)
    await mine.page.evaluate(() => sessionStorage.setItem('away', 'yes'))
    await title(mine.page).fill('演示·没有送达的题目')
    await mine.page.getByRole('button', { name: '稍后再填' }).click()
    await mine.page.getByText('有内容只在本机，尚未送达（网络不通）').waitFor()
    const { basics } = await fill(world.origin, applicant, started, 45)
    await done(world.origin, applicant, `${started.path}/submit`, { method: 'POST', key: ulid() })
    await mine.page.evaluate(() => sessionStorage.removeItem('away'))
    await open(mine, started.path)
    // The refusal is one that the browser reports.
    const kept = mine.page.getByText('有内容只在本机，未能保存').first()
    await kept.waitFor()
    mine.complaints.length = 0
    expect(await faults(mine, 'zh', people)).toEqual([])
    await mine.page.getByRole('link', { name: '项目基本信息' }).click()
    const told = mine.page.locator('.banner', { hasText: '有 1 项填写内容只在本机，没有送达服务器' })
    await told.getByText('没有送达的题目').first().waitFor()
    await told.locator('.version-side', { hasText: '服务器上' }).getByText(String(basics?.title)).waitFor()
    expect(await title(mine.page).inputValue()).toBe(basics?.title)
    expect(await faults(mine, 'zh', people)).toEqual([])
    // Withdrawn, it can be written again: what was not sent is there, beside what was saved meanwhile.
    await done(world.origin, applicant, `${started.path}/recall`, { method: 'POST', key: ulid() })
    await open(mine, section())
    const dialog = mine.page.getByRole('dialog')
    await dialog.getByText('没有送达的题目').first().waitFor()
    await dialog.getByRole('radio', { name: '用对方的' }).first().check()
    await dialog.getByRole('button', { name: '按以上选择保存' }).click()
    await saved(mine.page)
    expect(await stored()).toBe(basics?.title)
    mine.complaints.length = 0
  })

  test('and the list of sections waits neither for this device nor for an idle moment', async () => {
    const busy = await visitAs(browser, world.origin, applicant)
    await busy.page.addInitScript(() => {
      window.requestIdleCallback = () => 0
    })
    for (const each of [started.path, `${started.path}/check`, '/']) {
      await open(busy, each)
      expect([each, await layoutShifts(busy.page)]).toEqual([each, []])
    }
    await busy.close()
  })
})
