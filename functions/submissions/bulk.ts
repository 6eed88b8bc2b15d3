import type { Outcome, Refusal } from '../../shared/outcome.ts'
import type { Submission, SubmissionSummary } from '../../shared/submissions/schema.ts'
import { unfold } from '../../shared/submissions/summary.ts'
import { sentences } from '../api/answer.ts'

/** What became, or would become, of one row of a bulk action; `summary`: as it stands after it, which lists show a moment later. */
export type RowResult =
  | { id: string; ok: true; summary?: SubmissionSummary }
  | { id: string; ok: false; code: Refusal['code']; zh: string; en: string }
export type BulkResult = { rows: RowResult[]; done: number; refused: number; dryRun: boolean }

/** How many rows are worked on at once: rows of one unit contend for the same quota row. */
const inParallel = 4

/** Does the same to each row, and says for each what came of it: the submission afterwards, null where it was only looked at. Every row is a change of its own: one that is refused keeps no other from being done. */
export async function eachRow(
  ids: readonly string[],
  dryRun: boolean,
  act: (id: string) => Promise<Outcome<Submission | null>> | Outcome<Submission | null>,
  atOnce = inParallel,
): Promise<BulkResult> {
  const distinct = [...new Set(ids)]
  const rows: RowResult[] = []
  for (let i = 0; i < distinct.length; i += atOnce)
    rows.push(
      ...(await Promise.all(
        distinct.slice(i, i + atOnce).map(async (id): Promise<RowResult> => {
          const outcome = await act(id)
          if (!outcome.ok) return { id, ok: false, code: outcome.code, ...sentences(outcome) }
          const { value: after } = outcome
          return { id, ok: true, ...(after && { summary: unfold(after.summary, after.batch) }) }
        }),
      )),
    )
  const done = rows.filter(({ ok }) => ok).length
  return { rows, done, refused: rows.length - done, dryRun }
}
