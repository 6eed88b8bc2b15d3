import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { mailKeys } from '../../shared/mails/catalogue.ts'
import { axeFindings } from './axe.ts'
import { devices, endVisits, overflowing, theBrowser, visit } from './browser.ts'

const world = inject('world')
let browser: Browser
beforeAll(async () => {
  browser = await theBrowser()
})
afterAll(endVisits)

describe.each(['phone', 'desktop'] as const)('on a %s', (device) => {
  test('the previews of all mails are one page that fits', async () => {
    for (const query of ['', '?part=text', '?width=phone&light=dark']) {
      const { page, complaints, close } = await visit(browser, { baseURL: world.origin, device })
      await page.goto(`/mailbox/previews${query}`)
      expect(await page.locator('section').count()).toBe(mailKeys.length)
      expect(await overflowing(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    }
  })
})

test.each(['light', 'dark'])('every mail fits a phone and a desk and can be read there, in the %s', async (light) => {
  const { page, close } = await visit(browser, { baseURL: world.origin, device: 'phone' })
  const found: string[] = []
  for (const key of mailKeys) {
    await page.setViewportSize(devices.phone.viewport)
    await page.goto(`/mailbox/previews/${key}.html?light=${light}`)
    for (const device of ['phone', 'desktop'] as const) {
      await page.setViewportSize(devices[device].viewport)
      // A mail is a page of tables without landmarks or headings of its own; what matters is that it can be read.
      const findings = (await axeFindings(page)).filter((line) => !/^(region|landmark-one-main|page-has-heading-one)/.test(line))
      found.push(...[...findings, ...(await overflowing(page))].map((line) => `${key}, ${device}: ${line}`))
    }
  }
  expect(found).toEqual([])
  await close()
})
