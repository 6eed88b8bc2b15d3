import type { Home, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language } from '../../shared/text.ts'
import { day, deadline } from './dates.ts'
import { framed, type Page } from './frame.ts'
import { type Html, html } from './html.ts'
import { words } from './words.ts'

/** The home page: what may be applied for now, what is announced, what was decided, what awardees do. */
export function homePage(home: Home, language: Language, site: Site): Page {
  const say = (word: { zh: string; en: string }) => word[language]
  const list = (rows: readonly Html[]) =>
    rows.length > 0 ? html`<ul class="notices">${rows}</ul>` : html`<p class="meta">${say(words.none)}</p>`
  const calls = home.calls.map(
    (call) =>
      html`<li><span><a href="/app/batches/${encodeURIComponent(call.batch)}">${call.title}</a> <span class="tag">${call.stage[language]}</span></span><span>${say(words.until)} ${deadline(call.closes, language)}</span></li>`,
  )
  const notices = home.notices.map(
    (notice) =>
      html`<li><span><a href="${addressOf(publicPath.notice(notice.id, language))}">${notice.title}</a> <span class="tag">${say(home.at < notice.ends ? words.running : words.over)}</span></span>${day(notice.publishedAt, language)}</li>`,
  )
  const results = home.results.map(
    (result) =>
      html`<li><span><a href="${addressOf(publicPath.awards(result.batch, language))}">${result.title}</a> · ${result.awards} ${say(words.awards)}</span>${day(result.publishedAt, language)}</li>`,
  )
  const stories = home.stories.map(
    (story) =>
      html`<li><h3><a href="${addressOf(publicPath.work(story.award, language))}">${story.post}</a></h3><p>${story.title}</p><p class="meta">${story.institution === story.unit ? story.unit : `${story.institution} · ${story.unit}`} · ${day(story.at, language)}</p></li>`,
  )
  const body = html`<h1>${site.name[language]}</h1><p class="lead">${say(words.lead)}</p>
<section id="calls"><h2>${say(words.calls)}</h2>${list(calls)}</section>
<section id="notices"><h2>${say(words.notices)}</h2>${list(notices)}</section>
<section id="results"><h2>${say(words.results)}</h2>${list(results)}</section>
${stories.length > 0 && html`<section id="stories"><h2>${say(words.stories)}</h2><ol class="tiles">${stories}</ol></section>`}`
  const data = { '@type': 'WebSite', name: site.name[language], publisher: { '@type': 'Organization', name: site.host[language] } }
  return framed({ site, language, at: publicPath.home, title: site.name[language], description: say(words.lead), wide: true, data }, body)
}
