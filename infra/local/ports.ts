import type { Server } from 'node:http'
import { createServer } from 'node:net'

/**
 * Ports taken by this process. Clients of the functions remember the addresses they have used, so a second local stack in the
 * same process, after the first was stopped, must be found at the same ones.
 */
const taken = new Map<string, number>()

/** The port of a body: the one asked for, or the one it had before in this process, or any free one. */
export async function portOf(body: string, wanted?: number): Promise<number> {
  const port = wanted || taken.get(body) || (await freePort())
  taken.set(body, port)
  return port
}

/**
 * A port that nobody listens at, below those that a system gives to whoever connects somewhere: of these, one that is free now may be somebody's connection before
 * it is listened at.
 */
export async function freePort(): Promise<number> {
  const port = 12_000 + Math.floor(Math.random() * 20_000)
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
  return free ? port : freePort()
}

export function listen(server: Server, port: number, host = '127.0.0.1'): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Stops taking requests, lets those under way end, and then hangs up. */
export async function close(server: Server, patienceMs = 3000): Promise<void> {
  if (!server.listening) return
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs)
  const idle = setInterval(() => server.closeIdleConnections(), 20)
  await ended
  clearTimeout(timer)
  clearInterval(idle)
}
