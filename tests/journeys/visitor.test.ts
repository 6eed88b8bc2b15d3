import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { awardListPage } from '../../functions/portal/awards.ts'
import { callPage } from '../../functions/portal/call.ts'
import { sample } from '../../functions/portal/sample.ts'
import { siteOf } from '../../shared/portal/pages.ts'
import {
  complaintsOf,
  type Device,
  devices,
  elderTarget,
  endVisits,
  faults,
  layoutShifts,
  quiet,
  smallTargets,
  theBrowser,
  type Visit,
  visit,
} from './browser.ts'

const { origin, past, batch: openBatch } = inject('world')
const [university, western] = past.awards.filter(({ number }) => number.includes('-01-'))
if (!university || !western) throw new Error('the past call has no awards of universities')

let browser: Browser
beforeAll(async () => {
  browser = await theBrowser()
})
afterAll(endVisits)

const guest = (device: Device = 'desktop', language: 'zh' | 'en' = 'zh', colorScheme: 'light' | 'dark' = 'light') =>
  visit(browser, { baseURL: origin, device, language, colorScheme })
/** A page of example data, with the style and the script of the site. */
async function example({ context, page }: Visit, { path, html }: { path: string; html: string }) {
  await context.route(`${origin}/${path}`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto(`/${path}`)
}
/** A visitor whose browser runs no script. */
async function withoutScript(device: Device = 'phone') {
  const context = await browser.newContext({ ...devices[device], baseURL: origin, javaScriptEnabled: false })
  return { page: await context.newPage(), close: () => context.close() }
}
const heading = ({ page }: Pick<Visit, 'page'>, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

describe('a visitor', () => {
  test('finds a notice from the home page and reads how to object', async () => {
    const visitor = await guest('phone')
    const { page } = visitor
    await page.goto('/')
    await page.getByRole('link', { name: past.notice.title }).click()
    await heading(visitor, past.notice.title)
    for (const said of ['如何提出异议', '共 5 个工作日', university.title, '010-55500000']) await page.getByText(said).first().waitFor()
    expect(await faults(visitor, 'zh')).toEqual([])
    await page.goBack()
    await page.getByRole('link', { name: past.notice.title }).waitFor()
    await visitor.close()
  })

  test('reads it in the browser of WeChat too, and comes from there to where one signs in', async () => {
    const userAgent =
      'Mozilla/5.0 (Linux; Android 13; zh-cn) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 XWEB/5075 MMWEBSDK/20230405 MicroMessenger/8.0.35.2360 WeChat/arm64 Weixin NetType/WIFI Language/zh_CN'
    const context = await browser.newContext({ ...devices.phone, baseURL: origin, userAgent, locale: 'zh-CN' })
    const page = await context.newPage()
    const visitor = { context, page, complaints: complaintsOf(page), close: () => context.close() }
    await page.goto(`/notices/${past.notice.id}.html`)
    await heading(visitor, past.notice.title)
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
    expect((await page.request.get(picture ?? '')).status()).toBe(200)
    expect(await faults(visitor, 'zh')).toEqual([])
    await page.getByRole('link', { name: '登录' }).first().click()
    await page.getByRole('textbox', { name: '邮箱' }).waitFor()
    expect(await faults(visitor, 'zh')).toEqual([])
    await page.goBack()
    await heading(visitor, past.notice.title)
    await visitor.close()
  })

  test('finds the list of a past call, filters, sorts and downloads it', async () => {
    const visitor = await guest()
    const { page } = visitor
    await page.goto('/')
    await page.getByRole('link', { name: '入选名单', exact: true }).first().click()
    await page.getByRole('link', { name: past.title }).click()
    await heading(visitor, past.title)
    for (const { number } of past.awards) await page.getByRole('link', { name: number }).waitFor()
    const csv = await (await page.request.get(`/awards/${past.batch}.csv`)).text()
    expect(csv.split('\r\n')).toHaveLength(past.awards.length + 2)
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Excel' }).click()])
    expect(sheet.suggestedFilename()).toBe(`${past.batch}.xlsx`)
    await page.getByRole('navigation', { name: '按省份查看' }).getByRole('link', { name: '陕西' }).click()
    await page.getByRole('link', { name: western.number }).waitFor()
    expect(await page.getByRole('link', { name: university.number }).count()).toBe(0)
    await page.getByRole('navigation', { name: '按类别查看' }).getByRole('link', { name: '全国党建工作示范高校' }).click()
    await expect.poll(() => page.locator('table.awards tbody tr').count()).toBe(2)
    expect(await faults(visitor, 'zh')).toEqual([])
    await visitor.close()
  })

  test('filters a long list and sorts it by a column, with names as long and as rare as there are', async () => {
    for (const [device, language] of [
      ['desktop', 'zh'],
      ['phone', 'en'],
    ] as const) {
      const visitor = await guest(device, language)
      const { page } = visitor
      const words =
        language === 'zh'
          ? { institution: '高校', filter: '名称、单位或高校' }
          : { institution: 'Institution', filter: 'Title, unit or institution' }
      await example(visitor, awardListPage(sample.list, { order: 'institution' }, language, siteOf(origin)))
      // The arrow of the order is part of what the heading is called.
      const heading = page.getByRole('columnheader', { name: new RegExp(`^${words.institution}`) })
      const shown = async () =>
        (await page.locator('table.awards tbody tr:visible td:nth-child(4)').allInnerTexts()).map((text) => text.trim())
      const order = new Intl.Collator(language === 'zh' ? 'zh-CN' : ['zh-CN', 'en'], { numeric: true })
      const all = await shown()
      expect(all).toHaveLength(sample.list.awards.length)
      // On a phone the rows are cards, and their headings are not shown.
      if (device === 'desktop') {
        for (const [sort, sign] of [
          ['ascending', 1],
          ['descending', -1],
        ] as const) {
          await heading.getByRole('button').click()
          expect(await heading.getAttribute('aria-sort')).toBe(sort)
          expect(await shown()).toEqual(all.toSorted((a, b) => order.compare(a, b) * sign))
        }
      }
      await page.getByLabel(words.filter).fill('㛃身')
      const fitting = sample.list.awards.filter(({ title }) => title.includes('㛃'))
      await expect.poll(shown).toHaveLength(fitting.length)
      expect(await page.getByRole('status').innerText()).toContain(String(fitting.length))
      expect(await faults(visitor, language)).toEqual([])
      await visitor.close()
    }
  })

  test('is told how many days of the calendar in Beijing are left to apply', async () => {
    const closes = '2024-10-10T16:00:00.000Z'
    for (const [at, zh, en] of [
      ['2024-10-08T17:00:00.000Z', '还有 1 天', '1 day left'],
      ['2024-10-09T10:00:00.000Z', '还有 1 天', '1 day left'],
      ['2024-10-07T15:00:00.000Z', '还有 3 天', '3 days left'],
      ['2024-10-09T16:00:00.000Z', '今天截止', 'Ends today'],
      ['2024-10-10T16:00:00.000Z', '填报已截止', 'Closed'],
    ] as const)
      for (const language of ['zh', 'en'] as const) {
        const visitor = await guest('phone', language)
        await visitor.page.clock.setFixedTime(new Date(at))
        await example(visitor, callPage({ ...sample.call, closes }, language, siteOf(origin)))
        expect([at, await visitor.page.locator('.tag').innerText()]).toEqual([at, language === 'zh' ? zh : en])
        await visitor.close()
      }
  })

  test('prints a notice and a list without what only a screen has a use for', async () => {
    const visitor = await guest()
    const { page } = visitor
    for (const path of [`/notices/${past.notice.id}.html`, `/awards/${past.batch}.html`]) {
      await page.goto(path)
      const there = page.locator('.columns, .tools, .crumbs, .downloads, .choice, .skip')
      expect(await there.count()).toBeGreaterThan(3)
      await page.emulateMedia({ media: 'print' })
      for (const each of await there.all())
        expect([path, await each.getAttribute('class'), await each.isVisible()]).toEqual([path, expect.anything(), false])
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.locator('tbody tr').first().isVisible()).toBe(true)
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.masthead') ?? document.body).color)).toBe('rgb(0, 0, 0)')
      await page.emulateMedia({ media: 'screen' })
    }
    await visitor.close()
  })

  test('reads what an awardee has done, with its picture, and comes to the certificate and the institution', async () => {
    const visitor = await guest('phone')
    const { page } = visitor
    await page.goto(`/works/${past.post.award}.html`)
    await heading(visitor, university.title)
    await page.getByRole('heading', { name: past.post.title }).waitFor()
    const picture = page.getByRole('img', { name: '启动会现场' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320)
    expect(await faults(visitor, 'zh')).toEqual([])
    await page.getByRole('link', { name: university.number }).click()
    await page.getByText('此证书真实有效。').waitFor()
    const file = await page.request.get(
      new URL(await page.getByRole('link', { name: '查看证书（PDF）' }).evaluate((link: HTMLAnchorElement) => link.href)).pathname,
    )
    expect(file.headers()['content-type']).toBe('application/pdf')
    await page.goBack()
    await page.getByRole('link', { name: university.institution.name }).click()
    await heading(visitor, university.institution.name)
    await page.getByRole('link', { name: university.title, exact: true }).first().waitFor()
    await visitor.close()
  })

  test('checks a certificate by the number as people type it', async () => {
    const visitor = await guest('phone')
    const { page, complaints } = visitor
    await page.goto('/certificates.html')
    const number = page.getByLabel('证书编号')
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText('请输入证书编号。').waitFor()
    await number.fill('SHUANGCHUANG-1999-01-0001')
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText('没有编号为 SHUANGCHUANG-1999-01-0001 的证书').waitFor()
    // The browser reports the answer that there is none.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('404')])
    expect(await faults(visitor, 'zh')).toEqual([])
    await number.fill(` ${university.number.toLowerCase().replaceAll('-', '－')} `)
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText(university.number).waitFor()
    await page.getByText('此证书真实有效。').waitFor()
    await visitor.close()
  })

  test('searches everything that is public, in both languages, and Back brings the answers again', async () => {
    for (const [language, path, word, some, none] of [
      ['zh', '/', '搜索', '找到', '没有找到'],
      ['en', '/en/', 'Search', 'found', 'Nothing was found'],
    ] as const) {
      const visitor = await guest('desktop', language)
      const { page } = visitor
      await page.goto(path)
      await page.getByRole('searchbox').fill('东部第11大学')
      await page.getByRole('button', { name: word }).click()
      await page.getByRole('status').filter({ hasText: some }).waitFor()
      expect(await faults(visitor, language)).toEqual([])
      await page.locator('.found a').filter({ hasText: university.title }).first().click()
      await heading(visitor, university.title)
      await page.goBack()
      await page.locator('.found li').first().waitFor()
      expect(new URL(page.url()).searchParams.get('q')).toBe('东部第11大学')
      await page.getByRole('searchbox').fill('没有这样的东西XYZ')
      await page.getByRole('status').filter({ hasText: none }).waitFor()
      expect(await page.locator('.found li').count()).toBe(0)
      await visitor.close()
    }
  })
})

describe('without a script, a visitor', () => {
  test('comes from the home page to a notice, a list by province and kind, an award and its certificate', async () => {
    const { page, close } = await withoutScript()
    await page.goto('/')
    await page.getByRole('link', { name: past.notice.title }).click()
    await heading({ page }, past.notice.title)
    expect(await page.getByText('在线提出异议').isVisible()).toBe(false)
    await page.getByText('contact@demo.example').waitFor()
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '入选名单' }).click()
    await page.getByRole('link', { name: past.title }).click()
    await page.getByRole('navigation', { name: '按省份查看' }).getByRole('link', { name: '江苏' }).click()
    await page.getByRole('navigation', { name: '排列方式' }).getByRole('link', { name: '按高校' }).click()
    await page.getByRole('navigation', { name: '按类别查看' }).getByRole('link', { name: '全国党建工作示范高校' }).click()
    await page.getByRole('link', { name: university.title }).first().click()
    await heading({ page }, university.title)
    await page.getByRole('link', { name: university.number }).click()
    await page.getByText('此证书真实有效。').waitFor()
    await close()
  })
  test('changes the language, enlarges the text, and is told how to check and to search', async () => {
    const { page, close } = await withoutScript()
    await page.goto(`/awards/${past.batch}.html`)
    await page.getByRole('link', { name: 'English' }).click()
    expect(new URL(page.url()).pathname).toBe(`/en/awards/${past.batch}.html`)
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
    await page.getByRole('link', { name: 'Large text' }).click()
    await expect.poll(size).toBe('20px')
    await page.goto('/certificates.html')
    expect(await (await page.request.get('/certificates.html')).text()).toContain('/certificates/编号.html')
    await page.goto('/search.html?q=大学')
    expect(await page.locator('main noscript p').innerText()).toContain('搜索需要浏览器启用脚本')
    await page.getByRole('main').getByRole('link', { name: '网站地图' }).click()
    await page.getByRole('main').getByRole('link', { name: past.title }).first().waitFor()
    await close()
  })
})

describe('an address without a page', () => {
  test('is answered by a page in both languages and the status 404', async () => {
    const visitor = await guest('phone')
    const { page, complaints } = visitor
    for (const path of ['/no/such-page.html', '/en/notices/01J00000000000000000000000.html', '/certificates/X-1.html']) {
      const answer = await page.goto(path)
      expect(answer?.status()).toBe(404)
      await page.getByText('没有找到这个页面').waitFor()
      await page.getByText('There is no such page').waitFor()
    }
    expect(complaints.splice(0).every((line) => line.includes('404'))).toBe(true)
    expect(await faults(visitor, 'zh')).toEqual([])
    await visitor.close()
  })
  test('of the API stays the API’s refusal', async () => {
    const answer = await fetch(`${origin}/api/no-such-thing`)
    expect(answer.headers.get('content-type')).toContain('json')
    expect((await fetch(`${origin}/assets/no-such.js`)).status).toBe(404)
  })
})

describe('every public page', () => {
  const pages = [
    '/index.html',
    '/calls.html',
    `/calls/${openBatch}.html`,
    '/notices.html',
    `/notices/${past.notice.id}.html`,
    '/awards.html',
    `/awards/${past.batch}.html`,
    `/awards/${past.batch}-by-institution.html`,
    `/awards/${past.batch}-province-32.html`,
    '/stories.html',
    `/works/${past.post.award}.html`,
    '/institutions.html',
    `/institutions/${university.institution.id}.html`,
    '/provinces/32.html',
    '/certificates.html',
    `/certificates/${university.number}.html`,
    '/search.html',
    '/map.html',
  ]
  /** Each language at each width, the first of them with which a page is opened; light and dark, smaller and larger text cross them. */
  const ways = {
    zh: [
      ['phone', 'light', false],
      ['tablet', 'dark', false],
      ['desktop', 'light', true],
    ],
    en: [
      ['desktop', 'dark', false],
      ['tablet', 'light', true],
      ['phone', 'dark', true],
    ],
  } as const
  test.each(['zh', 'en'] as const)(
    'in %s is clean on every device, in the dark and with larger text, and does not move while it opens',
    async (language) => {
      const [[opened, light]] = ways[language]
      const visitor = await guest(opened, language, light)
      const { page } = visitor
      for (const path of pages) {
        const address = `${language === 'en' ? '/en' : ''}${path}`
        const answer = await page.goto(address)
        await quiet(page)
        expect([address, answer?.status()]).toEqual([address, 200])
        expect([address, await layoutShifts(page)]).toEqual([address, []])
        for (const [device, colorScheme, elder] of ways[language]) {
          await page.setViewportSize(devices[device].viewport)
          await page.emulateMedia({ colorScheme })
          const size = await page.evaluate((large) => {
            document.documentElement.toggleAttribute('data-elder', large)
            return getComputedStyle(document.documentElement).fontSize
          }, elder)
          if (elder) expect([address, device, size, await smallTargets(page, elderTarget)]).toEqual([address, device, '20px', []])
          expect([address, device, await faults(visitor, language)]).toEqual([address, device, []])
        }
        await page.setViewportSize(devices[opened].viewport)
        await page.emulateMedia({ colorScheme: light })
      }
      await visitor.close()
    },
    240_000,
  )

  test('opens in large letters for whoever chose them', async () => {
    const visitor = await guest('phone', 'zh', 'light')
    await visitor.context.addInitScript(() => localStorage.setItem('shuren.elder', 'on'))
    for (const path of ['/index.html', `/awards/${past.batch}.html`]) {
      await visitor.page.goto(path)
      await quiet(visitor.page)
      expect(await visitor.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px')
      expect([path, await layoutShifts(visitor.page)]).toEqual([path, []])
    }
    await visitor.close()
  })

  test('is found by machines: the feed, the sitemap and its parts, and nothing in them is missing', async () => {
    const read = async (path: string) => {
      const answer = await fetch(path)
      expect([path, answer.status]).toEqual([path, 200])
      return answer.text()
    }
    const places = (text: string, mark: RegExp) => [...text.matchAll(mark)].map(([, place]) => place ?? '')
    expect(await read(`${origin}/robots.txt`)).toContain(`${origin}/sitemap.xml`)
    const parts = places(await read(`${origin}/sitemap.xml`), /<loc>([^<]+)/g)
    const all = (await Promise.all(parts.map(read))).flatMap((text) => places(text, /<loc>([^<]+)/g))
    expect(all).toContain(`${origin}/en/works/${past.post.award}.html`)
    for (const place of [...all, ...places(await read(`${origin}/feed.xml`), /<link>([^<]+)/g)]) await read(place)
    const home = await read(`${origin}/`)
    for (const picture of places(home, /og:image" content="([^"]+)/g))
      expect((await fetch(picture)).headers.get('content-type')).toBe('image/png')
  })
})
