import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { clientOf, startEngine } from './engine.ts'
import { Feed, type Mapping } from './feed.ts'
import { tee } from './tee.ts'

const mapping: Mapping = {
  source: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/t/stream/local',
  batchSize: 10,
  lanes: 4,
  retries: 3,
  bisect: true,
  filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['event'] } } } }],
}
const fact = (pk: string, n: number) => ({ pk: { S: pk }, sk: { S: `EVENT#${n}` }, kind: { S: 'event' }, n: { N: String(n) } })
const nameOf = (record: DynamoDBRecord) => `${record.dynamodb?.Keys?.pk?.S} ${record.dynamodb?.NewImage?.n?.N}`

describe('the stream of facts', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>
  let client: DynamoDBClient
  let table: string
  let directory: string
  beforeAll(async () => {
    engine = await startEngine()
  })
  afterAll(() => engine.stop())
  beforeEach(async () => {
    table = await engine.createTable()
    client = clientOf(engine.endpoint)
    directory = mkdtempSync(join(tmpdir(), 'feed-'))
  })
  afterEach(() => {
    client.destroy()
    rmSync(directory, { recursive: true, force: true })
  })

  const failing = (records: DynamoDBRecord[]) => ({
    batchItemFailures: records.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })),
  })
  function open(hand: (records: DynamoDBRecord[]) => ReturnType<typeof failing> | undefined = () => undefined) {
    const seen: DynamoDBRecord[] = []
    const givenUp: string[] = []
    const database = openDatabase(directory)
    const feed = new Feed({
      database,
      client: clientOf(engine.endpoint),
      table,
      region: 'ap-southeast-1',
      mapping,
      now: Date.now,
      invoke: async ({ Records }) => {
        seen.push(...Records)
        return hand(Records)
      },
      giveUp: (record) => givenUp.push(nameOf(record)),
      pause: () => 1,
    })
    tee(client, feed)
    const left = () => database.prepare('SELECT count(*) AS n FROM intents').get()?.n
    return { feed, seen, givenUp, left, names: () => seen.map(nameOf) }
  }
  const idle = async (feed: Feed) => {
    for (let i = 0; i < 500 && !feed.isIdle(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(feed.isIdle()).toBe(true)
  }

  test('tells facts of every way to write, and nothing else', async () => {
    const { feed, names, left } = open()
    await client.send(new PutItemCommand({ TableName: table, Item: fact('A', 1) }))
    await client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: 'A' }, sk: { S: 'HEAD' } } }))
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: [{ PutRequest: { Item: fact('A', 2) } }] } }))
    await DynamoDBDocumentClient.from(client).send(
      new TransactWriteCommand({ TransactItems: [{ Put: { TableName: table, Item: { pk: 'A', sk: 'EVENT#3', kind: 'event', n: 3 } } }] }),
    )
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { pk: { S: 'A' }, sk: { S: 'HEAD' } },
        UpdateExpression: 'SET x = :x',
        ExpressionAttributeValues: { ':x': { S: 'event' } },
      }),
    )
    await idle(feed)
    expect(names()).toEqual(['A 1', 'A 2', 'A 3'])
    expect(left()).toBe(0)
  })

  test('says nothing of a write that was refused', async () => {
    const { feed, names, left } = open()
    const put = (n: number) => ({ Put: { TableName: table, Item: fact('A', n), ConditionExpression: 'attribute_not_exists(pk)' } })
    await client.send(new TransactWriteItemsCommand({ TransactItems: [put(1)] }))
    await expect(client.send(new TransactWriteItemsCommand({ TransactItems: [put(2), put(1)] }))).rejects.toThrow()
    await idle(feed)
    expect(names()).toEqual(['A 1'])
    expect(left()).toBe(0)
  })

  test('keeps the order of each thing, whatever else happens', async () => {
    const { feed, names } = open()
    const things = ['A', 'B', 'C', 'D', 'E']
    await Promise.all(
      things.map(async (pk) => {
        for (let n = 1; n <= 20; n++) await client.send(new PutItemCommand({ TableName: table, Item: fact(pk, n) }))
      }),
    )
    await idle(feed)
    for (const pk of things)
      expect(names().filter((name) => name.startsWith(pk))).toEqual(Array.from({ length: 20 }, (_, i) => `${pk} ${i + 1}`))
  })

  test('what failed comes again with all that came after it, until it is taken', async () => {
    let tries = 0
    const { feed, names } = open((records) => {
      const second = records.filter((record) => nameOf(record) === 'A 2')
      return second.length > 0 && ++tries <= 2 ? failing(second) : undefined
    })
    const put = (n: number) => ({ Put: { TableName: table, Item: fact('A', n) } })
    await client.send(new TransactWriteItemsCommand({ TransactItems: [put(1), put(2), put(3)] }))
    await idle(feed)
    expect(names().filter((name) => name === 'A 1')).toHaveLength(1)
    expect(names().filter((name) => name === 'A 2')).toHaveLength(3)
    expect(names().at(-1)).toBe('A 3')
  })

  test('what keeps failing goes aside after the retries of the template, and the rest goes on', async () => {
    const { feed, names, givenUp, left } = open((records) => failing(records.filter((record) => nameOf(record) === 'A 1')))
    const put = (n: number) => ({ Put: { TableName: table, Item: fact('A', n) } })
    await client.send(new TransactWriteItemsCommand({ TransactItems: [put(1), put(2)] }))
    await idle(feed)
    expect(givenUp).toEqual(['A 1'])
    expect(names().at(-1)).toBe('A 2')
    expect(names().filter((name) => name === 'A 1')).toHaveLength(mapping.retries + 1)
    expect(left()).toBe(0)
  })

  test('after a kill, what was written and not told is told; what was not written is forgotten', async () => {
    const { feed } = open()
    const written = feed.intend([fact('A', 1)])
    const lost = feed.intend([fact('A', 2)])
    expect([written?.ids, lost?.ids]).toEqual([[1], [2]])
    const other = clientOf(engine.endpoint)
    await other.send(new PutItemCommand({ TableName: table, Item: fact('A', 1) }))
    other.destroy()
    const after = open()
    expect(await after.feed.replay()).toBe(2)
    await idle(after.feed)
    expect(after.names()).toEqual(['A 1'])
    expect(after.left()).toBe(0)
  })

  test('an answer that was lost is looked up', async () => {
    const { feed, names, left } = open()
    client.middlewareStack.add(
      (next) => async (args) => {
        await next(args)
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', $metadata: { attempts: 3 } })
      },
      { step: 'build', priority: 'low', name: 'lost answers' },
    )
    await expect(client.send(new PutItemCommand({ TableName: table, Item: fact('A', 1) }))).rejects.toThrow('socket hang up')
    await idle(feed)
    expect(names()).toEqual(['A 1'])
    expect(left()).toBe(0)
  })

  test('tells the same as the stream of the engine itself', async () => {
    table = await engine.createTable(true)
    const { feed, seen } = open()
    const facts = [fact('A', 1), fact('B', 1), fact('A', 2)]
    for (const Item of facts) await client.send(new PutItemCommand({ TableName: table, Item }))
    await client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: 'A' }, sk: { S: 'HEAD' } } }))
    await idle(feed)
    const told = await streamOf(engine.endpoint, table)
    const real = told.filter((record) => record.eventName === 'INSERT' && record.dynamodb?.NewImage?.kind?.S === 'event')
    expect(real).toHaveLength(3)
    const comparable = (records: DynamoDBRecord[]) =>
      records
        .map(({ eventName, eventVersion, eventSource, dynamodb }) => ({
          eventName,
          eventVersion,
          eventSource,
          Keys: dynamodb?.Keys,
          NewImage: dynamodb?.NewImage,
          StreamViewType: dynamodb?.StreamViewType,
        }))
        .sort((a, b) => JSON.stringify([a.Keys?.pk, a.Keys?.sk]).localeCompare(JSON.stringify([b.Keys?.pk, b.Keys?.sk])))
    expect(comparable(seen)).toEqual(comparable(real))
    const ofA = (records: DynamoDBRecord[]) => records.map(nameOf).filter((name) => name.startsWith('A'))
    expect(ofA(seen)).toEqual(ofA(real))
    for (const record of seen) expect(Object.keys(record.dynamodb ?? {}).sort()).toEqual(Object.keys(real[0]?.dynamodb ?? {}).sort())
  })
})

/** What the engine's own stream of a table holds. */
async function streamOf(endpoint: string, TableName: string): Promise<DynamoDBRecord[]> {
  const call = async (target: string, body: unknown) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        authorization: 'AWS4-HMAC-SHA256 Credential=S3RVER/20260101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
      },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Record<string, unknown>
  }
  const { Table } = (await call('DynamoDB_20120810.DescribeTable', { TableName })) as { Table: { LatestStreamArn: string } }
  const StreamArn = Table.LatestStreamArn
  const { StreamDescription } = (await call('DynamoDBStreams_20120810.DescribeStream', { StreamArn })) as {
    StreamDescription: { Shards: { ShardId: string }[] }
  }
  const records = await Promise.all(
    StreamDescription.Shards.map(async ({ ShardId }) => {
      const iterator = await call('DynamoDBStreams_20120810.GetShardIterator', { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' })
      return ((await call('DynamoDBStreams_20120810.GetRecords', iterator)) as { Records: DynamoDBRecord[] }).Records
    }),
  )
  return records.flat()
}
