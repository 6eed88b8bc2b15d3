import type { CallEntry, Home, HonouredEntry, NoticeEntry, ResultEntry, Site, StoryEntry } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf, provinces } from '../../shared/register/provinces.ts'
import { between, type Language, type Text } from '../../shared/text.ts'
import { day, deadline } from './dates.ts'
import { type Column, columns, columnTitle, framed, type Page } from './frame.ts'
import { type Html, html, written } from './html.ts'
import { noticeTag } from './notice.ts'
import { amount, bracketed, words } from './words.ts'

/** A list of entries, or the word that there is none. */
export const listed = (rows: readonly Html[], language: Language): Html =>
  rows.length > 0 ? html`<ul class="notices">${rows}</ul>` : html`<p class="meta">${words.none[language]}</p>`

/** For the page's script: until when, and what to say of it. Stands inside a tag, after its name. */
export const left = (closes: string, language: Language): Html =>
  html` data-left="${closes}" data-words="${[words.dayLeft, words.daysLeft, words.lastDay, words.callOver].map((word) => word[language]).join('|')}"`

export const callRow = (call: CallEntry, language: Language): Html =>
  html`<li><span><a href="${addressOf(publicPath.call(call.batch, language))}"${written(language)}>${call.title}</a> <span class="tag"${left(call.closes, language)}>${call.stage[language]}</span><br><span class="meta"${written(language)}>${call.host}</span></span><span>${words.until[language]} ${deadline(call.closes, language)}</span></li>`

export const noticeRow = (notice: NoticeEntry, language: Language): Html =>
  html`<li><span><a href="${addressOf(publicPath.notice(notice.id, language))}"${written(language)}>${notice.title}</a> ${noticeTag(notice, language)}</span><span>${day(notice.publishedAt, language)}</span></li>`

export const resultRow = (result: ResultEntry, language: Language): Html =>
  html`<li><span><a href="${addressOf(publicPath.awards(result.batch, language))}"${written(language)}>${result.title}</a> <span class="count">${amount(result.awards, result.graded ? 'results' : 'awards', language)}</span></span><span>${day(result.publishedAt, language)}</span></li>`

export const storyTile = (story: StoryEntry, language: Language): Html => {
  const place = addressOf(publicPath.work(story.award, language))
  const { picture } = story
  return html`<li>${picture && html`<img src="${picture.address}" width="${picture.width}" height="${picture.height}" alt="" loading="lazy">`}<h3${written(language)}><a href="${place}">${story.post}</a></h3><p class="begins"${written(language)}>${story.text}</p><p class="meta"><span${written(language)}>${story.institution === story.unit ? story.unit : [story.institution, story.unit].join(between)}</span><br>${day(story.at, language)}</p></li>`
}

const noProvince = { code: '99', ...words.noProvince }
const nameOf = (code: string | undefined, language: Language): string => {
  const found = code ? provinceOf(code) : undefined
  return found ? (language === 'zh' ? found.name : found.en) : noProvince[language]
}

/** Institutions with awards, province by province; institutions of none stand last. */
export function institutionsByProvince(institutions: readonly HonouredEntry[], language: Language): Html {
  const groups = [...provinces.map(({ code }) => code as string), undefined]
    .map((code) => ({ code, all: institutions.filter(({ province }) => (provinceOf(province ?? '') ? province : undefined) === code) }))
    .filter(({ all }) => all.length > 0)
  if (groups.length === 0) return html`<p class="meta">${words.none[language]}</p>`
  return html`${groups.map(
    ({ code, all }) =>
      html`<section><h2 id="g-${code ?? '99'}">${code ? html`<a href="${addressOf(publicPath.province(code, language))}">${nameOf(code, language)}</a>` : nameOf(code, language)}${bracketed(all.length, language)}</h2>${institutionList(all, language)}</section>`,
  )}`
}

const institutionList = (all: readonly HonouredEntry[], language: Language): Html =>
  html`<ul class="names">${all
    .toSorted((a, b) => b.awards - a.awards || a.name.localeCompare(b.name, 'zh-CN'))
    .map(
      ({ id, name, awards }) =>
        html`<li><a href="${addressOf(publicPath.institution(id, language))}"${written(language)}>${name}</a> <span class="count">${amount(awards, 'awards', language)}</span></li>`,
    )}</ul>`

/** A province with its institutions that hold awards. */
export function provincePage(code: string, institutions: readonly HonouredEntry[], language: Language, site: Site): Page {
  const name = nameOf(code, language)
  const all = institutions.filter(({ province }) => province === code)
  const awards = all.reduce((sum, each) => sum + each.awards, 0)
  const body = html`<h1>${name}</h1><p class="meta">${amount(all.length, 'institutions', language)}${between}${amount(awards, 'awards', language)}</p>${all.length > 0 ? institutionList(all, language) : html`<p class="meta">${words.none[language]}</p>`}`
  const at = (each: Language) => publicPath.province(code, each)
  return framed(
    {
      site,
      language,
      at,
      title: `${name} · ${words.institutions[language]}`,
      description: words.institutionsLead[language],
      column: 'institutions',
      wide: true,
    },
    body,
  )
}

const leads: Record<Exclude<Column, 'certificates'>, Text> = {
  calls: words.callsLead,
  notices: words.noticesLead,
  results: words.resultsLead,
  stories: words.storiesLead,
  institutions: words.institutionsLead,
}

/** The page of a column with all that stands in it. */
function columnPage(column: Exclude<Column, 'certificates'>, home: Home, language: Language, site: Site): Page {
  const content: Record<typeof column, () => Html> = {
    calls: () =>
      listed(
        home.calls.map((call) => callRow(call, language)),
        language,
      ),
    notices: () =>
      listed(
        home.notices.map((notice) => noticeRow(notice, language)),
        language,
      ),
    results: () =>
      listed(
        home.results.map((result) => resultRow(result, language)),
        language,
      ),
    stories: () =>
      home.stories.length > 0
        ? html`<ol class="tiles">${home.stories.map((story) => storyTile(story, language))}</ol>`
        : html`<p class="meta">${words.none[language]}</p>`,
    institutions: () => institutionsByProvince(home.institutions, language),
  }
  const title = columnTitle[column][language]
  const lead = leads[column][language]
  const body = html`<h1>${title}</h1><p class="lead">${lead}</p>${column === 'stories' && html`<h2 class="unseen">${title}</h2>`}${content[column]()}`
  const data = { '@type': 'CollectionPage', name: title, description: lead }
  return framed({ site, language, at: publicPath[column], title, description: lead, column, wide: true, data }, body)
}

export const columnPages = (home: Home, language: Language, site: Site): Page[] =>
  (['calls', 'notices', 'results', 'stories', 'institutions'] as const).map((column) => columnPage(column, home, language, site))

/** Everything on the site by its columns: the way through it without a script. */
export function mapPage(home: Home, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const links = (entries: readonly { path: string; title: string }[]) =>
    entries.length > 0 &&
    html`<ul>${entries.map(({ path, title }) => html`<li><a href="${addressOf(path)}"${written(language)}>${title}</a></li>`)}</ul>`
  const below: Record<Column, Html | false> = {
    calls: links(home.calls.map(({ batch, title }) => ({ path: publicPath.call(batch, language), title }))),
    notices: links(home.notices.map(({ id, title }) => ({ path: publicPath.notice(id, language), title }))),
    results: links(home.results.map(({ batch, title }) => ({ path: publicPath.awards(batch, language), title }))),
    stories: false,
    institutions: false,
    certificates: false,
  }
  const body = html`<h1>${say(words.map)}</h1><p class="lead">${say(words.mapLead)}</p><ul class="map"><li><a href="${addressOf(publicPath.home(language))}">${say(words.home)}</a></li>${columns.map((column) => html`<li><a href="${addressOf(publicPath[column](language))}">${say(columnTitle[column])}</a>${below[column]}</li>`)}<li><a href="${addressOf(publicPath.search(language))}">${say(words.search)}</a></li><li><a href="${addressOf(publicPath.feed(language))}">${say(words.subscribe)}</a></li></ul>`
  return framed({ site, language, at: publicPath.map, title: say(words.map), description: say(words.mapLead) }, body)
}
