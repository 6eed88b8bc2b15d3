import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** One client a process. Retries of contention are the table's own affair (see `table.ts`), because they must be bounded by the request's time. */
export const dynamo = new DynamoDBClient({ maxAttempts: 3 })
// It goes through all that each call brings for what must not be logged, and then logs nothing.
dynamo.middlewareStack.remove('loggerMiddleware')
export const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } })
