import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linkIn } from '../../infra/local/play/person.ts'
import { assign } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { type Device, endVisits, faults, theBrowser, type Visit, visit } from './browser.ts'
import { again, later } from './later.ts'
import { asOpened } from './opens.ts'
import { ask, done, type Person } from './people.ts'
import { qrOf } from './qr.ts'
import { convene, openReview, playing, scoreAll, toDeliberation } from './rounds.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const { origin, national } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示/]
const category = 'original-culture'
const approver = { name: '演示·审定人', email: `${ulid().toLowerCase()}@example.org` }
const noticeTitle = '演示：网络文化成果拟入选名单公示'

type Line = { submission: string; title: string; receipt: string; rank: number; tied: number; outcome?: string; proposal?: string }
type Sheet = { sheet: { state: string; sha256?: string }; awarded: number; undecided: number; rows: Line[] }

let browser: Browser
let desk: Visit
let page: Page
let batch: string
/** The national office, which comes anew once the clock was moved. */
let officer: Person = national
/** By rank: the first is alone, the two behind it are equal, and there are two places. */
let first: Line
let second: Line
let third: Line

beforeAll(async () => {
  browser = await theBrowser()
  const round = await openReview(world, {
    title: '演示·审定批次',
    category,
    from: 13,
    count: 3,
    places: 2,
    lasting: 1,
    settings: { expertsPerSubmission: 3, method: 'mean' },
  })
  batch = round.batch
  const experts = await convene(world, batch, ['张教授', '陈教授', '高教授'])
  await assign(playing(origin, national), batch)
  await scoreAll(batch, experts, (submission) => (submission === round.submissions[0] ? 0.9 : 0.7))
  await settle()
  await toDeliberation(origin, national, batch)
  desk = await visitAs(browser, origin, national)
  page = desk.page
  ;[first, second, third] = (await sheetOf()).rows as [Line, Line, Line]
}, 180_000)
afterAll(endVisits)

const settle = () => localTime(origin).settle()
const clean = async (visited = desk) => expect(await faults(visited, 'zh', people)).toEqual([])
const sheetPath = () => `/batches/${batch}/categories/${category}/sheet`
const sheetOf = async () => (await done(origin, national, sheetPath())) as unknown as Sheet
type Found = { id: string; name: string; title: string; notice: string; state: string; number: string; ends: string }
const rowsOf = async (path: string) => (await done(origin, officer, `/batches/${batch}/${path}`)).rows as Found[]
const notices = () => rowsOf('notices')
const objections = () => rowsOf('objections')
const awards = () => rowsOf('awards')
const noticePath = async () => `/notices/${(await notices())[0]?.id}.html`
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
  await row(line).getByText(outcome, { exact: true }).waitFor()
  // All rows are drawn anew; one goes on where one was.
  await expect.poll(() => row(line).evaluate((each) => each.contains(document.activeElement))).toBe(true)
}
const send = async () => {
  await page.getByRole('button', { name: '送审' }).click()
  await dialog().getByLabel('审定人姓名').fill(approver.name)
  await dialog().getByLabel('审定人邮箱').fill(approver.email)
  await clean()
  await confirm('送审')
  await page.getByText(`已送 ${approver.name} 审定`).waitFor()
}
let lastMail = 0
let lastToken = ''
/** The approver comes by the link of the mail that was sent since the last. */
const byLink = async (device: Device = 'phone') => {
  const { token, mail } = await linkIn(origin, approver.email, '/r', lastMail)
  lastMail = mail.id
  lastToken = token
  const visited = await visit(browser, { baseURL: origin, device })
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
    expect([first, second, third].map(({ rank, tied, outcome }) => [rank, tied, outcome])).toEqual([
      [1, 1, 'award'],
      [2, 2, undefined],
      [2, 2, undefined],
    ])
    await open(desk, `/batches/${batch}/decisions?category=${category}`)
    await row(second).getByText('并列 2 项').waitFor()
    await page.getByText('名额线处有 2 项并列').waitFor()
    await clean()
  })

  test.each(['zh', 'en'] as const)('has the decision on every line and the button for it in sight on a tablet, in %s', async (language) => {
    const tablet = await visitAs(browser, origin, national, { device: 'tablet', language })
    await open(tablet, `/batches/${batch}/decisions?category=${category}`)
    await tablet.page.locator('td.actions button').first().waitFor()
    const edges = await tablet.page.locator('.table-frame tbody tr').evaluateAll((rows) =>
      rows.map((each) => ({
        frame: each.closest('.table-frame')?.getBoundingClientRect().right ?? 0,
        cells: [...each.querySelectorAll('td:nth-last-child(-n + 2) :is(.badge, button)')].map(
          (part) => part.getBoundingClientRect().right,
        ),
      })),
    )
    expect(edges.map(({ cells }) => cells.length)).toEqual([2, 2, 2])
    for (const { frame, cells } of edges) expect(Math.max(...cells)).toBeLessThanOrEqual(frame)
    await tablet.close()
  })

  test.each([
    ['zh', '得分区间图例', [/^圆点：/, /^红色竖线：/, /^色带及其数字：.*八成/], /^各专家评分：[\d.]+(、[\d.]+)*。$/],
    ['en', 'How to read the intervals', [/^Dot: /, /^Red line: /, /^Band, .*eight of ten/], /^Scores of the experts: [\d.]+(, [\d.]+)*\.$/],
  ] as const)(
    'is told what dots, line and band mean, and those who do not see them the scores, in %s',
    async (language, name, parts, aloud) => {
      const phone = await visitAs(browser, origin, national, { device: 'phone', language })
      await open(phone, `/batches/${batch}/decisions?category=${category}`)
      const legend = phone.page.getByRole('list', { name }).getByRole('listitem')
      expect(await legend.allTextContents()).toEqual(parts.map((each) => expect.stringMatching(each)))
      expect(await phone.page.locator('tbody tr').getByText(aloud).count()).toBe(3)
      // The page is one of many of the batch; on a phone, too, one sees which.
      const tab = phone.page.locator('nav.tabs [aria-current=page]')
      await expect
        .poll(() =>
          tab.evaluate((link) => {
            const [{ left, right }, row] = [link.getBoundingClientRect(), link.parentElement?.getBoundingClientRect()]
            return left >= (row?.left ?? 0) && right <= (row?.right ?? 0)
          }),
        )
        .toBe(true)
      expect(await faults(phone, language, people)).toEqual([])
      await phone.close()
    },
  )

  test('moves the line with the keyboard and sees who would be left out, without anything being drawn', async () => {
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.getByText('1 项将不再建议入选').waitFor()
    await clean()
    await page.getByRole('button', { name: '恢复原位' }).click()
    expect((await sheetOf()).awarded).toBe(1)
  })

  test('draws it above the last place only with a reason, which the record keeps, and draws it back', async () => {
    const proposals = async () => (await sheetOf()).rows.map(({ submission, proposal }) => [submission, proposal])
    const before = await proposals()
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.getByRole('button', { name: '按此划线' }).click()
    const draw = dialog().getByRole('button', { name: '按此划线' })
    expect(await draw.isDisabled()).toBe(true)
    await dialog().getByLabel('理由').fill('经会议研究，本类别宁缺毋滥。')
    await clean()
    await draw.click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByText('经会议研究，本类别宁缺毋滥。').first().waitFor()
    expect(await sheetOf()).toMatchObject({ awarded: 0, undecided: 0, sheet: { line: 0, lineReason: '经会议研究，本类别宁缺毋滥。' } })
    expect(await proposals()).toEqual([first, second, third].map(({ submission }) => [submission, 'none']))
    await row(first)
      .getByText(/不入选/)
      .first()
      .waitFor()
    await clean()
    await page.getByRole('slider').focus()
    await page.keyboard.press('End')
    await page.getByText('1 项将建议入选').waitFor()
    await page.getByRole('button', { name: '按此划线' }).click()
    await confirm('按此划线')
    await page.getByText('名额线处有 2 项并列').waitFor()
    expect(await sheetOf()).toMatchObject({ awarded: 1, undecided: 2 })
    expect(await proposals()).toEqual(before)
    const { rows } = (await done(origin, national, `/batches/${batch}/events?limit=100`)) as unknown as {
      rows: { type: string; line?: number; reason?: string; who: { name?: string } }[]
    }
    const drawn = rows.filter(({ type }) => type === 'sheet.line-drawn')
    expect(drawn.map(({ line, reason, who }) => [line, reason, who.name])).toEqual([
      [2, undefined, national.name],
      [0, '经会议研究，本类别宁缺毋滥。', national.name],
    ])
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
    await row(third).getByRole('button', { name: /审定/ }).and(page.locator(':focus')).waitFor()
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
    expect(soon.body.code).toBe('stage.not-reached')
  })
})

const notice = {
  title: noticeTitle,
  text: '经逐级推荐、资格审查、专家评审和领导小组审定，现将拟入选名单予以公示。',
  contact: { name: '演示·工作组', phone: '010-55500000', email: 'contact@demo.example' },
}

test('the approver reads it by the link of a mail and confirms exactly that sheet, once', async () => {
  const visited = await byLink()
  await visited.page.getByRole('heading', { name: /^请审定：/, level: 1 }).waitFor()
  await visited.page.getByRole('heading', { name: '与排序不一致的 2 项' }).waitFor()
  await clean(visited)
  expect((await sheetOf()).sheet.state).toBe('sent')
  await approve(visited)
  await visited.page.getByRole('heading', { name: /^已批准：/, level: 1 }).waitFor()
  await clean(visited)
  expect((await sheetOf()).sheet.state).toBe('approved')
  // Later by the same link: what was approved stands there, and nothing is left to press.
  await visited.page.goto('about:blank')
  await visited.page.goto(`/r#t=${lastToken}`)
  await visited.page.getByText('已批准，谢谢您！').waitFor()
  visited.complaints.length = 0
  await visited.page.getByText(first.title).first().waitFor()
  expect(await visited.page.getByRole('button', { name: '确认批准' }).count()).toBe(0)
  await clean(visited)
  await visited.close()
})

test('the office prints the sheet, to be signed', async () => {
  await open(desk, `/batches/${batch}/decisions?category=${category}`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '打印审定表（PDF）' }).click()])
  expect(download.suggestedFilename()).toMatch(/^审定表 .*\.pdf$/)
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await page.locator('button[aria-disabled=true]').waitFor({ state: 'detached' })
  await clean()
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
    await clean()
    expect(await asOpened(desk, 'zh')).toEqual([])
    await confirm('发布公示')
    await page.getByRole('heading', { name: noticeTitle }).waitFor()
    await clean()
    const again = await ask(origin, national, `/batches/${batch}/notices`, { body: notice, key: ulid() })
    expect(again.body.code).toBe('notice.already')
    await settle()
  })

  test('takes an objection by real name from anybody, once', async () => {
    let reader = await visit(browser, { baseURL: origin, device: 'phone' })
    await reader.page.goto(await noticePath())
    await reader.page.getByRole('button', { name: '提交异议' }).click()
    await clean(reader)
    await reader.close()
    // Written at a desk, where nobody has a mouse.
    reader = await visit(browser, { baseURL: origin })
    await reader.page.goto(await noticePath())
    await reader.page.getByRole('button', { name: '提交异议' }).click()
    await reader.page.getByLabel('姓名').fill('演示·何老师')
    await reader.page.getByLabel('电话').fill('13800000000')
    await reader.page.getByLabel('邮箱').fill('objector@example.org')
    await reader.page.getByLabel('相关受理编号').fill(second.receipt)
    await reader.page.getByLabel(/异议内容/).fill('该成果的主要内容此前已由另一单位公开发布，请核实其原创性并予以说明。')
    await reader.page.getByRole('button', { name: '提交异议' }).dblclick()
    await reader.page.getByText('已收到您的异议').waitFor()
    await clean(reader)
    expect((await objections()).map(({ name, state }) => [name, state])).toEqual([['演示·何老师', 'open']])
    await reader.close()
  })

  test('does not let the list out while it runs', async () => {
    await page.getByRole('button', { name: '公布名单' }).click()
    await dialog().getByRole('button', { name: '确认公布' }).click()
    await dialog().getByText('公示尚未结束').waitFor()
    expect(desk.complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await clean()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  test('has the objection noted and upheld by the office', async () => {
    await page.reload()
    await page
      .getByRole('row', { name: /演示·何老师/ })
      .getByText(second.title)
      .waitFor()
    await page.getByRole('button', { name: /办理 演示·何老师/ }).click()
    await dialog().getByLabel('补充记录').fill('已电话核实，请申报单位书面说明。')
    await dialog().getByRole('button', { name: '添加记录' }).click()
    await dialog().getByRole('listitem').filter({ hasText: '请申报单位书面说明' }).waitFor()
    await clean()
    await dialog().getByRole('radio', { name: '成立', exact: true }).check()
    await dialog().getByLabel('结论理由').fill('经核实，主要内容已由他人公开发布。')
    await confirm('办结')
    await page
      .getByRole('row', { name: /演示·何老师/ })
      .getByText('成立', { exact: true })
      .waitFor()
    await clean()
    const [{ notice: of, id } = { notice: '', id: '' }] = await objections()
    const twice = await ask(origin, national, `/batches/${batch}/objections/${of}/${id}/settle`, {
      body: { outcome: 'dismissed', reason: '演示' },
      key: ulid(),
    })
    expect(twice.body.code).toBe('objection.settled')
  })
})

describe('an upheld objection', () => {
  test('opens the approved sheet again for that one line, and whoever stands in reserve may move up', async () => {
    await page.getByRole('button', { name: /办理 演示·何老师/ }).click()
    await dialog().getByLabel('结论理由').fill('异议成立，重新审定该项目。')
    await clean()
    await dialog().getByRole('button', { name: '重新审定' }).click()
    await page.getByText('因异议成立重新审定').waitFor()
    await row(first).waitFor()
    expect(await row(first).getByRole('button').count()).toBe(0)
    await clean()
    const frozen = await ask(origin, national, `/batches/${batch}/categories/${category}/decisions/${first.submission}`, {
      method: 'PUT',
      body: { outcome: 'none', reason: '演示' },
    })
    expect(frozen.body.code).toBe('sheet.only-reopened')
    await decide(second, '不入选', '异议成立，取消入选。')
    await decide(third, '入选', '备选项目递补。')
    await clean()
  })

  test('is approved anew by a new link, and the public notice is corrected and runs anew', async () => {
    await send()
    const visited = await byLink('desktop')
    await clean(visited)
    await approve(visited)
    await visited.close()
    await settle()
    await open(desk, `/batches/${batch}/notice`)
    await page.getByText('公示期自更正之日起重新计算').waitFor()
    await clean()
    const reader = await visit(browser, { baseURL: origin, device: 'phone' })
    await reader.page.goto(await noticePath())
    await reader.page.getByText(third.title).first().waitFor()
    expect(await reader.page.getByText(second.title).count()).toBe(0)
    await clean(reader)
    await reader.close()
  })
})

test('another role is refused, and another unit does not see it', async () => {
  const refused = await ask(origin, world.editor, sheetPath())
  expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
  expect((await ask(origin, world.province, sheetPath())).status).toBe(404)
  expect((await ask(origin, world.province, `/batches/${batch}/objections`)).status).toBe(404)
})

describe('when the notice has run', () => {
  test('the office publishes the list by hand, once, and sees how far it is', async () => {
    await desk.close()
    const [notice] = await notices()
    await later(origin, notice?.ends ?? '')
    officer = await again(origin, national)
    desk = await visitAs(browser, origin, officer)
    page = desk.page
    await open(desk, `/batches/${batch}/notice`)
    await page.getByText('已结束').waitFor()
    await page.getByRole('button', { name: '公布名单' }).click()
    await clean()
    const frame = dialog().frameLocator('iframe')
    for (const [button, words] of [
      ['预览名单页', '按类别'],
      ['预览英文版', 'by category'],
    ] as const) {
      await dialog().getByRole('button', { name: button }).click()
      await frame.getByText(words, { exact: true }).waitFor()
      for (const { title } of [first, third]) await frame.getByRole('cell', { name: title }).first().waitFor()
      expect(await frame.getByText(second.title).count()).toBe(0)
    }
    await dialog().getByText('名单共 2 项').waitFor()
    await dialog().getByLabel('排列方式').selectOption({ label: '按高校' })
    await frame.getByText('by institution', { exact: true }).and(frame.locator('[aria-current]')).waitFor()
    await clean()
    expect(await asOpened(desk, 'zh')).toEqual([])
    expect(await awards()).toEqual([])
    await confirm('确认公布')
    await page.getByText('已生成证书').waitFor()
    expect(await page.getByRole('button', { name: '公布名单' }).count()).toBe(0)
    await page.getByText('名单已公布').waitFor()
    await clean()
    await settle()
    const repeated = await ask(origin, officer, `/batches/${batch}/publication`, { body: {}, key: ulid() })
    expect([repeated.status, repeated.body.code]).toEqual([409, 'batch.completed'])
    await settle()
    expect((await awards()).map(({ title }) => title).sort()).toEqual([first.title, third.title].sort())
  })

  test('the page of the batch tells what became of it, and leads to its notice and its list', async () => {
    await page.getByRole('navigation', { name: '本批次的页面' }).getByRole('link', { name: '概况' }).click()
    const story = page.getByRole('list', { name: '批次纪事' })
    for (const said of ['批次开启', '批次结束']) await story.getByText(said).waitFor()
    const funnel = page.getByRole('list').filter({ has: page.getByRole('progressbar', { name: '入选' }) })
    expect((await funnel.getByRole('listitem').allInnerTexts()).map((line) => line.replace(/\D/g, ''))).toEqual(['3', '3', '3', '3', '2'])
    await clean()
    await story.locator(`a[href$="/batches/${batch}/notice"]`).click()
    await page.getByRole('heading', { name: noticeTitle }).waitFor()
  })

  test('the awards are listed, and Back leads to the notice', async () => {
    await page.getByRole('navigation', { name: '本批次的页面' }).getByRole('link', { name: '入选名单' }).click()
    await page.getByRole('row', { name: new RegExp(third.title) }).waitFor()
    expect(await page.getByRole('row', { name: new RegExp(second.title) }).count()).toBe(0)
    await clean()
    await page.goBack()
    await page.getByRole('heading', { name: noticeTitle }).waitFor()
  })

  test('a certificate is checked by the code printed on it', async () => {
    const award = (await awards()).find(({ title }) => title === third.title)
    const { certificate } = (await done(origin, officer, `/awards/${award?.id}`)).award as { certificate?: string }
    const pdf = Buffer.from(await (await fetch(new URL(certificate ?? '', origin))).arrayBuffer())
    const code = new URL(qrOf(pdf) ?? '')
    for (const [language, said] of [
      ['zh', '此证书真实有效。'],
      ['en', 'This certificate is genuine.'],
    ] as const) {
      const reader = await visit(browser, { baseURL: origin, device: 'phone', language })
      await reader.page.goto(language === 'zh' ? code.pathname : `/en${code.pathname}`)
      await reader.page.getByText(said).waitFor()
      await reader.page
        .getByText(award?.number ?? '')
        .first()
        .waitFor()
      expect(await faults(reader, language, people)).toEqual([])
      await reader.close()
    }
  })

  test.each(['zh', 'en'] as const)('every page of it fits a phone, in %s', async (language) => {
    const phone = await visitAs(browser, origin, officer, { language, device: 'phone' })
    for (const each of ['decisions', 'notice', 'awards?order=due']) {
      await open(phone, `/batches/${batch}/${each}`)
      expect([each, await faults(phone, language, people)]).toEqual([each, []])
    }
    await phone.close()
  })

  test('an award is revoked by hand, with its reason; list and certificate say so', async () => {
    const award = (await awards()).find(({ title }) => title === third.title)
    await open(desk, `/batches/${batch}/awards`)
    await page
      .getByRole('row', { name: new RegExp(third.title) })
      .getByRole('link', { name: third.title })
      .click()
    await page.getByRole('heading', { name: third.title, level: 1 }).waitFor()
    await page.getByRole('button', { name: '撤销立项' }).click()
    expect(await dialog().getByRole('button', { name: '撤销立项' }).isDisabled()).toBe(true)
    await dialog().getByLabel('理由').or(dialog().getByLabel('原因')).fill('成果材料失实，撤销立项。')
    await clean()
    await confirm('撤销立项')
    await page.getByText('已撤销', { exact: true }).first().waitFor()
    expect(await page.getByRole('button', { name: '撤销立项' }).count()).toBe(0)
    await clean()
    await settle()
    const again = await ask(origin, officer, `/awards/${award?.id}/revoke`, { body: { reason: '再次撤销' }, key: ulid() })
    expect([again.status, again.body.code]).toEqual([409, 'award.not-open'])
    const reader = await visit(browser, { baseURL: origin, device: 'phone' })
    await reader.page.goto(`/certificates/${award?.number}.html`)
    await reader.page.getByText('此证书对应的入选资格已被撤销。').waitFor()
    await clean(reader)
    await reader.page.goto(`/awards/${batch}.html`)
    await reader.page.getByText(first.title).first().waitFor()
    expect(await reader.page.getByText(third.title).count()).toBe(0)
    await reader.close()
    const check = await done(origin, officer, `/batches/${batch}/events/check`)
    expect(check.breaks).toEqual([])
  })
})
