import type { Home, Site } from '../../shared/portal/pages.ts'
import { addressOf, publicPath } from '../../shared/portal/paths.ts'
import type { Language, Text } from '../../shared/text.ts'
import { callRow, listed, noticeRow, resultRow, storyTile } from './columns.ts'
import { type Column, columnTitle, framed, type Page } from './frame.ts'
import { type Html, html } from './html.ts'
import { searchForm } from './searching.ts'
import { words } from './words.ts'

/** How many entries of a column stand on the home page; the rest is a link away. */
const shown = { notices: 6, results: 6, stories: 6 } as const

/** The home page: what may be applied for now, what is announced, what was decided, what awardees do. */
export function homePage(home: Home, language: Language, site: Site): Page {
  const say = (word: Text) => word[language]
  const part = (column: Column, content: Html): Html =>
    html`<section id="${column}"><h2>${say(columnTitle[column])}<a class="more" href="${addressOf(publicPath[column](language))}" aria-label="${say(words.more)}${language === 'zh' ? '' : ': '}${say(columnTitle[column])}">${say(words.more)}</a></h2>${content}</section>`
  const stories = home.stories.slice(0, shown.stories)
  const body = html`<h1 class="unseen">${site.name[language]}</h1>
<div class="doors">${searchForm(language)}<p><a class="button" href="/app/">${say(words.apply)}</a> <a class="button plain" href="${addressOf(publicPath.certificates(language))}">${say(words.check)}</a></p></div>
${part(
  'calls',
  listed(
    home.calls.map((call) => callRow(call, language)),
    language,
  ),
)}
<div class="two">${part(
    'notices',
    listed(
      home.notices.slice(0, shown.notices).map((notice) => noticeRow(notice, language)),
      language,
    ),
  )}
${part(
  'results',
  listed(
    home.results.slice(0, shown.results).map((result) => resultRow(result, language)),
    language,
  ),
)}</div>
${stories.length > 0 && part('stories', html`<ol class="tiles">${stories.map((story) => storyTile(story, language))}</ol>`)}`
  const data = {
    '@type': 'WebSite',
    name: site.name[language],
    publisher: { '@type': 'Organization', name: site.host[language] },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${site.origin}${addressOf(publicPath.search(language))}?q={query}`,
      'query-input': 'required name=query',
    },
  }
  return framed({ site, language, at: publicPath.home, title: site.name[language], description: say(words.lead), wide: true, data }, body)
}
