import * as z from 'zod'
import type { UnitRef } from '../organisations/schema.ts'
import { type EndorsementLevel, Key } from '../templates/schema.ts'
import { type Rounding, roundings, unlimited } from './limits.ts'

/** Where a unit's number of places comes from, so that anyone can work it out again. */
export type QuotaBasis =
  | { kind: 'unlimited' }
  | { kind: 'number' }
  | { kind: 'named'; code: string }
  /** Of universities, or of what a university's own units are counted by. */
  | { kind: 'ratio'; ratio: number; universities: number; rounding: Rounding; of?: Exclude<Counted, 'university'> }
  | { kind: 'host' }
/** What a share is reckoned from: the units of this kind right below the recommending one. */
export type Counted = 'university' | 'college' | 'branch'
/** How many units a recommending unit's share is reckoned from. */
export type Denominator = { unit: string; of: Counted; count: number }

/** How many submissions a unit may recommend in a category, and how many it has. `limit` is `unlimited` where the call sets none. */
export type QuotaRow = {
  unit: UnitRef
  code?: string
  level: EndorsementLevel
  category: string
  limit: number
  used: number
  basis: QuotaBasis
  /** When the unit confirmed its list; from then on nothing is taken or given back. */
  confirmedAt?: string
}

const Limit = z.int().nonnegative().max(unlimited)
/** A share of the units below: 0.15 = 15 %, rounded, and never less than the least. */
export const QuotaShare = z.strictObject({
  ratio: z.number().positive().max(1),
  rounding: z.enum(roundings),
  atLeast: z.int().nonnegative().max(unlimited).optional(),
})
export type QuotaShare = z.infer<typeof QuotaShare>
/**
 * `from`: the number this one was made from, null where there was none: it is not written over another. `share`: how the number comes about; it must
 * be what the share comes to, and stays with the number, so that anyone can work it out again.
 */
export const QuotaChange = z.strictObject({
  unit: z.ulid(),
  category: Key,
  limit: Limit,
  from: Limit.nullable().optional(),
  share: QuotaShare.optional(),
})
export type QuotaChange = z.infer<typeof QuotaChange>
