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

/** What follows from the ranking where nobody decides otherwise: above the line award, below it none; a tie at the line is left open. */
export function proposed(line: Cut): Map<string, SelectionOutcome | undefined> {
  return new Map([
    ...line.above.map((id) => [id, 'award'] as const),
    ...line.tie.map((id) => [id, undefined] as const),
    ...line.below.map((id) => [id, 'none'] as const),
  ])
}

/** What a sheet was opened again for after its approval: the submissions that an upheld objection is about. */
export type Reopened = { submissions: readonly string[] }

/**
 * A decision that departs from what the ranking or the grades propose needs its reason; one at a tie needs it too. In a sheet that was opened
 * again only what the objection is about is decided anew, and whoever stands in reserve may move up. (递补)
 */
export function decide(
  facts: {
    sheet: 'open' | 'sent' | 'approved'
    known: readonly string[]
    proposal: string | undefined
    reopened?: Reopened | undefined
    line?: { submission: string; outcome: string | undefined }
  },
  outcome: string,
  reason: string | undefined,
): Outcome<null> {
  if (facts.sheet !== 'open') return refuse('sheet.not-open')
  if (!facts.known.includes(outcome)) return invalid({ path: 'outcome', kind: 'not-a-choice' })
  if (facts.reopened && !(facts.line && opensAgain(facts.reopened, facts.line))) return refuse('sheet.only-reopened')
  if (outcome !== facts.proposal && !reason?.trim()) return refuse('sheet.reason-missing')
  return accept(null)
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
export function reopenSheet(facts: {
  sheet: 'open' | 'sent' | 'approved'
  /** The batch has left its notice: the list is being published or is public. */
  published: boolean
  objection: { state: 'open' | 'upheld' | 'dismissed'; submission?: string | undefined; reopenedAt?: string | undefined }
  inSheet: boolean
}): Outcome<null> {
  const { objection } = facts
  if (facts.published) return refuse('sheet.published')
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
  facts: { sheet: 'open' | 'sent' | 'approved'; places: number | undefined; graded: boolean; reopened: boolean },
  line: number,
  reason: string | undefined,
): Outcome<null> {
  if (facts.sheet !== 'open' || facts.reopened) return refuse('sheet.not-open')
  if (facts.graded || facts.places === undefined) return refuse('sheet.no-line')
  if (line > facts.places) return refuse('sheet.line-too-low', { places: facts.places })
  if (line < facts.places && !reason?.trim()) return refuse('sheet.line-reason')
  return accept(null)
}

/** A sheet goes to the approver when every submission has an outcome and no more are awarded than there are places. */
export function sendForApproval(facts: {
  sheet: 'open' | 'sent' | 'approved'
  outcomes: readonly (string | undefined)[]
  places: number | undefined
}): Outcome<null> {
  if (facts.sheet !== 'open') return refuse('sheet.not-open')
  if (facts.outcomes.length === 0) return refuse('sheet.empty')
  const open = facts.outcomes.filter((outcome) => outcome === undefined).length
  if (open > 0) return refuse('sheet.undecided', { open })
  const awarded = facts.outcomes.filter((outcome) => outcome === 'award').length
  if (facts.places !== undefined && awarded > facts.places) return refuse('sheet.too-many', { awarded, places: facts.places })
  return accept(null)
}

/** The approver approves exactly what was shown: the hash on the page is that of the sheet that was sent. */
export function approve(facts: { sheet: 'open' | 'sent' | 'approved'; sha256: string | undefined }, shown: string): Outcome<null> {
  if (facts.sheet !== 'sent') return refuse(facts.sheet === 'approved' ? 'sheet.already-approved' : 'sheet.not-sent')
  return facts.sha256 === shown ? accept(null) : refuse('sheet.changed')
}
