import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { approveSheet, publishNotice, sendSheet } from '../../infra/local/play/deciding.ts'
import { pngFile } from '../../infra/local/play/files.ts'
import { linkIn } from '../../infra/local/play/person.ts'
import { assign, reviewAll } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { endVisits, faults, theBrowser, type Visit, visit } from './browser.ts'
import { fill, handIn, openBatch, type Started } from './calls.ts'
import { again, clockOf, later } from './later.ts'
import { ask, done, type Person } from './people.ts'
import { convene, type Expert, playing, toDeliberation } from './rounds.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const { origin, past } = world
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示/]
const category = 'demonstration-university'
const [accepted, deferred] = past.awards.filter(({ number }) => number.includes('-01-'))
const warned = past.awards.find(({ number }) => !number.includes('-01-'))
if (!accepted || !deferred || !warned) throw new Error('the past call has no awards of universities and a college')
const titles = { midterm: '演示·双创中期检查', acceptance: '演示·双创验收', next: '演示·下一批双创遴选' }
const day = 86_400_000

let browser: Browser
let office: Person
let awardee: Person
let other: Person
let desk: Visit
let page: Page
let holder: Visit
let midterm: string
let acceptance: string
let report: Started
let experts: Expert[]

const signIn = async () => {
  const { national, universities, westerners } = world
  ;[office, awardee, other] = await Promise.all([
    again(origin, national),
    again(origin, universities[10] as Person),
    again(origin, westerners.university),
  ])
  desk = await visitAs(browser, origin, office)
  holder = await visitAs(browser, origin, awardee, { device: 'phone' })
  page = desk.page
}
beforeAll(async () => {
  browser = await theBrowser()
  await signIn()
})
afterAll(endVisits)

const settle = () => localTime(origin).settle()
const clean = async (visited: Visit, language: 'zh' | 'en' = 'zh') => expect(await faults(visited, language, people)).toEqual([])
const awardOf = async (id: string, person: Person) =>
  (await done(origin, person, `/awards/${id}`)) as { award: { state: string; ends: string }; posts: { title: string }[] }
const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })

describe('an awardee', () => {
  const post = { title: '专家指导会召开', text: '召开专家指导会，梳理建设清单，形成整改台账，明确下一阶段的重点任务。' }

  test('posts how the work goes on, with a picture, once', async () => {
    const { page } = holder
    await open(holder, '/awards')
    await clean(holder)
    await page.getByRole('link', { name: accepted.title }).click()
    await page.getByRole('button', { name: '发布进展' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('标题').fill(post.title)
    await dialog.getByLabel('内容').fill(post.text)
    await dialog.locator('input[type="file"]').setInputFiles({
      name: '指导会现场.png',
      mimeType: 'image/png',
      buffer: Buffer.from(pngFile('指导会现场.png', [60, 90, 150], 320).bytes),
    })
    await dialog.getByRole('button', { name: '移除 指导会现场.png' }).waitFor()
    await clean(holder)
    await dialog.getByRole('button', { name: '发布', exact: true }).dblclick()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: post.title }).waitFor()
    await expect.poll(() => pictureWidth(page, '指导会现场')).toBeGreaterThan(0)
    await clean(holder)
    expect((await awardOf(accepted.id, awardee)).posts.filter(({ title }) => title === post.title)).toHaveLength(1)
    await page.goBack()
    await page.getByRole('heading', { name: '立项项目', level: 1 }).waitFor()
  })

  test('shows it to the public, with its picture', async () => {
    await settle()
    for (const language of ['zh', 'en'] as const) {
      const reader = await visit(browser, { baseURL: origin, device: 'phone', language })
      await reader.page.goto(`${language === 'en' ? '/en' : ''}/works/${accepted.id}.html`)
      await reader.page.getByRole('heading', { name: post.title }).waitFor()
      await expect.poll(() => pictureWidth(reader.page, '指导会现场')).toBeGreaterThan(0)
      await clean(reader, language)
      await reader.close()
    }
  })

  test('takes a post down at a desk, with the reason: the public page no longer has it, and the record keeps it', async () => {
    const wrong = { title: '数据有误的进展', text: '年度服务师生人次统计有误，应以年度报告为准，现予更正。' }
    const reason = '统计口径有误'
    const atDesk = await visitAs(browser, origin, awardee)
    const { page } = atDesk
    const dialog = page.getByRole('dialog')
    await open(atDesk, '/awards')
    await page.getByRole('link', { name: accepted.title }).click()
    await page.getByRole('button', { name: '发布进展' }).click()
    await dialog.getByLabel('标题').fill(wrong.title)
    await dialog.getByLabel('内容').fill(wrong.text)
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText(wrong.text).waitFor()
    await settle()
    const reader = await visit(browser, { baseURL: origin, device: 'phone' })
    await reader.page.goto(`/works/${accepted.id}.html`)
    await reader.page.getByRole('heading', { name: wrong.title }).waitFor()
    await page.getByRole('button', { name: `撤下 ${wrong.title}` }).click()
    expect(await dialog.getByRole('button', { name: '撤下' }).isDisabled()).toBe(true)
    await dialog.getByLabel('原因').fill(reason)
    await clean(atDesk)
    await dialog.getByRole('button', { name: '撤下' }).dblclick()
    await page.getByText(`已撤下：${reason}`).waitFor()
    expect([await page.getByText(wrong.text).count(), await page.getByRole('heading', { name: wrong.title }).count()]).toEqual([0, 1])
    await clean(atDesk)
    await settle()
    await reader.page.reload()
    await reader.page.getByRole('heading', { name: post.title }).waitFor()
    expect(await reader.page.getByRole('heading', { name: wrong.title }).count()).toBe(0)
    await Promise.all([reader.close(), atDesk.close()])
  })

  test('is alone with its work page: another unit does not see it, and may not post on it', async () => {
    expect((await ask(origin, other, `/awards/${accepted.id}`)).status).toBe(404)
    const body = { title: '演示', text: '其他单位不能在这里发布进展。', files: [] }
    expect((await ask(origin, other, `/awards/${accepted.id}/posts`, { body, key: ulid() })).status).toBe(404)
  })
})

/** Dates as near as the acceptance has them, so that days go by in this journey and not months. */
async function inDays(batch: string): Promise<void> {
  const now = await clockOf(origin)
  const { stages } = (await done(origin, office, `/batches/${batch}`)) as { stages: { key: string; closes: string | null }[] }
  const near = stages
    .filter(({ closes }) => closes !== null)
    .map(({ key }, i) => ({
      key,
      opens: new Date(now - 3_600_000).toISOString(),
      closes: new Date(now + (0.2 + i * 0.6) * day).toISOString(),
    }))
  await done(origin, office, `/batches/${batch}`, { method: 'PATCH', body: { stages: near } })
}

describe('the national office', () => {
  test('opens a mid-term check from the list of awards', async () => {
    await open(desk, `/batches/${past.batch}/awards`)
    await row(deferred.title).waitFor()
    await clean(desk)
    await page.getByRole('link', { name: '开展中期检查' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`从“${past.title}”的入选名单开展`).waitFor()
    await dialog.getByLabel('批次名称').fill(titles.midterm)
    await clean(desk)
    await dialog.getByRole('button', { name: '用此模板新建' }).dblclick()
    await page.waitForURL(/\/batches\/[0-9A-Z]{26}\/setup$/)
    midterm = /batches\/([0-9A-Z]{26})/.exec(page.url())?.[1] ?? ''
    await page.getByRole('button', { name: '按建议天数填写日期' }).click()
    await page.getByRole('button', { name: '保存 环节与日期' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await inDays(midterm)
    await page.reload()
    await page.getByRole('link', { name: '打开推荐名额表' }).click()
    await page.getByRole('button', { name: '按规则生成名额' }).click()
    await page.getByText(/已生成 \d+ 条名额/).waitFor()
    await page.goBack()
    await page.getByText('全部就绪，可以开启。').waitFor()
    await clean(desk)
    await page.getByRole('button', { name: '开启批次' }).click()
    await dialog.getByRole('button', { name: '开启批次' }).click()
    await page.getByRole('heading', { name: titles.midterm, level: 1 }).waitFor()
    await open(desk, `/batches/${past.batch}/awards`)
    await page.getByRole('link', { name: titles.midterm }).waitFor()
    await clean(desk)
    expect(await page.getByRole('link', { name: titles.midterm }).count()).toBe(1)
    const role = await ask(origin, await again(origin, world.editor), '/batches', {
      body: { template: 'shuangchuang-midterm', title: titles.midterm, source: past.batch },
      key: ulid(),
    })
    expect([role.status, role.body.code]).toEqual([403, 'role.not-allowed'])
  })

  test('opens an acceptance too, in which awardees alone may report', async () => {
    acceptance = await openBatch(origin, office, titles.acceptance, await clockOf(origin), 'shuangchuang-acceptance', {
      source: past.batch,
      off: ['endorse-province'],
      categories: [
        { key: category, on: true },
        { key: 'benchmark-college', on: false },
        { key: 'model-branch', on: false },
      ],
      settings: { expertsPerSubmission: 2, noticeWorkingDays: 1 },
      lasting: 0.2,
    })
    await settle()
    const stranger = await again(origin, world.universities[0] as Person)
    const seen = await visitAs(browser, origin, stranger, { device: 'phone' })
    await open(seen, `/batches/${acceptance}/apply`)
    await seen.page.getByText('本批次只面向在建的入选单位').waitFor()
    expect(await seen.page.getByRole('button', { name: /开始填报/ }).count()).toBe(0)
    await clean(seen)
    await seen.close()
    for (const award of [undefined, accepted.id]) {
      const body = { category, ...(award && { award }) }
      const refused = await ask(origin, stranger, `/batches/${acceptance}/submissions`, { body, key: ulid() })
      expect([refused.status, refused.body.code]).toEqual([422, 'eligibility.no-award'])
    }
  })
})

/** From the work page of an award to the report on it, filled in over the API, checked and handed in on the screen. */
async function reportFrom(
  visited: Visit,
  person: Person,
  batch: string,
  award: { id: string; title: string },
  check: string,
  seed: number,
) {
  const { page } = visited
  await open(visited, `/awards/${award.id}`)
  await page.getByRole('link', { name: new RegExp(`^填报.*${check}`) }).click()
  await page.getByRole('button', { name: `开始填报 ${award.title}` }).click()
  await page.waitForURL(/\/submissions\/[0-9A-Z]{26}$/)
  await page.getByRole('heading', { name: award.title, level: 1 }).waitFor()
  await clean(visited)
  const [, id = ''] = /submissions\/([0-9A-Z]{26})$/.exec(page.url()) ?? []
  const path = `/batches/${batch}/submissions/${id}`
  const started = { id, path, form: (await done(origin, person, `${path}/form`)) as unknown as Started['form'] }
  await fill(origin, person, started, seed)
  await open(visited, `${path}/check`)
  await page.getByText('内容完整，可以提交').waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click()
  await page.getByRole('heading', { name: '提交成功', level: 1 }).waitFor()
  await clean(visited)
  return started
}

describe('the awardee', () => {
  test('comes from the work page to its report, and hands it in', async () => {
    report = await reportFrom(holder, awardee, acceptance, accepted, '验收', 71)
    const twice = await ask(origin, awardee, `/batches/${acceptance}/submissions`, { body: { category, award: accepted.id }, key: ulid() })
    expect(twice.body.code).toBe('submission.entered-already')
  })
})

describe('experts', () => {
  let phone: Visit
  beforeAll(async () => {
    const second = await handIn(origin, other, acceptance, category, 72, deferred.id)
    for (const [person, { path }] of [
      [awardee, report],
      [other, second],
    ] as const)
      await done(origin, person, `${path}/recommend`, { body: { opinion: '经学校审核，建设任务完成情况属实。' }, key: ulid() })
    experts = await convene(world, acceptance, ['验收专家甲', '验收专家乙'], office)
    await assign(playing(origin, office), acceptance)
  })

  test('mark a report by the link of a mail, on a phone', async () => {
    const [first] = experts
    const { token } = await linkIn(origin, first?.email ?? '', '/r')
    phone = await visit(browser, { baseURL: origin, device: 'phone' })
    const { page } = phone
    await page.goto(`/r#t=${token}`)
    await page.getByRole('button', { name: '进入' }).tap()
    await page.locator(`a[href*="${report.id}"]`).tap()
    const groups = page.locator('.score')
    await groups.first().waitFor()
    for (let i = 0; i < (await groups.count()); i++) await groups.nth(i).getByText('10', { exact: true }).first().tap()
    await page
      .getByRole('textbox', { name: '评审意见' })
      .fill('建设任务全部完成并有所超额，机制健全，经验已经成型并推广到校外，证据充分，建议通过验收。')
    await page.getByRole('button', { name: '提交评审' }).first().tap()
    await page.getByRole('dialog').getByRole('button', { name: '提交评审' }).tap()
    await page.getByText(/已提交，谢谢您/).waitFor()
    await clean(phone)
    await phone.close()
  })

  test('and at a desk', async () => {
    const { token } = await linkIn(origin, experts[1]?.email ?? '', '/r')
    const atDesk = await visit(browser, { baseURL: origin })
    const { page } = atDesk
    await page.goto(`/r#t=${token}`)
    await page.getByRole('button', { name: '进入' }).click()
    await page.locator(`a[href*="${report.id}"]`).click()
    const scores = page.locator('.score').getByRole('textbox')
    await scores.first().waitFor()
    for (const score of await scores.all()) await score.fill('10')
    await page
      .getByRole('textbox', { name: '评审意见' })
      .fill('任务书所列任务均已完成，成果可核验，经费使用规范，管理制度健全，建议通过验收。')
    await page.getByRole('button', { name: '提交评审' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '提交评审' }).click()
    await page.getByText(/已提交，谢谢您/).waitFor()
    await clean(atDesk)
    await atDesk.close()
  })

  test('and their marks propose a grade for each', async () => {
    for (const { guest } of experts) await reviewAll(guest, acceptance, (submission) => (submission === report.id ? 0.96 : 0.64))
    await settle()
    await open(desk, `/batches/${acceptance}/decisions`)
    await row(accepted.title).getByText('优秀').first().waitFor()
    await row(deferred.title).getByText('暂缓通过').first().waitFor()
    await clean(desk)
  })
})

describe('the mid-term check', () => {
  const approver = { name: '演示·中期审定人', email: `${ulid().toLowerCase()}@example.org` }
  let checked: Started

  test('is reported on by another awardee, a college, at a desk', async () => {
    const college = await again(origin, world.awardedCollege)
    const atDesk = await visitAs(browser, origin, college)
    checked = await reportFrom(atDesk, college, midterm, warned, '中期', 73)
    await atDesk.close()
  })

  test('goes over university and province to experts, whose marks propose that the unit be warned', async () => {
    for (const each of [world.universities[0] as Person, world.province])
      await done(origin, await again(origin, each), `${checked.path}/recommend`, {
        body: { opinion: '进展情况属实，同意上报。' },
        key: ulid(),
      })
    const readers = await convene(world, midterm, ['中期专家甲', '中期专家乙'], office)
    await assign(playing(origin, office), midterm)
    for (const { guest } of readers) await reviewAll(guest, midterm, () => 0.66)
    await toDeliberation(origin, office, midterm)
    await open(desk, `/batches/${midterm}/decisions?category=benchmark-college`)
    await row(warned.title).getByText('预警').first().waitFor()
    await clean(desk)
  })

  test('is sent to the approver, who confirms it by the link of a mail', async () => {
    await page.getByRole('button', { name: '送审' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('审定人姓名').fill(approver.name)
    await dialog.getByLabel('审定人邮箱').fill(approver.email)
    await dialog.getByRole('button', { name: '送审' }).click()
    await page.getByText(`已送 ${approver.name} 审定`).waitFor()
    const { token } = await linkIn(origin, approver.email, '/r')
    const visited = await visit(browser, { baseURL: origin })
    await visited.page.goto(`/r#t=${token}`)
    await visited.page.getByRole('button', { name: '进入' }).click()
    await visited.page.getByText('预警').first().waitFor()
    await clean(visited)
    await visited.page.getByRole('button', { name: '确认批准' }).click()
    await visited.page.getByRole('dialog').getByRole('button', { name: '确认批准' }).click()
    await visited.page.getByText('已批准，谢谢您！').waitFor()
    await visited.close()
  })
})

describe('the result', () => {
  beforeAll(async () => {
    const approver = { name: '演示·验收审定人', email: `${ulid().toLowerCase()}@example.org` }
    const caller = playing(origin, office)
    await toDeliberation(origin, office, acceptance)
    await sendSheet(caller, acceptance, category, approver)
    await approveSheet(origin, acceptance, category, approver.email)
    await settle()
    const { ends } = await publishNotice(caller, acceptance, '演示：双创验收结果公示')
    await Promise.all([desk.close(), holder.close()])
    await later(origin, ends)
    await signIn()
  })

  test('is published on the screen, which says how many grades are passed on and leads to the list', async () => {
    await open(desk, `/batches/${acceptance}/notice`)
    await page.getByRole('button', { name: '公布名单' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('结果按等次对外公开').waitFor()
    await clean(desk)
    await dialog.getByRole('button', { name: '确认公布' }).click()
    await settle()
    await page.getByText('名单已公布。').waitFor()
    await page.getByLabel('已下达结论').waitFor()
    await page.getByText('2 / 2').waitFor()
    // One of them is accepted, and certified.
    await page.getByText('1 / 1').waitFor()
    await clean(desk)
    await page.getByRole('link', { name: '打开公开名单' }).click()
    await page.waitForURL(`${origin}/awards/${acceptance}.html`)
    await page.getByRole('heading', { name: '优秀（1）' }).waitFor()
  })

  test.each(['zh', 'en'] as const)('is read by grade without a script, in %s, from the column of results', async (language) => {
    const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false })
    const reader = await context.newPage()
    await reader.goto(language === 'en' ? '/en/awards.html' : '/awards.html')
    await reader.getByRole('link', { name: titles.acceptance }).click()
    for (const [award, grade] of [
      [accepted, { zh: '优秀', en: 'Excellent' }],
      [deferred, { zh: '暂缓通过', en: 'Deferred' }],
    ] as const) {
      const section = reader.locator('section').filter({ has: reader.getByRole('heading', { name: grade[language] }) })
      await section.getByRole('row', { name: award.number }).waitFor()
    }
    await reader.getByRole('link', { name: new RegExp(`^${language === 'zh' ? '暂缓通过' : 'Deferred'}`) }).click()
    await reader.getByRole('row', { name: deferred.number }).waitFor()
    expect(await reader.getByRole('row', { name: accepted.number }).count()).toBe(0)
    await context.close()
  })

  test('closes one award and extends the other, as the list shows', async () => {
    await open(desk, `/batches/${past.batch}/awards`)
    await row(accepted.title).getByText('已结项').waitFor()
    await row(accepted.title).getByText('优秀').waitFor()
    await row(deferred.title).getByText('延期建设').waitFor()
    await row(deferred.title).getByText('暂缓通过').waitFor()
    await clean(desk)
    await page.getByLabel('状态').selectOption({ label: '延期建设' })
    await row(accepted.title).waitFor({ state: 'detached' })
    await page.goBack()
    await row(accepted.title).waitFor()
  })

  test('stands on the work page, where nothing is posted any more', async () => {
    await open(holder, `/awards/${accepted.id}`)
    await holder.page.getByText('优秀').waitFor()
    await holder.page.getByRole('link', { name: '核验验收证书' }).waitFor()
    expect(await holder.page.getByRole('button', { name: '发布进展' }).count()).toBe(0)
    await clean(holder)
    const late = await ask(origin, awardee, `/awards/${accepted.id}/posts`, {
      body: { title: '补发', text: '验收之后补发的建设进展。', files: [] },
      key: ulid(),
    })
    expect([late.status, late.body.code]).toEqual([409, 'award.ended'])
  })

  test('of the mid-term check warns the unit, whose award goes on, and whose duty is done', async () => {
    const college = await again(origin, world.awardedCollege)
    const phone = await visitAs(browser, origin, college, { device: 'phone' })
    await open(phone, `/awards/${warned.id}`)
    await phone.page.getByText('预警').waitFor()
    await phone.page.getByRole('listitem').filter({ hasText: '中期' }).getByText('已完成').waitFor()
    await clean(phone)
    await phone.close()
    expect((await awardOf(warned.id, college)).award.state).toBe('open')
    await open(desk, `/batches/${past.batch}/awards`)
    await row(warned.title).getByText('预警').waitFor()
  })

  test('is public, with the diary of the work', async () => {
    for (const [language, id, said] of [
      ['zh', accepted.id, ['已通过验收', '优秀', past.post.title]],
      ['en', deferred.id, ['Extended', 'Deferred']],
    ] as const) {
      const reader = await visit(browser, { baseURL: origin, device: 'phone', language })
      await reader.page.goto(`${language === 'en' ? '/en' : ''}/works/${id}.html`)
      for (const each of said) await reader.page.getByText(each).first().waitFor()
      await clean(reader, language)
      await reader.close()
    }
  })

  test('lets nobody apply for the same again while an award is at work, and says what to do', async () => {
    const next = await openBatch(origin, office, titles.next, await clockOf(origin), 'shuangchuang-4')
    await settle()
    const seen = await visitAs(browser, origin, other, { device: 'phone' })
    await open(seen, `/batches/${next}/apply`)
    const reason = seen.page.getByText(`“${deferred.title}”（${deferred.number}）尚未结项`)
    await reason.waitFor()
    expect(await reason.innerText()).toContain('请先通过该项目的验收')
    await clean(seen)
    await reason.getByRole('link', { name: '查看立项项目' }).click()
    await seen.page.getByRole('link', { name: deferred.title }).click()
    await seen.page.getByText('延期建设').waitFor()
    await clean(seen)
    await seen.close()
    const refused = await ask(origin, other, `/batches/${next}/submissions`, { body: { category }, key: ulid() })
    expect([refused.status, refused.body.code]).toEqual([422, 'eligibility.unfinished'])
  })

  test.each(['zh', 'en'] as const)('reads on a phone, in %s', async (language) => {
    const phone = await visitAs(browser, origin, office, { language, device: 'phone' })
    for (const each of [`/batches/${past.batch}/awards`, `/awards/${deferred.id}`, `/batches/${acceptance}/decisions`]) {
      await open(phone, each)
      expect([each, await faults(phone, language, people)]).toEqual([each, []])
    }
    await phone.close()
  })
})

const pictureWidth = (page: Page, name: string) =>
  page.getByRole('img', { name }).evaluate((image: HTMLImageElement) => {
    image.scrollIntoView()
    return image.naturalWidth
  })
