import type { Outcome, Refusal } from '../../shared/outcome.ts'
import { sentences } from '../api/answer.ts'

/** What became, or would become, of one row of a bulk action. */
export type RowResult = { id: string; ok: true } | { id: string; ok: false; code: Refusal['code']; zh: string; en: string }
export type BulkResult = { rows: RowResult[]; done: number; refused: number; dryRun: boolean }

/** How many rows are worked on at once: rows of one unit contend for the same quota row. */
const inParallel = 4

/** Does the same to each row, and says for each what came of it. Every row is a change of its own: one that is refused keeps no other from being done. */
export async function eachRow(
  ids: readonly string[],
  dryRun: boolean,
  act: (id: string) => Promise<Outcome<unknown>> | Outcome<unknown>,
  atOnce = inParallel,
): Promise<BulkResult> {
  const distinct = [...new Set(ids)]
  const rows: RowResult[] = []
  for (let i = 0; i < distinct.length; i += atOnce)
    rows.push(
      ...(await Promise.all(
        distinct.slice(i, i + atOnce).map(async (id): Promise<RowResult> => {
          const outcome = await act(id)
          return outcome.ok ? { id, ok: true } : { id, ok: false, code: outcome.code, ...sentences(outcome) }
        }),
      )),
    )
  const done = rows.filter(({ ok }) => ok).length
  return { rows, done, refused: rows.length - done, dryRun }
}
