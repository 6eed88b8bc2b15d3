import * as z from 'zod'
import type { UnitRef } from '../organisations/schema.ts'
import { type EndorsementLevel, Key } from '../templates/schema.ts'

/** Where a unit's number of places comes from, so that anyone can work it out again. */
export type QuotaBasis =
  | { kind: 'unlimited' }
  | { kind: 'number' }
  | { kind: 'named'; code: string }
  | { kind: 'ratio'; ratio: number; universities: number; rounding: 'down' | 'up' | 'half-up' }
  | { kind: 'host' }

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

/** Stands for “no limit”: more than any unit could ever recommend. */
export const unlimited = 1_000_000
/** The limit as people are told it: none where the call sets none. */
export const toldLimit = (limit: number | undefined): number | undefined => (limit !== undefined && limit < unlimited ? limit : undefined)

export const QuotaChange = z.strictObject({ unit: z.ulid(), category: Key, limit: z.int().nonnegative().max(unlimited) })
export type QuotaChange = z.infer<typeof QuotaChange>
/** What one transaction of the database can carry beside the batch's own rows. */
export const quotaChangesAtOnce = 90
