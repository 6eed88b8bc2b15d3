import * as z from 'zod'
import { FieldKey } from '../../shared/forms/schema.ts'
import { exportColumns } from '../../shared/submissions/export-columns.ts'
import { Words } from '../../shared/submissions/sought.ts'
import { listedStates } from '../../shared/submissions/states.ts'
import { Key } from '../../shared/templates/schema.ts'
import { InLanguage } from '../api/asked.ts'

export const Start = z.strictObject({ category: Key, award: z.ulid().optional() })
/** `values` are checked by the form of the category, not by a schema of their own. */
export const SaveSection = z.strictObject({ version: z.int().nonnegative(), values: z.record(z.string(), z.unknown()) })
/** The section whose page a writer has open; none for the list of sections. */
export const Presence = z.strictObject({ section: FieldKey.optional() })
export const Finding = z.strictObject({ receipt: z.string().trim().min(1).max(60) })
export const Reason = z.strictObject({ reason: z.string().trim().min(2).max(1000) })
export const VersionNumber = z.coerce.number().pipe(z.int().positive().max(9999))

const Cursor = z.string().max(2000)
const Page = z.strictObject({ cursor: Cursor.optional(), limit: z.coerce.number().pipe(z.int().min(1).max(100)).optional() })
export const OwnList = z.strictObject({ ...Page.shape, batch: z.ulid().optional() })
export const HostList = z.strictObject({
  ...Page.shape,
  category: Key.optional(),
  state: z.enum(listedStates).optional(),
  unit: z.ulid().optional(),
  order: z.enum(['newest', 'oldest']).optional(),
  words: Words.optional(),
})
/** The keys of the columns wanted, joined by commas. */
const columns = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(exportColumns)).min(1))
  .optional()
const { cursor: _cursor, limit: _limit, ...hostFilters } = HostList.shape
export const HostExport = InLanguage.extend({ ...hostFilters, columns })
export const UnitList = z.strictObject({
  ...Page.shape,
  category: Key.optional(),
  state: z.enum(listedStates).optional(),
  order: z.enum(['newest', 'oldest']).optional(),
  words: Words.optional(),
})
export const Screening = z.strictObject({
  submissions: z.array(z.ulid()).min(1).max(100),
  outcome: z.enum(['qualified', 'disqualified']),
  reason: z.string().trim().min(2).max(1000).optional(),
  dryRun: z.boolean().optional(),
})
const { cursor: _c, limit: _l, ...unitFilters } = UnitList.shape
export const UnitExport = InLanguage.extend({ ...unitFilters, columns })
