import type { Site, WorkPage } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import { provinceOf } from '../../shared/register/provinces.ts'
import { between, type Language, type Text } from '../../shared/text.ts'
import { date, day } from './dates.ts'
import { facts, link } from './facts.ts'
import { framed, type Page } from './frame.ts'
import { html, paragraphs, written } from './html.ts'
import { awardStates, bracketed, words } from './words.ts'

const megabytes = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

/** An awardee's work page: what was awarded, what is due, and the diary of what has been done, newest first. */
export function workPage({ award, obligations, posts }: WorkPage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const own = written(language)
  const at = (each: Language) => publicPath.work(award.id, each)
  const province = award.province ? provinceOf(award.province) : undefined
  const diary = posts.map(
    (post) =>
      html`<li id="p-${post.id}"><h3${own}>${post.title}</h3><p class="meta">${day(post.at, language)}</p><div${own}>${paragraphs(post.text)}</div>${
        post.pictures.length > 0 &&
        html`<ul class="pictures">${post.pictures.map(({ address, name, width, height }) => html`<li><a href="${address}"><img src="${address}" width="${width}" height="${height}" alt="${name}"${own} loading="lazy"></a></li>`)}</ul>`
      }${
        post.files.length > 0 &&
        html`<p class="meta">${say(words.attachments)}${post.files.map(({ name, bytes, address }, i) => html`${i > 0 && (language === 'zh' ? '、' : ', ')}<span${own}>${address ? html`<a href="${address}" download="${name}">${name}</a>` : name}</span>${bracketed(megabytes(bytes), language)}`)}</p>`
      }</li>`,
  )
  // What was never asked for is no longer owed once the award has ended.
  const atWork = award.state === 'open' || award.state === 'extended'
  const due = obligations
    .filter(({ met }) => met || atWork)
    .map(
      (obligation) =>
        html`<li><span>${obligation.title[language]} ${obligation.met && html`<span class="tag">${say(words.met)}</span>`}</span><span>${say(words.due)} ${date(obligation.due, language)}</span></li>`,
    )
  const body = html`<article><h1${own}>${award.title}</h1><p class="meta">${award.unit !== award.title && html`<span${own}>${award.unit}</span>${between}`}<span class="tag">${awardStates[award.state][language]}</span></p>
${facts(
  language,
  [
    words.institution,
    html`<span${own}>${link(addressOf(publicPath.institution(award.institution.id, language)), award.institution.name)}</span>`,
  ],
  [
    words.province,
    province && link(addressOf(publicPath.province(province.code, language)), language === 'zh' ? province.name : province.en),
  ],
  [words.batch, html`<span${own}>${link(addressOf(publicPath.awards(award.batch, language)), award.batchTitle)}</span>`],
  [words.category, award.category.title[language]],
  [words.certificateNo, link(addressOf(publicPath.certificate(award.number, language)), award.number)],
  [words.granted, day(award.grantedAt, language)],
  [words.runs, date(award.ends, language)],
  [words.grade, award.gradeTitle?.[language]],
  [words.accepted, award.accepted !== undefined && link(addressOf(publicPath.certificate(award.accepted, language)), award.accepted)],
)}
<h2 id="diary">${say(words.diary)}</h2>${diary.length > 0 ? html`<ol class="diary">${diary}</ol>` : html`<p class="meta">${say(words.noPosts)}</p>`}
${due.length > 0 && html`<h2>${say(words.obligations)}</h2><ul class="notices">${due}</ul>`}</article>`
  const data = {
    '@type': 'Project',
    name: award.title,
    sponsor: { '@type': 'Organization', name: award.host },
    member: { '@type': 'CollegeOrUniversity', name: award.institution.name },
  }
  const picture = posts.flatMap(({ pictures }) => pictures).find(({ width, height }) => width >= 300 && height >= 300)?.address
  return framed(
    {
      site,
      language,
      at,
      title: award.title,
      description: `${award.unit} · ${award.batchTitle} · ${award.category.title[language]}`,
      column: 'stories',
      data,
      ...(picture !== undefined && { picture }),
    },
    body,
  )
}
