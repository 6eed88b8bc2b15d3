import { stageRuns, type Timed } from '../batches/timing.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import { invalid } from '../request.ts'
import type { Text } from '../text.ts'
import type { Cut } from './ranking.ts'

/** What the leading group may decide of a submission: a selection awards or not; a check gives one of the template's grades. */
export type SelectionOutcome = 'award' | 'reserve' | 'none'
export const selectionOutcomes: readonly SelectionOutcome[] = ['award', 'reserve', 'none']
export const selectionTitles = {
  award: { zh: '入选', en: 'Award' },
  reserve: { zh: '备选', en: 'Reserve' },
  none: { zh: '不入选', en: 'No award' },
} as const satisfies Record<SelectionOutcome, Text>
export type Decision = { submission: string; outcome: string; reason?: string; by?: string; at?: string }

/**
 * What follows from the ranking where nobody decides otherwise: above the line award, below it none; a tie at the line is left open, and so is
 * what nobody has scored.
 */
export function proposed(line: Cut): Map<string, SelectionOutcome | undefined> {
  return new Map([
    ...line.above.map((id) => [id, 'award'] as const),
    ...line.below.map((id) => [id, 'none'] as const),
    ...[...line.tie, ...line.unscored].map((id) => [id, undefined] as const),
  ])
}

/** Where no experts review there is no ranking: the leading group chooses, and what it does not choose is not awarded. */
export const unreviewed = (ids: readonly string[]): Map<string, SelectionOutcome> => new Map(ids.map((id) => [id, 'none']))

type Decided = { outcome?: string | undefined; proposal?: string | undefined; reason?: string | undefined }

/** Whether an outcome departs from what the ranking or the grades propose, or from their silence; where no experts review there is nothing to depart from. */
export const departs = ({ outcome, proposal }: Decided, reviewed: boolean): boolean =>
  reviewed && outcome !== undefined && outcome !== proposal

/** The lines whose outcome departs and does not say why: what was decided as proposed may depart since the line was moved. */
export const unreasoned = <L extends Decided>(lines: readonly L[], reviewed: boolean): L[] =>
  lines.filter((line) => departs(line, reviewed) && !line.reason?.trim())

/** A sheet is worked on in the deliberation of a running batch; one that an upheld objection has opened again, while the batch is in its notice. */
export const decidingRuns = (batch: Timed, reopened: Reopened | undefined, at: string): Outcome<unknown> =>
  stageRuns(batch, reopened ? 'notice' : 'deliberate', at)

/** Of every rule about a sheet: how far it is, and whether it may be worked on now. */
type OfSheet = { sheet: 'open' | 'sent' | 'approved'; runs: Outcome<unknown> }

/** What a sheet was opened again for after its approval: the submissions that an upheld objection is about. */
export type Reopened = { submissions: readonly string[] }

/**
 * A decision that departs from what the ranking or the grades propose needs its reason; one at a tie needs it too. In a sheet that was opened
 * again only what the objection is about is decided anew, and whoever stands in reserve may move up. (递补)
 */
export function decide(
  facts: OfSheet & {
    known: readonly string[]
    proposal: string | undefined
    reviewed: boolean
    reopened?: Reopened | undefined
    line?: { submission: string; outcome: string | undefined }
  },
  outcome: string,
  reason: string | undefined,
): Outcome<null> {
  if (facts.sheet !== 'open') return refuse('sheet.not-open')
  if (!facts.runs.ok) return facts.runs
  if (!facts.known.includes(outcome)) return invalid({ path: 'outcome', kind: 'not-a-choice' })
  if (facts.reopened && !(facts.line && opensAgain(facts.reopened, facts.line))) return refuse('sheet.only-reopened')
  const lacks = unreasoned([{ outcome, proposal: facts.proposal, reason }], facts.reviewed).length > 0
  return lacks ? refuse('sheet.reason-missing') : accept(null)
}

/** Whether a line of a sheet that was opened again may be decided. */
export const opensAgain = (
  { submissions }: Reopened,
  line: { submission: string; outcome?: string | undefined; proposal?: string | undefined },
): boolean => submissions.includes(line.submission) || line.outcome === 'reserve'

/**
 * An approved sheet is opened again for a submission when an objection to it was upheld, once for each objection and only until the list is published.
 * The other lines stay as they were approved.
 */
export function reopenSheet(
  facts: OfSheet & {
    /** The batch has left its notice: the list is being published or is public. */
    published: boolean
    objection: { state: 'open' | 'upheld' | 'dismissed'; submission?: string | undefined; reopenedAt?: string | undefined }
    inSheet: boolean
  },
): Outcome<null> {
  const { objection } = facts
  if (facts.published) return refuse('sheet.published')
  if (!facts.runs.ok) return facts.runs
  if (objection.state !== 'upheld') return refuse('objection.not-upheld')
  if (!objection.submission || !facts.inSheet) return refuse('objection.about-nothing')
  if (objection.reopenedAt) return refuse('objection.already-used')
  return facts.sheet === 'sent' ? refuse('sheet.not-open') : accept(null)
}

/**
 * The leading group may draw the line above the last place, never below it: who then stands below is proposed no award. It says why when places stay
 * empty; a check that gives grades has no line.
 */
export function drawLine(
  facts: OfSheet & { places: number | undefined; graded: boolean; reopened: boolean },
  line: number,
  reason: string | undefined,
): Outcome<null> {
  if (facts.sheet !== 'open' || facts.reopened) return refuse('sheet.not-open')
  if (!facts.runs.ok) return facts.runs
  if (facts.graded || facts.places === undefined) return refuse('sheet.no-line')
  if (line > facts.places) return refuse('sheet.line-too-low', { places: facts.places })
  if (line < facts.places && !reason?.trim()) return refuse('sheet.line-reason')
  return accept(null)
}

/** So many are named where a reason is missing; the others are marked in the sheet. */
const named = 5

/**
 * A sheet goes to the approver when every submission has an outcome, every departure from the ranking as it is now has its reason, and no more are
 * awarded than there are places.
 */
export function sendForApproval(
  facts: OfSheet & { lines: readonly (Decided & { title: string })[]; reviewed: boolean; places: number | undefined },
): Outcome<null> {
  if (facts.sheet !== 'open') return refuse('sheet.not-open')
  if (!facts.runs.ok) return facts.runs
  if (facts.lines.length === 0) return refuse('sheet.empty')
  const open = facts.lines.filter(({ outcome }) => outcome === undefined).length
  if (open > 0) return refuse('sheet.undecided', { open })
  const lacking = unreasoned(facts.lines, facts.reviewed)
  if (lacking.length > 0) {
    const titles = lacking.slice(0, named).map(({ title }) => title)
    const more = lacking.length > named
    return refuse('sheet.reasons-missing', {
      open: lacking.length,
      zh: `“${titles.join('”“')}”${more ? '等' : ''}`,
      en: `“${titles.join('”, “')}”${more ? ' and others' : ''}`,
    })
  }
  const awarded = facts.lines.filter(({ outcome }) => outcome === 'award').length
  if (facts.places !== undefined && awarded > facts.places) return refuse('sheet.too-many', { awarded, places: facts.places })
  return accept(null)
}

/** A sheet comes back from the approver, by the approver's word or the host's, while it lies there and is not approved. */
export function takeBack({ sheet, runs }: OfSheet): Outcome<unknown> {
  if (sheet !== 'sent') return refuse(sheet === 'approved' ? 'sheet.already-approved' : 'sheet.not-sent')
  return runs
}

/** The approver approves exactly what was shown: the hash on the page is that of the sheet that was sent, and of its lines as they are kept. */
export function approve(facts: OfSheet & { sha256: string | undefined; kept: string }, shown: string): Outcome<unknown> {
  const sent = takeBack(facts)
  if (!sent.ok) return sent
  return facts.sha256 === shown && facts.kept === shown ? accept(null) : refuse('sheet.changed')
}
