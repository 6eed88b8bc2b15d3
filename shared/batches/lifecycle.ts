import { allDecided, type Concluded, noticeOver } from '../notices/rules.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Batch, BatchState, StagePlan } from './schema.ts'
import { batchRuns, isDated, said } from './timing.ts'

/** Which states of a batch a fact may leave and where it leads. */
export const lifecycle = {
  'batch.opened': { from: ['draft'], to: 'open' },
  'batch.discarded': { from: ['draft'], to: 'discarded' },
  'batch.paused': { from: ['open'], to: 'paused' },
  'batch.resumed': { from: ['paused'], to: 'open' },
  'batch.cancelled': { from: ['open', 'paused'], to: 'cancelled' },
  'batch.completed': { from: ['open'], to: 'completed' },
} as const satisfies Record<string, { from: readonly BatchState[]; to: BatchState }>
export type LifecycleFact = keyof typeof lifecycle

/** A batch takes a step of its life only from the states that step may leave; else it is told what it is instead. */
export function lives(batch: Pick<Batch, 'state'>, fact: LifecycleFact): Outcome<BatchState> {
  if (lifecycle[fact].from.some((from) => from === batch.state)) return accept(lifecycle[fact].to)
  if (fact === 'batch.resumed' && batch.state === 'open') return refuse('batch.not-paused')
  if (fact === 'batch.opened' || fact === 'batch.discarded') return refuse('batch.already-open')
  const runs = batchRuns(batch)
  return runs.ok ? refuse('changed-meanwhile') : runs
}

/** What a host sets beside the configuration (places, the words of mails, an extension kept ready) may change until the batch is over. */
export const adjustable = (batch: Pick<Batch, 'state'>): Outcome<null> =>
  batch.state === 'draft' || batch.state === 'paused' ? accept(null) : batchRuns(batch)

/** The stages of a batch that are on, with their places in the plan. */
export const stagesOn = (stages: readonly StagePlan[]): { stage: StagePlan; index: number }[] =>
  stages.flatMap((stage, index) => (stage.on ? [{ stage, index }] : []))

/** The next stage that is on after an index, or null at the end. `-1` asks for the first. */
export const stageAfter = (stages: readonly StagePlan[], index: number): number | null =>
  stagesOn(stages).find((each) => each.index > index)?.index ?? null

/**
 * The closing time of a stage may be moved until the batch has left the stage: later, or earlier down to the present moment, which closes it at once.
 * It stays between those of the stages before and after it; with `later: 'shift'` an extension carries the dates of all later stages with it.
 */
export function moveDeadline(
  batch: Pick<Batch, 'state' | 'stages' | 'stage'>,
  index: number,
  asked: { closes: string; later: 'keep' | 'shift' },
  at: string,
): Outcome<{ stages: StagePlan[]; from: string; to: string }> {
  const runs = batchRuns(batch)
  if (!runs.ok) return runs
  const stage = batch.stages[index]
  if (!stage?.on) return refuse('stage.absent')
  if ((batch.stage ?? -1) > index) return refuse('stage.left')
  if (!isDated(stage)) return refuse('stage.never-dated', { zh: stage.title.zh, en: stage.title.en })
  if (stage.closes === null) return refuse('stage.undated')
  const before = stagesOn(batch.stages).findLast((each) => each.index < index && each.stage.closes !== null)?.stage.closes
  const earliest =
    [at, stage.opens, before]
      .filter((instant) => typeof instant === 'string')
      .sort()
      .at(-1) ?? at
  if (asked.closes < earliest) return refuse('stage.closes-too-early', said(earliest))
  const shift = asked.later === 'shift' ? Math.max(0, Date.parse(asked.closes) - Date.parse(stage.closes)) : 0
  const stages = batch.stages.map((each, i) => (i === index ? { ...each, closes: asked.closes } : i > index ? shifted(each, shift) : each))
  const after = stagesOn(stages).find((each) => each.index > index && each.stage.closes !== null && each.stage.closes < asked.closes)
  if (after?.stage.closes)
    return refuse('stage.closes-after-next', { ...said(after.stage.closes), nextZh: after.stage.title.zh, nextEn: after.stage.title.en })
  return accept({ stages, from: stage.closes, to: asked.closes })
}

const shifted = (stage: StagePlan, by: number): StagePlan => ({ ...stage, opens: later(stage.opens, by), closes: later(stage.closes, by) })
const later = (instant: string | null, by: number) => instant && new Date(Date.parse(instant) + by).toISOString()

/** The length of a pause in milliseconds, in full minutes, so that a deadline stays one that can be announced. */
export const lengthOfPause = (pausedAt: string, at: string): number =>
  Math.max(0, Math.ceil((Date.parse(at) - Date.parse(pausedAt)) / 60_000) * 60_000)

/** Resuming may give back the time lost: every date that had not come when the batch was paused moves by the length of the pause. */
export function datesAfterPause(stages: readonly StagePlan[], pausedAt: string, at: string): StagePlan[] {
  const lost = lengthOfPause(pausedAt, at)
  const move = (instant: string | null) => instant && afterPause(instant, pausedAt, lost)
  return stages.map((stage) => ({ ...stage, opens: move(stage.opens), closes: move(stage.closes) }))
}

/** A date once so many milliseconds of a pause are given back: later by them, where it had not come when the batch was paused. */
export const afterPause = (instant: string, pausedAt: string, lost: number): string =>
  instant > pausedAt ? new Date(Date.parse(instant) + lost).toISOString() : instant

/** Collecting and endorsing end by their dates only, because everybody below was told them; the publication by the list being published. */
export const endsByDecision = ({ kind }: Pick<StagePlan, 'kind'>): boolean => kind !== 'collect' && kind !== 'endorse' && kind !== 'publish'

/**
 * A person may end the stage the batch is in when its work is done before its date, or when it has none, if it is of those that a
 * decision ends. What ends early closes at that moment. The deliberation ends only with every sheet approved, the notice only when it has
 * run its days and every objection is settled.
 */
export function leaveStage(
  batch: Pick<Batch, 'state' | 'stages' | 'stage'>,
  index: number,
  concluded: Concluded,
  at: string,
): Outcome<{ stages: StagePlan[] }> {
  const runs = batchRuns(batch)
  if (!runs.ok) return runs
  const stage = batch.stages[index]
  if (!stage?.on) return refuse('stage.absent')
  if ((batch.stage ?? -1) > index) return refuse('stage.left')
  if (batch.stage !== index) return refuse('stage.not-reached')
  if (!endsByDecision(stage)) return refuse(stage.kind === 'publish' ? 'stage.publishes' : 'stage.dated')
  if (stage.opens !== null && at < stage.opens) return refuse('stage.not-yet', said(stage.opens))
  const over = stage.kind === 'deliberate' ? allDecided(concluded) : stage.kind === 'notice' ? noticeOver(concluded, at) : accept(null)
  if (!over.ok) return over
  const closes = stage.closes !== null && stage.closes > at ? at : stage.closes
  return accept({ stages: batch.stages.map((each, i) => (i === index ? { ...each, closes } : each)) })
}
