import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { eicar, png } from '../../functions/malware/makers.ts'
import type { FileRef } from '../../shared/forms/schema.ts'
import { type Device, endVisits, faults, theBrowser, type Visit } from './browser.ts'
import { fill, type Started, start } from './calls.ts'
import { ask, done } from './people.ts'
import { open, visitAs } from './visits.ts'
import { category } from './world.ts'

const world = inject('world')
const people = [/演示·/]
const applicant = world.universities[9] ?? world.national

/** Within this, what was done last is with the server. */

let browser: Browser
let visit: Visit
let page: Page
let started: Started
let folder: string
beforeAll(async () => {
  browser = await theBrowser()
  folder = mkdtempSync(join(tmpdir(), 'journey-'))
  started = await start(world.origin, applicant, world.batch, category)
  visit = await visitAs(browser, world.origin, applicant)
  page = visit.page
}, 60_000)
afterAll(async () => {
  await endVisits()
  rmSync(folder, { recursive: true, force: true })
})
const clean = async (visited: Visit = visit, language: 'zh' | 'en' = 'zh') => expect(await faults(visited, language, people)).toEqual([])
const section = () => `${started.path}/sections/attachments`
const kept = async () => ((await done(world.origin, applicant, section())).values as { pictures?: FileRef[] }).pictures ?? []
const names = async () => (await kept()).map(({ name }) => name).join()
const file = (name: string, content: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
/** The script that sends files, built or not. */
const sending = /\/uploads[-.][^/]*$/
const pictures = (): Locator => page.getByRole('group', { name: '工作图片' })
const list = () => pictures().getByRole('list', { name: '工作图片' })
const choose = async (press: Locator, ...files: string[]) => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press.click()])
  await chooser.setFiles(files)
}

describe('pictures', () => {
  test('are sent several at once, though they were chosen before that which sends files had come', async () => {
    let come = () => {}
    const held = new Promise<void>((resolve) => {
      come = resolve
    })
    const asked = page.waitForRequest(sending)
    await page.route(sending, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`/app${section()}`)
    await asked
    await choose(
      pictures().getByRole('button', { name: '选择文件' }),
      file('开幕.png', png()),
      file('讨论.png', png()),
      file('合影.png', png()),
    )
    come()
    await expect.poll(async () => (await names()).split(',').toSorted().join()).toBe('合影.png,开幕.png,讨论.png')
    await clean()
  })

  test('get a caption each, which keeps the focus while it is saved', async () => {
    const caption = list().getByRole('textbox', { name: '说明：讨论.png' })
    await caption.fill('师生')
    await page.getByText('已保存').first().waitFor()
    await page.keyboard.type('共同讨论')
    await expect.poll(async () => (await kept()).find(({ name }) => name === '讨论.png')?.caption).toBe('师生共同讨论')
  })

  test('with a caption that is too long are told so', async () => {
    const caption = list().getByRole('textbox', { name: '说明：开幕.png' })
    await caption.fill('长'.repeat(101))
    await caption.blur()
    await list().getByText('最多').first().waitFor()
    await caption.fill('')
  })

  test('are put in order with the keys and by dragging', async () => {
    const before = (await names()).split(',')
    const [first = '', second = '', third = ''] = before
    await list()
      .getByRole('button', { name: `下移 ${first}` })
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(names).toBe([second, third, first].join())
    const grip = (name: string) => list().getByRole('listitem').filter({ hasText: name }).locator('.file-grip')
    await grip(first).dragTo(grip(second))
    await expect.poll(names).toBe([first, second, third].join())
    await clean()
  })

  test('are looked at one after the other without a mouse', async () => {
    const [first = '', second = ''] = (await names()).split(',')
    const opener = list().getByRole('button', { name: `预览 ${first}` })
    await opener.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('img').waitFor()
    await clean()
    await page.keyboard.press('ArrowRight')
    await dialog.getByText(second, { exact: true }).waitFor()
    await dialog.getByText('第 2 个，共 3 个').waitFor()
    await dialog.getByRole('img').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.waitForFunction((label) => document.activeElement?.getAttribute('aria-label') === label, `预览 ${first}`)
  })

  test('are replaced only by one that passes its check, in the same place and under the same caption', async () => {
    const before = await names()
    await choose(list().getByRole('button', { name: '替换 讨论.png' }), file('新讨论.png', eicar))
    const coming = pictures().getByRole('list', { name: '正在上传：工作图片' })
    await coming.locator('.badge', { hasText: '未通过检查' }).waitFor()
    expect(await names()).toBe(before)
    await coming.getByRole('button', { name: /新讨论\.png/ }).click()
    await choose(list().getByRole('button', { name: '替换 讨论.png' }), file('新讨论.png', png()))
    await expect.poll(names).toBe(before.replace('讨论.png', '新讨论.png'))
    expect((await kept()).find(({ name }) => name === '新讨论.png')?.caption).toBe('师生共同讨论')
    await clean()
  })
})

describe('a file on its way', () => {
  const later = () => page.getByRole('button', { name: '稍后再填' }).click()
  /** Two parts of a film: what follows its head is not looked at. */
  const film = () => file('工作视频.mp4', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(9_000_000)]))
  const films = () => page.getByRole('group', { name: '工作视频' })
  const coming = () => films().getByRole('list', { name: '正在上传：工作视频' })
  const keptFilms = async () => ((await done(world.origin, applicant, section())).values as { video?: FileRef[] }).video ?? []
  /** The second part never arrives while this holds. Letting go takes no route away: what a page that just opens asks for at that moment would get no answer. */
  let held = false
  /** A part is remembered before the next is begun; that all of it has left this device says nothing yet of its arrival. */
  let second: Promise<unknown>
  const holdSecondPart = async () => {
    second = page.waitForRequest(/partNumber=2/)
    held = true
    await page.route(/partNumber=2/, (route) => (held ? undefined : route.fallback()))
  }
  const firstPartSent = async () => {
    await second
    await coming().getByText('上传中 93%').waitFor()
  }

  test('goes on when the section is left, is named in the list of sections, and hangs in its place when it has been checked', async () => {
    const before = await names()
    await open(visit, section())
    // The check is held up within the page, so that the section is left while it lasts.
    await page.evaluate(() => {
      const real = window.fetch
      window.fetch = async (input, init) => {
        const asked = input instanceof Request ? input : new Request(input, init)
        const state = asked.method === 'GET' && /\/files\/[0-9A-Z]{26}$/.test(new URL(asked.url).pathname)
        if (state && !('go' in window)) return Response.json({ state: 'waiting' })
        return real(input, init)
      }
    })
    await choose(pictures().getByRole('button', { name: '选择文件' }), file('离开后.png', png()))
    await pictures().getByText('正在检查').waitFor()
    await later()
    await page.getByText('正在上传或检查：离开后.png').waitFor()
    expect(await names()).toBe(before)
    await page.evaluate(() => Object.assign(window, { go: true }))
    await expect.poll(names).toBe(`${before},离开后.png`)
    await page.getByText('正在上传或检查：离开后.png').waitFor({ state: 'detached' })
    await clean()
    await page.getByRole('link', { name: '附件' }).first().click()
    await list().getByRole('button', { name: '预览 离开后.png' }).waitFor()
  })

  test('that broke off is listed after a reload, asks for the same file, and goes on where it stopped', async () => {
    await open(visit, section())
    await holdSecondPart()
    await choose(films().getByRole('button', { name: '选择文件' }), film())
    await firstPartSent()
    const asked = page.waitForEvent('dialog')
    const reloaded = page.reload()
    await (await asked).accept()
    await reloaded
    held = false
    await coming().getByText('上传中断，请重新选择同一文件继续').waitFor()
    await clean()
    const again = coming().getByRole('button', { name: '重新选择' })
    await choose(again, file('别的.mp4', 'x'))
    await films().getByText('请选择上次中断的同一文件').waitFor()
    const parts: string[] = []
    page.on('request', (request) => request.url().includes('partNumber=') && parts.push(request.url()))
    await choose(again, join(folder, '工作视频.mp4'))
    await expect.poll(async () => (await keptFilms()).length).toBe(1)
    expect(parts.filter((url) => url.includes('partNumber=1&'))).toEqual([])
    await films().getByRole('button', { name: /^删除/ }).click()
    await expect.poll(async () => (await keptFilms()).length).toBe(0)
  })

  test('that was removed before it had come is sent again from the beginning', async () => {
    await open(visit, section())
    await holdSecondPart()
    await choose(films().getByRole('button', { name: '选择文件' }), film())
    await firstPartSent()
    await coming().getByRole('button', { name: /^删除/ }).click()
    await coming().getByText('工作视频.mp4').waitFor({ state: 'detached' })
    held = false
    await choose(films().getByRole('button', { name: '选择文件' }), join(folder, '工作视频.mp4'))
    await expect.poll(async () => (await keptFilms()).length).toBe(1)
    await clean()
    await films().getByRole('button', { name: /^删除/ }).click()
    await expect.poll(async () => (await keptFilms()).length).toBe(0)
  })
})

test.each<[Device, 'zh' | 'en']>([
  ['phone', 'zh'],
  ['tablet', 'en'],
])('on a %s in %s, a document opens in a tab of its own and the captions are read before handing in', async (device, language) => {
  if (!JSON.stringify((await done(world.origin, applicant, section())).values).includes('.pdf')) {
    const without = started.form.sections.filter(({ key }) => key !== 'attachments').flatMap(({ fields }) => fields.map(({ key }) => key))
    const rest = await kept()
    await fill(
      world.origin,
      applicant,
      { ...started, form: { ...started.form, sections: started.form.sections.filter(({ key }) => key === 'attachments') } },
      7,
      [...without, 'video', 'videoLink', 'pictures'],
    )
    const now = await done(world.origin, applicant, section())
    const values = { ...(now.values as object), pictures: rest }
    await done(world.origin, applicant, section(), { method: 'PUT', body: { version: now.version, values } })
  }
  const other = await visitAs(browser, world.origin, applicant, { device, language })
  await open(other, section())
  await clean(other, language)
  await open(other, `${started.path}/check`)
  await other.page.getByText('师生共同讨论').waitFor()
  await other.page.getByRole('button', { name: '演示材料.pdf' }).click()
  await other.page
    .getByRole('dialog')
    .getByRole('link', { name: language === 'zh' ? '打开 PDF' : 'Open the PDF' })
    .waitFor()
  await clean(other, language)
  await other.close()
})

test('order and captions are what is handed in; nobody else reads a file', async () => {
  const order = (await kept()).map(({ id }) => id)
  await fill(
    world.origin,
    applicant,
    { ...started, form: { ...started.form, sections: started.form.sections.filter(({ key }) => key !== 'attachments') } },
    7,
  )
  await done(world.origin, applicant, `${started.path}/submit`, { method: 'POST', key: ulid() })
  const { sections } = (await done(world.origin, applicant, `${started.path}/versions/1`)) as {
    sections: Record<string, { values: { pictures: FileRef[] } }>
  }
  const frozen = sections.attachments?.values.pictures ?? []
  expect(frozen.map(({ id }) => id)).toEqual(order)
  expect(frozen.map(({ caption }) => caption)).toContain('师生共同讨论')
  const stranger = await ask(world.origin, world.universities[11] ?? world.national, `${started.path}/files/${order[0]}/content`)
  expect(stranger.status).toBe(404)
})
