import * as z from 'zod'
import { fact, Hash, Id, Reason } from './fact.ts'

const submission = { submission: Id, batch: Id, category: z.string() }
const level = { ...submission, unit: Id, level: z.string() }

export const submissionFacts = [
  fact('submission.started', { ...submission, unit: Id, title: z.string() }),
  fact('submission.submitted', { ...submission, version: z.int(), receipt: z.string(), sha256: Hash }),
  fact('submission.recalled', { ...submission, version: z.int() }),
  fact('submission.discarded', submission),
  fact('submission.returned', { ...level, comments: z.record(z.string(), z.string()), until: z.iso.datetime() }),
  fact('submission.correction-moved', { ...level, until: z.iso.datetime() }),
  fact('submission.return-undone', { ...level, reason: Reason }),
  fact('submission.recommended', { ...level, order: z.int().positive(), opinion: z.string(), last: z.boolean() }),
  fact('submission.recommendation-undone', { ...level, reason: Reason }),
  fact('submission.declined', { ...level, reason: Reason }),
  fact('submission.reminded', { ...level, until: z.iso.datetime().nullable() }),
  fact('submission.qualified', submission),
  fact('submission.disqualified', { ...submission, reason: Reason }),
  fact('submission.decided', { ...submission, outcome: z.string(), awarded: z.boolean(), reason: z.string().optional() }),
  fact('file.bound', { submission: Id, file: Id, section: z.string(), field: z.string(), sha256: Hash, bytes: z.int() }),
  fact('file.refused', { submission: Id, file: Id, reason: z.string() }),
  fact('file.removed', { submission: Id, file: Id }),
  fact('document.made', { submission: Id, version: z.int(), key: z.string(), sha256: Hash }),
] as const

export const listFacts = [
  fact('list.ordered', { batch: Id, unit: Id, category: z.string(), order: z.array(Id) }),
  fact('list.scan-attached', { batch: Id, unit: Id, category: z.string(), file: Id, sha256: Hash }),
  fact('list.confirmed', { batch: Id, unit: Id, category: z.string(), submissions: z.array(Id), sha256: Hash }),
  fact('list.reopened', { batch: Id, unit: Id, category: z.string(), reason: Reason }),
] as const
