import type { OrganisationKind } from '../organisations/kinds.ts'
import type { Quota, Template } from './schema.ts'

export type RecommendingUnit = {
  kind: OrganisationKind
  code: string
  /** Of a university: the kind of its supervising unit. */
  supervisor?: OrganisationKind
  /** Universities that it recommends for, frozen when the batch opens. */
  universities: number
}

/** How many a unit may recommend in a category as the template says; undefined where nothing limits it. The most particular quota holds. */
export function placesFor({ quotas }: Pick<Template, 'quotas'>, category: string, unit: RecommendingUnit): number | undefined {
  const fitting = quotas.filter(
    (quota) =>
      quota.level === unit.kind &&
      (quota.under === undefined || quota.under === unit.supervisor) &&
      (quota.category === undefined || quota.category === category),
  )
  const [quota] = fitting.sort((a, b) => particularity(b, unit) - particularity(a, unit))
  return quota && number(quota, unit)
}

const named = (quota: Quota, unit: RecommendingUnit) => quota.named.find(({ code }) => code === unit.code)
const particularity = (quota: Quota, unit: RecommendingUnit) =>
  (named(quota, unit) ? 4 : 0) + (quota.under ? 2 : 0) + (quota.category ? 1 : 0)

function number(quota: Quota, unit: RecommendingUnit): number {
  const own = named(quota, unit)
  if (own) return own.number
  if ('number' in quota.rule) return quota.rule.number
  const { ratio, rounding, atLeast = 0 } = quota.rule
  /* 0.15 × 20 is 3.0000000000000004 less or more by binary fractions; a ratio has at most six decimals. */
  const exact = Math.round(ratio * unit.universities * 1e6) / 1e6
  const rounded = rounding === 'down' ? Math.floor(exact) : rounding === 'up' ? Math.ceil(exact) : Math.floor(exact + 0.5)
  return Math.max(rounded, atLeast)
}
