import * as z from 'zod'
import { fact, Hash, Id, Reason } from './fact.ts'

const sheet = { batch: Id, category: z.string() }

export const decisionFacts = [
  fact('sheet.decided', { ...sheet, submission: Id, outcome: z.string(), reason: z.string().optional() }),
  fact('sheet.sent-for-approval', { ...sheet, approver: Id, sha256: Hash }),
  fact('sheet.approved', { ...sheet, sha256: Hash }),
  fact('sheet.sent-back', { ...sheet, reason: Reason }),
  /** `approver`: whom it was taken back from. */
  fact('sheet.withdrawn', { ...sheet, reason: Reason, approver: Id.optional() }),
  fact('sheet.line-drawn', { ...sheet, line: z.int(), reason: z.string().optional() }),
  fact('sheet.reopened', { ...sheet, submission: Id, notice: Id, objection: Id, reason: Reason }),
] as const

export const noticeFacts = [
  fact('notice.published', { notice: Id, batch: Id, ends: z.iso.datetime() }),
  fact('notice.amended', { notice: Id, batch: Id, category: z.string(), ends: z.iso.datetime(), added: z.int(), reason: Reason }),
  /** Its last day is over. */
  fact('notice.ended', { notice: Id, batch: Id }),
  fact('objection.raised', { notice: Id, objection: Id, submission: Id.optional() }),
  fact('objection.noted', { notice: Id, objection: Id, note: z.string() }),
  fact('objection.settled', { notice: Id, objection: Id, outcome: z.enum(['upheld', 'dismissed']), reason: Reason }),
] as const

export const awardFacts = [
  fact('award.granted', { award: Id, batch: Id, submission: Id, number: z.string(), grade: z.string().optional() }),
  /** `number`: of the certificate of its acceptance; without it the certificate is the one it was granted with. */
  fact('award.certified', {
    award: Id,
    number: z.string().optional(),
    key: z.string(),
    sha256: Hash,
    english: z.strictObject({ key: z.string(), sha256: Hash }),
  }),
  fact('award.revoked', { award: Id, reason: Reason }),
  /** `grade`: what the check of that batch has found. */
  fact('award.extended', { award: Id, until: z.iso.date(), reason: Reason, grade: z.string().optional(), batch: Id.optional() }),
  /** `number`: of the certificate of its acceptance. */
  fact('award.closed', { award: Id, grade: z.string(), batch: Id.optional(), number: z.string().optional() }),
  fact('obligation.reminded', { award: Id, obligation: z.string(), days: z.int() }),
  fact('obligation.met', {
    award: Id,
    obligation: z.string(),
    submission: Id.optional(),
    grade: z.string().optional(),
    batch: Id.optional(),
  }),
  fact('work.posted', { award: Id, post: Id, title: z.string() }),
  fact('work.withdrawn', { award: Id, post: Id, reason: Reason }),
] as const
