import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { demoPassword, officeEmail } from '../../infra/local/demo/founding.ts'
import { type Device, launch, type Visit, visit } from './browser.ts'

/**
 * Pictures of the pages of a running demo, in both languages and at three widths, and some of them in the dark, in elder mode and on paper, to be looked at:
 * `npm run shots -- --origin http://localhost:3000`.
 */
const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:3000' },
    only: { type: 'string' },
    device: { type: 'string' },
    language: { type: 'string' },
    look: { type: 'string' },
  },
})
const folder = fileURLToPath(new URL('../output/shots/', import.meta.url))
mkdirSync(folder, { recursive: true })

type Look = 'plain' | 'dark' | 'elder' | 'print'
type Shot = {
  name: string
  as?: string
  /** Where it is; undefined where the demo has no such page now. */
  path: (page: Page) => Promise<string | undefined> | string
  /** Behind a link of a mail: its button is pressed. */
  door?: boolean
  looks?: readonly Look[]
}
const api = async (page: Page, path: string) => (await page.request.get(`${values.origin}/api${path}`)).json()
type Rows<R> = { rows: R[] }
const batchCalled = async (page: Page, word: string, scope: string) => {
  const { rows } = (await api(page, `/batches?scope=${scope}&limit=100`)) as Rows<{ id: string; title: string }>
  return rows.find(({ title }) => title.includes(word))?.id
}
const at = (word: string, scope: string, tail: string) => async (page: Page) => {
  const batch = await batchCalled(page, word, scope)
  return batch && `/app/batches/${batch}${tail}`
}
/** A page of one of the unit's own submissions. */
const own = (tail: string, state?: string) => async (page: Page) => {
  const { rows } = (await api(page, '/submissions?limit=100')) as Rows<{ id: string; summary: { batch: string; state: string } }>
  const row = rows.find(({ summary }) => !state || summary.state === state)
  return row && `/app/batches/${row.summary.batch}/submissions/${row.id}${tail}`
}
/** The first section of a draft of one's own, or of whatever there is. */
const firstSection = async (page: Page) => {
  const path = (await own('', 'draft')(page)) ?? (await own('')(page))
  if (!path) return undefined
  const { sections } = (await api(page, `${path.slice('/app'.length)}/form`)) as { sections: { key: string }[] }
  return `${path}/sections/${sections[0]?.key}`
}
const firstAward = async (page: Page) => {
  const { active } = (await api(page, '/me')) as { active: { organisation: { id: string } } }
  const { rows } = (await api(page, `/organisations/${active.organisation.id}/awards`)) as Partial<Rows<{ id: string }>>
  return rows?.[0] && `/app/awards/${rows[0].id}`
}
/** The newest link of a kind that the demo mailed to anybody whose address begins so. */
const mailed = (to: string) => async (page: Page) => {
  const mails = (await (await page.request.get(`${values.origin}/mailbox.json?limit=1000`)).json()) as { to: string[]; links: string[] }[]
  const links = mails.filter((mail) => mail.to.some((address) => address.startsWith(to))).flatMap(({ links }) => links)
  const found = links.find((link) => /\/r#/.test(link))
  return found && new URL(found).pathname + new URL(found).hash
}
/** The first link of a public page that leads to a kind of page. */
const linked = (from: string, pattern: RegExp) => async (page: Page) => {
  const html = await (await page.request.get(`${values.origin}${from}`)).text()
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href).find((href) => pattern.test(href))
}
const province = 'p32@demo.example'
const university = 'u4132099001@demo.example'
const branch = 'b111@demo.example'
const all: readonly Look[] = ['plain', 'dark', 'elder', 'print']

const shots: Shot[] = [
  { name: 'home', path: () => '/', looks: all },
  { name: 'home-en', path: () => '/en/' },
  { name: 'public-notice', path: linked('/', /^\/notices\//), looks: ['plain', 'print'] },
  { name: 'public-work', path: linked('/', /^\/works\//) },
  { name: 'sign-in', path: () => '/app/sign-in', looks: ['plain', 'elder'] },
  { name: 'office-desk', as: officeEmail, path: () => '/app/' },
  { name: 'batches', as: officeEmail, path: () => '/app/batches' },
  { name: 'new-batch', as: officeEmail, path: () => '/app/batches/new' },
  { name: 'batch', as: officeEmail, path: at('第四批', 'hosted', ''), looks: ['plain', 'dark'] },
  { name: 'live', as: officeEmail, path: at('2024年', 'hosted', '/live') },
  { name: 'completeness', as: officeEmail, path: at('2024年', 'hosted', '/completeness') },
  { name: 'record', as: officeEmail, path: at('第四批', 'hosted', '/record') },
  { name: 'board', as: officeEmail, path: at('第三批新时代', 'hosted', '/board') },
  { name: 'quotas', as: officeEmail, path: at('第四批', 'hosted', '/quotas') },
  { name: 'all-submissions', as: officeEmail, path: at('第四批', 'hosted', '/submissions'), looks: ['plain', 'print'] },
  { name: 'review-office', as: officeEmail, path: at('第三批新时代', 'hosted', '/review') },
  { name: 'decisions', as: officeEmail, path: at('第三批新时代', 'hosted', '/decisions'), looks: ['plain', 'print'] },
  { name: 'notice', as: officeEmail, path: at('第三批新时代', 'hosted', '/notice') },
  { name: 'awards', as: officeEmail, path: at('第三批新时代', 'hosted', '/awards') },
  { name: 'experts', as: officeEmail, path: () => '/app/experts' },
  { name: 'units', as: officeEmail, path: () => '/app/units' },
  { name: 'people', as: officeEmail, path: () => '/app/people' },
  { name: 'province-desk', as: province, path: () => '/app/' },
  { name: 'province-list', as: province, path: at('第四批', 'open', '/list'), looks: all },
  { name: 'province-standing', as: province, path: at('第四批', 'open', '/standing') },
  { name: 'import', as: province, path: () => '/app/units/import/accounts' },
  { name: 'university-desk', as: university, path: () => '/app/', looks: all },
  { name: 'call', as: university, path: at('2024年', 'open', '') },
  { name: 'apply', as: university, path: at('2024年', 'open', '/apply') },
  { name: 'mine', as: university, path: () => '/app/submissions' },
  { name: 'submission', as: university, path: own('') },
  { name: 'section', as: university, path: firstSection, looks: ['plain', 'dark', 'elder'] },
  { name: 'check', as: university, path: own('/check', 'draft') },
  { name: 'account', as: university, path: () => '/app/account' },
  { name: 'branch-awards', as: branch, path: () => '/app/awards' },
  { name: 'award', as: university, path: firstAward },
  { name: 'branch-submission', as: branch, path: own(''), looks: ['plain', 'elder', 'print'] },
  { name: 'expert', path: mailed('expert'), door: true, looks: ['plain', 'dark', 'elder'] },
  { name: 'approver', path: mailed('approver'), door: true },
]

const browser = await launch()
const devices = (['phone', 'tablet', 'desktop'] as Device[]).filter((each) => !values.device || each === values.device)
const languages = (['zh', 'en'] as const).filter((each) => !values.language || each === values.language)
const looks = all.filter((each) => !values.look || each === values.look)

async function take({ page }: Visit, shot: Shot, tail: string, look: Look): Promise<void> {
  const path = await shot.path(page)
  if (path === undefined) return void process.stdout.write(`${shot.name}: not in this demo\n`)
  await page.goto(`${values.origin}${path}`)
  await page.waitForLoadState('networkidle')
  const door = page.locator('main button[type=submit]')
  // Who has been through it before comes in at once.
  if (shot.door && (await door.count()) > 0) {
    await door.click()
    await page.waitForLoadState('networkidle')
  }
  // What is on its way has come.
  await page.waitForFunction(() => !document.querySelector('.skeleton, .spinner'))
  await page.waitForTimeout(300)
  if (look === 'print') await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: `${folder}${shot.name}${tail}.png`, fullPage: true })
  if (look === 'print') await page.emulateMedia({ media: 'screen' })
  process.stdout.write(`${shot.name}${tail}\n`)
}

for (const look of looks)
  for (const device of devices)
    for (const language of languages) {
      // The other looks at the extremes: on a phone in Chinese, on a desk in English; paper has one width.
      if (
        look !== 'plain' &&
        !(look === 'print' ? device === 'desktop' : (device === 'phone') === (language === 'zh') && device !== 'tablet')
      )
        continue
      for (const who of [...new Set(shots.map(({ as }) => as))]) {
        const wanted = shots.filter(
          (shot) => shot.as === who && (shot.looks ?? ['plain']).includes(look) && (!values.only || shot.name.includes(values.only)),
        )
        if (wanted.length === 0) continue
        const visited = await visit(browser, { baseURL: values.origin, device, language, colorScheme: look === 'dark' ? 'dark' : 'light' })
        if (look === 'elder') await visited.context.addInitScript(() => localStorage.setItem('shuren.elder', 'on'))
        if (who)
          await visited.page.request.post(`${values.origin}/api/sign-in`, {
            data: { email: who, password: demoPassword },
            headers: { origin: values.origin },
          })
        for (const shot of wanted)
          await take(visited, shot, `-${device}-${language}${look === 'plain' ? '' : `-${look}`}`, look).catch((error: Error) =>
            process.stdout.write(`${shot.name}: ${error.message.split('\n')[0]}\n`),
          )
        await visited.close()
      }
    }
await browser.close()
