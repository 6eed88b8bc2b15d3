import { type AwardLine, type AwardList, type AwardView, awardOrders, type Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import { between, type Language, type Text } from '../../shared/text.ts'
import { day } from './dates.ts'
import { framed, type Page } from './frame.ts'
import { type Html, html, written } from './html.ts'
import { amount, bracketed, words } from './words.ts'

/** From so many awards on, the first page of a list leads to its parts instead of holding them all. */
export const largeList = 300
type Group = { key: string; title: Text; awards: AwardLine[] }
const noProvince = { key: '99', title: words.noProvince }

/** The pages of a list: its orders, its kinds and its provinces, each of which can be read, sorted by and filtered to without a script. */
export const awardListPages = (list: AwardList, site: Site): Page[] =>
  (['zh', 'en'] as const).flatMap((language) => viewsOf(list).map((view) => awardListPage(list, view, language, site)))

export const viewsOf = ({ awards, grades = [] }: AwardList): AwardView[] => [
  ...awardOrders.map((order) => ({ order })),
  ...byGrade(awards, grades).map(({ key }) => ({ grade: key })),
  ...byKind(awards).map(({ key }) => ({ kind: key })),
  ...byProvince(awards).map(({ key }) => ({ province: key })),
]

/** One page of a list. */
export function awardListPage(list: AwardList, view: AwardView, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const at = (each: Language) => publicPath.awards(list.batch, each, view)
  const kinds = byKind(list.awards)
  const provinces = byProvince(list.awards)
  const grades = byGrade(list.awards, list.grades ?? [])
  const part =
    'kind' in view
      ? kinds.find(({ key }) => key === view.kind)
      : 'province' in view
        ? provinces.find(({ key }) => key === view.province)
        : 'grade' in view
          ? grades.find(({ key }) => key === view.grade)
          : undefined
  const [listed, measure] = list.grades ? ([words.resultsOf, 'results'] as const) : ([words.awardsOf, 'awards'] as const)
  const orders = { ...words.orders, ...(list.grades && { list: words.orders.grade }) }
  const first = 'order' in view && view.order === 'list'
  const parted = first && list.awards.length >= largeList
  const title = part ? `${list.title} · ${part.title[language]}` : list.title
  const to = (each: AwardView, text: string, current: boolean) =>
    current
      ? html`<li><strong aria-current="page">${text}</strong></li>`
      : html`<li><a href="${addressOf(publicPath.awards(list.batch, language, each))}">${text}</a></li>`
  const counted = ({ title: name, awards }: Group) => `${name[language]}${bracketed(awards.length, language)}`
  const choice = (name: Text, links: readonly Html[]) =>
    html`<nav class="choice" aria-label="${say(name).replace(/[：:]\s*$/, '')}"><span>${say(name)}</span><ul>${links}</ul></nav>`
  const shown = part ? part.awards : list.awards
  const body = html`<h1${written(language)}>${list.title}</h1><p class="meta">${part ? part.title[language] : say(listed)}${between}<span${written(language)}>${list.host}</span>${between}${day(list.publishedAt, language)}${between}${amount(shown.length, measure, language)}</p>
<p class="downloads">${say(words.downloads)}<a href="/${publicPath.awardsFile(list.batch, 'xlsx')}" download>Excel</a> <a href="/${publicPath.awardsFile(list.batch, 'csv')}" download>CSV</a></p>
${choice(
  words.orderBy,
  awardOrders.map((order) => to({ order }, say(orders[order]), 'order' in view && view.order === order)),
)}
${
  grades.length > 1 &&
  choice(
    words.byGrade,
    grades.map((group) => to({ grade: group.key }, counted(group), 'grade' in view && view.grade === group.key)),
  )
}
${
  kinds.length > 1 &&
  choice(
    words.byKind,
    kinds.map((group) => to({ kind: group.key }, counted(group), 'kind' in view && view.kind === group.key)),
  )
}
${
  provinces.length > 1 &&
  choice(
    words.byProvince,
    provinces.map((group) => to({ province: group.key }, counted(group), 'province' in view && view.province === group.key)),
  )
}
${parted ? html`<p class="lead">${say(words.large)}</p>${overview(list.grades ? grades : kinds, provinces, list, language)}` : html`${shown.length > 5 && sift(language)}${tables({ ...list, awards: shown }, view, language)}`}`
  const data = { '@type': 'ItemList', name: title, numberOfItems: shown.length }
  return framed(
    {
      site,
      language,
      at,
      title,
      description: [list.title, list.host, amount(shown.length, measure, language)].join(language === 'zh' ? '，' : ', '),
      column: 'results',
      wide: true,
      data,
    },
    body,
  )
}

/** Filters the rows of a list that cannot be seen at a glance; the page's script fills in what there is to choose, and shows it. */
const sift = (language: Language): Html =>
  html`<form class="sift" data-sift data-shown="${words.siftShown[language]}" data-all="${words.siftAll[language]}" hidden><fieldset><legend>${words.sift[language]}</legend><label>${words.siftText[language]} <input type="search" name="text" autocomplete="off"></label><label>${words.category[language]} <select name="kind"></select></label><label>${words.province[language]} <select name="province"></select></label></fieldset><p role="status"></p></form>`

/** Kinds or grades across, provinces down: how many of each, every figure a way to its list. */
function overview(across: readonly Group[], provinces: readonly Group[], { batch, grades }: AwardList, language: Language): Html {
  const say = (word: Text) => word[language]
  const rows = provinces.map(({ key, title, awards }) => {
    const place = addressOf(publicPath.awards(batch, language, { province: key }))
    const cells = across.map((column) => {
      const count = awards.filter(({ category, grade }) => (grades ? grade?.key : category.key) === column.key).length
      return html`<td class="numeric">${count > 0 ? html`<a href="${place}#g-${column.key}">${count}</a>` : '0'}</td>`
    })
    return html`<tr><th scope="row"><a href="${place}">${say(title)}</a></th>${cells}<td class="numeric">${awards.length}</td></tr>`
  })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say(words.count)}"><table class="figures"><thead><tr><th scope="col">${say(words.province)}</th>${across.map(({ title }) => html`<th scope="col">${say(title)}</th>`)}<th scope="col">${say(words.allAwards)}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

/**
 * Tables of a page: of a kind or a grade by province, of all else by kind, or by grade where grades were given; by institution they are one table, so that
 * equals stand together.
 */
function tables({ awards, grades }: AwardList, view: AwardView, language: Language): Html {
  if ('order' in view && view.order === 'institution')
    return table(
      awards.toSorted((a, b) => a.institution.name.localeCompare(b.institution.name, 'zh-CN')),
      grades ? words.resultsOf : words.awardsOf,
      language,
    )
  const provincial = 'kind' in view || 'grade' in view || ('order' in view && view.order === 'province')
  const [groups, of] = provincial
    ? ([byProvince(awards), 'province'] as const)
    : grades
      ? ([byGrade(awards, grades), 'grade'] as const)
      : ([byKind(awards), 'kind'] as const)
  const jump =
    groups.length > 2 &&
    html`<nav class="jump" aria-label="${words.jump[language]}"><ul>${groups.map(({ key, title }) => html`<li><a href="#g-${key}">${title[language]}</a></li>`)}</ul></nav>`
  return html`${jump}${groups.map(
    (group) =>
      html`<section id="g-${group.key}"><h2>${group.title[language]}${bracketed(group.awards.length, language)}</h2>${table(group.awards, group.title, language, of)}</section>`,
  )}`
}

const headings = [words.number, words.title, words.unit, words.institution, words.province, words.category, words.certificateNo]

/** Whether a unit is named already by what it is awarded for, or is the institution itself. */
const saidTwice = ({ title, unit, institution }: AwardLine) => unit === title || unit === institution.name

/** Rows bear as little markup as can be, since there may be a thousand: the labels that a phone shows come from the style. Two rows and more can be sorted by the page's script.
 * What the heading says of all of them (`of`), and units that are only said twice, are not shown; the script finds them in their places all the same. */
function table(awards: readonly AwardLine[], name: Text, language: Language, of?: 'kind' | 'province' | 'grade'): Html {
  const columns = awards.some(({ grade }) => grade) ? [...headings, words.result] : headings
  const without = [of, awards.every(saidTwice) && 'unit'].filter(Boolean).join(' ')
  return html`<div class="scroll"><table class="awards" aria-label="${name[language]}"${without && html` data-without="${without}"`}${awards.length > 1 && html` data-sort="${words.sortBy[language]}"`}><thead><tr>${columns.map((heading) => html`<th scope="col">${heading[language]}</th>`)}</tr></thead><tbody>${awards.map((award, i) => row(award, i, language))}</tbody></table></div>`
}

function row(award: AwardLine, i: number, language: Language): Html {
  const { title, unit, institution, number } = award
  const province = award.province ? provinceOf(award.province) : undefined
  const own = written(language)
  const link = (path: string, text: string) => html`<a href="${addressOf(path)}">${text}</a>`
  const named = award.hasWorkPage ? link(publicPath.work(award.id, language), title) : title
  return html`<tr><td>${i + 1}</td><td${own}>${named}</td><td${own}>${unit}</td><td${own}>${link(publicPath.institution(institution.id, language), institution.name)}</td><td>${(language === 'zh' ? province?.name : province?.en) ?? ''}</td><td>${award.category.title[language]}</td><td>${number && link(publicPath.certificate(number, language), number)}</td>${award.grade && html`<td>${award.grade.title[language]}</td>`}</tr>
`
}

function grouped(awards: readonly AwardLine[], of: (award: AwardLine) => { key: string; title: Text }): Group[] {
  const groups = new Map<string, Group>()
  for (const award of awards) {
    const { key, title } = of(award)
    const group = groups.get(key) ?? { key, title, awards: [] }
    group.awards.push(award)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Grades stand from the best down. */
export const byGrade = (awards: readonly AwardLine[], grades: readonly { key: string; title: Text }[]): Group[] =>
  grades
    .map(({ key, title }) => ({ key, title, awards: awards.filter(({ grade }) => grade?.key === key) }))
    .filter((group) => group.awards.length > 0)

/** Kinds stand in the order of the list, provinces in that of their codes. */
const byKind = (awards: readonly AwardLine[]) => grouped(awards, ({ category }) => category)
const byProvince = (awards: readonly AwardLine[]) =>
  grouped(awards, ({ province }) => {
    const found = province ? provinceOf(province) : undefined
    return found ? { key: found.code, title: { zh: found.name, en: found.en } } : noProvince
  }).toSorted((a, b) => (a.key < b.key ? -1 : 1))
