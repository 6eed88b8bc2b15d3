import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQSRecord } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { type QueueDefinition, Queues } from './queues.ts'

const queue = (name: string, more: Partial<QueueDefinition> = {}): QueueDefinition => ({
  name,
  arn: `arn:aws:sqs:ap-southeast-1:000000000000:${name}`,
  url: `http://127.0.0.1:1/000000000000/${name}`,
  visibilitySeconds: 720,
  retentionSeconds: 86_400,
  ...more,
})
const failed = queue('failed')
const jobs = queue('jobs', { redrive: { to: failed.arn, after: 3 } })

describe('a queue', () => {
  let directory: string
  let time: number
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'queues-'))
    time = Date.parse('2026-01-05T08:00:00Z')
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  function open(work: (records: SQSRecord[]) => Promise<string[]> | string[], concurrency = 2) {
    const queues = new Queues({ database: openDatabase(directory), region: 'ap-southeast-1', now: () => time, queues: [jobs, failed] })
    const batches: SQSRecord[][] = []
    queues.consume({
      queue: jobs.name,
      batchSize: 10,
      concurrency,
      invoke: async ({ Records }) => {
        batches.push(Records)
        return { batchItemFailures: (await work(Records)).map((itemIdentifier) => ({ itemIdentifier })) }
      },
    })
    return { queues, batches, bodies: () => batches.flat().map(({ body }) => body) }
  }
  const idle = async (queues: Queues) => {
    for (let i = 0; i < 200 && !queues.isIdle(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(queues.isIdle()).toBe(true)
  }
  const badly = (records: SQSRecord[]) => records.filter(({ body }) => body === 'bad').map(({ messageId }) => messageId)

  test('hands over each message once when it is taken', async () => {
    const { queues, bodies } = open(() => [])
    for (let i = 0; i < 25; i++) queues.send(jobs, `job ${i}`)
    await idle(queues)
    expect(bodies().sort()).toEqual(Array.from({ length: 25 }, (_, i) => `job ${i}`).sort())
    expect(queues.peek(jobs.name)).toEqual([])
  })

  test('a delayed message waits for its time', async () => {
    const { queues, bodies } = open(() => [])
    queues.send(jobs, 'later', 60)
    await idle(queues)
    expect(bodies()).toEqual([])
    time += 60_000
    queues.wake()
    await idle(queues)
    expect(bodies()).toEqual(['later'])
  })

  test('what failed comes again when its visibility ends, and only that', async () => {
    const { queues, bodies } = open(badly)
    queues.send(jobs, 'good')
    queues.send(jobs, 'bad')
    await idle(queues)
    expect(queues.peek(jobs.name).map(({ body }) => body)).toEqual(['bad'])
    time += 719_000
    queues.wake()
    await idle(queues)
    expect(bodies().filter((body) => body === 'bad')).toHaveLength(1)
    time += 2_000
    queues.wake()
    await idle(queues)
    expect(bodies().filter((body) => body === 'bad')).toHaveLength(2)
    expect(bodies().filter((body) => body === 'good')).toHaveLength(1)
  })

  test('what failed may be shown sooner, while it is in hand', async () => {
    const { queues, bodies } = open(badly)
    const { id } = queues.send(jobs, 'bad')
    await idle(queues)
    expect(queues.showAfter(jobs, id, 5)).toBe(true)
    expect(queues.showAfter(failed, id, 5)).toBe(false)
    time += 5_000
    expect(queues.showAfter(jobs, id, 60)).toBe(false)
    queues.wake()
    await idle(queues)
    expect(bodies()).toEqual(['bad', 'bad'])
  })

  test('after as many tries as the template allows a message goes aside', async () => {
    const { queues, batches } = open(badly)
    queues.send(jobs, 'bad')
    for (let i = 0; i < 6; i++) {
      await idle(queues)
      time += 721_000
      queues.wake()
    }
    expect(batches.flat().map(({ attributes }) => attributes.ApproximateReceiveCount)).toEqual(['1', '2', '3'])
    expect(queues.peek(jobs.name)).toEqual([])
    expect(queues.peek(failed.name).map(({ body }) => body)).toEqual(['bad'])
  })

  test('a function that throws returns the whole batch', async () => {
    const { queues } = open(async () => {
      throw new Error('out of memory')
    })
    queues.send(jobs, 'one')
    queues.send(jobs, 'two')
    await idle(queues)
    expect(queues.peek(jobs.name)).toHaveLength(2)
  })

  test('works on no more batches at once than the template allows', async () => {
    let now = 0
    let most = 0
    const { queues } = open(async () => {
      most = Math.max(most, ++now)
      await new Promise((resolve) => setTimeout(resolve, 5))
      now--
      return []
    })
    for (let i = 0; i < 100; i++) queues.send(jobs, String(i))
    await idle(queues)
    expect(most).toBe(2)
  })

  test('a message in hands when the process ends comes again at the next start', async () => {
    const { queues } = open(() => new Promise(() => {}))
    queues.send(jobs, 'half done')
    await new Promise((resolve) => setTimeout(resolve, 20))
    queues.stop()
    const after = open(() => [])
    await idle(after.queues)
    expect(after.bodies()).toEqual(['half done'])
    expect(after.queues.peek(jobs.name)).toEqual([])
  })
})
