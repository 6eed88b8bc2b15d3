import type { BrowserContext, Page } from 'playwright-core'

/**
 * To make a place in a browser, to fetch and compile the scripts there for the first time and to bring axe takes longer than most visits: so the seats of visits
 * that have ended are kept, without anything of the visit in them, for the next who sits at such a device.
 *
 * A seat is a context with its one page, and the origin that its visits go to; its kind is what cannot be changed about it.
 */
export type Seat = { kind: string; context: BrowserContext; page: Page; origin: string }

/** The seats that nobody sits at, by kind. */
const free = new Map<string, Seat[]>()
/** Seats in which something was changed that cannot be put back: they are thrown away. */
const changed = new WeakSet<BrowserContext>()

/** A free seat of a kind, if there is one. */
export const seatOf = (kind: string): Seat | undefined => free.get(kind)?.pop()

/** Sees to it that a seat in which scripts of a test were added, or the time was set, is not kept. */
export function watch({ context, page }: Seat): void {
  const change = (owner: object, ...names: string[]) => {
    for (const name of names) {
      const does = Reflect.get(owner, name) as (...given: unknown[]) => unknown
      Reflect.set(owner, name, (...given: unknown[]) => {
        changed.add(context)
        return does.apply(owner, given)
      })
    }
  }
  change(context, 'addInitScript', 'exposeFunction', 'exposeBinding')
  change(page, 'addInitScript', 'exposeFunction', 'exposeBinding')
  change(context.clock, 'install', 'setFixedTime', 'setSystemTime')
}

/** What tests listen to. */
const heard = ['request', 'requestfinished', 'requestfailed', 'response', 'console', 'pageerror', 'dialog', 'download', 'popup'] as const

/** Ends a visit: nothing of it is left to the next at this seat but what the browser has learned of the scripts, and axe. */
export async function leave(seat: Seat): Promise<void> {
  const { kind, context, page, origin } = seat
  if (changed.has(context) || page.isClosed()) return context.close()
  try {
    // Without a session first: what a page sends as it is left must not arrive in the name of the visit that is over.
    await context.clearCookies()
    for (const event of heard) page.removeAllListeners(event)
    await Promise.all(context.pages().map((each) => each !== page && each.close()))
    await Promise.all([page.unrouteAll({ behavior: 'ignoreErrors' }), context.unrouteAll({ behavior: 'ignoreErrors' })])
    await Promise.all([context.setOffline(false), context.clearPermissions(), page.emulateMedia({ media: null, colorScheme: null })])
    // A page of the same origin, so that the process stays that has compiled the scripts.
    await page.goto(`${origin}/robots.txt`)
    await page.evaluate(() => {
      const { axe } = sessionStorage
      sessionStorage.clear()
      if (axe) sessionStorage.axe = axe
    })
    const tools = await context.newCDPSession(page)
    await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage,service_workers' })
    await tools.send('Network.clearBrowserCache')
    await tools.send('Page.resetNavigationHistory')
    await tools.detach()
    // An answer that was on its way may have brought one again.
    await context.clearCookies()
  } catch {
    return context.close()
  }
  free.set(kind, [...(free.get(kind) ?? []), seat])
}
