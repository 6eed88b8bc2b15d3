import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linkIn } from '../../infra/local/play/person.ts'
import { assign, registerExperts } from '../../infra/local/play/reviewing.ts'
import { endVisits, faults, quiet, theBrowser, type Visit, visit } from './browser.ts'
import { ask, done } from './people.ts'
import { openReview, playing } from './rounds.ts'
import { category } from './world.ts'

const world = inject('world')
const { origin, national } = world
const people = [/演示/]

let browser: Browser
let desktop: Visit
let page: Page
let batch: string
let link: string
let email: string
/** The submission whose review was begun first. */
let written: string
const clean = async () => expect(await faults(desktop, 'zh', people)).toEqual([])
const key = (...keys: string[]) => keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve())
/** The name of what has the focus, as a screen reader would say it. */
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
const tabTo = async (name: string) => {
  for (let i = 0; i < 60 && (await focused()) !== name; i++) await key('Tab')
  expect(await focused()).toBe(name)
}
/** In the list of shortcuts: goes to the switch, turns it, and leaves. */
const turnSwitch = async (on: boolean) => {
  const turned = page.getByRole('dialog').getByRole('switch')
  await turned.waitFor()
  for (let i = 0; i < 6 && !(await turned.evaluate((each) => each === document.activeElement)); i++) await key('Tab')
  await key('Space')
  await page.waitForFunction((wanted) => (document.activeElement as HTMLInputElement | null)?.checked === wanted, on)
  await key('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // The focus goes back by a timer, which keys as quick as these outrun.
  await page.evaluate(() => new Promise((back) => setTimeout(back)))
}

/** The six digits of the latest of so many mails that brought some. */
const codeOf = async (count: number): Promise<string> => {
  const codes = async () => {
    const mails = (await (await fetch(`${origin}/mailbox.json?to=${email}`)).json()) as { text: string }[]
    return mails.flatMap(({ text }) => /(?<![\w-])\d{6}(?![\w-])/.exec(text)?.[0] ?? [])
  }
  await expect.poll(async () => (await codes()).length).toBe(count)
  return (await codes())[0] ?? ''
}

beforeAll(async () => {
  browser = await theBrowser()
  const settings = { expertsPerSubmission: 1, applicantHiddenFromExpert: true, secondStep: true }
  batch = (await openReview(world, { title: '演示·键盘评审', category, from: 9, count: 2, settings })).batch
  email = `${ulid().toLowerCase()}@example.org`
  const office = playing(origin, national)
  const ids = await registerExperts(office, national.unit.id, [{ name: '演示·林专家', email, unit: '演示出版社' }])
  await office.done('POST', `/batches/${batch}/experts`, { body: { experts: ids } })
  await assign(office, batch)
  link = (await linkIn(origin, email, '/r')).link
  desktop = await visit(browser, { baseURL: origin })
  page = desktop.page
}, 120_000)
afterAll(endVisits)

describe('an expert with a keyboard and nothing else', () => {
  test('comes in and sees material and scores side by side', async () => {
    await page.goto(link)
    await page.getByRole('button', { name: '接受邀请，开始评审' }).waitFor()
    await clean()
    await tabTo('接受邀请，开始评审')
    await key('Enter')
    await page.getByText(/验证码已发到您的邮箱/).waitFor()
    await clean()
    const right = await codeOf(1)
    await tabTo('验证并进入')
    await key('Enter')
    await page.getByText('请输入六位数字').waitFor()
    await page.getByRole('textbox', { name: '六位验证码' }).fill(right === '000000' ? '000001' : '000000')
    await key('Enter')
    await page.getByText('验证码不正确或已过期').waitFor()
    desktop.complaints.length = 0
    await clean()
    // Full-width figures with a space between, as they come from a Chinese keyboard.
    const typed = [...right].map((figure) => String.fromCodePoint(Number(figure) + 0xff10))
    await page.getByRole('textbox', { name: '六位验证码' }).fill(`${typed.slice(0, 3).join('')} ${typed.slice(3).join('')}`)
    await key('Enter')
    await page.locator('.score').first().waitFor()
    const [material, marks] = await Promise.all([page.locator('#material').boundingBox(), page.locator('.review-marks').boundingBox()])
    expect((material?.x ?? 0) + (material?.width ?? 0)).toBeLessThanOrEqual(marks?.x ?? 0)
    await clean()
  })

  test('finds the shortcuts by a question mark, and can switch them off', async () => {
    await key('?')
    await page.getByRole('dialog').getByText('到第一项未评的评分').waitFor()
    await clean()
    await turnSwitch(false)
    const before = page.url()
    await key('n')
    await quiet(page)
    expect(page.url()).toBe(before)
    await tabTo('快捷键')
    await key('Enter')
    await turnSwitch(true)
    await key('n')
    await page.waitForURL((url) => url.href !== before)
    await page.locator('.score').first().waitFor()
    await key('p')
    await page.waitForURL(before)
    await page.locator('.score').first().waitFor()
  })

  test('scores by typing figures: whole ones, ten, and half a point more', async () => {
    await key('s', '8')
    const groups = page.locator('.score')
    expect(await groups.first().getByRole('textbox').inputValue()).toBe('8')
    await key('+')
    expect(await groups.first().getByRole('textbox').inputValue()).toBe('8.5')
    await key('s', '1', '0')
    expect(await groups.nth(1).getByRole('textbox').inputValue()).toBe('10')
    for (let i = 2; i < (await groups.count()); i++) await key('s', '7')
    for (let i = 2; i < (await groups.count()); i++) expect(await groups.nth(i).getByRole('textbox').inputValue()).toBe('7')
  })

  test('loses nothing by a reload in the middle of a sentence', async () => {
    await key('c')
    await page.keyboard.type(
      '申报基础扎实，思路清晰，措施具体，成效有数据支撑；s n p 都只是字母。建议进一步提炼可推广的做法，完善长效机制。',
    )
    await page.waitForTimeout(400)
    await page.reload()
    await page.locator('.score').first().waitFor()
    expect(await page.getByRole('textbox', { name: '评审意见' }).inputValue()).toContain('完善长效机制')
    expect(await page.locator('.score').first().getByRole('textbox').inputValue()).toBe('8.5')
    await page
      .locator('.review-marks-head')
      .getByText(/已保存/)
      .waitFor()
    desktop.complaints.length = 0
    await clean()
  })

  test('loses nothing when the session ends meanwhile: a new code over the page, and the writing goes on', async () => {
    await desktop.context.clearCookies()
    await key('c', 'End')
    await page.keyboard.insertText('建议补充数据。')
    const dialog = page.getByRole('dialog', { name: '请重新验证' })
    await dialog.waitFor()
    desktop.complaints.length = 0
    await clean()
    await dialog.getByRole('textbox', { name: '六位验证码' }).fill(await codeOf(2))
    await key('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page
      .locator('.review-marks-head')
      .getByText(/已保存/)
      .waitFor()
    expect(await page.getByRole('textbox', { name: '评审意见' }).inputValue()).toMatch(/建议补充数据。$/)
    written = /[?&]s=(\w+)/.exec(page.url())?.[1] ?? ''
    const marks = await page.evaluate(
      async ([of, id]) => (await (await fetch(`/api/batches/${of}/desk/${id}`)).json()).review.marks,
      [batch, written],
    )
    expect(marks.comment).toMatch(/建议补充数据。$/)
    desktop.complaints.length = 0
  })

  test('submits, goes on, and comes back with the browser’s own Back', async () => {
    await key('m')
    await key('Control+Enter')
    if (await page.getByText('请选择评审结论').count()) {
      await key('Space')
      await key('Control+Enter')
    }
    await page.getByRole('dialog').waitFor()
    await clean()
    await tabTo('提交评审')
    await key('Enter')
    await page.getByText('第 1 份已提交，谢谢您！').waitFor()
    await clean()
    await tabTo('评下一份')
    await key('Enter')
    await page.locator('.score').first().waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '评下一份' }).waitFor()
    const { rows } = (await done(origin, national, `/batches/${batch}/experts`)) as { rows: { assigned: number; submitted: number }[] }
    expect(rows).toMatchObject([{ assigned: 2, submitted: 1 }])
  })

  test('finds what it has sent as it was; sending it again changes nothing, and a desk of another has none of it', async () => {
    const again = await page.evaluate(
      async ([of, id]) => {
        const body = JSON.stringify({ version: 9, marks: { scores: {}, comment: '' } })
        return (
          await fetch(`/api/batches/${of}/desk/${id}/submit`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        ).status
      },
      [batch, written],
    )
    expect(again).toBe(409)
    desktop.complaints.length = 0
    expect((await ask(origin, national, `/batches/${batch}/desk/${written}`)).status).toBe(404)
    const refused = await ask(origin, world.editor, `/batches/${batch}/experts`)
    expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
  })

  test('reads it in English too, on a phone, after a code was asked for', async () => {
    const phone = await visit(browser, { baseURL: origin, device: 'phone', language: 'en' })
    const look = async () => expect(await faults(phone, 'en', people)).toEqual([])
    await phone.page.goto(link)
    await phone.page.getByRole('button', { name: 'Look first, answer later' }).tap()
    await phone.page.getByRole('button', { name: 'Verify and enter' }).waitFor()
    await look()
    await phone.page.getByRole('textbox', { name: 'Six-digit code' }).fill(await codeOf(3))
    await phone.page.getByRole('button', { name: 'Verify and enter' }).tap()
    await phone.page.locator('main h1').first().waitFor()
    await quiet(phone.page)
    await look()
    await phone.close()
  })
})
