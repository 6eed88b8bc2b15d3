import './site.css'

/** The one script of public pages; without it everything can be read all the same. What only some pages need comes when they are there. */
const place = 'shuren.elder'
const root = document.documentElement

const remembered = (): boolean => {
  try {
    return localStorage.getItem(place) === 'on'
  } catch {
    return false
  }
}
const mark = (on: boolean) => {
  root.toggleAttribute('data-elder', on)
  for (const button of document.querySelectorAll('[data-elder-switch]')) button.setAttribute('aria-pressed', String(on))
}

mark(remembered())
for (const button of document.querySelectorAll<HTMLElement>('[data-elder-switch]')) {
  button.hidden = false
  button.addEventListener('click', () => {
    const on = !root.hasAttribute('data-elder')
    mark(on)
    try {
      localStorage.setItem(place, on ? 'on' : 'off')
    } catch {
      // Private windows may refuse; the choice then holds for this page only.
    }
  })
}

const day = 86_400_000
/** Which day of the calendar in Beijing (UTC+8) it is. Reckoned here, because all that this script imports is waited for before anything is drawn. */
const dayOf = (instant: number) => Math.floor((instant + 8 * 3_600_000) / day)
/** A page was written at one time and is read at another: what has ended meanwhile says so, and what ends soon says when. */
for (const tag of document.querySelectorAll<HTMLElement>('[data-until]'))
  if (Date.now() >= Date.parse(tag.dataset.until ?? '')) tag.textContent = tag.dataset.over ?? ''
for (const tag of document.querySelectorAll<HTMLElement>('[data-left]')) {
  const [one = '', some = '', last = '', over = ''] = (tag.dataset.words ?? '').split('|')
  const closes = Date.parse(tag.dataset.left ?? '')
  const left = closes - Date.now()
  // Midnight belongs to the day that ends with it.
  const days = dayOf(closes - 1) - dayOf(Date.now())
  tag.textContent = left <= 0 ? over : days === 0 ? last : (days === 1 ? one : some).replace('{days}', String(days))
  tag.toggleAttribute('data-soon', left > 0 && left < 3 * day)
}

// What needs a script is there before anything is drawn, so that nothing moves; the script it needs may come later.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sift], form[data-check]')) form.hidden = false

const has = (selector: string) => document.querySelector(selector) !== null
if (has('form[data-objection]')) void import('./objection.ts').then(({ objections }) => objections())
if (has('form[data-sift], table[data-sort]'))
  void import('./sift.ts').then(({ sift, sorting }) => {
    sift()
    sorting()
  })
if (has('form[data-check]')) void import('./check.ts').then(({ checking }) => checking())
if (has('[data-search]')) void import('./find.ts').then(({ searching }) => searching())
