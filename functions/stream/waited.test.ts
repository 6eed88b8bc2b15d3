import type { DynamoDBRecord, SQSRecord } from 'aws-lambda'
import { afterEach, expect, test } from 'vitest'
import { clock } from '../aws/clock.ts'
import { waitedSeconds } from './waited.ts'

const { now } = clock
afterEach(() => {
  clock.now = now
})
const moved = Date.parse('2024-11-05T09:00:40.000Z')
const message = (sent: string) => ({ attributes: { SentTimestamp: sent } }) as SQSRecord
const fact = (created?: number) => ({ dynamodb: { ApproximateCreationDateTime: created } }) as DynamoDBRecord

test('a message has waited since its stamp by the clock of the functions, wherever that stands', () => {
  clock.now = () => new Date(moved)
  expect(waitedSeconds(message(String(moved - 40_000)))).toBe(40)
  expect(waitedSeconds(fact((moved - 40_000) / 1000))).toBe(40)
})
test('what has no stamp has no known wait', () => {
  expect(waitedSeconds(message('soon'))).toBeUndefined()
  expect(waitedSeconds(fact())).toBeUndefined()
})
