import { beijing } from '../../shared/calendar/beijing.ts'
import type { Language } from '../../shared/text.ts'
import { type Html, html } from './html.ts'

/** A date in Beijing, readable by machines too. */
export const day = (instant: string, language: Language): Html =>
  html`<time datetime="${instant}">${beijing.formatDate(instant, language)}</time>`
export const deadline = (instant: string, language: Language): Html =>
  html`<time datetime="${instant}">${beijing.formatDeadline(instant, language)}</time>`
/** A plain date `YYYY-MM-DD`. */
export const date = (text: string, language: Language): Html =>
  html`<time datetime="${text}">${beijing.formatDate(beijing.startOfDay(text), language)}</time>`
