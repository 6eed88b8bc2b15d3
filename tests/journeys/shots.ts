import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { demoPassword } from '../../infra/local/demo/founding.ts'
import type { Language } from '../../shared/text.ts'
import { type Device, launch, type Visit, visit } from './browser.ts'
import { all, endDesign, type Look, type Shot, shots } from './shot-list.ts'

/**
 * Pictures of every page of a running demo, in both languages and at three widths, and some of them in the dark, in elder mode and on paper, to be looked at:
 * `npm run shots -- --origin http://localhost:3000`. `--only` takes parts of names with commas between them; `--screen` has each picture end where the screen
 * does, as those of the README and of docs do. Ends with an error when a page had no picture.
 */
const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://localhost:3000' },
    only: { type: 'string' },
    screen: { type: 'boolean', default: false },
    device: { type: 'string' },
    language: { type: 'string' },
    look: { type: 'string' },
  },
})
/** The demo knows itself as localhost and lets nobody in from another address, also where that is the same machine. */
const origin = values.origin.replace('//127.0.0.1', '//localhost').replace(/\/$/, '')
const folder = fileURLToPath(new URL('../output/shots/', import.meta.url))
mkdirSync(folder, { recursive: true })

const browser = await launch()
const devices = (['phone', 'tablet', 'desktop'] as Device[]).filter((each) => !values.device || each === values.device)
const languages = (['zh', 'en'] as const).filter((each) => !values.language || each === values.language)
const asked = ({ name }: Shot) => !values.only || values.only.split(',').some((part) => name.includes(part))
const looks = all.filter((each) => !values.look || each === values.look)

/** What the margins leave of a sheet of A4, at 96 points to the inch: as wide as this a browser lays a page out for printing. */
const paper = { width: 658, height: 971 }

async function take({ page }: Visit, shot: Shot, tail: string, look: Look, language: Language): Promise<void> {
  const path = await shot.path(page)
  if (path === undefined) throw new Error('not in this demo')
  // The page that nothing is at speaks both languages.
  const english = shot.site !== undefined && shot.site !== 'missing' && language === 'en'
  // From a page at the same address but for the fragment nothing would be loaded.
  await page.goto('about:blank')
  await page.goto(new URL(`${english ? '/en' : ''}${path}`, origin).href)
  await page.waitForLoadState('networkidle')
  const door = page.locator('main button[type=submit]')
  // Who has been through it before comes in at once.
  if (shot.door && (await door.count()) > 0) {
    await door.click()
    await page.waitForLoadState('networkidle')
  }
  if (shot.press) {
    await shot.press(page)
    await page.waitForLoadState('networkidle')
  }
  // What is on its way has come.
  if (!shot.skeletons) await page.waitForFunction(() => !document.querySelector('.skeleton, .spinner'))
  await page.waitForTimeout(300)
  if (look === 'print') await page.emulateMedia({ media: 'print' })
  const before = page.viewportSize()
  if (look === 'print') await page.setViewportSize(paper)
  // In a window as high as the page, all of it is drawn, and what stands at the edge of a window does not lie over it. A dialog stands in the window one has.
  else if (before && !values.screen && (await page.getByRole('dialog').count()) === 0) {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.setViewportSize({ ...before, height: await page.evaluate(() => document.documentElement.scrollHeight) })
    // What is brought only when it is about to be seen, as the frames of sample mails.
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
  }
  await page.screenshot({ path: `${folder}${shot.name}${tail}.png`, fullPage: !values.screen })
  if (look === 'print') await page.emulateMedia({ media: 'screen' })
  if (before) await page.setViewportSize(before)
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
        const wanted = shots.filter((shot) => shot.as === who && (shot.looks ?? ['plain']).includes(look) && asked(shot))
        if (wanted.length === 0) continue
        const visited = await visit(browser, { baseURL: origin, device, language, colorScheme: look === 'dark' ? 'dark' : 'light' })
        if (look === 'elder') await visited.context.addInitScript(() => localStorage.setItem('shuren.elder', 'on'))
        if (who) {
          const signedIn = await visited.page.request.post(`${origin}/api/sign-in`, {
            data: { email: who, password: demoPassword },
            headers: { origin },
          })
          if (!signedIn.ok()) {
            process.stderr.write(
              `${who} was not let in at ${origin} (${signedIn.status()}: ${await signedIn.text()}). Give the address that the demo said when it started, with its demo data.\n`,
            )
            process.exit(1)
          }
        }
        for (const shot of wanted)
          await take(
            visited,
            shot,
            `-${look === 'print' ? 'paper' : device}-${language}${look === 'plain' || look === 'print' ? '' : `-${look}`}`,
            look,
            language,
          ).catch((error: Error) => {
            process.stdout.write(`${shot.name}: ${error.message.split('\n')[0]}\n`)
            process.exitCode = 1
          })
        await visited.close()
      }
    }
await browser.close()
await endDesign()
