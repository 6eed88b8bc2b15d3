import type { Batch } from '../../shared/batches/schema.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import type { Doing } from '../aws/table.ts'
import { type BulkResult, eachRow } from '../submissions/bulk.ts'
import { after } from '../submissions/told.ts'
import { decided, endorse, loadEndorsing, passing, type Said } from './store.ts'

export type BulkAsked = {
  batch: Batch
  unit: string
  submissions: readonly string[]
  saying: Said
  dryRun: boolean
  /** Places that earlier parts of the same preview would take, by category. */
  taken: Readonly<Record<string, number>>
}
/** Places of a category before and after, as far as they are limited. */
export type PlacesEffect = { category: string; limit: number; before: number; after: number }

/**
 * Says the same of several submissions, or tells what that would do: row by row, and to the places. The preview takes places one after the other, as doing it would; each
 * row is a transaction of its own, so that what is refused keeps nothing else from being done.
 */
export async function sayOfMany(
  { batch, unit, submissions, saying, dryRun, taken }: BulkAsked,
  doing: Doing,
): Promise<BulkResult & { places: PlacesEffect[] }> {
  const found = await passing(batch.id, unit, submissions)
  const places = new Map<string, PlacesEffect>()
  const preview = async (id: string) => {
    const submission = found.get(id)
    if (!submission) return refuse('not-found')
    const loaded = await loadEndorsing({ batch, submission, unit }, doing.at)
    if (!loaded.ok) return loaded
    const { counter } = loaded.value
    const { limit } = counter.places
    const before = (counter.places.used ?? 0) + (taken[submission.category] ?? 0)
    const effect = places.get(submission.category) ?? { category: submission.category, limit: limit ?? 0, before, after: before }
    const outcome = decided({ ...loaded.value, places: { ...counter.places, used: effect.after } }, saying)
    if (outcome.ok && saying.action === 'recommend') effect.after++
    if (outcome.ok && saying.action === 'undo' && submission.state !== 'declined') effect.after--
    if (limit !== undefined) places.set(submission.category, effect)
    return outcome.ok ? accept(null) : outcome
  }
  const act = async (id: string) => {
    const submission = found.get(id)
    if (!submission) return refuse('not-found')
    return after(id, doing, await endorse({ batch, submission, unit }, saying, doing))
  }
  const result = await eachRow(submissions, dryRun, dryRun ? preview : act, dryRun ? 1 : undefined)
  return { ...result, places: [...places.values()] }
}
