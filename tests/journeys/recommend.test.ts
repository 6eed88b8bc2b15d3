import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { endVisits, faults, quiet, smallTargets, theBrowser, type Visit } from './browser.ts'
import { start } from './calls.ts'
import { asOpened } from './opens.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'
import { batchTitle, category } from './world.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const { province } = world
const list = `/batches/${world.batch}/list`
const ordered = `/batches/${world.batch}/ordered/${category}`
const unit = `/batches/${world.batch}/units/${province.unit.id}`

let browser: Browser
let visit: Visit
let page: Page

beforeAll(async () => {
  browser = await theBrowser()
  visit = await visitAs(browser, world.origin, province)
  page = visit.page
})
afterAll(endVisits)
const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])
const listed = async () =>
  (await done(world.origin, province, `${unit}/lists/${category}`)) as { used: number; limit: number; items: { id: string }[] }
const ids = async () => (await listed()).items.map(({ id }) => id)

describe('a province', () => {
  test('finds what waits for it, with filters that stand in the address', async () => {
    await open(visit, '/')
    await page.getByRole('link', { name: `进入审核 ${batchTitle}` }).click()
    await page.getByRole('heading', { name: '审核推荐', level: 1 }).waitFor()
    await page.getByRole('combobox', { name: '类别' }).selectOption({ label: '心理健康教育典型案例' })
    await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '已提交，待审核' })
    await page.waitForURL(/category=mental-health-case&state=submitted/)
    await expect.poll(() => page.getByRole('checkbox', { name: /^选择[^全]/ }).count()).toBeGreaterThanOrEqual(5)
    await clean()
    await page.goBack()
    await expect.poll(() => new URL(page.url()).searchParams.get('state')).toBeNull()
    await page.goForward()
    await page.waitForURL(/state=submitted/)
  })

  test('sees on its desk which units below are furthest behind, as bars, and goes from there to all of them', async () => {
    const writing = await Promise.all(
      [14, 15].map(async (i) => {
        const applicant = world.universities[i] ?? world.national
        return { applicant, ...(await start(world.origin, applicant, world.batch, 'quality-project')) }
      }),
    )
    await localTime(world.origin).settle()
    await open(visit, '/')
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: batchTitle }) })
    await card.getByRole('heading', { name: '提交率最低的单位' }).waitFor()
    const bars = await card
      .getByRole('progressbar')
      .evaluateAll((all) =>
        (all as HTMLProgressElement[]).map((bar) => ({ name: bar.ariaLabel ?? '', begun: bar.max, handedIn: bar.value })),
      )
    expect(bars.length).toBeLessThanOrEqual(6)
    expect(bars).toEqual(
      expect.arrayContaining(writing.map(({ applicant }) => expect.objectContaining({ name: applicant.unit.name, handedIn: 0 }))),
    )
    const shares = bars.map(({ begun, handedIn }) => handedIn / begun)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    await clean()
    await card.getByRole('link', { name: `各单位进度 ${batchTitle}` }).click()
    await page.getByRole('heading', { name: '各单位进度', level: 1 }).waitFor()
    for (const { applicant, path } of writing) await done(world.origin, applicant, `${path}/discard`, { method: 'POST', body: {} })
  })

  test('reads one and goes through the list from inside it', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.locator('tbody a').first().click()
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    await clean()
    await page.getByRole('link', { name: '下一项' }).click()
    await page.getByText(/第 2 项，共 \d+ 项/).waitFor()
    await page.getByRole('link', { name: '返回列表' }).click()
    await page.waitForURL(/list\?category=mental-health-case&state=submitted/)
  })

  test('loses no press while what the next one says is on its way', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.locator('tbody a').first().click()
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    const title = await page.locator('h1').innerText()
    const said = Promise.withResolvers<void>()
    await page.route('**/answers', (route) => said.promise.then(() => route.continue()), { times: 1 })
    await page.getByRole('link', { name: '下一项' }).click()
    await page.getByText(/第 2 项，共 \d+ 项/).waitFor()
    await page.locator('h1').filter({ hasNotText: title }).waitFor()
    await page.getByRole('link', { name: '返回列表' }).click()
    await page.waitForURL(/list\?category=mental-health-case&state=submitted/)
    await page.locator('tbody a').first().waitFor()
    said.resolve()
    await clean()
  })

  test('keeps a remark that is begun while the next one is on its way for the one that is shown', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.locator('tbody a').first().click()
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    await quiet(page)
    const title = await page.locator('h1').innerText()
    const said = Promise.withResolvers<void>()
    await page.route('**/path', (route) => said.promise.then(() => route.continue()), { times: 1 })
    await page.getByRole('link', { name: '下一项' }).click()
    await page.getByText(/第 2 项，共 \d+ 项/).waitFor()
    await page
      .getByRole('button', { name: /^写意见：/ })
      .first()
      .click()
    const box = page.getByRole('textbox', { name: /^对“/ })
    await box.fill('请核对这一项。')
    said.resolve()
    await page.locator('h1').filter({ hasNotText: title }).waitFor()
    await box.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: '上一项' }).click()
    await page.locator('h1').filter({ hasText: title }).waitFor()
    expect(await box.inputValue()).toBe('请核对这一项。')
    await clean()
  })

  test('works with the keys alone: down, tick, open, on to the next, and anywhere by name', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('已选 1 项').waitFor()
    expect(await page.locator('tbody tr').nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('o')
    await page.getByText(/第 2 项，共 \d+ 项/).waitFor()
    await page.getByRole('navigation', { name: '同一列表中的申报' }).waitFor()
    await clean()
    await page.keyboard.press('k')
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('dwyzh')
    await page.getByRole('option', { name: /单位与账号/ }).waitFor()
    await clean()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '单位与账号', level: 1 }).waitFor()
  })

  test('chooses columns, keeps the view by name, and exports exactly that', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.locator('summary', { hasText: '显示的列' }).click()
    await page.getByRole('checkbox', { name: '受理编号' }).check()
    await page.getByRole('checkbox', { name: '填报进度' }).uncheck()
    await page.waitForURL(/columns=title%2Creceipt/)
    await clean()
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('menuitem', { name: '保存当前视图' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: '视图名称' }).fill('待审')
    await clean()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()])
    const read = await readSpreadsheet(await readFile(await download.path()))
    const heads = read.ok ? read.value[0]?.cells : []
    expect(heads).toEqual(['申报名称', '受理编号', '申报单位', '所在高校', '状态', '提交时间'])
    await open(visit, list)
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('menuitemradio', { name: '待审' }).click()
    await page.waitForURL(/state=submitted/)
    await page.getByRole('columnheader', { name: '受理编号' }).waitFor()
    // The rows of the view take the place of those that are there.
    await quiet(page)
    await page.locator('tbody a').first().click()
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    await page.getByRole('link', { name: '返回列表' }).click()
    await page.getByRole('columnheader', { name: '受理编号' }).waitFor()
    expect(await page.getByRole('columnheader', { name: '填报进度' }).count()).toBe(0)
  })

  test('is told in the dialog when a preview fails, keeps the list and its ticks, and may look again', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.getByRole('checkbox', { name: '全选本页' }).check()
    const refusal = { code: 'busy', zh: '系统繁忙，请稍后再试。', en: 'Busy; try again later.' }
    await page.route('**/bulk', (route) => route.fulfill({ status: 429, json: refusal }), { times: 1 })
    await page.getByRole('button', { name: '退回修改', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('alert').getByText(refusal.zh).waitFor()
    visit.complaints.length = 0
    await clean()
    await dialog.getByRole('button', { name: '重新核对' }).click()
    await dialog.getByText(/将退回修改 \d+ 项/).waitFor()
    await dialog.getByRole('textbox', { name: '总体意见' }).fill('请补充佐证材料。')
    const act = dialog.getByRole('button', { name: '退回修改', exact: true })
    expect(await act.isEnabled()).toBe(true)
    await dialog.getByRole('textbox', { name: '年' }).fill('')
    await expect.poll(() => act.isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(/已选 \d+ 项/).waitFor()
  })

  test('says the same of more than a hundred in parts, and is told which were refused and why', async () => {
    type Listed = { rows: { id: string; summary: { title: string } }[] }
    await page.route('**/submissions?**', async (route) => {
      const answer = await route.fetch()
      const { rows } = (await answer.json()) as Listed
      const more = Array.from({ length: 130 }, (_, i) => ({
        ...rows[0],
        id: `01J0000000000000000000${String(i).padStart(4, '0')}`,
        summary: { ...rows[0]?.summary, title: `另一项${i}` },
      }))
      await route.fulfill({ response: answer, json: { rows: [...more, ...rows] } })
    })
    const asked: { submissions: string[]; dryRun: boolean }[] = []
    page.on('request', (request) => request.url().endsWith('/bulk') && asked.push(request.postDataJSON()))
    await open(visit, `${list}?category=${category}&state=submitted`)
    await page.getByRole('checkbox', { name: '全选本页' }).check()
    await page.getByRole('button', { name: '催报', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('所选申报均不能催报').waitFor()
    expect(await dialog.getByRole('button', { name: '催报', exact: true }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    expect(asked.map(({ submissions, dryRun }) => [submissions.length <= 100, dryRun])).toEqual([
      [true, true],
      [true, true],
    ])
    expect(asked.flatMap(({ submissions }) => submissions).length).toBeGreaterThan(130)
    await page.unroute('**/submissions?**')
  })

  test.each(['zh', 'en'] as const)(
    'does the same on a phone, in %s: all ticked at once, sorted, and the acts in sight at the end of the list',
    async (language) => {
      const words = {
        zh: { all: '全选本页', order: '排列顺序', oldest: '提交时间：升序', act: '催报', leave: '取消' },
        en: { all: 'Select all shown', order: 'Order', oldest: 'Handed in, ascending', act: 'Remind', leave: 'Cancel' },
      }[language]
      const held = await visitAs(browser, world.origin, province, { device: 'phone', language })
      await open(held, `${list}?category=${category}&state=submitted`)
      await held.page.locator('.cards-sort').selectOption({ label: words.oldest })
      await held.page.waitForURL(/order=oldest/)
      await held.page.locator('tbody tr').first().waitFor()
      const rows = await held.page.locator('tbody tr').count()
      // By their own size, not by the room around them: what stands beside a box differs from row to row.
      const sizes = await held.page.getByRole('checkbox').evaluateAll((boxes) =>
        boxes.map((box) => {
          const { width, height } = box.getBoundingClientRect()
          return Math.min(width, height)
        }),
      )
      expect(sizes.filter((size) => size > 1)).toHaveLength(rows + 1)
      expect(sizes.filter((size) => size > 1 && size < 24)).toEqual([])
      await held.page.getByRole('checkbox', { name: words.all }).check()
      expect(await held.page.locator('tbody tr[aria-selected="true"]').count()).toBe(rows)
      await held.page.locator('tbody tr').last().scrollIntoViewIfNeeded()
      const act = held.page.locator('.table-bulk').getByRole('button', { name: words.act, exact: true })
      const { y = -1 } = (await held.page.locator('.table-bulk').boundingBox()) ?? {}
      expect(y).toBeGreaterThanOrEqual(0)
      expect(await smallTargets(held.page, 44)).toEqual([])
      expect(await faults(held, language, people)).toEqual([])
      await act.click()
      // What it would do is said before one leaves it.
      await held.page.getByRole('dialog').locator('[role=status] p').first().waitFor()
      await held.page.keyboard.press('Escape')
      await held.page.getByRole('dialog').waitFor({ state: 'detached' })
      await held.page.locator('tbody tr').first().getByRole('checkbox').uncheck()
      expect(await held.page.getByRole('checkbox', { name: words.all }).evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true)
      await held.close()
    },
  )

  test('recommends five at once and is told beforehand that three places are left', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    for (const id of world.waiting) {
      const row = page.locator('tr', { has: page.locator(`a[href*="${id}"]`) })
      await row.getByRole('checkbox').check()
    }
    await page.getByRole('button', { name: '推荐', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('将推荐 3 项').waitFor()
    await dialog.getByText('心理健康教育典型案例：名额 3 项，已用 0 项，办理后 3 项').waitFor()
    await dialog.getByText('2 项不能办理').waitFor()
    expect(await listed()).toMatchObject({ used: 0, limit: 3 })
    await clean()
    expect(await asOpened(visit, 'zh')).toEqual([])
    await dialog.getByRole('button', { name: '推荐', exact: true }).click()
    await page.getByText('已推荐 3 项', { exact: true }).waitFor()
    await dialog.getByText('2 项未能办理：').waitFor()
    expect(await dialog.getByRole('listitem').count()).toBe(2)
    await clean()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await dialog.waitFor({ state: 'detached' })
    expect(await listed()).toMatchObject({ used: 3, limit: 3 })
    await page.getByText('已推荐 3 项，名额 3 项').waitFor()
  })

  test('cannot recommend more than that', async () => {
    await open(visit, `${list}?category=${category}&state=submitted`)
    const before = await ids()
    const left = world.waiting.find((id) => !before.includes(id))
    await page
      .locator('tr', { has: page.locator(`a[href*="${left}"]`) })
      .getByRole('checkbox')
      .check()
    await page.getByRole('button', { name: '推荐', exact: true }).click()
    await page.getByRole('dialog').getByText('所选申报均不能推荐').waitFor()
    expect(await page.getByRole('dialog').getByRole('button', { name: '推荐', exact: true }).isDisabled()).toBe(true)
    await clean()
    await page.keyboard.press('Escape')
    const again = await ask(world.origin, province, `${unit}/bulk`, {
      body: { action: 'recommend', opinion: '同意推荐。', submissions: world.waiting },
    })
    expect(again.body).toMatchObject({ done: 0, refused: 5 })
    expect(await ids()).toEqual(before)
  })

  test('orders its list by dragging', async () => {
    await open(visit, `${list}?category=${category}`)
    await page.getByRole('link', { name: '推荐名单' }).first().click()
    await page.getByRole('heading', { name: /^推荐名单/, level: 1 }).waitFor()
    await clean()
    const [first, second, third] = await ids()
    const rows = page.locator('main ol > li[draggable="true"]')
    await rows.nth(2).dragTo(rows.nth(0))
    await page.getByText('顺序已保存').waitFor()
    expect(await ids()).toEqual([third, first, second])
  })

  test('orders its list by the keyboard alone', async () => {
    const [first, second, third] = await ids()
    await open(visit, ordered)
    await page.getByRole('button', { name: /^下移/ }).first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByText('顺序已保存').waitFor()
    expect(await ids()).toEqual([second, third, first])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^上移/)
    await page.reload()
    await page.getByRole('heading', { name: /^推荐名单/, level: 1 }).waitFor()
    const links = page.locator('main ol > li[draggable="true"] a')
    expect(await links.evaluateAll((all) => all.map((link) => /list\/([0-9A-Z]{26})/.exec((link as HTMLAnchorElement).href)?.[1]))).toEqual(
      await ids(),
    )
  })

  test('prints the list as PDF and confirms only with a stamped scan', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载名单 PDF' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    expect(await page.getByRole('button', { name: '确认名单' }).isDisabled()).toBe(true)
  })

  test('takes one back, which frees its place', async () => {
    const [first] = await ids()
    await open(visit, `${list}/${first}?category=${category}`)
    await page.getByRole('button', { name: '撤销结论' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('需补充核实材料')
    await page.getByRole('dialog').getByRole('button', { name: '撤销结论' }).click()
    await page.getByText('待本单位审核').waitFor()
    expect(await listed()).toMatchObject({ used: 2, limit: 3 })
    await clean()
  })
})

describe('the national office', () => {
  const all = `/batches/${world.batch}/submissions`
  let office: Visit
  beforeAll(async () => {
    office = await visitAs(browser, world.origin, world.national)
  })
  const pageClean = async () => expect(await faults(office, 'zh', people)).toEqual([])

  test('narrows its list to a recommending unit, chooses columns, and exports exactly that', async () => {
    const { page } = office
    await open(office, `${all}?category=${category}&state=submitted`)
    await page.getByRole('combobox', { name: '推荐单位' }).fill('dbsjyt')
    await page.getByRole('option', { name: /东部省教育厅/ }).click()
    await page.waitForURL(new RegExp(`unit=${province.unit.id}`))
    await page.getByRole('button', { name: /^去掉筛选：推荐单位.*演示·东部省教育厅$/ }).waitFor()
    await page.locator('summary', { hasText: '显示的列' }).click()
    await page.getByRole('checkbox', { name: '排序' }).uncheck()
    await page.getByRole('checkbox', { name: '所在高校' }).uncheck()
    await pageClean()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()])
    const read = await readSpreadsheet(await readFile(await download.path()))
    expect(read.ok ? read.value[0]?.cells : []).toEqual(['申报名称', '受理编号', '类别', '申报单位', '状态', '提交时间'])
    const rows = await page.getByRole('checkbox', { name: /^选择：/ }).count()
    expect(read.ok ? read.value.length - 1 : 0).toBe(rows)
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('menuitem', { name: '保存当前视图' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: '视图名称' }).fill('东部待审')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '东部待审' }).waitFor()
  })

  test('works in it with the keys, goes on from one to the next beside the list, and comes back to it as it was', async () => {
    const { page } = office
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('已选 1 项').waitFor()
    await page.keyboard.press('o')
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    const beside = page.getByRole('navigation', { name: '同一列表中的申报' })
    await beside.waitFor()
    await pageClean()
    const first = page.url()
    await page.keyboard.press('j')
    await page.getByText(/第 2 项，共 \d+ 项/).waitFor()
    expect(page.url()).not.toBe(first)
    await page.getByRole('link', { name: '上一项' }).click()
    await page.getByText(/第 1 项，共 \d+ 项/).waitFor()
    await page.getByRole('link', { name: '返回列表' }).click()
    await page.waitForURL((url) => url.pathname.endsWith('/submissions') && url.searchParams.get('unit') === province.unit.id)
    await page.getByRole('columnheader', { name: '受理编号' }).waitFor()
    expect(await page.getByRole('columnheader', { name: '排序', exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: /^去掉筛选：推荐单位.*演示·东部省教育厅$/ }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('unit')).toBeNull()
    await office.close()
  })
})

test('someone without the role is refused, and another unit does not see it', async () => {
  const refused = await ask(world.origin, world.provinceEditor, `${unit}/lists`)
  expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
  const other = await ask(world.origin, world.ministry, `${unit}/lists/${category}/order`, { method: 'PUT', body: { order: await ids() } })
  expect(other.status).toBe(404)
})

test('what has been recommended reads in English too, on a phone', async () => {
  const english = await visitAs(browser, world.origin, province, { language: 'en', device: 'phone' })
  for (const each of ['/', list, ordered]) {
    await open(english, each)
    expect([each, await faults(english, 'en', people)]).toEqual([each, []])
  }
  await english.close()
})
