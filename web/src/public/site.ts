import { objections } from './objection.ts'
import './site.css'

/** The one script of public pages: larger text on request, objections online. Without it everything can be read all the same. */
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

objections()
