import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mailKeys } from '../../shared/mails/catalogue.ts'
import { axeFindings, devices, launch, overflowing, visit } from './browser.ts'

const world = inject('world')
const widths = ['phone', 'desktop'] as const
let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

describe('on a phone and at a desk', () => {
  test('the previews of all mails are one page that fits', async () => {
    const { page, complaints, close } = await visit(browser, { baseURL: world.origin })
    for (const query of ['', '?part=text', '?width=phone&light=dark'])
      for (const device of widths) {
        await page.setViewportSize(devices[device].viewport)
        await page.goto(`/mailbox/previews${query}`)
        expect(await page.locator('section').count()).toBe(mailKeys.length)
        expect(await overflowing(page)).toEqual([])
        // What these checks bring into a page may not run in the frames of the mails, as nothing may.
        expect(complaints.filter((line) => !line.includes("the document's frame is sandboxed"))).toEqual([])
      }
    await close()
  })
  test.each(['light', 'dark'])('every mail fits and can be read, in the %s', async (light) => {
    const { page, close } = await visit(browser, { baseURL: world.origin })
    const found: string[] = []
    for (const key of mailKeys) {
      // Written into one page, as a reader of mails does it: what looks at it need not be brought for each of them.
      await page.setContent(await (await page.request.get(`/mailbox/previews/${key}.html?light=${light}`)).text())
      for (const device of widths) {
        await page.setViewportSize(devices[device].viewport)
        // A mail is a page of tables without landmarks or headings of its own; what matters is that it can be read.
        const findings = (await axeFindings(page)).filter((line) => !/^(region|landmark-one-main|page-has-heading-one)/.test(line))
        found.push(...[...findings, ...(await overflowing(page))].map((line) => `${key}, ${device}: ${line}`))
      }
    }
    expect(found).toEqual([])
    await close()
  })
})
