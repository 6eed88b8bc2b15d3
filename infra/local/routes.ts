import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { type LocalClock, milliseconds } from './clock.ts'
import { json, type LocalRoute } from './door.ts'
import type { Mails } from './mail.ts'
import { mailbox } from './mailbox.ts'
import type { Meter } from './meter.ts'
import type { Queues } from './queues.ts'

type Behind = {
  clock: LocalClock
  advance: (moment: number) => Promise<void>
  settled: () => Promise<void>
  mails: Mails
  meter: Meter
  queues: Queues
  database: DatabaseSync
}

const Move = z.union([
  z.strictObject({ advance: z.string().refine((text) => milliseconds(text) !== undefined, 'A duration such as P3D or PT90M') }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
])

/** What only this machine offers: the mailbox, the clock and what it will ring, the meter, and what failed for good. */
export function localRoutes({ clock, advance, settled, mails, meter, queues, database }: Behind): LocalRoute {
  const time = () => json({ now: new Date(clock.now()).toISOString() })
  const move = async (body: Buffer) => {
    const asked = Move.safeParse(parsed(body))
    if (!asked.success) return json({ problem: z.prettifyError(asked.error) }, 400)
    await advance('to' in asked.data ? Date.parse(asked.data.to) : clock.now() + (milliseconds(asked.data.advance) ?? 0))
    return time()
  }
  const failedJobs = () => {
    const rows = database.prepare('SELECT DISTINCT queue FROM messages').all() as { queue: string }[]
    return json(Object.fromEntries(rows.map(({ queue }) => [queue, queues.peek(queue).map(({ body, received }) => ({ body, received }))])))
  }
  const schedules = () => {
    const rows = database.prepare('SELECT name, due FROM schedules WHERE due IS NOT NULL ORDER BY due, name').all()
    return json(rows.map(({ name, due }) => ({ name, rings: new Date(Number(due)).toISOString() })))
  }
  const settle = async () => {
    await settled()
    return time()
  }
  const clear = () => {
    meter.clear()
    return json({})
  }
  const routes: Record<string, (body: Buffer) => ReturnType<LocalRoute> | ReturnType<typeof json>> = {
    'GET /local/clock': time,
    'POST /local/clock': move,
    'POST /local/settle': settle,
    'GET /local/meter': () => json(meter.totals()),
    'DELETE /local/meter': clear,
    'GET /local/queues': failedJobs,
    'GET /local/schedules': schedules,
  }
  return async (method, path, query, body) => {
    if (path.startsWith('/mailbox')) return method === 'GET' || method === 'HEAD' ? mailbox(mails, path, query) : undefined
    return routes[`${method} ${path}`]?.(body)
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
