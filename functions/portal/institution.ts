import type { InstitutionPage, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import type { Language, Text } from '../../shared/text.ts'
import { day } from './dates.ts'
import { facts, link } from './facts.ts'
import { framed, type Page } from './frame.ts'
import { html, written } from './html.ts'
import { awardStates, bracketed, words } from './words.ts'

/** An institution with all its awards, newest first. */
export function institutionPage(institution: InstitutionPage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const own = written(language)
  const at = (each: Language) => publicPath.institution(institution.id, each)
  const province = institution.province ? provinceOf(institution.province) : undefined
  const awards = institution.awards.toSorted((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1))
  // Where every unit is what it was awarded for, or the institution itself, a column of its own would only say it twice.
  const units = awards.some(({ title, unit }) => unit !== title && unit !== institution.name)
  const rows = awards.map(
    (award) =>
      html`<tr><td data-label="${say(words.title)}"${own}>${award.hasWorkPage ? link(addressOf(publicPath.work(award.id, language)), award.title) : award.title}</td>${units && html`<td data-label="${say(words.unit)}"><span${own}>${award.unit}</span></td>`}<td data-label="${say(words.batch)}"><span${own}>${link(addressOf(publicPath.awards(award.batch, language)), award.batchTitle)}</span></td><td data-label="${say(words.category)}">${award.category[language]}</td><td class="whole" data-label="${say(words.granted)}">${day(award.grantedAt, language)}</td><td class="whole" data-label="${say(words.state)}">${awardStates[award.state][language]}</td></tr>`,
  )
  const columns = [words.title, ...(units ? [words.unit] : []), words.batch, words.category, words.granted, words.state]
  const body = html`<h1${own}>${institution.name}</h1>${facts(
    language,
    [words.code, institution.code],
    [
      words.province,
      province && link(addressOf(publicPath.province(province.code, language)), language === 'zh' ? province.name : province.en),
    ],
  )}
<h2>${say(words.itsAwards)}${bracketed(awards.length, language)}</h2>${
    rows.length > 0
      ? html`<div class="scroll"><table class="cards"><thead><tr>${columns.map((column) => html`<th scope="col">${say(column)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
      : html`<p class="meta">${say(words.none)}</p>`
  }`
  const data = { '@type': 'CollegeOrUniversity', name: institution.name, identifier: institution.code }
  return framed(
    {
      site,
      language,
      at,
      title: institution.name,
      description: `${institution.name} · ${say(words.itsAwards)}`,
      column: 'institutions',
      wide: true,
      data,
    },
    body,
  )
}
