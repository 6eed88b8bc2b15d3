import { BatchGetCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { ulid } from 'ulid'
import type { FullCall } from '../http/full-call.ts'
import { putRows } from '../http/put-rows.ts'
import { savingOf } from './costs.ts'
import type { Report } from './report.ts'

const concurrencies = [1, 16, 64]
const milliseconds = 1200

/** Requests a second of what people do most, beside two floors of the same run; and how long the handler of a save is busy itself. */
export async function speeds(call: FullCall, report: Report): Promise<void> {
  const { documents, dynamo } = await import('../../functions/aws/dynamo.ts')
  const { environment } = await import('../../functions/aws/environment.ts')
  const { batch, province, applicant, officer, host, category, key } = call
  const TableName = environment().TABLE_NAME
  const base = await call.ready(1)
  const one = savingOf(call, base)
  const ask = async (someone: FullCall['host'], path: string, asking: Parameters<FullCall['host']['ask']>[1] = {}) => {
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
  const saving = savingOf(call, await copies())
  const own: number[] = []
  for (let i = 0; i < 200; i++) {
    inDatabase = 0
    const from = performance.now()
    await ask(applicant, saving.path, saving.next())
    own.push(Math.max(0, performance.now() - from - inDatabase))
  }
  own.sort((a, b) => a - b)
  const time = report.part('time of a handler without the database', 'measured', 'wanted', '')
  for (const [what, share, most] of [
    ['save a section of 3 KB, p50', 0.5, 3],
    ['save a section of 3 KB, p99', 0.99, 15],
  ] as const) {
    const value = own[Math.floor(own.length * share)] ?? 0
    time(what, `${value.toFixed(1)} ms`, `${most} ms`, report.judged(what, value, most, false))
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
