import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch, StagePlan } from '../batches/schema.ts'
import type { UnitRef } from '../organisations/schema.ts'
import type { Text } from '../text.ts'
import type { Level, Submission } from './schema.ts'
import { type SubmissionFact, transitions } from './states.ts'

type SubmissionEvent = Recorded<FactOf<SubmissionFact>>
export type Step = {
  type: SubmissionFact | 'submission.started'
  at: string
  /** The unit that did it; absent where the host's workflow did. */
  unit?: UnitRef
  version?: number
  receipt?: string
  opinion?: string
  reason?: string
  comments?: Record<string, string>
  until?: string
}
export type Path = {
  steps: Step[]
  /** Who has it now, since when, and until when it is to be done with it. */
  now: { holder: UnitRef | 'host' | 'applicant'; since: string; closes: string | null }
  /** What comes after that, in order, as far as it is planned. */
  coming: Coming[]
}
/** A unit of the way that will have it, or a stage of the host, with its dates. */
export type Coming = { unit?: UnitRef; stage?: Text; opens: string | null; closes: string | null }

/** The path of a submission: what happened to it, who has it since when, and what comes next. */
export function pathOf(submission: Submission, batch: Batch, events: readonly Recorded[]): Path {
  const steps = stepsOf(submission, events)
  const last = steps.at(-1)
  const holder = submission.level === null ? 'applicant' : (submission.way[submission.level]?.unit ?? 'host')
  return {
    steps,
    now: { holder, since: last?.at ?? submission.createdAt, closes: closesNow(submission, batch) },
    coming: comingOf(submission, batch),
  }
}

/** The steps of the path among the facts about a submission, in the order they were recorded. */
export const stepsOf = (submission: Submission, events: readonly Recorded[]): Step[] =>
  events
    .filter(isStep)
    .sort((a, b) => a.seq - b.seq)
    .map((event) => stepOf(event, submission))

type Started = Recorded<FactOf<'submission.started'>>
const isStep = (event: Recorded): event is SubmissionEvent | Started =>
  event.of.endsWith('/HEAD') && (event.type === 'submission.started' || Object.hasOwn(transitions, event.type))

function stepOf(event: SubmissionEvent | Started, { unit, way }: Submission): Step {
  const { type, at, by } = event
  const units = [unit, ...way.map((level) => level.unit)]
  const acting = by.kind === 'member' ? units.find(({ id }) => id === by.organisation) : undefined
  const said = event as Partial<Step>
  return {
    type,
    at,
    ...(acting && { unit: acting }),
    ...(said.version !== undefined && { version: said.version }),
    ...(said.receipt !== undefined && { receipt: said.receipt }),
    ...(said.opinion !== undefined && { opinion: said.opinion }),
    ...(said.reason !== undefined && { reason: said.reason }),
    ...(said.comments !== undefined && { comments: said.comments }),
    ...(said.until !== undefined && { until: said.until }),
  }
}

const over: readonly Submission['state'][] = ['declined', 'disqualified', 'awarded', 'unsuccessful', 'discarded']

const endorsing = (batch: Batch, { level }: Level): StagePlan | undefined =>
  batch.stages.find((each) => each.kind === 'endorse' && each.level === level)
const dates = (stage: StagePlan | undefined) => ({ opens: stage?.opens ?? null, closes: stage?.closes ?? null })

/** Until when whoever has it is to be done: the applicant by the deadline or the date of the return, a unit and the host by their stage. */
function closesNow({ way, level, correctUntil, state }: Submission, batch: Batch): string | null {
  if (over.includes(state)) return null
  if (level === null) return correctUntil ?? dates(batch.stages.find(({ kind }) => kind === 'collect')).closes
  const unit = way[level]
  return dates(unit ? endorsing(batch, unit) : batch.stages[batch.stage ?? -1]).closes
}

/** The units that will have it after the one that has it now, then the stages of the host that are still to come. */
function comingOf({ way, level, backTo, state }: Submission, batch: Batch): Coming[] {
  if (over.includes(state)) return []
  const from = level === null ? (backTo ?? 0) : level + 1
  const reached = level === null || level < way.length ? -1 : (batch.stage ?? -1)
  const stages = batch.stages.filter((stage, index) => stage.on && stage.kind !== 'collect' && stage.kind !== 'endorse' && index > reached)
  return [
    ...way.slice(from).map((each) => ({ unit: each.unit, ...dates(endorsing(batch, each)) })),
    ...stages.map((stage) => ({ stage: stage.title, ...dates(stage) })),
  ]
}
