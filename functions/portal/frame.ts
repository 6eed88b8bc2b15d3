import type { Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language } from '../../shared/text.ts'
import { type Html, html, jsonIn } from './html.ts'
import { words } from './words.ts'

/** A public page ready to be stored: its path on the site and its text. */
export type Page = { path: string; html: string }
export type Frame = {
  site: Site
  language: Language
  /** Where this page lies in each language. */
  at: (language: Language) => string
  title: string
  description: string
  wide?: boolean
  /** Not for search engines: pages about one certificate. */
  unlisted?: boolean
  /** For machines, by schema.org. */
  data?: Record<string, unknown>
}

/** The masthead, the text and the foot, alike on all public pages; nothing in it needs a script. */
export function framed(frame: Frame, body: Html): Page {
  const { site, language, at } = frame
  const say = (word: { zh: string; en: string }) => word[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const own = `${site.origin}${addressOf(at(language))}`
  const title = frame.title === site.name[language] ? frame.title : `${frame.title} · ${site.name[language]}`
  const tag = { zh: 'zh-CN', en: 'en' } as const
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no">
<title>${title}</title><meta name="description" content="${frame.description.slice(0, 160)}">
<link rel="canonical" href="${own}">${(['zh', 'en'] as const).map((each) => html`<link rel="alternate" hreflang="${tag[each]}" href="${site.origin}${addressOf(at(each))}">`)}
<link rel="alternate" type="application/rss+xml" title="${site.name[language]}" href="${addressOf(publicPath.feed(language))}">
<meta property="og:type" content="website"><meta property="og:title" content="${frame.title}"><meta property="og:description" content="${frame.description.slice(0, 160)}"><meta property="og:url" content="${own}"><meta property="og:site_name" content="${site.name[language]}"><meta property="og:locale" content="${{ zh: 'zh_CN', en: 'en_GB' }[language]}">
${frame.unlisted && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/site.css"><script type="module" src="/assets/site.js"></script>
${frame.data && html`<script type="application/ld+json">${jsonIn({ '@context': 'https://schema.org', inLanguage: tag[language], url: own, ...frame.data })}</script>`}`
  const page = html`<!doctype html>
<html lang="${tag[language]}"><head>${head}</head>
<body id="elder"><a class="skip" href="#text">${say(words.skip)}</a>
<header class="masthead"><div class="row"><a class="brand" href="${addressOf(publicPath.home(language))}">${site.name[language]}</a>
<nav aria-label="${{ zh: '主导航', en: 'Main' }[language]}"><a href="${addressOf(publicPath.home(language))}#notices">${say(words.notices)}</a><a href="${addressOf(publicPath.home(language))}#results">${say(words.results)}</a><a href="/app/">${say(words.signIn)}</a><a href="${addressOf(at(other))}" hreflang="${tag[other]}" lang="${tag[other]}">${say(words.other)}</a></nav>
<noscript><a href="#elder">${say(words.elder)}</a></noscript><button type="button" data-elder-switch hidden>${say(words.elder)}</button></div></header>
<main id="text" class="page${frame.wide && ' page-wide'}">${body}</main>
<footer class="foot"><p>${say(words.by)}${language === 'zh' ? '：' : ': '}${site.host[language]}</p><p>${site.icp} · ${site.police}</p></footer>
</body></html>
`
  return { path: at(language), html: page.markup }
}
