import type { Recorded } from '../../events/catalogue.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import type { Write } from '../aws/writes.ts'

/** How often one of several who count the same submission at once begins again. */
const tries = 5

/**
 * Keeps what is counted of a submission, with a row that remembers how it was counted last. It follows the submission as it is, not the fact: a fact that comes
 * twice, late, or out of order changes nothing that a later one has counted. `writes` answers what has to change, or null where nothing does; its writes are
 * refused when another was faster, and then all is read anew.
 */
export async function followSubmission<Counted extends { seq: number }>(
  fact: Recorded,
  counted: (batch: string, submission: string) => Key,
  writes: (submission: Submission, before: Counted | undefined) => Promise<Write[] | null>,
): Promise<void> {
  if (!('submission' in fact) || !fact.submission) return
  for (let attempt = 0; attempt < tries; attempt++) {
    const submission = await table.get<Submission>(key.submission(fact.submission))
    if (!submission) return
    const before = await table.get<Counted>(counted(submission.batch, submission.id))
    if (before && before.seq >= submission.seq) return
    const changes = await writes(submission, before)
    if (changes === null || (await table.write(...changes)).ok) return
  }
  throw new Error(`submission ${fact.submission} keeps changing`)
}
