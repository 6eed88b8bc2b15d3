import type { Home, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language } from '../../shared/text.ts'
import { html } from './html.ts'
import { words } from './words.ts'

/** Notices, results and stories as RSS 2.0, newest first. */
export function feed(home: Home, language: Language, site: Site): { path: string; xml: string } {
  const entry = (title: string, path: string, at: string, kind: { zh: string; en: string }) => ({
    title,
    address: `${site.origin}${addressOf(path)}`,
    at,
    kind: kind[language],
  })
  const entries = [
    ...home.notices.map((notice) => entry(notice.title, publicPath.notice(notice.id, language), notice.publishedAt, words.notice)),
    ...home.results.map((result) => entry(result.title, publicPath.awards(result.batch, language), result.publishedAt, words.results)),
    ...home.stories.map((story) => entry(story.post, publicPath.work(story.award, language), story.at, words.stories)),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const items = entries.map(
    ({ title, address, at, kind }) =>
      html`<item><title>${title}</title><link>${address}</link><guid isPermaLink="false">${`${address}#${at}`}</guid><category>${kind}</category><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
  )
  const path = publicPath.feed(language)
  const xml = html`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${site.name[language]}</title><link>${site.origin}${addressOf(publicPath.home(language))}</link><description>${words.lead[language]}</description><language>${{ zh: 'zh-cn', en: 'en' }[language]}</language><lastBuildDate>${new Date(home.at).toUTCString()}</lastBuildDate><atom:link href="${site.origin}${addressOf(path)}" rel="self" type="application/rss+xml"/>${items}</channel></rss>
`
  return { path, xml: xml.markup }
}

/** All public pages for search engines, each with its other language. `pages` are given by their path in both. */
export function sitemap(
  pages: readonly { at: (language: Language) => string; changed?: string }[],
  site: Site,
): { path: string; xml: string } {
  const address = (path: string) => `${site.origin}${addressOf(path)}`
  const urls = pages.flatMap(({ at, changed }) =>
    (['zh', 'en'] as const).map(
      (language) =>
        html`<url><loc>${address(at(language))}</loc>${changed && html`<lastmod>${changed}</lastmod>`}<xhtml:link rel="alternate" hreflang="zh-CN" href="${address(at('zh'))}"/><xhtml:link rel="alternate" hreflang="en" href="${address(at('en'))}"/></url>
`,
    ),
  )
  const xml = html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`
  return { path: publicPath.sitemap, xml: xml.markup }
}
