import { sha256 } from '../aws/chain.ts'
import { clock } from '../aws/clock.ts'
import { type Listed, units } from './rows.ts'

/** A name in the picker. */
export type Name = { id: string; code?: string; name: string; kind: string; province?: string }
type Names = { body: string; etag: string; madeAt: number }

/** So long a process answers with the names it has; a new institution may be missing from the picker for that time. */
const keptMs = 60_000
const kept = new Map<string, Promise<Names>>()

/** All units down to the universities of one tree, for the picker of organisations: some 2,700 short rows, gathered from the lists below each supervising unit. */
export async function namesBelow(root: string): Promise<Names> {
  const known = await kept.get(root)?.catch(() => undefined)
  if (known && clock.now().getTime() - known.madeAt < keptMs) return known
  const made = gather(root)
  kept.set(root, made)
  return made
}

async function gather(root: string): Promise<Names> {
  const supervising = await units.allBelow(root)
  const institutions: Listed[] = []
  // A few at a time: each is a partition of its own.
  for (let from = 0; from < supervising.length; from += 8)
    institutions.push(...(await Promise.all(supervising.slice(from, from + 8).map(({ id }) => units.allBelow(id, 'university')))).flat())
  const rows: Name[] = [...supervising, ...institutions]
    .filter(({ summary }) => summary.state === 'active')
    .map(({ id, kind, summary: { code, name, province } }) => ({ id, code, name, kind, province }))
  const body = JSON.stringify({ rows })
  return { body, etag: `"${sha256(body)}"`, madeAt: clock.now().getTime() }
}
