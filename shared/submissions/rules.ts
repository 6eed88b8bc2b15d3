import type { FactOf } from '../../events/catalogue.ts'
import type { Batch } from '../batches/schema.ts'
import { applyingOpen, batchRuns, said, stageOpen } from '../batches/timing.ts'
import type { Problem } from '../forms/schema.ts'
import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts'
import { say } from '../text.ts'
import { levelsPassed } from './after.ts'
import type { SectionMark, Submission } from './schema.ts'
import { mayLeave, type SubmissionFact, submissionStates } from './states.ts'

export type Standing = { batch: Batch; submission: Submission; at: string }

/** A section of a submission is written while the applicant has it, and until the deadline or the date set with its return. */
export function mayWrite({ batch, submission, at }: Standing): Outcome<null> {
  if (submission.state !== 'draft' && submission.state !== 'returned') return refuse('submission.not-editable', stateOf(submission))
  return applyingOpen(batch, submission.correctUntil, at)
}

/**
 * The bytes that one section may take as it is stored. A row of the table holds 400 KB, with the names of its fields; an article of eighty thousand characters, pasted to be
 * shortened, still fits. What is handed in is bounded by the limits of the fields.
 */
export const sectionBytes = 256 * 1024

export type Saving = { mark: SectionMark | undefined; version: number; hash: string }

/**
 * A section is saved over the version its writer has seen. The same content sent again answers as saved; anything else over a newer version is refused,
 * so that its writer can be shown both.
 */
export function saveSection({ mark, version, hash }: Saving): Outcome<'save' | 'saved-already'> {
  const current = mark?.v ?? 0
  if (mark && mark.h === hash) return accept('saved-already')
  return version === current ? accept('save') : refuse('section.changed', { version: current })
}

/** How many more sections are without problems once this one is saved. */
export const doneBy = (before: SectionMark | undefined, problems: number): number =>
  Number(problems === 0) - Number(before !== undefined && before.p === 0)

export type Unchecked = { name: string; state: 'waiting' | 'refused' }
export type Submitting = Standing & {
  problems: readonly Problem[]
  /** Files that the answers name and that are not checked yet, or were refused, or are still arriving. */
  unchecked: readonly Unchecked[]
  frozen: { sha256: string; receipt: string }
}

/** A submission is handed in complete, with every file checked, and before the deadline by the server's receive time. (逾期视为放弃) */
export function submit({ problems, unchecked, frozen, ...standing }: Submitting): Outcome<FactOf<'submission.submitted'>> {
  const { submission, batch, at } = standing
  if (!mayLeave('submission.submitted', submission.state)) return refuse('submission.not-editable', stateOf(submission))
  const open = applyingOpen(batch, submission.correctUntil, at)
  if (!open.ok) return open
  const [waiting] = unchecked
  if (waiting) return refuse(waiting.state === 'waiting' ? 'file.unchecked' : 'file.not-usable', { name: waiting.name })
  if (problems.length > 0) return refuse('submission.incomplete', { problems: problems.length })
  return accept({ type: 'submission.submitted', ...about(submission), version: submission.version + 1, ...frozen })
}

/** What was handed in may be taken back and corrected until the deadline, while no level has recommended it since. */
export function recall({ batch, submission, at }: Standing): Outcome<FactOf<'submission.recalled'>> {
  if (!mayLeave('submission.recalled', submission.state)) return refuse('submission.not-recallable', stateOf(submission))
  if (submission.level !== (submission.backTo ?? 0) || submission.way.length < submission.level)
    return refuse('submission.with-others', { unit: withWhom(submission) })
  const open = applyingOpen(batch, submission.correctUntil, at)
  return open.ok ? accept({ type: 'submission.recalled', ...about(submission), version: submission.version }) : open
}

/** A submission is given up by its applicant while the batch runs, the applicant has it and no level has recommended it; after the deadline too. */
export function discard({ batch, submission }: Standing): Outcome<FactOf<'submission.discarded'>> {
  if (!mayLeave('submission.discarded', submission.state)) return refuse('submission.not-editable', stateOf(submission))
  if (levelsPassed(submission) > 0) return refuse('submission.already-recommended')
  const runs = batchRuns(batch)
  if (!runs.ok) return runs
  return accept({ type: 'submission.discarded', ...about(submission) })
}

/** The host finds a recommended submission qualified, within the stage of screening. */
export function qualify(standing: Standing): Outcome<FactOf<'submission.qualified'>> {
  const may = mayScreen('submission.qualified', standing)
  return may.ok ? accept({ type: 'submission.qualified', ...about(standing.submission) }) : may
}

/** The host finds a recommended submission not qualified, within the stage of screening, and says why. */
export function disqualify(standing: Standing, reason: string): Outcome<FactOf<'submission.disqualified'>> {
  const may = mayScreen('submission.disqualified', standing)
  return may.ok ? accept({ type: 'submission.disqualified', ...about(standing.submission), reason }) : may
}

function mayScreen(fact: SubmissionFact, { batch, submission, at }: Standing): Outcome<null> {
  if (!mayLeave(fact, submission.state)) return refuse('submission.not-with-you', stateOf(submission))
  const open = stageOpen(batch, 'screen', undefined, at)
  return open.ok ? accept(null) : open
}

/** What every fact about a submission names. */
export const about = ({ id, batch, category }: Pick<Submission, 'id' | 'batch' | 'category'>) => ({ submission: id, batch, category })
export const stateOf = ({ state }: Pick<Submission, 'state'>) => ({
  state: say(submissionStates[state], 'zh'),
  stateEn: say(submissionStates[state], 'en'),
})
const withWhom = ({ way, level }: Submission) => way[level ?? 0]?.unit.name ?? '主办单位 / the host'

/** A date set for correction, as a refusal: it must lie ahead, and within the dates of the level that returns. */
export const untilWithin = (until: string, at: string, closes: string | null): Refusal | undefined => {
  if (until <= at) return refuse('correction.past')
  return closes !== null && until > closes ? refuse('correction.too-late', said(closes)) : undefined
}
