import type { FactOf } from '../../events/catalogue.ts'
import type { Batch } from '../batches/schema.ts'
import { applyingOpen, said as spoken, stageOpen } from '../batches/timing.ts'
import { countCharacters } from '../forms/count.ts'
import type { Form } from '../forms/schema.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { placeUnknown } from '../submissions/comments.ts'
import type { Comments } from '../submissions/comments-in.ts'
import { about, stateOf, untilWithin } from '../submissions/rules.ts'
import type { Level, Submission } from '../submissions/schema.ts'
import { mayLeave, type SubmissionFact } from '../submissions/states.ts'
import type { Endorsement } from '../templates/schema.ts'

/** A unit's places in a category. Without `limit` there is no quota; `confirmedAt` says that its list is final. */
export type Places = { limit?: number; used?: number; changes?: number; confirmedAt?: string }

export type Endorsing = {
  batch: Batch
  submission: Submission
  form: Pick<Form, 'sections'>
  /** The unit that acts. */
  unit: string
  places: Places
  duties: Endorsement['duties']
  at: string
}
type Own = { level: Level; index: number }

/** The level at which a unit stands in the way of a submission: the one that holds it, if it is the unit's, else the unit's last one that has acted. */
export function levelOf({ submission: { way, level }, unit }: Pick<Endorsing, 'submission' | 'unit'>): Own | undefined {
  const own = way.map((each, index) => ({ level: each, index })).filter((each) => each.level.unit.id === unit)
  return own.find(({ index }) => index === level) ?? own.findLast(({ index }) => level !== null && index < level) ?? own[0]
}

/** A unit acts on a submission that lies with it, within its level's dates, while its list is not final. */
function acting(fact: SubmissionFact, facts: Endorsing, where: (own: Own) => boolean): Outcome<Own & { closes: string | null }> {
  const { submission, batch, places, at } = facts
  const own = levelOf(facts)
  if (!own || !mayLeave(fact, submission.state) || !where(own)) return refuse('submission.not-with-you', stateOf(submission))
  const open = stageOpen(batch, 'endorse', own.level.level, at)
  if (!open.ok) return open
  if (places.confirmedAt !== undefined) return refuse('list.confirmed', spoken(places.confirmedAt))
  return accept({ ...own, closes: open.value.closes })
}

/** A unit recommends a submission that lies with it, within its dates, with an opinion, and while it has a place left. (教思政厅函〔2023〕17号, 三) */
export function recommend(facts: Endorsing, said: { opinion: string; order?: number }): Outcome<FactOf<'submission.recommended'>> {
  const { submission, places, duties } = facts
  const may = acting('submission.recommended', facts, ({ index }) => index === submission.level)
  if (!may.ok) return may
  const { level, index } = may.value
  const max = duties[level.level]?.opinionMax ?? opinionMax
  const count = countCharacters(said.opinion)
  if (count > max) return refuse('opinion.too-long', { max, count })
  if (level.takesPlace && places.limit !== undefined && (places.used ?? 0) >= places.limit)
    return refuse('quota.full', { limit: places.limit })
  return accept({
    type: 'submission.recommended',
    ...at(submission, level),
    order: said.order ?? (places.used ?? 0) + 1,
    opinion: said.opinion,
    last: index === submission.way.length - 1,
  })
}
/** Characters of an opinion where the template does not say. */
const opinionMax = 300

/** A unit returns a submission that lies with it, with comments on the whole, on sections and on fields, to be corrected by a date within its own dates. */
export function giveBack(facts: Endorsing, said: { comments: Comments; until: string }): Outcome<FactOf<'submission.returned'>> {
  const may = acting('submission.returned', facts, ({ index }) => index === facts.submission.level)
  if (!may.ok) return may
  const wrongUntil = untilWithin(said.until, facts.at, may.value.closes)
  if (wrongUntil) return wrongUntil
  const unknown = placeUnknown(said.comments, facts.form)
  if (unknown !== undefined) return refuse('comment.no-such-place', { place: unknown })
  return accept({
    type: 'submission.returned',
    ...at(facts.submission, may.value.level),
    comments: { ...said.comments },
    until: said.until,
  })
}

/** The unit that has returned a submission sets the date of its correction anew, also when the first has passed, within its own dates. */
export function moveCorrection(facts: Endorsing, until: string): Outcome<FactOf<'submission.correction-moved'>> {
  const may = acting('submission.correction-moved', facts, ({ index }) => index === facts.submission.backTo)
  if (!may.ok) return may
  const wrongUntil = untilWithin(until, facts.at, may.value.closes)
  return wrongUntil ?? accept({ type: 'submission.correction-moved', ...at(facts.submission, may.value.level), until })
}

/** The unit that has returned a submission takes it up again as it was handed in, once it can no longer be corrected, and says why. */
export function takeUp(facts: Endorsing, reason: string): Outcome<FactOf<'submission.return-undone'>> {
  const { submission, batch } = facts
  const may = acting('submission.return-undone', facts, ({ index }) => index === submission.backTo)
  if (!may.ok) return may
  if (applyingOpen(batch, submission.correctUntil, facts.at).ok) return refuse('correction.running', spoken(writableUntil(facts)))
  return accept({ type: 'submission.return-undone', ...at(submission, may.value.level), reason })
}

/** Until when a returned submission can be written: by the date of its return, or while collecting is open, whichever is later. */
const writableUntil = ({ batch, submission, at }: Endorsing): string =>
  [submission.correctUntil, batch.stages.find(({ kind }) => kind === 'collect')?.closes]
    .filter((date) => typeof date === 'string')
    .toSorted()
    .at(-1) ?? at

/** A unit declines a submission that lies with it, with a reason. */
export function decline(facts: Endorsing, reason: string): Outcome<FactOf<'submission.declined'>> {
  const may = acting('submission.declined', facts, ({ index }) => index === facts.submission.level)
  return may.ok ? accept({ type: 'submission.declined', ...at(facts.submission, may.value.level), reason }) : may
}

/** A unit takes back its recommendation while the next has not acted on it, or its decline, within its dates and with a reason. */
export function undo(facts: Endorsing, reason: string): Outcome<FactOf<'submission.recommendation-undone'>> {
  const { submission } = facts
  const may = acting('submission.recommendation-undone', facts, ({ index }) =>
    submission.state === 'declined' ? index === submission.level : index + 1 === submission.level && submission.backTo === undefined,
  )
  return may.ok ? accept({ type: 'submission.recommendation-undone', ...at(submission, may.value.level), reason }) : may
}

/** Hours until an applicant may be reminded of the same submission again. */
const remindAgainHours = 24

/** A unit reminds the applicant of what is not handed in, while it still can be, and at most once a day. */
export function remind(facts: Pick<Endorsing, 'batch' | 'submission' | 'unit' | 'at'>): Outcome<FactOf<'submission.reminded'>> {
  const { batch, submission, at: now } = facts
  const own = levelOf(facts)
  if (!own || (submission.state !== 'draft' && submission.state !== 'returned'))
    return refuse('submission.not-being-written', stateOf(submission))
  const open = applyingOpen(batch, submission.correctUntil, now)
  if (!open.ok) return open
  const { remindedAt } = submission
  if (remindedAt !== undefined && Date.parse(now) - Date.parse(remindedAt) < remindAgainHours * 3_600_000)
    return refuse('submission.reminded-lately', spoken(remindedAt))
  const collect = batch.stages.find(({ kind }) => kind === 'collect')
  const until = submission.correctUntil ?? collect?.closes ?? null
  return accept({ type: 'submission.reminded', ...at(submission, own.level), until })
}

const at = (submission: Submission, level: Level) => ({ ...about(submission), unit: level.unit.id, level: level.level })
