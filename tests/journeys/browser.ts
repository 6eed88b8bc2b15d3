import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Language } from '../../shared/text.ts'
import { axeFindings } from './axe.ts'
import { patience } from './patience.ts'
import { leave, type Seat, seatOf, watch } from './seats.ts'
import { withoutMouse } from './without-mouse.ts'

const from = createRequire(import.meta.url)
const output = fileURLToPath(new URL('../output/', import.meta.url))

/** The three widths every page must fit; the phone is touched, not clicked. */
export const devices = {
  phone: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 768, height: 1024 } },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const
export type Device = keyof typeof devices

/** Where the browser that npm brings stands, unpacked the first time it is asked for. */
export const executable = (): Promise<string> => sparticuz.executablePath()

/**
 * A browser that needs no download: the one npm brings, with a font that has Chinese. `measured` is one as people have it; in others scripts are not optimised
 * while they run, which for pages that stay open for a second takes longer than it saves.
 */
export async function launch({ measured = false } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    // The list is made for a function without a sandbox; the one-process mode in it breaks several contexts at once, and a graphics card made of software
    // takes longer than painting without one.
    args: [
      ...sparticuz.args.filter((argument) => !/^--(single-process|headless|no-zygote|.*(gpu|gl=|angle=|swiftshader))/.test(argument)),
      '--disable-gpu',
      ...(measured ? [] : ['--js-flags=--no-opt --no-maglev']),
    ],
    env: { ...environment(), FONTCONFIG_FILE: fontConfiguration() },
  })
}

/** The browser of all journeys, which are one process: it stays while that runs. */
let started: Promise<Browser> | undefined
export async function theBrowser(): Promise<Browser> {
  if (!(await started)?.isConnected()) started = launch()
  return started as Promise<Browser>
}

const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Tells the browser of the font that the documents are made with, without installing it. */
function fontConfiguration(): string {
  const fonts = dirname(from.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const file = join(output, 'fonts', 'fonts.conf')
  const folders = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>${folders.join('')}<cachedir>${join(output, 'fonts', 'cache')}</cachedir></fontconfig>`,
  )
  return file
}

export type Visit = {
  context: BrowserContext
  page: Page
  /** What the console and the page complained of so far, refused resources included. Empty it where a complaint is meant. */
  complaints: string[]
  close: () => Promise<void>
}

/** The visits that have not ended. */
const visits = new Set<Visit>()
/** Ends all visits that are open; for the end of a file. */
export const endVisits = async () => void (await Promise.all([...visits].map((each) => each.close())))

/** Where somebody sits, and what cannot be changed there any more. */
type Sits = { baseURL: string; device: Device; language: Language; colorScheme: 'light' | 'dark' }

/** One person at one device, in one language, with a fresh cookie jar. Who sits at a desk has no mouse. */
export async function visit(
  browser: Browser,
  { baseURL, device = 'desktop', language = 'zh', colorScheme = 'light' }: Pick<Sits, 'baseURL'> & Partial<Sits>,
): Promise<Visit> {
  const sits = { baseURL, device, language, colorScheme }
  const kept = browser === (await started)
  const seat = (kept && seatOf(JSON.stringify(sits))) || (await newSeat(browser, sits))
  const { context, page } = seat
  page.setDefaultTimeout(patience)
  await page.setViewportSize(devices[device].viewport)
  underWay.set(page, countRequests(page))
  const visited: Visit = {
    context,
    page,
    complaints: complaintsOf(page),
    close: () => {
      if (!visits.delete(visited)) return Promise.resolve()
      return kept ? leave(seat) : context.close()
    },
  }
  visits.add(visited)
  return visited
}

async function newSeat(browser: Browser, sits: Sits): Promise<Seat> {
  const { baseURL, device, language, colorScheme } = sits
  const context = await browser.newContext({
    ...devices[device],
    baseURL,
    colorScheme,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  await context.addInitScript((chosen) => {
    // A sandboxed frame, as around the preview of a mail, has no storage and no language of its own.
    if (window === window.top && !localStorage.getItem('shuren.language')) localStorage.setItem('shuren.language', chosen)
  }, language)
  await context.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node | null }[] }
    const shifts: { value: number; what: string }[] = []
    Object.assign(window, { shifts })
    const named = (node: Node | null | undefined) =>
      node instanceof Element ? `${node.localName}.${node.className}` : (node?.nodeName ?? 'gone')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[])
        if (!entry.hadRecentInput) shifts.push({ value: entry.value, what: entry.sources.map(({ node }) => named(node)).join(', ') })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const page = await context.newPage()
  holdOn(page)
  if (device === 'desktop') withoutMouse(context, page)
  const seat = { kind: JSON.stringify(sits), context, page, origin: baseURL }
  watch(seat)
  return seat
}

/**
 * Once a test has routed something, everything the page asks for goes through the test until the visit ends, also when the route itself is used up: where a
 * browser is told to stop holding requests back, some that are under way fail or get no answer, and the page waits for them for ever.
 */
function holdOn(page: Page): void {
  const route = page.route.bind(page)
  page.route = async (...given) => {
    await route('https://nothing.invalid/', (asked) => asked.fallback())
    return route(...given)
  }
}

/** How many requests of a visit's page have no answer yet. */
const underWay = new WeakMap<Page, () => number>()
function countRequests(page: Page): () => number {
  let asked = 0
  page.on('request', () => {
    asked++
  })
  const answered = () => {
    asked--
  }
  page.on('requestfinished', answered).on('requestfailed', answered)
  return () => asked
}

/** Waits until a visit's page asks for nothing any more and nothing in it keeps the place of what is to come. */
export async function quiet(page: Page): Promise<void> {
  const waiting = underWay.get(page)
  if (!waiting) throw new Error('not the page of a visit')
  await page.waitForLoadState('load')
  for (let still = 0; still < 3; ) {
    await page.waitForTimeout(40)
    still = waiting() <= 0 && (await page.locator('.skeleton').count()) === 0 ? still + 1 : 0
  }
}

/** Collects what a page complains of; for further pages of the same visit. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // A browser reports every 401, also the one that tells the page that nobody is signed in yet.
    if (message.location().url.endsWith('/api/me') && message.text().includes('401')) return
    // A preview stands in a frame that runs no scripts. That none is in it is looked at by `faults`; a browser may also say so of what tests bring into every frame.
    if (message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return
    // Vite's own client stands in pages under development only.
    if (message.location().url.endsWith('/@vite/client')) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  return complaints
}

/** Makes the window narrower or wider, and waits until what follows its size has been drawn. */
export async function resize(page: Page, width: Device): Promise<void> {
  await page.setViewportSize(devices[width].viewport)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** What only a mouse reaches: it shows a hand, and neither it nor anything around it takes the focus. */
export function mouseOnly(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const reached = 'a[href], button, label, summary, input, select, textarea, option, [tabindex], [contenteditable]'
    const hands = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.offsetParent !== null && getComputedStyle(element).cursor === 'pointer' && !element.closest(reached),
    )
    const before = [...document.querySelectorAll<HTMLElement>('[tabindex]')].filter(({ tabIndex }) => tabIndex > 0)
    return [...hands, ...before].map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })
}

/** Pixels that everything to press has at least for who chose large letters. */
export const elderTarget = 60

/**
 * In the dark every text can still be told from its ground; in large letters nothing leaves the page, and all that is pressed is large too; on paper nothing stands
 * that only a screen needs. Leaves the page as it was.
 */
export async function otherLooks(page: Page): Promise<string[]> {
  const lines: string[] = []
  await page.emulateMedia({ colorScheme: 'dark' })
  lines.push(...(await axeFindings(page, ['color-contrast'])).map((line) => `dark: ${line}`))
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  const kept = await page
    .locator('.no-print, .shell-bar, .shell-side, .button')
    .evaluateAll((all) =>
      all.filter((each) => (each as HTMLElement).offsetParent !== null).map((each) => `${each.tagName.toLowerCase()}.${each.className}`),
    )
  lines.push(...kept.map((line) => `on paper: ${line}`))
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  await page.evaluate(() => document.documentElement.toggleAttribute('data-elder', true))
  lines.push(...[...(await overflowing(page)), ...(await smallTargets(page, elderTarget))].map((line) => `large letters: ${line}`))
  await page.evaluate(() => document.documentElement.toggleAttribute('data-elder', false))
  return lines
}

/** What reaches beyond the window's sides where nothing around it scrolls, and the page itself where it is wider: each line names one. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const seen = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1) && !scrolls(element.parentElement)
    })
    const lines = seen.map(
      (element) => `${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)} > ${width}`,
    )
    if (document.documentElement.scrollWidth > width + 1) lines.push(`page ${document.documentElement.scrollWidth} > ${width}`)
    return lines
  })
}

/** A bar whose names make two lines of it, and columns of a table so narrow that the words in them stand one below the other. */
export function squeezed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = (element: HTMLElement) => element.innerText.trim()
    const bars = [...document.querySelectorAll<HTMLElement>('.shell-bar .button > span:not(.sr-only)')].filter(
      (span) => span.clientWidth > 1 && span.getBoundingClientRect().height > 1.9 * Number.parseFloat(getComputedStyle(span).fontSize),
    )
    const cells = [...document.querySelectorAll<HTMLElement>('.table tbody :is(th, td):not(.numeric, .select, .actions)')].filter(
      (cell) =>
        getComputedStyle(cell).display === 'table-cell' &&
        said(cell).length > 4 &&
        cell.clientWidth < 4.5 * Number.parseFloat(getComputedStyle(cell).fontSize),
    )
    return [
      ...bars.map((element) => `two lines in the bar: ${said(element)}`),
      ...cells.map((cell) => `a column of ${cell.clientWidth} px for “${said(cell)}”`),
    ]
  })
}

/** The most of what is seen that may move by itself while a page opens, as browsers count it: what a person set off is not in it. */
const mostShift = 0.02

/** What has moved by itself since the page was opened, when all of it together is more than may be. */
export function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const { shifts } = window as unknown as { shifts: { value: number; what: string }[] }
    const lines = shifts.map(({ value, what }) => `moved by ${value.toFixed(3)}: ${what}`)
    return shifts.reduce((sum, { value }) => sum + value, 0) > most ? lines : []
  }, mostShift)
}

/** Buttons, fields, tabs, options and what opens that are lower than so many pixels; a box to tick is as large as the label around it. Links in a sentence are words. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const found: string[] = []
    const targets =
      'button, input:not([type=hidden]), select, textarea, summary, a.button, .tab, .menu-item, [role=tab], [role=option], .shell-link, .masthead a'
    for (const element of document.querySelectorAll<HTMLElement>(targets)) {
      const target = element.matches('[type=checkbox], [type=radio]') ? (element.closest('label, td, th') ?? element) : element
      const { height, width } = target.getBoundingClientRect()
      if (width > 1 && height > 1 && height < pixels - 0.5 && getComputedStyle(element).opacity !== '0')
        found.push(
          `${target.tagName.toLowerCase()}.${target.className} “${(target.textContent ?? '').trim().slice(0, 20)}” is ${Math.round(height)} px high`,
        )
    }
    return [...new Set(found)]
  }, least)
}

/** What is called in Chinese as it is in English: formats, units, keys, and what stands for a thing in every language. */
const latin = 'PDF Excel Word WPS CSV KB MB GB RSS ICP CEL IP Ctrl Enter Esc SR English'.split(' ')

/**
 * Visible text and names in the wrong language, and placeholders left unfilled. What people or templates wrote is marked `translate="no"` or carries its own
 * `lang` and is passed over, and so is what matches `allowed`, with the Chinese around it from which no space parts it: no more of a sentence than that. A label
 * for those who hear it cannot be marked in parts: what the page shows as written by people is taken out of it, and the words around are looked at. Pictures and
 * frames that are marked are called as people called them.
 */
export function untranslated(page: Page, language: Language, allowed: RegExp[] = []): Promise<string[]> {
  return page.evaluate(
    ({ chosen, sources, known }) => {
      const chinese = '[\\p{Script=Han}\\u3001-\\u303f\\uff00-\\uffef“”·\\d]*'
      const passes = sources.map((source) => new RegExp(`${chinese}(?:${source})${chinese}`, 'gu'))
      const wrong =
        chosen === 'en'
          ? (text: string) => /[\u3400-\u9fff]/.test(text)
          : (text: string) => {
              // Addresses, names of files, numbers and codes are the same in both languages.
              const words =
                text.replace(/[\w.+-]*[@\\/_:][\w.@\\/_:+-]*|[\w-]*\.[a-z]\w*|[\w-]*\d[\w-]*/g, ' ').match(/[A-Za-z]{2,}/g) ?? []
              return words.some((word) => !known.includes(word))
            }
      const own = chosen === 'en' ? 'en' : 'zh'
      const foreign = (element: Element | null) => !(element?.closest('[lang]')?.getAttribute('lang') ?? own).startsWith(own)
      const shown = (element: Element | null) => element !== null && element.getClientRects().length > 0
      const found: string[] = []
      const look = (text: string) => {
        const ours = passes.reduce((left, pass) => left.replace(pass, ' '), text)
        if (wrong(ours) || /\{\w+\}/.test(ours)) found.push(text.trim().slice(0, 120))
      }
      const written = new Set<string>()
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const [text, element] = [walker.currentNode.nodeValue?.trim() ?? '', walker.currentNode.parentElement]
        if (text === '') continue
        if (element?.closest('[translate="no"]')) written.add(text)
        else if (shown(element) && !foreign(element)) look(text)
      }
      const longestFirst = [...written].sort((a, b) => b.length - a.length)
      const labels = ['aria-label', 'title', 'placeholder', 'alt']
      for (const element of document.querySelectorAll(labels.map((label) => `[${label}]`).join()))
        if (shown(element) && !foreign(element) && !element.matches('img[translate="no"], iframe[translate="no"]'))
          for (const label of labels)
            look(longestFirst.reduce((left, name) => left.replaceAll(name, ' '), element.getAttribute(label) ?? ''))
      return found
    },
    { chosen: language, sources: allowed.map(({ source }) => source), known: latin },
  )
}

/** Days and hours that go on in a second line. What people or templates wrote is passed over. */
export function brokenDates(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const date =
      /(\d{4}\u2060?年\u2060?)?\d{1,2}\u2060?月(\u2060?\d{1,2}\u2060?日)?|(\d{1,2}\s)?\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\s\d{4}|\d{1,2}:\d{2}/g
    const range = document.createRange()
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { 0: said, index } of (node.nodeValue ?? '').matchAll(date)) {
        if (node.parentElement?.closest('[translate="no"], option, script')) continue
        range.setStart(node, index)
        range.setEnd(node, index + said.length)
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))
        if (new Set(lines).size > 1) found.push(`${said} in “${node.nodeValue?.trim().slice(0, 60)}”`)
      }
    return found
  })
}

/** Scripts in frames that stand in the page with their text, as previews do: such a frame lets none run. */
function scriptsInFrames(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLIFrameElement>('iframe[srcdoc]')].flatMap(({ title, srcdoc }) =>
      [...new DOMParser().parseFromString(srcdoc, 'text/html').scripts].map(({ src, text }) => `“${title}”: ${src || text.slice(0, 80)}`),
    ),
  )
}

/** Whether what lies behind a dialog can be reached again once the dialog is gone: it comes back a moment after what the dialog has done is seen. */
export function dialogsAreDone(): boolean {
  const over = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=listbox], [role=menu]')]
  return !document.querySelector('#app[aria-hidden]') || over.some((each) => each.checkVisibility() && !each.hasAttribute('data-closed'))
}

/** Every check a page must pass as it stands, in one list; empty when all is well. */
export async function faults(visited: Visit, language: Language, allowed: RegExp[] = []): Promise<string[]> {
  const { page, complaints } = visited
  // What a link leads to stands there before its styles have come.
  await page.waitForLoadState('load')
  await page.waitForFunction(dialogsAreDone)
  return [
    ...complaints.map((line) => `console: ${line}`),
    ...(await axeFindings(page)).map((line) => `axe: ${line}`),
    ...(await overflowing(page)).map((line) => `overflow: ${line}`),
    ...(await untranslated(page, language, allowed)).map((line) => `untranslated: ${line}`),
    ...(await scriptsInFrames(page)).map((line) => `script in a frame: ${line}`),
  ]
}
