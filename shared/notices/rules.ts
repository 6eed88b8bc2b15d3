import type { Batch, StagePlan } from '../batches/schema.ts'
import { batchRuns, stageRuns, type Timed } from '../batches/timing.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { StageKind } from '../templates/schema.ts'
import type { Notice, Objection } from './schema.ts'

/** How far the sheet of a category is; `approvedAnew`: when, of one that an upheld objection had opened again. */
export type Standing = { category: string; state: 'open' | 'sent' | 'approved'; approvedAnew?: string | undefined }
/** A notice, and how many of its corrections its public page shows. */
export type Announced = Pick<Notice, 'ends' | 'amendments'> & { corrections: number }

/** What has been decided in a batch and announced of it; `sheets` of the categories in which there is something to decide. */
export type Concluded = { sheets: readonly Standing[]; notices: readonly Announced[]; openObjections: number }

/** A batch is decided when every category in which there is something to decide has its sheet approved, and there is something at all. */
export function allDecided({ sheets }: Pick<Concluded, 'sheets'>): Outcome<null> {
  if (sheets.length === 0) return refuse('notice.nothing-decided')
  const open = sheets.filter(({ state }) => state !== 'approved').length
  return open > 0 ? refuse('notice.not-decided', { open }) : accept(null)
}

/** What was approved anew has been announced when a notice is corrected by it and the public can read that it is: it may have to run its days again. */
export function corrected({ sheets, notices }: Pick<Concluded, 'sheets' | 'notices'>): Outcome<null> {
  const all = notices.flatMap(({ amendments = [] }) => amendments)
  const unsaid = sheets.some(
    ({ category, approvedAnew }) =>
      approvedAnew !== undefined && !all.some((each) => each.category === category && each.at === approvedAnew),
  )
  const unseen = notices.some(({ amendments = [], corrections }) => corrections < amendments.length)
  return unsaid || unseen ? refuse('notice.correcting') : accept(null)
}

/** A notice is published once the sheets of all categories are approved. */
export function publish(
  { notices, ...facts }: { sheets: readonly Standing[]; notices: readonly Pick<Notice, 'ends'>[] },
  at: string,
): Outcome<null> {
  const decided = allDecided(facts)
  return decided.ok && notices.some(({ ends }) => at < ends) ? refuse('notice.already') : decided
}

/**
 * What was decided has been announced long enough: the notice was published, the public has read every correction of it, its last working day is over and
 * every objection is settled.
 */
export function noticeOver(concluded: Concluded, at: string): Outcome<null> {
  const decided = allDecided(concluded)
  if (!decided.ok) return decided
  const ends = concluded.notices
    .map((notice) => notice.ends)
    .sort()
    .at(-1)
  if (ends === undefined) return refuse('notice.missing')
  const said = corrected(concluded)
  if (!said.ok) return said
  if (at < ends) return refuse('notice.running', { ends })
  return concluded.openObjections > 0 ? refuse('objection.open', { open: concluded.openObjections }) : accept(null)
}

/**
 * An objection is taken that was received before the instant at which the notice ends, also if it is written a little later; not once the batch has gone
 * on from the notice. A pause does not stop the days of a notice, so it takes objections then too; in a batch that was cancelled nobody would settle them.
 */
export function object(notice: Pick<Notice, 'ends' | 'concludedAt'>, batch: Pick<Batch, 'state'>, at: string): Outcome<null> {
  if (at >= notice.ends || notice.concludedAt !== undefined) return refuse('notice.ended', { ends: notice.ends })
  return batch.state === 'paused' ? accept(null) : batchRuns(batch)
}

/** A notice is ended once the last of its days is over. */
export const overdue = (notice: Pick<Notice, 'state' | 'ends'>, at: string): boolean => notice.state === 'published' && at >= notice.ends

/** An objection is handled and settled once, with its reason, while the batch is in its notice: it does not go on before. */
export function settle(objection: Pick<Objection, 'state'>, runs: Outcome<unknown>): Outcome<unknown> {
  return objection.state === 'open' ? runs : refuse('objection.settled')
}

const uses = ({ stages }: Timed, wanted: StageKind) => stages.some(({ kind, on }) => kind === wanted && on)

/** The list may be published in the stage of publication, or in the notice before it. */
export const publishingRuns = (batch: Timed, at: string): Outcome<unknown> =>
  stageRuns(batch, uses(batch, 'publish') && batch.stages[batch.stage ?? -1]?.kind === 'notice' ? 'notice' : 'publish', at)

/** How the list will look can be seen as soon as everything is decided, while the notice still runs too; not once it is public. */
export function lookAtList(batch: Timed, concluded: Pick<Concluded, 'sheets'>, at: string): Outcome<null> {
  const runs = publishingRuns(batch, at)
  return runs.ok ? allDecided(concluded) : runs
}

/**
 * The list is published in the stage of publication, or at the end of the notice, which it ends too: after the notice has run its working days and every
 * objection is settled. Answers which stages of the plan are over with it.
 */
export function publishList(batch: Timed, concluded: Concluded, at: string): Outcome<{ over: number[] }> {
  const runs = publishingRuns(batch, at)
  if (!runs.ok) return runs
  const due = uses(batch, 'notice') ? noticeOver(concluded, at) : allDecided(concluded)
  if (!due.ok) return due
  const ends = ({ kind, on }: StagePlan, index: number) => on && index >= (batch.stage ?? 0) && (kind === 'notice' || kind === 'publish')
  return accept({ over: batch.stages.flatMap((stage, index) => (ends(stage, index) ? [index] : [])) })
}
