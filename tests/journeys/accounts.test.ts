import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import { table } from '../../functions/documents/excel/write.ts'
import { linkIn } from '../../infra/local/play/person.ts'
import { endVisits, faults, theBrowser, type Visit, visit as visitor } from './browser.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')
/** Names of people and units of the demo, which stand untranslated in the bar. */
const people = [/演示·/]
const { province } = world
const headings = ['单位代码', '邮箱', '姓名', '角色']
const codeOf = (i: number) => `41320100${String(i).padStart(2, '0')}`
const address = (i: number) => `journey-${i}@example.edu.cn`
/** Six accounts; the second names a unit that is not there, the third no address, the fifth no role. */
const wrong = [
  [codeOf(11), address(1), '演示·甲老师', '管理员'],
  ['4132019999', address(2), '演示·乙老师', '管理员'],
  [codeOf(13), 'journey-3(at)example.edu.cn', '演示·丙老师', '经办人'],
  [codeOf(14), address(4), '演示·丁老师', '管理员、审核人'],
  [codeOf(15), address(5), '演示·戊老师', '校长'],
  [codeOf(16), address(6), '演示·己老师', '管理员'],
]
const corrected: Record<string, [column: number, value: string]> = {
  [address(2)]: [0, codeOf(12)],
  'journey-3(at)example.edu.cn': [1, address(3)],
  [address(5)]: [3, '管理员'],
}
const excel = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  table<readonly string[]>(
    heads.map((heading, i) => ({ heading: { zh: heading, en: heading }, value: (row) => row[i] })),
    rows,
    { language: 'zh' },
  )

let browser: Browser
let visit: Visit
let page: Page
let folder: string
beforeAll(async () => {
  browser = await theBrowser()
  visit = await visitAs(browser, world.origin, province)
  page = visit.page
  folder = mkdtempSync(join(tmpdir(), 'journey-'))
})
afterAll(async () => {
  await endVisits()
  rmSync(folder, { recursive: true, force: true })
})
const clean = async (at: Visit = visit, language: 'zh' | 'en' = 'zh') => expect(await faults(at, language, people)).toEqual([])
type Mail = { id: number; subject: string; text: string }
const mailsTo = async (email: string) => (await (await fetch(`${world.mailbox}.json?to=${encodeURIComponent(email)}`)).json()) as Mail[]
const invitationTo = async (email: string): Promise<string> => {
  await expect.poll(async () => (await mailsTo(email)).length).toBeGreaterThan(0)
  const [mail] = await mailsTo(email)
  return /https?:\/\/\S+\/app\/invitation#t=\S+/.exec(mail?.text ?? '')?.[0] ?? ''
}
const choose = (name: string, bytes: Buffer) => {
  writeFileSync(join(folder, name), bytes)
  return page.locator('input[type="file"]').setInputFiles(join(folder, name))
}
const row = (name: string) => page.locator('tr', { hasText: name })

describe('a province opens accounts for its universities', () => {
  let sheet: Buffer

  test('finds the import on its page of units, with a template to fill in', async () => {
    await open(visit, '/units')
    await clean()
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '导入账号' }).click()
    await page.getByRole('heading', { name: '导入账号', level: 1 }).waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载模板' }).click()])
    const template = await readSpreadsheet(await readFile(await download.path()))
    expect(template.ok && template.value[0]?.cells).toEqual(headings)
    await clean()
    await page.goBack()
    await page.getByRole('heading', { name: '单位与账号', level: 1 }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { name: '导入账号', level: 1 }).waitFor()
  })

  test('is told of errors in three rows before anything happens', async () => {
    await choose('账号.xlsx', await excel(headings, wrong))
    await page.getByText('3 处问题，有问题的行不导入').waitFor()
    await page.getByText('共 6 行').waitFor()
    await page.getByText('邀请 3 人').waitFor()
    for (const line of [3, 4, 6]) await page.getByRole('rowheader', { name: `第 ${line} 行` }).waitFor()
    await clean()
    expect(await mailsTo(address(1))).toEqual([])
    const english = await visitAs(browser, world.origin, province, { language: 'en', device: 'phone' })
    await open(english, '/units/import/accounts')
    await english.page.locator('input[type="file"]').setInputFiles(join(folder, '账号.xlsx'))
    await english.page.getByText('3 problems; the rows concerned are left out').waitFor()
    await clean(english, 'en')
    await english.close()
  })

  test('gets its own sheet back with a remark beside each of the three', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载批注表' }).click()])
    sheet = await readFile(await download.path())
    const read = await readSpreadsheet(sheet)
    const rows = read.ok ? read.value.map(({ cells }) => cells) : []
    expect(rows[0]?.slice(0, 4)).toEqual(headings)
    expect(rows.slice(1).map((cells) => Boolean(cells[4]))).toEqual([false, true, true, false, true, false])
    expect(rows[2]?.[4]).toContain('4132019999')
  })

  test('corrects that sheet, and all six are invited', async () => {
    const read = await readSpreadsheet(sheet)
    const [heads = [], ...rows] = read.ok ? read.value.map(({ cells }) => [...cells]) : []
    for (const cells of rows) {
      const [column, value] = corrected[cells[1] ?? ''] ?? []
      if (column !== undefined && value !== undefined) cells[column] = value
    }
    await page.getByRole('button', { name: '选择其他文件' }).click()
    await choose('账号（更正）.xlsx', await excel(heads, rows))
    await page.getByText('没有发现问题').waitFor()
    await clean()
    await page.getByRole('button', { name: '执行导入并发送邀请（6 人）' }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    await page.getByText('已邀请 6 人').waitFor()
    await clean()
    for (const i of [1, 2, 3, 4, 5, 6]) expect(await invitationTo(address(i))).toContain('#t=')
  })

  test('sends the same sheet twice, and nobody is invited twice', async () => {
    await page.getByRole('button', { name: '导入下一个文件' }).click()
    await choose('账号.xlsx', await excel(headings, wrong))
    await page.getByRole('button', { name: '执行导入并发送邀请（3 人）' }).click()
    await page.getByText('3 人已有账号或已被邀请，未作改动').waitFor()
    await clean()
    expect(await mailsTo(address(1))).toHaveLength(1)
  })

  test('sees who has never signed in', async () => {
    await page.getByRole('link', { name: '查看单位与账号' }).click()
    await page.getByRole('tab', { name: '账号' }).waitFor()
    await row('东部第11大学').getByText('演示·甲老师').waitFor()
    await page.getByRole('button', { name: '重发全部邀请' }).click()
    await page.getByRole('dialog').getByText('6 人已被邀请但从未登录').waitFor()
    await clean()
    await page.keyboard.press('Escape')
  })

  test('sees whose invitation came back, and corrects the address', async () => {
    const post = await visit.context.newPage()
    const press = async (email: string, button: string) => {
      const [mail] = await mailsTo(email)
      await post.goto(`${world.mailbox}/${mail?.id}`)
      await Promise.all([post.waitForEvent('load'), post.getByRole('button', { name: button }).click()])
    }
    await press(address(2), '退信')
    await press(address(3), '垃圾邮件')
    await page.bringToFront()
    const seen = async () => {
      await open(visit, '/units?part=accounts&show=returned')
      return (await row('演示·').allInnerTexts()).join()
    }
    await expect.poll(seen).toMatch(/乙老师[\s\S]*邀请邮件被退回[\s\S]*丙老师[\s\S]*标记为垃圾邮件/)
    await expect.poll(() => page.locator('option[value="returned"]').textContent()).toBe('邀请邮件被退回的单位（2）')
    await clean()
    await page.getByRole('button', { name: '重发全部邀请' }).click()
    await page.getByRole('dialog').getByText('4 人已被邀请但从未登录').waitFor()
    await page.getByRole('dialog').getByText('另有 2 人的邀请邮件被退回').waitFor()
    await page.keyboard.press('Escape')
    await row('乙老师').getByRole('link').click()
    await row('乙老师').getByText('邮箱不存在或拒收').waitFor()
    await row('乙老师').getByText('请核对邮箱，点击“更正邮箱”').waitFor()
    await clean()
    await page.getByRole('button', { name: '办理：演示·乙老师' }).click()
    await page.getByRole('menuitem', { name: '更正邮箱' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '邮箱' }).fill(address(2))
    await dialog.getByText('与原邮箱相同').waitFor()
    await clean()
    await dialog.getByRole('textbox', { name: '邮箱' }).fill(address(8))
    await dialog.getByRole('button', { name: '发送邀请' }).click()
    await page.getByText(`邀请已发送至 ${address(8)}`).waitFor()
    await row(address(8)).getByText('已邀请，未登录').waitFor()
    expect(await page.getByText('邀请邮件被退回').count()).toBe(0)
    expect(await invitationTo(address(8))).toContain('#t=')
    await open(visit, new URL(page.url()).pathname.replace('/app', '').concat('?part=record'))
    await page.getByText(/邀请邮件被退回：邮箱不存在或拒收/).waitFor()
    await page.getByText(/更正邮箱，改为邀请 演示·乙老师/).waitFor()
    await clean()
  })
})

describe('an invited person', () => {
  test('opens the link on a phone, chooses a password and is in', async () => {
    const phone = await visitor(browser, { baseURL: world.origin, device: 'phone' })
    await phone.page.goto(await invitationTo(address(1)))
    await phone.page.getByText('演示·东部第11大学').first().waitFor()
    await clean(phone)
    await phone.page.getByRole('textbox', { name: /密码/ }).fill('schools-open-in-autumn')
    await phone.page.getByRole('button', { name: '接受并进入' }).click()
    await phone.page.getByRole('heading', { level: 1, name: /演示·甲老师/ }).waitFor()
    await clean(phone)
    await phone.page.goto(await invitationTo(address(1)))
    await phone.page.getByText(/邀请.*(已接受|过期)/).waitFor()
    await phone.close()
  })

  test('signs in again by that password, in the language of the account on a new device', async () => {
    const other = await visitor(browser, { baseURL: world.origin })
    await other.page.goto('/app/sign-in')
    await other.page.getByRole('textbox', { name: '邮箱' }).fill(address(1))
    await other.page.getByRole('textbox', { name: '密码' }).fill('schools-open-in-autumn')
    await other.page.getByRole('button', { name: '登录', exact: true }).click()
    await other.page.getByRole('heading', { level: 1, name: /演示·甲老师/ }).waitFor()
    await open(other, '/account')
    await clean(other)
    await other.page.getByRole('radio', { name: 'English' }).check()
    await other.page.getByRole('button', { name: '保存' }).click()
    await other.page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
    await clean(other, 'en')
    await other.close()
  })

  test('signs in by a link that is mailed, which serves once', async () => {
    const phone = await visitor(browser, { baseURL: world.origin, device: 'phone' })
    await phone.page.goto('/app/sign-in')
    await phone.page.getByRole('button', { name: /^忘记密码/ }).click()
    await phone.page.getByRole('textbox', { name: '邮箱' }).fill(address(1))
    await phone.page.getByRole('button', { name: '发送登录链接' }).click()
    await phone.page.getByText('登录链接已发出').waitFor()
    await clean(phone)
    const { link, token } = await linkIn(world.origin, address(1), '/app/sign-in')
    // In the same tab, so that nothing of the page is loaded anew.
    await phone.page.goto(link)
    await phone.page.getByRole('heading', { level: 1, name: '通过链接登录' }).waitFor()
    await clean(phone)
    await phone.page.getByRole('button', { name: '登录', exact: true }).dblclick()
    await phone.page.getByRole('heading', { level: 1, name: /演示·甲老师/ }).waitFor()
    await clean(phone, 'en')
    const again = await ask(world.origin, { token: '' }, '/sign-in/redeem', { body: { token }, key: ulid() })
    expect([again.status, again.body.code]).toEqual([410, 'sign-in.link-spent'])
    await phone.close()
  })

  test('of two units acts for the other, and comes back', async () => {
    const [one, other] = [world.universities[10], world.universities[11]]
    const someone = { email: address(1), name: '演示·甲老师', roles: ['operator'] }
    const seen = (await linkIn(world.origin, address(1), '/app/sign-in')).mail.id
    await done(world.origin, province, `/organisations/${other?.unit.id}/members`, { body: someone })
    const desk = await visitor(browser, { baseURL: world.origin, language: 'en' })
    await desk.page.goto('/app/sign-in')
    await desk.page.getByRole('textbox', { name: 'Email' }).fill(address(1))
    await desk.page.getByRole('textbox', { name: 'Password' }).fill('schools-open-in-autumn')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('heading', { level: 1, name: /演示·甲老师/ }).waitFor()
    await desk.page.goto((await linkIn(world.origin, address(1), '/app/invitation', seen)).link)
    await desk.page.getByRole('button', { name: /^Accept/ }).click()
    await desk.page.getByRole('heading', { level: 1, name: /演示·甲老师/ }).waitFor()
    await open(desk, '/account')
    await clean(desk, 'en')
    const acting = async () => {
      const { active } = await desk.page.evaluate(
        async () => (await (await fetch('/api/me')).json()) as { active: { organisation: { id: string } } },
      )
      return active.organisation.id
    }
    for (const to of (await acting()) === one?.unit.id ? [other, one] : [one, other]) {
      await open(desk, '/account')
      await desk.page.getByRole('button', { name: `Act for this unit ${to?.unit.name}`, exact: true }).click()
      await desk.page.waitForURL(/\/app\/?$/)
      await desk.page
        .locator('.shell-bar')
        .getByText(to?.unit.name ?? '')
        .waitFor()
      expect(await acting()).toBe(to?.unit.id)
    }
    await clean(desk, 'en')
    await desk.close()
  })
})

describe('the people of a unit', () => {
  const unit = () => world.universities[10] ?? world.national
  const at = `/units/${world.universities[10]?.unit.id}?part=people`

  test('are invited, and an invitation is sent again', async () => {
    await open(visit, at)
    await page.getByRole('button', { name: '邀请人员' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '发送邀请' }).click()
    await dialog.getByText('请填写姓名').waitFor()
    await clean()
    await dialog.getByRole('textbox', { name: '邮箱' }).fill(address(7))
    await dialog.getByRole('textbox', { name: '姓名' }).fill('演示·庚老师')
    await dialog.getByRole('checkbox', { name: '经办人' }).check()
    await dialog.getByRole('button', { name: '发送邀请' }).click()
    await page.getByText(`邀请已发送至 ${address(7)}`).waitFor()
    await row('演示·庚老师').waitFor()
    await clean()
    await page.getByRole('button', { name: '办理：演示·庚老师' }).click()
    await page.getByRole('menuitem', { name: '重新发送邀请' }).click()
    await page.getByText(/分钟/).first().waitFor()
    // The refusal, which comes within two minutes of the invitation, is one that the browser reports.
    visit.complaints.length = 0
  })

  test('get other roles, are suspended and let back in', async () => {
    const act = async (name: string) => {
      await page.getByRole('button', { name: '办理：演示·甲老师' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    const dialog = page.getByRole('dialog')
    /** The button of a row, as long as it has the focus. */
    const focusedActs = (name: string) => page.getByRole('button', { name: `办理：${name}` }).and(page.locator(':focus'))
    await open(visit, at)
    await act('修改角色')
    await clean()
    await dialog.getByRole('checkbox', { name: '审核人' }).check()
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('角色已修改').waitFor()
    await row('演示·甲老师').getByText('管理员 · 审核人').waitFor()
    await focusedActs('演示·甲老师').waitFor()
    const show = page.getByRole('combobox', { name: '显示' })
    await show.selectOption('active')
    await act('停用')
    await dialog.getByRole('textbox', { name: '原因' }).fill('岗位调整')
    await clean()
    await dialog.getByRole('button', { name: '停用' }).click()
    await row('演示·甲老师').waitFor({ state: 'detached' })
    await focusedActs('').waitFor()
    await show.selectOption('present')
    await row('演示·甲老师').getByText('已停用').waitFor()
    await act('恢复使用')
    await row('演示·甲老师').getByText('使用中').waitFor()
    await clean()
  })

  test('are taken out of it, and stand among those who have left', async () => {
    await page.getByRole('button', { name: '办理：演示·甲老师' }).click()
    await page.getByRole('menuitem', { name: '移出单位' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '原因' }).fill('已调离')
    await clean()
    await dialog.getByRole('button', { name: '移出单位' }).dblclick()
    await page.getByText('已移出单位', { exact: true }).waitFor()
    await row('演示·甲老师').waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: '显示' }).selectOption('left')
    await row('演示·甲老师').getByText('已离开').waitFor()
    expect(await page.getByRole('button', { name: '办理：演示·甲老师' }).count()).toBe(0)
    await clean()
  })

  test('leave of their own accord; what they did stays, and the last administrator cannot', async () => {
    const leaver = await visitor(browser, { baseURL: world.origin, device: 'phone' })
    await leaver.page.goto(await invitationTo(address(7)))
    await leaver.page.getByRole('button', { name: '接受并进入' }).click()
    await leaver.page.getByRole('heading', { level: 1, name: /演示·庚老师/ }).waitFor()
    await open(leaver, '/account')
    await leaver.page.getByRole('button', { name: /^离开/ }).click()
    await leaver.page.getByRole('dialog').getByText('这是您所在的最后一个单位').waitFor()
    await clean(leaver)
    await leaver.page.getByRole('dialog').getByRole('button', { name: '离开单位' }).click()
    await leaver.page.waitForURL(/\/app\/sign-in/)
    await leaver.close()
    await open(visit, `${at}&who=left`)
    await row('演示·庚老师').getByText('已离开').waitFor()
    const last = world.universities[17] ?? world.national
    const alone = await visitAs(browser, world.origin, last)
    await open(alone, '/account')
    await alone.page.getByRole('button', { name: /^离开/ }).click()
    alone.complaints.length = 0
    await alone.page.getByRole('dialog').getByRole('button', { name: '离开单位' }).click()
    await alone.page
      .getByRole('dialog')
      .getByText(/最后一名管理员|管理员/)
      .first()
      .waitFor()
    await alone.close()
    const { memberships } = (await done(world.origin, last, '/me')) as { memberships: unknown[] }
    expect(memberships).toHaveLength(1)
  })

  test('are not for those who are no administrators, nor for other units', async () => {
    const { unit: university } = unit()
    const refused = await ask(world.origin, world.provinceEditor, `/organisations/${university.id}/members`)
    expect([refused.status, refused.body.code]).toEqual([403, 'role.not-allowed'])
    const other = await ask(world.origin, world.ministry, `/organisations/${university.id}/members`)
    expect(other.status).toBe(404)
  })
})

test('the parts of its pages read in English too, on a phone', async () => {
  const english = await visitAs(browser, world.origin, province, { language: 'en', device: 'phone' })
  const unit = `/units/${world.universities[10]?.unit.id}`
  const parts = ['people', 'facts', 'record'].map((part) => `${unit}?part=${part}`)
  for (const each of ['/units?part=accounts', ...parts]) {
    await open(english, each)
    expect([each, await faults(english, 'en', people)]).toEqual([each, []])
  }
  await english.close()
})
