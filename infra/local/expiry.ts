import { type AttributeValue, DeleteItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'

/** Deletes the rows whose time to live has passed by the local clock. Only here may anything scan: the cloud's table does this by itself. */
export async function expireRows(client: DynamoDBClient, TableName: string, attribute: string | undefined, now: number): Promise<number> {
  if (!attribute) return 0
  const names = { '#ttl': attribute }
  const values = { ':now': { N: String(Math.floor(now / 1000)) } }
  let deleted = 0
  let from: Record<string, AttributeValue> | undefined
  do {
    const page = await client.send(
      new ScanCommand({
        TableName,
        FilterExpression: '#ttl < :now',
        ProjectionExpression: 'pk, sk',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
        ExclusiveStartKey: from,
      }),
    )
    for (const { pk, sk } of page.Items ?? []) {
      if (!pk || !sk) continue
      const gone = new DeleteItemCommand({
        TableName,
        Key: { pk, sk },
        ConditionExpression: '#ttl < :now',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      })
      // A row whose time was meanwhile extended stays.
      await client.send(gone).then(
        () => deleted++,
        () => undefined,
      )
    }
    from = page.LastEvaluatedKey
  } while (from)
  return deleted
}
