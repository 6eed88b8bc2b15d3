import { type Endorsing, levelOfKind } from '../endorsements/way.ts'
import type { UnitRef } from '../organisations/schema.ts'
import type { EndorsementLevel, Template } from '../templates/schema.ts'
import type { Batch, BatchSummary } from './schema.ts'

/** What lists show of a batch. */
export function batchSummary(batch: Omit<Batch, 'pk' | 'sk' | 'seq' | 'chain'>): BatchSummary {
  const { title, host, state, template, stage, openedAt, createdAt } = batch
  const now = stage === null ? undefined : batch.stages[stage]
  const collect = batch.stages.find(({ kind, on }) => kind === 'collect' && on)
  return {
    title,
    host,
    state,
    template,
    stage,
    openedAt,
    createdAt,
    ...(now && { now: { kind: now.kind, title: now.title, opens: now.opens, closes: now.closes } }),
    collectCloses: collect?.closes ?? null,
    levels: actingLevels(batch),
    ...(batch.source && { source: batch.source }),
  }
}

/** Whether something stands in lists only of the host (drafts) or also of the units below it; the first part of its place in the list. */
export const listedAs = (batch: Pick<Batch, 'state' | 'createdAt'>): string =>
  `${batch.state === 'draft' ? 'draft' : 'shown'}#${batch.createdAt}`

/** What a unit has to do with a batch: it hosts it, may apply in it, recommends in it. */
export type Part = 'host' | 'apply' | 'recommend'
export function partsIn(
  batch: Pick<BatchSummary, 'host' | 'levels'> & { categories?: Batch['categories'] },
  template: Template,
  unit: UnitRef,
): Part[] {
  if (batch.host.id === unit.id) return ['host']
  const on = template.categories.filter(({ key }) => batch.categories?.some((category) => category.key === key && category.on) ?? true)
  const level = levelOfKind(unit.kind)
  const acts = level !== undefined && batch.levels.includes(level)
  const recommends = acts && on.some(({ applicant }) => template.endorsement.levels[applicant]?.includes(level))
  const direct = template.endorsement.direct.some((kind) => kind === unit.kind)
  return [
    ...(on.some(({ applicant }) => applicant === unit.kind) ? (['apply'] as const) : []),
    ...(recommends && !direct ? (['recommend'] as const) : []),
  ]
}

/** The levels that endorse in a batch: those that have a stage which is on. */
export const actingLevels = ({ stages }: Pick<Batch, 'stages'>): EndorsementLevel[] => [
  ...new Set(stages.flatMap(({ on, level }) => (on && level ? [level] : []))),
]

/** The template's rules of endorsing as they hold in a batch: a level whose stage is off, or that has none, does not endorse. */
export function endorsingIn(template: Endorsing, batch: Pick<Batch, 'stages'>): Endorsing {
  const acting = new Set(actingLevels(batch))
  const levels = Object.fromEntries(
    Object.entries(template.endorsement.levels).map(([applicant, chain]) => [applicant, chain.filter((level) => acting.has(level))]),
  )
  return { quotas: template.quotas, endorsement: { ...template.endorsement, levels } }
}
