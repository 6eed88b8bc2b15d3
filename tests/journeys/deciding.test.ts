import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linkIn } from '../../infra/local/play/person.ts'
import { assign } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { faults, launch, type Visit, visit } from './browser.ts'
import { ask, done } from './people.ts'
import { qrOf } from './qr.ts'
import { convene, openReview, playing, scoreAll } from './rounds.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const { origin, national, past } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示/]
const category = 'original-culture'
const approver = { name: '演示·审定人', email: `${ulid().toLowerCase()}@example.org` }
const noticeTitle = '演示：网络文化成果拟入选名单公示'

type Line = { submission: string; title: string; receipt: string; rank: number; tied: number; outcome?: string }
type Sheet = { sheet: { state: string; sha256?: string }; awarded: number; undecided: number; rows: Line[] }

let browser: Browser
let desk: Visit
let page: Page
let batch: string
/** By rank: the first is alone, the two behind it are equal, and there are two places. */
let second: Line
let third: Line

beforeAll(async () => {
  browser = await launch()
  const round = await openReview(world, {
    title: '演示·审定批次',
    category,
    from: 13,
    count: 3,
    places: 2,
    settings: { expertsPerSubmission: 3, method: 'mean' },
  })
  batch = round.batch
  const experts = await convene(world, batch, ['张教授', '陈教授', '高教授'])
  await assign(playing(origin, national), batch)
  await scoreAll(batch, experts, (submission) => (submission === round.submissions[0] ? 0.9 : 0.7))
  await settle()
  desk = await visitAs(browser, origin, national)
  page = desk.page
  ;[, second, third] = (await sheetOf()).rows as [Line, Line, Line]
}, 180_000)
afterAll(() => browser.close())

const settle = () => localTime(origin).settle()
const clean = async (visited = desk) => expect(await faults(visited, 'zh', people)).toEqual([])
const sheetPath = () => `/batches/${batch}/categories/${category}/sheet`
const sheetOf = async () => (await done(origin, national, sheetPath())) as unknown as Sheet
const row = ({ receipt }: Line) => page.getByRole('row', { name: new RegExp(receipt) })
const dialog = () => page.getByRole('dialog')
const confirm = async (name: string) => {
  await dialog().getByRole('button', { name }).click()
  await dialog().waitFor({ state: 'detached' })
}
const decide = async (line: Line, outcome: string, reason: string) => {
  await row(line).getByRole('button', { name: /审定/ }).click()
  await dialog().getByRole('radio', { name: outcome, exact: true }).check()
  await dialog().getByLabel('理由').fill(reason)
  await confirm('保存决定')
}
const send = async () => {
  await page.getByRole('button', { name: '送审' }).click()
  await dialog().getByLabel('审定人姓名').fill(approver.name)
  await dialog().getByLabel('审定人邮箱').fill(approver.email)
  await clean()
  await confirm('送审')
  await page.getByText(`已送 ${approver.name} 审定`).waitFor()
}
/** The approver comes by the link of the mail, on a phone. */
const byLink = async () => {
  const { token } = await linkIn(origin, approver.email, '/r')
  const visited = await visit(browser, { baseURL: origin, device: 'phone' })
  visited.page.setDefaultTimeout(15_000)
  await visited.page.goto(`/r#t=${token}`)
  await visited.page.getByRole('button', { name: '进入' }).click()
  await visited.page.getByRole('button', { name: '确认批准' }).waitFor()
  return visited
}
const approve = async ({ page }: Visit) => {
  await page.getByRole('button', { name: '确认批准' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认批准' }).click()
  await page.getByText('已批准，谢谢您！').waitFor()
}

describe('the leading group', () => {
  test('sees the ranking with the tie at the last place, which the system does not break', async () => {
    expect((await sheetOf()).rows.map(({ rank, tied, outcome }) => [rank, tied, outcome])).toEqual([
      [1, 1, 'award'],
      [2, 2, undefined],
      [2, 2, undefined],
    ])
    await open(desk, `/batches/${batch}/decisions?category=${category}`)
    await row(second).getByText('并列 2 项').waitFor()
    await page.getByText('线上有 2 项并列').waitFor()
    await clean()
  })

  test('moves the line with the keyboard and sees who would be left out, without anything being drawn', async () => {
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.getByText('1 项将不再建议入选').waitFor()
    await clean()
    await page.getByRole('button', { name: '恢复原位' }).click()
    expect((await sheetOf()).awarded).toBe(1)
  })

  test('cannot send what is undecided, and decides the tie with its reason', async () => {
    const early = await ask(origin, national, `${sheetPath()}/send`, { body: { approver }, key: ulid() })
    expect([early.status, early.body.code]).toEqual([422, 'sheet.undecided'])
    const silent = await ask(origin, national, `/batches/${batch}/categories/${category}/decisions/${second.submission}`, {
      method: 'PUT',
      body: { outcome: 'award' },
    })
    expect(silent.body.code).toBe('sheet.reason-missing')
    await decide(second, '入选', '得分并列，经会议研究，该项目示范作用更强。')
    await decide(third, '备选', '得分并列，名额已满，列为备选。')
    await row(third).getByText('备选').first().waitFor()
    await clean()
    expect(await sheetOf()).toMatchObject({ awarded: 2, undecided: 0 })
  })

  test('sends the sheet, which is then frozen', async () => {
    await send()
    expect((await sheetOf()).sheet.state).toBe('sent')
    const late = await ask(origin, national, `/batches/${batch}/categories/${category}/decisions/${second.submission}`, {
      method: 'PUT',
      body: { outcome: 'none', reason: '演示' },
    })
    expect(late.body.code).toBe('sheet.not-open')
    const soon = await ask(origin, national, `/batches/${batch}/notices`, { body: notice, key: ulid() })
    expect(soon.body.code).toBe('notice.not-decided')
  })
})

const notice = {
  title: noticeTitle,
  text: '经逐级推荐、资格审查、专家评审和领导小组审定，现将拟入选名单予以公示。',
  contact: { name: '演示·工作组', phone: '010-55500000', email: 'contact@demo.example' },
}

test('the approver reads it by the link of a mail and confirms exactly that sheet, once', async () => {
  const visited = await byLink()
  await visited.page.getByRole('heading', { name: '与排序不一致的 2 项' }).waitFor()
  await clean(visited)
  expect((await sheetOf()).sheet.state).toBe('sent')
  await approve(visited)
  await clean(visited)
  expect((await sheetOf()).sheet.state).toBe('approved')
  await visited.close()
})

describe('the notice', () => {
  test('is looked at beforehand and published', async () => {
    await open(desk, `/batches/${batch}/notice`)
    await page.getByRole('button', { name: '发布公示' }).click()
    await dialog().getByLabel('公示标题').fill(notice.title)
    await dialog().getByLabel('公示正文').fill(notice.text)
    await dialog().getByLabel('联系人').fill(notice.contact.name)
    await dialog().getByLabel('联系电话').fill(notice.contact.phone)
    await dialog().getByLabel('联系邮箱').fill(notice.contact.email)
    await dialog().getByRole('button', { name: '预览公示页' }).click()
    await dialog().getByText('名单 2 项').waitFor()
    await dialog().frameLocator('iframe').getByRole('heading', { name: noticeTitle }).waitFor()
    // No script of the page looked at may run, and the browser says so.
    expect(desk.complaints.splice(0).every((line) => line.includes('sandboxed'))).toBe(true)
    await clean()
    await confirm('发布公示')
    await page.getByRole('heading', { name: noticeTitle }).waitFor()
    await clean()
    const again = await ask(origin, national, `/batches/${batch}/notices`, { body: notice, key: ulid() })
    expect(again.body.code).toBe('notice.already')
    await settle()
  })
})

test('the certificate of an award is checked by the code printed on it', async () => {
  const [award] = past.awards
  if (!award) throw new Error('the past call has no awards')
  const { certificate } = (await done(origin, national, `/awards/${award.id}`)).award as { certificate?: string }
  const pdf = Buffer.from(await (await fetch(new URL(certificate ?? '', origin))).arrayBuffer())
  const code = new URL(qrOf(pdf) ?? '')
  const reader = await visit(browser, { baseURL: origin, device: 'phone' })
  await reader.page.goto(code.pathname)
  await reader.page.getByText('此证书真实有效。').waitFor()
  await reader.page.getByText(award.number).first().waitFor()
  await clean(reader)
  await reader.close()
})

test('another role is refused, and another unit does not see it', async () => {
  const refused = await ask(origin, world.editor, sheetPath())
  expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
  expect((await ask(origin, world.province, sheetPath())).status).toBe(404)
  expect((await ask(origin, world.province, `/batches/${batch}/objections`)).status).toBe(404)
})

test('every page of it reads in English too, on a phone', async () => {
  const english = await visitAs(browser, origin, national, { language: 'en', device: 'phone' })
  for (const each of ['decisions', 'notice']) {
    await open(english, `/batches/${batch}/${each}`)
    expect([each, await faults(english, 'en', people)]).toEqual([each, []])
  }
  await open(english, `/batches/${past.batch}/awards?order=due`)
  expect(await faults(english, 'en', people)).toEqual([])
  await english.close()
})
