import type { AwardList, Home, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import type { Language } from '../../shared/text.ts'
import { viewsOf } from './awards.ts'
import { html } from './html.ts'
import { words } from './words.ts'

/** Something for machines, ready to be stored. */
export type File = { path: string; text: string }
/** How many entries a feed keeps; readers ask often enough for more not to be missed. */
const kept = 60

/** Calls, notices, results and stories as RSS 2.0, newest first. */
export function feed(home: Home, language: Language, site: Site): File {
  const entry = (title: string, path: string, at: string, kind: { zh: string; en: string }, text = '') => ({
    title,
    address: `${site.origin}${addressOf(path)}`,
    at,
    kind: kind[language],
    text,
  })
  const entries = [
    ...home.calls.map((call) => entry(call.title, publicPath.call(call.batch, language), call.opens, words.calls, call.host)),
    ...home.notices.map((notice) => entry(notice.title, publicPath.notice(notice.id, language), notice.publishedAt, words.notice)),
    ...home.results.map((result) => entry(result.title, publicPath.awards(result.batch, language), result.publishedAt, words.results)),
    ...home.stories.map((story) =>
      entry(`${story.title}：${story.post}`, publicPath.work(story.award, language), story.at, words.stories, story.text),
    ),
  ]
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, kept)
  const items = entries.map(
    ({ title, address, at, kind, text }) =>
      html`<item><title>${title}</title><link>${address}</link><guid isPermaLink="false">${`${address}#${at}`}</guid><category>${kind}</category><pubDate>${new Date(at).toUTCString()}</pubDate>${text !== '' && html`<description>${text}</description>`}</item>`,
  )
  const path = publicPath.feed(language)
  const xml = html`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${site.name[language]}</title><link>${site.origin}${addressOf(publicPath.home(language))}</link><description>${words.lead[language]}</description><language>${{ zh: 'zh-cn', en: 'en' }[language]}</language><lastBuildDate>${new Date(home.at).toUTCString()}</lastBuildDate><atom:link href="${site.origin}${addressOf(path)}" rel="self" type="application/rss+xml"/>${items}</channel></rss>
`
  return { path, text: xml.markup }
}

type Both = (language: Language) => string

/** A part of the sitemap: pages for search engines, each with its other language. */
export function sitemapPart(name: string, pages: readonly { at: Both; changed?: string }[], site: Site): File {
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
  return { path: publicPath.sitemapPart(name), text: xml.markup }
}

/** The pages of the columns and what stands in them, save awards, of which each list has a part of its own. */
export const siteMap = (home: Home, site: Site): File =>
  sitemapPart(
    'pages',
    [
      ...[publicPath.home, publicPath.calls, publicPath.notices, publicPath.results, publicPath.stories].map((at) => ({ at })),
      ...[publicPath.institutions, publicPath.certificates, publicPath.map].map((at) => ({ at })),
      ...home.calls.map(({ batch }) => ({ at: (language: Language) => publicPath.call(batch, language) })),
      ...home.notices.map(({ id, publishedAt }) => ({ at: (language: Language) => publicPath.notice(id, language), changed: publishedAt })),
      ...provincesOf(home).map((code) => ({ at: (language: Language) => publicPath.province(code, language) })),
      ...home.institutions.map(({ id }) => ({ at: (language: Language) => publicPath.institution(id, language) })),
    ],
    site,
  )

/** Provinces in which institutions with awards lie. */
export const provincesOf = ({ institutions }: Pick<Home, 'institutions'>): string[] =>
  [...new Set(institutions.flatMap(({ province }) => (province && provinceOf(province) ? [province] : [])))].sort()

/** The pages of a list and the work pages of its awards. */
export const listMap = (list: AwardList, site: Site): File =>
  sitemapPart(
    `awards-${list.batch}`,
    [
      ...viewsOf(list).map((view) => ({ at: (language: Language) => publicPath.awards(list.batch, language, view) })),
      // What a check has graded stands in the part of the list that it was granted on.
      ...(list.grades ? [] : list.awards)
        .filter(({ hasWorkPage }) => hasWorkPage)
        .map(({ id }) => ({ at: (language: Language) => publicPath.work(id, language) })),
    ],
    site,
  )

/** The sitemap's table of contents. */
export function sitemap(home: Home, site: Site): File {
  const parts = ['pages', ...home.results.map(({ batch }) => `awards-${batch}`)]
  const xml = html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts.map((name) => html`<sitemap><loc>${site.origin}/${publicPath.sitemapPart(name)}</loc></sitemap>`)}</sitemapindex>
`
  return { path: publicPath.sitemap, text: xml.markup }
}

/** What robots may read: the public pages, neither the application nor what is behind links in mails. */
export const robots = (site: Site): File => ({
  path: publicPath.robots,
  text: `User-agent: *\nDisallow: /app/\nDisallow: /api/\nDisallow: /r\n\nSitemap: ${site.origin}/${publicPath.sitemap}\n`,
})
