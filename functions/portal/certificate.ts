import type { CertificatePage, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language, Text } from '../../shared/text.ts'
import { date, day } from './dates.ts'
import { facts, link } from './facts.ts'
import { framed, type Page } from './frame.ts'
import { html, written } from './html.ts'
import { awardStates, words } from './words.ts'

/** The page a certificate's QR code leads to: whether it is genuine, for whom, and whether it still holds. */
export function certificatePage(certificate: CertificatePage, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const own = written(language)
  const at = (each: Language) => publicPath.certificate(certificate.number, each)
  const revoked = certificate.state === 'revoked'
  const title =
    certificate.hasWorkPage && !revoked
      ? link(addressOf(publicPath.work(certificate.award, language)), certificate.title)
      : certificate.title
  const body = html`<h1>${say(words.check)}</h1><div class="verdict${revoked && ' no'}"><p class="stamp">${certificate.number}</p><p class="lead"><strong>${say(revoked ? words.revoked : words.genuine)}</strong></p></div>
${facts(
  language,
  [words.holder, html`<span${own}>${certificate.holder}</span>`],
  [words.title, html`<span${own}>${title}</span>`],
  [words.batch, html`<span${own}>${certificate.batchTitle}</span>`],
  [words.category, certificate.category[language]],
  [words.by, html`<span${own}>${certificate.host}</span>`],
  [certificate.grade ? words.issued : words.granted, day(certificate.grantedAt, language)],
  [words.runs, !certificate.grade && date(certificate.ends, language)],
  [words.grade, certificate.grade?.[language]],
  [
    words.accepted,
    certificate.accepted !== undefined && link(addressOf(publicPath.certificate(certificate.accepted, language)), certificate.accepted),
  ],
  [words.state, awardStates[certificate.state][language]],
  [words.hash, certificate.sha256?.[language]],
)}<p class="actions">${certificate.file && html`<a class="button" href="${certificate.file[language]}">${say(words.see)}</a>`}<a class="button plain" href="${addressOf(publicPath.certificates(language))}">${say(words.another)}</a></p><p class="meta">${say(words.compare)}</p>`
  return framed(
    {
      site,
      language,
      at,
      title: `${say(words.check)} ${certificate.number}`,
      description: certificate.title,
      column: 'certificates',
      unlisted: true,
    },
    body,
  )
}

/** Where a number is entered. The page's script looks whether there is such a certificate; without it the page says what address to type. */
export function checkPage(language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const address = `${site.origin}${addressOf(publicPath.certificate('NUMBER', language))}`.replace(
    'NUMBER',
    language === 'zh' ? '编号' : 'NUMBER',
  )
  const body = html`<h1>${say(words.check)}</h1><p class="lead">${say(words.checkLead)}</p>
<form class="check" data-check="${addressOf(publicPath.certificate('NUMBER', language))}" data-missing="${say(words.checkMissing)}" data-empty="${say(words.checkEmpty)}" data-failed="${say(words.searchFailed)}" hidden><label for="number">${say(words.checkNumber)}</label><p class="meta" id="example">${say(words.checkExample)}</p><input id="number" name="number" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="80" aria-describedby="example said"><p id="said" role="alert"></p><p class="actions"><button class="button">${say(words.checkGo)}</button></p></form>
<noscript><p>${say(words.checkNoScript).replace('{address}', address)}</p><p><a href="${addressOf(publicPath.results(language))}">${say(words.results)}</a></p></noscript>`
  return framed(
    { site, language, at: publicPath.certificates, title: say(words.check), description: say(words.checkLead), column: 'certificates' },
    body,
  )
}
