import { AsyncLocalStorage } from 'node:async_hooks'
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** Database units as the engine reports them, and round trips to it, summed over the runs of one kind of work. */
export type Consumption = { runs: number; roundTrips: number; readUnits: number; writeUnits: number; calls: Record<string, number> }

const nothing = (): Consumption => ({ runs: 0, roundTrips: 0, readUnits: 0, writeUnits: 0, calls: {} })
const reading = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'])

/** Counts what each request costs. Whoever runs inside `run` is charged; what runs outside is charged to nobody. */
export class Meter {
  private readonly storage = new AsyncLocalStorage<Consumption[]>()
  private kinds = new Map<string, Consumption>()

  /** Runs a piece of work under a name and adds what it costs to the totals of that name. */
  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    let total = this.kinds.get(name)
    if (!total) {
      total = nothing()
      this.kinds.set(name, total)
    }
    total.runs++
    return this.storage.run([total], work)
  }

  /** What one piece of work costs, beside its result; also added to whatever it runs inside. */
  async measure<T>(work: () => Promise<T>): Promise<{ result: T; consumption: Consumption }> {
    const consumption = { ...nothing(), runs: 1 }
    const result = await this.storage.run([...(this.storage.getStore() ?? []), consumption], work)
    return { result, consumption }
  }

  totals(): Record<string, Consumption> {
    return Object.fromEntries([...this.kinds].sort(([a], [b]) => a.localeCompare(b)))
  }
  clear(): void {
    this.kinds = new Map()
  }

  /** Lets the client ask the engine for its count on every call, and notes the answer. */
  attach(client: DynamoDBClient): void {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const charged = this.storage.getStore()
        if (!charged) return next(args)
        const command = String(context.commandName ?? '').replace(/Command$/, '')
        try {
          const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } })
          const output = answer.output as { $metadata?: { attempts?: number }; ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] }
          const parts = [output.ConsumedCapacity ?? []].flat()
          const units = parts.reduce((sum, part) => sum + (part.CapacityUnits ?? 0), 0)
          for (const one of charged) charge(one, command, units, output.$metadata?.attempts ?? 1)
          return answer
        } catch (error) {
          const { $metadata } = error as { $metadata?: { attempts?: number } }
          for (const one of charged) charge(one, command, 0, $metadata?.attempts ?? 1)
          throw error
        }
      },
      { step: 'initialize', name: 'meter', override: true },
    )
  }
}

function charge(consumption: Consumption, command: string, units: number, attempts: number): void {
  consumption.roundTrips += attempts
  consumption.calls[command] = (consumption.calls[command] ?? 0) + 1
  if (reading.has(command)) consumption.readUnits += units
  else consumption.writeUnits += units
}
