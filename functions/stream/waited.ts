import type { DynamoDBRecord, SQSRecord } from 'aws-lambda'
import { clock } from '../aws/clock.ts'

/** How many seconds a message has waited, from the stamp the service gave it to now; undefined without a stamp. Both are of the one clock: where that has been moved, stamps are too. */
export function waitedSeconds(record: DynamoDBRecord | SQSRecord): number | undefined {
  const sent =
    'dynamodb' in record
      ? Number(record.dynamodb?.ApproximateCreationDateTime) * 1000
      : Number((record as SQSRecord).attributes?.SentTimestamp)
  return Number.isFinite(sent) && sent > 0 ? (clock.now().getTime() - sent) / 1000 : undefined
}
