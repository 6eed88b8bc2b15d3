import type { Browser, Page } from 'playwright-core'
import { type Device, quiet, type Visit, visit } from './browser.ts'
import { type Person, sessionCookie } from './people.ts'

/** One person of the world at a device, signed in. */
export async function visitAs(
  browser: Browser,
  origin: string,
  person: Pick<Person, 'token'>,
  options: { device?: Device; language?: 'zh' | 'en' } = {},
): Promise<Visit> {
  const visited = await visit(browser, { baseURL: origin, ...options })
  await visited.context.addCookies([
    { name: sessionCookie, value: person.token, url: origin.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' },
  ])
  return visited
}

/** Opens a page of the application by its address, and waits until it has been drawn. */
export async function open({ page }: Pick<Visit, 'page'>, path: string): Promise<void> {
  await page.goto(`/app${path}`)
  await page.locator('main h1').first().waitFor()
  await quiet(page)
}

/** Listens to what a page asks the interface for: what of it more than once since it was begun `anew`. */
export function listenToAsking(page: Page, origin: string): { anew: () => void; twice: () => string[] } {
  const asked: string[] = []
  page.on('request', (request) => request.method() === 'GET' && request.url().includes('/api/') && asked.push(request.url()))
  return {
    anew: () => {
      asked.length = 0
    },
    twice: () => asked.filter((url, at) => asked.indexOf(url) !== at).map((url) => url.replace(origin, '')),
  }
}

/** Milliseconds after which a browser has told of what a look at the page before has moved. */
const told = 100
/** What has moved is counted anew. */
export async function countAnew(page: Page): Promise<void> {
  await page.waitForTimeout(told)
  await page.evaluate(() => {
    ;(window as unknown as { shifts: unknown[] }).shifts.length = 0
  })
}

/** Goes to a page as a link within the application does. */
export async function goWithin(page: Page, address: string): Promise<void> {
  await countAnew(page)
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, address)
}
