import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import { endVisits, faults, theBrowser, type Visit, visit as visitor } from './browser.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'

/** What keeps the tree of units and one's own account in order. Its units and its person are its own: other journeys count those of the world. */
const world = inject('world')
const { national } = world
const people = [/演示·/]
const heads = 'code,name,province,department,city,level,remarks'
const kept = ['4146099001', '演示海湾大学', '46', '海南省', '海口市', '本科', '']
const moving = ['4146099002', '演示椰林学院', '46', '海南省', '三亚市', '本科', '']
/** Three rows that are wrong: the code, the department, and a name that stands there already. */
const broken = [
  ['414609', '演示短码大学', '46', '海南省', '海口市', '本科', ''],
  ['4146099004', '演示无主大学', '46', '子虚部', '海口市', '本科', ''],
  ['4146099005', '演示海湾大学', '46', '海南省', '海口市', '本科', ''],
]
const email = 'journey-housekeeping@example.edu.cn'
const password = 'a-quiet-harbour-in-spring'

let browser: Browser
let visit: Visit
let page: Page
let folder: string
beforeAll(async () => {
  browser = await theBrowser()
  visit = await visitAs(browser, world.origin, national)
  page = visit.page
  folder = mkdtempSync(join(tmpdir(), 'journey-'))
})
afterAll(async () => {
  await endVisits()
  rmSync(folder, { recursive: true, force: true })
})
const clean = async (at: Visit = visit) => expect(await faults(at, 'zh', people)).toEqual([])
const dialog = (at: Page = page) => at.getByRole('dialog')
const choose = (name: string, lines: readonly (readonly string[])[]) => {
  writeFileSync(join(folder, name), [heads, ...lines.map((cells) => cells.join(','))].join('\n'))
  return page.locator('input[type="file"]').setInputFiles(join(folder, name))
}
type Unit = { id: string; name: string; path: string[]; state: string }
const below = async (parent: string) => (await done(world.origin, national, `/organisations/${parent}/below?limit=100`)).rows as Unit[]
const unitNamed = async (name: string) => {
  const units = (await Promise.all((await below(national.unit.id)).map(({ id }) => below(id)))).flat()
  return units.find((unit) => unit.name === name)
}

describe('the national office keeps its register', () => {
  test('has a file checked: what it would change, which rows are wrong, and nothing is done', async () => {
    await open(visit, '/units')
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: '导入学校名册' }).click()
    await page.getByRole('heading', { name: '导入学校名册', level: 1 }).waitFor()
    await clean()
    await choose('名册.csv', [kept, moving, ...broken])
    await page.getByText('3 处问题，有问题的行不导入').waitFor()
    await page.getByText('共 5 行').waitFor()
    await page.getByText('新增 2 个单位').waitFor()
    await page.getByText('将新登记 1 个主管部门').waitFor()
    for (const line of [4, 5, 6]) await page.getByRole('rowheader', { name: `第 ${line} 行` }).waitFor()
    await clean()
    expect(await unitNamed('演示海湾大学')).toBeUndefined()
  })

  test('gets the file back with a remark beside each of the three', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载批注表' }).click()])
    const read = await readSpreadsheet(await readFile(await download.path()))
    const rows = read.ok ? read.value.map(({ cells }) => cells) : []
    expect(rows.slice(1).map((cells) => Boolean(cells[7]))).toEqual([false, false, true, true, true])
    expect([rows[3]?.[7], rows[4]?.[7], rows[5]?.[7]]).toEqual(
      ['414609', '子虚部', '演示海湾大学'].map((word) => expect.stringContaining(word)),
    )
  })

  test('carries out what is right', async () => {
    await page.getByRole('button', { name: '执行导入（2 个单位）' }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    await page.getByText('3 处问题，有关各行未导入').waitFor()
    await clean()
    const [one, other] = [await unitNamed('演示海湾大学'), await unitNamed('演示椰林学院')]
    expect(one?.path.at(-1)).toBe(other?.path.at(-1))
  })
})

describe('a unit below', () => {
  test('is entered once, after what is wrong in the form was told, and opened from the list', async () => {
    const university = await unitNamed('演示海湾大学')
    await open(visit, `/units/${university?.id}`)
    await page.getByRole('button', { name: '登记下级单位' }).click()
    const enter = dialog().getByRole('button', { name: '登记下级单位' })
    await enter.click()
    await dialog().getByText('请选择单位类别').waitFor()
    await dialog().getByText('名称至少 2 个字').waitFor()
    await dialog().getByRole('radio', { name: '院系' }).check()
    await dialog().getByRole('textbox', { name: '名称' }).fill('演示海洋学院')
    await clean()
    await enter.dblclick()
    await page.getByText('已登记：演示海洋学院').waitFor()
    await dialog().waitFor({ state: 'detached' })
    expect((await below(university?.id ?? '')).map(({ name }) => name)).toEqual(['演示海洋学院'])
    await page.getByRole('link', { name: '演示海洋学院' }).click()
    await page.getByRole('heading', { level: 1, name: '演示海洋学院' }).waitFor()
    await clean()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '演示海湾大学' }).waitFor()
  })
})

describe('a unit', () => {
  const more = async (name: string) => {
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  test('changed by two at once shows both, and goes over the other only when one says so', async () => {
    const unit = await unitNamed('演示椰林学院')
    await open(visit, `/units/${unit?.id}`)
    await more('修改信息')
    await dialog().getByLabel('所在城市').fill('文昌市')
    await done(world.origin, national, `/organisations/${unit?.id}`, { method: 'PATCH', body: { city: '琼海市' } })
    await dialog().getByRole('button', { name: '保存' }).click()
    await dialog().getByText('该单位刚被他人修改，您的修改尚未保存').waitFor()
    await dialog().getByText('所在城市：对方改为“琼海市”，您填写的是“文昌市”').waitFor()
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('409')])
    await clean()
    await dialog().getByRole('button', { name: '用我的内容覆盖' }).click()
    await page.getByText('单位信息已修改').waitFor()
    expect((await done(world.origin, national, `/organisations/${unit?.id}`)).organisation).toMatchObject({ city: '文昌市' })
  })

  test('moves below another supervising unit', async () => {
    const unit = await unitNamed('演示椰林学院')
    const to = world.westerners.province.unit
    await open(visit, `/units/${unit?.id}`)
    await more('调整隶属关系')
    const find = dialog().getByRole('combobox', { name: /新的上级单位/ })
    await find.fill(to.name)
    await dialog().getByRole('option', { name: to.name }).waitFor()
    await find.press('Enter')
    await clean()
    await dialog().getByRole('button', { name: '调整隶属关系' }).click()
    await page.getByText('隶属关系已调整').waitFor()
    expect((await unitNamed('演示椰林学院'))?.path.at(-1)).toBe(to.id)
  })

  test('is closed with a reason, for good', async () => {
    const unit = await unitNamed('演示椰林学院')
    await open(visit, `/units/${unit?.id}`)
    await more('撤销单位')
    const confirm = dialog().getByRole('button', { name: '撤销单位' })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog().getByRole('textbox', { name: '原因' }).fill('并入演示海湾大学')
    await clean()
    await confirm.click()
    await page.getByText('单位已撤销', { exact: true }).waitFor()
    await page.getByText('已撤销', { exact: true }).first().waitFor()
    expect(await page.getByRole('button', { name: '更多操作' }).count()).toBe(0)
    const again = await ask(world.origin, national, `/organisations/${unit?.id}/close`, { body: { reason: '再次撤销' } })
    expect([again.status, again.body.code]).toEqual([409, 'organisation.closed'])
  })
})

describe('a person looks after the own account', () => {
  let desk: Visit
  let phone: Visit
  const signIn = async (at: Visit, by = password) => {
    await at.page.goto('/app/sign-in')
    await at.page.getByRole('textbox', { name: '邮箱' }).fill(email)
    await at.page.getByRole('textbox', { name: '密码' }).fill(by)
    await at.page.getByRole('button', { name: '登录', exact: true }).click()
  }
  const isIn = (at: Visit) => at.page.getByRole('heading', { level: 1, name: /演示·海老师/ }).waitFor()
  /** The session of a page is at an end: whatever it asks for next, it is asked to sign in. */
  const isOut = async (at: Visit) => {
    await at.page.reload()
    await at.page.getByRole('button', { name: '登录', exact: true }).waitFor()
    at.complaints.length = 0
  }
  afterAll(async () => {
    await phone?.close()
    await desk?.close()
  })

  test('sees where it is signed in, and ends the session of a device', async () => {
    const unit = await unitNamed('演示海湾大学')
    const someone = { email, name: '演示·海老师', roles: ['administrator'] }
    await done(world.origin, national, `/organisations/${unit?.id}/members`, { body: someone })
    const mails = async () => (await (await fetch(`${world.mailbox}.json?to=${encodeURIComponent(email)}`)).json()) as { text: string }[]
    await expect.poll(async () => (await mails()).length).toBeGreaterThan(0)
    desk = await visitor(browser, { baseURL: world.origin })
    await desk.page.goto(/https?:\/\/\S+\/app\/invitation#t=\S+/.exec((await mails())[0]?.text ?? '')?.[0] ?? '')
    await desk.page.getByRole('textbox', { name: /密码/ }).fill(password)
    await desk.page.getByRole('button', { name: '接受并进入' }).click()
    await isIn(desk)
    phone = await visitor(browser, { baseURL: world.origin, device: 'phone' })
    await signIn(phone)
    await isIn(phone)
    await open(desk, '/account')
    await desk.page.getByText('本设备', { exact: true }).waitFor()
    expect(await desk.page.getByText(/^最近使用/).count()).toBe(2)
    await clean(desk)
    const ending = desk.page.getByRole('button', { name: /^结束登录 / })
    expect(await ending.count()).toBe(1)
    // Of several such buttons each says which device it is about, and when that was used.
    const [device = '', seen = ''] = (
      await desk.page.getByRole('listitem').filter({ has: ending }).locator('span').first().innerText()
    ).split('\n')
    expect(seen).toMatch(/^最近使用：\d/)
    await desk.page.getByRole('button', { name: `结束登录 ${device.trim()} ${seen}`, exact: true }).click()
    await desk.page.getByText('已结束该设备的登录').waitFor()
    await expect.poll(() => desk.page.getByText(/^最近使用/).count()).toBe(1)
    await isOut(phone)
  })

  test('changes the password, which a wrong one does not do, and is signed out everywhere else', async () => {
    const changed = 'a-loud-harbour-in-autumn'
    await signIn(phone)
    await isIn(phone)
    await open(phone, '/account')
    const change = async (present: string) => {
      await phone.page.getByRole('textbox', { name: '当前密码' }).fill(present)
      await phone.page.getByRole('textbox', { name: '新密码' }).fill(changed)
      await phone.page.getByRole('button', { name: '修改密码' }).click()
    }
    await change('not-the-password-at-all')
    await phone.page
      .getByText(/当前密码不正确/)
      .first()
      .waitFor()
    phone.complaints.length = 0
    await clean(phone)
    await open(desk, '/account')
    await change(password)
    await phone.page.getByText('密码已更新，其他设备已退出登录').waitFor()
    await isOut(desk)
    await signIn(desk)
    await desk.page
      .getByText(/邮箱或密码不正确/)
      .first()
      .waitFor()
    desk.complaints.length = 0
    await signIn(desk, changed)
    await isIn(desk)
  })
})
