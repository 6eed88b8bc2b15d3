import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { approveSheet, sendSheet } from '../../infra/local/play/deciding.ts'
import { linkIn } from '../../infra/local/play/person.ts'
import { assign } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import type { StagePlan } from '../../shared/batches/schema.ts'
import { endVisits, faults, otherLooks, theBrowser, type Visit, visit } from './browser.ts'
import { clockOf, later } from './later.ts'
import { ask, done } from './people.ts'
import { convene, openReview, playing, scoreAll } from './rounds.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const { origin, national } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示/]
const category = 'original-culture'
const approver = { name: '演示·审定人', email: `${ulid().toLowerCase()}@example.org` }

type Plan = { stage: number; stages: StagePlan[] }
type Sheet = { sheet: { state: string; sentBack?: string; withdrawn?: string; approvedAt?: string } }
type Fact = { type: string; reason?: string; who: { name?: string } }

let browser: Browser
let desk: Visit
let page: Page
let batch: string
const settle = () => localTime(origin).settle()
const clean = async (visited = desk, language: 'zh' | 'en' = 'zh') => expect(await faults(visited, language, people)).toEqual([])
const dialog = () => page.getByRole('dialog')
const plan = async () => (await done(origin, national, `/batches/${batch}`)) as unknown as Plan
const at = async () => {
  const { stage, stages } = await plan()
  return stages[stage]?.kind
}
const sheetOf = async () => ((await done(origin, national, `/batches/${batch}/categories/${category}/sheet`)) as unknown as Sheet).sheet
const decided = async () =>
  ((await done(origin, national, `/batches/${batch}/events?about=stages&limit=100`)).rows as Fact[]).filter(
    ({ type }) => type === 'stage.decided',
  )
/** The office opens the host's page and ends the stage the batch is in. */
const end = async (reason: string) => {
  await open(desk, `/batches/${batch}`)
  await page.getByRole('button', { name: /^结束本环节/ }).click()
  expect(await dialog().getByRole('button', { name: '结束本环节' }).isDisabled()).toBe(true)
  await dialog().getByLabel('原因').fill(reason)
  await clean()
  await dialog().getByRole('button', { name: '结束本环节' }).click()
}
let lastMail = 0
/** The approver comes by the link of the mail that was sent since the last. */
const byLink = async (options: Partial<Parameters<typeof visit>[1]> = { device: 'phone' }, enter = '进入') => {
  const { token, mail } = await linkIn(origin, approver.email, '/r', lastMail)
  const visited = await visit(browser, { baseURL: origin, ...options })
  await visited.page.goto(`/r#t=${token}`)
  await visited.page.getByRole('button', { name: enter }).click()
  await visited.page.locator('main h1').first().waitFor()
  return { visited, mail: mail.id }
}

beforeAll(async () => {
  browser = await theBrowser()
  const round = await openReview(world, {
    title: '演示·撤回批次',
    category,
    from: 18,
    count: 2,
    places: 1,
    lasting: 1,
    settings: { expertsPerSubmission: 2, method: 'mean' },
  })
  batch = round.batch
  const experts = await convene(world, batch, ['冯教授', '卫教授'])
  await assign(playing(origin, national), batch)
  await scoreAll(batch, experts, (submission) => (submission === round.submissions[0] ? 0.9 : 0.6))
  await settle()
  for (const { key, kind, on } of (await plan()).stages)
    if (on && (kind === 'collect' || kind === 'endorse'))
      await done(origin, national, `/batches/${batch}/stages/${key}/deadline`, { body: { closes: 'now', reason: '演示：提前结束' } })
  await later(origin, new Date((await clockOf(origin)) + 180_000).toISOString())
  desk = await visitAs(browser, origin, national)
  page = desk.page
}, 180_000)
afterAll(endVisits)

describe('the office ends a stage before its date', () => {
  test('the screening, and then the review, each with its reason, which the record keeps', async () => {
    expect(await at()).toBe('screen')
    await end('资格审查已全部完成。')
    await dialog().waitFor({ state: 'detached' })
    await settle()
    expect(await at()).toBe('review')
    await end('专家评审已全部提交。')
    await dialog().waitFor({ state: 'detached' })
    await settle()
    expect(await at()).toBe('deliberate')
    await page.reload()
    await page.locator('[aria-current="step"]').getByText('集体审议').first().waitFor()
    await clean()
    expect((await decided()).map(({ reason, who }) => [reason, who.name])).toEqual([
      ['专家评审已全部提交。', national.name],
      ['资格审查已全部完成。', national.name],
    ])
    await open(desk, `/batches/${batch}/record?about=stages`)
    await page.getByRole('row', { name: /结束环节.*资格审查已全部完成。/ }).waitFor()
    await clean()
  })

  test('not the deliberation while a sheet is not approved: says what is missing, and keeps what was written', async () => {
    await end('想提前结束审定。')
    await dialog()
      .getByText(/审定表未批准，不能结束审定/)
      .waitFor()
    expect(desk.complaints.splice(0)).toEqual([expect.stringContaining('409')])
    expect(await dialog().getByLabel('原因').inputValue()).toBe('想提前结束审定。')
    await clean()
    await page.keyboard.press('Escape')
    expect(await at()).toBe('deliberate')
    expect(await decided()).toHaveLength(2)
  })
})

describe('the office takes a sent sheet back', () => {
  test('says why, and may decide again', async () => {
    await sendSheet(playing(origin, national), batch, category, approver)
    await settle()
    await open(desk, `/batches/${batch}/decisions?category=${category}`)
    await page.getByText(`已送 ${approver.name} 审定`).waitFor()
    expect(await page.getByRole('button', { name: '审定', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: '撤回' }).click()
    expect(await dialog().getByRole('button', { name: '撤回' }).isDisabled()).toBe(true)
    await dialog().getByLabel('理由').fill('补充表决情况后再送。')
    await clean()
    await dialog().getByRole('button', { name: '撤回' }).click()
    await page.getByText('已从审定人处撤回：补充表决情况后再送。').waitFor()
    await page.getByRole('button', { name: '送审' }).waitFor()
    await clean()
    expect(await sheetOf()).toMatchObject({ state: 'open', withdrawn: '补充表决情况后再送。' })
  })

  test('so that the approver finds nothing to decide behind the link, and reads why', async () => {
    const { visited } = await byLink()
    await visited.page.getByText('主办单位已撤回这份审定表').waitFor()
    await visited.page.getByRole('heading', { name: /^已撤回：/, level: 1 }).waitFor()
    await visited.page.getByText('补充表决情况后再送。').waitFor()
    expect(await visited.page.getByRole('button', { name: '确认批准' }).count()).toBe(0)
    await clean(visited)
    await visited.close()
  })
})

describe('the approver', () => {
  test('reads the sheet at a desk in English, and in the dark', async () => {
    lastMail = (await linkIn(origin, approver.email, '/r')).mail.id
    await sendSheet(playing(origin, national), batch, category, approver)
    await settle()
    for (const colorScheme of ['light', 'dark'] as const) {
      const { visited } = await byLink({ device: 'desktop', language: 'en', colorScheme }, 'Enter')
      await visited.page.getByRole('button', { name: 'Approve' }).first().waitFor()
      await clean(visited, 'en')
      if (colorScheme === 'light') expect(await otherLooks(visited.page)).toEqual([])
      await visited.page.getByRole('button', { name: 'Approve' }).first().click()
      await visited.page.getByRole('dialog').waitFor()
      await clean(visited, 'en')
      await visited.close()
    }
    expect((await sheetOf()).state).toBe('sent')
  })

  test('sends it back with a reason, on a phone; the office reads it', async () => {
    const { visited, mail } = await byLink()
    lastMail = mail
    await visited.page.getByRole('button', { name: '退回修改' }).click()
    const asked = visited.page.getByRole('dialog')
    expect(await asked.getByRole('button', { name: '退回修改' }).isDisabled()).toBe(true)
    await asked.getByLabel('退回原因').fill('请说明第二名未入选的理由。')
    await clean(visited)
    await asked.getByRole('button', { name: '退回修改' }).click()
    await visited.page.getByText('已退回主办单位').waitFor()
    expect(await visited.page.getByRole('button', { name: '确认批准' }).count()).toBe(0)
    await clean(visited)
    await visited.close()
    await open(desk, `/batches/${batch}/decisions?category=${category}`)
    await page.getByText('审定人退回：请说明第二名未入选的理由。').waitFor()
    await clean()
    expect(await sheetOf()).toMatchObject({ state: 'open', sentBack: '请说明第二名未入选的理由。' })
  })

  test('gets another mail when it is sent anew, and what is approved cannot be taken back any more', async () => {
    await sendSheet(playing(origin, national), batch, category, approver)
    await settle()
    await approveSheet(origin, batch, category, approver.email)
    await settle()
    await page.reload()
    await page.getByText(/已于 .* 批准/).waitFor()
    expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(0)
    expect(await page.getByText('审定人退回').count()).toBe(0)
    await clean()
    const late = await ask(origin, national, `/batches/${batch}/categories/${category}/sheet/withdraw`, {
      body: { reason: '再看一看' },
      key: ulid(),
    })
    expect([late.status, late.body.code]).toEqual([409, 'sheet.already-approved'])
    expect(await at()).toBe('notice')
  })
})

test('the record of all of it holds', async () => {
  await open(desk, `/batches/${batch}/record?about=stages`)
  await page.getByRole('button', { name: '校验记录链' }).click()
  await page.getByText(/记录链完整/).waitFor()
  await clean()
})
