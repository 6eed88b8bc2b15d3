import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { t } from '../../web/src/i18n/design.ts'
import { axeFindings } from './axe.ts'
import {
  devices,
  elderTarget,
  endVisits,
  layoutShifts,
  overflowing,
  smallTargets,
  theBrowser,
  untranslated,
  type Visit,
  visit,
} from './browser.ts'
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

type Said = (typeof t.catalogue)['zh' | 'en']

/** What people of the demo are called. */
const people = [/演示|Demo-\S*/]

const looks = [
  { name: 'in Chinese', language: 'zh', opens: true },
  { name: 'in English', language: 'en' },
  { name: 'in Chinese in the dark', language: 'zh', dark: true },
  { name: 'in English in elder mode', language: 'en', elder: true, opens: true },
  { name: 'in Chinese in elder mode in the dark', language: 'zh', dark: true, elder: true },
] as const

/** What opens over the page or in it: each is opened, looked at and closed again. */
const opening: Record<
  string,
  { open: (page: Page, said: Said) => Promise<void>; shows: string; close: (page: Page, said: Said) => Promise<void> }
> = {
  dialog: {
    open: (page, said) => page.getByRole('button', { name: said.ask, exact: true }).click(),
    shows: '[role=dialog]',
    close: (page) => page.keyboard.press('Escape'),
  },
  toast: {
    open: (page, said) => page.getByRole('button', { name: said.bad, exact: true }).click(),
    shows: '.toast',
    close: (page) => page.locator('.toast button').click(),
  },
  menu: {
    open: (page, said) => page.getByRole('main').getByRole('button', { name: said.more, exact: true }).click(),
    shows: '[role=menu]',
    close: (page) => page.keyboard.press('Escape'),
  },
  'list of a picker': {
    open: (page, said) => page.getByRole('combobox', { name: said.unit }).fill('演示'),
    shows: '[role=option]',
    close: (page) => page.keyboard.press('Escape'),
  },
  'choice of columns': {
    open: (page) => page.locator('.chooser > summary').click(),
    shows: '.chooser-list',
    close: (page) => page.locator('.chooser > summary').click(),
  },
  'writing desk': {
    open: (page) => page.locator('.field:not(.section-field) button[aria-haspopup=dialog]').first().click(),
    shows: '.writing-desk',
    close: (page) => page.keyboard.press('Escape'),
  },
  'two answers': {
    open: (page, said) => page.getByRole('button', { name: said.conflict, exact: true }).click(),
    shows: '[role=dialog] [role=radiogroup], [role=dialog] fieldset',
    close: async (page) => {
      const dialog = page.getByRole('dialog')
      // The last of the choices where a text may be brought together: with it comes a field more.
      for (const group of await dialog.locator('fieldset').all()) await group.getByRole('radio').last().check()
      await dialog.getByRole('button').last().click()
    },
  },
}

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
      if ('elder' in look) found.push(...(await smallTargets(page, elderTarget)).map((line) => `${device}: ${line}`))
    }
    if ('opens' in look) {
      await page.setViewportSize(devices['elder' in look ? 'phone' : 'desktop'].viewport)
      for (const [what, { open, shows, close }] of Object.entries(opening)) {
        await open(page, t.catalogue[look.language])
        const there = page.locator(shows).first()
        await there.waitFor()
        // What lies behind a dialog is not in reach; one that fills the window would make its controls too small.
        const over = (await page.getByRole('dialog').count()) > 0
        const lines = [
          ...(await axeFindings(page, undefined, over ? '[role=dialog]' : 'html')),
          ...(await overflowing(page)),
          ...(await untranslated(page, look.language, people)),
          ...('elder' in look ? await smallTargets(page, elderTarget) : []),
        ]
        found.push(...lines.map((line) => `${what}: ${line}`))
        await close(page, t.catalogue[look.language])
        await there.waitFor({ state: 'hidden' })
      }
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
