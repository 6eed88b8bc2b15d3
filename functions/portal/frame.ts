import type { Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language, Text } from '../../shared/text.ts'
import { type Html, html, jsonIn } from './html.ts'
import { words } from './words.ts'

/** A public page ready to be stored: its path on the site and its text. */
export type Page = { path: string; html: string }
/** The columns of the site, in the order of its navigation. */
export const columns = ['calls', 'notices', 'results', 'stories', 'institutions', 'certificates'] as const
export type Column = (typeof columns)[number]
export const columnTitle: Record<Column, Text> = {
  calls: words.calls,
  notices: words.notices,
  results: words.results,
  stories: words.stories,
  institutions: words.institutions,
  certificates: words.check,
}

export type Frame = {
  site: Site
  language: Language
  /** Where this page lies in each language. */
  at: (language: Language) => string
  title: string
  description: string
  /** Where in the site it stands. */
  column?: Column
  wide?: boolean
  /** Not for search engines: pages about one certificate, and pages that only lead elsewhere. */
  unlisted?: boolean
  /** For machines, by schema.org. */
  data?: Record<string, unknown>
  /** A picture of the page's own, in place of its column's. */
  picture?: string
}

const tags = { zh: 'zh-CN', en: 'en' } as const
const locales = { zh: 'zh_CN', en: 'en_GB' } as const
export const tagOf = (language: Language): string => tags[language]

/** The masthead, the text and the foot, alike on all public pages; nothing in it needs a script. */
export function framed(frame: Frame, body: Html): Page {
  const { site, language, at, column } = frame
  const say = (word: Text) => word[language]
  const here = at(language)
  const page = html`<!doctype html>
<html lang="${tags[language]}"><head>${head(frame)}</head>
<body id="elder"><a class="skip" href="#text">${say(words.skip)}</a>
${masthead(frame)}
<main id="text" class="page${frame.wide && ' page-wide'}">${
    here !== publicPath.home(language) &&
    html`<nav class="crumbs" aria-label="${say(words.here)}"><a href="${addressOf(publicPath.home(language))}">${say(words.home)}</a>${
      column &&
      here !== publicPath[column](language) &&
      html`<a href="${addressOf(publicPath[column](language))}">${say(columnTitle[column])}</a>`
    }</nav>`
  }${body}</main>
${foot(site, language)}
</body></html>
`
  return { path: here, html: page.markup }
}

function head({ site, language, at, title, description, column, unlisted, data, picture }: Frame): Html {
  const own = `${site.origin}${addressOf(at(language))}`
  const name = site.name[language]
  const whole = title === name ? `${name} · ${words.lead[language].replace(/[。.]$/, '')}` : `${title} · ${name}`
  const short = description.replace(/\s+/g, ' ').slice(0, 160)
  const shared = `${site.origin}${picture ?? `/share/${column ?? 'home'}.png`}`
  return html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no"><meta name="theme-color" content="#b3161b">
<title>${whole}</title><meta name="description" content="${short}">
${unlisted ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${own}">`}${(['zh', 'en'] as const).map((each) => html`<link rel="alternate" hreflang="${tags[each]}" href="${site.origin}${addressOf(at(each))}">`)}<link rel="alternate" hreflang="x-default" href="${site.origin}${addressOf(at('zh'))}">
<link rel="alternate" type="application/rss+xml" title="${name}" href="${addressOf(publicPath.feed(language))}">
<meta property="og:type" content="website"><meta property="og:title" content="${title}"><meta property="og:description" content="${short}"><meta property="og:url" content="${own}"><meta property="og:site_name" content="${name}"><meta property="og:locale" content="${locales[language]}"><meta property="og:image" content="${shared}"><meta name="twitter:card" content="summary">
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/share/home.png"><link rel="stylesheet" href="/assets/site.css"><script type="module" src="/assets/site.js" blocking="render"></script>
${data && html`<script type="application/ld+json">${jsonIn({ '@context': 'https://schema.org', inLanguage: tags[language], url: own, image: shared, ...data })}</script>`}`
}

function masthead({ site, language, at, column }: Frame): Html {
  const say = (word: Text) => word[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const link = (each: Column) =>
    html`<li><a href="${addressOf(publicPath[each](language))}"${each === column && html` aria-current="${at(language) === publicPath[each](language) ? 'page' : 'true'}"`}>${say(columnTitle[each])}</a></li>`
  return html`<header class="masthead"><div class="row"><a class="brand" href="${addressOf(publicPath.home(language))}"><span class="name">${site.name[language]}</span> <span class="of">${say(words.lead)}</span></a>
<ul class="tools"><li><a href="${addressOf(publicPath.search(language))}">${say(words.search)}</a></li><li><a href="${addressOf(at(other))}" hreflang="${tags[other]}" lang="${tags[other]}">${say(words.other)}</a></li><li><noscript><a href="#elder">${say(words.elder)}</a></noscript><button type="button" data-elder-switch hidden>${say(words.elder)}</button></li><li><a href="/app/">${say(words.signIn)}</a></li></ul></div>
<nav class="columns" aria-label="${{ zh: '主导航', en: 'Main' }[language]}"><ul class="row">${columns.map(link)}</ul></nav></header>`
}

/** Filings lead to where they can be looked up, as the filing offices ask. */
function foot(site: Site, language: Language): Html {
  const say = (word: Text) => word[language]
  const elsewhere = (address: string, text: string) => html`<a href="${address}" rel="noopener" lang="zh-CN">${text}</a>`
  return html`<footer class="foot"><p>${say(words.by)}${language === 'zh' ? '：' : ': '}<span translate="no">${site.host[language]}</span></p>
<p class="links"><a href="${addressOf(publicPath.map(language))}">${say(words.map)}</a> <a href="${addressOf(publicPath.feed(language))}">${say(words.subscribe)}</a></p>
<p class="links">${elsewhere('https://beian.miit.gov.cn/', site.icp)} ${elsewhere('https://beian.mps.gov.cn/', site.police)}</p></footer>`
}
