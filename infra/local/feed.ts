import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { fits } from './pattern.ts'
import type { Image, Intent, Watcher } from './tee.ts'

/** How records reach the function, as the template's event source mapping says. */
export type Mapping = {
  batchSize: number
  lanes: number
  retries: number
  bisect: boolean
  filters: unknown[]
  /** The stream's ARN, as records carry it. */
  source: string
}

export type Failures = { batchItemFailures?: { itemIdentifier: string }[] } | undefined
type Feeding = {
  database: DatabaseSync
  client: DynamoDBClient
  table: string
  region: string
  mapping: Mapping
  now: () => number
  invoke: (event: { Records: DynamoDBRecord[] }) => Promise<Failures>
  /** Told of what was given up after all retries. */
  giveUp: (record: DynamoDBRecord, reason: string) => void
  /** Milliseconds before the next try. */
  pause?: (attempt: number) => number
}

const quarterMinute = 15_000

/**
 * Hands facts to the function in the order in which they became true, thing by thing, again and again until it takes them.
 * Before a write goes out its facts are noted in the local database, and struck out when they were delivered; what a kill
 * leaves there is looked up in the table at the next start.
 */
export class Feed implements Watcher {
  private readonly with: Feeding
  private readonly lanes: DynamoDBRecord[][]
  private readonly running: boolean[]
  private readonly statements
  private writing = 0
  private stopped = false

  constructor(feeding: Feeding) {
    this.with = feeding
    this.lanes = Array.from({ length: feeding.mapping.lanes }, () => [])
    this.running = this.lanes.map(() => false)
    this.statements = {
      note: feeding.database.prepare('INSERT INTO intents (pk, sk) VALUES (?, ?)'),
      strike: feeding.database.prepare('DELETE FROM intents WHERE id = ?'),
      left: feeding.database.prepare('SELECT id, pk, sk FROM intents ORDER BY id'),
    }
  }

  intend(rows: Image[]): Intent | undefined {
    const facts = rows.filter((row) => this.wanted(row))
    if (facts.length === 0) return undefined
    this.writing++
    const ids = facts.map((row) => Number(this.statements.note.run(row.pk?.S ?? '', row.sk?.S ?? '').lastInsertRowid))
    return { ids, rows: facts }
  }
  acknowledged({ ids, rows }: Intent): void {
    rows.forEach((row, i) => {
      this.deliver(this.record(ids[i] ?? 0, row))
    })
    this.writing--
  }
  refused({ ids }: Intent): void {
    for (const id of ids) this.statements.strike.run(id)
    this.writing--
  }
  uncertain({ ids, rows }: Intent): void {
    const found = ids.map((id, i) => this.lookUp(id, rows[i]?.pk?.S ?? '', rows[i]?.sk?.S ?? ''))
    Promise.allSettled(found).then(() => {
      this.writing--
    })
  }

  /** Delivers what an earlier run had begun to write and not delivered. */
  async replay(): Promise<number> {
    const left = this.statements.left.all() as { id: number; pk: string; sk: string }[]
    for (const { id, pk, sk } of left) await this.lookUp(id, pk, sk)
    return left.length
  }

  /** Whether nothing is being written, delivered or tried again. */
  isIdle(): boolean {
    return this.writing === 0 && this.running.every((busy) => !busy)
  }
  stop(): void {
    this.stopped = true
  }

  private async lookUp(id: number, pk: string, sk: string): Promise<void> {
    const { Item } = await this.with.client.send(
      new GetItemCommand({ TableName: this.with.table, Key: { pk: { S: pk }, sk: { S: sk } }, ConsistentRead: true }),
    )
    if (Item) this.deliver(this.record(id, Item))
    else this.statements.strike.run(id)
  }

  private deliver(record: DynamoDBRecord): void {
    const pk = record.dynamodb?.Keys?.pk?.S ?? ''
    const lane = createHash('md5').update(pk).digest().readUInt32LE(0) % this.lanes.length
    this.lanes[lane]?.push(record)
    if (!this.running[lane]) void this.work(lane)
  }

  private async work(lane: number): Promise<void> {
    const records = this.lanes[lane] ?? []
    this.running[lane] = true
    let size = this.with.mapping.batchSize
    let attempt = 0
    // A turn of the event loop, so that what becomes true together is handed over together.
    await new Promise((resolve) => setImmediate(resolve))
    while (records.length > 0 && !this.stopped) {
      const batch = records.slice(0, size)
      const failure = await this.hand(batch)
      if (this.stopped) return
      const taken = failure ? failure.at : batch.length
      for (const record of records.splice(0, taken)) this.strike(record)
      if (!failure) {
        size = this.with.mapping.batchSize
        attempt = 0
        continue
      }
      attempt = taken > 0 ? 1 : attempt + 1
      if (this.with.mapping.bisect) size = Math.max(1, Math.ceil(size / 2))
      const first = records[0]
      if (attempt > this.with.mapping.retries && first) {
        records.shift()
        this.with.giveUp(first, failure.reason)
        this.strike(first)
        attempt = 0
      } else {
        const pause = this.with.pause ?? ((n) => Math.min(quarterMinute, 100 * 2 ** n))
        await new Promise((resolve) => setTimeout(resolve, pause(attempt)).unref())
      }
    }
    this.running[lane] = false
  }

  /** The place of the first record that was not taken, or undefined when all were. */
  private async hand(batch: DynamoDBRecord[]): Promise<{ at: number; reason: string } | undefined> {
    try {
      const answer = await this.with.invoke({ Records: structuredClone(batch) })
      const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier))
      const at = batch.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''))
      return at < 0 ? undefined : { at, reason: 'The function reported this record as failed' }
    } catch (error) {
      return { at: 0, reason: String(error) }
    }
  }

  private strike(record: DynamoDBRecord): void {
    this.statements.strike.run(Number(record.dynamodb?.SequenceNumber))
  }

  private wanted(image: Image): boolean {
    const { filters } = this.with.mapping
    return filters.length === 0 || filters.some((filter) => fits(filter, { eventName: 'INSERT', dynamodb: { NewImage: image } }))
  }

  /** A row as the stream of a table with NEW_IMAGE would tell it. Rows that are facts are never written twice, so each is an INSERT. */
  private record(id: number, image: Image): DynamoDBRecord {
    return {
      eventID: createHash('md5').update(String(id)).digest('hex'),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: this.with.region,
      eventSourceARN: this.with.mapping.source,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(this.with.now() / 1000),
        Keys: { pk: image.pk, sk: image.sk } as NonNullable<DynamoDBRecord['dynamodb']>['Keys'],
        NewImage: image as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'],
        SequenceNumber: String(id).padStart(21, '0'),
        SizeBytes: Buffer.byteLength(JSON.stringify(image)),
        StreamViewType: 'NEW_IMAGE',
      },
    }
  }
}
