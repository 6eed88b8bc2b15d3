import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Accepted, accept, type Outcome, type Refusal } from '../../shared/outcome.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { type SubmissionView, viewOf } from '../../shared/submissions/summary.ts'
import { answer, refused } from '../api/answer.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'

/** An outcome whose refusal carries what the person needs to go on: the other text of a conflict, the list of problems. */
export type Told<T> = Accepted<T> | (Refusal & { data?: unknown })

export const tell = <T extends object>(c: Context, told: Told<T>, status: ContentfulStatusCode = 200) =>
  told.ok ? answer(c, told, status) : refused(c, { ok: false, code: told.code, ...(told.details && { details: told.details }) }, told.data)

/** The submission after a change of state. A refusal to a request that was already carried out is told as the success it was. */
export async function after(id: string, doing: Doing, outcome: Outcome<Submission>): Promise<Outcome<Submission>> {
  if (outcome.ok || !(await table.done(key.submission(id).pk, doing.request))) return outcome
  const submission = await table.get<Submission>(key.submission(id))
  return submission ? accept(submission) : outcome
}

/** A change of state as it is answered. */
export async function shown(id: string, doing: Doing, outcome: Outcome<Submission>): Promise<Outcome<SubmissionView>> {
  const told = await after(id, doing, outcome)
  return told.ok ? accept(viewOf(told.value)) : told
}
