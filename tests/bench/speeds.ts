import { BatchGetCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { ulid } from 'ulid'
import type { FullCall } from '../http/full-call.ts'
import { putRows } from '../http/put-rows.ts'
import { savingOf } from './costs.ts'
import { covered, type Interval } from './covered.ts'
import type { Report } from './report.ts'

type Asking = Parameters<FullCall['host']['ask']>[1]

const concurrencies = [1, 16, 64]
const milliseconds = 1200

/** Requests a second of what people do most, beside two floors of the same run; and how long the handlers are busy themselves. */
export async function speeds(call: FullCall, report: Report): Promise<void> {
  const { documents } = await import('../../functions/aws/dynamo.ts')
  const { environment } = await import('../../functions/aws/environment.ts')
  const { batch, province, applicant, officer, host, category, key } = call
  const TableName = environment().TABLE_NAME
  const base = await call.ready(1)
  const one = savingOf(call, base)
  const ask = async (someone: FullCall['host'], path: string, asking: Asking = {}) => {
    const answer = await someone.ask(path, asking)
    if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
  }
  const copies = await copiesOf(call, base)
  /** The same database calls as a save makes, behind a route that does nothing else. */
  const bare = new Hono().put('/x', async (c) => {
    const Keys = [key.batch(batch.id), key.submission(call.submissionOf(base)), key.section(call.submissionOf(base), one.section)]
    await documents.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }))
    const body = await c.req.json<{ values: unknown }>()
    const row = (sk: string, item: object) => ({ Put: { TableName, Item: { pk: `BENCH#${ulid()}`, sk, ...item } } })
    const rows = [row('SECTION', { values: body.values }), row('DRAFT', { text: '材料'.repeat(150) })]
    await documents.send(new TransactWriteCommand({ TransactItems: rows }))
    return c.json({ ok: true })
  })
  const list = `/batches/${batch.id}/units/${province.id}/submissions?limit=25&category=${category}&state=submitted`
  const body = JSON.stringify(one.next().body)
  const headers = { 'content-type': 'application/json' }
  const again = (work: () => Promise<unknown>) => async () => work

  /** Each gives what one of those at work does over and over. */
  const runs: Record<string, () => Promise<() => Promise<unknown>>> = {
    'save a section of 3 KB': async () => {
      const own = await copies()
      const saving = savingOf(call, own)
      return () => ask(applicant, saving.path, saving.next())
    },
    submit: async () => async () => ask(applicant, `${await copies()}/submit`, { method: 'POST', key: ulid() }),
    'a unit’s page of 25': again(() => ask(officer, list)),
    'the host’s page of 25': again(() => ask(host, `/batches/${batch.id}/submissions?limit=25`)),
    'open a submission': again(() => ask(applicant, base)),
    'floor: a bare route with the database calls of a save': again(async () =>
      bare.request('http://localhost/x', { method: 'PUT', body, headers }),
    ),
    'floor: the engine alone, one read': again(() => documents.send(new GetCommand({ TableName, Key: key.batch(batch.id) }))),
  }
  const add = report.part('requests a second at concurrency', ...concurrencies.map(String))
  for (const [name, prepare] of Object.entries(runs)) {
    const perSecond: string[] = []
    for (const concurrency of concurrencies) {
      const workers = await Promise.all(Array.from({ length: concurrency }, prepare))
      if (name === 'submit') await copies.prepare()
      const from = performance.now()
      let done = 0
      await Promise.all(
        workers.map(async (work) => {
          while (performance.now() < from + milliseconds) {
            await work()
            done += 1
          }
        }),
      )
      perSecond.push(((done * 1000) / (performance.now() - from)).toFixed(0))
    }
    add(name, ...perSecond)
  }

  await handlers(call, report, copies, { base, list })
}

/** What a handler may take without the database, ms. */
const wanted = { p50: 3, p99: 15 } as const
/** Requests of each kind that are counted, after some that are not: a function that answers people is warm. */
const [counted, before] = [200, 20]

/** How long the handlers of what people do most are busy themselves: the time of a request, less that in which at least one call to the database was under way. */
async function handlers(
  call: FullCall,
  report: Report,
  copies: Awaited<ReturnType<typeof copiesOf>>,
  { base, list }: Record<'base' | 'list', string>,
): Promise<void> {
  const { dynamo } = await import('../../functions/aws/dynamo.ts')
  const { batch, applicant, officer, host } = call
  const calls: Interval[] = []
  dynamo.middlewareStack.add(
    (next) => async (args) => {
      const from = performance.now()
      try {
        return await next(args)
      } finally {
        calls.push([from, performance.now()])
      }
    },
    { step: 'finalizeRequest', name: 'bench' },
  )
  await call.places(10_000)
  await copies.prepare(counted + before + 1)
  const saving = savingOf(call, await copies())
  const handedIn = await Promise.all(Array.from({ length: counted + before }, () => copies()))
  const post = (act: string, body?: object) => (i: number) =>
    [`${handedIn[i]}/${act}`, { method: 'POST', key: ulid(), ...(body && { body }) }] as const
  const recommend = post('recommend', { opinion: '该项目立项依据充分，建设基础扎实，育人成效明显，同意推荐。' })
  // In the order in which they happen to a submission: what is handed in is recommended by its university, then by the province within its places.
  const asked: Record<string, [FullCall['host'], (i: number) => readonly [string, Asking?]]> = {
    'save a section of 3 KB': [applicant, () => [saving.path, saving.next()]],
    submit: [applicant, post('submit')],
    'recommend, a university': [applicant, recommend],
    'recommend within places, a province': [officer, recommend],
    'a unit’s page of 25': [officer, () => [list]],
    'the host’s page of 25': [host, () => [`/batches/${batch.id}/submissions?limit=25`]],
    'open a submission': [applicant, () => [base]],
    'open a section': [applicant, () => [saving.path]],
  }
  const add = report.part('time of a handler without the database', 'p50', `of ${wanted.p50}`, 'p99', `of ${wanted.p99}`)
  for (const [what, [someone, request]] of Object.entries(asked)) {
    const own: number[] = []
    for (let i = 0; i < counted + before; i++) {
      const [path, asking] = request(i)
      calls.length = 0
      const from = performance.now()
      const { status, body } = await someone.ask(path, asking)
      const until = performance.now()
      if (status >= 400) throw new Error(`${path}: ${JSON.stringify(body)}`)
      if (i >= before) own.push(until - from - covered(calls, from, until))
    }
    own.sort((a, b) => a - b)
    const at = (share: number) => own[Math.floor(own.length * share)] ?? 0
    const cell = (name: keyof typeof wanted, value: number) => [
      `${value.toFixed(1)} ms`,
      report.judged(`${what}, ${name}`, value, wanted[name], false),
    ]
    add(what, ...cell('p50', at(0.5)), ...cell('p99', at(0.99)))
  }
}

/** Submissions that may be handed in, written as copies of the rows of one: gives the address of the next, and makes more when few are left. */
async function copiesOf(call: FullCall, base: string) {
  const id = call.submissionOf(base)
  const { table } = call
  const rows = await table.all({ pk: call.key.submission(id).pk })
  const stock: string[] = []
  const copy = async () => {
    const other = ulid()
    await putRows(JSON.parse(JSON.stringify(rows).replaceAll(id, other)))
    stock.push(base.replace(id, other))
  }
  const prepare = async (wanted = 600) => {
    while (stock.length < wanted) await Promise.all(Array.from({ length: 10 }, copy))
  }
  const next = async () => {
    if (stock.length === 0) await copy()
    return stock.pop() ?? ''
  }
  return Object.assign(next, { prepare })
}
