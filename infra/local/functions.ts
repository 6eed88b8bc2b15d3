import type { Context } from 'aws-lambda'
import { ulid } from 'ulid'
import type { Meter } from './meter.ts'
import { arnOf } from './resolve.ts'
import { root } from './root.ts'

type Handler = (event: unknown, context: Context) => Promise<unknown>
export type FunctionDefinition = {
  name: string
  entry: string
  timeoutSeconds: number
  memoryMiB: number
  environment: Record<string, string>
}

/** Names that tell the runtime of one function from another's; in one process they mean nothing. */
const ofRuntime = /^(POWERTOOLS_|NODE_OPTIONS$)/

/** The functions of the template as modules of this process, called with the events and the context that Lambda would give. */
export class Functions {
  private readonly handlers = new Map<string, { definition: FunctionDefinition; handler: Handler }>()
  private readonly meter: Meter

  constructor(meter: Meter) {
    this.meter = meter
  }

  /** @param local what this machine adds to every function's environment: where the services are, and with which keys */
  async load(definitions: FunctionDefinition[], local: Record<string, string>): Promise<void> {
    Object.assign(process.env, merged(definitions), local)
    for (const definition of definitions) {
      const { handler } = (await import(`${root}${definition.entry}`)) as { handler: Handler }
      this.handlers.set(definition.name, { definition, handler })
    }
  }

  /** @param called name or ARN; `as` is the name under which the meter counts the run */
  async invoke(called: string, event: unknown, as?: string): Promise<unknown> {
    const name = called.replace(/^arn:.*:function:/, '')
    const found = this.handlers.get(name)
    if (!found) throw new Error(`No function is called ${called}`)
    const { definition, handler } = found
    return this.meter.run(as ?? name, () => limited(definition, (context) => handler(event, context)))
  }
}

/** One process has one environment, so the functions must agree on every name they share. */
function merged(definitions: FunctionDefinition[]): Record<string, string> {
  const all: Record<string, string> = {}
  for (const { name, environment } of definitions)
    for (const [variable, value] of Object.entries(environment)) {
      if (ofRuntime.test(variable)) continue
      if (all[variable] !== undefined && all[variable] !== value)
        throw new Error(`${name} wants another ${variable} than the functions before it; the local stack runs them in one process`)
      all[variable] = value
    }
  return all
}

async function limited(definition: FunctionDefinition, run: (context: Context) => Promise<unknown>): Promise<unknown> {
  const { name, timeoutSeconds, memoryMiB } = definition
  const deadline = Date.now() + timeoutSeconds * 1000
  const context = {
    awsRequestId: ulid(),
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arnOf('lambda', `function:${name}`),
    memoryLimitInMB: String(memoryMiB),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  } as Context
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Task timed out after ${timeoutSeconds}.00 seconds`)), timeoutSeconds * 1000)
  })
  try {
    return await Promise.race([run(context), late])
  } finally {
    clearTimeout(timer)
  }
}
