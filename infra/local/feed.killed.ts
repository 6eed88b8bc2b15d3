import { appendFileSync, writeSync } from 'node:fs'
import { DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { ulid } from 'ulid'
import { openDatabase } from './database.ts'
import { createTable, tableOf } from './definition.ts'
import { clientOf, openEngine } from './engine.ts'
import { Feed } from './feed.ts'
import { tee } from './tee.ts'
import { localTemplate } from './template.ts'

/** A process for `feed.killed.test.ts` to kill: writes facts as fast as it can, or only delivers what is left. */
const [directory = '', mode = 'write'] = process.argv.slice(2)
const table = 'facts'
const engine = await openEngine(`${directory}/table.sqlite`)
const client = clientOf(engine.endpoint)
await client
  .send(new DescribeTableCommand({ TableName: table }))
  .catch(async () => createTable(client, table, tableOf(await localTemplate()).definition))
const feed = new Feed({
  database: openDatabase(directory),
  client,
  table,
  region: 'ap-southeast-1',
  mapping: { source: 'local', batchSize: 2, lanes: 4, retries: 20, bisect: true, filters: [] },
  now: Date.now,
  invoke: async ({ Records }) => {
    // Slower than the writing, so that a kill finds much undelivered.
    if (mode === 'write') await new Promise((resolve) => setTimeout(resolve, 100))
    for (const { dynamodb } of Records) appendFileSync(`${directory}/delivered`, `${dynamodb?.Keys?.sk?.S}\n`)
    return undefined
  },
  giveUp: () => {},
})
tee(client, feed)
await feed.replay()

async function write(): Promise<never> {
  for (;;) {
    const sk = ulid()
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: { pk: { S: `P${Math.floor(Math.random() * 9)}` }, sk: { S: sk }, kind: { S: 'event' } },
      }),
    )
    // At once and to the file itself: what stands there was acknowledged before the kill.
    appendFileSync(`${directory}/acknowledged`, `${sk}\n`)
  }
}

if (mode === 'write') await Promise.all(Array.from({ length: 8 }, write))
while (!feed.isIdle()) await new Promise((resolve) => setTimeout(resolve, 5))
await engine.stop()
writeSync(1, 'delivered')
