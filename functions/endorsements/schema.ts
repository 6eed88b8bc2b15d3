import * as z from 'zod'
import { progressOrders, progressShows } from '../../shared/endorsements/progress.ts'
import { FileClaim } from '../../shared/files/schema.ts'
import { FieldKey } from '../../shared/forms/schema.ts'
import { mostComments } from '../../shared/submissions/comments.ts'
import { Key } from '../../shared/templates/schema.ts'
import { InLanguage } from '../api/asked.ts'

const text = (max: number) => z.string().trim().min(2).max(max)
const recommendation = { opinion: text(2000), order: z.int().positive().max(10_000).optional() }
/** What a comment is about: `section`, `section.field`, or `general` for the whole. */
const Place = z.union([FieldKey, z.templateLiteral([FieldKey, '.', FieldKey])])
const giveBack = {
  comments: z
    .record(Place, text(2000))
    .refine((comments) => Object.keys(comments).length > 0, 'at least one comment')
    .refine((comments) => Object.keys(comments).length <= mostComments, `at most ${mostComments} comments`),
  until: z.iso.datetime(),
}
const correction = { until: z.iso.datetime() }
const why = { reason: text(1000) }

export const Recommendation = z.strictObject(recommendation)
export const Return = z.strictObject(giveBack)
export const Correction = z.strictObject(correction)
export const Why = z.strictObject(why)

const several = {
  submissions: z.array(z.ulid()).min(1).max(100),
  dryRun: z.boolean().default(false),
  /** Of a preview in parts: places that the parts before this one would take, by category. */
  taken: z.record(Key, z.int().min(-10_000).max(10_000)).default({}),
}
export const Bulk = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('recommend'), opinion: recommendation.opinion, ...several }),
  z.strictObject({ action: z.literal('return'), ...giveBack, ...several }),
  z.strictObject({ action: z.literal('correction'), ...correction, ...several }),
  z.strictObject({ action: z.literal('take-up'), ...why, ...several }),
  z.strictObject({ action: z.literal('decline'), ...why, ...several }),
  z.strictObject({ action: z.literal('undo'), ...why, ...several }),
  z.strictObject({ action: z.literal('remind'), ...several }),
])
/** The list of units as it is shown, to be taken away. */
export const StandingsExport = InLanguage.extend({
  show: z.enum(progressShows).optional(),
  sort: z.enum(progressOrders).optional(),
  order: z.enum(['ascending', 'descending']).optional(),
})
export const ScanSlot = FileClaim
const Hash = z.string().length(43)
/** `from`: the check value of the list that the order was made from. */
export const Order = z.strictObject({ order: z.array(z.ulid()).max(2000), from: Hash.optional() })
export const ScanBinding = z.strictObject({ file: z.ulid(), sha256: Hash })
export const Confirmation = z.strictObject({ sha256: Hash })
