import { beijing } from '../calendar/beijing.ts'
import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts'
import type { EndorsementLevel, StageKind } from '../templates/schema.ts'
import type { Batch, StagePlan } from './schema.ts'

export type Timed = Pick<Batch, 'state' | 'stages' | 'stage'>

/** Requests received just before closing are still being written: a stage is left only this long after it closed. */
export const drainSeconds = 60

const dated = ['collect', 'endorse', 'screen', 'review'] as const satisfies readonly StageKind[]

/** Stages that may have a closing time. Deliberation, notice and publication are over when their work is done, never because a day has come. */
export const isDated = ({ kind }: Pick<StagePlan, 'kind'>): boolean => dated.some((each) => each === kind)

/** When a stage is over for the workflow: a little after it closes, when what was received in time has been written. */
export const drained = (closes: string): string => new Date(Date.parse(closes) + drainSeconds * 1000).toISOString()

/**
 * A stage that the batch is in is over when its closing time has passed. One of the host's own that the batch came to only afterwards waits
 * for a person, who gives it another date or ends it; collecting and endorsing are over in any case, because their dates were announced.
 */
export function closesNow(batch: Timed, index: number, enteredAt: string | undefined, at: string): boolean {
  const stage = batch.stages[index]
  if (batch.state !== 'open' || !stage?.on || !isDated(stage) || stage.closes === null) return false
  if ((batch.stage ?? -1) < index || at < drained(stage.closes)) return false
  return stage.kind === 'collect' || stage.kind === 'endorse' || (enteredAt !== undefined && enteredAt < stage.closes)
}

/** What the workflow has noted of a stage so far; `answer` is there once the stage is over. */
export type StageProgress = {
  state: 'waiting' | 'active' | 'left'
  openedAt?: string
  enteredAt?: string
  /** The closing time that was last reminded of. */
  remindedOf?: string
  answer?: object
}

/** Those concerned may act from now on and were not told yet: the opening date has come, or there is none and the batch has come to the stage. */
export function opensNow(batch: Timed, index: number, { state, openedAt }: StageProgress, at: string): boolean {
  const stage = batch.stages[index]
  if (batch.state !== 'open' || !stage?.on || openedAt !== undefined || state === 'left') return false
  return stage.opens === null ? state !== 'waiting' : at >= stage.opens
}

/** The closing time is near and was not told of yet; not once it has passed, nor when the stage is over. */
export function remindsNow(batch: Timed, index: number, { answer, remindedOf }: StageProgress, at: string): boolean {
  const stage = batch.stages[index]
  const reminds = stage && reminderOf(stage)
  if (batch.state !== 'open' || !stage?.on || !reminds || !stage.closes || answer || remindedOf === stage.closes) return false
  return reminds <= at && at < stage.closes
}

/** So long before a stage closes those who act in it are reminded; a stage shorter than twice this is not. */
export const reminderHours = 48

/** When to remind of a closing time; null where the stage is too short or has none. */
export function reminderOf({ opens, closes }: Pick<StagePlan, 'opens' | 'closes'>): string | null {
  if (closes === null) return null
  const reminds = Date.parse(closes) - reminderHours * 3_600_000
  const longEnough = opens === null || reminds - Date.parse(opens) >= reminderHours * 3_600_000
  return longEnough ? new Date(reminds).toISOString() : null
}

/** Where a stage stands in the plan, or -1; an endorse stage is known by its level. */
export const stageIndex = (batch: Pick<Batch, 'stages'>, kind: StageKind, level?: EndorsementLevel): number =>
  batch.stages.findIndex((stage) => stage.kind === kind && (kind !== 'endorse' || level === undefined || stage.level === level))

/** Nothing is done in a batch that is being prepared, paused, cancelled or completed. */
export function batchRuns(batch: Pick<Batch, 'state'>): Outcome<null> {
  return batch.state === 'open' ? accept(null) : notRunning[batch.state]
}
const notRunning: Record<Exclude<Batch['state'], 'open'>, Refusal> = {
  draft: refuse('batch.not-open'),
  paused: refuse('batch.paused'),
  cancelled: refuse('batch.cancelled'),
  completed: refuse('batch.completed'),
  discarded: refuse('not-found'),
}

/**
 * Something belonging to a stage may be done while the batch runs and the moment of receipt lies within the stage's dates: from the opening
 * instant on, and before the closing instant. A stage without an opening date opens when the batch reaches it; one without a closing date,
 * or one that was decided early, closes when the batch leaves it.
 */
export function stageOpen(batch: Timed, kind: StageKind, level: EndorsementLevel | undefined, at: string): Outcome<StagePlan> {
  const index = stageIndex(batch, kind, level)
  const stage = batch.stages[index]
  const runs = batchRuns(batch)
  if (!runs.ok) return runs
  if (!stage?.on) return refuse('stage.absent')
  return withinDates(batch, index, stage, at)
}

/**
 * Deciding, announcing and publishing belong to the one stage that a running batch is in: before it, what they rest on may still change;
 * after it, others rest on them.
 */
export function stageRuns(batch: Timed, kind: StageKind, at: string): Outcome<StagePlan> {
  const open = stageOpen(batch, kind, undefined, at)
  return open.ok && batch.stages[batch.stage ?? -1] !== open.value ? refuse('stage.not-reached') : open
}

function withinDates(batch: Timed, index: number, stage: StagePlan, at: string): Outcome<StagePlan> {
  const reached = batch.stage ?? -1
  if (stage.opens !== null ? at < stage.opens : reached < index)
    return stage.opens === null ? refuse('stage.not-reached') : refuse('stage.not-yet', said(stage.opens))
  if (stage.closes !== null && at >= stage.closes) return refuse('stage.closed', said(stage.closes))
  if (reached > index) return refuse('stage.left')
  return accept(stage)
}

/** An instant in the sentences of refusals: `{zh}` and `{en}`. */
export const said = (instant: string) => ({ zh: beijing.formatDeadline(instant, 'zh'), en: beijing.formatDeadline(instant, 'en') })

/**
 * An applicant may write and submit while collecting is open; what was returned to it may be corrected until the date set with the return,
 * even after collecting has closed.
 */
export function applyingOpen(batch: Timed, correctUntil: string | undefined, at: string): Outcome<null> {
  const runs = batchRuns(batch)
  if (!runs.ok) return runs
  if (correctUntil !== undefined && at < correctUntil) return accept(null)
  const open = stageOpen(batch, 'collect', undefined, at)
  if (open.ok) return accept(null)
  return correctUntil === undefined ? open : refuse('correction.closed', said(correctUntil))
}
