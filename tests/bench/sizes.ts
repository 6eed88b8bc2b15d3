import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, weigh } from '../../infra/bundle.ts'
import { budgets, sizes as pageSizes } from '../../web/size.ts'
import { type Report, shown } from './report.ts'

/** How much a start of the API and the first sight of a page have to load. Sizes are exact; times of a start are told beside an empty start of Node, unless only what is exact is asked for. */
export function sizes(report: Report, dist: string, exact: boolean): void {
  const add = report.part('what is loaded', 'measured', 'budget', '')
  const place = mkdtempSync(join(tmpdir(), 'bench-'))
  bundle('functions/api/lambda.ts', place)
  const { atStart, answering, whole } = weigh(place, 'tracing')
  for (const [what, bytes, most] of [
    ['the API’s modules at a cold start, with the tracer', atStart, 1.2],
    [`the same and what the heaviest request brings: ${answering.parts.join(', ')}`, answering.bytes, 1.2],
    ['the API’s modules as deployed, all of them', whole, 2.4],
  ] as const)
    add(what, `${shown(bytes / 1e6)} MB`, `${most} MB`, report.judged(what, bytes / 1e6, most))
  if (!exact) starts(report, add, place)
  rmSync(place, { recursive: true, force: true })
  if (!existsSync(join(dist, '.vite/manifest.json'))) return
  // Of each kind of page the one that weighs most: where it keeps to the budget, all do.
  const pages = Map.groupBy(pageSizes(dist), ({ budget }) => budget)
  for (const [kind, budget] of Object.entries(budgets)) {
    const most = pages.get(budget)?.[0]
    if (!most) throw new Error(`no page has the budget of a ${kind} page`)
    const name = `first script of the largest ${kind} page, gzipped: ${most.page}`
    add(name, `${shown(most.bytes / 1024)} KB`, `${budget} KB`, report.judged(name, most.bytes / 1024, budget))
  }
}

/** How long the bundle at a place takes until it can answer, ms. */
function starts(report: Report, add: ReturnType<Report['part']>, place: string): void {
  const empty = startTook('process.exit(0)')
  const module = `const { handler } = await import(${JSON.stringify(join(place, 'index.mjs'))})`
  const load = `${module}; process.exit(0)`
  for (const [start, env] of [
    ['cold import of the API', {}],
    ['cold import of the API, with the tracer', { POWERTOOLS_TRACE_ENABLED: 'true' }],
  ] as const) {
    const took = startTook(load, env) - empty
    add(start, `${shown(took)} ms; Node alone ${shown(empty)} ms`, '150 ms', report.judged(start, took, 150, false))
  }
  // The first request brings its slice. This one is refused for its ids before a database is asked.
  const path = '/api/batches/none/submissions/none/sections/none'
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'shuren.example' },
    requestContext: { http: { method: 'GET', path } },
  }
  const context = { awsRequestId: 'r', functionName: 'api', memoryLimitInMB: '1', invokedFunctionArn: 'a' }
  const ask = `${module}; await handler(${JSON.stringify(event)}, ${JSON.stringify(context)}); process.exit(0)`
  const first = startTook(ask, offline) - empty
  const answered = 'the same and the answer to a first request, of a section'
  add(answered, `${shown(first)} ms`, '300 ms', report.judged(answered, first, 300, false))
}

/** A region and keys without which the SDK’s client is not made, and an address where nothing answers. */
const offline = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  TABLE_NAME: 'none',
}

/** The middle of seven starts of Node, ms. */
function startTook(code: string, env: NodeJS.ProcessEnv = {}): number {
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now()
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore', env: { ...process.env, ...env } })
    return performance.now() - from
  })
  return times.sort((a, b) => a - b)[3] ?? 0
}
