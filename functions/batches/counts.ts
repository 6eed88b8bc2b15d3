import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation, UnitRef } from '../../shared/organisations/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { listedStates, type SubmissionState } from '../../shared/submissions/states.ts'
import { type Key, key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { followSubmission } from '../submissions/following.ts'
import { pulseWrite } from './pulse.ts'
import { refOf, tree } from './tree.ts'

type Counters = Partial<Record<`n-${SubmissionState}`, number>>
/** How a submission was counted last; `top`: the unit right below the host that it belongs to. */
type Counted = Key & { state: SubmissionState; seq: number; top?: string }
type CountRow = Key & { unit: UnitRef; category: string } & Counters
export type States = Partial<Record<SubmissionState, number>>
export type Count = { unit: UnitRef; category: string; states: States }
/**
 * A unit with the submissions of itself and of all below it. `province` is the code of the province it is or lies in; `remindedAt`: when one of those who write there
 * was last reminded.
 */
export type Tally = { unit: UnitRef; code?: string; province?: string; states: States; remindedAt?: string }
type TallyRow = Key & Omit<Tally, 'states'> & Counters

const counter = (state: SubmissionState) => `n-${state}`
/** Whose line a submission stands in: the last unit that recommends it, or its own where nobody does. */
const lineOf = ({ way, unit }: Submission): UnitRef => way.at(-1)?.unit ?? unit
const meanwhile = refuse('changed-meanwhile')

/** Keeps how many submissions are in which state: by recommending unit and category, by unit of the tree, and by the minute in which they come. */
export const countSubmission = (fact: Recorded): Promise<void> =>
  followSubmission<Counted>(fact, key.counted, async (submission, before) => {
    if (before?.state === submission.state) return null
    const top = before?.top ?? (await topOf(submission))
    if (before?.top === undefined) await openLines(submission, top)
    return countWrites(submission, before, top)
  })

/** That somebody was reminded to hand in stands with the units under which the host sees what is still being written; what comes late or twice changes nothing. */
export async function noteReminder({ submission: id, at }: Recorded<FactOf<'submission.reminded'>>): Promise<void> {
  const submission = await table.get<Submission>(key.submission(id))
  if (!submission) return
  const { batch, institution } = submission
  const counted = await table.get<Counted>(key.counted(batch, id))
  const top = counted?.top ?? (await topOf(submission))
  const later = { expression: 'attribute_exists(pk) AND (attribute_not_exists(remindedAt) OR remindedAt < :at)', values: { ':at': at } }
  for (const line of [key.tally(batch, top), key.tallyBelow(batch, top, institution.id)])
    await table.write(writes.update(line, { remindedAt: at }, later, 'done'))
}

/** The unit right below the host that a submission belongs to; its own institution where it lies outside. */
async function topOf({ batch: id, path, unit, institution }: Submission): Promise<string> {
  const batch = await table.get<Batch>(key.batch(id))
  const line = [...path, unit.id]
  return (batch && line[line.indexOf(batch.host.id) + 1]) ?? institution.id
}

/** The lines a submission is counted in are there, with what they are called. */
async function openLines(submission: Submission, top: string): Promise<void> {
  const { batch, category, institution } = submission
  const unit = lineOf(submission)
  const rows = await table.getMany([key.tally(batch, top), key.tallyBelow(batch, top, institution.id), key.count(batch, category, unit.id)])
  const [topRow, belowRow, countRow] = rows
  if (!countRow) await table.write(writes.putNew({ ...key.count(batch, category, unit.id), unit, category }, 'done'))
  if (topRow && belowRow) return
  const [topUnit, belowUnit] = await tree.units([top, institution.id])
  // A unit that is no longer there is called what the submission calls it: its line is counted all the same.
  const called = (found: Organisation | undefined) => (found ? tallied(found) : { unit: institution })
  if (!topRow) await table.write(writes.putNew({ ...key.tally(batch, top), ...called(topUnit) }, 'done'))
  if (!belowRow) await table.write(writes.putNew({ ...key.tallyBelow(batch, top, institution.id), ...called(belowUnit) }, 'done'))
}
const tallied = (unit: Organisation) => {
  const province = unit.kind === 'province' ? unit.code : unit.province
  return { unit: refOf(unit), ...(unit.code !== undefined && { code: unit.code }), ...(province !== undefined && { province }) }
}

function countWrites(submission: Submission, before: Counted | undefined, top: string): Write[] {
  const { batch, category, state, seq, institution } = submission
  const wanted = key.counted(batch, submission.id)
  const by = { ...(before && { [counter(before.state)]: -1 }), [counter(state)]: 1 }
  const lines = [key.count(batch, category, lineOf(submission).id), key.tally(batch, top), key.tallyBelow(batch, top, institution.id)]
  const unchanged = before && { expression: '#seq = :before', names: { '#seq': 'seq' }, values: { ':before': before.seq } }
  return [
    unchanged ? writes.update(wanted, { state, seq, top }, unchanged, meanwhile) : writes.putNew({ ...wanted, state, seq, top }, meanwhile),
    ...lines.map((line) => writes.add(line, by, meanwhile)),
    ...pulseWrite(submission, before?.state),
  ]
}

/** Counters as they are shown: without those at none, and without what was discarded. */
const statesOf = (row: Counters): States =>
  Object.fromEntries(listedStates.flatMap((state) => (row[`n-${state}`] ? [[state, row[`n-${state}`]]] : [])))

/** The counts of a batch: a line for each recommending unit and category that has any. */
export async function countsOf(batch: string): Promise<Count[]> {
  const rows = await table.all<CountRow>({ pk: key.count(batch, '', '').pk })
  return rows.map(shown)
}
const shown = (row: CountRow): Count => ({ unit: row.unit, category: row.category, states: statesOf(row) })

/** The counts of one recommending unit in these categories. */
export async function countsOfUnit(batch: string, unit: string, categories: readonly string[]): Promise<Count[]> {
  const rows = (await table.getMany(categories.map((category) => key.count(batch, category, unit)))) as unknown as (CountRow | undefined)[]
  return rows.flatMap((row) => (row ? [shown(row)] : []))
}

/** The units right below the host that have any, or the institutions of one of them. */
export async function talliesOf(batch: string, top?: string): Promise<Tally[]> {
  const pk = top === undefined ? key.tally(batch, '').pk : key.tallyBelow(batch, top, '').pk
  const rows = await table.all<TallyRow>({ pk })
  return rows.map((row) => ({
    unit: row.unit,
    ...(row.code !== undefined && { code: row.code }),
    ...(row.province !== undefined && { province: row.province }),
    ...(row.remindedAt !== undefined && { remindedAt: row.remindedAt }),
    states: statesOf(row),
  }))
}
