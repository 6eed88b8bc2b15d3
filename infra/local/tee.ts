import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb'

export type Image = Record<string, AttributeValue>

/** What becomes of the rows that a write puts down. */
export type Watcher = {
  /** Before the write goes out; what is returned is handed back when it is clear what became of it. */
  intend: (rows: Image[]) => Intent | undefined
  acknowledged: (intent: Intent) => void
  refused: (intent: Intent) => void
  /** The answer was lost: it may have been carried out or not. */
  uncertain: (intent: Intent) => void
}
export type Intent = { ids: number[]; rows: Image[] }

type Put = { Item?: Image } | undefined
type Written = {
  Item?: Image
  TransactItems?: { Put?: Put }[]
  RequestItems?: Record<string, { PutRequest?: Put }[] | unknown>
}

/** The rows that a call puts down whole, in the order in which it names them. Updates are no facts and are not followed. */
export function putRows(input: Written): Image[] {
  const puts: Put[] = [
    input,
    ...(input.TransactItems ?? []).map(({ Put }) => Put),
    ...Object.values(input.RequestItems ?? {}).flatMap((requests) =>
      Array.isArray(requests) ? requests.map(({ PutRequest }: { PutRequest?: Put }) => PutRequest) : [],
    ),
  ]
  return puts.map((put) => put?.Item).filter((item) => item !== undefined)
}

/**
 * Stands where the table's stream would: sees every write of this client after it was made ready to send.
 * The engine's own stream makes each write cost more the more records lie there.
 */
export function tee(client: DynamoDBClient, watcher: Watcher): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const rows = putRows(args.input as Written)
      const intent = rows.length > 0 ? watcher.intend(rows) : undefined
      if (!intent) return next(args)
      try {
        const answer = await next(args)
        const { UnprocessedItems } = answer.output as { UnprocessedItems?: Record<string, unknown[]> }
        if (UnprocessedItems && Object.keys(UnprocessedItems).length > 0) watcher.uncertain(intent)
        else watcher.acknowledged(intent)
        return answer
      } catch (error) {
        const { $metadata } = error as { $metadata?: { httpStatusCode?: number; attempts?: number } }
        // A first attempt may have been carried out although only the answer to the second was heard.
        const clear = ($metadata?.attempts ?? 1) === 1 && ($metadata?.httpStatusCode ?? 500) < 500
        if (clear) watcher.refused(intent)
        else watcher.uncertain(intent)
        throw error
      }
    },
    { step: 'build', name: 'tee', override: true },
  )
}
