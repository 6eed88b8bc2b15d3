import type { FactOf } from '../../events/catalogue.ts'
import { type AwardFact, awardsToStartFrom, mayApply, type UnitFacts } from '../batches/eligibility.ts'
import type { Batch } from '../batches/schema.ts'
import { stageOpen } from '../batches/timing.ts'
import type { Judge } from '../forms/bindings.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Category, EndorsementLevel, Template } from '../templates/schema.ts'
import type { Level } from './schema.ts'

export type Starting = {
  batch: Batch
  template: Pick<Template, 'programme' | 'categories'>
  category: string
  unit: UnitFacts
  /** Awards of the unit's institution. */
  awards: readonly AwardFact[]
  /** The award that the unit wants to report on. */
  award: string | undefined
  /** How many the unit has entered in this category, or for this award. */
  entered: number
}

/**
 * A unit starts a submission for itself while collecting is open, in a category of the batch in which it may apply, and while it has not entered as many as one
 * unit may: the category's number, or one for each award it reports on.
 */
export function start(facts: Starting, id: string, at: string, judge: Judge): Outcome<FactOf<'submission.started'>> {
  const { batch, template, unit, awards, entered } = facts
  const open = stageOpen(batch, 'collect', undefined, at)
  if (!open.ok) return open
  const category = template.categories.find(({ key }) => key === facts.category)
  if (!category || !batch.categories.some(({ key, on }) => key === category.key && on)) return refuse('batch.category-absent')
  const applying = { unit, category, programme: template.programme.key, awards, ...(batch.source && { source: batch.source }) }
  const may = mayApply(applying, judge)
  if (!may.ok) return may
  const award = awardsToStartFrom(applying).find((each) => each.id === facts.award)
  if (category.startsFrom && !award) return refuse('submission.award-missing')
  const limit = entriesOf(category)
  if (entered >= limit) return refuse('submission.entered-already', { limit })
  const title = awards.find((each) => each.id === award?.id)?.title ?? unit.name
  return accept({ type: 'submission.started', submission: id, batch: batch.id, category: category.key, unit: unit.id, title })
}

/** How many one unit may enter: once for each award, else as the category says. */
export const entriesOf = (category: Pick<Category, 'perUnit' | 'startsFrom'>): number => (category.startsFrom ? 1 : category.perUnit)

/** The way without levels whose stage the batch leaves out; the last that remains takes a place. */
export function actingWay(batch: Pick<Batch, 'stages'>, way: readonly Level[]): Level[] {
  const acts = (level: EndorsementLevel) => batch.stages.some((stage) => stage.kind === 'endorse' && stage.level === level && stage.on)
  const acting = way.filter(({ level }) => acts(level))
  return acting.map((level, i) => (i === acting.length - 1 ? { ...level, takesPlace: true } : level))
}
