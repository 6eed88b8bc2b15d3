import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BatchGetCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { ulid } from 'ulid'
import { bundle, bytesAtStart } from '../../infra/bundle.ts'
import { Meter } from '../../infra/local/meter.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { sizes } from '../../web/size.ts'
import { openCall } from '../http/call.ts'
import { table as lines } from '../season/tally.ts'

/** Figures beside their budgets. Units and sizes over their budget fail the run; times are told beside two floors of the same run, and never fail it. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const template = templateOf('jingpin-2024', 1)
const form = template && formOf(template, 'quality-project')
if (!template || !form) throw new Error('the template is not there')
const over: string[] = []
const report: string[][] = []
function figure(what: string, value: number, budget: number | undefined, unit: string, strict = true): void {
  const bad = budget !== undefined && value > budget
  if (bad && strict) over.push(what)
  report.push([what, `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`, budget === undefined ? '' : `${budget} ${unit}`, bad ? 'over' : ''])
}

const call = await openCall()
const { dynamo, documents } = await import('../../functions/aws/dynamo.ts')
const { table } = await import('../../functions/aws/table.ts')
const { key, partition } = await import('../../functions/aws/keys.ts')
const { environment } = await import('../../functions/aws/environment.ts')
const meter = new Meter()
meter.attach(dynamo)
let inDatabase = 0
dynamo.middlewareStack.add(
  (next) => async (args) => {
    const from = performance.now()
    try {
      return await next(args)
    } finally {
      inDatabase += performance.now() - from
    }
  },
  { step: 'finalizeRequest', name: 'bench' },
)

const national = await call.unit('national', '主管单位')
const province = await call.unit('province', '省级单位', national)
const university = await call.unit('university', '理工大学', province)
const batch = await call.openBatch(national, {
  template: { key: 'jingpin-2024', version: 1 },
  categories: template.categories.map(({ key: category }) => ({ key: category, on: true, places: 10 })),
  stages: template.stages.map(({ key: stage, kind, title, level }) => ({
    key: stage,
    kind,
    title,
    ...(level && { level }),
    opens: '2026-09-01T00:00:00.000Z',
    closes: '2026-12-01T00:00:00.000Z',
    on: true,
  })),
})
const [applicant, host] = [await university.as(), await national.as()]
const values = fillForm(form, 1, { files: () => [] })
const text = '材料'.repeat(480)
const started = await applicant.ask(`/batches/${batch.id}/submissions`, { body: { category: 'quality-project' } })
const submission = String(started.body.id)
const one = `/batches/${batch.id}/submissions/${submission}`
const sized = form.sections
  .map(({ key: section }) => ({ section, values: values[section] ?? {}, bytes: Buffer.byteLength(JSON.stringify(values[section] ?? {})) }))
  .sort((a, b) => Math.abs(a.bytes - 3000) - Math.abs(b.bytes - 3000))[0]
if (!sized) throw new Error('the form has no section')
const long = Object.keys(sized.values).find((field) => typeof sized.values[field] === 'string' && String(sized.values[field]).length > 40)
if (!long) throw new Error('the section has no text')
let saved = 0
/** Saves the section with other words of the same length, as one who writes. */
const save = async () => {
  saved += 1
  const mark = String(1_000_000 + saved)
  const given = { ...sized.values, [long]: `${mark}${String(sized.values[long]).slice(mark.length)}` }
  const answer = await applicant.ask(`${one}/sections/${sized.section}`, { method: 'PUT', body: { version: saved - 1, values: given } })
  if (answer.status !== 200) throw new Error(`save: ${JSON.stringify(answer.body)}`)
}
const measured = async (work: () => Promise<unknown>) => (await meter.measure(work)).consumption

await save()
const saving = await measured(() => save())
figure(`save a section of ${(sized.bytes / 1000).toFixed(1)} KB: write units`, saving.writeUnits, 12, 'units')
figure('save a section: round trips with the session’s read', saving.roundTrips, 2, 'trips')

/** Lists of so many: rows as the reactions keep them. */
async function fillLists(from: number, until: number): Promise<void> {
  const head = await table.get<Record<string, unknown>>(key.submission(submission))
  for (let i = from; i < until; i += 25)
    await Promise.all(
      Array.from({ length: Math.min(25, until - i) }, async () => {
        const id = ulid()
        const summary = { ...(head?.summary as object), state: 'submitted', submittedAt: '2026-09-10T00:00:00.000Z', holder: province.id }
        await table.put({
          ...key.listed(batch.id, id),
          id,
          summary: { ...summary, institution: { id: university.id, name: university.name, kind: 'university' }, batch: batch.id },
          seq: 1,
          listPk: partition.categoryList(batch.id, 'quality-project'),
          listSk: `submitted#2026-09-10T00:00:00.000Z#${id}`,
          ownerPk: partition.categoryList(batch.id, 'quality-project'),
          ownerSk: `2026-09-10#${id}`,
        })
        await table.put({
          ...key.submission(id),
          id,
          summary,
          seq: 1,
          listPk: partition.unitList(batch.id, province.id),
          listSk: `quality-project#submitted#2026-09-10T00:00:00.000Z#${id}`,
        })
      }),
    )
}
const unitOfficer = await province.as()
const unitPage = () =>
  unitOfficer.ask(`/batches/${batch.id}/units/${province.id}/submissions?limit=25&category=quality-project&state=submitted`)
const nationalPage = () => host.ask(`/batches/${batch.id}/submissions?limit=25`)
for (const [from, until] of [
  [0, 100],
  [100, 10_000],
] as const) {
  await fillLists(from, until)
  figure(`a unit’s list page of 25 among ${until}: read units`, (await measured(unitPage)).readUnits, 4, 'units')
  figure(`the national list page among ${until}: read units`, (await measured(nationalPage)).readUnits, 24, 'units')
}

// Requests per second, and the handler's own time.
const bare = new Hono().put('/x', async (c) => {
  await documents.send(
    new BatchGetCommand({
      RequestItems: {
        [environment().TABLE_NAME]: {
          Keys: [key.batch(batch.id), key.submission(submission), key.section(submission, sized.section)],
          ConsistentRead: true,
        },
      },
    }),
  )
  const body = await c.req.json<{ values: unknown }>()
  const row = (sk: string, item: object) => ({ Put: { TableName: environment().TABLE_NAME, Item: { pk: `BENCH#${ulid()}`, sk, ...item } } })
  await documents.send(
    new TransactWriteCommand({ TransactItems: [row('SECTION', { values: body.values }), row('DRAFT', { text: text.slice(0, 300) })] }),
  )
  return c.json({ ok: true })
})
const runs: Record<string, () => Promise<unknown>> = {
  'open a submission': () => applicant.ask(one),
  'a unit’s list page': unitPage,
  'the national list page': nationalPage,
  'floor: bare route, same database calls as save': async () =>
    bare.request('http://localhost/x', {
      method: 'PUT',
      body: JSON.stringify({ values: sized.values }),
      headers: { 'content-type': 'application/json' },
    }),
  'floor: the engine alone, one read': () =>
    documents.send(new GetCommand({ TableName: environment().TABLE_NAME, Key: key.batch(batch.id) })),
}
const speeds: string[][] = []
for (const [name, run] of Object.entries(runs)) {
  const perSecond: string[] = []
  for (const concurrency of [1, 16, 64]) {
    const until = performance.now() + 1200
    let done = 0
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        while (performance.now() < until) {
          await run()
          done += 1
        }
      }),
    )
    perSecond.push((done / 1.2).toFixed(0))
  }
  speeds.push([name, ...perSecond])
}
const saves: number[] = []
const own: number[] = []
for (let i = 0; i < 150; i++) {
  inDatabase = 0
  const from = performance.now()
  await save()
  const took = performance.now() - from
  saves.push(took)
  own.push(Math.max(0, took - inDatabase))
}
own.sort((a, b) => a - b)
saves.sort((a, b) => a - b)
speeds.push(['save a section (one writer)', (1000 / (saves[75] ?? 1)).toFixed(0), '', ''])
figure('handler’s own time of a save, p50', own[75] ?? 0, 3, 'ms', false)
figure('handler’s own time of a save, p99', own[148] ?? 0, 15, 'ms', false)

// Sizes.
const place = mkdtempSync(join(tmpdir(), 'bench-'))
bundle('functions/api/lambda.ts', place)
figure('the API’s modules at a cold start, with the tracer', bytesAtStart(place, 'tracing') / 1e6, 1.2, 'MB')
/** The middle of seven starts of Node, ms. */
const startTook = (code: string, env: NodeJS.ProcessEnv = {}) =>
  Array.from({ length: 7 }, () => {
    const from = performance.now()
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore', env: { ...process.env, ...env } })
    return performance.now() - from
  }).sort((a, b) => a - b)[3] ?? 0
const empty = startTook('process.exit(0)')
const load = `await import(${JSON.stringify(join(place, 'index.mjs'))}); process.exit(0)`
figure('cold import of the API', startTook(load) - empty, 150, 'ms', false)
figure('cold import of the API, with the tracer', startTook(load, { POWERTOOLS_TRACE_ENABLED: 'true' }) - empty, 150, 'ms', false)
if (existsSync(`${root}web/dist/.vite/manifest.json`))
  for (const { page, bytes, budget } of sizes(`${root}web/dist`)
    .sort((a, b) => b.bytes / b.budget - a.bytes / a.budget)
    .slice(0, 8))
    figure(`first script of ${page}, gzipped`, bytes / 1024, budget, 'KB')

process.stdout.write('\n')
lines(['figure', 'measured', 'budget', ''], report)
process.stdout.write('\n')
lines(['requests a second at concurrency', '1', '16', '64'], speeds)
if (process.argv.includes('--write')) {
  const head = `# Benchmark\n\nMade by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? ''}), Node ${process.version}, the native database engine in memory. Units and sizes are exact; times belong to the machine and are read beside the floors.\n`
  const rows = (titles: string[], body: string[][]) =>
    `\n| ${titles.join(' | ')} |\n|${titles.map(() => '---').join('|')}|\n${body.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
  writeFileSync(
    `${root}docs/benchmark.md`,
    head + rows(['figure', 'measured', 'budget', ''], report) + rows(['requests a second at concurrency', '1', '16', '64'], speeds),
  )
}
for (const what of over) process.stderr.write(`over budget: ${what}\n`)
await call.close()
process.exit(over.length > 0 ? 1 : 0)
