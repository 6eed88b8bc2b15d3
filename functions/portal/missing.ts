import type { Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { columns, columnTitle, framed, type Page, tagOf } from './frame.ts'
import { html } from './html.ts'
import { words } from './words.ts'

/** What is shown under an address that has no page. It may be asked for under any, so it speaks both languages. */
export function missingPage(site: Site): Page {
  const body = html`${(['zh', 'en'] as const).map(
    (language) =>
      html`<section lang="${tagOf(language)}">${language === 'zh' ? html`<h1>${words.missing.zh}</h1>` : html`<h2>${words.missing.en}</h2>`}<p>${words.missingText[language]}</p><p class="links"><a href="${addressOf(publicPath.home(language))}">${words.home[language]}</a> ${columns.map((column) => html`<a href="${addressOf(publicPath[column](language))}">${columnTitle[column][language]}</a> `)}<a href="${addressOf(publicPath.search(language))}">${words.search[language]}</a></p></section>`,
  )}`
  const page = framed(
    { site, language: 'zh', at: publicPath.home, title: words.missing.zh, description: words.missingText.zh, unlisted: true },
    body,
  )
  return { ...page, path: publicPath.missing }
}
