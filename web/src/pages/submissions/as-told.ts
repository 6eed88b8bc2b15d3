import { createSignal } from 'solid-js'
import type { RowResult } from '../../../../functions/submissions/bulk.ts'
import type { SubmissionState } from '../../../../shared/submissions/states.ts'
import type { Row } from './submission-api.ts'

/** Submissions as the acts of this visit have left them. */
const [told, setTold] = createSignal<ReadonlyMap<string, Row>>(new Map())

/** Keeps what an act has answered: lists are written a moment after it. */
export const tell = (answered: readonly RowResult[]): void => {
  const rows = answered.flatMap((row) => (row.ok && row.summary ? [{ id: row.id, summary: row.summary }] : []))
  setTold((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)]))
}

/** Rows of a list as they stand: one that was read older than an act has answered it is drawn as answered, and gone if the list is of another state. */
export const asTold = (rows: readonly Row[], state: SubmissionState | undefined): readonly Row[] =>
  rows.flatMap((row) => {
    const known = told().get(row.id)
    if (!known || known.summary.seq <= row.summary.seq) return [row]
    return state === undefined || known.summary.state === state ? [known] : []
  })
