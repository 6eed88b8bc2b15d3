import { ConditionalCheckFailedException, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, findEngine, startEngine } from './engine.ts'

describe('the database engine', () => {
  const both = { binary: '/dynoxide', jar: '/DynamoDBLocal.jar' }

  test('is the one that was given, before any other', () => {
    expect(findEngine({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }, both)).toEqual({ kind: 'given', endpoint: 'http://127.0.0.1:9' })
  })
  test('is the native one where there is one', () => {
    expect(findEngine({}, both)).toEqual({ kind: 'dynoxide', binary: '/dynoxide' })
  })
  test('is DynamoDB Local where there is no native one, or where it was asked for', () => {
    expect(findEngine({}, { ...both, binary: undefined })).toEqual({ kind: 'dynamodb-local', jar: '/DynamoDBLocal.jar' })
    expect(findEngine({ DYNAMODB_ENGINE: 'dynamodb-local' }, both)).toEqual({ kind: 'dynamodb-local', jar: '/DynamoDBLocal.jar' })
  })
  test('is missing with three ways out where there is none', () => {
    const ways = /DYNAMODB_ENDPOINT[\s\S]+npm install --no-save @dynoxide\/[\s\S]+npm run dynamodb-local/
    expect(() => findEngine({}, { binary: undefined, jar: undefined })).toThrow(ways)
  })
})

describe('two hundred at once for seven places', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>
  beforeAll(async () => {
    engine = await startEngine()
  })
  afterAll(() => engine.stop())

  test('leave exactly seven taken, each with its row', async () => {
    const client = clientOf(engine.endpoint)
    const documents = DynamoDBDocumentClient.from(client)
    const TableName = await engine.createTable()
    await documents.send(new PutCommand({ TableName, Item: { pk: 'BATCH#1', sk: 'QUOTA#u#c', used: 0, limit: 7 } }))
    const take = (i: number) =>
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName,
              Key: { pk: 'BATCH#1', sk: 'QUOTA#u#c' },
              UpdateExpression: 'SET used = used + :one',
              ConditionExpression: 'used < #limit',
              ExpressionAttributeNames: { '#limit': 'limit' },
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
          { Put: { TableName, Item: { pk: `SUB#${i}`, sk: 'HEAD' }, ConditionExpression: 'attribute_not_exists(pk)' } },
        ],
      })
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        for (;;)
          try {
            await documents.send(take(i))
            return 'taken'
          } catch (error) {
            const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? []
            if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return 'full'
            if (!reasons.some(({ Code }) => Code === 'TransactionConflict')) throw error
          }
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(7)
    const quota = await documents.send(new GetCommand({ TableName, Key: { pk: 'BATCH#1', sk: 'QUOTA#u#c' }, ConsistentRead: true }))
    expect(quota.Item?.used).toBe(7)
    client.destroy()
  })

  test('a write whose condition fails changes nothing', async () => {
    const client = clientOf(engine.endpoint)
    const TableName = await engine.createTable()
    const put = (sk: string, condition?: string) => ({
      Put: { TableName, Item: { pk: { S: 'a' }, sk: { S: sk } }, ConditionExpression: condition },
    })
    await client.send(new TransactWriteItemsCommand({ TransactItems: [put('1')] }))
    const again = client.send(new TransactWriteItemsCommand({ TransactItems: [put('2'), put('1', 'attribute_not_exists(pk)')] }))
    await expect(again).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    })
    await expect(again).rejects.not.toBeInstanceOf(ConditionalCheckFailedException)
    const documents = DynamoDBDocumentClient.from(client)
    expect((await documents.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '2' } }))).Item).toBeUndefined()
    client.destroy()
  })
})
