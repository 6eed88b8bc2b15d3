import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linkIn } from '../../infra/local/play/person.ts'
import type { Language } from '../../shared/text.ts'
import { t as shell } from '../../web/src/i18n/shell.ts'
import { axeFindings } from './axe.ts'
import {
  brokenDates,
  devices,
  endVisits,
  layoutShifts,
  mouseOnly,
  otherLooks,
  overflowing,
  quiet,
  resize,
  squeezed,
  theBrowser,
  untranslated,
  type Visit,
  visit,
} from './browser.ts'
import { looksAtOpened, opensIn } from './opens.ts'
import { addressOf, everybody, knownIn, peopleIn, placesIn, type Who } from './places.ts'
import { elsewhere, publicKinds, routed } from './routed.ts'
import { shots } from './shot-list.ts'
import { countAnew, goWithin, listenToAsking, open, visitAs } from './visits.ts'

/**
 * Every page of the application, as everybody who works with it sees it, in both languages: opened by its address on a phone in Chinese, come to from the page
 * before at a desk in English, and made wider or narrower from there. The pages are those the router has; a new one without a place here fails the first test.
 */
const world = inject('world')
const people = peopleIn(world)
const places = placesIn(world)
const opens = opensIn(world)
let known: Record<string, string> = {}

let browser: Browser
beforeAll(async () => {
  browser = await theBrowser()
  known = await knownIn(world)
})
afterAll(endVisits)

const loads = { zh: 'phone', en: 'desktop' } as const satisfies Record<Language, keyof typeof devices>
const widths = { zh: ['phone', 'tablet', 'desktop'], en: ['desktop', 'tablet', 'phone'] } as const

/** Looks at a page as it stands: in three widths, in the dark, in large letters, on paper. */
async function looks(
  { page, complaints }: Visit,
  language: Language,
  note: (lines: readonly string[], what: string) => void,
): Promise<void> {
  const device = loads[language]
  note(await untranslated(page, language), 'untranslated')
  for (const width of widths[language]) {
    if (width !== device) await resize(page, width)
    note(await overflowing(page), width)
    note(await squeezed(page), width)
    note(await brokenDates(page), `${width}: a date in two lines`)
    note(await axeFindings(page), `${width}: axe`)
    if (width !== device) continue
    note(await layoutShifts(page), 'while it opens')
    note(await mouseOnly(page), 'only for a mouse')
    note(await otherLooks(page), width)
  }
  await page.setViewportSize(devices[device].viewport)
  note(complaints.splice(0), 'console')
}

/** Looks at all pages of somebody in a language; every line says where and what. */
async function round(who: Who, language: Language): Promise<string[]> {
  const device = loads[language]
  const visited: Visit =
    who === 'nobody'
      ? await visit(browser, { baseURL: world.origin, device, language })
      : await visitAs(browser, world.origin, people[who], { device, language })
  const { page, complaints } = visited
  const found: string[] = []
  const asking = listenToAsking(page, world.origin)
  for (const [path, entries] of Object.entries(places))
    for (const [place, { params }] of entries.filter(({ by }) => by.includes(who)).entries()) {
      const address = addressOf(path, params, known)
      const note = (lines: readonly string[], what: string) =>
        found.push(...lines.map((line) => `${who}, ${language}, ${path}: ${what}: ${line}`))
      const before = await page.evaluate(() => history.length)
      asking.anew()
      if (language === 'zh' || !page.url().includes('/app')) await page.goto(address)
      else await goWithin(page, address)
      await page.locator('main h1').first().waitFor()
      await quiet(page)
      note(asking.twice(), 'asked for more than once')
      if (!page.url().endsWith(address)) note([page.url()], 'went on by itself to')
      if ((await page.evaluate(() => history.length)) > before + 1) note(['Back does not lead out of it'], 'history')
      await looks(visited, language, note)
      if (place > 0) continue
      for (const each of (opens[path] ?? []).filter(({ by }) => by === who))
        note(await looksAtOpened(visited, language, widths[language], each), each.what)
      await page.evaluate(() => scrollTo(0, 0))
      note(complaints.splice(0), 'console')
    }
  await visited.close()
  return found
}

describe('every page', () => {
  test('has a place in the round', () => {
    expect(routed()).toEqual([...Object.keys(places), ...elsewhere].sort())
  })

  test('opens what the list says for somebody who comes there', () => {
    const nobody = Object.entries(opens).flatMap(([path, all]) =>
      all.filter(({ by }) => !places[path]?.some((place) => place.by.includes(by))).map(({ what }) => `${path}: ${what}`),
    )
    expect(nobody).toEqual([])
  })

  test('has its picture among those that are taken, and so has every kind of public page', () => {
    const routes = [...new Set(shots.flatMap(({ route }) => (route === undefined ? [] : [route])))].sort()
    expect(routes).toEqual(routed().filter((route) => !elsewhere.includes(route)))
    const kinds = [...new Set(shots.flatMap(({ site }) => (site === undefined ? [] : [site])))].sort()
    expect(kinds).toEqual(publicKinds())
  })

  test.each(everybody)(
    'as %s sees it fits three widths, speaks both languages, reads in the dark, in large letters and on paper, asks for everything once, keeps still while it opens, and Back leaves it',
    async (who) => {
      expect((await Promise.all([round(who, 'zh'), round(who, 'en')])).flat()).toEqual([])
    },
  )
})

describe('what lies behind a link', () => {
  test.each(['zh', 'en'] as const)(
    'fits three widths and reads in the dark for an approver who takes a second look, in %s',
    async (language) => {
      const { token } = await linkIn(world.origin, world.past.approver, '/r')
      const visited = await visit(browser, { baseURL: world.origin, device: loads[language], language })
      const { page } = visited
      const found: string[] = []
      const note = (lines: readonly string[], what: string) => found.push(...lines.map((line) => `${language}: ${what}: ${line}`))
      await page.goto(`/r#t=${token}`)
      await page.getByRole('button', { name: language === 'zh' ? '进入' : 'Enter', exact: true }).waitFor()
      await quiet(page)
      await looks(visited, language, note)
      await countAnew(page)
      await page.getByRole('button', { name: language === 'zh' ? '进入' : 'Enter', exact: true }).click()
      await page.getByText(language === 'zh' ? '已批准，谢谢您！' : 'Approved. Thank you').waitFor()
      await quiet(page)
      await looks(visited, language, note)
      await visited.close()
      expect(found).toEqual([])
    },
  )
})

describe('a page that cannot be shown', () => {
  test.each(['zh', 'en'] as const)(
    'says why, without asking to reload what is not there, and opens by itself once the network is back, in %s',
    async (language) => {
      const said = shell.catalogue[language]
      const visited = await visitAs(browser, world.origin, world.province, { device: loads[language], language })
      const { page, context } = visited
      await open(visited, '')
      const cannot = page.getByRole('heading', { name: said.errorTitle })
      for (const away of ['/app/batches/01J00000000000000000000000', '/app/experts?cut-off']) {
        const offline = away.includes('cut-off')
        await context.setOffline(offline)
        await goWithin(page, away)
        await cannot.waitFor()
        expect(await page.getByText(said.errorOffline).count()).toBe(offline ? 1 : 0)
        expect(await page.getByRole('button', { name: said.errorReload }).count()).toBe(0)
        expect([await untranslated(page, language), await overflowing(page), await axeFindings(page)]).toEqual([[], [], []])
      }
      await context.setOffline(false)
      await cannot.waitFor({ state: 'hidden' })
      await page.locator('main h1').waitFor()
      await visited.close()
    },
  )
})
