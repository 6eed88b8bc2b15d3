import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { demoPassword, officeEmail } from '../../infra/local/demo/founding.ts'
import { type Device, launch, visit } from './browser.ts'

/** Pictures of the pages of a running demo, in both languages and at three widths, to be looked at: `npm run shots -- --origin http://localhost:3000`. */
const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:3000' },
    only: { type: 'string' },
    device: { type: 'string' },
    language: { type: 'string' },
  },
})
const folder = fileURLToPath(new URL('../output/shots/', import.meta.url))
mkdirSync(folder, { recursive: true })

type Shot = { name: string; as?: string; path: (page: Page) => Promise<string> | string }
const api = async (page: Page, path: string) => (await page.request.get(`${values.origin}/api${path}`)).json()
type Rows<R> = { rows: R[] }
const batchCalled = (word: string, scope: string) => async (page: Page) => {
  const { rows } = (await api(page, `/batches?scope=${scope}&limit=100`)) as Rows<{ id: string; title: string }>
  return rows.find(({ title }) => title.includes(word))?.id ?? ''
}
const at = (word: string, scope: string, tail: string) => async (page: Page) =>
  `/app/batches/${await batchCalled(word, scope)(page)}${tail}`
const province = 'p32@demo.example'
const university = 'u4132099001@demo.example'
const branch = 'b111@demo.example'

const shots: Shot[] = [
  { name: 'home', path: () => '/' },
  { name: 'home-en', path: () => '/en/' },
  { name: 'sign-in', path: () => '/app/sign-in' },
  { name: 'office-desk', as: officeEmail, path: () => '/app/' },
  { name: 'batches', as: officeEmail, path: () => '/app/batches' },
  { name: 'new-batch', as: officeEmail, path: () => '/app/batches/new' },
  { name: 'batch', as: officeEmail, path: at('第四批', 'hosted', '') },
  { name: 'quotas', as: officeEmail, path: at('第四批', 'hosted', '/quotas') },
  { name: 'all-submissions', as: officeEmail, path: at('第四批', 'hosted', '/submissions') },
  { name: 'review-office', as: officeEmail, path: at('第三批新时代', 'hosted', '/review') },
  { name: 'decisions', as: officeEmail, path: at('第三批新时代', 'hosted', '/decisions') },
  { name: 'notice', as: officeEmail, path: at('第三批新时代', 'hosted', '/notice') },
  { name: 'awards', as: officeEmail, path: at('第三批新时代', 'hosted', '/awards') },
  { name: 'experts', as: officeEmail, path: () => '/app/experts' },
  { name: 'province-desk', as: province, path: () => '/app/' },
  { name: 'province-list', as: province, path: at('第四批', 'open', '/list') },
  { name: 'university-desk', as: university, path: () => '/app/' },
  { name: 'call', as: university, path: at('2024年', 'open', '') },
  { name: 'apply', as: university, path: at('2024年', 'open', '/apply') },
  { name: 'mine', as: university, path: () => '/app/submissions' },
  { name: 'branch-awards', as: branch, path: () => '/app/awards' },
]

const browser = await launch()
for (const device of ['phone', 'tablet', 'desktop'] as Device[])
  for (const language of ['zh', 'en'] as const) {
    if ((values.device && values.device !== device) || (values.language && values.language !== language)) continue
    for (const who of [...new Set(shots.map(({ as }) => as))]) {
      const wanted = shots.filter(({ as, name }) => as === who && (!values.only || name.includes(values.only)))
      if (wanted.length === 0) continue
      const { page, close } = await visit(browser, { baseURL: values.origin, device, language })
      if (who)
        await page.request.post(`${values.origin}/api/sign-in`, {
          data: { email: who, password: demoPassword },
          headers: { origin: values.origin },
        })
      for (const { name, path } of wanted) {
        await page.goto(`${values.origin}${await path(page)}`)
        await page.waitForLoadState('networkidle')
        await page.waitForTimeout(300)
        await page.screenshot({ path: `${folder}${name}-${device}-${language}.png`, fullPage: true })
        process.stdout.write(`${name}-${device}-${language}\n`)
      }
      await close()
    }
  }
await browser.close()
