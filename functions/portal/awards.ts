import { type AwardLine, type AwardList, type AwardOrder, awardOrders, type Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf, provinces } from '../../shared/register/provinces.ts'
import type { Language, Text } from '../../shared/text.ts'
import { type TableColumn, table } from '../documents/excel/write.ts'
import { day } from './dates.ts'
import { framed, type Page } from './frame.ts'
import { type Html, html } from './html.ts'
import { bracketed, words } from './words.ts'

type Group = { key: string; title: Text; awards: AwardLine[] }

/** The list of awards in one order; each order is a page of its own, so that it can be sorted without a script. */
export function awardListPage(list: AwardList, order: AwardOrder, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const at = (each: Language) => publicPath.awards(list.batch, each, order)
  const groups = grouped(list.awards, order)
  const orders = awardOrders.map((each) =>
    each === order
      ? html`<strong aria-current="page">${say(words.orders[each])}</strong>`
      : html`<a href="${addressOf(publicPath.awards(list.batch, language, each))}">${say(words.orders[each])}</a>`,
  )
  const body = html`<h1>${list.title}</h1><p class="meta">${say(words.awardsOf)} · ${list.host} · ${day(list.publishedAt, language)} · ${list.awards.length} ${say(words.awards)}</p>
<p>${say(words.orderBy)}${orders.map((each, i) => html`${i > 0 && ' · '}${each}`)}</p>
${list.download && html`<p class="actions"><a class="button" href="${list.download}" download>${say(words.download)}</a></p>`}
${groups.length > 1 && html`<nav aria-label="${say(words.jump)}"><p>${groups.map((group, i) => html`${i > 0 && ' · '}<a href="#g-${group.key}">${group.title[language]}${bracketed(group.awards.length, language)}</a>`)}</p></nav>`}
${groups.map((group) => section(group, language))}`
  const data = { '@type': 'ItemList', name: list.title, numberOfItems: list.awards.length }
  return framed(
    { site, language, at, title: `${list.title} · ${say(words.awardsOf)}`, description: `${list.title}，${list.host}`, wide: true, data },
    body,
  )
}

/** All the pages of a list: every order in both languages. */
export const awardListPages = (list: AwardList, site: Site): Page[] =>
  (['zh', 'en'] as const).flatMap((language) => awardOrders.map((order) => awardListPage(list, order, language, site)))

/** Groups stand in the order of the list, of the provinces' codes, or of the institutions' names as Chinese sorts them. */
function grouped(awards: readonly AwardLine[], order: AwardOrder): Group[] {
  const groups = new Map<string, Group>()
  for (const award of awards) {
    const { key, title } = groupOf(award, order)
    const group = groups.get(key) ?? { key, title, awards: [] }
    group.awards.push(award)
    groups.set(key, group)
  }
  const all = [...groups.values()]
  if (order === 'province') return all.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  if (order === 'institution') return all.toSorted((a, b) => a.title.zh.localeCompare(b.title.zh, 'zh-CN'))
  return all
}

function groupOf(award: AwardLine, order: AwardOrder): { key: string; title: Text } {
  if (order === 'list') return award.category
  if (order === 'institution') return { key: award.institution.id, title: { zh: award.institution.name, en: award.institution.name } }
  const province = award.province ? provinceOf(award.province) : undefined
  return province ? { key: province.code, title: { zh: province.name, en: province.en } } : { key: '99', title: words.noProvince }
}

function section(group: Group, language: Language): Html {
  const say = (word: Text) => word[language]
  const columns = [words.number, words.title, words.unit, words.institution, words.province, words.category, words.certificateNo]
  return html`<section id="g-${group.key}"><h2>${group.title[language]}${bracketed(group.awards.length, language)}</h2><div class="scroll"><table class="cards"><thead><tr>${columns.map((column) => html`<th scope="col">${say(column)}</th>`)}</tr></thead><tbody>${group.awards.map((award, i) => row(award, i, language))}</tbody></table></div></section>`
}

function row(award: AwardLine, i: number, language: Language): Html {
  const say = (word: Text) => word[language]
  const cell = (word: Text, value: Html | string) => html`<td data-label="${say(word)}">${value}</td>`
  const province = award.province ? provinceOf(award.province) : undefined
  return html`<tr>${cell(words.number, String(i + 1))}${cell(words.title, award.hasWorkPage ? html`<a href="${addressOf(publicPath.work(award.id, language))}">${award.title}</a>` : award.title)}${cell(words.unit, award.unit)}${cell(words.institution, html`<a href="${addressOf(publicPath.institution(award.institution.id, language))}">${award.institution.name}</a>`)}${cell(words.province, (language === 'zh' ? province?.name : province?.en) ?? '')}${cell(words.category, award.category.title[language])}${cell(words.certificateNo, html`<a href="${addressOf(publicPath.certificate(award.number, language))}">${award.number}</a>`)}</tr>`
}

/** The list as a file to be downloaded, headings in both languages. */
export function awardListSheet(list: AwardList): Promise<Buffer> {
  const columns: TableColumn<AwardLine>[] = [
    { heading: words.category, width: 24, value: ({ category }) => category.title.zh },
    { heading: words.title, width: 50, value: ({ title }) => title },
    { heading: words.unit, width: 40, value: ({ unit }) => unit },
    { heading: words.institution, width: 30, value: ({ institution }) => institution.name },
    { heading: words.province, width: 12, value: ({ province }) => provinces.find(({ code }) => code === province)?.name },
    { heading: words.certificateNo, width: 24, value: ({ number }) => number },
  ]
  return table(columns, list.awards, { language: 'both', sheet: '入选名单 Awards' })
}
