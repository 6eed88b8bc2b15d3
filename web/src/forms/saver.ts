import type { Problem, SectionValues } from '../../../shared/forms/schema.ts'
import { request } from '../data/client.ts'
import { Refused } from '../data/refused.ts'
import type { Saved, Theirs } from './saving.ts'

export type Body = { version: number; values: SectionValues }
/** How a section's answers reach the server: where to, and the sending itself. */
export type Saver = { address: string; save: (body: Body) => Promise<Saved> }

/** Saves a section of a submission under its own version. */
export function sectionSaver(batch: string, submission: string, section: string): Saver {
  const address = `/api/batches/${batch}/submissions/${submission}/sections/${section}`
  return { address, save: (body) => saveAt(address, body) }
}

export async function saveAt(address: string, body: Body): Promise<Saved> {
  const response = await request(address, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const { version, at, problems } = (await response.json()) as { version: number; at: string; problems?: Problem[] }
  return { version, savedAt: at, ...(problems && { problems }) }
}

/** What the other one saved, when a save was refused because of it. */
export function theirsOf(error: unknown): Theirs | undefined {
  if (!(error instanceof Refused) || error.status !== 409) return undefined
  const { data } = error.body
  const found = typeof data === 'object' && data !== null && 'theirs' in data ? data.theirs : data
  return typeof found === 'object' && found !== null && 'version' in found && 'values' in found ? (found as Theirs) : undefined
}
