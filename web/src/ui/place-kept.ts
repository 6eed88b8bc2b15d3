/** What may have the focus. */
const takers = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** A line of a table, an entry of a list, or what says that it is one (`data-row`) and is found again by that, around what has the focus. */
type Row = { row: Element; whole: Element; rows: readonly Element[]; at: number; cell: number; nth: number }
type Place = { element: HTMLElement; name: string; within: readonly Element[]; rows: readonly Row[] }

/**
 * Keeps the place of whoever works by keys. What has the focus may be drawn anew, as the rows of a list are after an act, or go, while a dialog lies over it or
 * not; the browser then leaves the focus with nobody, and who goes on with Tab begins at the top. As soon as no dialog lies over it, the same control has the
 * focus again; if it is gone, the same one in the next row; else what it stood in. Who leaves the focus themselves, by a press beside everything, is not brought back.
 */
function keepPlaces(): void {
  /** The last place on the page, and in each dialog. */
  const kept = new Map<Element | null, Place>()
  const layerOf = (element: Element) => element.closest('[role=dialog]')
  const nobodyHas = () => !document.activeElement || document.activeElement === document.body
  const keep = (element: EventTarget | null) => {
    if (element instanceof HTMLElement) kept.set(layerOf(element), placeOf(element))
  }
  if (!nobodyHas()) keep(document.activeElement)
  document.addEventListener('focusin', ({ target }) => keep(target))
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget) return
    // What is being taken out of the page loses the focus as well; only afterwards it is seen which of the two it was.
    setTimeout(() => {
      if (target instanceof Element && target.isConnected && nobodyHas()) kept.delete(layerOf(target))
    })
  })
  new MutationObserver(() => {
    if (!nobodyHas()) return
    for (const layer of kept.keys()) if (layer && !layer.isConnected) kept.delete(layer)
    const place = kept.get([...document.querySelectorAll('[role=dialog]')].at(-1) ?? null)
    if (place) for (const each of candidates(place)) if (each && takes(each)) return
  }).observe(document.body, { childList: true, subtree: true })
}

const nameOf = (element: Element) =>
  element.getAttribute('aria-label') ?? (element.matches('a, button, summary') ? element.textContent : element.getAttribute('name')) ?? ''
const takersIn = (element: Element) => [...element.querySelectorAll<HTMLElement>(takers)]
const cellOf = (row: Element, cell: number) => row.children[cell] ?? row
const idOf = (row: Element) => row.getAttribute('data-row')

function placeOf(element: HTMLElement): Place {
  const within: Element[] = []
  for (let up = element.parentElement; up; up = up.parentElement) within.push(up)
  const rows: Row[] = []
  for (const row of [element, ...within]) {
    const list = row.parentElement
    if (!list || !row.matches('tr, li, [data-row]')) continue
    // The rows of a long list stand in several bodies of one table.
    const whole = (idOf(row) !== null && row.closest('table')) || list
    const all = [...(idOf(row) === null ? list.children : whole.querySelectorAll('[data-row]'))]
    const cell = [...row.children].findIndex((each) => each.contains(element))
    rows.push({ row, whole, rows: all, at: all.indexOf(row), cell, nth: takersIn(cellOf(row, cell)).indexOf(element) })
  }
  return { element, name: nameOf(element), within, rows }
}

/** What may have the focus now, the best first. */
function* candidates({ element, name, within, rows }: Place): Generator<Element | null | undefined> {
  if (element.isConnected) yield element
  if (element.id) yield document.getElementById(element.id)
  const rest = within.find(({ isConnected }) => isConnected)
  if (!rest) return
  const isSame = (other: Element) => other.localName === element.localName && nameOf(other) === name
  function* inRow(row: Element, { cell, nth }: Row) {
    const all = takersIn(cellOf(row, cell))
    yield* [all.find(isSame), all[nth], all.at(-1), row]
  }
  const present = ({ whole }: Row) => {
    const root = whole.isConnected ? whole : rest
    const byId = new Map([...root.querySelectorAll('[data-row]')].map((row) => [idOf(row), row]))
    return (row: Element) => (idOf(row) === null ? (row.isConnected ? row : undefined) : byId.get(idOf(row)))
  }
  for (const each of rows) {
    const again = present(each)(each.row)
    if (again) yield* inRow(again, each)
  }
  const same = takersIn(rest).filter(isSame)
  if (same.length === 1) yield same[0]
  for (const each of rows) {
    const again = present(each)
    for (const row of [...each.rows.slice(each.at + 1), ...each.rows.slice(0, each.at).reverse()]) {
      const found = again(row)
      if (found) yield* inRow(found, each)
    }
    const { children, isConnected } = each.whole
    const instead = isConnected && idOf(each.row) === null ? children[Math.min(each.at, children.length - 1)] : undefined
    if (instead) yield* inRow(instead, each)
  }
  // Whoever has gone to another page has left the place.
  const page = rest.closest('.shell-page, [role=dialog]')
  if (!page || page === rest) return
  const table = rest.matches('.table-frame') ? rest.querySelector('table') : rest.closest('table')
  yield table?.caption ?? rest
}

/** Gives the focus to what can have it, or can be made to have it for once; says whether it has it. */
function takes(element: Element): boolean {
  if (!(element instanceof HTMLElement)) return false
  const has = () => {
    element.focus({ preventScroll: true })
    return document.activeElement === element
  }
  if (element.matches(takers)) return has()
  element.tabIndex = -1
  const leave = () =>
    setTimeout(() => {
      // A window that is left for another does not take it away.
      if (document.activeElement === element) return
      element.removeAttribute('tabindex')
      element.removeEventListener('blur', leave)
    })
  element.addEventListener('blur', leave)
  return has()
}

// At work from when it is fetched, once per page; see `places.ts`.
keepPlaces()

export {}
