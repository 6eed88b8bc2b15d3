import type { Functions } from './functions.ts'
import { type Answered, type Asked, findRoute, fromResult, limits, type Route, refusals, toEvent } from './gateway.ts'

type Integration = {
  IntegrationType: string
  IntegrationUri: string
  ResponseParameters?: Record<string, { ResponseParameters: { Destination: string; Source: string }[] }>
}
type Face = {
  routes: Route[]
  integrations: ReadonlyMap<string, Integration>
  functions: Functions
  origin: string
  now: () => number
  site: (asked: Asked) => Promise<Answered>
}

/** An HTTP API waits so long for a function, in milliseconds. */
const patience = 30_000
const ulids = /\b[0-9A-HJKMNP-TV-Z]{26}\b/gi

/** The name under which the cost of a request is counted: its path without ids. */
export const routeName = (method: string, path: string) => `${method} ${path.replaceAll(ulids, ':id')}`

/** The HTTP API of the template: its routes lead to functions or to pages of the site. */
export function createGateway({ routes, integrations, functions, origin, now, site }: Face): (asked: Asked) => Promise<Answered> {
  return async (asked) => {
    const found = findRoute(routes, asked.method, asked.path)
    const integration = found && integrations.get(found.route.integration)
    if (!found || !integration) return refusals.notFound()
    if (integration.IntegrationType === 'HTTP_PROXY') {
      const { pathname } = new URL(integration.IntegrationUri, origin)
      return changed(await site({ ...asked, method: 'GET', path: pathname }), integration)
    }
    const event = toEvent(asked, found.route, found.parameters, now())
    if (Buffer.byteLength(event.body ?? '') > limits.function) return refusals.tooLarge()
    try {
      return fromResult(await inTime(functions.invoke(integration.IntegrationUri, event, routeName(asked.method, asked.path))))
    } catch (error) {
      if (error instanceof Late) return refusals.late()
      process.stderr.write(`${asked.method} ${asked.path}: ${error instanceof Error ? error.stack : error}\n`)
      return refusals.failed()
    }
  }
}

/** An answer with the status and headers that the integration says instead of those that came. */
function changed(answer: Answered, { ResponseParameters }: Integration): Answered {
  const changes = ResponseParameters?.[answer.status]?.ResponseParameters ?? []
  const headers = { ...answer.headers }
  let { status } = answer
  for (const { Destination, Source } of changes) {
    const what = Destination.replace('overwrite:', '')
    if (what === 'statuscode') status = Number(Source)
    else headers[what.replace('header.', '')] = Source
  }
  return { ...answer, status, headers }
}

class Late extends Error {}

async function inTime(run: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late()), patience)
  })
  try {
    return await Promise.race([run, late])
  } finally {
    clearTimeout(timer)
  }
}
