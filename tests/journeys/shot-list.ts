import type { Page } from 'playwright-core'
import { demoPassword, officeEmail } from '../../infra/local/demo/founding.ts'
import { Caller } from '../../infra/local/play/person.ts'
import type { DesignPage } from './design-build.ts'

export type Look = 'plain' | 'dark' | 'elder' | 'print'
export type Shot = {
  name: string
  /** The address in the router, or the kind of public page, that it is a picture of. */
  route?: string
  site?: string
  as?: string
  /** Where it is, a public page in Chinese, or at an origin of its own; undefined where the demo has no such page now. */
  path: (page: Page) => Promise<string | undefined> | string
  /** Behind a link of a mail: its button is pressed. */
  door?: boolean
  /** What is pressed on the page before the picture. */
  press?: (page: Page) => Promise<unknown>
  looks?: readonly Look[]
  /** Shows what stands for things on their way for its own sake: nothing is waited for. */
  skeletons?: boolean
}

const json = async (page: Page, path: string) => (await page.request.get(path)).json()
const api = (page: Page, path: string) => json(page, `/api${path}`)
type Rows<R> = { rows: R[] }
const batchCalled = async (page: Page, word: string, scope: string) => {
  const { rows } = (await api(page, `/batches?scope=${scope}&limit=100`)) as Rows<{ id: string; title: string }>
  return rows.find(({ title }) => title.includes(word))?.id
}
const at = (word: string, scope: string, tail: string) => async (page: Page) => {
  const batch = await batchCalled(page, word, scope)
  return batch && `/app/batches/${batch}${tail}`
}
/** The host's batch that is being prepared; the demo has none, so one is begun and used again. */
const beingPrepared = (tail: string) => async (page: Page) => {
  const title = '演示·正在筹备的精品项目遴选'
  const known = await batchCalled(page, title, 'hosted')
  if (known) return `/app/batches/${known}${tail}`
  const headers = { origin: await originOf(page) }
  const made = await page.request.post('/api/batches', { data: { template: 'jingpin-2024', title }, headers })
  return `/app/batches/${((await made.json()) as { id: string }).id}${tail}`
}
/** A page of one of the unit's own submissions. */
const own = (tail: string, state?: string) => async (page: Page) => {
  const { rows } = (await api(page, '/submissions?limit=100')) as Rows<{ id: string; summary: { batch: string; state: string } }>
  const row = rows.find(({ summary }) => !state || summary.state === state || (state === 'sent' && summary.state !== 'draft'))
  return row && `/app/batches/${row.summary.batch}/submissions/${row.id}${tail}`
}
/** The first section of a draft of one's own, or of whatever there is. */
const firstSection = async (page: Page) => {
  const path = (await own('', 'draft')(page)) ?? (await own('')(page))
  if (!path) return undefined
  const { sections } = (await api(page, `${path.slice('/app'.length)}/form`)) as { sections: { key: string }[] }
  return `${path}/sections/${sections[0]?.key}`
}
const unitOf = async (page: Page) => ((await api(page, '/me')) as { active: { organisation: { id: string } } }).active.organisation.id
const firstAward = async (page: Page) => {
  const { rows } = (await api(page, `/organisations/${await unitOf(page)}/awards`)) as Partial<Rows<{ id: string }>>
  return rows?.[0] && `/app/awards/${rows[0].id}`
}
/** The first unit below one's own. */
const unitBelow = async (page: Page, of?: string) => {
  const { rows } = (await api(page, `/organisations/${of ?? (await unitOf(page))}/below?limit=1`)) as Rows<{ id: string }>
  return rows[0]?.id
}
/** What passes through one's own unit in a batch; the first of it, opened. */
const firstListed = (word: string) => async (page: Page) => {
  const batch = await batchCalled(page, word, 'open')
  const { rows } = (await api(page, `/batches/${batch}/units/${await unitOf(page)}/submissions?limit=1`)) as Partial<Rows<{ id: string }>>
  return rows?.[0] && `/app/batches/${batch}/list/${rows[0].id}`
}
/** The list of a unit in the category in which it has recommended most: its own, or one that the host looks at. */
const orderedList = (word: string, scope: 'open' | 'hosted') => async (page: Page) => {
  const batch = await batchCalled(page, word, scope)
  const places =
    scope === 'hosted' ? ((await api(page, `/batches/${batch}/quotas?limit=500`)) as Rows<{ unit: { id: string }; used: number }>).rows : []
  const unit = scope === 'open' ? await unitOf(page) : places.toSorted((a, b) => b.used - a.used)[0]?.unit.id
  const { rows } = (await api(page, `/batches/${batch}/units/${unit}/lists`)) as Partial<Rows<{ category: string; used: number }>>
  const most = rows?.toSorted((a, b) => b.used - a.used)[0]
  return most && `/app/batches/${batch}/${scope === 'open' ? '' : `units/${unit}/`}ordered/${most.category}`
}
/** The reviews of what was handed in first. */
const firstReviews = (word: string) => async (page: Page) => {
  const batch = await batchCalled(page, word, 'hosted')
  const { rows } = (await api(page, `/batches/${batch}/submissions?limit=1`)) as Partial<Rows<{ id: string }>>
  return rows?.[0] && `/app/batches/${batch}/submissions/${rows[0].id}/reviews`
}
const originOf = async (page: Page) => new URL((await page.request.get('/api/me')).url()).origin
/** Addresses of the links that the demo mailed, newest first, to those whose address begins so, about something called so. */
const linksMailed = async (page: Page, to: string, about: string, address: RegExp) => {
  const mails = (await json(page, '/mailbox.json?limit=100000')) as { to: string[]; subject: string; links: string[] }[]
  const found = mails.filter((mail) => mail.subject.includes(about) && mail.to.some((each) => each.startsWith(to)))
  return found.flatMap(({ links }) => links.filter((link) => address.test(link))).map((link) => new URL(link).pathname + new URL(link).hash)
}
/** The newest link of a mail to an expert or an approver. */
const mailed =
  (to: string, about = '') =>
  async (page: Page) =>
    (await linksMailed(page, to, about, /\/r#/))[0]
/** An invitation that waits for its answer: the office invites somebody for it, or did so before. */
const invited = async (page: Page) => {
  const [email, link] = ['invited-for-a-picture@demo.example', /\/invitation#/]
  const known = await linksMailed(page, email, '', link)
  if (known.length > 0) return known[0]
  const office = new Caller(await originOf(page))
  await office.ask('POST', '/sign-in', { body: { email: officeEmail, password: demoPassword } })
  const { active } = (await office.ask('GET', '/me')).body as { active?: { organisation: { id: string } } }
  await office.ask('POST', `/organisations/${active?.organisation.id}/members`, { body: { email, name: '演示·邀请', roles: ['operator'] } })
  for (let i = 0; i < 40; i++) {
    const [came] = await linksMailed(page, email, '', link)
    if (came) return came
    await page.waitForTimeout(250)
  }
  return undefined
}
/** The page of all components, built and served for the first picture of it. */
let design: Promise<DesignPage> | undefined
const designPage = async (page: Page) => {
  design ??= import('./design-build.ts').then(({ buildDesign }) => buildDesign())
  await page.route('**/api/**', (route) => route.fulfill({ status: 401, json: { code: 'unauthenticated' } }))
  return `${(await design).origin}/app/design`
}
export const endDesign = async (): Promise<void> => (await design)?.close()

/** The first link of a public page that leads to a kind of page. */
const linked = (from: string, pattern: RegExp) => async (page: Page) => {
  const html = await (await page.request.get(from)).text()
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href).find((href) => pattern.test(href))
}
const province = 'p32@demo.example'
const university = 'u4132099001@demo.example'
/** A university that is still filling in. */
const writing = 'u4113099003@demo.example'
const branch = 'b111@demo.example'
export const all: readonly Look[] = ['plain', 'dark', 'elder', 'print']
const batches = '/batches/:batch'
const submission = `${batches}/submissions/:submission`

const site: Shot[] = [
  { name: 'home', site: 'home', path: () => '/', looks: all },
  { name: 'public-calls', site: 'calls', path: () => '/calls.html' },
  { name: 'public-call', site: 'call', path: linked('/calls.html', /^\/calls\/./), looks: ['plain', 'print'] },
  { name: 'public-notices', site: 'notices', path: () => '/notices.html' },
  { name: 'public-notice', site: 'notice', path: linked('/notices.html', /^\/notices\/./), looks: ['plain', 'print'] },
  { name: 'public-results', site: 'results', path: () => '/awards.html' },
  { name: 'public-awards', site: 'awards', path: linked('/awards.html', /^\/awards\/[^.]+\.html/), looks: all },
  { name: 'public-stories', site: 'stories', path: () => '/stories.html' },
  { name: 'public-work', site: 'work', path: linked('/stories.html', /^\/works\/[^/]+\.html/), looks: ['plain', 'dark', 'print'] },
  { name: 'public-certificates', site: 'certificates', path: () => '/certificates.html' },
  {
    name: 'public-certificate',
    site: 'certificate',
    path: async (page) => {
      const work = await linked('/stories.html', /^\/works\/[^/]+\.html/)(page)
      return work && linked(work, /^\/certificates\/[^.]+\.html/)(page)
    },
  },
  { name: 'public-institutions', site: 'institutions', path: () => '/institutions.html' },
  { name: 'public-institution', site: 'institution', path: linked('/institutions.html', /^\/institutions\/./) },
  { name: 'public-province', site: 'province', path: linked('/institutions.html', /^\/provinces\/./) },
  { name: 'public-search', site: 'search', path: () => '/search.html' },
  { name: 'public-map', site: 'map', path: () => '/map.html' },
  { name: 'public-missing', site: 'missing', path: () => '/404.html' },
]

const application: Shot[] = [
  { name: 'sign-in', route: '/sign-in', path: () => '/app/sign-in', looks: ['plain', 'elder'] },
  { name: 'invitation', route: '/invitation', path: () => '/app/invitation' },
  { name: 'invitation-open', route: '/invitation', path: invited },
  { name: 'invitation-over', route: '/invitation', path: async (page) => (await linksMailed(page, 'b', '', /\/invitation#/))[0] },
  { name: 'office-desk', route: '/', as: officeEmail, path: () => '/app/', looks: ['plain', 'dark'] },
  { name: 'batches', route: '/batches', as: officeEmail, path: () => '/app/batches' },
  { name: 'new-batch', route: '/batches/new', as: officeEmail, path: () => '/app/batches/new' },
  { name: 'setup', route: `${batches}/setup`, as: officeEmail, path: beingPrepared('/setup') },
  { name: 'preview', route: `${batches}/preview`, as: officeEmail, path: beingPrepared('/preview') },
  ...['recommender', 'expert', 'approver', 'visitor'].map((who) => ({
    name: `preview-${who}`,
    route: `${batches}/preview`,
    as: officeEmail,
    path: beingPrepared(`/preview?as=${who}`),
  })),
  { name: 'batch', route: batches, as: officeEmail, path: at('第四批', 'hosted', ''), looks: ['plain', 'dark'] },
  { name: 'live', route: `${batches}/live`, as: officeEmail, path: at('2024年', 'hosted', '/live') },
  { name: 'completeness', route: `${batches}/completeness`, as: officeEmail, path: at('2024年', 'hosted', '/completeness') },
  { name: 'record', route: `${batches}/record`, as: officeEmail, path: at('第四批', 'hosted', '/record') },
  { name: 'quotas', route: `${batches}/quotas`, as: officeEmail, path: at('第四批', 'hosted', '/quotas') },
  {
    name: 'all-submissions',
    route: `${batches}/submissions`,
    as: officeEmail,
    path: at('第四批', 'hosted', '/submissions'),
    looks: ['plain', 'print'],
  },
  { name: 'reviews', route: `${submission}/reviews`, as: officeEmail, path: firstReviews('第三批新时代') },
  { name: 'list-of-unit', route: `${batches}/units/:organisation/ordered/:key`, as: officeEmail, path: orderedList('第四批', 'hosted') },
  { name: 'review-office', route: `${batches}/review`, as: officeEmail, path: at('第三批新时代', 'hosted', '/review') },
  {
    name: 'decisions',
    route: `${batches}/decisions`,
    as: officeEmail,
    path: at('第三批新时代', 'hosted', '/decisions'),
    looks: ['plain', 'print'],
  },
  { name: 'notice', route: `${batches}/notice`, as: officeEmail, path: at('第三批新时代', 'hosted', '/notice') },
  { name: 'awards', route: `${batches}/awards`, as: officeEmail, path: at('第三批新时代', 'hosted', '/awards') },
  { name: 'experts', route: '/experts', as: officeEmail, path: () => '/app/experts' },
  { name: 'units', route: '/units', as: officeEmail, path: () => '/app/units' },
  ...['accounts', 'people', 'facts', 'record'].map((part) => ({
    name: part === 'accounts' ? part : `unit-${part}`,
    route: '/units',
    as: province,
    path: () => `/app/units?part=${part}`,
  })),
  { name: 'people', route: '/people', as: officeEmail, path: () => '/app/people' },
  { name: 'missing', route: '*missing', as: officeEmail, path: () => '/app/no-such-page' },
  { name: 'province-desk', route: '/', as: province, path: () => '/app/' },
  { name: 'recommending', route: '/recommending', as: province, path: () => '/app/recommending' },
  { name: 'province-list', route: `${batches}/list`, as: province, path: at('第四批', 'open', '/list'), looks: all },
  { name: 'province-record', route: `${batches}/list/:submission`, as: province, path: firstListed('第四批') },
  {
    name: 'province-ordered',
    route: `${batches}/ordered/:key`,
    as: province,
    path: orderedList('补充批次', 'open'),
    looks: ['plain', 'print'],
  },
  { name: 'province-standing', route: `${batches}/standing`, as: province, path: at('第四批', 'open', '/standing') },
  {
    name: 'unit',
    route: '/units/:unit',
    as: province,
    path: async (page) => {
      const unit = await unitBelow(page)
      return unit && `/app/units/${unit}`
    },
  },
  { name: 'import', route: '/units/import/:of', as: province, path: () => '/app/units/import/accounts' },
  { name: 'university-desk', route: '/', as: university, path: () => '/app/', looks: all },
  { name: 'board', route: `${batches}/board`, as: university, path: at('评审中', 'hosted', '/board') },
  { name: 'call', route: batches, as: university, path: at('2024年', 'open', '') },
  { name: 'apply', route: `${batches}/apply`, as: university, path: at('2024年', 'open', '/apply') },
  { name: 'mine', route: '/submissions', as: university, path: () => '/app/submissions' },
  { name: 'submission', route: submission, as: university, path: own('') },
  {
    name: 'section',
    route: `${submission}/sections/:section`,
    as: writing,
    path: firstSection,
    looks: ['plain', 'dark', 'elder'],
  },
  { name: 'check', route: `${submission}/check`, as: writing, path: own('/check', 'draft') },
  { name: 'receipt', route: `${submission}/receipt`, as: university, path: own('/receipt', 'sent') },
  { name: 'version', route: `${submission}/versions/:number`, as: university, path: own('/versions/1', 'sent'), looks: ['plain', 'print'] },
  { name: 'account', route: '/account', as: university, path: () => '/app/account' },
  { name: 'our-awards', route: '/awards', as: university, path: () => '/app/awards' },
  { name: 'award', route: '/awards/:award', as: university, path: firstAward },
  { name: 'branch-submission', route: submission, as: branch, path: own(''), looks: ['plain', 'elder', 'print'] },
]

const behindLinks: Shot[] = [
  { name: 'expert', path: mailed('expert'), door: true, looks: ['plain', 'dark', 'elder'] },
  {
    name: 'expert-sheet',
    path: mailed('expert', '评审中'),
    door: true,
    press: (page) => page.locator('a.work').first().click(),
    looks: ['plain', 'dark', 'elder'],
  },
  { name: 'expert-done', path: mailed('expert', '审定中'), door: true },
  // Links end with their batch.
  { name: 'expert-closed', path: mailed('expert', '第三批新时代'), door: true },
  { name: 'approver', path: mailed('approver'), door: true },
]

const besides: Shot[] = [
  { name: 'mail-previews', path: () => '/mailbox/previews' },
  { name: 'design', path: designPage, looks: all, skeletons: true },
]

/**
 * Pages of a running demo to be looked at: every page of the application and of the public site, those behind the links of mails, and what only those see who work
 * on the platform. The page of components comes last, because it answers requests of the page it is taken in by itself.
 */
export const shots: readonly Shot[] = [...site, ...application, ...behindLinks, ...besides]
