import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

const reading = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand'])

/**
 * Lets a client read each thing once until something is written: tens of thousands of requests that each load the same few rows, and none of which
 * changes any, ask the same guards the same questions without as many calls of the database.
 */
export function rememberReads(client: DynamoDBClient): void {
  const known = new Map<string, Promise<object>>()
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName)
      if (!reading.has(command)) {
        known.clear()
        return next(args).finally(() => known.clear())
      }
      const asked = `${command} ${JSON.stringify(args.input)}`
      const answer = known.get(asked) ?? next(args)
      known.set(asked, answer)
      answer.catch(() => known.delete(asked))
      const { output, ...rest } = (await answer) as Awaited<ReturnType<typeof next>>
      // To each its own: whoever reads may change what it has read.
      return { ...rest, output: structuredClone(output) }
    },
    { step: 'initialize', name: 'rememberReads', priority: 'low' },
  )
}
