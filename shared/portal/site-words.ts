import type { SiteWords } from './pages.ts'

/** The name of the tag in which a page of the application is told what the deployment says of itself. */
export const siteTag = 'site'

const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }

/** A built page with what the deployment says of itself in its head, where a script finds it as soon as there is one: fetched, it would come after the foot it stands in. */
export function withSiteWords(html: string, words: SiteWords): string {
  const content = JSON.stringify(words).replace(/[&"<>]/g, (character) => escapes[character] ?? character)
  const told = html.replace(/<meta charset="utf-8"[^>]*>/, (charset) => `${charset}\n    <meta name="${siteTag}" content="${content}" />`)
  if (told === html) throw new Error('The page names no character set, after which it is told who runs the site.')
  return told
}
