import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Guest, linkIn } from '../../infra/local/play/person.ts'
import { assign, registerExperts } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { endVisits, faults, theBrowser, type Visit, visit } from './browser.ts'
import { done } from './people.ts'
import { openReview, playing } from './rounds.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const { origin, national } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示/]
const part = ulid().toLowerCase()
const [declining, staying, revoked] = [
  { name: '演示·何教授', email: `he.${part}@example.org`, unit: '演示出版社' },
  { name: '演示·吕教授', email: `lv.${part}@example.org`, unit: '演示研究院' },
  { name: '演示·施教授', email: `shi.${part}@example.org`, unit: '演示学会' },
] as const

type Listed = { expert: string; name: string; state: string; assigned: number; bounced?: string; revokedAt?: string; declined?: string }
type Fact = { type: string; expert?: string; reason?: string; who: { name?: string } }

let browser: Browser
let office: Visit
let page: Page
let batch: string
/** By email: the id of the expert, and the link of the first mail with its number in the mailbox. */
const known = new Map<string, { id: string; link: string; mail: number }>()
const settle = () => localTime(origin).settle()
const clean = async (visited = office) => expect(await faults(visited, 'zh', people)).toEqual([])
const row = ({ name }: { name: string }) => page.getByRole('row', { name: new RegExp(name) })
const dialog = () => page.getByRole('dialog')
const listed = async ({ name }: { name: string }) =>
  ((await done(origin, national, `/batches/${batch}/experts`)).rows as Listed[]).find((each) => each.name === name)
/** What the record of the batch says of one expert, by the type of fact. */
const recorded = async (type: string, { email }: { email: string }) =>
  ((await done(origin, national, `/batches/${batch}/events?about=experts&limit=100`)).rows as Fact[]).filter(
    (fact) => fact.type === type && fact.expert === known.get(email)?.id,
  )

beforeAll(async () => {
  browser = await theBrowser()
  const round = await openReview(world, {
    title: '演示·专家更换批次',
    category: 'original-culture',
    from: 16,
    count: 2,
    settings: { expertsPerSubmission: 2 },
  })
  batch = round.batch
  const caller = playing(origin, national)
  const all = [declining, staying, revoked]
  const ids = await registerExperts(caller, national.unit.id, all)
  await caller.done('POST', `/batches/${batch}/experts`, { body: { experts: ids } })
  for (const [i, { email }] of all.entries()) {
    const { link, mail } = await linkIn(origin, email, '/r')
    known.set(email, { id: ids[i] ?? '', link, mail: mail.id })
  }
  for (const { email } of [staying, revoked]) await (await Guest.byMail(origin, email, batch)).done('POST', `/batches/${batch}/desk/accept`)
  await assign(caller, batch)
  await settle()
  office = await visitAs(browser, origin, national)
  page = office.page
}, 120_000)
afterAll(endVisits)

describe('a mail that was taken and comes back later', () => {
  test('is seen beside the expert and in the record, until the link is sent again', async () => {
    await page.goto(`/mailbox/${known.get(staying.email)?.mail}`)
    await page.getByRole('button', { name: '退信' }).click()
    await page.getByRole('button', { name: '退信' }).waitFor()
    await settle()
    await open(office, `/batches/${batch}/review`)
    await row(staying).getByText('邮件未能送达，请核对邮箱后重发。').waitFor()
    await row(staying).getByText('550 5.1.1 user unknown').waitFor()
    expect(await row(revoked).getByText('邮件未能送达').count()).toBe(0)
    await clean()
    await open(office, `/batches/${batch}/record?about=experts`)
    await page.getByRole('row', { name: /专家邮件退回/ }).waitFor()
    await clean()
    expect(await recorded('expert.bounced', staying)).toMatchObject([{ reason: 'smtp; 550 5.1.1 user unknown' }])
    await open(office, `/batches/${batch}/review`)
    await row(staying)
      .getByRole('button', { name: /重发链接/ })
      .click()
    await page.getByText('已发出 1 封邀请邮件').waitFor()
    await settle()
    await page.reload()
    await row(staying).waitFor()
    expect(await row(staying).getByText('邮件未能送达').count()).toBe(0)
  })

  test('or is marked as spam by its reader, which the office reads in other words', async () => {
    await page.goto(`/mailbox/${known.get(revoked.email)?.mail}`)
    await page.getByRole('button', { name: '标记为垃圾邮件' }).click()
    await page.getByRole('button', { name: '退信' }).waitFor()
    await settle()
    await open(office, `/batches/${batch}/review`)
    await row(revoked).getByText('邮件被收件人标记为垃圾邮件').waitFor()
    await clean()
  })
})

describe('an expert who declines', () => {
  test('says why on a phone, and may change their mind', async () => {
    const phone = await visit(browser, { baseURL: origin, device: 'phone' })
    await phone.page.goto(known.get(declining.email)?.link ?? '')
    await phone.page.getByRole('button', { name: '谢绝邀请' }).tap()
    const asked = phone.page.getByRole('dialog')
    await asked.waitFor()
    expect(await listed(declining)).toMatchObject({ state: 'invited' })
    expect(await asked.getByRole('button', { name: '谢绝邀请' }).isDisabled()).toBe(true)
    await asked.getByLabel('原因').fill('近期出差，无法按时完成。')
    await clean(phone)
    await asked.getByRole('button', { name: '谢绝邀请' }).tap()
    await phone.page.getByText('您已谢绝本次邀请').waitFor()
    expect(await phone.page.getByRole('button', { name: '谢绝邀请' }).count()).toBe(0)
    await phone.page.getByRole('button', { name: /接受邀请/ }).waitFor()
    await clean(phone)
    await phone.close()
    await settle()
    expect(await listed(declining)).toMatchObject({ state: 'declined', declined: '近期出差，无法按时完成。' })
    expect(await recorded('expert.declined', declining)).toMatchObject([{ reason: '近期出差，无法按时完成。' }])
  })

  test('is told to the office by mail and beside the name, and what was left goes to another by hand', async () => {
    const mails = (await (await fetch(`${origin}/mailbox.json?to=${national.email}&limit=20`)).json()) as {
      subject: string
      text: string
    }[]
    expect(mails.find(({ text }) => text.includes('近期出差，无法按时完成。'))?.subject).toContain('专家谢绝评审')
    await open(office, `/batches/${batch}/review`)
    await row(declining).getByText('已谢绝').waitFor()
    await row(declining).getByText('近期出差，无法按时完成。').waitFor()
    await clean()
    const [before, given] = [(await listed(staying))?.assigned ?? 0, (await listed(declining))?.assigned ?? 0]
    expect(given).toBeGreaterThan(0)
    await row(declining)
      .getByRole('button', { name: /更换专家/ })
      .click()
    await dialog().getByText(`尚未提交的 ${given} 份评审`).waitFor()
    expect(await dialog().getByRole('button', { name: '更换专家' }).isDisabled()).toBe(true)
    await dialog().getByLabel('原因').fill('专家谢绝，改派其他专家。')
    await clean()
    await dialog().getByRole('button', { name: '更换专家' }).click()
    await page.getByText(/已转交 \d+ 份评审/).waitFor()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(async () => (await listed(declining))?.assigned).toBe(0)
    const after = [await listed(staying), await listed(revoked)].map((each) => each?.assigned ?? 0)
    expect(after.reduce((sum, count) => sum + count, 0)).toBe(4)
    expect(after[0]).toBeGreaterThanOrEqual(before)
  })
})

describe('an expert whom the office dismisses', () => {
  let phone: Visit
  test('works by the link until the office stops it, with the reason in the record', async () => {
    phone = await visit(browser, { baseURL: origin, device: 'phone' })
    await phone.page.goto(known.get(revoked.email)?.link ?? '')
    await phone.page.getByRole('button', { name: '先看看，暂不答复' }).tap()
    await phone.page.getByText('评审进度').first().waitFor()
    await open(office, `/batches/${batch}/review`)
    await row(revoked)
      .getByRole('button', { name: /停用链接/ })
      .click()
    expect(await dialog().getByRole('button', { name: '停用链接' }).isDisabled()).toBe(true)
    await dialog().getByLabel('原因').fill('与申报单位存在利益关系。')
    await clean()
    await dialog().getByRole('button', { name: '停用链接' }).click()
    await dialog().waitFor({ state: 'detached' })
    await row(revoked).getByText('链接已停用').waitFor()
    await clean()
    expect(await recorded('expert.link-revoked', revoked)).toMatchObject([
      { reason: '与申报单位存在利益关系。', who: { name: national.name } },
    ])
  })

  test('comes in no more, neither where the page was open nor by the link', async () => {
    const refused = async (visited: Visit) => {
      await visited.page.getByText('链接已停用').waitFor()
      // What the page was refused is meant.
      expect(visited.complaints.splice(0).every((line) => line.includes('410'))).toBe(true)
      await clean(visited)
      await visited.close()
    }
    await phone.page.reload()
    await refused(phone)
    const elsewhere = await visit(browser, { baseURL: origin, device: 'phone' })
    await elsewhere.page.goto(known.get(revoked.email)?.link ?? '')
    await elsewhere.page.getByRole('button', { name: '先看看，暂不答复' }).tap()
    await refused(elsewhere)
  })

  test('is replaced by whom the office names', async () => {
    const left = (await listed(revoked))?.assigned ?? 0
    expect(left).toBeGreaterThan(0)
    // Whoever has one of the two already cannot take it twice: a third is asked.
    const caller = playing(origin, national)
    const fourth = { name: '演示·严教授', email: `yan.${part}@example.org`, unit: '演示协会' }
    const [id = ''] = await registerExperts(caller, national.unit.id, [fourth])
    await caller.done('POST', `/batches/${batch}/experts`, { body: { experts: [id] } })
    await open(office, `/batches/${batch}/review`)
    await row(revoked)
      .getByRole('button', { name: /更换专家/ })
      .click()
    await dialog()
      .getByRole('combobox', { name: '由谁接手' })
      .selectOption({ label: `${fourth.name}（0）` })
    await dialog().getByLabel('原因').fill('原专家回避，由严教授接手。')
    await clean()
    await dialog().getByRole('button', { name: '更换专家' }).click()
    await page.getByText(`已转交 ${left} 份评审`).waitFor()
    await dialog().waitFor({ state: 'detached' })
    await row(fourth).waitFor()
    expect([(await listed(revoked))?.assigned, (await listed(fourth))?.assigned]).toEqual([0, left])
    await clean()
  })
})

test('the chain of the record holds through all of it', async () => {
  await open(office, `/batches/${batch}/record?about=experts`)
  for (const name of [/专家谢绝邀请/, /停用专家链接/, /专家邮件退回/]) await page.getByRole('row', { name }).first().waitFor()
  await page.getByRole('button', { name: '校验记录链' }).click()
  await page.getByText(/记录链完整/).waitFor()
  await clean()
})
