import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { fill, type Started, start } from './calls.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
const people = [/演示·/]
const applicant = world.universities[14] ?? world.national
const category = 'quality-project'
/** Within this, what was done last is with the server. */

let browser: Browser
let visit: Visit
let page: Page
let started: Started
beforeAll(async () => {
  browser = await theBrowser()
  started = await start(world.origin, applicant, world.batch, category)
  visit = await visitAs(browser, world.origin, applicant)
  page = visit.page
})
afterAll(endVisits)
const clean = async (at: Visit = visit) => expect(await faults(at, 'zh', people)).toEqual([])
const stored = async (section: string) =>
  (await done(world.origin, applicant, `${started.path}/sections/${section}`)).values as Record<string, unknown>

describe('a long text is written over the whole screen', () => {
  const text = '一、背景\n心理健康教育面向全体学生。\n二、理念\n育心与育德相结合。'
  const dialog = (at: Page) => at.getByRole('dialog', { name: '一、背景与理念' })
  const writing = (at: Page) => dialog(at).getByRole('textbox', { name: '一、背景与理念' })
  const large = (at: Page) => at.getByRole('button', { name: '全屏书写' }).first()

  test('with its outline beside it, through which one moves, and it is in the form at once', async () => {
    await open(visit, `${started.path}/sections/features`)
    await large(page).click()
    await writing(page).and(page.locator(':focus')).waitFor()
    await dialog(page).getByText('按“一、”“（一）”“1.”分行书写标题').waitFor()
    await page.keyboard.insertText(text)
    const outline = dialog(page).getByRole('complementary', { name: '填写要求与提纲' })
    await outline.getByRole('button', { name: '一、背景' }).waitFor()
    await clean()
    await outline.getByRole('button', { name: '二、理念' }).click()
    expect(await writing(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart).split('\n')[0])).toBe(
      '二、理念',
    )
    await expect.poll(async () => (await stored('features')).background).toBe(text)
  })

  test('and left with Esc nothing of it is lost', async () => {
    await page.keyboard.insertText('（补）')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await large(page).and(page.locator(':focus')).waitFor()
    const written = text.replace('二、理念', '（补）二、理念')
    expect(await page.locator('#f-features-background').inputValue()).toBe(written)
    await expect.poll(async () => (await stored('features')).background).toBe(written)
    await clean()
  })

  test('on a phone too, where what was written is found again', async () => {
    const phone = await visitAs(browser, world.origin, applicant, { device: 'phone' })
    await open(phone, `${started.path}/sections/features`)
    await large(phone.page).click()
    await writing(phone.page).waitFor()
    expect(await writing(phone.page).inputValue()).toContain('（补）二、理念')
    await clean(phone)
    await dialog(phone.page).getByRole('button', { name: '完成' }).click()
    await dialog(phone.page).waitFor({ state: 'detached' })
    await phone.close()
  })
})

describe('a row of a table', () => {
  const names = async () => ((await stored('plan')).products as { name?: string }[] | undefined)?.map(({ name }) => name).join()
  const shown = () =>
    page
      .getByRole('group', { name: '预期成果' })
      .getByRole('textbox', { name: /名称$/ })
      .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value).join())

  test('that was removed comes back to its place with all that was in it', async () => {
    const { version, values } = await done(world.origin, applicant, `${started.path}/sections/plan`)
    const products = [
      { name: '甲案例', author: '张老师', kind: 'case', due: '2025-06' },
      { name: '乙报告', author: '李老师', kind: 'report', due: '2025-06' },
      { name: '丙课程', author: '王老师', kind: 'course', due: '2025-06' },
    ]
    const body = { version, values: { ...(values as object), products } }
    await done(world.origin, applicant, `${started.path}/sections/plan`, { method: 'PUT', body })
    await open(visit, `${started.path}/sections/plan`)
    const table = page.getByRole('group', { name: '预期成果' })
    await table.getByRole('button', { name: '删除第 2 行' }).click()
    await table.getByText('已删除第 2 行').waitFor()
    expect(await shown()).toBe('甲案例,丙课程')
    await expect.poll(names).toBe('甲案例,丙课程')
    await clean()
    await table.getByRole('button', { name: '撤销删除' }).click()
    expect(await shown()).toBe('甲案例,乙报告,丙课程')
    await expect.poll(async () => (await stored('plan')).products).toEqual(products)
    expect(await table.getByRole('button', { name: '撤销删除' }).count()).toBe(0)
    await clean()
  })

  test('is moved up and down among the others, and stays where it is put', async () => {
    const table = page.getByRole('group', { name: '预期成果' })
    await table.getByRole('button', { name: '上移第 3 行' }).click()
    expect(await shown()).toBe('甲案例,丙课程,乙报告')
    await expect.poll(names).toBe('甲案例,丙课程,乙报告')
    await table.getByRole('button', { name: '下移第 1 行' }).click()
    expect(await shown()).toBe('丙课程,甲案例,乙报告')
    await table.getByRole('button', { name: '添加一行' }).click()
    await table.getByRole('textbox', { name: '第 4 行 名称' }).fill('丁教材')
    await table.getByRole('button', { name: '上移第 4 行' }).click()
    await expect.poll(names).toBe('丙课程,甲案例,丁教材,乙报告')
    await page.reload()
    await expect.poll(shown).toBe('丙课程,甲案例,丁教材,乙报告')
    await clean()
    await table.getByRole('button', { name: '删除第 3 行' }).click()
    await table.getByRole('button', { name: '下移第 1 行' }).click()
    await table.getByRole('button', { name: '下移第 2 行' }).click()
    await expect.poll(names).toBe('甲案例,乙报告,丙课程')
  })

  test('that was added a moment ago is not told what it lacks before it was begun and left, or the answers are checked', async () => {
    const table = page.getByRole('group', { name: '预期成果' })
    const wrong = () =>
      table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelectorAll('[aria-invalid="true"]').length > 0).join())
    const name = (row: number) => table.getByRole('textbox', { name: `第 ${row} 行 名称` })
    // The table was left once with an answer missing: what is wrong in it is said.
    await name(1).fill('')
    await page.getByRole('textbox').first().focus()
    await expect.poll(wrong).toBe('true,false,false')
    for (let times = 0; times < 3; times++) await table.getByRole('button', { name: '添加一行' }).click()
    await table.getByRole('combobox', { name: '第 6 行 形式' }).and(page.locator(':focus')).waitFor()
    // Once this is seen, what stands in the rows has been checked anew.
    await name(2).fill('')
    await expect.poll(wrong).toBe('true,true,false,false,false,false')
    await name(5).fill('戊课程')
    await name(4).focus()
    await expect.poll(wrong).toBe('true,true,false,false,true,false')
    // They keep this wherever they are moved.
    await table.getByRole('button', { name: '上移第 6 行' }).click()
    await name(1).fill('甲案例')
    await expect.poll(wrong).toBe('false,true,false,false,false,true')
    await clean()
    await page.getByRole('button', { name: '保存并继续' }).click()
    await expect.poll(wrong).toBe('false,true,false,true,true,true')
  })
})

describe('a section is gone on from', () => {
  test('when nothing is missing in it: until then all that is stands at its top, takes the focus and leads to each field', async () => {
    const { form } = started
    const [basics, next] = form.sections
    if (!basics || !next) throw new Error('a form of one section')
    await fill(world.origin, applicant, { ...started, form: { ...form, sections: [basics] } }, 61, ['title', 'department'])
    await open(visit, `${started.path}/sections/${basics.key}`)
    const goOn = page.getByRole('button', { name: '保存并继续' })
    const problems = page.locator('.summary-of-problems')
    const here = page.locator(':focus')
    await goOn.click()
    await problems.and(here).waitFor()
    await problems.getByRole('heading', { name: '请先处理以下 2 处问题' }).waitFor()
    await problems.getByRole('link', { name: /项目名称/ }).click()
    const title = page.getByRole('textbox', { name: '项目名称' })
    await title.and(here).waitFor()
    // With one of them less the other is still there, and the focus stays where one writes.
    await page.keyboard.insertText('演示·阳光驿站')
    await problems.getByRole('heading', { name: '请先处理以下 1 处问题' }).waitFor()
    await page.keyboard.insertText('心理育人')
    await clean()
    expect(await title.inputValue()).toBe('演示·阳光驿站心理育人')
    await goOn.click()
    await problems.and(here).waitFor()
    await problems.getByRole('link', { name: /牵头部门/ }).click()
    await page.keyboard.insertText('学生工作部')
    await goOn.click()
    await page.getByRole('heading', { name: next.title.zh, level: 1 }).waitFor()
    expect(await stored(basics.key)).toMatchObject({ title: '演示·阳光驿站心理育人', department: '学生工作部' })
    expect(await problems.count()).toBe(0)
    await page.goBack()
    await page.getByRole('heading', { name: basics.title.zh, level: 1 }).waitFor()
  })
})

describe('a draft that is given up', () => {
  test('is asked about first, and stays when one thinks better of it', async () => {
    await open(visit, started.path)
    await page.getByRole('button', { name: '放弃申报' }).click()
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
    await dialog.getByText('此操作不能撤销').waitFor()
    await clean()
    await dialog.getByRole('button', { name: '取消' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(((await done(world.origin, applicant, started.path)).submission as { state: string }).state).toBe('draft')
  })

  test('leaves the list, and its place is free for another', async () => {
    await page.getByRole('button', { name: '放弃申报' }).click()
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: '放弃申报' }).click()
    await page.getByText('已放弃申报', { exact: true }).waitFor()
    await page.getByRole('heading', { name: '我的申报', level: 1 }).waitFor()
    expect(await page.locator(`a[href*="${started.id}"]`).count()).toBe(0)
    const late = await ask(world.origin, applicant, `${started.path}/sections/basics`, { method: 'PUT', body: { version: 0, values: {} } })
    expect(late.status).toBeGreaterThanOrEqual(400)
    const again = await start(world.origin, applicant, world.batch, category)
    expect(again.id).not.toBe(started.id)
    await done(world.origin, applicant, `${again.path}/discard`, { method: 'POST', body: {} })
    await clean()
  })
})
