import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { balance, type Pair } from '../../shared/reviews/assignment.ts'
import { sameUnit } from '../../shared/reviews/conflicts.ts'
import { reviewableState } from '../../shared/reviews/reviewable.ts'
import type { Submission, SubmissionSummary } from '../../shared/submissions/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { participants, reviews } from './store.ts'

/** Submissions assigned in one request at most; the answer says how many remain, and the caller asks again. */
const atOnce = 100

type Listed = { id: string; summary: SubmissionSummary }

/** Assigns by the balanced rule over one category or all. With `dryRun` nothing is written. */
export async function assignBalanced(
  batch: Batch,
  category: string | undefined,
  dryRun: boolean,
  doing: Doing,
): Promise<Outcome<{ assigned: number; short: { submission: string; missing: number }[]; remaining: number; experts: number }>> {
  const categories = batch.categories.filter((each) => each.on && (category === undefined || each.key === category))
  const listed = (
    await Promise.all(
      categories.map((each) =>
        table.all<Listed>({ pk: partition.categoryList(batch.id, each.key), index: 'lists', begins: `${reviewableState(batch)}#` }),
      ),
    )
  ).flat()
  const taking = (await participants.all(batch.id)).filter((participant) => participant.state !== 'declined' && !participant.revokedAt)
  const standing = await standingPairs(
    batch.id,
    taking.map(({ expert }) => expert),
  )
  const { pairs, short } = balance(
    listed.map(({ id, summary }) => ({ id, category: summary.category, unit: summary.unit, institution: summary.institution })),
    taking.map(({ expert, unit, fields, assigned }) => ({ expert, unit, fields, load: assigned })),
    batch.settings.expertsPerSubmission,
    standing.existing,
    standing.barred,
  )
  const bySubmission = Map.groupBy(pairs, ({ submission }) => submission)
  const titles = new Map(listed.map(({ id, summary }) => [id, summary]))
  let assigned = 0
  for (const [submission, chosen] of [...bySubmission].slice(0, dryRun ? 0 : atOnce)) {
    const summary = titles.get(submission)
    if (!summary) continue
    const outcome = await reviews.assign(
      { id: submission, batch: batch.id, category: summary.category, title: summary.title, institution: summary.institution },
      chosen.map(({ expert }) => expert),
      doing,
    )
    if (outcome.ok) assigned += chosen.length
  }
  return accept({
    assigned: dryRun ? pairs.length : assigned,
    short,
    remaining: dryRun ? 0 : Math.max(0, bySubmission.size - atOnce),
    experts: taking.length,
  })
}

/** Assigns one submission to one expert of the batch; the bars hold for hands too. */
export async function assignByHand(batch: Batch, id: string, expert: string, doing: Doing): Promise<Outcome<{ repeated: boolean }>> {
  const [submission, participant, review] = (await table.getMany([
    key.submission(id),
    key.participant(batch.id, expert),
    key.review(id, expert),
  ])) as unknown as [Submission | undefined, Awaited<ReturnType<typeof participants.get>>, unknown]
  if (!submission || submission.batch !== batch.id || !participant || participant.state === 'declined' || participant.revokedAt)
    return refuse('not-found')
  if (submission.state !== reviewableState(batch)) return refuse('review.not-reviewable')
  if (review) return refuse('review.already-assigned')
  if (sameUnit(participant, submission)) return refuse('review.conflict')
  return reviews.assign(submission, [expert], doing)
}

async function standingPairs(batch: string, experts: readonly string[]): Promise<{ existing: Pair[]; barred: Pair[] }> {
  const lists = await Promise.all(experts.map(async (expert) => ({ expert, rows: await reviews.ofExpert(batch, expert) })))
  const all = lists.flatMap(({ expert, rows }) =>
    rows.map(({ summary }) => ({ expert, submission: summary.submission, state: summary.state })),
  )
  const gone = ({ state }: { state: string }) => state === 'conflict' || state === 'withdrawn'
  return { existing: all.filter((pair) => !gone(pair)), barred: all.filter(gone) }
}
