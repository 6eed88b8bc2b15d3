import type { UnitRef } from '../organisations/schema.ts'
import type { Rounding } from './limits.ts'
import type { Counted, Denominator, QuotaBasis, QuotaChange, QuotaShare } from './schema.ts'

/** A share of a number of units, rounded as the call says; reckoned in millionths, so that 15 % of 20 is 3 and not a little more. */
export function shareOf(count: number, ratio: number, rounding: Rounding): number {
  const millionths = Math.round(ratio * 1_000_000) * count
  const round = { down: Math.floor, up: Math.ceil, 'half-up': Math.round }[rounding]
  return round(millionths / 1_000_000)
}

/** A share of the units below one as its number of places: rounded as is said, and never less than the least. */
export function placesByShare(
  { of, count }: Omit<Denominator, 'unit'>,
  { ratio, rounding, atLeast = 0 }: QuotaShare,
): { limit: number; basis: QuotaBasis } {
  const limit = Math.max(atLeast, shareOf(count, ratio, rounding))
  return { limit, basis: { kind: 'ratio', ratio, universities: count, rounding, ...(of !== 'university' && { of }) } }
}

/** What a share is reckoned from: provinces, the Corps and ministries by their universities, a university by its colleges, a college by its branches. */
export const countedBelow: Partial<Record<UnitRef['kind'], Counted>> = {
  province: 'university',
  xpcc: 'university',
  ministry: 'university',
  university: 'college',
  college: 'branch',
}

/** A share written into a category for all units that have something to reckon it from; the others keep what they have. */
export const fillByShare = (denominators: readonly Denominator[], category: string, share: QuotaShare): QuotaChange[] =>
  denominators
    .filter(({ count }) => count > 0)
    .map((denominator) => ({ unit: denominator.unit, category, limit: placesByShare(denominator, share).limit, share }))
