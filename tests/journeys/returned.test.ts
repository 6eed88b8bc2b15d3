import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { handIn, openBatch, type Started } from './calls.ts'
import { clockOf } from './later.ts'
import { asOpened } from './opens.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const [university = world.national] = world.universities
const { college } = world
const category = 'benchmark-college'
const comments = { question: '请补充近三年的具体数据。', section: '请说明校内推广的范围。' }
const added = '（已补充：近三年服务师生 1,200 人次。）'

let browser: Browser
let officer: Visit
let applicant: Visit
let page: Page
let batch: string
let started: Started
beforeAll(async () => {
  browser = await theBrowser()
  batch = await openBatch(world.origin, world.national, '演示·“双创”遴选（退回）', await clockOf(world.origin), 'shuangchuang-4')
  started = await handIn(world.origin, college, batch, category, 21)
  officer = await visitAs(browser, world.origin, university)
  applicant = await visitAs(browser, world.origin, college, { device: 'phone' })
  page = officer.page
}, 120_000)
afterAll(endVisits)
const clean = async (visit: Visit, language: 'zh' | 'en' = 'zh') => expect(await faults(visit, language, people)).toEqual([])
const list = () => `/batches/${batch}/list`
const state = async () => ((await done(world.origin, college, started.path)).submission as { state: string }).state
/** A long text somewhere in the form, and another section: what the two comments are about. */
const places = () => {
  const of = started.form.sections.find(({ fields }) => fields.some(({ kind }) => kind === 'longText'))
  const question = of?.fields.find(({ kind }) => kind === 'longText')
  const section = started.form.sections.find(({ key }) => key !== of?.key)
  if (!of || !question || !section) throw new Error('a form without texts')
  return { of: of.key, field: question.key, label: question.label.zh, section: section.key, title: section.title.zh }
}

describe('a university', () => {
  test('sees on its desk what waits for it, and in which batch', async () => {
    await open(officer, '/')
    const card = page.locator('.desk-batch', { hasText: '演示·“双创”遴选（退回）' })
    await card.getByText('待本单位审核 1', { exact: true }).waitFor()
    await clean(officer)
    await card.getByRole('link', { name: /^各单位进度/ }).click()
    await page.getByRole('row', { name: /理学院/ }).waitFor()
    await clean(officer)
    await page.goBack()
    await card.getByRole('link', { name: /^进入审核/ }).click()
    await page.getByRole('heading', { name: '审核推荐', level: 1 }).waitFor()
  })

  test('comments on a question while reading; the comment survives a reload', async () => {
    const { label } = places()
    await page.locator(`tbody a[href*="${started.id}"]`).first().click()
    await page.getByRole('button', { name: `写意见：${label}` }).click()
    // What was begun takes the focus: one writes on without another press.
    const box = page.getByRole('textbox', { name: `对“${label}”的意见` })
    await box.and(page.locator(':focus')).waitFor()
    await page.keyboard.type(comments.question)
    await page.getByText('已写 1 处修改意见').waitFor()
    await clean(officer)
    await page.reload()
    expect(await box.inputValue()).toBe(comments.question)
  })

  test('returns it with that and a comment on a whole section', async () => {
    const { title, label } = places()
    await page.getByRole('button', { name: '退回修改' }).click()
    const dialog = page.getByRole('dialog')
    const question = dialog.getByRole('textbox', { name: new RegExp(`› ${label}$`) })
    expect(await question.inputValue()).toBe(comments.question)
    await question.fill('')
    expect(await dialog.getByRole('button', { name: '退回修改' }).isDisabled()).toBe(true)
    await question.fill(comments.question)
    await dialog.getByRole('textbox', { name: title, exact: true }).fill(comments.section)
    await clean(officer)
    expect(await asOpened(officer, 'zh')).toEqual([])
    await dialog.getByRole('button', { name: '退回修改' }).click()
    await page.getByText('已退回修改', { exact: true }).waitFor()
    expect(await state()).toBe('returned')
    await clean(officer)
  })

  test('sets another date for the correction', async () => {
    const until = async () => ((await done(world.origin, college, started.path)).submission as { correctUntil: string }).correctUntil
    const before = await until()
    await page.getByRole('button', { name: '重设修改期限' }).click()
    const dialog = page.getByRole('dialog')
    await clean(officer)
    await dialog.getByRole('button', { name: '重设修改期限' }).click()
    await page.getByText('已重设修改期限', { exact: true }).waitFor()
    expect(await until()).not.toBe(before)
    await page
      .getByText(/^修改期限：/)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: '按原件继续审核' }).count()).toBe(1)
  })

  test('returning it again changes nothing', async () => {
    const until = new Date((await clockOf(world.origin)) + 86_400_000).toISOString()
    const again = await ask(world.origin, university, `${started.path}/return`, {
      body: { comments: { general: '再改' }, until },
      key: ulid(),
    })
    expect([again.status, again.body.code]).toEqual([409, 'submission.not-with-you'])
  })
})

describe('the applicant, on a phone', () => {
  const answers = (count: number) => applicant.page.getByText(`2 条意见，已修改 ${count} 条`).waitFor()

  test('sees what was said about what, and that nothing is answered yet', async () => {
    await open(applicant, started.path)
    await answers(0)
    await clean(applicant)
    const { section } = places()
    const english = await visitAs(browser, world.origin, college, { language: 'en', device: 'phone' })
    const { of } = places()
    for (const each of ['', `/sections/${section}`, `/sections/${of}`]) {
      await open(english, `${started.path}${each}`)
      await clean(english, 'en')
    }
    await english.close()
    await open(applicant, `${started.path}/sections/${section}`)
    await applicant.page.getByText(comments.section).first().waitFor()
    expect(await applicant.page.getByText(comments.question).count()).toBe(0)
    await clean(applicant)
  })

  test('is led to the question, with the comment beside it, and sees what has changed since', async () => {
    const { label, of, field } = places()
    await open(applicant, started.path)
    await applicant.page
      .getByRole('list', { name: '退回意见' })
      .getByRole('link', { name: new RegExp(`› ${label}$`) })
      .click()
    const text = applicant.page.getByRole('textbox', { name: label })
    await text.waitFor()
    const around = applicant.page.locator('.section-fields > *', { has: text })
    await around.getByText(comments.question).waitFor()
    expect(await applicant.page.getByText('退回后已修改').count()).toBe(0)
    await applicant.page.waitForFunction((id) => document.getElementById(id)?.contains(document.activeElement), `f-${of}-${field}`)
    await text.fill(`${await text.inputValue()}${added}`)
    await around.getByText('退回后已修改，查看改动').click()
    expect(await around.locator('ins').textContent()).toBe(added)
    await applicant.page.getByText('已保存').first().waitFor()
    await clean(applicant)
    await applicant.page.goBack()
    await answers(1)
    await clean(applicant)
  })

  test('hands it in again, at a desk', async () => {
    const desk = await visitAs(browser, world.origin, college)
    await open(desk, started.path)
    await desk.page.getByRole('link', { name: '检查并提交' }).click()
    await desk.page.getByText('退回后已修改，查看改动').waitFor()
    await clean(desk)
    await desk.page.getByRole('button', { name: '提交', exact: true }).click()
    await desk.page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click()
    await desk.page.getByRole('heading', { name: '提交成功', level: 1 }).waitFor()
    await desk.close()
    expect(await state()).toBe('submitted')
    const { rows } = (await done(world.origin, college, `${started.path}/versions`)) as { rows: unknown[] }
    expect(rows).toHaveLength(2)
  })
})

describe('the university again', () => {
  test('finds it back in its queue, in the second version', async () => {
    await open(officer, `${list()}/${started.id}?category=${category}`)
    await page.getByText('待本单位审核').first().waitFor()
    await page.getByRole('link', { name: '第 2 版' }).waitFor()
    await page.getByText('退回后已修改，查看改动').click()
    expect(await page.locator('ins').textContent()).toBe(added)
    await clean(officer)
  })

  test('does not recommend it, as the applicant reads with the reason, and thinks better of it', async () => {
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: '不予推荐' }).click()
    const decline = dialog.getByRole('button', { name: '不予推荐' })
    expect(await decline.isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: '理由' }).fill('与本校重点工作结合不紧密。')
    await clean(officer)
    await decline.dblclick()
    await page.getByText('已不予推荐', { exact: true }).waitFor()
    expect(await state()).toBe('declined')
    await clean(officer)
    await open(applicant, started.path)
    await applicant.page.getByText('与本校重点工作结合不紧密。').first().waitFor()
    await clean(applicant)
    await page.getByRole('button', { name: '撤销结论' }).click()
    await dialog.getByRole('textbox', { name: '理由' }).fill('经复议，同意推荐。')
    await dialog.getByRole('button', { name: '撤销结论' }).click()
    await page.getByText('待本单位审核').first().waitFor()
    expect(await state()).toBe('submitted')
  })

  test('recommends it', async () => {
    await page.getByRole('button', { name: '推荐', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '推荐', exact: true }).click()
    await page.getByText('已推荐', { exact: true }).first().waitFor()
    await clean(officer)
    const { rows } = (await done(world.origin, university, `/batches/${batch}/units/${university.unit.id}/standings`)) as {
      rows: { from: { id: string }; standings: object }[]
    }
    expect(rows.find(({ from }) => from.id === college.unit.id)?.standings).toEqual({ recommended: 1 })
  })

  test('others are refused', async () => {
    const body = { comments: { general: '不行' }, until: new Date((await clockOf(world.origin)) + 86_400_000).toISOString() }
    const stranger = await ask(world.origin, world.universities[2] ?? world.national, `${started.path}/return`, { body, key: ulid() })
    expect(stranger.status).toBe(404)
    const standings = `/batches/${batch}/units/${world.province.unit.id}/standings`
    expect((await ask(world.origin, world.provinceEditor, standings)).body.code).toBe('role.not-allowed')
    expect((await ask(world.origin, university, standings)).status).toBe(404)
  })
})

test('every page of it reads in English too, on a phone', async () => {
  const english = await visitAs(browser, world.origin, university, { language: 'en', device: 'phone' })
  for (const each of ['/', list(), `/batches/${batch}/standing`, `${list()}/${started.id}?category=${category}`]) {
    await open(english, each)
    expect([each, await faults(english, 'en', people)]).toEqual([each, []])
  }
  await english.close()
})
