import * as z from 'zod'
import { UnitCode } from '../organisations/codes.ts'
import type { UnitRef } from '../organisations/schema.ts'
import type { Workplace } from './conflicts.ts'
import type { Marks } from './scoring.ts'
import type { ReviewState } from './states.ts'

/** An expert in a host's register. `unit` is where the expert works. */
export type Expert = {
  id: string
  host: string
  name: string
  email: string
  unit: Workplace
  fields: string[]
  state: 'active' | 'retired'
  seq: number
  chain: string
  pk: string
  sk: string
}

/** An expert's part in one batch; the counts move with the reviews. */
export type Participant = {
  batch: string
  expert: string
  name: string
  email: string
  unit: Workplace
  fields: string[]
  state: 'listed' | 'invited' | 'accepted' | 'declined'
  assigned: number
  submitted: number
  invitedAt?: string
  /** When a link was first opened by hand. */
  openedAt?: string
  remindedAt?: string
  /** When the last mail about newly assigned submissions went out. */
  toldAt?: string
  /** What the mail server said when a mail came back; `complained`: it had arrived, and was reported as unwanted. */
  bounced?: string
  complained?: boolean
  revokedAt?: string
  /** After links were revoked and the expert was invited anew, only links made since then open. */
  linksSince?: string
  declined?: string
  seq: number
  chain: string
  pk: string
  sk: string
}

/** One expert's review of one submission. `version` counts saves, so that two devices cannot overwrite each other. */
export type Review = {
  submission: string
  batch: string
  category: string
  expert: string
  title: string
  institution: UnitRef
  state: ReviewState
  marks: Marks
  version: number
  score?: number
  submittedAt?: string
  savedAt?: string
  reason?: string
  seq: number
  chain: string
  pk: string
  sk: string
}

export const ExpertEntry = z.strictObject({
  name: z.string().trim().min(2).max(60),
  email: z.email().max(200),
  unit: z.strictObject({
    name: z.string().trim().min(2).max(120),
    /** As in the register of units, of which it is one then: its code, or its id where it has none. */
    code: z.optional(UnitCode),
  }),
  fields: z.array(z.string().trim().min(1).max(40)).max(20),
})
export type ExpertEntry = z.infer<typeof ExpertEntry>

export const MarksEntry = z.strictObject({
  scores: z.record(z.string().max(40), z.number()),
  comment: z.string().max(20_000),
  recommendation: z.string().max(40).optional(),
})
