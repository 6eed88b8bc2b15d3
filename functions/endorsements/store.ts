import type { FactOf } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { said } from '../../shared/batches/timing.ts'
import {
  decline,
  type Endorsing,
  giveBack,
  levelOf,
  moveCorrection,
  recommend,
  remind,
  takeUp,
  undo,
} from '../../shared/endorsements/rules.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Comments } from '../../shared/submissions/comments-in.ts'
import { stateOf } from '../../shared/submissions/rules.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import type { Write } from '../aws/writes.ts'
import { formFor, templateFor } from '../submissions/form.ts'
import { versionOf } from '../submissions/frozen.ts'
import { writable } from '../submissions/handing-in.ts'
import { submissionMove } from '../submissions/move.ts'
import { type Counter, counterOf, freePlace, takePlace } from './places.ts'

/** What a unit says of a submission. */
export type Said =
  | { action: 'recommend'; opinion: string; order?: number | undefined }
  | { action: 'return'; comments: Comments; until: string }
  | { action: 'correction'; until: string }
  | { action: 'take-up'; reason: string }
  | { action: 'decline'; reason: string }
  | { action: 'undo'; reason: string }
  | { action: 'remind' }
type EndorsementFact = FactOf<
  | 'submission.recommended'
  | 'submission.returned'
  | 'submission.correction-moved'
  | 'submission.return-undone'
  | 'submission.declined'
  | 'submission.recommendation-undone'
>

export type About = { batch: Batch; submission: Submission; unit: string }
export type Loaded = Endorsing & { counter: Counter }

/** The facts of one endorsement: the submission as the guard has read it, and the unit's places. */
export async function loadEndorsing({ batch, submission, unit }: About, at: string): Promise<Outcome<Loaded>> {
  const own = levelOf({ submission, unit })
  if (!own) return refuse('submission.not-with-you', stateOf(submission))
  const counter = await counterOf(batch.id, submission.category, own.level)
  const form = formFor(batch, submission.category)
  return accept({ batch, submission, form, unit, places: counter.places, duties: templateFor(batch).endorsement.duties, at, counter })
}

/** What would become true if a unit said this; nothing is written. */
export function decided(facts: Loaded, saying: Said): Outcome<EndorsementFact | FactOf<'submission.reminded'>> {
  switch (saying.action) {
    case 'recommend':
      return recommend(facts, { opinion: saying.opinion, ...(saying.order !== undefined && { order: saying.order }) })
    case 'return':
      return giveBack(facts, { comments: saying.comments, until: saying.until })
    case 'correction':
      return moveCorrection(facts, saying.until)
    case 'take-up':
      return takeUp(facts, saying.reason)
    case 'decline':
      return decline(facts, saying.reason)
    case 'undo':
      return undo(facts, saying.reason)
    case 'remind':
      return remind(facts)
  }
}

/**
 * Makes it true: the head moves, the event is recorded, and the unit's place is taken or given back in the same transaction. What a unit said of a submission is told by
 * these events alone; there is no second copy of an opinion that could differ.
 */
export async function endorse(about: About, saying: Said, doing: Doing): Promise<Outcome<Submission>> {
  const loaded = await loadEndorsing(about, doing.at)
  if (!loaded.ok) return loaded
  const outcome = decided(loaded.value, saying)
  if (!outcome.ok) return outcome
  if (outcome.value.type === 'submission.reminded') return reminded(about.submission, outcome.value, doing)
  const { move, moved } = await moveAfter(about.submission, outcome.value, doing.at)
  const saved = await table.commit(doing, [move], besides(loaded.value, outcome.value))
  if (saved.ok) return accept(moved)
  return saved.code === 'quota.full' ? fullOrConfirmed(loaded.value) : saved
}

/** What is taken up as it was handed in has the title and the completeness of that version again, whatever the draft has come to since. */
async function moveAfter(submission: Submission, fact: EndorsementFact, at: string): Promise<ReturnType<typeof submissionMove>> {
  const version = fact.type === 'submission.return-undone' ? await versionOf(submission, submission.version) : undefined
  if (!version) return submissionMove(submission, fact, at)
  const { title } = version.manifest
  const { sections } = submission.summary
  const { move, moved } = submissionMove({ ...submission, title }, fact, at, { sections, sectionsDone: sections })
  return { moved, move: { ...move, set: { ...move.set, title } } }
}

/** A reminder changes nothing of where a submission stands; it is written down so that nobody is reminded every hour, and stands in the lists until it is handed in. */
async function reminded(submission: Submission, fact: FactOf<'submission.reminded'>, doing: Doing): Promise<Outcome<Submission>> {
  // Only this part of the summary: whoever writes at this moment moves others of it without the head.
  const seq = submission.seq + 1
  const set = { remindedAt: doing.at, 'summary.remindedAt': doing.at, 'summary.seq': seq }
  const saved = await table.commit(doing, [{ key: key.submission(submission.id), head: submission, fact, set }])
  const summary = { ...submission.summary, remindedAt: doing.at, seq }
  return saved.ok ? accept({ ...submission, remindedAt: doing.at, seq, summary }) : saved
}

function besides({ submission, counter }: Loaded, fact: EndorsementFact): Write[] {
  if (fact.type === 'submission.recommended') return [takePlace(counter)]
  if (fact.type === 'submission.returned') return [writable(submission.id, true)]
  if (fact.type === 'submission.return-undone') return [writable(submission.id, false)]
  return fact.type === 'submission.recommendation-undone' && submission.state !== 'declined' ? [freePlace(counter)] : []
}

/** A place that could not be taken was the last one's, or the list was confirmed at this moment; the row says which. */
async function fullOrConfirmed({ counter }: Loaded): Promise<Outcome<Submission>> {
  const row = await table.get<{ limit: number; confirmedAt?: string }>(counter.key)
  return row?.confirmedAt ? refuse('list.confirmed', said(row.confirmedAt)) : refuse('quota.full', { limit: row?.limit ?? 0 })
}

/** Submissions of a batch that pass through a unit, as they stand now. */
export async function passing(batch: string, unit: string, ids: readonly string[]): Promise<Map<string, Submission>> {
  const rows = (await table.getMany(ids.map(key.submission))) as unknown as (Submission | undefined)[]
  const own = (row: Submission | undefined) =>
    row && row.batch === batch && row.state !== 'discarded' && row.way.some((level) => level.unit.id === unit)
  return new Map(rows.flatMap((row) => (row && own(row) ? [[row.id, row] as const] : [])))
}
