import type { Language } from '../../shared/text.ts'

/** Markup that may stand in a page as it is. Made only by the tag below. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
  toString(): string {
    return this.markup
  }
}
type Part = Html | string | number | null | undefined | false | readonly Part[]

export const escapeHtml = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

function say(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(say).join('')
  return escapeHtml(String(part))
}

/** Markup with values in it; every value that is not markup itself is escaped, in text and in quoted attributes alike. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(fixed.reduce((all, piece, i) => all + piece + (i < parts.length ? say(parts[i]) : ''), ''))
}

/** Data for machines inside a page: JSON in which no tag can begin. */
export const jsonIn = (data: unknown): Html =>
  new Html(JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'))

/** Paragraphs of a text somebody wrote: an empty line or a line end begins a new one. */
export const paragraphs = (text: string): Html =>
  html`${text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line.trim()}</p>`)}`

/** Marks what people wrote, which is Chinese also on an English page: for screen readers and translators. Stands inside a tag, after its name. */
export const written = (language: Language): Html => (language === 'en' ? html` lang="zh-CN"` : html``)
