import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { devices, endVisits, theBrowser } from './browser.ts'
import { open, visitAs } from './visits.ts'

const world = inject('world')

let browser: Browser
beforeAll(async () => {
  browser = await theBrowser()
})
afterAll(endVisits)

test('in an answer read on a phone a telephone number and an address stand in one line each, and a sum does not name the unit that its column names', async () => {
  const visit = await visitAs(browser, world.origin, world.province, { device: 'phone' })
  const { page } = visit
  await open(visit, `/batches/${world.batch}/list/${world.waiting[0]}`)
  await page.locator('.reader-table td').first().waitFor()
  const broken = await page.evaluate(() => {
    const range = document.createRange()
    const found: { text: string; lines: number }[] = []
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode())
      for (const { 0: text, index } of (walker.currentNode.nodeValue ?? '').matchAll(/\d{3,4}-\d{7,8}|[\w.]+@[\w.]+/g)) {
        range.setStart(walker.currentNode, index)
        range.setEnd(walker.currentNode, index + text.length)
        found.push({ text, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size })
      }
    return found
  })
  expect(broken.length).toBeGreaterThan(1)
  expect(broken.filter(({ lines }) => lines > 1)).toEqual([])
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
  const lines = await page.locator('tbody tr').evaluateAll((rows) => {
    const range = document.createRange()
    return rows.flatMap((row) => {
      const cell = [...row.querySelectorAll('td')].find(({ textContent }) => textContent?.includes('@'))
      const walker = document.createTreeWalker(cell ?? row, NodeFilter.SHOW_TEXT)
      const parts: { text: string; lines: number }[] = []
      while (walker.nextNode()) {
        range.selectNodeContents(walker.currentNode)
        parts.push({ text: walker.currentNode.nodeValue ?? '', lines: new Set([...range.getClientRects()].map(({ top }) => top)).size })
      }
      return parts
    })
  })
  expect(lines.some(({ text }) => text.includes('@'))).toBe(true)
  expect(lines.filter((part) => part.lines > 1)).toEqual([])
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
  const seen = await page.evaluate(() => {
    const lines = (element: Element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return new Set([...range.getClientRects()].map(({ top }) => top)).size
    }
    const all = (selector: string) => [...document.querySelectorAll(`.table tbody ${selector}`)]
    return {
      wide: document.querySelector('.table')?.getBoundingClientRect().right ?? 0,
      names: all('th').map((name) => name.clientWidth),
      numbers: all('.receipt').map(lines),
    }
  })
  expect(seen.wide).toBeLessThanOrEqual(paper.width)
  expect(seen.numbers).toHaveLength(seen.names.length)
  expect(Math.min(...seen.names)).toBeGreaterThan(80)
  expect(Math.max(...seen.numbers)).toBeLessThanOrEqual(2)
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
  const words = await page.evaluate(() => {
    const range = document.createRange()
    return [...document.querySelectorAll('.reader-table th, .reader-table td > span:not([translate="no"])')].flatMap((cell) => {
      const text = cell.firstChild
      return [...(text?.nodeValue ?? '').matchAll(/[A-Za-z]+/g)].map(({ 0: word, index }) => {
        range.setStart(text as Node, index)
        range.setEnd(text as Node, index + word.length)
        return { word, lines: new Set([...range.getClientRects()].map(({ top }) => top)).size }
      })
    })
  })
  expect(words.length).toBeGreaterThan(10)
  expect(words.filter(({ lines }) => lines > 1)).toEqual([])
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
