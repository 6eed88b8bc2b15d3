import * as z from 'zod'
import type { UnitRef } from '../organisations/schema.ts'
import { EndorsementLevel, Key, StageKind } from '../templates/schema.ts'
import type { Text } from '../text.ts'

export { StageKind, stageKinds } from '../templates/schema.ts'

/** One stage of a batch. Times are UTC instants; `closes` is judged by the server's receive time, the instant itself is too late. */
export const StagePlan = z.strictObject({
  key: Key,
  kind: StageKind,
  /** For `endorse`: which level acts in it. */
  level: EndorsementLevel.optional(),
  title: z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(120) }),
  /** Absent: it opens when the batch reaches it. */
  opens: z.iso.datetime().nullable(),
  /** Absent: a person decides when it is over. */
  closes: z.iso.datetime().nullable(),
  on: z.boolean(),
})
export type StagePlan = z.infer<typeof StagePlan>

export const BatchCategory = z.strictObject({
  key: Key,
  on: z.boolean(),
  /** Awards available; absent where everyone is graded. */
  places: z.int().positive().max(100_000).optional(),
})
export type BatchCategory = z.infer<typeof BatchCategory>

export const BatchSettings = z.strictObject({
  expertsPerSubmission: z.int().min(1).max(21),
  method: z.enum(['mean', 'trimmed-mean']),
  applicantHiddenFromExpert: z.boolean(),
  noticeWorkingDays: z.int().min(1).max(60),
  secondStep: z.boolean(),
  /** Whether what awardees report on their work pages is public. */
  publicWorkPage: z.boolean(),
})
export type BatchSettings = z.infer<typeof BatchSettings>

/** The states of a batch, as its host names them. */
export const batchStates = {
  draft: { zh: '筹备中', en: 'In preparation' },
  open: { zh: '进行中', en: 'Running' },
  paused: { zh: '已暂停', en: 'Paused' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  completed: { zh: '已结束', en: 'Completed' },
  discarded: { zh: '已删除', en: 'Discarded' },
} as const satisfies Record<string, Text>
export type BatchState = keyof typeof batchStates

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
  /** When every recommending unit had its row of places; absent while some may lack it. */
  quotasAt?: string
  openedAt?: string
  pausedAt?: string
  /** When the results of all its submissions held. */
  settledAt?: string
  createdAt: string
  seq: number
  chain: string
  pk: string
  sk: string
}

/** An extension that the host keeps ready for the night of a deadline: which stage, until when, whether later stages move along, and why. */
export const Extension = z.strictObject({
  stage: Key,
  closes: z.iso.datetime(),
  later: z.enum(['keep', 'shift']),
  reason: z.string().trim().min(2).max(2000),
})
export type Extension = z.infer<typeof Extension>

/** What lists show of a batch. */
export type BatchSummary = Pick<Batch, 'title' | 'host' | 'state' | 'template' | 'stage' | 'openedAt' | 'createdAt'> & {
  /** The stage it is in. */
  now?: Pick<StagePlan, 'kind' | 'title' | 'opens' | 'closes'>
  /** When collecting ends: what applicants look for. */
  collectCloses?: string | null
  /** The levels that endorse in it. */
  levels: EndorsementLevel[]
  /** The batch whose award list it starts from. */
  source?: string
}
