import { hc } from 'hono/client'
import type { deskRoutes } from '../../../../functions/reviews/deskRoutes.ts'
import type { Material } from '../../../../functions/reviews/material.ts'
import type { ReviewState } from '../../../../shared/reviews/schema.ts'
import type { Marks } from '../../../../shared/reviews/scoring.ts'
import { linkWire } from '../../r/link.ts'

export const api = hc<typeof deskRoutes>('/api', linkWire)

export type DeskRow = { submission: string; category: string; title?: string; state: ReviewState; score?: number }
export type Desk = {
  batch: { id: string; title: string; host: string; closes: string | null; anonymous: boolean }
  expert: { name: string; state: 'listed' | 'invited' | 'accepted' | 'declined'; assigned: number; submitted: number }
  rows: DeskRow[]
}
export type OpenReview = Material & {
  review: { state: ReviewState; marks: Marks; version: number; savedAt?: string; submittedAt?: string; reason?: string }
}
/** What another device has saved meanwhile. */
export type Theirs = { version: number; marks: Marks; savedAt?: string }
