import type { CertificatePage, InstitutionPage, Site, WorkPage } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import type { Language, Text } from '../../shared/text.ts'
import { date, day } from './dates.ts'
import { framed, type Page } from './frame.ts'
import { type Html, html, paragraphs } from './html.ts'
import { awardStates, bracketed, words } from './words.ts'

const megabytes = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
const facts = (language: Language, ...pairs: readonly (readonly [Text, Html | string | undefined | false])[]): Html =>
  html`<dl class="facts">${pairs.map(([label, value]) => value && html`<dt>${label[language]}</dt><dd>${value}</dd>`)}</dl>`
const link = (address: string, text: string): Html => html`<a href="${address}">${text}</a>`

/** An awardee's work page: what was awarded, what is due, and the diary of what has been done, newest first. */
export function workPage({ award, obligations, posts }: WorkPage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const at = (each: Language) => publicPath.work(award.id, each)
  const diary = posts.map(
    (post) =>
      html`<li id="p-${post.id}"><h3>${post.title}</h3><p class="meta">${day(post.at, language)}</p>${paragraphs(post.text)}${
        post.files.length > 0 &&
        html`<p class="meta">${say(words.attachments)}${post.files.map(({ name, bytes, address }, i) => html`${i > 0 && (language === 'zh' ? '、' : ', ')}${address ? html`<a href="${address}" download="${name}">${name}</a>` : name}${bracketed(megabytes(bytes), language)}`)}</p>`
      }</li>`,
  )
  const due = obligations.map(
    (obligation) =>
      html`<li><span>${obligation.title[language]} ${obligation.met && html`<span class="tag">${say(words.met)}</span>`}</span><span>${say(words.due)} ${date(obligation.due, language)}</span></li>`,
  )
  const body = html`<h1>${award.title}</h1><p class="meta">${award.unit} · <span class="tag">${awardStates[award.state][language]}</span></p>
${facts(
  language,
  [words.institution, link(addressOf(publicPath.institution(award.institution.id, language)), award.institution.name)],
  [words.batch, link(addressOf(publicPath.awards(award.batch, language)), award.batchTitle)],
  [words.category, award.category.title[language]],
  [words.certificateNo, link(addressOf(publicPath.certificate(award.number, language)), award.number)],
  [words.granted, day(award.grantedAt, language)],
  [words.runs, date(award.ends, language)],
  [words.grade, award.grade?.[language]],
)}
<h2>${say(words.diary)}</h2>${diary.length > 0 ? html`<ol class="diary">${diary}</ol>` : html`<p class="meta">${say(words.noPosts)}</p>`}
${due.length > 0 && html`<h2>${say(words.obligations)}</h2><ul class="notices">${due}</ul>`}`
  const data = {
    '@type': 'Project',
    name: award.title,
    sponsor: { '@type': 'Organization', name: award.host },
    member: { '@type': 'CollegeOrUniversity', name: award.institution.name },
  }
  return framed({ site, language, at, title: award.title, description: `${award.unit} · ${award.batchTitle}`, data }, body)
}

/** The page a certificate's QR code leads to: whether it is genuine, for whom, and whether it still holds. */
export function certificatePage(certificate: CertificatePage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const at = (each: Language) => publicPath.certificate(certificate.number, each)
  const body = html`<h1>${say(words.check)}</h1><p class="stamp">${certificate.number}</p><p class="lead"><strong>${say(certificate.state === 'revoked' ? words.revoked : words.genuine)}</strong></p>
${facts(
  language,
  [words.holder, certificate.holder],
  [
    words.title,
    certificate.hasWorkPage ? link(addressOf(publicPath.work(certificate.award, language)), certificate.title) : certificate.title,
  ],
  [words.batch, certificate.batchTitle],
  [words.category, certificate.category[language]],
  [words.by, certificate.host],
  [words.granted, day(certificate.grantedAt, language)],
  [words.runs, date(certificate.ends, language)],
  [words.state, awardStates[certificate.state][language]],
  [words.hash, certificate.sha256?.[language]],
)}${certificate.file && html`<p class="actions"><a class="button" href="${certificate.file[language]}">${say(words.see)}</a></p>`}<p class="meta">${say(words.compare)}</p>`
  return framed(
    { site, language, at, title: `${say(words.check)} ${certificate.number}`, description: certificate.title, unlisted: true },
    body,
  )
}

/** An institution with all its awards, newest first. */
export function institutionPage(institution: InstitutionPage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const at = (each: Language) => publicPath.institution(institution.id, each)
  const province = institution.province ? provinceOf(institution.province) : undefined
  const awards = institution.awards.toSorted((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1))
  const rows = awards.map(
    (award) =>
      html`<tr><td data-label="${say(words.title)}">${award.hasWorkPage ? link(addressOf(publicPath.work(award.id, language)), award.title) : award.title}</td><td data-label="${say(words.unit)}">${award.unit}</td><td data-label="${say(words.batch)}">${link(addressOf(publicPath.awards(award.batch, language)), award.batchTitle)}</td><td data-label="${say(words.category)}">${award.category[language]}</td><td data-label="${say(words.granted)}">${day(award.grantedAt, language)}</td><td data-label="${say(words.state)}">${awardStates[award.state][language]}</td></tr>`,
  )
  const columns = [words.title, words.unit, words.batch, words.category, words.granted, words.state]
  const body = html`<h1>${institution.name}</h1>${facts(language, [words.code, institution.code], [words.province, language === 'zh' ? province?.name : province?.en])}
<h2>${say(words.itsAwards)}${bracketed(awards.length, language)}</h2>${
    rows.length > 0
      ? html`<div class="scroll"><table class="cards"><thead><tr>${columns.map((column) => html`<th scope="col">${say(column)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
      : html`<p class="meta">${say(words.none)}</p>`
  }`
  const data = { '@type': 'CollegeOrUniversity', name: institution.name, identifier: institution.code }
  return framed(
    { site, language, at, title: institution.name, description: `${institution.name} · ${say(words.itsAwards)}`, wide: true, data },
    body,
  )
}
