import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import { ulid } from 'ulid'

export type QueueDefinition = {
  name: string
  arn: string
  url: string
  visibilitySeconds: number
  retentionSeconds: number
  redrive?: { to: string; after: number }
}
export type Consumer = { queue: string; batchSize: number; concurrency: number; invoke: (event: SQSEvent) => Promise<Failures> }
type Failures = { batchItemFailures?: { itemIdentifier: string }[] } | undefined
type Message = { id: string; body: string; attributes: string; sent: number; received: number; first: number | null }
type Queued = { database: DatabaseSync; region: string; now: () => number; queues: QueueDefinition[] }

export const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Queues with visibility, redelivery and a place aside for what keeps failing, as the template says; a message stays until it was taken. */
export class Queues {
  private readonly with: Queued
  private readonly consumers: Consumer[] = []
  private readonly busy = new Map<string, number>()
  private readonly statements
  private stopped = false

  constructor(queued: Queued) {
    this.with = queued
    const { database } = queued
    // Made ready once: whoever waits for everything to be done has the queues looked at hundreds of times a second.
    this.statements = {
      put: database.prepare('INSERT INTO messages (id, queue, body, attributes, sent, visible) VALUES (?, ?, ?, ?, ?, ?)'),
      outlived: database.prepare('DELETE FROM messages WHERE queue = ? AND sent < ?'),
      ready: database.prepare('SELECT * FROM messages WHERE queue = ? AND visible <= ? ORDER BY visible, rowid LIMIT ?'),
      aside: database.prepare('UPDATE messages SET queue = ?, visible = ?, received = 0, first = NULL WHERE id = ?'),
      hand: database.prepare('UPDATE messages SET visible = ?, received = received + 1, first = coalesce(first, ?) WHERE id = ?'),
      remove: database.prepare('DELETE FROM messages WHERE id = ?'),
    }
    // Whoever worked on a message when the process ended is gone, so nothing is in anybody's hands.
    queued.database.prepare('UPDATE messages SET visible = sent WHERE received > 0').run()
  }

  byUrl(url: string): QueueDefinition | undefined {
    return this.with.queues.find((queue) => queue.url === url || queue.url.endsWith(new URL(url).pathname))
  }
  byArn(arn: string): QueueDefinition | undefined {
    return this.with.queues.find((queue) => queue.arn === arn)
  }

  /** Puts a message in; it is safe when this returns. */
  send({ name }: QueueDefinition, body: string, delaySeconds = 0, attributes: Record<string, unknown> = {}): { id: string; md5: string } {
    const id = ulid()
    const now = this.with.now()
    this.statements.put.run(id, name, body, JSON.stringify(attributes), now, now + delaySeconds * 1000)
    this.wake()
    return { id, md5: md5(body) }
  }

  /** Changes when a message that is in hand is shown again; false when it is in nobody's. */
  showAfter({ name }: QueueDefinition, id: string, seconds: number): boolean {
    const { database, now } = this.with
    const { changes } = database
      .prepare('UPDATE messages SET visible = ? WHERE id = ? AND queue = ? AND visible > ?')
      .run(now() + seconds * 1000, id, name, now())
    return changes > 0
  }

  /** All messages of a queue, waiting or in hands, oldest first. */
  peek(name: string): Message[] {
    return this.with.database.prepare('SELECT * FROM messages WHERE queue = ? ORDER BY sent, rowid').all(name) as Message[]
  }

  consume(consumer: Consumer): void {
    this.consumers.push(consumer)
    this.wake()
  }

  /** Looks for messages that can be taken now; called when one is sent and as time goes on. */
  wake(): void {
    if (this.stopped) return
    const { now, queues } = this.with
    for (const { name, retentionSeconds } of queues) this.statements.outlived.run(name, now() - retentionSeconds * 1000)
    for (const consumer of this.consumers)
      while ((this.busy.get(consumer.queue) ?? 0) < consumer.concurrency) {
        const messages = this.take(consumer)
        if (messages.length === 0) break
        this.busy.set(consumer.queue, (this.busy.get(consumer.queue) ?? 0) + 1)
        void this.work(consumer, messages)
      }
  }

  /** Whether no message is worked on and none could be taken now. */
  isIdle(): boolean {
    return [...this.busy.values()].every((count) => count === 0) && this.consumers.every(({ queue }) => this.ready(queue, 1).length === 0)
  }
  stop(): void {
    this.stopped = true
  }

  private definition(name: string): QueueDefinition {
    const found = this.with.queues.find((queue) => queue.name === name)
    if (!found) throw new Error(`No queue is called ${name}`)
    return found
  }

  private ready(queue: string, limit: number): Message[] {
    return this.statements.ready.all(queue, this.with.now(), limit) as Message[]
  }

  /** Takes the next messages into hand; one that was taken too often already goes aside instead. */
  private take({ queue, batchSize }: Consumer): Message[] {
    const { visibilitySeconds, redrive } = this.definition(queue)
    const now = this.with.now()
    const taken: Message[] = []
    for (const message of this.ready(queue, batchSize)) {
      if (redrive && message.received >= redrive.after) {
        const aside = this.byArn(redrive.to)
        if (!aside) throw new Error(`No queue has the ARN ${redrive.to}`)
        this.statements.aside.run(aside.name, now, message.id)
        continue
      }
      this.statements.hand.run(now + visibilitySeconds * 1000, now, message.id)
      taken.push({ ...message, received: message.received + 1, first: message.first ?? now })
    }
    return taken
  }

  private async work(consumer: Consumer, messages: Message[]): Promise<void> {
    const { arn } = this.definition(consumer.queue)
    let failed = new Set(messages.map(({ id }) => id))
    try {
      const answer = await consumer.invoke({ Records: messages.map((message) => this.record(message, arn)) })
      failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier))
    } catch {
      // The function's own log says why; all messages of the batch come again.
    }
    if (this.stopped) return
    for (const { id } of messages) if (!failed.has(id)) this.statements.remove.run(id)
    this.busy.set(consumer.queue, (this.busy.get(consumer.queue) ?? 1) - 1)
    this.wake()
  }

  private record(message: Message, eventSourceARN: string): SQSRecord {
    return {
      messageId: message.id,
      receiptHandle: message.id,
      body: message.body,
      md5OfBody: md5(message.body),
      attributes: {
        ApproximateReceiveCount: String(message.received),
        SentTimestamp: String(message.sent),
        SenderId: 'local',
        ApproximateFirstReceiveTimestamp: String(message.first ?? message.sent),
      },
      messageAttributes: JSON.parse(message.attributes),
      eventSource: 'aws:sqs',
      eventSourceARN,
      awsRegion: this.with.region,
    }
  }
}
