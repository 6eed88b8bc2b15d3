import type { Listed, ListedGroup, NoticeEntry, NoticePage, Site } from '../../shared/portal/pages.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import { between, type Language } from '../../shared/text.ts'
import { day, deadline } from './dates.ts'
import { framed, type Page } from './frame.ts'
import { type Html, html, paragraphs, written } from './html.ts'
import { amount, bracketed, words } from './words.ts'

/** A public notice (公示): what is proposed, until when, and how to object. */
export function noticePage({ notice, batchTitle, cancelled, graded, groups }: NoticePage, language: Language, site: Site): Page {
  const say = (word: { zh: string; en: string }) => word[language]
  const running = notice.state === 'published' && !cancelled
  const { contact } = notice
  const own = written(language)
  const body = html`<article><h1${own}>${notice.title}</h1><p class="meta"><span${own}>${notice.host.name}</span>${between}${day(notice.publishedAt, language)}${between}${noticeTag({ ...notice, cancelled }, language)}</p>
${cancelled && html`<p class="lead"><strong>${say(words.stoppedText)}</strong></p>`}
<div${own}>${paragraphs(notice.text)}</div>
${(notice.amendments ?? []).map((each) => html`<p class="lead"><strong>${say(words.amended)}</strong> ${day(each.at, language)}${each.added > 0 && html`${language === 'zh' ? '，' : ', '}${say(words.anew)}`}</p>`)}
<dl class="facts"><dt>${say(words.batch)}</dt><dd${own}>${batchTitle}</dd><dt>${say(words.period)}</dt><dd>${day(notice.publishedAt, language)} – ${deadline(notice.ends, language)}<br>${language === 'zh' ? '共 ' : ''}${amount(notice.workingDays, 'workingDays', language)}</dd></dl>
<h2 id="list">${say(graded ? words.proposed : words.list)}</h2>${groups.map((group) => groupTable(group, language))}
${!cancelled && html`<h2 id="object">${say(words.howTo)}</h2><p>${say(words.howToText)}</p>`}
<dl class="facts"><dt>${say(words.contact)}</dt><dd${own}>${contact.name}</dd><dt>${say(words.phone)}</dt><dd><a href="tel:${contact.phone.replace(/[^\d+]/g, '')}">${contact.phone}</a></dd><dt>${say(words.email)}</dt><dd><a href="mailto:${contact.email}">${contact.email}</a></dd>${contact.address && html`<dt>${say(words.address)}</dt><dd${own}>${contact.address}</dd>`}</dl>
${running && objectionForm(notice.id, language)}</article>`
  const data = {
    '@type': 'Article',
    headline: notice.title,
    datePublished: notice.publishedAt,
    expires: notice.ends,
    publisher: { '@type': 'Organization', name: notice.host.name },
  }
  const at = (each: Language) => publicPath.notice(notice.id, each)
  return framed({ site, language, at, title: notice.title, description: notice.text, column: 'notices', wide: true, data }, body)
}

/** Whether a notice runs, is over by its date, or has stopped with its batch. */
export function noticeTag({ state, ends, cancelled }: Pick<NoticeEntry, 'state' | 'ends' | 'cancelled'>, language: Language): Html {
  if (cancelled) return html`<span class="tag">${words.stopped[language]}</span>`
  const says = state === 'published' ? words.running : words.over
  return html`<span class="tag" data-until="${ends}" data-over="${words.over[language]}">${says[language]}</span>`
}

const provinceName = (code: string | undefined, language: Language): string =>
  code ? (provinceOf(code)?.[language === 'zh' ? 'name' : 'en'] ?? '') : ''

function groupTable(group: ListedGroup, language: Language): Html {
  const say = (word: { zh: string; en: string }) => word[language]
  const own = written(language)
  const provinces = group.items.some(({ province }) => province !== undefined)
  // Where every unit is what is proposed, or the institution itself, a column of its own would only say it twice.
  const units = group.items.some(({ title, unit, institution }) => unit !== title && unit !== institution)
  const row = (item: Listed, i: number) =>
    html`<tr><td data-label="${say(words.number)}">${i + 1}</td><td data-label="${say(words.title)}"><span${own}>${item.title}</span></td>${units && html`<td data-label="${say(words.unit)}"><span${own}>${item.unit}</span></td>`}<td data-label="${say(words.institution)}"><span${own}>${item.institution}</span></td>${provinces && html`<td data-label="${say(words.province)}">${provinceName(item.province, language)}</td>`}</tr>`
  return html`<h3 id="g-${group.key}">${group.title[language]}${bracketed(group.items.length, language)}</h3><div class="scroll"><table class="cards" aria-labelledby="g-${group.key}"><thead><tr><th scope="col">${say(words.number)}</th><th scope="col">${say(words.title)}</th>${units && html`<th scope="col">${say(words.unit)}</th>`}<th scope="col">${say(words.institution)}</th>${provinces && html`<th scope="col">${say(words.province)}</th>`}</tr></thead><tbody>${group.items.map(row)}</tbody></table></div>`
}

/** Shown by the page's script, which sends it; without a script the contact above serves. */
function objectionForm(notice: string, language: Language): Html {
  const say = (word: { zh: string; en: string }) => word[language]
  const required = html`<span class="required" aria-hidden="true">*</span>`
  const field = (name: string, label: { zh: string; en: string }, rules: Html, optional = false) =>
    html`<p><label for="o-${name}">${!optional && required}${say(label)}${optional && say(words.optional)}</label><br><input id="o-${name}" name="${name}" ${rules}></p>`
  return html`<form class="objection" data-objection="/api/notices/${notice}/objections" data-sent="${say(words.objectionSent)}" data-failed="${say(words.objectionFailed)}" hidden>
<h3>${say(words.objectOnline)}</h3><p class="meta">${say(words.realName)}</p>
${field('name', words.yourName, html`required minlength="2" maxlength="60" autocomplete="name"`)}
${field('phone', words.phone, html`required type="tel" pattern="[0-9 +\\-\\(\\)]{6,30}" autocomplete="tel"`)}
${field('email', words.email, html`required type="email" maxlength="200" autocomplete="email"`)}
${field('unit', words.unit, html`maxlength="120" autocomplete="organization"`, true)}
${field('receipt', words.receipt, html`maxlength="60" autocomplete="off"`, true)}
<p><label for="o-text">${required}${say(words.objectionText)}</label><br><textarea id="o-text" name="text" required minlength="20" maxlength="5000" rows="8"></textarea></p>
<p class="actions"><button class="button">${say(words.send)}</button></p><p role="status" class="lead"></p></form>`
}
