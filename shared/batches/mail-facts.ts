import type { MailKey } from '../mails/catalogue.ts'
import { type BatchMailKey, batchMailKeys } from '../mails/sentences.ts'
import { categoryTitle } from '../templates/index.ts'
import type { StageKind, Template } from '../templates/schema.ts'
import type { Batch, Extension, StagePlan } from './schema.ts'
import { stageIndex } from './timing.ts'

/** The mails that a batch sends in the course of its life: by the stages that it has, and by what is decided in it. */
export function mailsOf({ stages }: Pick<Batch, 'stages'>, template: Template): BatchMailKey[] {
  const has = (kind: StageKind) => stages.some((stage) => stage.on && stage.kind === kind)
  const sent: Partial<Record<BatchMailKey, boolean>> = {
    'submission-returned': has('endorse'),
    'submission-correction-moved': has('endorse'),
    'submission-taken-up': has('endorse'),
    'submission-reminder': has('endorse'),
    'submission-recommended': has('endorse'),
    'submission-declined': has('endorse'),
    'expert-invitation': has('review'),
    'review-assigned': has('review'),
    'expert-reminder': has('review'),
    'review-reopened': has('review'),
    'review-ended': has('review'),
    'approval-request': has('deliberate'),
    'approval-withdrawn': has('deliberate'),
    'award-granted': template.grades === undefined,
    'award-checked': template.grades !== undefined,
    'obligation-due': template.obligations.length > 0,
  }
  return (Object.keys(batchMailKeys) as BatchMailKey[]).filter((mail) => sent[mail] ?? true)
}

type Facts = Pick<Batch, 'title' | 'host' | 'stages' | 'stage' | 'categories'>
const day = 86_400_000
const after = (instant: string, days: number) => new Date(Date.parse(instant) + days * day).toISOString()

/**
 * What a mail of a batch would carry from the batch itself, over the example data that stand for people and submissions: its stages and their dates, its categories,
 * and the extension that is kept ready. `stage` names the stage that a mail about stages is shown for; without it that of collecting.
 */
export function mailFacts(
  mail: MailKey,
  batch: Facts,
  template: Template,
  { at, prepared, stage: wanted }: { at: string; prepared?: Extension | null; stage?: string },
): Record<string, unknown> {
  const of = (kind: StageKind): StagePlan | undefined => batch.stages[stageIndex(batch, kind)]
  const named = (key: string | undefined) => batch.stages.find((each) => each.key === key)
  const stage = named(wanted) ?? of('collect')
  const category = batch.categories.map(({ key }) => categoryTitle(template, key))[0]
  const common = { batch: batch.title, host: batch.host.name }
  const until = (closes: string | null | undefined) => (closes ? { closes } : {})
  switch (mail) {
    case 'stage-opened':
      return { ...common, ...(stage && { stage: stage.title, stageKind: stage.kind, closes: stage.closes }) }
    case 'deadline-near':
      return { ...common, ...(stage && { stage: stage.title, ...until(stage.closes) }) }
    case 'deadline-moved': {
      const moved = named(prepared?.stage) ?? named(wanted) ?? batch.stages[batch.stage ?? -1] ?? stage
      if (!moved?.closes) return common
      const to = prepared?.stage === moved.key ? { to: prepared.closes, reason: prepared.reason } : { to: after(moved.closes, 2) }
      return { ...common, stage: moved.title, from: moved.closes, ...to }
    }
    case 'batch-paused':
    case 'batch-resumed':
    case 'batch-cancelled':
      return { ...common, closes: of('collect')?.closes ?? null }
    case 'submission-received':
      return { ...common, at }
    case 'submission-returned':
    case 'submission-correction-moved':
      return { ...common, until: of('endorse')?.closes ?? after(at, 3) }
    case 'expert-invitation':
    case 'expert-reminder':
    case 'review-assigned':
    case 'review-reopened':
      return { ...common, closes: of('review')?.closes ?? null }
    case 'submission-reminder':
      return { ...common, until: of('collect')?.closes ?? undefined }
    case 'approval-request':
    case 'approval-withdrawn':
      return { ...common, ...(category && { category }) }
    case 'award-granted':
      return { ...common, ...(category && { category }), ends: undefined }
    case 'award-checked': {
      const [grade] = template.grades ?? []
      return { ...common, ...(grade && { grade: grade.title, outcome: grade.outcome, until: undefined }) }
    }
    case 'obligation-due':
      return { ...common, ...(template.obligations[0] && { obligation: template.obligations[0].title }), due: after(at, 30).slice(0, 10) }
    default:
      return common
  }
}
