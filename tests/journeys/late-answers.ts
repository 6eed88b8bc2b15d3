import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { startLocal } from '../../infra/local/start.ts'
import { ensureBuilt } from '../../infra/local/web.ts'
import { launch, layoutShifts, quiet, visit } from './browser.ts'
import { addressOf, everybody, knownIn, peopleIn, placesIn, type Who } from './places.ts'
import { countAnew, goWithin, listenToAsking, visitAs } from './visits.ts'
import { buildWorld, type World } from './world.ts'

/**
 * Opens every page again and again on a machine that is busy, while each answer of the interface and each file of the page comes as late as it likes, so that the
 * parts of a page come in any order, and says what moves, what is asked for more than once and what the page complains of:
 * `node tests/journeys/late-answers.ts [rounds, as 3 or 4-6] [who] [part of an address]`. `JOURNEYS_WORLD` names a world that runs already. The same round gives the same delays.
 */
const [rounds = '3', only, part = ''] = process.argv.slice(2)
const most = 1500
/** How many times slower than this machine. */
const slower = 4

/** Numbers from 0 to 1 that a seed decides. */
function drawn(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0
    return (state >>> 0) / 2 ** 32
  }
}

async function late(page: Page, draw: () => number): Promise<void> {
  const hold = (longest: number) => async (route: Route) => {
    await new Promise((resolve) => setTimeout(resolve, draw() * longest))
    await route.continue().catch(() => undefined)
  }
  await page.route('**/assets/**', hold(most / 3))
  await page.route('**/api/**', hold(most))
}

async function round(world: World, who: Who, seed: number): Promise<string[]> {
  const within = seed % 2 === 0
  const device = seed % 3 === 0 ? 'phone' : 'desktop'
  const language = seed % 4 < 2 ? 'en' : 'zh'
  const options = { device, language } as const
  const visited =
    who === 'nobody'
      ? await visit(browser, { baseURL: world.origin, ...options })
      : await visitAs(browser, world.origin, peopleIn(world)[who], options)
  const { page, complaints } = visited
  await (await visited.context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
  const found: string[] = []
  const asking = listenToAsking(page, world.origin)
  for (const [path, entries] of Object.entries(placesIn(world)))
    for (const { params } of entries.filter(({ by }) => by.includes(who))) {
      const address = addressOf(path, params, known)
      if (!path.includes(part)) continue
      await page.unrouteAll({ behavior: 'wait' })
      // A page before, from which one goes on as a link does; it comes at once.
      if (within) await page.goto(who === 'nobody' ? '/app/sign-in' : '/app')
      if (within) await quiet(page)
      await late(page, drawn(seed * 1000 + found.length + address.length))
      asking.anew()
      if (within) await goWithin(page, address)
      else await page.goto(address)
      await page.locator('main h1').first().waitFor()
      await quiet(page)
      await page.waitForTimeout(120)
      const twice = asking.twice().map((url) => `asked for more than once: ${url}`)
      const lines = [...(await layoutShifts(page)), ...twice, ...complaints.splice(0)]
      found.push(
        ...lines.map((line) => `${who}, ${language}, ${device}, ${within ? 'within' : 'by address'}, round ${seed}, ${path}: ${line}`),
      )
      await countAnew(page)
    }
  await visited.close()
  return found
}

const standing = process.env.JOURNEYS_WORLD
const dataDir = mkdtempSync(join(tmpdir(), 'late-'))
if (!standing) await ensureBuilt()
const local = standing ? undefined : await startLocal({ dataDir, quiet: true })
const world = standing ? (JSON.parse(readFileSync(standing, 'utf8')) as World) : await buildWorld(local as NonNullable<typeof local>)
const known = await knownIn(world)
const browser = await launch()
let faults = 0
const [from = 1, to = from] = (rounds.includes('-') ? rounds : `1-${rounds}`).split('-').map(Number)
for (let seed = from; seed <= to; seed++)
  for (const who of everybody.filter((each) => only === undefined || only === 'all' || each === only))
    for (const line of await round(world, who, seed)) {
      faults++
      process.stdout.write(`${line}\n`)
    }
await browser.close()
await local?.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit(faults > 0 ? 1 : 0)
