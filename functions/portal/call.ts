import type { CallPage, Site } from '../../shared/portal/pages.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { between, type Language, type Text } from '../../shared/text.ts'
import { left } from './columns.ts'
import { day, deadline } from './dates.ts'
import { framed, type Page } from './frame.ts'
import { html, written } from './html.ts'
import { words } from './words.ts'

/** A call as anybody may read it: what it is for, who may apply, until when, and how. */
export function callPage(call: CallPage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const at = (each: Language) => publicPath.call(call.batch, each)
  const places = call.categories.some((category) => category.places !== undefined)
  const conditions = call.categories.some((category) => category.eligibility.length > 0)
  const body = html`<article><h1${written(language)}>${call.title}</h1><p class="meta"><span${written(language)}>${call.host}</span>${between}<span class="tag"${left(call.closes, language)}>${say(call.stage)}</span></p>
<p>${say(call.introduction)}</p>
<dl class="facts"><dt>${say(call.stage)}</dt><dd>${day(call.opens, language)} – <strong>${deadline(call.closes, language)}</strong></dd>${
    call.basis.length > 0 && html`<dt>${say(words.basis)}</dt><dd${written(language)}>${call.basis.join('、')}</dd>`
  }</dl>
<p class="actions"><a class="button" href="/app/batches/${encodeURIComponent(call.batch)}">${say(words.apply)}</a></p><p class="meta">${say(words.applyHow)}</p>
<h2>${say(words.kinds)}</h2><div class="scroll"><table${conditions && html` class="cards"`}><thead><tr><th scope="col">${say(words.category)}</th>${places && html`<th scope="col">${say(words.places)}</th>`}${conditions && html`<th scope="col">${say(words.eligibility)}</th>`}</tr></thead><tbody>${call.categories.map(
    ({ title, places: number, eligibility }) =>
      html`<tr><td data-label="${say(words.category)}">${say(title)}</td>${places && html`<td data-label="${say(words.places)}">${number ?? '—'}</td>`}${conditions && html`<td data-label="${say(words.eligibility)}"><span>${eligibility.length > 0 ? eligibility.map((each, i) => html`${i > 0 && html`<br>`}${say(each)}`) : '—'}</span></td>`}</tr>`,
  )}</tbody></table></div>
<h2>${say(words.timetable)}</h2><div class="scroll"><table class="cards"><thead><tr><th scope="col">${say(words.stage)}</th><th scope="col">${say(words.begins)}</th><th scope="col">${say(words.endsAt)}</th></tr></thead><tbody>${call.stages.map(
    ({ title, opens, closes }) =>
      html`<tr><td data-label="${say(words.stage)}">${say(title)}</td><td data-label="${say(words.begins)}">${opens ? day(opens, language) : say(words.later)}</td><td data-label="${say(words.endsAt)}">${closes ? deadline(closes, language) : say(words.later)}</td></tr>`,
  )}</tbody></table></div></article>`
  const data = {
    '@type': 'Article',
    headline: call.title,
    datePublished: call.opens,
    expires: call.closes,
    publisher: { '@type': 'Organization', name: call.host },
  }
  return framed({ site, language, at, title: call.title, description: say(call.introduction), column: 'calls', data }, body)
}
