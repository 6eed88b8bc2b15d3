import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { type LocalClock, milliseconds } from './clock.ts'
import { json, type LocalRoute } from './door.ts'
import type { Mails } from './mail.ts'
import { comeBack, mailbox } from './mailbox.ts'
import type { Meter } from './meter.ts'
import type { Queues } from './queues.ts'

type Behind = {
  clock: LocalClock
  advance: (moment: number) => Promise<void>
  /** Whether nothing follows any more, waited for at most so many milliseconds. */
  settled: (patienceMs: number) => Promise<boolean>
  mails: Mails
  meter: Meter
  queues: Queues
  /** Hands on what the mail service reports of a mail. */
  report: (event: object) => void
  database: DatabaseSync
}

const Move = z.union([
  z.strictObject({ advance: z.string().refine((text) => milliseconds(text) !== undefined, 'A duration such as P3D or PT90M') }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
])

/** How long a request waits for what follows, at most. */
const patienceMs = 20_000

/** What only this machine offers: the mailbox, the clock and what it will ring, the meter, and what failed for good. */
export function localRoutes({ clock, advance, settled, mails, meter, queues, report, database }: Behind): LocalRoute {
  const time = () => json({ now: new Date(clock.now()).toISOString() })
  /** The clock as it is moved now: moves are made one after the other. */
  let moving: Promise<unknown> = Promise.resolve()
  let moves = 0
  /** Asked again and again by who waits, since a request that waits for the work of a thousand would be given up on the way. */
  const soFar = async () => {
    const until = Date.now() + patienceMs
    await Promise.race([moving, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())])
    const settledNow = moves === 0 && (await settled(Math.max(0, until - Date.now())))
    return json({ now: new Date(clock.now()).toISOString(), settled: settledNow })
  }
  const move = async (body: Buffer) => {
    const asked = Move.safeParse(parsed(body))
    if (!asked.success) return json({ problem: z.prettifyError(asked.error) }, 400)
    const moment = 'to' in asked.data ? Date.parse(asked.data.to) : clock.now() + (milliseconds(asked.data.advance) ?? 0)
    moves++
    moving = moving
      .then(() => advance(moment))
      .catch((error: Error) => void process.stderr.write(`The clock stopped on its way: ${error.stack}\n`))
      .finally(() => moves--)
    return soFar()
  }
  const failedJobs = () => {
    const rows = database.prepare('SELECT DISTINCT queue FROM messages').all() as { queue: string }[]
    return json(Object.fromEntries(rows.map(({ queue }) => [queue, queues.peek(queue).map(({ body, received }) => ({ body, received }))])))
  }
  const schedules = () => {
    const rows = database.prepare('SELECT name, due FROM schedules WHERE due IS NOT NULL ORDER BY due, name').all()
    return json(rows.map(({ name, due }) => ({ name, rings: new Date(Number(due)).toISOString() })))
  }
  const clear = () => {
    meter.clear()
    return json({})
  }
  const routes: Record<string, (body: Buffer) => ReturnType<LocalRoute> | ReturnType<typeof json>> = {
    'GET /local/clock': time,
    'POST /local/clock': move,
    'POST /local/settle': soFar,
    'GET /local/meter': () => json(meter.totals()),
    'DELETE /local/meter': clear,
    'GET /local/queues': failedJobs,
    'GET /local/schedules': schedules,
  }
  return async (method, path, query, body) => {
    if (path.startsWith('/mailbox')) {
      if (method === 'POST') return comeBack(mails, path, new Date(clock.now()).toISOString(), report)
      return method === 'GET' || method === 'HEAD' ? mailbox(mails, path, query) : undefined
    }
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
