import * as z from 'zod'
import type { UnitRef } from '../organisations/schema.ts'

export const stageKinds = ['collect', 'endorse', 'screen', 'review', 'deliberate', 'notice', 'publish'] as const
export type StageKind = (typeof stageKinds)[number]

/** One stage of a batch. Times are UTC instants; `closes` is judged by the server's receive time, the instant itself is too late. */
export const StagePlan = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  kind: z.enum(stageKinds),
  /** For `endorse`: which level acts in it. */
  level: z.enum(['college', 'university', 'province']).optional(),
  title: z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(120) }),
  opens: z.iso.datetime().nullable(),
  closes: z.iso.datetime().nullable(),
  on: z.boolean(),
})
export type StagePlan = z.infer<typeof StagePlan>

export const BatchCategory = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  on: z.boolean(),
  places: z.int().positive().max(100_000),
})
export type BatchCategory = z.infer<typeof BatchCategory>

export const BatchSettings = z.strictObject({
  expertsPerSubmission: z.int().min(1).max(15),
  method: z.enum(['mean', 'trimmed-mean']),
  applicantHiddenFromExpert: z.boolean(),
  expertHiddenFromApplicant: z.boolean(),
  noticeWorkingDays: z.int().min(1).max(60),
  secondStep: z.boolean(),
})
export type BatchSettings = z.infer<typeof BatchSettings>

export type BatchState = 'draft' | 'open' | 'paused' | 'cancelled' | 'completed'

/** The head row of a batch: everything a request needs to judge whether something may be done now. Kept under 4 KB. */
export type Batch = {
  id: string
  template: { key: string; version: number }
  title: string
  host: UnitRef
  /** Units above the host, for permission. */
  path: string[]
  state: BatchState
  stages: StagePlan[]
  categories: BatchCategory[]
  settings: BatchSettings
  /** Index of the stage the workflow is in; null before opening and after the end. */
  stage: number | null
  /** For mid-term and acceptance batches: the batch whose awardees may submit. */
  source?: string
  openedAt?: string
  createdAt: string
  seq: number
  chain: string
  pk: string
  sk: string
}
