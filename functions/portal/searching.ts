import { beijing } from '../../shared/calendar/beijing.ts'
import type { AwardLine, AwardList, Home, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Found, SearchParts } from '../../shared/portal/search.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import { between, type Language } from '../../shared/text.ts'
import { columns, columnTitle, framed, type Page } from './frame.ts'
import { type Html, html } from './html.ts'
import { words } from './words.ts'

/** Leads to the search page, which needs a script; without one it shows the ways through the site instead. */
export const searchForm = (language: Language): Html =>
  html`<form class="search" role="search" action="${addressOf(publicPath.search(language))}" method="get"><label for="q" class="unseen">${words.searchFor[language]}</label><input id="q" name="q" type="search" maxlength="100" autocomplete="off" placeholder="${words.searchFor[language]}"><button class="button">${words.search[language]}</button></form>`

export function searchPage(language: Language, site: Site): Page {
  const say = (word: { zh: string; en: string }) => word[language]
  const said = {
    none: say(words.searchNone),
    found: say(words.searchFound),
    first: say(words.searchFirst),
    failed: say(words.searchFailed),
  }
  const body = html`<h1>${say(words.search)}</h1>${searchForm(language)}<p class="meta">${say(words.searchHint)}</p>
<p role="status" data-said="${JSON.stringify(said)}"></p><ol class="found" data-search="${addressOf(publicPath.searchParts(language))}"></ol>
<noscript><p>${say(words.searchNoScript)}</p><ul>${columns.map((column) => html`<li><a href="${addressOf(publicPath[column](language))}">${say(columnTitle[column])}</a></li>`)}<li><a href="${addressOf(publicPath.map(language))}">${say(words.map)}</a></li></ul></noscript>`
  return framed(
    { site, language, at: publicPath.search, title: say(words.search), description: say(words.searchHint), unlisted: true },
    body,
  )
}

/** What can be found of the columns: calls, notices, lists, stories, institutions. */
export function foundOnSite(home: Home, language: Language): Found[] {
  const of = (name: { zh: string; en: string }) => name[language]
  return [
    ...home.calls.map(
      (call): Found => [of(words.calls), call.title, call.host, addressOf(publicPath.call(call.batch, language)), beijing.date(call.opens)],
    ),
    ...home.notices.map(
      (notice): Found => [
        of(words.notices),
        notice.title,
        '',
        addressOf(publicPath.notice(notice.id, language)),
        beijing.date(notice.publishedAt),
      ],
    ),
    ...home.results.map(
      (result): Found => [
        of(words.results),
        result.title,
        '',
        addressOf(publicPath.awards(result.batch, language)),
        beijing.date(result.publishedAt),
      ],
    ),
    ...home.stories.map(
      (story): Found => [
        of(words.stories),
        story.post,
        `${story.institution} ${story.unit}`,
        `${addressOf(publicPath.work(story.award, language))}`,
        beijing.date(story.at),
      ],
    ),
    ...home.institutions.map(
      (each): Found => [
        of(words.institutions),
        each.name,
        provinceName(each.province, language),
        addressOf(publicPath.institution(each.id, language)),
        '',
      ],
    ),
  ]
}

/** What can be found of a list: each award with its unit, institution, province, kind and number, and with its grade where it was given one. */
export const foundOnList = (list: AwardList, language: Language): Found[] =>
  list.awards.map((award) => [
    [award.category.title[language], award.grade?.title[language]].filter(Boolean).join(between),
    award.title,
    [...new Set([award.unit, award.institution.name])]
      .filter((name) => name !== award.title)
      .concat(provinceName(award.province, language), award.number)
      .filter(Boolean)
      .join(between),
    addressOf(placeOf(award, list, language)),
    beijing.date(list.publishedAt),
  ])

const placeOf = ({ id, number, hasWorkPage }: AwardLine, { batch }: AwardList, language: Language): string =>
  hasWorkPage ? publicPath.work(id, language) : number ? publicPath.certificate(number, language) : publicPath.awards(batch, language)

const provinceName = (code: string | undefined, language: Language): string => {
  const province = code ? provinceOf(code) : undefined
  return province ? (language === 'zh' ? province.name : province.en) : ''
}

/** The parts a search reads, the newest list first. */
export const searchParts = (home: Home, language: Language): SearchParts => ({
  parts: ['site', ...home.results.map(({ batch }) => `awards-${batch}`)].map((name) => addressOf(publicPath.searchPart(name, language))),
})
