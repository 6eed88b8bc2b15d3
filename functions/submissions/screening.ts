import type { Batch } from '../../shared/batches/schema.ts'
import { accept, type Outcome } from '../../shared/outcome.ts'
import { invalid } from '../../shared/request.ts'
import { disqualify, qualify } from '../../shared/submissions/rules.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { submissionMove } from './move.ts'

export type Finding = { outcome: 'qualified' | 'disqualified'; reason?: string | undefined }

/** What screening one submission would come to, without doing it. */
export function screened({ batch, submission }: { batch: Batch; submission: Submission }, { outcome, reason }: Finding, at: string) {
  const standing = { batch, submission, at }
  if (outcome === 'qualified') return qualify(standing)
  return reason === undefined ? invalid({ path: 'reason', kind: 'missing' }) : disqualify(standing, reason)
}

export async function screen(
  about: { batch: Batch; submission: Submission },
  finding: Finding,
  doing: Doing,
): Promise<Outcome<Submission>> {
  const decided = screened(about, finding, doing.at)
  if (!decided.ok) return decided
  const { move, moved } = submissionMove(about.submission, decided.value, doing.at)
  const saved = await table.commit(doing, [move])
  return saved.ok ? accept(moved) : saved
}

/** Submissions of a batch that were handed in, as they stand now; others are not the host's to see. */
export async function handedIn(batch: Batch, ids: readonly string[]): Promise<Map<string, Submission>> {
  const rows = (await table.getMany(ids.map(key.submission))) as unknown as (Submission | undefined)[]
  return new Map(rows.flatMap((row) => (row && row.batch === batch.id && row.version > 0 ? [[row.id, row] as const] : [])))
}
