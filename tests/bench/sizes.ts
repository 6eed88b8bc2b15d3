import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, bytesAtStart } from '../../infra/bundle.ts'
import { sizes as pageSizes } from '../../web/size.ts'
import { type Report, shown } from './report.ts'

/** How much a start of the API and the first sight of a page have to load. Sizes are exact; times of a start are told beside an empty start of Node, unless only what is exact is asked for. */
export function sizes(report: Report, dist: string, exact: boolean): void {
  const add = report.part('what is loaded', 'measured', 'budget', '')
  const place = mkdtempSync(join(tmpdir(), 'bench-'))
  bundle('functions/api/lambda.ts', place)
  const what = 'the API’s modules at a cold start, with the tracer'
  const size = bytesAtStart(place, 'tracing') / 1e6
  add(what, `${shown(size)} MB`, '1.2 MB', report.judged(what, size, 1.2))
  if (!exact) starts(report, add, place)
  rmSync(place, { recursive: true, force: true })
  if (!existsSync(join(dist, '.vite/manifest.json'))) return
  for (const { page, bytes, budget } of pageSizes(dist)
    .sort((a, b) => b.bytes / b.budget - a.bytes / a.budget)
    .slice(0, 8)) {
    const name = `first script of ${page}, gzipped`
    add(name, `${shown(bytes / 1024)} KB`, `${budget} KB`, report.judged(name, bytes / 1024, budget))
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
  add('the same and the answer to a first request, of a section', `${shown(first)} ms`, '', '')
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
