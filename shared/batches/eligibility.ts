import type { Judge, Scope, Seen } from '../forms/bindings.ts'
import type { Organisation } from '../organisations/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { pick } from '../pick.ts'
import type { AwardState, Category } from '../templates/schema.ts'

/** What is known of a unit when it is asked whether it may apply. `supervisor`: province, xpcc or ministry. */
export type UnitFacts = Pick<Organisation, 'id' | 'name' | 'kind' | 'code' | 'province' | 'city' | 'level' | 'ownership'> & {
  supervisor?: string
}

/** An award of the unit's institution: of the unit itself or of another unit of the same institution. */
export type AwardFact = {
  id: string
  unit: string
  batch: string
  programme: string
  category: string
  type: string
  state: AwardState
  title: string
  number: string
  /** A date of Beijing time. */
  ends: string
}

export type Applying = {
  unit: UnitFacts
  category: Pick<Category, 'key' | 'applicant' | 'eligibility' | 'bars' | 'startsFrom' | 'type'>
  /** The programme of the template. */
  programme: string
  awards: readonly AwardFact[]
  /** Of a mid-term or acceptance batch opened from an award list: that list's batch. */
  source?: string
}

const unfinished: readonly AwardState[] = ['open', 'extended']
/** A revoked award never counts as having been awarded. */
const standing: readonly AwardState[] = ['open', 'extended', 'closed', 'failed']

/**
 * A unit may apply in a category when it is of the category's kind, holds no unfinished project of the same type, was not awarded in the same
 * category of the programme before, holds an open award where the batch starts from awards, and meets the call's own conditions.
 * (教思政厅函〔2023〕12号: 有未结项同类项目的单位不得申报; 〔2023〕17号: 已入选的不再重复申报)
 */
export function mayApply(applying: Applying, judge: Judge): Outcome<null> {
  const { unit, category, programme, awards } = applying
  if (unit.kind !== category.applicant) return refuse('batch.not-invited')
  const own = awards.filter((award) => award.unit === unit.id)
  const barring = category.bars.unfinishedSameType
    ? own.find((award) => award.type === category.type && unfinished.includes(award.state))
    : undefined
  if (barring) return refuse('eligibility.unfinished', pick(barring, ['title', 'number', 'ends']))
  const before = own.some((award) => award.programme === programme && award.category === category.key && standing.includes(award.state))
  if (category.bars.awardedSameCategory && before) return refuse('eligibility.awarded-before')
  if (category.startsFrom && awardsToStartFrom(applying).length === 0) return refuse('eligibility.no-award')
  const unmet = category.eligibility.find(({ holds }) => judge(holds, scopeOf(applying)) !== true)
  return unmet ? refuse('eligibility.not-met', unmet.message) : accept(null)
}

/** The unit's awards that a submission of this category may be about: open or extended, of the programmes and categories named, and of the source batch. */
export function awardsToStartFrom({ unit, category, awards, source }: Applying): AwardFact[] {
  const from = category.startsFrom?.award
  if (!from) return []
  const fits = (names: readonly string[], name: string) => names.length === 0 || names.includes(name)
  return awards.filter(
    (award) =>
      award.unit === unit.id &&
      unfinished.includes(award.state) &&
      (source === undefined || award.batch === source) &&
      fits(from.programmes, award.programme) &&
      fits(from.categories, award.category),
  )
}

/**
 * What the conditions of a call may speak about: `unit` (kind, code, province, city, level, ownership, supervisor; null where unknown) and
 * `history`, the awards of its institution (event: open, extended, closed, failed or revoked; programme, category, type; own: of the unit itself).
 */
function scopeOf({ unit, awards }: Applying): Scope {
  const seen = (value: string | undefined): Seen => value ?? null
  return {
    unit: new Map([
      ['kind', unit.kind],
      ['code', seen(unit.code)],
      ['province', seen(unit.province)],
      ['city', seen(unit.city)],
      ['level', seen(unit.level)],
      ['ownership', seen(unit.ownership)],
      ['supervisor', seen(unit.supervisor)],
    ]),
    history: awards.map(
      (award) =>
        new Map<string, Seen>([
          ['event', award.state],
          ['programme', award.programme],
          ['category', award.category],
          ['type', award.type],
          ['own', award.unit === unit.id],
        ]),
    ),
  }
}
