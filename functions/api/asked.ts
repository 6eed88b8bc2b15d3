import * as z from 'zod'

/** What many routes ask for in the same words. */
export const Why = z.string().trim().min(2).max(2000)
export const Reason = z.strictObject({ reason: Why })
export const InLanguage = z.strictObject({ language: z.enum(['zh', 'en']).default('zh') })
