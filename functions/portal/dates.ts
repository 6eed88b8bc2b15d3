import { beijing } from '../../shared/calendar/beijing.ts'
import type { Language } from '../../shared/text.ts'
import { type Html, html } from './html.ts'

/** No line ends between the day and its month, or between the date and its hour. */
const whole = (said: string): string => said.replace(/^(\d+) /, '$1\u00a0').replace(/ (?=\d\d:\d\d)/, '\u00a0')

/** Nor within the words that say whose time it is. */
function zoned(said: string): Html {
  const at = said.search(/[（(]/)
  return at < 0 ? html`${said}` : html`${said.slice(0, at)}<span class="zone">${said.slice(at)}</span>`
}

/** A date in Beijing, readable by machines too. */
export const day = (instant: string, language: Language): Html =>
  html`<time datetime="${instant}">${whole(beijing.formatDate(instant, language))}</time>`
export const deadline = (instant: string, language: Language): Html =>
  html`<time datetime="${instant}">${zoned(whole(beijing.formatDeadline(instant, language)))}</time>`
/** A plain date `YYYY-MM-DD`. */
export const date = (text: string, language: Language): Html =>
  html`<time datetime="${text}">${whole(beijing.formatDate(beijing.startOfDay(text), language))}</time>`
