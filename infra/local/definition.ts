import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import type { Template } from '../synthesise.ts'
import { ofType } from './template.ts'

type Definition = Pick<CreateTableCommandInput, 'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'> & {
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean }
  StreamSpecification?: { StreamViewType: 'NEW_IMAGE' }
}

/** The table as the template describes it. */
export function tableOf(template: Template): { id: string; definition: Definition } {
  const [table, ...more] = ofType(template, 'AWS::DynamoDB::GlobalTable')
  if (!table || more.length > 0) throw new Error('The local stack expects exactly one table in the template')
  return { id: table.id, definition: table.properties as Definition }
}

/**
 * Creates the table with its keys, indexes and time to live. `streaming` turns the engine's own stream on, which only the test
 * that compares it with ours needs: with it on, each write costs more the more records lie there.
 */
export async function createTable(client: DynamoDBClient, TableName: string, definition: Definition, streaming = false): Promise<void> {
  const indexes = (definition.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }))
  await client.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: definition.AttributeDefinitions,
      KeySchema: definition.KeySchema,
      GlobalSecondaryIndexes: indexes,
      BillingMode: 'PAY_PER_REQUEST',
      ...(streaming && { StreamSpecification: { StreamEnabled: true, StreamViewType: definition.StreamSpecification?.StreamViewType } }),
    }),
  )
  if (definition.TimeToLiveSpecification)
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: definition.TimeToLiveSpecification }))
}
