import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './axe.ts'
import { devices, endVisits, layoutShifts, overflowing, smallTargets, theBrowser, untranslated, type Visit, visit } from './browser.ts'
import { buildDesign, type DesignPage } from './design-build.ts'

/** Every component in all its states, with names that test a layout. */
let built: DesignPage
let browser: Browser

beforeAll(async () => {
  built = await buildDesign()
  browser = await theBrowser()
}, 120_000)
afterAll(async () => {
  await endVisits()
  await built?.close()
})

async function shown(language: 'zh' | 'en', colorScheme: 'light' | 'dark' = 'light', elder = false): Promise<Visit> {
  const visited = await visit(browser, { baseURL: built.origin, language, colorScheme })
  await visited.context.route('**/api/**', (route) => route.fulfill({ status: 401, json: { code: 'unauthenticated' } }))
  if (elder) await visited.context.addInitScript(() => localStorage.setItem('shuren.elder', 'on'))
  await visited.page.goto('/app/design')
  await visited.page.locator('main h1').first().waitFor()
  await visited.page.waitForLoadState('networkidle')
  return visited
}

/** What people of the demo are called. */
const people = [/^演示|^Demo-/]

const looks = [
  { name: 'in Chinese', language: 'zh' },
  { name: 'in English', language: 'en' },
  { name: 'in Chinese in the dark', language: 'zh', dark: true },
  { name: 'in English in elder mode', language: 'en', elder: true },
  { name: 'in Chinese in elder mode in the dark', language: 'zh', dark: true, elder: true },
] as const

/** What stands inside other components, around the whole page, or is drawn by the parts that use it. */
const within = [
  'also-said',
  'cards-bar',
  'dialog-frame',
  'field',
  'footer',
  'preferences',
  'standing',
  'table-blocks',
  'typing',
  'writing-desk',
]

/** Files of components that the page brings, directly or by what it shows. */
function brought(): Set<string> {
  const design = fileURLToPath(new URL('../../web/src/design/', import.meta.url))
  const texts = readdirSync(design).map((file) => readFileSync(`${design}${file}`, 'utf8'))
  return new Set(texts.flatMap((text) => [...text.matchAll(/from '\.\.\/ui\/([\w-]+)\.tsx'/g)].map(([, name = '']) => name)))
}

describe('every component in every state', () => {
  test('stands on the page, but for those that are parts of others', () => {
    const ui = fileURLToPath(new URL('../../web/src/ui/', import.meta.url))
    const components = readdirSync(ui).flatMap((file) => (file.endsWith('.tsx') ? [file.slice(0, -'.tsx'.length)] : []))
    const shown = brought()
    expect(components.filter((name) => !shown.has(name)).sort()).toEqual(within)
  })

  test.each(looks)('$name: fits three widths, speaks one language, and axe finds nothing', async (look) => {
    const visited = await shown(look.language, 'dark' in look ? 'dark' : 'light', 'elder' in look)
    const { page } = visited
    // Open pages are as high as the screen, with the foot at its end, while they are fetched; this one, which only developers have, is longer and pushes it away.
    const found = (await layoutShifts(page)).filter((line) => !line.endsWith(': footer.shell-foot'))
    for (const [device, { viewport }] of Object.entries(devices)) {
      await page.setViewportSize(viewport)
      found.push(...(await overflowing(page)).map((line) => `${device}: ${line}`))
      if (device === ('elder' in look ? 'phone' : 'desktop')) found.push(...(await axeFindings(page)).map((line) => `${device}: ${line}`))
      if ('elder' in look) found.push(...(await smallTargets(page, 60)).map((line) => `${device}: ${line}`))
    }
    found.push(...(await untranslated(page, look.language, people)), ...visited.complaints)
    expect(found).toEqual([])
    await visited.close()
  })
})

describe('Escape leaves a dialog from its first moment', () => {
  /** As quick as no hand is: in the very step in which the dialog comes to stand in the page, and in the one after it. */
  test.each(['at once', 'in the next step'])('that in which it is drawn, %s', async (when) => {
    const { page, close, complaints } = await shown('zh')
    await page.evaluate((later) => {
      const press = () =>
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      new MutationObserver((_, observer) => {
        if (!document.querySelector('[role=dialog]')) return
        observer.disconnect()
        Object.assign(window, { pressed: true })
        if (later) queueMicrotask(press)
        else press()
      }).observe(document.body, { childList: true, subtree: true })
    }, when !== 'at once')
    await page.getByRole('button', { name: '推荐 3 项', exact: true }).click()
    await page.waitForFunction(() => 'pressed' in window)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  })

  test('while what it is made of is still fetched: then it does not come any more', async () => {
    const { page, close, complaints } = await shown('zh')
    let bring = () => {}
    const held = new Promise<void>((resolve) => {
      bring = resolve
    })
    await page.route('**/dialog-frame-*.js', async (route) => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest('**/dialog-frame-*.js')
    await page.reload()
    await page.getByRole('button', { name: '推荐 3 项', exact: true }).click()
    await asked
    await page.keyboard.press('Escape')
    const came = page.waitForResponse('**/dialog-frame-*.js')
    bring()
    await came
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: '推荐 3 项', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  })
})
