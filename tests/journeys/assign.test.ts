import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Guest } from '../../infra/local/play/person.ts'
import { reviewAll } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { again } from './later.ts'
import { ask, done } from './people.ts'
import { openReview } from './rounds.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const { origin, national } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const settle = () => localTime(origin).settle()
const part = ulid().toLowerCase()
const experts = [
  { name: '演示·林教授', email: `lin.${part}@example.org`, unit: '演示出版社' },
  { name: '演示·吴教授', email: `wu.${part}@example.org`, unit: '演示研究院' },
  { name: '演示·郑教授', email: `zheng.${part}@nowhere.invalid`, unit: '演示·东部第11大学' },
] as const
const mended = `zheng.${part}@example.org`

let browser: Browser
let visit: Visit
let page: Page
let batch: string
let submissions: string[]

beforeAll(async () => {
  browser = await theBrowser()
  ;[{ batch, submissions }, visit] = await Promise.all([
    openReview(world, {
      title: '演示·专家分配批次',
      category: 'original-culture',
      from: 10,
      count: 3,
      settings: { expertsPerSubmission: 2 },
    }),
    visitAs(browser, origin, national),
  ])
  page = visit.page
})
afterAll(endVisits)
const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
const listed = async () =>
  (await done(origin, national, `/batches/${batch}/experts`)).rows as {
    expert: string
    name: string
    state: string
    assigned: number
    submitted: number
    bounced?: string
  }[]
const one = async (name: string) => (await listed()).find((each) => each.name === name)

describe('the national office', () => {
  test('registers experts', async () => {
    await open(visit, '/experts')
    for (const { name, email, unit } of experts) {
      await page.getByRole('button', { name: '登记专家' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('姓名').fill(name)
      await dialog.getByLabel('邮箱').fill(email)
      if (unit.includes('大学')) {
        await dialog.getByRole('combobox', { name: '工作单位' }).fill(unit)
        await dialog.getByRole('option', { name: new RegExp(unit) }).click()
      } else {
        await dialog.getByLabel('单位不在列表中').check()
        await dialog.getByLabel('工作单位').fill(unit)
      }
      await dialog.getByRole('button', { name: '保存' }).click()
      await dialog.waitFor({ state: 'detached' })
      await row(name).waitFor()
    }
    await clean()
  })

  test('invites them, and sees that one mail has come back', async () => {
    await open(visit, `/batches/${batch}/review`)
    await clean()
    await page.getByRole('button', { name: '邀请专家' }).click()
    const dialog = page.getByRole('dialog')
    for (const { name } of experts) await dialog.getByRole('checkbox', { name: new RegExp(name) }).check()
    await clean()
    await dialog.getByRole('button', { name: '发送邀请' }).click()
    await page.getByText('已发出 3 封邀请邮件').waitFor()
    await settle()
    await page.reload()
    await row('郑教授')
      .getByText(/邮件未能送达/)
      .waitFor()
    expect((await one('演示·林教授'))?.bounced).toBeUndefined()
    await clean()
  })

  test('mends the address and sends the link again', async () => {
    await open(visit, '/experts')
    await row('郑教授')
      .getByRole('button', { name: /修改专家/ })
      .click()
    await page.getByRole('dialog').getByLabel('邮箱').fill(mended)
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await row(mended).waitFor()
    await open(visit, `/batches/${batch}/review`)
    await row('郑教授')
      .getByRole('button', { name: /重发链接/ })
      .click()
    await page.getByText('已发出 1 封邀请邮件').waitFor()
    await settle()
    await page.reload()
    await row('郑教授').waitFor()
    expect(
      await row('郑教授')
        .getByText(/邮件未能送达/)
        .count(),
    ).toBe(0)
  })

  test('assigns by the balanced rule, having seen what it would do; nobody gets what comes from the own unit', async () => {
    for (const email of [experts[0].email, experts[1].email, mended]) {
      const guest = await Guest.byMail(origin, email, batch)
      await guest.done('POST', `/batches/${batch}/desk/accept`)
    }
    await open(visit, `/batches/${batch}/review`)
    await page.getByRole('button', { name: '均衡分配' }).click()
    await page.getByRole('dialog').getByText('将新增 6 份评审任务').waitFor()
    expect((await listed()).every(({ assigned }) => assigned === 0)).toBe(true)
    await clean()
    await page.getByRole('dialog').getByRole('button', { name: '均衡分配' }).click()
    await page.getByText('已分配 6 份评审任务').waitFor()
    expect((await listed()).map(({ assigned }) => assigned)).toEqual([2, 2, 2])
    const own = await done(origin, national, `/batches/${batch}/submissions/${submissions[0]}/reviews`)
    const zheng = await one('演示·郑教授')
    expect((own.rows as { expert: string }[]).map(({ expert }) => expert)).not.toContain(zheng?.expert)
    const again = await ask(origin, national, `/batches/${batch}/assignments/balanced`, { body: {} })
    expect(again.body).toMatchObject({ assigned: 0, short: [] })
  })

  test('passes a submission on at the board, by keys and by dragging, and takes the last change back', async () => {
    type Shown = {
      experts: { expert: string; name: string }[]
      rows: { id: string; title: string; reviews: { expert: string; state: string }[] }[]
    }
    const shown = async () => (await done(origin, national, `/batches/${batch}/assignments?category=original-culture`)) as unknown as Shown
    const holders = async (id: string) =>
      ((await shown()).rows.find((each) => each.id === id)?.reviews ?? [])
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ expert }) => expert)
        .sort()
    const { experts: known, rows } = await shown()
    const nameOf = (id?: string) => known.find(({ expert }) => expert === id)?.name ?? ''
    const [own, another] = [rows.find(({ id }) => id === submissions[0]), rows.find(({ id }) => id === submissions[1])]
    if (!own || !another) throw new Error('not on the board')
    const seat = (title: string, name: string) => page.getByRole('button', { name: new RegExp(`^${title}，${name}：`) })
    await open(visit, `/batches/${batch}/review`)
    await page.getByRole('link', { name: '评审分配表' }).click()
    await seat(own.title, '演示·郑教授').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '均衡分配' }).waitFor()
    await page.goForward()
    await seat(own.title, '演示·郑教授').click()
    await page.getByText('不能分配给演示·郑教授：应回避：与申报单位同属一个单位').waitFor()
    await clean()

    const before = await holders(another.id)
    const free = nameOf(known.find(({ expert }) => !before.includes(expert))?.expert)
    const held = nameOf(before[0])
    const order = known.map(({ name }) => name)
    const [from, to] = [order.indexOf(held), order.indexOf(free)]
    await seat(another.title, held).focus()
    await page.keyboard.press('m')
    for (let step = 0; step < Math.abs(to - from); step++) await page.keyboard.press(to > from ? 'ArrowRight' : 'ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByText(`已由${held}改派给${free}`).waitFor()
    await expect.poll(() => holders(another.id)).not.toEqual(before)
    await page.getByRole('button', { name: '撤销上一步' }).click()
    await page.getByText('已撤销').waitFor()
    expect(await holders(another.id)).toEqual(before)

    await seat(another.title, held).dragTo(seat(another.title, free))
    await page.getByText(`已由${held}改派给${free}`).waitFor()
    await page.getByRole('button', { name: '撤销上一步' }).click()
    await page.getByText('已撤销').waitFor()
    await seat(another.title, held).click()
    await page.getByText(`已从${held}收回`).waitFor()
    expect(await holders(another.id)).toHaveLength(1)
    await clean()
    await page.getByRole('button', { name: '撤销上一步' }).click()
    await page.getByText('已撤销').waitFor()
    expect(await holders(another.id)).toEqual(before)
  })

  test('watches the progress and reminds those who have not finished', async () => {
    const guest = await Guest.byMail(origin, experts[0].email, batch)
    await reviewAll(guest, batch, () => 0.8)
    await settle()
    const mails = async (to: string) => ((await (await fetch(`${origin}/mailbox.json?to=${to}&limit=20`)).json()) as unknown[]).length
    const both = () => Promise.all([mails(experts[0].email), mails(experts[1].email)])
    const [finished = 0, unfinished = 0] = await both()
    await open(visit, `/batches/${batch}/review`)
    await page.getByText('2 / 6').waitFor()
    await page.getByRole('button', { name: '催办未完成的专家' }).click()
    await page.getByRole('dialog').getByText('将向 2 位尚未完成的专家').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '催办未完成的专家' }).click()
    await page.getByText('已提醒 2 位专家').waitFor()
    await settle()
    expect(await both()).toEqual([finished, unfinished + 1])
    await clean()
  })
})

test('a college, which may host a round among its branches, keeps experts of its own', async () => {
  const visited = await visitAs(browser, origin, await again(origin, world.college))
  await open(visited, '/')
  await visited.page.getByRole('navigation').getByRole('link', { name: '专家库', exact: true }).click()
  await visited.page.getByRole('button', { name: '登记专家' }).click()
  const dialog = visited.page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill('演示·院内教授')
  await dialog.getByLabel('邮箱').fill(`college.${part}@example.org`)
  await dialog.getByLabel('单位不在列表中').check()
  await dialog.getByLabel('工作单位').fill('演示研究院')
  await dialog.getByRole('button', { name: '保存' }).click()
  await visited.page.getByRole('row', { name: /院内教授/ }).waitFor()
  expect(await visited.page.getByRole('row', { name: /林教授/ }).count()).toBe(0)
  expect(await faults(visited, 'zh', people)).toEqual([])
  await visited.close()
})

test('someone without the role is refused, and another unit does not see it', async () => {
  const refused = await ask(origin, world.editor, `/batches/${batch}/experts`)
  expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
  expect((await ask(origin, world.province, `/batches/${batch}/experts`)).status).toBe(404)
})

test('every page of it reads in English too, on a phone', async () => {
  const english = await visitAs(browser, origin, national, { language: 'en', device: 'phone' })
  for (const each of ['/experts', `/batches/${batch}/review`, `/batches/${batch}/board`]) {
    await open(english, each)
    expect([each, await faults(english, 'en', people)]).toEqual([each, []])
  }
  await english.close()
})
