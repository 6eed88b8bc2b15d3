import { afterPause } from '../../shared/batches/lifecycle.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { accept } from '../../shared/outcome.ts'
import { about } from '../../shared/submissions/rules.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { gather } from '../aws/gather.ts'
import { type Job, send } from '../aws/jobs.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { again } from '../people/again.ts'
import { submissionMove } from './move.ts'

type Carrying = Extract<Job, { job: 'carry-corrections' }>
/** Submissions of one message; the next goes on from there. */
const atOnce = 100
const inParallel = 20

/**
 * What was being corrected when a batch was paused gets the time back that the pause took: its date moves as the dates of the batch have. One page
 * of what lies with applicants, then the rest by further messages.
 */
export async function carry(job: Carrying): Promise<void> {
  const batch = await table.get<Batch>(key.batch(job.batch))
  if (!batch) return
  const returned = batch.categories
    .filter(({ on }) => on)
    .map(({ key: category }) => ({ pk: partition.categoryList(batch.id, category), index: 'lists', begins: 'returned#' }) as const)
  const { rows, cursor } = await gather<{ id: string }>(returned, { cursor: job.cursor, limit: atOnce })
  for (let i = 0; i < rows.length; i += inParallel) await Promise.all(rows.slice(i, i + inParallel).map(({ id }) => carryOne(id, job)))
  if (cursor !== undefined) await send({ ...job, cursor })
}

/**
 * Decides on the submission as it is now; what has been returned or given another date since the batch went on keeps that date.
 * @throws where others kept changing it meanwhile, so that the message comes again
 */
async function carryOne(id: string, { id: request, since, lost, at }: Carrying): Promise<void> {
  const moved = await again(async () => {
    const submission = await table.get<Submission>(key.submission(id))
    const level = submission?.way[submission.backTo ?? -1]
    if (submission?.state !== 'returned' || !level || submission.correctUntil === undefined) return accept(null)
    const until = afterPause(submission.correctUntil, since, lost)
    if (until === submission.correctUntil || (await datedSince(id, at))) return accept(null)
    const doing: Doing = { by: { kind: 'system', cause: 'batch.resumed' }, at, request }
    const fact = { type: 'submission.correction-moved' as const, ...about(submission), unit: level.unit.id, level: level.level, until }
    return table.commit(doing, [submissionMove(submission, fact, at).move])
  })
  if (!moved.ok) throw new Error(`the date of ${id} was not moved: ${moved.code}`)
}

async function datedSince(id: string, at: string): Promise<boolean> {
  const events = await table.all<{ type: string; at: string }>({ pk: key.submission(id).pk, begins: 'EVENT#', consistent: true })
  return events.some((event) => (event.type === 'submission.returned' || event.type === 'submission.correction-moved') && event.at >= at)
}
