import type { Batch } from '../../shared/batches/schema.ts'
import { batchRuns } from '../../shared/batches/timing.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { pick } from '../../shared/pick.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { balance, type Fairness, fairness, type Pair } from '../../shared/reviews/assignment.ts'
import { judgedIn, sameUnit } from '../../shared/reviews/conflicts.ts'
import { reviewableState, shownOnBoard } from '../../shared/reviews/reviewable.ts'
import { takeOver } from '../../shared/reviews/rules.ts'
import type { Participant, Review } from '../../shared/reviews/schema.ts'
import type { Submission, SubmissionSummary } from '../../shared/submissions/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { participants, reviews } from './store.ts'

/** Submissions assigned in one request at most; the answer says how many remain, and the caller asks again. */
const atOnce = 100

type Listed = { id: string; summary: SubmissionSummary }

/** What the rule has done or, without having written anything, would do. `loads` tells what each expert has before and after. */
export type Assigned = {
  assigned: number
  short: { submission: string; title: string; missing: number }[]
  remaining: number
  experts: number
  fairness: Fairness
  loads: { expert: string; name: string; before: number; after: number }[]
}

/** Assigns by the balanced rule over one category or all. With `dryRun` nothing is written. */
export async function assignBalanced(
  batch: Batch,
  category: string | undefined,
  dryRun: boolean,
  doing: Doing,
): Promise<Outcome<Assigned>> {
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
  const toReview = listed.map(({ id, summary }) => ({
    id,
    category: summary.category,
    ...judgedIn(batch, summary),
  }))
  const reviewers = taking.map(({ expert, unit, fields, assigned }) => ({ expert, unit, fields, load: assigned }))
  const { pairs, short } = balance(toReview, reviewers, batch.settings.expertsPerSubmission, standing.existing, standing.barred)
  const added = Map.groupBy(pairs, ({ expert }) => expert)
  const bySubmission = Map.groupBy(pairs, ({ submission }) => submission)
  const titles = new Map(listed.map(({ id, summary }) => [id, summary]))
  let assigned = 0
  for (const [submission, chosen] of [...bySubmission].slice(0, dryRun ? 0 : atOnce)) {
    const summary = titles.get(submission)
    if (!summary) continue
    const outcome = await reviews.assign(
      batch,
      { id: submission, batch: batch.id, category: summary.category, title: summary.title, institution: summary.institution },
      chosen.map(({ expert }) => expert),
      doing,
    )
    if (outcome.ok) assigned += chosen.length
  }
  return accept({
    assigned: dryRun ? pairs.length : assigned,
    short: short.map(({ submission, missing }) => ({ submission, title: titles.get(submission)?.title ?? '', missing })),
    fairness: fairness(toReview, reviewers, pairs),
    loads: taking.map(({ expert, name, assigned: before }) => ({ expert, name, before, after: before + (added.get(expert)?.length ?? 0) })),
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
  ])) as unknown as [Submission | undefined, Awaited<ReturnType<typeof participants.get>>, Review | undefined]
  if (!submission || submission.batch !== batch.id || !participant || participant.state === 'declined' || participant.revokedAt)
    return refuse('not-found')
  if (submission.state !== reviewableState(batch)) return refuse('review.not-reviewable')
  if (sameUnit(participant, judgedIn(batch, submission))) return refuse('review.conflict')
  if (review?.state === 'withdrawn') return reviews.assignAgain(batch, review, doing)
  if (review) return refuse('review.already-assigned')
  return reviews.assign(batch, submission, [expert], doing)
}

async function standingPairs(batch: string, experts: readonly string[]): Promise<{ existing: Pair[]; barred: Pair[] }> {
  const lists = await Promise.all(experts.map(async (expert) => ({ expert, rows: await reviews.ofExpert(batch, expert) })))
  const all = lists.flatMap(({ expert, rows }) =>
    rows.map(({ summary }) => ({ expert, submission: summary.submission, state: summary.state })),
  )
  const gone = ({ state }: { state: string }) => state === 'conflict' || state === 'withdrawn'
  return { existing: all.filter((pair) => !gone(pair)), barred: all.filter(gone) }
}

/** The first of the categories in which there is something to review; the very first where there is nothing in any. */
export async function firstToReview(batch: Batch, categories: readonly string[]): Promise<string | undefined> {
  const something = await Promise.all(
    categories.map(async (category) => {
      const pk = partition.categoryList(batch.id, category)
      const pages = await Promise.all(
        shownOnBoard(batch).map((state) => table.query({ pk, index: 'lists', begins: `${state}#`, limit: 1 })),
      )
      return pages.some(({ rows }) => rows.length > 0)
    }),
  )
  return categories.find((_, i) => something[i]) ?? categories[0]
}

/** The board of a category: every submission with those who review it or did, for a page of submissions. */
export async function boardOf(batch: Batch, category: string, from: number, limit: number) {
  const pk = partition.categoryList(batch.id, category)
  const [byState, all] = await Promise.all([
    Promise.all(shownOnBoard(batch).map((state) => table.all<Listed>({ pk, index: 'lists', begins: `${state}#` }))),
    participants.all(batch.id),
  ])
  const listed = byState.flat()
  const runs = batchRuns(batch).ok
  const rows = listed.slice(from, from + limit)
  const kept = await Promise.all(rows.map(({ id }) => reviews.of(id)))
  return {
    total: listed.length,
    experts: all.map((row) => pick(row, ['expert', 'name', 'unit', 'fields', 'state', 'assigned', 'submitted', 'revokedAt'])),
    rows: rows.map(({ id, summary }, i) => ({
      id,
      ...pick(summary, ['title', 'receipt', 'category']),
      ...judgedIn(batch, summary),
      settled: !runs || summary.state !== reviewableState(batch),
      reviews: (kept[i] ?? []).map((review) => pick(review, ['expert', 'state', 'reason'])),
    })),
  }
}

/**
 * What an expert has not submitted goes to another, or to whom the balanced rule finds; a submission that nobody may take over stays where it is
 * and is named. Asked again, it goes on with what is left.
 */
export async function replaceExpert(
  batch: Batch,
  from: Participant,
  by: Participant | undefined,
  reason: string,
  doing: Doing,
): Promise<{ moved: number; left: { submission: string; title: string; code: RefusalCode }[]; remaining: number }> {
  const open = (await reviews.ofExpert(batch.id, from.expert)).filter(({ summary }) =>
    ['assigned', 'draft', 'reopened'].includes(summary.state),
  )
  const others = by
    ? [by]
    : (await participants.all(batch.id)).filter((each) => takeOver(from, each).ok).sort((a, b) => a.assigned - b.assigned)
  const load = new Map(others.map(({ expert, assigned }) => [expert, assigned]))
  const left: { submission: string; title: string; code: RefusalCode }[] = []
  let moved = 0
  for (const { summary } of open.slice(0, atOnce)) {
    const [submission, held] = await Promise.all([
      table.get<Submission>(key.submission(summary.submission)),
      reviews.of(summary.submission),
    ])
    const review = held.find(({ expert }) => expert === from.expert)
    const free = others
      .filter((each) => submission && !sameUnit(each, judgedIn(batch, submission)) && !held.some(({ expert }) => expert === each.expert))
      .sort((a, b) => (load.get(a.expert) ?? 0) - (load.get(b.expert) ?? 0))
    const next = free[0]
    const saved =
      submission && review && next
        ? await reviews.handOver(batch, review, next.expert, submission, reason, {
            ...doing,
            request: `${doing.request}.${summary.submission}`,
          })
        : refuse('review.conflict')
    if (saved.ok && next) {
      moved += 1
      load.set(next.expert, (load.get(next.expert) ?? 0) + 1)
    } else if (!saved.ok) left.push({ submission: summary.submission, title: summary.title, code: saved.code })
  }
  return { moved, left, remaining: Math.max(0, open.length - atOnce) }
}
