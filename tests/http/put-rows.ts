/** Rows of one transaction, as many as the database takes. A transaction costs the engine less than a batch, which writes each of its rows by itself. */
const atOnce = 100

/** Puts rows down as they are, a hundred in each round trip: for stocks of thousands that a test or a measure starts from. */
export async function putRows(rows: readonly Record<string, unknown>[]): Promise<void> {
  const { TransactWriteCommand } = await import('@aws-sdk/lib-dynamodb')
  const { documents } = await import('../../functions/aws/dynamo.ts')
  const { environment } = await import('../../functions/aws/environment.ts')
  const { TABLE_NAME: TableName } = environment()
  for (let at = 0; at < rows.length; at += atOnce) {
    const puts = rows.slice(at, at + atOnce).map((Item) => ({ Put: { TableName, Item } }))
    await documents.send(new TransactWriteCommand({ TransactItems: puts }))
  }
}
