import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Context, DynamoDBRecord, DynamoDBStreamEvent, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Recorded } from '../../events/catalogue.ts'
import { noteLag } from '../aws/health.ts'
import { queueOf, showAgain } from '../aws/jobs.ts'
import { log } from '../aws/log.ts'
import { watched } from '../aws/watched.ts'
import { secondsUntilAgain } from './again.ts'
import { work } from './jobs.ts'
import { react } from './reactions.ts'
import { waitedSeconds } from './waited.ts'

const facts = new BatchProcessor(EventType.DynamoDBStreams)
const jobs = new BatchProcessor(EventType.SQS)

/** What has happened: facts from the table's stream, slow work and arrived files from the queues. What fails is reported by itself and comes again. */
export const handler = watched('stream', async (event: DynamoDBStreamEvent | SQSEvent, context: Context) => {
  const first = event.Records[0]
  const waited = first && waitedSeconds(first)
  if (first && waited !== undefined) await noteLag('dynamodb' in first ? 'facts' : queueOf((first as SQSRecord).eventSourceARN), waited)
  if (first && 'dynamodb' in first) return processPartialResponse(event, reactTo, facts, { context, processInParallel: false })
  return processPartialResponse(event, workOn, jobs, { context })
})

async function reactTo(record: DynamoDBRecord): Promise<void> {
  const image = record.dynamodb?.NewImage
  if (record.eventName !== 'INSERT' || !image) return
  const row = unmarshall(image as Record<string, AttributeValue>)
  if (row.kind === 'event') await react(row as Recorded)
}

async function workOn(record: SQSRecord): Promise<void> {
  try {
    await work(JSON.parse(record.body))
  } catch (error) {
    log.error('a job has failed', { job: record.messageId, tried: record.attributes.ApproximateReceiveCount, error: error as Error })
    const seconds = secondsUntilAgain(Number(record.attributes.ApproximateReceiveCount), Math.random())
    // If this fails too, the message comes back when its time in hand has run out.
    await showAgain(record.receiptHandle, queueOf(record.eventSourceARN), seconds).catch((failure: unknown) =>
      log.warn('a job waits longer', { error: failure as Error }),
    )
    throw error
  }
}
