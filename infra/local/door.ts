import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Answered, Asked } from './gateway.ts'
import { limits, refusals } from './gateway.ts'

/** What only this machine offers: nothing of it is deployed, and only this machine is answered. */
export type LocalRoute = (method: string, path: string, query: URLSearchParams, body: Buffer) => Promise<Answered | undefined>
export type Rooms = {
  local: LocalRoute
  site: (asked: Asked) => Promise<Answered>
  /** In development the files come from Vite, as they are being written. Says whether it answered. */
  development?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

const loopback = /^(127\.|::1$|::ffff:127\.)/
const ownName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Asked from this machine and by one of its own names: another site's page cannot reach it through a name that points here. */
const fromHere = ({ socket, headers }: IncomingMessage) => loopback.test(socket.remoteAddress ?? '') && ownName.test(headers.host ?? '')

export const json = (body: unknown, status = 200): Answered => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: Buffer.from(JSON.stringify(body)),
})

/** The one address of the local stack: first what is only local, then everything as the distribution of the template answers it. */
export function createDoor(rooms: Rooms): Server {
  // A busy machine must not close a connection just as the next request comes down it.
  return createServer({ keepAliveTimeout: 120_000 }, async (request, response) => {
    try {
      const { method = 'GET', url = '/' } = request
      const [path = '/', query = ''] = url.split(/\?(.*)/s)
      if (/^\/(local|mailbox)(\/|\.|$)/.test(path)) {
        const foreign = method !== 'GET' && request.headers.origin !== undefined && !ownName.test(new URL(request.headers.origin).host)
        if (!fromHere(request) || foreign) return send(response, method, refusals.notFound())
        const answer = await rooms.local(method, path, new URLSearchParams(query), await read(request))
        return send(response, method, answer ?? refusals.notFound())
      }
      if (rooms.development && (await rooms.development(request, response))) return
      const body = await read(request)
      if (body.length > limits.request) return send(response, method, refusals.tooLarge())
      send(
        response,
        method,
        await rooms.site({ method, path, query, headers: request.headers, body, from: request.socket.remoteAddress ?? '' }),
      )
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      if (!response.headersSent) send(response, 'GET', refusals.failed())
      else response.end()
    }
  })
}

/** The whole body, but not more of it than shows that it is too large. */
async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size <= limits.request + 1) parts.push(part)
    else if (parts.length > 0) parts.splice(0, parts.length, Buffer.alloc(limits.request + 1))
  }
  return Buffer.concat(parts)
}

function send(response: ServerResponse, method: string, { status, headers, body }: Answered): void {
  const bodiless = method === 'HEAD' || status === 204 || status === 304
  response.writeHead(status, { ...headers, ...(!bodiless && { 'content-length': body.length }) })
  response.end(bodiless ? undefined : body)
}
