import type { Recorded } from '../../events/catalogue.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { type SubmissionState, submissionStates } from '../../shared/submissions/states.ts'
import { type Key, key } from '../aws/keys.ts'
import { table, type Write, writes } from '../aws/table.ts'

type Counted = Key & { state: SubmissionState; seq: number }
type CountRow = Key & { unit: UnitRef; category: string } & Partial<Record<`n-${SubmissionState}`, number>>
export type Count = { unit: UnitRef; category: string; states: Partial<Record<SubmissionState, number>> }

const counter = (state: SubmissionState) => `n-${state}`
/** Whose line a submission stands in: the last unit that recommends it, or its own where nobody does. */
const lineOf = ({ way, unit }: Submission): UnitRef => way.at(-1)?.unit ?? unit

/**
 * Keeps how many submissions are in which state, by recommending unit and category. It follows the submission as it is, not the fact: a fact that
 * comes twice, late, or out of order changes nothing that a later one has counted.
 */
export async function countSubmission(fact: Recorded): Promise<void> {
  if (!('submission' in fact) || !fact.submission) return
  for (let attempt = 0; attempt < 5; attempt++) {
    const submission = await table.get<Submission>(key.submission(fact.submission))
    if (!submission) return
    const before = await table.get<Counted>(key.counted(submission.batch, submission.id))
    if (before && (before.seq >= submission.seq || before.state === submission.state)) return
    const saved = await table.write(...(await countWrites(submission, before)))
    if (saved.ok) return
  }
  throw new Error(`submission ${fact.submission} keeps changing`)
}

async function countWrites(submission: Submission, before: Counted | undefined): Promise<Write[]> {
  const { batch, category, state, seq } = submission
  const unit = lineOf(submission)
  const line = key.count(batch, category, unit.id)
  const wanted = key.counted(batch, submission.id)
  const meanwhile = refuse('changed-meanwhile')
  if (!before) {
    await table.write(writes.putNew({ ...line, unit, category }, 'done'))
    return [writes.putNew({ ...wanted, state, seq }, meanwhile), writes.add(line, { [counter(state)]: 1 }, meanwhile)]
  }
  const unchanged = { expression: '#seq = :before', names: { '#seq': 'seq' }, values: { ':before': before.seq } }
  return [
    writes.update(wanted, { state, seq }, unchanged, meanwhile),
    writes.add(line, { [counter(before.state)]: -1, [counter(state)]: 1 }, meanwhile),
  ]
}

/** The counts of a batch: a line for each recommending unit and category that has any. */
export async function countsOf(batch: string): Promise<Count[]> {
  const rows = await table.all<CountRow>({ pk: key.count(batch, '', '').pk })
  const states = Object.keys(submissionStates) as SubmissionState[]
  return rows.map((row) => ({
    unit: row.unit,
    category: row.category,
    states: Object.fromEntries(states.flatMap((state) => (row[`n-${state}`] && state !== 'discarded' ? [[state, row[`n-${state}`]]] : []))),
  }))
}
