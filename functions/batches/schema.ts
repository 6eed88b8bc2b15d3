import * as z from 'zod'
import { type CompletenessOrder, completenessOrders, completenessShows } from '../../shared/batches/completeness.ts'
import { BatchTitle } from '../../shared/batches/configuring.ts'
import { type FactGroup, factGroups } from '../../shared/batches/record.ts'
import { Extension } from '../../shared/batches/schema.ts'
import { OwnSentences } from '../../shared/mails/sentences.ts'
import { quotaChangesAtOnce } from '../../shared/quotas/limits.ts'
import { QuotaChange } from '../../shared/quotas/schema.ts'
import { ApplicantKind, Key } from '../../shared/templates/schema.ts'
import { InLanguage, Why } from '../api/asked.ts'

const Cursor = z.string().max(4000)
const limit = z.coerce.number().pipe(z.int().min(1).max(100))

export const Page = z.strictObject({ cursor: Cursor.optional(), limit: limit.default(25) })
export const BatchList = z.strictObject({ ...Page.shape, scope: z.enum(['hosted', 'open']).default('open') })
const about = z.enum(Object.keys(factGroups) as [FactGroup, ...FactGroup[]]).optional()
export const Trail = z.strictObject({ ...Page.shape, about })
export const Checking = z.strictObject({ cursor: Page.shape.cursor })
export const TrailExport = z.strictObject({ ...InLanguage.shape, about })
export const Completeness = z.strictObject({ unit: z.ulid().optional() })
/** The list as it is shown, to be taken away. */
export const CompletenessExport = z.strictObject({
  ...Completeness.shape,
  ...InLanguage.shape,
  show: z.enum(completenessShows).optional(),
  sort: z.enum(Object.keys(completenessOrders) as [CompletenessOrder, ...CompletenessOrder[]]).optional(),
  order: z.enum(['ascending', 'descending']).optional(),
})
export const Prepared = z.strictObject({ prepared: Extension.nullable() })
/** `source`: the batch whose award list a check starts from. */
export const Drafting = z.strictObject({
  template: Key,
  version: z.int().positive().optional(),
  title: BatchTitle,
  source: z.ulid().optional(),
})
export const TemplateVersion = z.strictObject({ version: z.coerce.number().pipe(z.int().positive()).optional() })
export const Preview = z.strictObject({ kind: ApplicantKind.optional() })
export const Resuming = z.strictObject({ reason: Why, shift: z.boolean().default(false) })
export const Leaving = z.strictObject({ reason: Why.optional() })
export const Deadline = z.strictObject({
  closes: z.union([z.literal('now'), z.iso.datetime().transform((instant) => new Date(instant).toISOString())]),
  later: z.enum(['keep', 'shift']).default('keep'),
  reason: Why,
})
/** Absent sentences are those of the call. */
export const OwnMail = z.strictObject({ sentences: OwnSentences.nullable() })
export const QuotaPage = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
  category: Key.optional(),
})
export const DenominatorPage = QuotaPage.omit({ category: true })
/** `cursor` goes on where the last call stopped; `replace` puts the call's own numbers back. */
export const Proposing = z.strictObject({ cursor: z.string().max(200_000).optional(), replace: z.boolean().default(false) })
export const QuotaChanges = z.strictObject({ places: z.array(QuotaChange).min(1).max(quotaChangesAtOnce) })
/** The stage for which mails about stages are shown. */
export const MailsAsked = z.strictObject({ stage: Key.optional() })
