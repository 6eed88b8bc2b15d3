import * as z from 'zod'
import { fact, Id, Reason } from './fact.ts'

const part = { batch: Id, expert: Id }
const review = { ...part, submission: Id }

export const reviewFacts = [
  fact('expert.registered', { expert: Id, host: Id }),
  fact('expert.changed', { expert: Id, changes: z.array(z.string()) }),
  fact('expert.invited', part),
  fact('expert.reminded', part),
  fact('expert.accepted', part),
  fact('expert.declined', { ...part, reason: z.string() }),
  fact('expert.link-revoked', { ...part, reason: Reason }),
  /** `complaint`: it arrived, and was reported as unwanted. */
  fact('expert.bounced', { ...part, reason: z.string(), complaint: z.literal(true).optional() }),
  fact('review.assigned', review),
  fact('review.unassigned', { ...review, reason: z.string() }),
  fact('review.conflict-declared', { ...review, reason: z.string().optional() }),
  fact('review.conflict-withdrawn', review),
  fact('review.submitted', { ...review, category: z.string(), score: z.number(), version: z.int() }),
  fact('review.reopened', { ...review, reason: Reason }),
] as const
