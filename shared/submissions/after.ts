import type { FactOf } from '../../events/catalogue.ts'
import type { Submission } from './schema.ts'
import type { SubmissionFact, SubmissionState } from './states.ts'

/** What of the head a fact changes. `undefined` takes the attribute away. */
export type Changes = {
  state: SubmissionState
  level?: number | null
  version?: number
  receipt?: string
  submittedAt?: string
  correctUntil?: string | undefined
  backTo?: number | undefined
  order?: number | undefined
}
type Standing = Pick<Submission, 'way' | 'level' | 'backTo' | 'correctUntil'>

/**
 * Where a submission stands after a fact. A level that recommends passes it on to the next; the last one to the host. What was returned goes back, once
 * corrected, to the unit that returned it: the levels below have recommended it already, and their dates are over.
 */
export function standingAfter(submission: Standing, fact: FactOf<SubmissionFact>, at: string): Changes {
  switch (fact.type) {
    case 'submission.submitted': {
      const level = submission.backTo ?? 0
      const withHost = level >= submission.way.length
      return { state: withHost ? 'recommended' : 'submitted', level, version: fact.version, receipt: fact.receipt, submittedAt: at }
    }
    case 'submission.recalled':
      return { state: 'draft', level: null }
    case 'submission.discarded':
      return { state: 'discarded', level: null }
    case 'submission.returned':
      return { state: 'returned', level: null, correctUntil: fact.until, backTo: levelOf(submission, fact.level) }
    case 'submission.correction-moved':
      return { state: 'returned', correctUntil: fact.until }
    case 'submission.return-undone':
      return { state: 'submitted', level: levelOf(submission, fact.level), correctUntil: undefined }
    case 'submission.recommended':
      return {
        state: fact.last ? 'recommended' : 'submitted',
        level: levelOf(submission, fact.level) + 1,
        correctUntil: undefined,
        backTo: undefined,
        order: fact.last ? fact.order : undefined,
      }
    case 'submission.recommendation-undone':
      return { state: 'submitted', level: levelOf(submission, fact.level), order: undefined }
    case 'submission.declined':
      return { state: 'declined', level: levelOf(submission, fact.level) }
    case 'submission.qualified':
      return { state: 'qualified' }
    case 'submission.disqualified':
      return { state: 'disqualified' }
    case 'submission.decided':
      return { state: fact.awarded ? 'awarded' : 'unsuccessful' }
  }
}

const levelOf = ({ way }: Standing, level: string) => way.findIndex((each) => each.level === level)

/** The unit that holds a submission: one of its way, `host`, or null while the applicant writes. */
export function holderOf({ way, level }: Pick<Submission, 'way' | 'level'>): string | null {
  if (level === null) return null
  return way[level]?.unit.id ?? 'host'
}

/** How many levels have recommended it: what lies below the level that holds it, or that it will go back to. */
export const levelsPassed = ({ level, backTo }: Pick<Submission, 'level' | 'backTo'>): number => level ?? backTo ?? 0
