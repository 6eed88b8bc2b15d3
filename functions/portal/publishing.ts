import { ulid } from 'ulid'
import type { Batch } from '../../shared/batches/schema.ts'
import { canonical } from '../../shared/canonical.ts'
import { refuse } from '../../shared/outcome.ts'
import type {
  AwardList,
  CallEntry,
  Home,
  HonouredEntry,
  NoticeEntry,
  ResultEntry,
  StoryEntry,
  WorkPage,
} from '../../shared/portal/pages.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { provinces } from '../../shared/register/provinces.ts'
import { type Language, languages } from '../../shared/text.ts'
import { sha256 } from '../aws/chain.ts'
import { now } from '../aws/clock.ts'
import type { Job } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { putPage, removePage } from '../aws/site.ts'
import { type Row, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { workPage } from './award.ts'
import { awardListPages } from './awards.ts'
import { callPage } from './call.ts'
import { certificatePage, checkPage } from './certificate.ts'
import { columnPages, mapPage, provincePage } from './columns.ts'
import { awardListCsv, awardListSheet } from './downloads.ts'
import { feed, listMap, provincesOf, robots, siteMap, sitemap } from './feeds.ts'
import type { Page } from './frame.ts'
import { awardData, awardListData, callData, homeData, honouredOn, institutionData, noticeData } from './gathering.ts'
import { homePage } from './home.ts'
import { institutionPage } from './institution.ts'
import { missingPage } from './missing.ts'
import { noticePage } from './notice.ts'
import { foundOnList, foundOnSite, searchPage, searchParts } from './searching.ts'
import { publicSite as site } from './site.ts'

/** Hosts whose calls are of public interest; a university's own rounds are its own affair. */
const publicHosts: readonly string[] = ['national', 'province', 'xpcc', 'ministry']
const put = (pages: readonly Page[]) => Promise.all(pages.map(({ path, html }) => putPage(path, html)))
const putText = ({ path, text }: { path: string; text: string }) => putPage(path, text)
const removeAll = (paths: readonly string[]) => Promise.all(paths.map(removePage))
const remember = (kind: Parameters<typeof key.portal>[0], id: string, entry: object, more: object = {}) =>
  table.put({ ...key.portal(kind, id), kind: 'portal', entry, ...more } as Row)

/**
 * Shows what is read, and shows it again while it has changed meanwhile: of two who show the same page at the same time, the one who ends last has read what
 * both know. Half done, it is simply done again.
 */
async function truly<D>(read: () => Promise<D>, show: (data: D, again: boolean) => Promise<unknown>): Promise<D> {
  let data = await read()
  for (let again = false; ; again = true) {
    await show(data, again)
    const after = await read()
    if (canonical(after ?? null) === canonical(data ?? null)) return data
    data = after
  }
}

/** Renders what a fact has changed on the public site, and the columns where those show it. May run again: a page is what its rows say now. */
export async function publishPage({ page, id }: Extract<Job, { job: 'publish' }>): Promise<void> {
  if (page === 'award') {
    // Thousands are granted in one publication, and the columns show only what they have to tell.
    if (!(await publishAward(id))) return
  } else if (page !== 'home') await { call: publishCall, notice: publishNotice, awards: publishAwards }[page](id)
  await publishColumns(page === 'home')
}

/** The page of a call stays when it is over; a call that was cancelled is taken down. */
async function publishCall(id: string): Promise<void> {
  const batch = await table.get<Batch>(key.batch(id))
  if (!batch || batch.source || !publicHosts.includes(batch.host.kind)) return
  await truly(
    async () => ({ call: await callData(id), state: (await table.get<Batch>(key.batch(id)))?.state }),
    async ({ call, state }) => {
      if (!call || state === 'cancelled') await removeAll(languages.map((language) => publicPath.call(id, language)))
      else await put(languages.map((language) => callPage(call, language, site())))
      if (!call || state !== 'open' || call.closes <= now()) return table.remove(key.portal('CALL', id))
      const { batch: of, title, host, opens, closes, stage } = call
      await remember('CALL', id, { batch: of, title, host, opens, closes, stage } satisfies CallEntry)
    },
  )
}

async function publishNotice(id: string): Promise<void> {
  await truly(
    () => noticeData(id),
    async (data) => {
      if (!data) return
      await put(languages.map((language) => noticePage(data, language, site())))
      const { title, state, publishedAt, ends, amendments = [] } = data.notice
      // The list waits until the public can read every correction of its notice.
      const more = { corrections: amendments.length }
      const entry = { id, title, state, publishedAt, ends, ...(data.cancelled && { cancelled: true }) } satisfies NoticeEntry
      await remember('NOTICE', id, entry, more)
    },
  )
}

/** A list in all its orders and parts, to be downloaded and searched; the provinces whose institutions it names. */
async function publishAwards(batch: string): Promise<void> {
  const before = await table.get<{ entry: HonouredEntry[] }>(key.portal('HONOURED', batch))
  const list = await truly(
    () => awardListData(batch),
    async (data, again) => {
      if (data) await showList(data, again)
    },
  )
  // A check honours nobody anew: its awards stand on the list they were granted on.
  if (!list || list.grades) return
  const home = await homeData(now())
  const concerned = new Set([...(before?.entry ?? []), ...honouredOn(list)].map(({ province }) => province))
  const codes = provincesOf({ institutions: [...home.institutions, ...(before?.entry ?? [])] }).filter((code) => concerned.has(code))
  await truly(
    async () => (await homeData(home.at)).institutions,
    (institutions) => put(codes.flatMap((code) => languages.map((language) => provincePage(code, institutions, language, site())))),
  )
}

/** `again`: somebody else may have shown the list as it was before, with parts that nobody has noted. */
async function showList(list: AwardList, again: boolean): Promise<void> {
  const { batch, title, publishedAt, awards, grades } = list
  const pages = awardListPages(list, site())
  const parts = pages.map(({ path }) => path)
  const kept = key.shown(`awards-${batch}`)
  const note = (noted: readonly string[]) => table.put({ ...kept, kind: 'portal', parts: noted } as Row)
  const before = (await table.get<{ parts: string[] }>(kept))?.parts ?? []
  // Noted before they stand there, so that what breaks off leaves no part of which nobody knows.
  await note([...new Set([...before, ...parts])])
  await put(pages)
  await putPage(publicPath.awardsFile(batch, 'xlsx'), await awardListSheet(list))
  await putPage(publicPath.awardsFile(batch, 'csv'), awardListCsv(list))
  for (const language of languages)
    await putPage(publicPath.searchPart(`awards-${batch}`, language), JSON.stringify(foundOnList(list, language)))
  await putText(listMap(list, site()))
  // The last award of a province or kind may have been revoked: then its part is no more.
  const there = new Set(parts)
  await removeAll((again ? await everyPart(list) : before).filter((path) => !there.has(path)))
  await note(parts)
  await remember('RESULT', batch, {
    batch,
    title,
    publishedAt,
    awards: awards.length,
    ...(grades && { graded: true as const }),
  } satisfies ResultEntry)
  if (!grades) await remember('HONOURED', batch, honouredOn(list))
}

/** All parts that a list may have. */
async function everyPart({ batch, grades = [] }: AwardList): Promise<string[]> {
  const parts = [
    ...[...provinces.map(({ code }) => code), '99'].map((province) => ({ province })),
    ...(await kindsOf(batch)).map((kind) => ({ kind })),
    ...grades.map(({ key: grade }) => ({ grade })),
  ]
  return languages.flatMap((language) => parts.map((part) => publicPath.awards(batch, language, part)))
}

const kindsOf = async (batch: string): Promise<string[]> =>
  ((await table.get<Batch>(key.batch(batch)))?.categories ?? []).map(({ key: category }) => category)

/** The certificates, the work page and the institution's page of an award. Answers whether its story has changed. */
async function publishAward(id: string): Promise<boolean> {
  const data = await truly(
    () => awardData(id),
    async (shown) => {
      if (!shown) return
      await put(shown.certificates.flatMap((each) => languages.map((language) => certificatePage(each, language, site()))))
      if (shown.isPublic) await put(languages.map((language) => workPage(shown.work, language, site())))
      else await removeAll(languages.map((language) => publicPath.work(id, language)))
    },
  )
  if (!data) return false
  await truly(
    () => institutionData(data.institution),
    async (all) => all && put(languages.map((language) => institutionPage(all, language, site()))),
  )
  return tellStory(id, data.isPublic ? data.work : undefined)
}

/** How much of a post stands in the column of stories, in characters. */
const beginning = 90

/** Keeps the latest post of a public work page for the columns; answers whether that has changed. */
async function tellStory(id: string, work: WorkPage | undefined): Promise<boolean> {
  const latest = work?.posts[0]
  const before = await table.get<{ entry: StoryEntry }>(key.portal('STORY', id))
  if (!work || !latest) {
    if (before) await table.remove(key.portal('STORY', id))
    return before !== undefined
  }
  const { title, unit, institution } = work.award
  const text = [...latest.text.replace(/\s+/g, ' ')]
  const entry: StoryEntry = {
    award: id,
    title,
    unit,
    institution: institution.name,
    post: latest.title,
    text: text.length > beginning ? `${text.slice(0, beginning).join('')}…` : text.join(''),
    at: latest.at,
    ...(latest.pictures[0] && { picture: latest.pictures[0] }),
  }
  if (before && canonical(before.entry) === canonical(entry)) return false
  await remember('STORY', id, entry)
  return true
}

/** `by`: who puts the pages, with no marks while they do; `again`: another has put older ones meanwhile. */
type Shown = { shows?: string; marks?: Record<string, string>; by: string; again?: boolean }

/**
 * The home page and the columns, what machines read of them, and the pages that stand by themselves. Many facts change nothing of it, and most others little: what
 * each page says is kept as a mark, and only those are put that differ, or all of them when they are asked for. While they are being put there are no marks, so that
 * what broke off is done again, whole.
 */
async function publishColumns(anew: boolean): Promise<void> {
  const at = now()
  let home = await homeData(at)
  for (let all = anew; ; ) {
    const shows = sha256(canonical({ site: site(), ...home, at: '' }))
    const before = await table.get<Shown>(columnsShown)
    if (!all && before?.shows === shows) return
    const by = ulid()
    await table.put({ ...columnsShown, kind: 'portal', by } as Row)
    const pages = columnsOf(home)
    const marks = Object.fromEntries(pages.map(({ path, text }) => [path, sha256(text)]))
    await Promise.all(pages.filter(({ path }) => all || before?.marks?.[path] !== marks[path]).map(putText))
    const ended = await endColumns(by, { shows, marks })
    if (ended === 'left to another') return
    all = ended === 'not alone'
    const after = await homeData(at)
    if (!all && canonical(after) === canonical(home)) return
    home = after
  }
}

const columnsShown = key.shown('columns')
/**
 * Of two who put the pages at the same time the slower may have put something older over what the other has put: then who is still at it puts all of them anew, or
 * the slower where the other has ended.
 */
async function endColumns(by: string, done: Pick<Required<Shown>, 'shows' | 'marks'>): Promise<'alone' | 'not alone' | 'left to another'> {
  const meanwhile = refuse('changed-meanwhile')
  const still = (who: string, also: string) => ({ expression: `#by = :by AND ${also}`, names: { '#by': 'by' }, values: { ':by': who } })
  if ((await table.write(writes.update(columnsShown, done, still(by, 'attribute_not_exists(again)'), meanwhile))).ok) return 'alone'
  const row = await table.get<Shown>(columnsShown)
  if (!row || row.by === by) return 'not alone'
  const told = await table.write(writes.update(columnsShown, { again: true }, still(row.by, 'attribute_not_exists(shows)'), meanwhile))
  return told.ok ? 'left to another' : 'not alone'
}

/** All of them, as text. */
function columnsOf(home: Home): { path: string; text: string }[] {
  const here = site()
  const text = ({ path, html }: Page) => ({ path, text: html })
  const inLanguage = (language: Language) => [
    ...[
      homePage(home, language, here),
      ...columnPages(home, language, here),
      mapPage(home, language, here),
      searchPage(language, here),
      checkPage(language, here),
    ].map(text),
    feed(home, language, here),
    { path: publicPath.searchPart('site', language), text: JSON.stringify(foundOnSite(home, language)) },
    { path: publicPath.searchParts(language), text: JSON.stringify(searchParts(home, language)) },
  ]
  return [...languages.flatMap(inLanguage), text(missingPage(here)), siteMap(home, here), sitemap(home, here), robots(here)]
}
