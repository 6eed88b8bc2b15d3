import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch, StagePlan } from '../batches/schema.ts'
import type { UnitRef } from '../organisations/schema.ts'
import type { Text } from '../text.ts'
import type { Submission } from './schema.ts'
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
  /** Who has it now, and since when. */
  now: { holder: UnitRef | 'host' | 'applicant'; since: string }
  /** What comes next: a unit of the way, or a stage of the batch. */
  next: { unit?: UnitRef; stage?: Text; opens: string | null; closes: string | null } | null
}

/** The path of a submission: what happened to it, who has it since when, and what comes next. */
export function pathOf(submission: Submission, batch: Batch, events: readonly Recorded[]): Path {
  const steps = stepsOf(submission, events)
  const last = steps.at(-1)
  const holder = submission.level === null ? 'applicant' : (submission.way[submission.level]?.unit ?? 'host')
  return {
    steps,
    now: { holder, since: last?.at ?? submission.createdAt },
    next: nextOf(submission, batch),
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

function nextOf({ way, level, backTo, state }: Submission, batch: Batch): Path['next'] {
  if (over.includes(state)) return null
  const coming = level === null ? (backTo ?? 0) : level + 1
  const unit = way[coming]
  if (unit) {
    const stage = batch.stages.find((each) => each.kind === 'endorse' && each.level === unit.level)
    return { unit: unit.unit, opens: stage?.opens ?? null, closes: stage?.closes ?? null }
  }
  const stage = nextStage(batch, level === null || level < way.length ? -1 : (batch.stage ?? -1))
  return stage ? { stage: stage.title, opens: stage.opens, closes: stage.closes } : null
}

/** The stage of the host that comes after the one the batch is in. */
const nextStage = ({ stages }: Batch, reached: number): StagePlan | undefined =>
  stages.find((stage, index) => stage.on && stage.kind !== 'collect' && stage.kind !== 'endorse' && index > reached)
