import type { Batch } from '../../shared/batches/schema.ts'
import { canonical } from '../../shared/canonical.ts'
import type { CallEntry, Home, NoticeEntry, ResultEntry, StoryEntry, WorkPage } from '../../shared/portal/pages.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { type Language, languages } from '../../shared/text.ts'
import { now } from '../aws/clock.ts'
import type { Job } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { putPage, removePage } from '../aws/site.ts'
import { type Row, table } from '../aws/table.ts'
import { certificatePage, institutionPage, workPage } from './award.ts'
import { awardListPages, awardListSheet } from './awards.ts'
import { feed, sitemap } from './feeds.ts'
import type { Page } from './frame.ts'
import { awardData, awardListData, institutionData, noticeData } from './gathering.ts'
import { homePage } from './home.ts'
import { noticePage } from './notice.ts'
import { publicSite as site } from './site.ts'

/** Hosts whose calls are of public interest; a university's own rounds are its own affair. */
const publicHosts: readonly string[] = ['national', 'province', 'xpcc', 'ministry']
const put = (pages: readonly Page[]) => Promise.all(pages.map(({ path, html }) => putPage(path, html)))
const remember = (kind: 'CALL' | 'NOTICE' | 'RESULT' | 'STORY', id: string, entry: object) =>
  table.put({ ...key.portal(kind, id), kind: 'portal', entry } as Row)

/** Renders what a fact has changed on the public site, and the home page where that shows it. May run again: a page is what its rows say now. */
export async function publishPage({ page, id }: Extract<Job, { job: 'publish' }>): Promise<void> {
  if (page === 'award') {
    // Thousands are granted in one publication, and the home page shows only what they have to tell.
    if (!(await publishAward(id))) return
  } else if (page !== 'home') await { call: publishCall, notice: publishNotice, awards: publishAwards }[page](id)
  await publishHome()
}

async function publishCall(id: string): Promise<void> {
  const batch = await table.get<Batch>(key.batch(id))
  const collect = batch?.stages.find(({ kind, on }) => kind === 'collect' && on)
  if (!batch || !collect?.opens || !collect.closes || batch.source || !publicHosts.includes(batch.host.kind)) return
  if (batch.state !== 'open' || collect.closes <= now()) return table.remove(key.portal('CALL', id))
  await remember('CALL', id, {
    batch: id,
    title: batch.title,
    host: batch.host.name,
    opens: collect.opens,
    closes: collect.closes,
    stage: collect.title,
  } satisfies CallEntry)
}

async function publishNotice(id: string): Promise<void> {
  const data = await noticeData(id)
  if (!data) return
  await put(languages.map((language) => noticePage(data, language, site())))
  const { title, publishedAt, ends } = data.notice
  await remember('NOTICE', id, { id, title, publishedAt, ends } satisfies NoticeEntry)
}

async function publishAwards(batch: string): Promise<void> {
  const data = await awardListData(batch)
  if (!data) return
  const list = { ...data, download: `/${publicPath.awardsSheet(batch)}` }
  await put(awardListPages(list, site()))
  await putPage(publicPath.awardsSheet(batch), await awardListSheet(list))
  await remember('RESULT', batch, {
    batch,
    title: data.title,
    publishedAt: data.publishedAt,
    awards: data.awards.length,
  } satisfies ResultEntry)
}

/** The certificate, the work page and the institution's page of an award. Answers whether its story on the home page has changed. */
async function publishAward(id: string): Promise<boolean> {
  const data = await awardData(id)
  if (!data) return false
  const { certificate, work, isPublic, institution } = data
  await put(languages.map((language) => certificatePage(certificate, language, site())))
  if (isPublic) await put(languages.map((language) => workPage(work, language, site())))
  else await Promise.all(languages.map((language) => removePage(publicPath.work(id, language))))
  const all = await institutionData(institution)
  if (all) await put(languages.map((language) => institutionPage(all, language, site())))
  return tellStory(id, isPublic ? work : undefined)
}

/** Keeps the latest post of a public work page for the home page; answers whether that has changed. */
async function tellStory(id: string, work: WorkPage | undefined): Promise<boolean> {
  const latest = work?.posts[0]
  const before = await table.get<{ entry: StoryEntry }>(key.portal('STORY', id))
  if (!work || !latest) {
    if (before) await table.remove(key.portal('STORY', id))
    return before !== undefined
  }
  const { title, unit, institution } = work.award
  const entry: StoryEntry = { award: id, title, unit, institution: institution.name, post: latest.title, at: latest.at }
  if (before && canonical(before.entry) === canonical(entry)) return false
  await remember('STORY', id, entry)
  return true
}

async function publishHome(): Promise<void> {
  const rows = await table.all<Row & { entry: unknown }>({ pk: key.portal('CALL', '').pk })
  const entries = <E>(kind: string) => rows.filter(({ sk }) => sk.startsWith(`${kind}#`)).map(({ entry }) => entry as E)
  const latest = (a: string, b: string) => (a < b ? 1 : -1)
  const home: Home = {
    calls: entries<CallEntry>('CALL').sort((a, b) => latest(b.closes, a.closes)),
    notices: entries<NoticeEntry>('NOTICE').sort((a, b) => latest(a.publishedAt, b.publishedAt)),
    results: entries<ResultEntry>('RESULT').sort((a, b) => latest(a.publishedAt, b.publishedAt)),
    stories: entries<StoryEntry>('STORY')
      .sort((a, b) => latest(a.at, b.at))
      .slice(0, 12),
    at: now(),
  }
  await put(languages.map((language) => homePage(home, language, site())))
  for (const language of languages) {
    const { path, xml } = feed(home, language, site())
    await putPage(path, xml)
  }
  const pages = [
    { at: publicPath.home },
    ...home.notices.map(({ id }) => ({ at: (language: Language) => publicPath.notice(id, language) })),
    ...home.results.map(({ batch }) => ({ at: (language: Language) => publicPath.awards(batch, language) })),
    ...home.stories.map(({ award }) => ({ at: (language: Language) => publicPath.work(award, language) })),
  ]
  const map = sitemap(pages, site())
  await putPage(map.path, map.xml)
}
