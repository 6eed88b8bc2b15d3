import type { Browser, Locator, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { settle } from '../../infra/local/play/time.ts'
import type { StagePlan } from '../../shared/batches/schema.ts'
import type { QuotaRow } from '../../shared/quotas/schema.ts'
import type { Rubric } from '../../shared/templates/schema.ts'
import { endVisits, faults, quiet, theBrowser, type Visit } from './browser.ts'
import { clockOf } from './later.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const { national } = world
const title = '演示·延期与暂停的批次'
const day = 86_400_000

let browser: Browser
let visit: Visit
let page: Page
let batch: string
beforeAll(async () => {
  browser = await theBrowser()
  visit = await visitAs(browser, world.origin, national)
  page = visit.page
})
afterAll(endVisits)

const clean = async () => expect(await faults(visit, 'zh', people)).toEqual([])
const head = async () =>
  (await done(world.origin, national, `/batches/${batch}`)) as { state: string; missing: unknown[]; seq: number; stages: StagePlan[] }
const collecting = async () => (await head()).stages.find(({ kind }) => kind === 'collect')
const facts = async () => {
  const { rows } = (await done(world.origin, national, `/batches/${batch}/events?limit=100`)) as {
    rows: { type: string; reason?: string; from?: string; to?: string; by: { kind: string; person?: string } }[]
  }
  return rows
}
const count = async (type: string) => (await facts()).filter((fact) => fact.type === type).length
const settled = () => settle(world.origin)
/** When the workflow will look whether collecting is over. */
const bell = async () => {
  const rows = (await (await fetch(`${world.origin}/local/schedules`)).json()) as { name: string; rings: string }[]
  return rows.find(({ name }) => name === `${batch}-00-closes`)?.rings
}
/** Mails about this batch, by the words of their subjects. */
const mails = async (word: string) => {
  const rows = (await (await fetch(`${world.mailbox}.json?limit=5000`)).json()) as { subject: string; text: string; to: string[] }[]
  return rows.filter(({ subject, text }) => subject.includes(word) && text.includes(title))
}
const dialog = () => page.getByRole('dialog')

describe('an administrator of the national office', () => {
  test('begins a batch from a template', async () => {
    await open(visit, '/batches')
    await clean()
    await page.getByRole('link', { name: '新建批次' }).click()
    await page.getByRole('heading', { name: '新建批次', level: 1 }).waitFor()
    await page.locator('main').getByText(`主办单位： ${national.unit.name}`).waitFor()
    await clean()
    await page.getByRole('button', { name: '用此模板新建 2024年高校思想政治工作质量提升综合改革与精品建设项目', exact: true }).click()
    await dialog().getByLabel('批次名称').fill(title)
    await clean()
    await dialog().getByRole('button', { name: '用此模板新建' }).click()
    await page.waitForURL(/\/batches\/[0-9A-Z]{26}\/setup$/)
    batch = /batches\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? ''
    await page.getByRole('heading', { name: '开启前检查' }).waitFor()
    expect(await page.getByRole('button', { name: '开启批次' }).isDisabled()).toBe(true)
    await clean()
  })

  test('is told when dates cannot be suggested, and nothing is saved in their place', async () => {
    const before = await head()
    const refusal = { code: 'busy', zh: '系统繁忙，请稍后再试。', en: 'Busy; try again later.' }
    const pressed = Promise.withResolvers<void>()
    await page.route('**/api/templates/**', (route) => pressed.promise.then(() => route.fulfill({ status: 429, json: refusal })), {
      times: 1,
    })
    await page.getByRole('button', { name: '按建议天数填写日期' }).click()
    await page.getByRole('button', { name: '保存 环节与日期' }).click()
    pressed.resolve()
    await page.getByText(refusal.zh).waitFor()
    await expect.poll(() => page.locator('button[aria-disabled=true]').count()).toBe(0)
    expect((await head()).seq).toBe(before.seq)
    visit.complaints.length = 0
  })

  test('sets dates and places until nothing is missing', async () => {
    // The suggestion comes after the press that saves it.
    const pressed = Promise.withResolvers<void>()
    await page.route('**/api/templates/**', (route) => pressed.promise.then(() => route.continue()), { times: 1 })
    await page.getByRole('button', { name: '按建议天数填写日期' }).click()
    await page.getByRole('button', { name: '保存 环节与日期' }).click()
    pressed.resolve()
    await page.getByText('已保存', { exact: true }).waitFor()
    expect((await collecting())?.closes).not.toBeNull()
    // How long a stage is stands beside it, or that its end does not come after its beginning.
    const stage = page.getByRole('group', { name: '填报', exact: true })
    await stage.getByText(/^共 \d+ 天/).waitFor()
    const year = stage.getByRole('textbox', { name: '年' }).last()
    const written = await year.inputValue()
    await year.fill('2020')
    await stage.getByText('结束时间应晚于开始时间。').waitFor()
    await clean()
    await year.fill(written)
    await stage.getByText(/^共 \d+ 天/).waitFor()
    expect(await page.getByRole('status').filter({ hasText: '有修改尚未保存' }).count()).toBe(0)
    await open(visit, `/batches/${batch}/quotas`)
    await page.getByRole('button', { name: '按规则生成名额' }).click()
    await page.getByText(/已生成 \d+ 条名额/).waitFor()
    await clean()
  })

  test('writes places over by typing and pasting, is asked before leaving, and saves them', async () => {
    const sheet = page.getByRole('table', { name: '推荐名额表' })
    const cell = (row: number, column: number) => page.locator(`#cell-${row}-${column}`)
    await cell(0, 0).focus()
    await page.keyboard.press('7')
    await page.keyboard.press('Enter')
    await cell(1, 0).evaluate((element) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '4\t5')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await sheet.waitFor()
    await page.getByRole('button', { name: /^保存 ?3/ }).waitFor()
    const asked: string[] = []
    page.once('dialog', (question) => {
      asked.push(question.message())
      void question.dismiss()
    })
    await page.getByRole('navigation', { name: '本批次的页面' }).getByRole('link', { name: '设置' }).click()
    await expect.poll(() => asked).toEqual(['3 个名额尚未保存。离开后改动将丢失，确定离开吗？'])
    expect(page.url()).toMatch(/\/quotas$/)
    await clean()
    await page.getByRole('button', { name: /^保存 ?3/ }).click()
    await page.getByText(/已保存 3 /).waitFor()
    const { rows } = (await done(world.origin, national, `/batches/${batch}/quotas?limit=500`)) as { rows: { limit: number }[] }
    expect(rows.map(({ limit }) => limit)).toEqual(expect.arrayContaining([7, 4, 5]))
  })

  test('opens a cell by one tap on a phone', async () => {
    const phone = await visitAs(browser, world.origin, national, { device: 'phone' })
    await open(phone, `/batches/${batch}/quotas`)
    await phone.page.locator('#cell-0-0').tap()
    await phone.page.locator('#cell-0-0 input').waitFor()
    expect(await phone.page.locator('#cell-0-0 input').inputValue()).toBe('7')
    expect(await phone.page.getByText('点一个名额即可修改').isVisible()).toBe(true)
    expect(await phone.page.getByText('方向键移动').isVisible()).toBe(false)
    await phone.close()
  })

  test('fills in by ratio: each unit’s number is seen first, and single ones are written over', async () => {
    await open(visit, `/batches/${batch}/quotas`)
    await page.getByRole('button', { name: '按比例填入' }).click()
    await dialog().getByRole('button', { name: '填入表格' }).click()
    await dialog().getByText('比例应大于 0，不超过 100。').waitFor()
    await dialog().getByRole('textbox', { name: '比例' }).fill('33')
    await dialog().getByLabel('取整').selectOption('四舍五入')
    const preview = dialog().getByRole('table', { name: '各单位按此比例的名额' })
    const eastern = preview.getByRole('row', { name: new RegExp(world.province.unit.name) })
    await eastern.getByText('20 所高校').waitFor()
    await eastern.getByRole('cell', { name: '7', exact: true }).waitFor()
    await clean()
    await dialog().getByRole('button', { name: '填入表格' }).click()
    await page.getByText(/已按比例填入 \d+ 个名额，请核对后保存/).waitFor()
    const at = (await page.locator('.quota-sheet tbody tr th').allInnerTexts()).findIndex((name) => name.includes(world.province.unit.name))
    const cell = (column: number) => page.locator(`#cell-${at}-${column}`)
    await cell(1).focus()
    await page.getByText('生成时有 20 所高校，×33%＝6.6，四舍五入为 7').waitFor()
    await page.keyboard.press('9')
    await page.keyboard.press('Enter')
    await clean()
    await page.getByRole('button', { name: /^保存 ?\d+ 处/ }).click()
    await page.getByText(/已保存 \d+ 个名额/).waitFor()
    const { rows } = (await done(world.origin, national, `/batches/${batch}/quotas?limit=500`)) as { rows: QuotaRow[] }
    const own = rows.filter(({ unit }) => unit.id === world.province.unit.id)
    expect(own.map(({ limit }) => limit).sort()).toEqual([...Array.from({ length: own.length - 1 }, () => 7), 9])
    expect(own.filter(({ basis }) => basis.kind === 'ratio')).toHaveLength(own.length - 1)
    expect(own.find(({ limit }) => limit === 9)?.basis.kind).toBe('host')
  })

  test('sees both numbers where a colleague has set one meanwhile', async () => {
    const { rows } = (await done(world.origin, national, `/batches/${batch}/quotas?limit=500`)) as { rows: QuotaRow[] }
    const place = rows.find(({ unit, limit }) => unit.id === world.province.unit.id && limit === 9)
    const [row, column] = await page
      .locator('.quota-sheet tbody td[id]:text-is("9")')
      .first()
      .evaluate((cell) => cell.id.split('-').slice(1))
    await page.locator(`#cell-${row}-${column}`).focus()
    await page.keyboard.press('8')
    await page.keyboard.press('Enter')
    const theirs = { unit: place?.unit.id, category: place?.category, limit: 6 }
    await done(world.origin, national, `/batches/${batch}/quotas`, { method: 'PUT', body: { places: [theirs] }, key: ulid() })
    await page.getByRole('button', { name: /^保存 ?1 处/ }).click()
    await page.getByText('1 个名额刚被他人修改，您的修改尚未保存').waitFor()
    await page.getByText(/对方改为 6，您填写的是 8/).waitFor()
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await clean()
    await page.getByRole('button', { name: '用我的填写覆盖' }).click()
    await page.getByText('已保存 1 个名额').waitFor()
    const after = (await done(world.origin, national, `/batches/${batch}/quotas?limit=500`)) as { rows: QuotaRow[] }
    expect(after.rows.find(({ unit, category }) => unit.id === theirs.unit && category === theirs.category)?.limit).toBe(8)
  })

  test('gives a criterion of its own described scores, and other conclusions to choose from; is told what is missing', async () => {
    type Own = { rubricChanged: boolean; rubric: Rubric }
    const kept = async () => (await done(world.origin, national, `/batches/${batch}`)) as unknown as Own
    await open(visit, `/batches/${batch}/setup`)
    const save = page.getByRole('button', { name: '保存 评分标准' })
    await page.getByRole('button', { name: '增加指标' }).click()
    const own = page.locator('.criterion').last()
    await own.locator('summary').focus()
    await page.keyboard.press('Enter')
    const adds = own.getByRole('button', { name: /^增加评分参考/ })
    await adds.waitFor()
    await adds.focus()
    await page.keyboard.press('Enter')
    const score = own.getByRole('textbox', { name: '分数' })
    await score.and(page.locator(':focus')).waitFor()
    await score.fill('11')
    await own.getByText('分数应在最低分和满分之间。').waitFor()
    await save.click()
    const wrong = page.getByRole('alert').filter({ hasText: '请先处理以下' })
    await wrong.and(page.locator(':focus')).waitFor()
    await clean()
    expect((await kept()).rubricChanged).toBe(false)
    await wrong.getByRole('link', { name: /评分参考 1：分数应在最低分和满分之间/ }).click()
    await score.and(page.locator(':focus')).waitFor()
    await score.fill('8')
    for (const [label, text] of [
      ['名称（中文）', '示范作用'],
      ['名称（英文）', 'Worth following'],
      ['说明（中文）', '做法能否为其他单位采用'],
      ['说明（英文）', 'Whether others could do the same'],
      ['描述（中文）', '做法成熟，可直接采用'],
      ['描述（英文）', 'Ready to be taken up'],
    ] as const)
      await own.getByRole('textbox', { name: label }).fill(text)
    await adds.click()
    await own.getByRole('button', { name: '删除 评分参考 2' }).click()
    await adds.and(page.locator(':focus')).waitFor()
    await page.getByRole('button', { name: '增加结论' }).click()
    await page.getByRole('textbox', { name: '结论 4（中文）' }).fill('回避')
    await page.getByRole('textbox', { name: '结论 4（英文）' }).fill('Abstain')
    await page.getByRole('button', { name: '删除 结论 2' }).click()
    await clean()
    await save.click()
    await expect.poll(async () => (await kept()).rubricChanged).toBe(true)
    const { rubric } = await kept()
    expect(rubric.criteria.at(-1)).toMatchObject({
      title: { zh: '示范作用' },
      anchors: [{ score: 8, text: { zh: '做法成熟，可直接采用', en: 'Ready to be taken up' } }],
    })
    expect(rubric.recommendation?.map(({ label }) => label.zh)).toEqual(['推荐', '不推荐', '回避'])
    // Whatever stands in the figures by then, they are the template's again.
    const weight = page.locator('.criterion').first().getByRole('textbox', { name: '权重' })
    const most = page.locator('.criterion').first().getByRole('textbox', { name: '满分' })
    const before = [await weight.inputValue(), await most.inputValue()]
    await weight.fill('')
    await most.fill('很多')
    await page.locator('#rubric').getByText('请填写数字。').nth(1).waitFor()
    await page.getByRole('button', { name: '恢复模板的标准' }).click()
    await expect.poll(async () => (await kept()).rubricChanged).toBe(false)
    await expect.poll(async () => [await weight.inputValue(), await most.inputValue()]).toEqual(before)
    expect(await page.locator('#rubric').getByText('请填写数字。').count()).toBe(0)
    expect(await page.getByRole('status').filter({ hasText: '有修改尚未保存' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('textbox', { name: '结论 2（中文）' }).inputValue()).toBe('备选')
    await clean()
  })

  test('finds nothing missing then', async () => {
    await open(visit, `/batches/${batch}/setup`)
    await page.getByText('全部就绪，可以开启。').waitFor()
    expect((await head()).missing).toEqual([])
    await clean()
  })

  test('sets up the rest in one sitting: a day from the calendar, a category, how is reviewed, a criterion and a mail', async () => {
    const save = async (part: string) => {
      await page.getByRole('button', { name: `保存 ${part}` }).click()
      await expect.poll(() => page.locator('button[aria-busy=true], button[aria-disabled=true]').count()).toBe(0)
      expect(await page.getByRole('status').filter({ hasText: '有修改尚未保存' }).count()).toBe(0)
    }
    const turn = async (which: Locator) => {
      await which.focus()
      await page.keyboard.press('Space')
    }
    const before = (await collecting())?.closes ?? ''
    const wanted = new Date(Date.parse(before) - 2 * day + 8 * 3_600_000).toISOString().slice(0, 10)
    await page.getByRole('group', { name: '填报', exact: true }).getByRole('textbox', { name: '年' }).last().focus()
    await page.getByText(/点选日期将填入：填报.*截止/).waitFor()
    await page.locator('.day-calendar .day[tabindex="0"]').focus()
    const at = () => page.evaluate(() => document.activeElement?.id.replace('day-', '') ?? '')
    for (let i = 0; i < 24 && (await at()).slice(0, 7) < wanted.slice(0, 7); i++) await page.keyboard.press('PageDown')
    for (let i = 0; i < 31 && (await at()) !== wanted; i++) await page.keyboard.press((await at()) < wanted ? 'ArrowRight' : 'ArrowLeft')
    await page.keyboard.press('Enter')
    await page.locator(`#day-${wanted}[aria-pressed=true]`).waitFor()
    await save('环节与日期')
    const { closes } = (await collecting()) ?? {}
    expect(new Date(Date.parse(closes ?? '') + 8 * 3_600_000 - 1).toISOString().slice(0, 10)).toBe(wanted)

    const categories = page.locator('#categories')
    await categories.getByRole('checkbox').last().uncheck()
    await categories.getByRole('textbox').first().fill('')
    await categories.getByText('请填写。', { exact: true }).waitFor()
    await page.getByRole('button', { name: '保存 类别' }).click()
    await categories.getByRole('textbox').first().and(page.locator(':focus')).waitFor()
    await categories.getByRole('textbox').first().fill('12')
    await save('类别')
    const settings = page.locator('#settings')
    const reviewers = settings.getByRole('textbox', { name: '每项评审专家数' })
    for (const [typed, said] of [
      ['', '请填写。'],
      ['2.5', '请填写大于 0 的整数。'],
    ] as const) {
      const { seq } = await head()
      await reviewers.fill(typed)
      await settings.getByText(said, { exact: true }).waitFor()
      await page.getByRole('button', { name: '保存 评审与公示' }).click()
      await reviewers.and(page.locator(':focus')).waitFor()
      expect([await reviewers.inputValue(), (await head()).seq]).toEqual([typed, seq])
      await clean()
    }
    await reviewers.fill('7')
    await settings.getByRole('radio', { name: '去掉最高最低分后平均' }).check()
    const hides = settings.getByRole('switch', { name: '对专家隐去申报单位和人员' })
    const hidden = await hides.isChecked()
    await turn(hides)
    await settings.getByRole('textbox', { name: '公示期限' }).fill('6')
    await save('评审与公示')
    const rubric = page.locator('#rubric')
    await rubric.getByRole('textbox', { name: '名称（中文）' }).first().fill('演示·育人导向')
    await rubric.getByRole('textbox', { name: '名称（英文）' }).first().fill('Education first')
    const weight = rubric.getByRole('textbox', { name: '权重' }).first()
    const share = await weight.inputValue()
    await weight.fill('1')
    await rubric.getByText(/^权重合计 \d+%，应为 100%$/).waitFor()
    await weight.fill(share)
    await rubric.getByText('权重合计 100%', { exact: true }).waitFor()
    await save('评分标准')
    await rubric.getByText('已改动模板标准').waitFor()
    await page.locator('#mails').getByRole('button', { name: /^修改/ }).first().click()
    expect(await dialog().getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
    await dialog().getByRole('textbox', { name: '标题（中文）' }).fill('演示·填报开始了')
    await dialog().getByRole('textbox', { name: '标题（英文）' }).fill('Applications are open')
    await clean()
    await dialog().getByRole('button', { name: '保存' }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.locator('#mails').getByText('已改', { exact: true }).waitFor()
    await clean()
    const found = (await done(world.origin, national, `/batches/${batch}`)) as {
      settings: unknown
      categories: { on: boolean; places?: number }[]
    }
    expect(found.settings).toMatchObject({
      expertsPerSubmission: 7,
      method: 'trimmed-mean',
      applicantHiddenFromExpert: !hidden,
      noticeWorkingDays: 6,
    })
    expect([found.categories[0]?.places, found.categories.at(-1)?.on]).toEqual([12, false])
    expect((await head()).missing).toEqual([])
  })

  test('sees before it is opened how each of those who will take part finds it', async () => {
    await page.getByRole('navigation', { name: '本批次的页面' }).getByRole('link', { name: '预览' }).click()
    await page.getByText('演示·填报开始了').first().waitFor()
    const panel = page.getByRole('tabpanel')
    for (const [role, said] of [
      ['推荐单位', '以下三项是样例，用来说明列表的样子。'],
      ['评审专家', '演示·育人导向'],
      ['审定人', '审定人通过邮件链接逐类别批准或退回；打开链接本身不产生任何决定。'],
      ['公众', '假定今天发布，公示 6 个工作日'],
    ] as const) {
      await page.getByRole('tab', { name: role }).click()
      await panel.getByText(said).first().waitFor()
      await quiet(page)
      await clean()
    }
    await page.goBack()
    await page.getByRole('tab', { name: '审定人', selected: true }).waitFor()
    const phone = await visitAs(browser, world.origin, national, { device: 'phone', language: 'en' })
    for (const as of ['recommender', 'expert', 'approver', 'visitor']) {
      await open(phone, `/batches/${batch}/preview?as=${as}`)
      expect([as, await faults(phone, 'en', people)]).toEqual([as, []])
    }
    await phone.close()
    await open(visit, `/batches/${batch}/setup`)
    await page.getByText('全部就绪，可以开启。').waitFor()
  })

  test('is asked before what a colleague has set meanwhile is saved over', async () => {
    const name = page.getByLabel('批次名称')
    await name.fill(`${title}（我改的）`)
    await ask(world.origin, national, `/batches/${batch}`, { method: 'PATCH', body: { title: `${title}（同事改的）` }, key: ulid() })
    await page.getByRole('button', { name: '保存 基本信息' }).click()
    await dialog().getByText('这一部分刚被他人修改').waitFor()
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await clean()
    await dialog()
      .getByRole('button', { name: /^载入对方的内容/ })
      .click()
    await page.getByText(`${title}（同事改的）`).first().waitFor()
    expect(await name.inputValue()).toBe(`${title}（同事改的）`)
    await name.fill(title)
    await page.getByRole('button', { name: '保存 基本信息' }).click()
    await page.getByRole('heading', { name: title, level: 1, exact: true }).waitFor()
    await page.getByText('全部就绪，可以开启。').waitFor()
  })

  test('opens it, once', async () => {
    await page.getByRole('button', { name: '开启批次' }).click()
    await clean()
    await dialog().getByRole('button', { name: '开启批次' }).dblclick()
    await page.waitForURL(new RegExp(`/batches/${batch}$`))
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await settled()
    expect((await head()).state).toBe('open')
    expect(await count('batch.opened')).toBe(1)
    expect(await bell()).toBe(new Date(Date.parse((await collecting())?.closes ?? '') + 60_000).toISOString())
    await page.reload()
    await page.getByRole('button', { name: '调整截止时间 填报' }).waitFor()
    await clean()
  })

  test('extends the deadline with a reason: mails, record and schedule follow', async () => {
    const before = (await collecting())?.closes ?? ''
    const after = new Date(Date.parse(before) + 3 * day).toISOString()
    await page.getByRole('button', { name: '调整截止时间 填报' }).click()
    const confirm = dialog().getByRole('button', { name: '调整“填报”的截止时间' })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog()
      .getByRole('textbox', { name: '年' })
      .fill(new Date(Date.parse(after) + 8 * 3_600_000 - 1).toISOString().slice(0, 10))
    await dialog().getByRole('checkbox', { name: '后续环节顺延' }).check()
    await dialog().getByRole('textbox', { name: '原因' }).fill('部分地区网络中断，填报时间顺延三天。')
    await clean()
    await confirm.dblclick()
    await dialog().waitFor({ state: 'detached' })
    await settled()
    expect((await collecting())?.closes).toBe(after)
    const moved = (await facts()).filter(({ type }) => type === 'batch.deadline-moved')
    expect(moved).toMatchObject([
      { from: before, to: after, reason: '部分地区网络中断，填报时间顺延三天。', by: { kind: 'member', person: national.id } },
    ])
    expect(await bell()).toBe(new Date(Date.parse(after) + 60_000).toISOString())
    const sent = await mails('截止时间调整为')
    // Those who act while it collects: administrators and operators of the provinces, the ministry and the universities; each once, and nobody else
    // of this world (people whom another journey has invited have other addresses).
    const { province, ministry, westerners, universities, colleague } = world
    const concerned = [province, ministry, westerners.province, westerners.university, ...universities, colleague]
    const told = sent.flatMap(({ to }) => to).filter((to) => to.endsWith('@example.org'))
    expect(told.sort()).toEqual(concerned.map(({ email }) => email).sort())
    expect(sent.every(({ text }) => text.includes('部分地区网络中断，填报时间顺延三天。'))).toBe(true)
  })

  test('asks the same again, and nothing changes', async () => {
    const { closes } = (await collecting()) ?? {}
    const path = `/batches/${batch}/stages/collect/deadline`
    const asked = {
      body: { closes: new Date(Date.parse(closes ?? '') + day).toISOString(), later: 'shift', reason: '再顺延一天。' },
      key: ulid(),
    }
    expect((await ask(world.origin, national, path, asked)).status).toBe(200)
    const { seq, stages } = await head()
    expect((await ask(world.origin, national, path, asked)).status).toBe(200)
    expect(await head()).toMatchObject({ seq, stages })
    expect(await count('batch.deadline-moved')).toBe(2)
  })

  test('pauses it, resumes it with the time given back, and finds each in the record', async () => {
    await open(visit, `/batches/${batch}`)
    const before = await collecting()
    await page.getByRole('button', { name: '暂停', exact: true }).click()
    await dialog().getByRole('textbox', { name: '原因' }).fill('名额方案正在复核。')
    await clean()
    await dialog().getByRole('button', { name: '暂停', exact: true }).click()
    await page.getByText('已暂停').first().waitFor()
    await settled()
    expect(await bell()).toBeUndefined()
    expect((await mails('批次暂停')).length).toBeGreaterThan(0)
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await dialog().getByRole('checkbox', { name: '尚未到的日期按暂停时长顺延' }).check()
    await dialog().getByRole('textbox', { name: '原因' }).fill('名额方案复核完成。')
    await clean()
    await dialog().getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByRole('button', { name: '暂停', exact: true }).waitFor()
    await settled()
    const after = await collecting()
    expect(Date.parse(after?.closes ?? '')).toBeGreaterThan(Date.parse(before?.closes ?? ''))
    expect(await bell()).toBe(new Date(Date.parse(after?.closes ?? '') + 60_000).toISOString())
    expect((await mails('批次恢复')).length).toBeGreaterThan(0)
  })

  test('finds it on the desk, with its stage and what is to be done, and goes from one of its pages to the next', async () => {
    await open(visit, '/')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })
    await row.getByText('当前环节：').waitFor()
    await row.getByRole('link', { name: /个单位尚无申报/ }).waitFor()
    await row.getByText('还没有单位开始填报').waitFor()
    await clean()
    await row.getByRole('link', { name: `查看收件情况 ${title}` }).click()
    const pages = page.getByRole('navigation', { name: '本批次的页面' })
    await page.getByRole('heading', { level: 1, name: '收件实况' }).waitFor()
    expect(await pages.getByRole('link', { name: '收件实况' }).getAttribute('aria-current')).toBe('page')
    await pages.getByRole('link', { name: '推荐名额' }).click()
    await page.getByRole('heading', { level: 1, name: '推荐名额' }).waitFor()
    await clean()
    await pages.getByRole('link', { name: '概况' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '推荐名额' }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })

  test('watches it come in, also when the figures cannot be read for a while', async () => {
    await open(visit, `/batches/${batch}/live`)
    const clock = page.locator('.live-clock')
    const drafts = page.getByText('尚未提交', { exact: true }).first()
    await drafts.waitFor()
    let misses = 0
    await page.route('**/live', (route) => {
      misses++
      return route.fulfill({ status: 500, json: { code: 'internal', zh: '服务器出错。', en: 'Failed.' } })
    })
    const missed = page.getByText(/暂时取不到最新数据/)
    await missed.waitFor()
    expect(await clock.textContent()).toMatch(/\d\d:\d\d:\d\d/)
    expect(await drafts.isVisible()).toBe(true)
    await expect.poll(() => misses).toBeGreaterThan(1)
    await page.unroute('**/live')
    await missed.waitFor({ state: 'detached' })
    visit.complaints.length = 0
    await clean()
  })

  test('keeps an extension ready, sees the mail that will go out, and carries it out by one button', async () => {
    const before = (await collecting())?.closes ?? ''
    const reason = '系统访问量大，填报时间顺延一天。'
    await page.getByRole('button', { name: '制定延期预案' }).click()
    await dialog().getByRole('textbox', { name: '原因' }).fill(reason)
    await clean()
    await dialog().getByRole('button', { name: '保存预案' }).click()
    await page.getByRole('button', { name: '立即延期' }).click()
    await dialog().getByText('将发出的邮件').click()
    await expect.poll(() => dialog().locator('details').textContent()).toContain(reason)
    await clean()
    await dialog().getByRole('button', { name: '立即延期' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(Date.parse((await collecting())?.closes ?? '')).toBe(Date.parse(before) + day)
  })

  test('its clock runs on while an answer is on its way', async () => {
    const left = async () => {
      const [, days = '0', hours = '', minutes = '', rest = ''] =
        /(?:(\d+)天 )?(\d\d):(\d\d):(\d\d)/.exec((await page.locator('.live-clock').textContent()) ?? '') ?? []
      return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(rest)
    }
    // What was moved a moment ago is shown.
    const closes = Date.parse((await collecting())?.closes ?? '')
    await expect.poll(async () => Math.abs(closes - (await clockOf(world.origin)) - (await left()) * 1000)).toBeLessThan(60_000)
    await page.route('**/live', async (route) => {
      await new Promise((go) => setTimeout(go, 4000))
      await route.continue().catch(() => undefined)
    })
    const steps: number[] = []
    for (let before = await left(), i = 0; i < 14; i++) {
      await page.waitForTimeout(1000)
      const now = await left()
      steps.push(before - now)
      before = now
    }
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...steps)).toBeLessThanOrEqual(3)
    await page.unroute('**/live')
  })

  test('may close a stage that has begun at once', async () => {
    const begun = async () => {
      await page.getByRole('button', { name: '调整截止时间 填报' }).click()
      await dialog().getByRole('textbox', { name: '原因' }).waitFor()
    }
    await open(visit, `/batches/${batch}`)
    await begun()
    expect(await dialog().getByRole('checkbox', { name: '立即截止' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    const address = `**/api/batches/${batch}`
    await page.route(address, async (route) => {
      const answer = await route.fetch()
      const found = (await answer.json()) as { stages: StagePlan[] }
      const stages = found.stages.map((each) => (each.kind === 'collect' ? { ...each, opens: '2020-01-01T00:00:00.000Z' } : each))
      await route.fulfill({ response: answer, json: { ...found, stages } })
    })
    const sent: unknown[] = []
    await page.route('**/stages/collect/deadline', (route) => {
      sent.push(route.request().postDataJSON())
      return route.fulfill({ json: {} })
    })
    await open(visit, `/batches/${batch}`)
    await begun()
    await dialog().getByRole('checkbox', { name: '立即截止' }).check()
    await dialog()
      .getByText(/“填报”立即截止/)
      .waitFor()
    await dialog().getByRole('textbox', { name: '原因' }).fill('各单位均已提交。')
    await clean()
    await dialog().getByRole('button', { name: '调整“填报”的截止时间' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(sent).toEqual([{ closes: 'now', later: 'keep', reason: '各单位均已提交。' }])
    await page.unroute('**/stages/collect/deadline')
    await page.unroute(address)
  })

  test('cancels it for good', async () => {
    await open(visit, `/batches/${batch}`)
    await page.getByRole('button', { name: '取消批次' }).click()
    await dialog().getByRole('textbox', { name: '原因' }).fill('本年度工作安排调整。')
    await clean()
    await dialog().getByRole('button', { name: '取消批次' }).click()
    await page.getByText('已取消').first().waitFor()
    await settled()
    expect(await bell()).toBeUndefined()
    expect((await mails('批次取消')).length).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: '恢复' }).count()).toBe(0)
    expect((await ask(world.origin, national, `/batches/${batch}/resume`, { body: { reason: '恢复', shift: false } })).body.code).toBe(
      'batch.cancelled',
    )
    await clean()
  })
})

test('someone without the role is refused, and a unit below does not find it', async () => {
  const asked = { body: { closes: 'now', reason: '立即截止。' } }
  const path = `/batches/${world.batch}/stages/collect/deadline`
  const refused = await ask(world.origin, world.editor, path, asked)
  expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
  const below = await ask(world.origin, world.province, path, asked)
  expect(below.status).not.toBe(200)
  expect((await ask(world.origin, world.province, `/batches/${batch}/cancel`, { body: { reason: '取消' } })).status).not.toBe(200)
})
