import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { now } from './clock.ts'
import { documents } from './dynamo.ts'
import { environment } from './environment.ts'
import type { QueueName } from './jobs.ts'
import { type Key, key } from './keys.ts'
import { table } from './table.ts'

/** What was answered in one minute (UTC), by all instances together: done, refused (the request was wrong), failed (we were). */
export type Answers = { minute: string; done: number; refused: number; failed: number }
/** How old the work was that was taken up last, in seconds, and when that was. */
export type Lag = { at: string; seconds: number }
export type Health = { minutes: Answers[]; jobs: Lag | null; documents: Lag | null; facts: Lag | null }

/** An instance adds what it has counted this often; what it has not added yet when it is put to sleep comes with its next request. */
const every = 15_000
/** Rows of minutes are forgotten after a week. */
const keptSeconds = 7 * 86_400

const counted = { done: 0, refused: 0, failed: 0 }
let addedAt = 0

/** Counts an answer by its status. */
export function countAnswer(status: number): void {
  counted[status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'done'] += 1
}

/** Adds what this instance has counted to the minute, when it is time; a failure loses figures and nothing else. */
export async function addAnswers(): Promise<void> {
  const at = Date.now()
  const { done, refused, failed } = counted
  if (at - addedAt < every || done + refused + failed === 0) return
  addedAt = at
  Object.assign(counted, { done: 0, refused: 0, failed: 0 })
  const moment = now()
  try {
    await documents.send(
      new UpdateCommand({
        TableName: environment().TABLE_NAME,
        Key: key.health(moment.slice(0, 16)),
        UpdateExpression: 'ADD #done :done, refused :refused, failed :failed SET #ttl = :ttl',
        ExpressionAttributeNames: { '#done': 'done', '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':done': done,
          ':refused': refused,
          ':failed': failed,
          ':ttl': Math.floor(Date.parse(moment) / 1000) + keptSeconds,
        },
      }),
    )
  } catch {
    // Figures are not worth a request.
  }
}

const noted = new Map<string, number>()
/** Notes how long the oldest of a set of messages has waited; every few seconds at most. */
export async function noteLag(queue: QueueName | 'facts', seconds: number): Promise<void> {
  const at = Date.now()
  if (at - (noted.get(queue) ?? 0) < 5000) return
  noted.set(queue, at)
  await table.put({ ...key.health(queue), at: now(), seconds: Math.max(0, Math.round(seconds)) }).catch(() => {})
}

/** Answers of the last minutes, and how far the queues are behind. */
export async function healthOf(at: string, minutes: number): Promise<Health> {
  const from = new Date(Date.parse(at) - (minutes - 1) * 60_000).toISOString().slice(0, 16)
  const [page, lags] = await Promise.all([
    table.query<Key & Partial<Answers>>({ pk: key.health('').pk, between: [from, at.slice(0, 16)], limit: minutes }),
    table.getMany([key.health('jobs'), key.health('documents'), key.health('facts')], false),
  ])
  const [jobs = null, papers = null, facts = null] = lags.map((row) => (row ? { at: String(row.at), seconds: Number(row.seconds) } : null))
  const answers = page.rows.map(({ sk, done = 0, refused = 0, failed = 0 }) => ({ minute: sk, done, refused, failed }))
  return { minutes: answers, jobs, documents: papers, facts }
}
