import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { axeFindings } from './axe.ts'
import { devices, endVisits, theBrowser, type Visit, visit } from './browser.ts'
import { start } from './calls.ts'
import { open, visitAs } from './visits.ts'
import { category } from './world.ts'

const world = inject('world')

let browser: Browser
beforeAll(async () => {
  browser = await theBrowser()
})
afterAll(endVisits)

type Piece = { text: string; lines: number }
/** The pieces of text within some elements that a pattern finds, each with the number of lines it stands in. */
const piecesIn = (page: Page, within: string, pattern: RegExp): Promise<Piece[]> =>
  page.evaluate(
    ({ selector, source }) => {
      const range = document.createRange()
      const found: Piece[] = []
      for (const element of document.querySelectorAll(selector)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        while (walker.nextNode())
          for (const { 0: text, index } of (walker.currentNode.nodeValue ?? '').matchAll(new RegExp(source, 'g'))) {
            range.setStart(walker.currentNode, index)
            range.setEnd(walker.currentNode, index + text.length)
            found.push({ text, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size })
          }
      }
      return found
    },
    { selector: within, source: pattern.source },
  )
const brokenOf = (pieces: readonly Piece[]) => pieces.filter(({ lines }) => lines > 1)

test('in an answer read on a phone a telephone number and an address stand in one line each, and a sum does not name the unit that its column names', async () => {
  const visit = await visitAs(browser, world.origin, world.province, { device: 'phone' })
  const { page } = visit
  await open(visit, `/batches/${world.batch}/list/${world.waiting[0]}`)
  await page.locator('.reader-table td').first().waitFor()
  const numbers = await piecesIn(page, 'main', /\d{3,4}-\d{7,8}|[\w.]+@[\w.]+/)
  expect(numbers.length).toBeGreaterThan(1)
  expect(brokenOf(numbers)).toEqual([])
  const sums = await page
    .locator('.reader-table td[data-label*="元）"], .reader-table td[data-label*="元)"]')
    .evaluateAll((cells) => cells.map(({ textContent }) => textContent))
  expect(sums.length).toBeGreaterThan(1)
  expect(sums.filter((sum) => !/^[\d,.]*$/.test(sum ?? ''))).toEqual([])
  await visit.close()
})

test('on a tablet an address in the list of people is broken before its @ if anywhere', async () => {
  const visit = await visitAs(browser, world.origin, world.national, { device: 'tablet', language: 'en' })
  const { page } = visit
  expect(page.viewportSize()).toEqual(devices.tablet.viewport)
  await open(visit, '/people')
  await page.getByText('@').first().waitFor()
  // On either side of where an address may be broken.
  const parts = await piecesIn(page, 'tbody td:has(wbr)', /.+/)
  expect(parts.some(({ text }) => text.includes('@'))).toBe(true)
  expect(brokenOf(parts)).toEqual([])
  await visit.close()
})

/** How wide what stands in the frames of tables is, and how wide they are. */
const framesOf = (page: Page, frames: string) =>
  page.locator(frames).evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth })))
/** How many cells and headings of tables are drawn in a page, and of how many a browser tells those who do not see it. */
async function cellsOf({ page, context }: Visit): Promise<{ drawn: number; told: number }> {
  const session = await context.newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const told = nodes.filter(({ ignored, role }) => !ignored && /^(grid)?cell$|^(row|column)header$/.test(role?.value ?? '')).length
  const drawn = await page.locator('th, td').evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length)
  return { drawn, told }
}

test.each(['zh', 'en'] as const)(
  'on a tablet nothing of the lists that officers work in lies beyond the edge, and what stands below a name there is a cell as before, in %s',
  async (language) => {
    const { national, province, past, universities } = world
    const lists = [
      [national, `/batches/${world.batch}/submissions`],
      [national, `/batches/${past.batch}/decisions`],
      [national, `/batches/${past.batch}/awards`],
      [province, `/batches/${world.batch}/list`],
      [universities[1] ?? national, '/submissions'],
    ] as const
    for (const [who, path] of lists) {
      const visited = await visitAs(browser, world.origin, who, { device: 'tablet', language })
      await open(visited, path)
      await visited.page.locator('.table tbody .gathered').first().waitFor()
      for (const { scrollWidth, clientWidth } of await framesOf(visited.page, '.table-frame'))
        expect(scrollWidth, path).toBeLessThanOrEqual(clientWidth)
      const { drawn, told } = await cellsOf(visited)
      expect(drawn).toBeGreaterThan(10)
      expect(told, path).toBe(drawn)
      await visited.close()
    }
  },
)

test.each(['', '/en'])('on a tablet the numbers of certificates in a list of awards are whole and in sight, under %s/', async (under) => {
  const visitor = await visit(browser, { baseURL: world.origin, device: 'tablet', language: under === '' ? 'zh' : 'en' })
  const { page } = visitor
  for (const order of ['', '-by-institution']) {
    await page.goto(`${under}/awards/${world.past.batch}${order}.html`)
    for (const { scrollWidth, clientWidth } of await framesOf(page, '.scroll')) expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
    const numbers = await piecesIn(page, 'table.awards td:nth-child(7)', /\S+/)
    expect(numbers).toHaveLength(world.past.awards.length)
    expect(brokenOf(numbers)).toEqual([])
    const { drawn, told } = await cellsOf(visitor)
    expect(told).toBe(drawn)
  }
  await visitor.close()
})

test('on a tablet what is done with an answer stands at the end of its line, also where the answer is a table, in which short words stay whole', async () => {
  const visit = await visitAs(browser, world.origin, world.province, { device: 'tablet' })
  const { page } = visit
  await open(visit, `/batches/${world.batch}/list/${world.waiting[0]}`)
  const remarks = page.locator('.answer > .answer-change')
  await remarks.locator('button').first().waitFor()
  await page.locator('.reader-table td').first().waitFor()
  const ends = await remarks.evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().right)))
  expect(ends.length).toBeGreaterThan(5)
  expect([...new Set(ends)]).toHaveLength(1)
  const short = await piecesIn(page, '.reader-table td > span', /^(.{1,3}|\d{4}年)$/)
  expect(short.length).toBeGreaterThan(1)
  expect(brokenOf(short)).toEqual([])
  await visit.close()
})

test('at a desk nothing that is chosen is too small to be hit, wherever the bar that saves has come to lie beside it', async () => {
  const applicant = world.universities[16] ?? world.national
  const visit = await visitAs(browser, world.origin, applicant)
  const { page } = visit
  const { form, path } = await start(world.origin, applicant, world.batch, category)
  await open(visit, `${path}/sections/${form.sections[0]?.key}`)
  expect(await page.getByRole('radio').count()).toBeGreaterThan(2)
  const furthest = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  const found: string[] = []
  for (let top = 0; top < furthest; top += 37) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top)
    found.push(...(await axeFindings(page, ['target-size'])))
  }
  expect(found).toEqual([])
  await visit.close()
})

/** What the margins leave of a sheet of A4, at 96 points to the inch. */
const paper = { width: 658, height: 971 }

test('on paper all columns of a list stand on the sheet, what a line is called has room, and its number has two lines at most', async () => {
  const visit = await visitAs(browser, world.origin, world.national, { language: 'en' })
  const { page } = visit
  await open(visit, `/batches/${world.batch}/submissions`)
  await page.locator('tbody tr').nth(4).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  const seen = await page.evaluate(() => ({
    wide: document.querySelector('.table')?.getBoundingClientRect().right ?? 0,
    names: [...document.querySelectorAll('.table tbody th')].map((name) => name.clientWidth),
  }))
  const numbers = await piecesIn(page, '.table tbody .receipt', /.+/)
  expect(seen.wide).toBeLessThanOrEqual(paper.width)
  expect(numbers).toHaveLength(seen.names.length)
  expect(Math.min(...seen.names)).toBeGreaterThan(80)
  expect(Math.max(...numbers.map(({ lines }) => lines))).toBeLessThanOrEqual(2)
  await visit.close()
})

test('on paper a list says of which batch it is, and neither a day nor a state in it is broken', async () => {
  const visit = await visitAs(browser, world.origin, world.national, { language: 'zh' })
  const { page } = visit
  await open(visit, `/batches/${world.batch}/submissions`)
  await page.locator('tbody tr').nth(4).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  expect(await page.locator('main p.print-only').evaluateAll((all) => all.filter((each) => each.checkVisibility()).length)).toBe(1)
  const days = await piecesIn(page, '.table tbody .whole', /\d+\u2060年\u2060\d+\u2060月\u2060\d+\u2060日/)
  const states = await piecesIn(page, '.table tbody .badge', /[\u4e00-\u9fff]+/)
  expect(Math.min(days.length, states.length)).toBeGreaterThan(4)
  expect(brokenOf([...days, ...states])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width)
  await visit.close()
})

test('on paper no word of a form’s own is broken in a table of the answers', async () => {
  const [, applicant = world.national] = world.universities
  const visit = await visitAs(browser, world.origin, applicant, { language: 'en' })
  const { page } = visit
  await open(visit, `/batches/${world.batch}/submissions/${world.waiting[0]}/versions/1`)
  await page.locator('.reader-table td').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  const words = await piecesIn(page, '.reader-table th, .reader-table td > span:not([translate="no"])', /[A-Za-z]+/)
  expect(words.length).toBeGreaterThan(10)
  expect(brokenOf(words)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width)
  await visit.close()
})

test.each(['zh', 'en'] as const)(
  'the foot of the application says of who runs the site what that of the public pages says, in %s',
  async (language) => {
    const visit = await visitAs(browser, world.origin, world.national, { language })
    const { page } = visit
    const foot = async () => (await page.locator('footer').innerText()).split('\n').map((line) => line.trim())
    const filings = () =>
      page
        .locator('footer a[href*="beian"]')
        .evaluateAll((links) => links.map((link) => [(link as HTMLAnchorElement).href, link.textContent]))
    await page.goto(language === 'zh' ? '/' : '/en/')
    const [host = ''] = await foot()
    expect(host).toMatch(language === 'zh' ? /^主办单位：./ : /^Host: ./)
    const known = await filings()
    expect(known).toHaveLength(2)
    await open(visit, '')
    expect(await foot()).toContain(host)
    expect((await filings()).map(([at, text]) => [at, text?.trim()])).toEqual(known)
    await visit.close()
  },
)

test('large letters stay: when a page is loaded again, on the next one, and from the application to the public pages and back', async () => {
  const visit = await visitAs(browser, world.origin, world.national)
  const { page } = visit
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const button = page.getByRole('button', { name: '大字版' })
  await open(visit, '')
  const small = await size()
  await button.click()
  await expect.poll(size).toBe('20px')
  expect(await button.getAttribute('aria-pressed')).toBe('true')
  await page.reload()
  await page.getByRole('link', { name: '批次' }).first().click()
  await page.getByRole('heading', { name: '批次', level: 1 }).waitFor()
  expect([await size(), await button.getAttribute('aria-pressed')]).toEqual(['20px', 'true'])
  await page.goto('/')
  await expect.poll(size).toBe('20px')
  await button.click()
  await expect.poll(size).toBe(small)
  await page.reload()
  expect([await size(), await button.getAttribute('aria-pressed')]).toEqual([small, 'false'])
  await button.click()
  await page.goto('/notices.html')
  await expect.poll(size).toBe('20px')
  await button.click()
  await open(visit, '')
  expect([await size(), await button.getAttribute('aria-pressed')]).toEqual([small, 'false'])
  await visit.close()
})
