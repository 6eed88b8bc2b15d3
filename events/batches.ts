import * as z from 'zod'
import { fact, Id, Reason } from './fact.ts'

const stage = { batch: Id, stage: z.int().nonnegative(), stageKind: z.string() }

export const batchFacts = [
  fact('batch.drafted', { batch: Id, template: z.string(), title: z.string(), host: Id }),
  fact('batch.configured', { batch: Id, changed: z.array(z.string()) }),
  fact('batch.discarded', { batch: Id }),
  fact('batch.opened', { batch: Id, template: z.string(), title: z.string(), host: Id }),
  fact('batch.deadline-moved', { ...stage, from: z.iso.datetime(), to: z.iso.datetime(), reason: Reason }),
  fact('batch.paused', { batch: Id, reason: Reason }),
  fact('batch.resumed', { batch: Id, reason: Reason }),
  fact('batch.cancelled', { batch: Id, reason: Reason }),
  fact('batch.completed', { batch: Id }),
  fact('stage.entered', stage),
  fact('stage.left', { ...stage, why: z.enum(['due', 'decided', 'closed-early']) }),
  fact('quota.set', { batch: Id, unit: Id, category: z.string(), limit: z.int().nonnegative(), basis: z.string() }),
] as const
