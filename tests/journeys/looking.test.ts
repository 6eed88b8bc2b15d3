import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { endVisits, faults, quiet, theBrowser, type Visit } from './browser.ts'
import { start } from './calls.ts'
import { done } from './people.ts'
import { openReview } from './rounds.ts'
import { open, visitAs } from './visits.ts'
import { batchTitle } from './world.ts'

const world = inject('world')
const { origin, national } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]

let browser: Browser
let visit: Visit
let page: Page
let batch: string
type Row = { id: string; summary: { title: string; receipt: string; institution: { name: string } } }
let rows: Row[]

beforeAll(async () => {
  browser = await theBrowser()
  const round = { title: '演示·查找与暂停批次', category: 'original-culture', from: 14, count: 3, settings: { expertsPerSubmission: 1 } }
  ;[{ batch }, visit] = await Promise.all([openReview(world, round), visitAs(browser, origin, national)])
  page = visit.page
  rows = (await done(origin, national, `/batches/${batch}/submissions`)).rows as Row[]
}, 120_000)
afterAll(endVisits)

const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])
const lines = () => page.locator('tbody tr')
const field = () => page.getByRole('searchbox', { name: '查找' })
const found = async (words: string, count: number) => {
  await field().fill(words)
  await page.getByText(`已查看全部 3 项，找到 ${count} 项。`).waitFor()
  expect(await lines().count()).toBe(count)
}

test('an officer finds a submission by number, by a word and by the unit in pinyin; words stand in the address and go by their mark', async () => {
  const one = rows[0]
  if (!one) throw new Error('nothing was handed in')
  await open(visit, `/batches/${batch}/submissions`)
  await lines().nth(2).waitFor()
  await page.keyboard.press('/')
  expect(await field().evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.type(one.summary.receipt.slice(-5).toLowerCase())
  await page.getByText('已查看全部 3 项，找到 1 项。').waitFor()
  expect(await lines().first().innerText()).toContain(one.summary.title)
  expect(new URL(page.url()).searchParams.get('words')).toBe(one.summary.receipt.slice(-5).toLowerCase())
  await clean()
  await found('冰川湖泊', 0)
  await page.getByText('没有符合条件的申报').waitFor()
  await found('yanshi daxue', 3)
  await page.getByRole('button', { name: '去掉筛选：查找：yanshi daxue' }).click()
  await page.getByText('已查看全部').waitFor({ state: 'detached' })
  await lines().nth(2).waitFor()
  expect(await field().inputValue()).toBe('')
})

test('a list that cannot be read says why and nothing else, and is there once it is tried again', async () => {
  const why = '暂时不能读取这个列表。'
  await page.route(
    (url) => url.pathname === `/api/batches/${batch}/submissions`,
    (route) => route.fulfill({ status: 409, json: { code: 'not-now', zh: why, en: why } }),
    { times: 1 },
  )
  await open(visit, `/batches/${batch}/submissions?order=newest`)
  await page.getByText(why).waitFor()
  expect(await page.getByText(/没有符合条件的申报|还没有收到申报/).count()).toBe(0)
  await page.getByRole('button', { name: '重试' }).click()
  await lines().nth(2).waitFor()
  expect(await page.getByText(why).count()).toBe(0)
  // The browser itself complains of what was refused.
  visit.complaints.splice(0)
})

test('on a phone the list comes first: what narrows it waits behind a button that says how many are set', async () => {
  const phone = await visitAs(browser, origin, national, { device: 'phone' })
  await open(phone, `/batches/${batch}/submissions?order=oldest`)
  const lines = phone.page.locator('tbody tr')
  await lines.nth(2).waitFor()
  const words = phone.page.getByRole('searchbox', { name: '查找' })
  expect(await words.isVisible()).toBe(false)
  await phone.page.getByRole('button', { name: '筛选（已设 1 项）' }).tap()
  await words.fill(rows[0]?.summary.receipt ?? '')
  await phone.page.getByText('已查看全部 3 项，找到 1 项。').waitFor()
  // The order is offered once, above the cards.
  expect(await phone.page.getByRole('combobox', { name: /^排列/ }).filter({ visible: true }).count()).toBe(1)
  expect(await faults(phone, 'zh', people)).toEqual([])
  await phone.page.getByRole('button', { name: '筛选（已设 2 项）' }).tap()
  expect(await words.isVisible()).toBe(false)
  await phone.page.getByRole('button', { name: '清除全部筛选' }).tap()
  await lines.nth(2).waitFor()
  await phone.page.getByRole('button', { name: '筛选', exact: true }).waitFor()
  await phone.close()
})

test('the map of the provinces is a table too, with the same figures', async () => {
  await start(origin, world.universities[16] ?? national, world.batch, 'quality-project')
  await open(visit, `/batches/${world.batch}/live`)
  const map = page.getByRole('figure')
  const jiangsu = map.getByRole('listitem').filter({ hasText: '江苏' })
  const figure = (await jiangsu.locator('.tile-value').innerText()).trim()
  expect(figure).toMatch(/^[1-9]\d*$/)
  expect(await map.getByRole('listitem').count()).toBe(34)
  await map.getByRole('button', { name: '以表格显示' }).click()
  expect(await map.getByRole('listitem').count()).toBe(0)
  expect(await map.locator('tbody tr').count()).toBe(34)
  expect(await map.getByRole('row', { name: /^江苏/ }).getByRole('cell').innerText()).toContain(figure)
  await clean()
  await map.getByRole('button', { name: '以表格显示' }).click()
  await jiangsu.waitFor()
})

test('the menu marks the entry that a page belongs to, or that one came to it through', async () => {
  const marked = (of: Page) => of.locator('.shell-link:is(.within, [aria-current])').allInnerTexts()
  const go = async (of: Page, link: string | RegExp, to: string) => {
    await of.locator('main').getByRole('link', { name: link }).first().click()
    await of.waitForURL(to)
    await quiet(of)
  }
  const [, applicant = national] = world.universities
  const recommender = await visitAs(browser, origin, world.province)
  await open(recommender, '/recommending')
  const of = `/batches/${world.batch}`
  await go(recommender.page, batchTitle, `**${of}/list`)
  expect(await marked(recommender.page)).toEqual(['审核推荐'])
  await go(recommender.page, '申报通知', `**${of}`)
  expect(await marked(recommender.page)).toEqual(['审核推荐'])
  await recommender.page.reload()
  await quiet(recommender.page)
  expect(await marked(recommender.page)).toEqual(['批次'])
  await recommender.close()
  const writer = await visitAs(browser, origin, applicant)
  await open(writer, `${of}/submissions/${world.waiting[0]}/versions/1`)
  expect(await marked(writer.page)).toEqual(['我的申报'])
  await open(writer, `${of}/list`)
  expect(await marked(writer.page)).toEqual(['审核推荐'])
  await writer.close()
})

test('while a word is being composed, Enter chooses nothing and sends nothing: in a field that searches, in the picker of units, and in Ctrl-K', async () => {
  await open(visit, `/batches/${batch}/submissions`)
  await lines().nth(2).waitFor()
  const hand = await visit.context.newCDPSession(page)
  const compose = (text: string) => hand.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  /** Enter as an input method takes it: the page is told of a key, and no letter comes of it. */
  const takenEnter = async () => {
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
    await hand.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    await hand.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  }
  const asked: string[] = []
  page.on('request', (request) => void (request.url().includes('/api/') && asked.push(request.url())))
  const dialog = page.getByRole('dialog')
  const picker = page.getByRole('combobox', { name: '推荐单位' })
  const places = [
    { field: field(), begun: '', stays: () => lines().count(), left: '演示大学' },
    { field: picker, begun: '演示', stays: () => page.locator('.picker-option').count(), left: '演示大学' },
    { field: dialog.getByRole('combobox'), begun: '', stays: () => dialog.getByRole('option').count(), left: '单位与账号' },
  ]
  for (const { field, begun, stays, left } of places) {
    if (field === places.at(-1)?.field) await page.keyboard.press('Control+k')
    await field.focus()
    await field.fill(begun)
    if (begun !== '') await page.locator('.picker-option').first().waitFor()
    // What Ctrl-K offers before anything is typed comes bit by bit.
    await quiet(page)
    const [address, before] = [page.url(), await stays()]
    expect(before).toBeGreaterThan(0)
    asked.length = 0
    const letters = left.replace(begun, '')
    for (const half of ['d', 'da', 'da xue']) await compose(half)
    await takenEnter()
    // Longer than any field waits for the next letter.
    await page.waitForTimeout(500)
    expect([page.url(), await stays(), asked]).toEqual([address, before, []])
    await hand.send('Input.insertText', { text: letters })
    // Safari tells of the key that ended a word only after its end.
    await takenEnter()
    expect([page.url(), await field.inputValue()]).toEqual([address, left])
    await expect.poll(async () => (await stays()) !== before || asked.length > 0).toBe(true)
  }
  await dialog.getByRole('option', { name: /单位与账号/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '单位与账号', level: 1 }).waitFor()
})

test('the host finds one not qualified with a reason, then two together, from the list and from a record beside it: rows are drawn as answered', async () => {
  const titles = rows.map(({ summary }) => summary.title)
  const [first = '', second = '', third = ''] = titles
  const line = (title: string) => page.getByRole('row', { name: new RegExp(title) })
  const states = () => Promise.all(titles.map(async (title) => /资格审查(未?通过)/.exec(await line(title).innerText())?.[1] ?? 'neither'))
  const dialog = page.getByRole('dialog')
  type Act = '审查通过' | '审查不通过'
  const press = async (act: Act) => {
    if (act === '审查不通过') {
      expect(await dialog.getByRole('button', { name: act }).isDisabled()).toBe(true)
      await dialog.getByLabel('理由').fill('超出申报年限')
    }
    await clean()
    await dialog.getByRole('button', { name: act }).click()
  }
  /** Ticks these, reads what would come of it, and does it. */
  const find = async (act: Act, chosen: readonly string[], effect: string) => {
    for (const title of chosen) await line(title).getByRole('checkbox').check()
    await page.locator('main').getByRole('button', { name: act, exact: true }).click()
    await dialog.getByText(effect, { exact: true }).waitFor()
    await press(act)
  }
  /** As it is drawn when the dialog goes, and after the list has been read again, which may be before it is written. */
  const drawn = async () => {
    await dialog.waitFor({ state: 'detached' })
    const atOnce = await states()
    await quiet(page)
    expect(await states()).toEqual(atOnce)
    return atOnce
  }
  await open(visit, `/batches/${batch}/submissions`)
  await lines().nth(2).waitFor()
  expect(await states()).toEqual(['通过', '通过', '通过'])
  await find('审查不通过', [first], '将审查不通过 1 项')
  expect(await drawn()).toEqual(['未通过', '通过', '通过'])
  await find('审查不通过', [second, third], '将审查不通过 2 项')
  expect(await drawn()).toEqual(['未通过', '未通过', '未通过'])
  await find('审查通过', [second, third], '将审查通过 2 项')
  expect(await drawn()).toEqual(['未通过', '通过', '通过'])

  await line(third).getByRole('link').first().click()
  await page.getByRole('heading', { name: third, level: 1 }).waitFor()
  await page.getByRole('button', { name: '审查不通过' }).click()
  await dialog.getByText('将审查不通过 1 项', { exact: true }).waitFor()
  await press('审查不通过')
  await page.getByText('超出申报年限').waitFor()
  await clean()
  await page.getByRole('link', { name: '返回列表' }).click()
  await lines().nth(2).waitFor()
  expect(await drawn()).toEqual(['未通过', '通过', '未通过'])

  await find('审查通过', titles, '将审查通过 2 项')
  await dialog.getByText('1 项未能办理：').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  expect(await drawn()).toEqual(['通过', '通过', '通过'])
})

test('while the batch is paused its pages say so and offer none of what cannot be done; afterwards they do again', async () => {
  const reason = '系统维护'
  const paused = page.getByText('本批次已暂停，已填写的内容均已保留。', { exact: false })
  await done(origin, national, `/batches/${batch}/pause`, { body: { reason } })
  await open(visit, `/batches/${batch}/review`)
  await paused.waitFor()
  expect(await page.getByRole('button', { name: '邀请专家' }).count()).toBe(0)
  await clean()
  await open(visit, `/batches/${batch}/board`)
  await paused.waitFor()
  expect(await page.getByRole('button', { name: /按姓名/ }).count()).toBe(0)
  await open(visit, `/batches/${batch}/submissions`)
  await paused.waitFor()
  await lines().first().waitFor()
  expect(await lines().getByRole('checkbox').count()).toBe(0)
  await done(origin, national, `/batches/${batch}/resume`, { body: { reason } })
  await open(visit, `/batches/${batch}/review`)
  await page.getByRole('button', { name: '邀请专家' }).waitFor()
  expect(await paused.count()).toBe(0)
})
