import { type Endorsing, quotasFor, type Standing, wayOf } from '../endorsements/way.ts'
import { below } from '../organisations/kinds.ts'
import type { UnitRef } from '../organisations/schema.ts'
import type { ApplicantKind, EndorsementLevel, Quota, Template } from '../templates/schema.ts'
import { unlimited } from './limits.ts'
import type { QuotaBasis, QuotaChange, QuotaRow } from './schema.ts'
import { placesByShare } from './shares.ts'

export type Call = Endorsing & Pick<Template, 'categories'>
/** A unit that may recommend, with what its number depends on, as it stood when the numbers were made. */
export type Recommender = Standing & {
  code?: string
  /** Active universities right below it that do not recommend by themselves: the denominator of a ratio. */
  universities: number
}
export type Place = { level: EndorsementLevel; category: string }

/**
 * In which categories a unit recommends with a place of its own: where it stands on the way of at least one kind of applicant at or below it
 * and its recommendation takes a place.
 */
export function placesOf(
  unit: Standing,
  above: readonly Standing[],
  call: Call,
  host: Pick<UnitRef, 'id'>,
  categories: readonly string[],
): Place[] {
  return call.categories
    .filter(({ key }) => categories.includes(key))
    .flatMap((category) => {
      const level = levelOf(unit, above, category.applicant, call, host, category.key)
      return level ? [{ level, category: category.key }] : []
    })
}

function levelOf(
  unit: Standing,
  above: readonly Standing[],
  applicant: ApplicantKind,
  call: Endorsing,
  host: Pick<UnitRef, 'id'>,
  category: string,
): EndorsementLevel | undefined {
  const itself = unit.kind === applicant
  if (!itself && !standsBelow(applicant, unit.kind)) return undefined
  const way = itself
    ? wayOf(unit, above, call, host, category)
    : wayOf({ id: '', name: '', kind: applicant }, [...above, unit], call, host, category)
  return way.find((level) => level.unit.id === unit.id && level.takesPlace)?.level
}

/** Whether units of a kind can stand somewhere below a unit of another kind. */
export const standsBelow = (kind: UnitRef['kind'], above: UnitRef['kind']): boolean =>
  below[above].some((next) => next === kind || standsBelow(kind, next))

/** Whether any unit below this one could recommend with a place of its own, so that the tree must be walked further down. */
export const recommendersBelow = (
  unit: Standing,
  above: readonly Standing[],
  call: Call,
  host: Pick<UnitRef, 'id'>,
  categories: readonly string[],
): boolean =>
  below[unit.kind].some((kind) => {
    const line = [...above, unit]
    // A university that may lie there can be a jointly built one, which has places where the others have none.
    const children: Standing[] = [
      { id: '', name: '', kind },
      ...(kind === 'university' ? [{ id: '', name: '', kind, jointlyBuilt: true }] : []),
    ]
    return children.some(
      (child) => placesOf(child, line, call, host, categories).length > 0 || recommendersBelow(child, line, call, host, categories),
    )
  })

/** The places a call gives a unit, category by category: the most particular of the template's quotas that fit it, or no limit where none does. */
export function proposeQuotas(
  unit: Recommender,
  above: readonly Standing[],
  call: Call,
  host: Pick<UnitRef, 'id'>,
  categories: readonly string[],
): QuotaRow[] {
  return placesOf(unit, above, call, host, categories).map(({ level, category }) => {
    const { limit, basis } = limitOf(unit, quotasFor(unit, above.at(-1), call.quotas, category))
    const { id, name, kind, code } = unit
    return { unit: { id, name, kind }, ...(code !== undefined && { code }), level, category, limit, used: 0, basis }
  })
}

/** The number of the most particular quota: a unit named by its code, then one under a kind of supervising unit, then its level; with a category before without. */
export function limitOf(unit: Pick<Recommender, 'code' | 'universities'>, fitting: readonly Quota[]): { limit: number; basis: QuotaBasis } {
  const named = (quota: Quota) => quota.named.find(({ code }) => code === unit.code)
  const particularity = (quota: Quota) => (named(quota) ? 4 : 0) + (quota.under ? 2 : 0) + (quota.category ? 1 : 0)
  const [best] = fitting.toSorted((a, b) => particularity(b) - particularity(a))
  if (!best) return { limit: unlimited, basis: { kind: 'unlimited' } }
  const own = named(best)
  if (own) return { limit: own.number, basis: { kind: 'named', code: own.code } }
  if ('number' in best.rule) return { limit: best.rule.number, basis: { kind: 'number' } }
  return placesByShare({ of: 'university', count: unit.universities }, best.rule)
}

/** Numbers that would go over others than those they were made from; `rows` are those that stand there now, in the same order. */
export const writtenOver = (changes: readonly QuotaChange[], rows: readonly (Pick<QuotaRow, 'limit'> | undefined)[]): QuotaChange[] =>
  changes.filter(({ from }, i) => from !== undefined && from !== (rows[i]?.limit ?? null))
