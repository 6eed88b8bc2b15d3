import * as z from 'zod'
import { roundings } from '../shared/quotas/limits.ts'
import { fact, Id, Reason } from './fact.ts'

const stage = { batch: Id, stage: z.int().nonnegative(), stageKind: z.string() }
const named = { batch: Id, title: z.string(), host: Id }

export const batchFacts = [
  fact('batch.drafted', { ...named, template: z.string() }),
  fact('batch.configured', { batch: Id, changed: z.array(z.string()) }),
  fact('batch.discarded', { batch: Id }),
  fact('batch.opened', { ...named, template: z.string() }),
  /** `shifted`: the dates of all later stages moved by as much. */
  fact('batch.deadline-moved', { ...stage, from: z.iso.datetime(), to: z.iso.datetime(), shifted: z.boolean(), reason: Reason }),
  fact('batch.paused', { batch: Id, reason: Reason }),
  /** `lost`: milliseconds by which dates that had not come moved; 0 when they stayed. */
  fact('batch.resumed', { batch: Id, reason: Reason, since: z.iso.datetime(), lost: z.int().nonnegative() }),
  fact('batch.cancelled', { batch: Id, reason: Reason }),
  fact('batch.completed', { batch: Id }),
  /** What was decided has been made true of every submission: awards are granted, the rest is closed. */
  fact('batch.settled', { batch: Id }),
  /** The workflow has reached the stage. */
  fact('stage.entered', stage),
  /** Its opening date has come, or it has none and was reached: those concerned may act. */
  fact('stage.opened', stage),
  /** Its closing time is near: those who act in it are reminded. */
  fact('stage.closing-soon', { ...stage, closes: z.iso.datetime() }),
  /** A person ended the stage. */
  fact('stage.decided', { ...stage, reason: Reason.optional() }),
  fact('stage.left', { ...stage, why: z.enum(['due', 'decided']) }),
  /** Numbers of places as they are from now on; `from` is absent for a unit that had none. */
  fact('quota.set', {
    batch: Id,
    places: z.array(
      z.strictObject({
        unit: Id,
        category: z.string(),
        from: z.int().nonnegative().optional(),
        to: z.int().nonnegative(),
        /** Where the number is a share: of how many, and which. */
        share: z.strictObject({ ratio: z.number(), rounding: z.enum(roundings), of: z.int().nonnegative() }).optional(),
      }),
    ),
  }),
] as const
