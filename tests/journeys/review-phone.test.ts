import type { Browser, Locator, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linkIn } from '../../infra/local/play/person.ts'
import { assign, registerExperts } from '../../infra/local/play/reviewing.ts'
import { complaintsOf, endVisits, faults, theBrowser, type Visit, visit } from './browser.ts'
import { asOpened } from './opens.ts'
import { ask, done } from './people.ts'
import { openReview, playing } from './rounds.ts'
import { open, visitAs } from './visits.ts'
import { category } from './world.ts'

const world = inject('world')
const { origin, national } = world
/** What people and units of the demo are called, which stands untranslated. */
const people = [/演示/]
const comment = '申报基础扎实，思路清晰，措施具体，成效有数据支撑；建议进一步提炼可推广的做法，完善长效机制，并补充近三年的对比数据。'

let browser: Browser
let phone: Visit
let page: Page
let batch: string
let expert: string
let email: string
let link: string
let mail: number
const clean = async () => expect(await faults(phone, 'zh', people)).toEqual([])
const standing = async () => ({
  experts: (await done(origin, national, `/batches/${batch}/experts`)).rows,
  mails: ((await (await fetch(`${origin}/mailbox.json?to=${email}`)).json()) as unknown[]).length,
})
const submitted = () => page.getByRole('button', { name: '提交评审' })

beforeAll(async () => {
  browser = await theBrowser()
  const round = await openReview(world, {
    title: '演示·手机评审',
    category,
    from: 6,
    count: 3,
    settings: { expertsPerSubmission: 1, applicantHiddenFromExpert: false },
  })
  batch = round.batch
  email = `${ulid().toLowerCase()}@example.org`
  const office = playing(origin, national)
  const [id = ''] = await registerExperts(office, national.unit.id, [
    { name: '演示·古丽·阿卜杜热西提·麦麦提明', email, unit: '演示出版社' },
  ])
  expert = id
  await office.done('POST', `/batches/${batch}/experts`, { body: { experts: [expert] } })
  await assign(office, batch)
  const found = await linkIn(origin, email, '/r')
  link = found.link
  mail = found.mail.id
  phone = await visit(browser, { baseURL: origin, device: 'phone' })
  page = phone.page
}, 120_000)
afterAll(endVisits)

describe('before the expert comes', () => {
  test('a mail scanner fetches the link a thousand times, and nothing changes', async () => {
    const before = await standing()
    for (let round = 0; round < 25; round++)
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => fetch(link, { method: ['GET', 'HEAD', 'OPTIONS'][i % 3] ?? 'GET' }).then((r) => r.text())),
      )
    expect(await standing()).toEqual(before)
  })
  test('a scanner that runs the page’s script presses nothing, so nothing is called and nothing changes', async () => {
    const before = await standing()
    const scanner = await visit(browser, { baseURL: origin })
    const called: string[] = []
    scanner.page.on('request', (request) => request.url().includes('/api/') && called.push(request.url()))
    await scanner.page.goto(link)
    await scanner.page.getByRole('button', { name: '接受邀请，开始评审' }).waitFor()
    await scanner.page.waitForLoadState('networkidle')
    await scanner.close()
    expect(called).toEqual([])
    expect(await standing()).toEqual(before)
  })
})

describe('an expert with a phone', () => {
  test('looks first and answers nothing', async () => {
    const looking = await visit(browser, { baseURL: origin, device: 'phone' })
    await looking.page.goto(link)
    await looking.page.getByRole('button', { name: '先看看，暂不答复' }).tap()
    await looking.page.getByText('已为您分配 3 份材料').waitFor()
    expect(await faults(looking, 'zh', people)).toEqual([])
    await looking.close()
    expect((await standing()).experts).toMatchObject([{ expert, state: 'invited' }])
  })

  test('gives the first score with the third tap, that of the mail counted, and hands in a whole review within a minute', async () => {
    let taps = 0
    const tap = (what: Locator) => {
      taps++
      return what.tap()
    }
    await page.goto(`/mailbox/${mail}.html`)
    await tap(page.getByRole('link', { name: '进入评审' }))
    await page.getByRole('button', { name: '接受邀请，开始评审' }).waitFor()
    await clean()
    const began = Date.now()
    const groups = page.locator('.score')
    const eight = groups.first().getByText('8', { exact: true }).first()
    await tap(page.getByRole('button', { name: '接受邀请，开始评审' }))
    await eight.waitFor()
    await page.getByText('已接受邀请，共 3 份材料').waitFor()
    // Nothing has to be scrolled before the score can be given.
    expect(
      await eight.evaluate(
        (each) => document.elementFromPoint(each.getBoundingClientRect().x + 2, each.getBoundingClientRect().y + 2) === each,
      ),
    ).toBe(true)
    await tap(eight)
    expect([taps, await page.locator('#marks input:checked').first().inputValue()]).toEqual([3, '8'])
    expect((await standing()).experts).toMatchObject([{ expert, state: 'accepted' }])
    for (let i = 1; i < (await groups.count()); i++)
      await groups
        .nth(i)
        .getByText(String(6 + (i % 4)), { exact: true })
        .first()
        .tap()
    const choice = page.getByRole('radio', { name: '推荐', exact: true })
    if (await choice.count()) await choice.check()
    await page.getByRole('textbox', { name: '评审意见' }).fill(comment)
    await submitted().tap()
    await page.getByRole('dialog').getByRole('button', { name: '提交评审' }).tap()
    await page.getByText('第 1 份已提交，谢谢您！').waitFor()
    expect(Date.now() - began).toBeLessThan(60_000)
    await clean()
    const { rows } = (await done(origin, national, `/batches/${batch}/experts`)) as { rows: { expert: string; submitted: number }[] }
    expect(rows.find((row) => row.expert === expert)?.submitted).toBe(1)
  })

  test('reads the material in sections, opens an attachment, and the application as PDF', async () => {
    await page.getByRole('button', { name: '评下一份' }).tap()
    await page.locator('.score').first().waitFor()
    await clean()
    await page.getByRole('button', { name: '收起评分表' }).tap()
    await page.locator('.review-outline summary').tap()
    await clean()
    // While the script of the view and then the file itself are on their way, the material stands; what cannot be had is said where the file would be.
    const [script, links] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const refusal = { code: 'busy', zh: '系统繁忙，请稍后再试。', en: 'Busy; try again later.' }
    await page.route(/file-view/, (route) => script.promise.then(() => route.continue()))
    await page.route('**/files/*', (route) => links.promise.then(() => route.fulfill({ status: 429, json: refusal })), { times: 1 })
    const asked = page.waitForRequest(/file-view/)
    await page.locator('.outline-file', { hasText: /\.pdf/ }).first().tap()
    await asked
    expect(await page.locator('.review-outline').isVisible()).toBe(true)
    script.resolve()
    await page.getByRole('dialog').locator('[role=status]').waitFor()
    links.resolve()
    await page.getByRole('dialog').getByText(refusal.zh).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap()
    await page.unroute(/file-view/)
    phone.complaints.length = 0
    for (const file of [/\.pdf/, /申报书 PDF/]) {
      await page.locator('.outline-file', { hasText: file }).first().tap()
      const address = await page.getByRole('dialog').getByRole('link', { name: '打开' }).getAttribute('href')
      await clean()
      const answered = await fetch(address ?? '')
      expect([answered.headers.get('content-type'), answered.headers.get('content-disposition')]).toEqual(['application/pdf', 'inline'])
      expect(new TextDecoder().decode((await answered.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap()
    }
  })

  test('loses the network while writing, and nothing is lost', async () => {
    await page.getByRole('button', { name: '展开评分表' }).tap()
    await phone.context.setOffline(true)
    await page.locator('.score').first().getByText('7', { exact: true }).first().tap()
    await page.locator('.review-marks-head').getByText(/本机/).waitFor()
    await phone.context.setOffline(false)
    await page
      .locator('.review-marks-head')
      .getByText(/已保存/)
      .waitFor()
    phone.complaints.length = 0
    await page.reload()
    await page.locator('.score').first().waitFor()
    expect(await page.locator('#marks input:checked').first().inputValue()).toBe('7')
    await clean()
  })

  test('dictates to a keyboard that writes what it hears over what it heard first', async () => {
    const box = page.getByRole('textbox', { name: '评审意见' })
    await box.fill('')
    const keyboard = await phone.context.newCDPSession(page)
    for (const text of ['申报', '申报鸡翅', '申报基础扎实'])
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await keyboard.send('Input.insertText', { text: '申报基础扎实，' })
    expect(await box.inputValue()).toBe('申报基础扎实，')
    await box.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 7))
    await keyboard.send('Input.insertText', { text: '牢固。' })
    await keyboard.detach()
    expect(await box.inputValue()).toBe('申报基础牢固。')
    const kept = () =>
      page.evaluate(
        async ([of, id]) => (await (await fetch(`/api/batches/${of}/desk/${id}`)).json()).review.marks.comment as string,
        [batch, new URL(page.url()).searchParams.get('s') ?? ''],
      )
    await expect.poll(kept).toBe('申报基础牢固。')
    await clean()
  })

  test('writes in two tabs: what goes together is merged, what does not is asked', async () => {
    const other = await phone.context.newPage()
    const complaints = complaintsOf(other)
    await other.goto(link)
    await other.getByRole('button', { name: '接受邀请，开始评审' }).tap()
    await other.getByRole('button', { name: '继续评审' }).tap()
    await other.locator('.score').nth(1).getByText('5', { exact: true }).first().tap()
    await other
      .locator('.review-marks-head')
      .getByText(/已保存/)
      .waitFor()
    await page.getByRole('textbox', { name: '评审意见' }).fill('第一个标签页里的意见，')
    await page.getByText('另一设备上的修改已合并进来').waitFor()
    expect(await page.locator('.score').nth(1).locator('input:checked').inputValue()).toBe('5')
    await page
      .locator('.review-marks-head')
      .getByText(/已保存/)
      .waitFor()
    await other.getByRole('textbox', { name: '评审意见' }).fill('第二个标签页里的意见。')
    await other.getByRole('dialog').getByText('合并两份').last().tap()
    await other.getByRole('dialog').getByRole('button', { name: '按以上选择保存' }).tap()
    await other
      .locator('.review-marks-head')
      .getByText(/已保存/)
      .waitFor()
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([])
    await other.close()
    const { marks } = (await page.evaluate(
      async ([of, id]) => (await (await fetch(`/api/batches/${of}/desk/${id}`)).json()).review,
      [batch, new URL(page.url()).searchParams.get('s') ?? ''],
    )) as { marks: { comment: string } }
    expect(marks.comment).toMatch(/第二个标签页里的意见。[\s\S]*第一个标签页里的意见，|第一个标签页里的意见，[\s\S]*第二个标签页里的意见。/)
    phone.complaints.length = 0
  })

  test('steps aside by one press, takes it back, steps aside again, and says why', async () => {
    await page.reload()
    for (const again of [false, true]) {
      await page.locator('.score').first().waitFor()
      await page.getByRole('button', { name: '我需要回避' }).tap()
      await page.getByText(/已声明回避第 \d 份/).waitFor()
      await page.getByRole('heading', { name: '已回避' }).waitFor()
      await clean()
      if (again) break
      await page.getByRole('button', { name: '撤销回避' }).first().tap()
      await page.getByText('已撤销回避').last().waitFor()
      await page.getByRole('button', { name: '继续评审' }).tap()
      expect(await page.locator('.score').first().locator('input:checked').inputValue()).toBe('7')
    }
    await page.getByRole('button', { name: '说明原因' }).first().tap()
    await page.getByRole('dialog').getByText('师生关系').tap()
    await clean()
    expect(await asOpened(phone, 'zh', ['phone', 'tablet', 'desktop'])).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '提交说明' }).tap()
    await page.getByText('感谢您的说明').last().waitFor()
  })

  test('is told what is missing and led there, and is thanked at the end', async () => {
    await page.getByRole('button', { name: '继续评审' }).tap()
    await submitted().tap()
    await page.getByText(/还有 \d+ 处未完成/).waitFor()
    await clean()
    const groups = page.locator('.score')
    for (let i = 0; i < (await groups.count()); i++) await groups.nth(i).locator('.score-anchor').first().tap()
    const choice = page.getByRole('radio', { name: '推荐', exact: true })
    if (await choice.count()) await choice.check()
    await page.getByRole('textbox', { name: '评审意见' }).fill(comment)
    await submitted().tap()
    await page.getByRole('dialog').getByRole('button', { name: '提交评审' }).tap()
    await page.getByText('全部完成，谢谢您！').waitFor()
    await page.getByText('主办单位汇总全部专家的评分和意见').waitFor()
    await clean()
    await page.goBack()
    await page.getByRole('heading', { name: '演示·手机评审' }).waitFor()
    expect(await submitted().count()).toBe(0)
  })

  test('comes back by the same link and reads what was sent; sending it again changes nothing', async () => {
    await page.goto('about:blank')
    await page.goto(link)
    await page.locator('a.work', { hasText: '第 1 份' }).tap()
    await page.getByText(/您已于 .* 提交这份评审/).waitFor()
    expect(await page.locator('.score').first().getByRole('radio', { name: '8', exact: true }).isDisabled()).toBe(true)
    expect(await submitted().count()).toBe(0)
    phone.complaints.length = 0
    await clean()
    const submission = new URL(page.url()).searchParams.get('s') ?? ''
    const again = await page.evaluate(
      async ([of, id]) => {
        const body = JSON.stringify({ version: 9, marks: { scores: {}, comment: '' } })
        const headers = { 'content-type': 'application/json' }
        return (await fetch(`/api/batches/${of}/desk/${id}/submit`, { method: 'POST', headers, body })).status
      },
      [batch, submission],
    )
    expect(again).toBe(409)
    phone.complaints.length = 0
  })

  test('finds a review open again, with the reason, after the office has reopened it', async () => {
    const submission = new URL(page.url()).searchParams.get('s') ?? ''
    const office = await visitAs(browser, origin, national)
    await open(office, `/batches/${batch}/board?category=${category}`)
    const title = await office.page.locator(`a[href$="/submissions/${submission}"]`).first().innerText()
    await office.page.getByRole('link', { name: `评审意见 ${title}` }).click()
    await office.page.getByRole('heading', { name: '专家评审意见' }).waitFor()
    await office.page.getByText(comment).waitFor()
    await office.page.getByRole('table', { name: '演示·古丽·阿卜杜热西提·麦麦提明 的评分' }).waitFor()
    expect(await faults(office, 'zh', people)).toEqual([])
    const paper = office.page.waitForEvent('download')
    await office.page.getByRole('button', { name: /评审表 PDF/ }).click()
    expect((await paper).suggestedFilename()).toMatch(/专家评审表.*\.pdf/)
    await office.page.getByRole('button', { name: /退回重评/ }).click()
    await office.page.getByRole('dialog').getByText('得分立即不再计入').waitFor()
    await office.page.getByRole('dialog').getByLabel('退回原因').fill('请补充对预算的意见')
    await office.page.getByRole('dialog').getByRole('button', { name: '退回重评' }).click()
    await office.page.getByText('提交后才能查看评分和意见').waitFor()
    expect(await faults(office, 'zh', people)).toEqual([])
    await office.close()
    await page.reload()
    await page.getByText('主办单位退回重评：请补充对预算的意见').waitFor()
    expect(await page.getByRole('textbox', { name: '评审意见' }).inputValue()).toBe(comment)
    await submitted().tap()
    await page.getByRole('dialog').getByRole('button', { name: '提交评审' }).tap()
    await page.getByText('全部完成，谢谢您！').waitFor()
    await clean()
  })
})

test('nobody else gets to the desk', async () => {
  for (const person of [national, world.province, world.universities[6] ?? national])
    expect((await ask(origin, person, `/batches/${batch}/desk`)).status).toBe(404)
  // Who is of the host but without the role is told so of what the host has; that there is a desk is nobody's to know but the expert's.
  const refused = await ask(origin, world.editor, `/batches/${batch}/experts`)
  expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
})

test('all of it reads in English, in the dark and in large letters', async () => {
  for (const [colorScheme, elder] of [
    ['light', false],
    ['dark', false],
    ['light', true],
  ] as const) {
    const english = await visit(browser, { baseURL: origin, device: 'phone', language: 'en', colorScheme })
    if (elder) await english.context.addInitScript(() => localStorage.setItem('shuren.elder', 'on'))
    const look = async () => expect(await faults(english, 'en', people)).toEqual([])
    await english.page.goto(link)
    await english.page.getByRole('button', { name: 'Look first, answer later' }).waitFor()
    await look()
    await english.page.getByRole('button', { name: 'Look first, answer later' }).tap()
    await english.page.getByText('All done. Thank you!').waitFor()
    await look()
    await english.page.locator('a.work').first().tap()
    await english.page.locator('.score').first().waitFor()
    await look()
    await english.close()
  }
})
