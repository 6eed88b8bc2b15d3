import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { linkIn } from '../../infra/local/play/person.ts'
import type { Language } from '../../shared/text.ts'
import {
  axeFindings,
  devices,
  launch,
  layoutShifts,
  mouseOnly,
  otherLooks,
  overflowing,
  quiet,
  untranslated,
  type Visit,
  visit,
} from './browser.ts'
import { ask, type Person } from './people.ts'
import { elsewhere, publicKinds, routed } from './routed.ts'
import { shots } from './shot-list.ts'
import { visitAs } from './visits.ts'
import { category } from './world.ts'

/**
 * Every page of the application, as everybody who works with it sees it, in both languages: opened by its address on a phone in Chinese, come to from the page
 * before at a desk in English, and made wider or narrower from there. The pages are those the router has; a new one without a place here fails the first test.
 */
const world = inject('world')
const [, applicant = world.national] = world.universities
const awardee = world.universities[10] ?? world.national
const [waiting = ''] = world.waiting

const people = {
  national: world.national,
  province: world.province,
  ministry: world.ministry,
  university: applicant,
  awardee,
  college: world.college,
} satisfies Record<string, Person>
type Who = keyof typeof people | 'nobody'
const everybody = [...Object.keys(people), 'nobody'] as Who[]
const offices: Who[] = ['national', 'province', 'ministry']
const members: Who[] = [...offices, 'university', 'awardee', 'college']

/** Where a page is seen: who goes there, and what stands for the parts of its address. */
type Place = { by: readonly Who[]; params?: Record<string, string> }
const running = { batch: world.batch }
const over = { batch: world.past.batch }
const one = { ...running, submission: waiting }
const places: Record<string, readonly Place[]> = {
  '/': [{ by: members }],
  '/sign-in': [{ by: ['nobody'] }],
  '/invitation': [{ by: ['nobody'] }],
  '*missing': [{ by: ['college'], params: { missing: '/no-such-page' } }],
  '/account': [{ by: ['university'] }],
  '/awards': [{ by: ['awardee'] }],
  '/awards/:award': [{ by: ['awardee', 'national'], params: { award: world.past.post.award } }],
  '/batches': [{ by: ['national', 'province', 'university'] }],
  '/batches/new': [{ by: ['national', 'university'] }],
  '/batches/:batch': [
    { by: ['national', 'province', 'university'], params: running },
    { by: ['national'], params: over },
  ],
  '/batches/:batch/apply': [{ by: ['university'], params: running }],
  '/batches/:batch/awards': [{ by: ['national'], params: over }],
  '/batches/:batch/board': [{ by: ['national'], params: over }],
  '/batches/:batch/completeness': [{ by: ['national'], params: running }],
  '/batches/:batch/decisions': [{ by: ['national'], params: over }],
  '/batches/:batch/list': [{ by: ['province', 'ministry', 'university'], params: running }],
  '/batches/:batch/list/:submission': [{ by: ['province'], params: one }],
  '/batches/:batch/live': [{ by: ['national'], params: running }],
  '/batches/:batch/notice': [{ by: ['national'], params: over }],
  '/batches/:batch/ordered/:key': [{ by: ['province'], params: { ...running, key: category } }],
  '/batches/:batch/preview': [{ by: ['national'], params: running }],
  '/batches/:batch/quotas': [{ by: ['national'], params: running }],
  '/batches/:batch/record': [{ by: ['national'], params: over }],
  '/batches/:batch/review': [{ by: ['national'], params: over }],
  '/batches/:batch/setup': [{ by: ['national'], params: { batch: 'draft' } }],
  '/batches/:batch/standing': [{ by: ['province'], params: running }],
  '/batches/:batch/submissions': [{ by: ['national'], params: running }],
  '/batches/:batch/submissions/:submission': [{ by: ['university'], params: one }],
  '/batches/:batch/submissions/:submission/check': [{ by: ['university'], params: one }],
  '/batches/:batch/submissions/:submission/receipt': [{ by: ['university'], params: one }],
  '/batches/:batch/submissions/:submission/reviews': [{ by: ['national'], params: { ...over, submission: 'judged' } }],
  '/batches/:batch/submissions/:submission/sections/:section': [{ by: ['university'], params: { ...one, section: 'section' } }],
  '/batches/:batch/submissions/:submission/versions/:number': [{ by: ['university'], params: { ...one, number: '1' } }],
  '/batches/:batch/units/:organisation/ordered/:key': [
    { by: ['national'], params: { ...running, organisation: world.province.unit.id, key: category } },
  ],
  '/experts': [{ by: ['national'] }],
  '/people': [{ by: ['national', 'university'] }],
  '/recommending': [{ by: ['province', 'university'] }],
  '/submissions': [{ by: ['university', 'college'] }],
  '/units': [{ by: ['national', 'province', 'university'] }],
  '/units/:unit': [{ by: ['province'], params: { unit: applicant.unit.id } }],
  '/units/import/:of': [{ by: ['province'], params: { of: 'accounts' } }],
}
/** What stands for the parts of an address that only the running world knows. */
const known: Record<string, string> = {}
const addressOf = (path: string, params: Record<string, string> = {}) =>
  path.replace(/[:*](\w+)/g, (_, name: string) => known[params[name] ?? ''] ?? params[name] ?? `:${name}`)
/** The people, units and titles of the journeys’ world. */
const own = [/演示/, /^SR-/]

let browser: Browser
beforeAll(async () => {
  browser = await launch()
  const asked = async (who: Person, path: string, body?: unknown) => (await ask(world.origin, who, path, { body })).body
  const draft = await asked(world.national, '/batches', { template: 'jingpin-2024', title: '演示·尚未开启的批次' })
  const form = (await asked(applicant, `/batches/${world.batch}/submissions/${waiting}/form`)) as { sections: { key: string }[] }
  const judged = (await asked(world.national, `/batches/${world.past.batch}/submissions?limit=1`)) as { rows: { id: string }[] }
  Object.assign(known, { draft: String(draft.id), section: form.sections[0]?.key, judged: judged.rows[0]?.id })
})
afterAll(() => browser.close())

const loads = { zh: 'phone', en: 'desktop' } as const satisfies Record<Language, keyof typeof devices>
const widths = { zh: ['phone', 'tablet', 'desktop'], en: ['desktop', 'tablet', 'phone'] } as const

/** Milliseconds after which a browser has told of what a look at the page before has moved. */
const told = 100
/** What has moved is counted anew. */
async function countAnew(page: Page): Promise<void> {
  await page.waitForTimeout(told)
  await page.evaluate(() => {
    ;(window as unknown as { shifts: unknown[] }).shifts.length = 0
  })
}

/** Goes to a page as a link within the application does. */
async function goWithin(page: Page, address: string): Promise<void> {
  await countAnew(page)
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
}

/** Makes the window narrower or wider, and waits until what follows its size has been drawn. */
async function resize(page: Page, width: keyof typeof devices): Promise<void> {
  await page.setViewportSize(devices[width].viewport)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Looks at a page as it stands: in three widths, in the dark, in large letters, on paper. */
async function looks(
  { page, complaints }: Visit,
  language: Language,
  note: (lines: readonly string[], what: string) => void,
): Promise<void> {
  const device = loads[language]
  note(await untranslated(page, language, own), 'untranslated')
  for (const width of widths[language]) {
    if (width !== device) await resize(page, width)
    note(await overflowing(page), width)
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
  const { page } = visited
  page.setDefaultTimeout(60_000)
  const found: string[] = []
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'GET' && request.url().includes('/api/') && asked.push(request.url()))
  for (const [path, entries] of Object.entries(places))
    for (const { params } of entries.filter(({ by }) => by.includes(who))) {
      const address = `/app${addressOf(path, params)}`.replace(/\/$/, '')
      const note = (lines: readonly string[], what: string) =>
        found.push(...lines.map((line) => `${who}, ${language}, ${path}: ${what}: ${line}`))
      const before = await page.evaluate(() => history.length)
      asked.length = 0
      if (language === 'zh' || !page.url().includes('/app')) await page.goto(address)
      else await goWithin(page, address)
      await page.locator('main h1').first().waitFor()
      await quiet(page)
      note(
        asked.filter((url, at) => asked.indexOf(url) !== at).map((url) => url.replace(world.origin, '')),
        'asked for more than once',
      )
      if (!page.url().endsWith(address)) note([page.url()], 'went on by itself to')
      if ((await page.evaluate(() => history.length)) > before + 1) note(['Back does not lead out of it'], 'history')
      await looks(visited, language, note)
    }
  await visited.close()
  return found
}

describe('every page', () => {
  test('has a place in the round', () => {
    expect(routed()).toEqual([...Object.keys(places), ...elsewhere].sort())
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
    300_000,
  )
})

describe('what lies behind a link', () => {
  test.each(['zh', 'en'] as const)(
    'fits three widths and reads in the dark for an approver who takes a second look, in %s',
    async (language) => {
      const { token } = await linkIn(world.origin, world.past.approver, '/r')
      const visited = await visit(browser, { baseURL: world.origin, device: loads[language], language })
      const { page } = visited
      page.setDefaultTimeout(60_000)
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
