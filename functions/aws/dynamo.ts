import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** One client a process. Retries of contention are the table's own affair (see `table.ts`), because they must be bounded by the request's time. */
export const dynamo = new DynamoDBClient({ maxAttempts: 3 })
export const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } })
