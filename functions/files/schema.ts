import * as z from 'zod'
import { FileClaim } from '../../shared/files/schema.ts'
import { FieldKey } from '../../shared/forms/schema.ts'

export const Slot = z.strictObject({ ...FileClaim.shape, section: FieldKey, field: FieldKey })
const number = z.int().positive().max(10_000)
/** Tags as the store gives them for parts, with or without their quotes. */
export const Parts = z.strictObject({
  done: z
    .array(z.strictObject({ number, etag: z.string().regex(/^"?[0-9a-f-]{1,80}"?$/) }))
    .max(100)
    .optional(),
  numbers: z.array(number).max(100).optional(),
})
