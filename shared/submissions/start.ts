import type { FactOf } from '../../events/catalogue.ts'
import type { Batch } from '../batches/schema.ts'
import { stageOpen } from '../batches/timing.ts'
import type { Organisation, UnitRef } from '../organisations/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { AwardState, Category, EndorsementLevel } from '../templates/schema.ts'
import type { Text } from '../text.ts'
import type { Level } from './schema.ts'

/** An award as a check of it starts from it. */
export type StartingAward = { id: string; unit: UnitRef; state: AwardState; programme: string; category: string; title: string }

export type Starting = {
  batch: Batch
  category: Category | undefined
  unit: Pick<Organisation, 'id' | 'name' | 'kind' | 'state'>
  /** Conditions of the category that do not hold of the unit, in both languages. */
  unmet: readonly Text[]
  /** Whether the unit holds an unfinished award of the same type; whether it was awarded in this category before. */
  bars: { unfinished: boolean; awarded: boolean }
  /** How many the unit has entered in this category, or for this award. */
  entered: number
  award: StartingAward | undefined
}

/**
 * A unit starts a submission for itself while collecting is open, in a category meant for units of its kind whose conditions it meets, while it holds no unfinished award
 * of the same type, was not awarded in the category before, and has not yet entered as many as one unit may. (〔2022〕18号: 有未结项同类项目的不得申报)
 */
export function start(facts: Starting, id: string, at: string): Outcome<FactOf<'submission.started'>> {
  const { batch, category, unit, unmet, bars, entered, award } = facts
  const open = stageOpen(batch, 'collect', undefined, at)
  if (!open.ok) return open
  if (!category || !batch.categories.some(({ key, on }) => key === category.key && on)) return refuse('category.absent')
  if (category.applicant !== unit.kind || unit.state === 'closed') return refuse('category.not-for-you')
  const [first] = unmet
  if (first) return refuse('submission.not-eligible', { reason: first.zh, reasonEn: first.en })
  if (bars.unfinished) return refuse('submission.barred-unfinished')
  if (bars.awarded) return refuse('submission.barred-awarded')
  const startable = category.startsFrom ? startsFrom(category.startsFrom.award, unit, award) : accept(null)
  if (!startable.ok) return startable
  if (entered >= entriesOf(category)) return refuse('submission.entered-already', { limit: entriesOf(category) })
  return accept({
    type: 'submission.started',
    submission: id,
    batch: batch.id,
    category: category.key,
    unit: unit.id,
    title: award?.title ?? unit.name,
  })
}

/** How many one unit may enter: once for each award, else as the category says. */
export const entriesOf = (category: Pick<Category, 'perUnit' | 'startsFrom'>): number => (category.startsFrom ? 1 : category.perUnit)

type From = NonNullable<Category['startsFrom']>['award']

/** Only the holder of an award that is open or extended reports on it. */
function startsFrom(from: From, unit: Pick<UnitRef, 'id'>, award: StartingAward | undefined): Outcome<null> {
  if (!award || award.unit.id !== unit.id) return refuse('submission.award-missing')
  if (award.state !== 'open' && award.state !== 'extended') return refuse('submission.award-finished')
  const fits = (wanted: readonly string[], one: string) => wanted.length === 0 || wanted.includes(one)
  return fits(from.programmes, award.programme) && fits(from.categories, award.category) ? accept(null) : refuse('submission.award-missing')
}

/** The way without levels whose stage the batch leaves out; the last that remains takes a place. */
export function actingWay(batch: Pick<Batch, 'stages'>, way: readonly Level[]): Level[] {
  const acts = (level: EndorsementLevel) => batch.stages.some((stage) => stage.kind === 'endorse' && stage.level === level && stage.on)
  const acting = way.filter(({ level }) => acts(level))
  return acting.map((level, i) => (i === acting.length - 1 ? { ...level, takesPlace: true } : level))
}
