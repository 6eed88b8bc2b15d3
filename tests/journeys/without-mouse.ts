import type { BrowserContext, Locator, Page } from 'playwright-core'

/** The people who have no mouse; what they press in a test goes by keys. */
const deskbound = new WeakSet<BrowserContext>()
let hands: Pick<Locator, 'click' | 'dblclick' | 'setChecked'> | undefined

/**
 * Takes the mouse away from everybody in this context. `click`, `dblclick`, `check` and `uncheck` of their pages then do what a person at a keyboard does: Tab from
 * the control before, arrows within a menu, a list or a set of tabs, then Enter, or Space for a box; and they fail where the keyboard does not lead to the place.
 * That the place is also seen, still, enabled and under nothing else is looked at before, as for a mouse.
 */
export function withoutMouse(context: BrowserContext, page: Page): void {
  deskbound.add(context)
  if (hands) return
  const all = Object.getPrototypeOf(page.locator('html')) as Locator
  const { click, dblclick, setChecked, check, uncheck } = all
  hands = { click, dblclick, setChecked }
  const hasMouse = (place: Locator) => !deskbound.has(place.page().context())
  Object.assign(all, {
    async click(this: Locator, options: Parameters<Locator['click']>[0] = {}) {
      if (hasMouse(this) || options.trial || options.position || options.modifiers) return click.call(this, options)
      await press(this, 1, options.timeout)
    },
    async dblclick(this: Locator, options: Parameters<Locator['dblclick']>[0] = {}) {
      if (hasMouse(this)) return dblclick.call(this, options)
      await press(this, 2, options.timeout)
    },
    async setChecked(this: Locator, checked: boolean, options: Parameters<Locator['setChecked']>[1] = {}) {
      // The library's own asks `check` and `uncheck`, which are these here.
      if (hasMouse(this)) return (checked ? check : uncheck).call(this, options)
      if ((await this.isChecked(options)) !== checked) await press(this, 1, options.timeout)
      if ((await this.isChecked()) !== checked) throw new Error(`${this} did not become ${checked ? 'ticked' : 'free'} by keys`)
    },
    check(this: Locator, options: Parameters<Locator['check']>[0] = {}) {
      return this.setChecked(true, options)
    },
    uncheck(this: Locator, options: Parameters<Locator['uncheck']>[0] = {}) {
      return this.setChecked(false, options)
    },
  })
}

/** Goes to a place by keys and presses there as often as asked, as fast as a hand that presses twice. */
async function press(place: Locator, times: number, timeout: number | undefined): Promise<void> {
  await hands?.click.call(place, { trial: true, ...(timeout === undefined ? {} : { timeout }) })
  const page = place.page()
  const { key } = await reach(place)
  for (let pressed = 0; key && pressed < times; pressed++) await page.keyboard.press(key)
}

/** The ways by keys from where one may come to where one wants to be. */
const ways = ['Tab', 'Shift+Tab'] as const

/** Moves the focus to a place by keys alone; says with which key it is pressed there, none for what is written into. */
async function reach(place: Locator): Promise<Stands> {
  const page = place.page()
  const why: string[] = []
  for (const way of ways) {
    const stands = await place.evaluate(comeFrom, way)
    if (stands.reached) return stands
    if (stands.roves) return rove(place)
    if (stands.from === undefined) {
      why.push(`${way}: ${stands.why}`)
      continue
    }
    await page.keyboard.press(way)
    const there = await place.evaluate(comeFrom, undefined)
    if (there.reached) return there
    if (there.roves) return rove(place)
    why.push(`${way} from ${stands.from} goes to ${there.now}`)
  }
  throw new Error(`no way by keys to ${place}: ${why.join('; ')}`)
}

/** Within a menu, a list, tabs or a board: from whichever of them has the focus, by the arrow that points to the place. */
async function rove(place: Locator): Promise<Stands> {
  const page = place.page()
  for (let pressed = 0; pressed < 80; pressed++) {
    const now = await place.evaluate(comeFrom, undefined)
    if (now.reached) return now
    await page.keyboard.press(await place.evaluate(arrowTo))
  }
  throw new Error(`no way by arrows to ${place}`)
}

/** Runs in the page: the arrow that leads from where one is within a set towards the place. */
function arrowTo(element: Element): string {
  const { activeElement } = document
  const chosen = activeElement?.getAttribute('aria-activedescendant')
  const from = (chosen ? document.getElementById(chosen) : activeElement)?.getBoundingClientRect()
  const to = element.getBoundingClientRect()
  if (!from || from.bottom <= to.top + 1) return 'ArrowDown'
  if (to.bottom <= from.top + 1) return 'ArrowUp'
  return from.left < to.left ? 'ArrowRight' : 'ArrowLeft'
}

/** `key`: what is pressed there. */
type Stands = { reached: boolean; roves: boolean; key?: string; from?: string; now: string; why?: string }

/** Runs in the page: whether the focus is at the place; if not and a way is named, puts it on the control from which that way leads there. */
function comeFrom(element: Element, way: 'Tab' | 'Shift+Tab' | undefined): Stands {
  const controls = 'a[href], button, summary, input, select, textarea, iframe, video, audio, [tabindex], [contenteditable=true]'
  const label = element.closest('label')
  const wanted = (element.closest(controls) ?? label?.control ?? element.querySelector(controls)) as HTMLElement | null
  const name = (one: Element | null) =>
    one
      ? `${one.localName} “${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30) || one.id || one.className}”`
      : 'nothing'
  const { activeElement } = document
  const now = name(activeElement)
  if (!wanted) return { reached: false, roves: false, now, why: 'only a mouse reaches it' }
  const written = wanted.matches(
    'select, textarea, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file])',
  )
  const key = written ? {} : { key: wanted.matches('[type=checkbox], [type=radio], [role=checkbox], [role=switch]') ? 'Space' : 'Enter' }
  const chosen = activeElement?.getAttribute('aria-activedescendant')
  if (wanted === activeElement || (chosen && wanted.id === chosen)) return { reached: true, roves: false, now, ...key }
  const set = wanted.closest('[role=menu], [role=listbox], [role=tablist], [role=radiogroup], [role=grid]')
  const group = (one: Element | null) => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined)
  const ofSet = (one: Element | null) =>
    one !== null &&
    ((group(wanted) !== undefined && group(one) === group(wanted)) ||
      (set !== null &&
        wanted.tabIndex < 0 &&
        ((set.contains(one) && one.hasAttribute('tabindex')) || one.getAttribute('aria-controls') === set.id)))
  if (ofSet(activeElement)) return { reached: false, roves: true, now }
  if (way === undefined) return { reached: false, roves: false, now }
  // Of a set one member takes Tab, whichever was last at work: from there on it goes by arrows.
  const entry = (set !== null && wanted.tabIndex < 0 && set.querySelector<HTMLElement>('[tabindex="0"]')) || wanted
  const within = wanted.closest('[role=dialog], [role=alertdialog]') ?? document.body
  const stops = [...within.querySelectorAll<HTMLElement>(controls)]
  const takesTab = (one: HTMLElement) =>
    one.tabIndex >= 0 &&
    !one.matches(':disabled, [inert] *') &&
    !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked) &&
    one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
  const at = stops.indexOf(entry)
  const from = way === 'Tab' ? stops.slice(0, Math.max(0, at)).findLast(takesTab) : stops.slice(at + 1).find(takesTab)
  if (!from) return { reached: false, roves: false, now, why: 'nothing stands before it on this way' }
  from.focus()
  return { reached: false, roves: ofSet(from), now, from: name(from) }
}
