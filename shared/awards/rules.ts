import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Grade, Obligation as ObligationRule, Template } from '../templates/schema.ts'
import type { Award, NextDue, Obligation } from './schema.ts'

/** A date some months later; the 31st becomes the month's last day. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** What an award of this category owes by the template, counted from the day it was granted. */
export function obligationsOf(rules: readonly ObligationRule[], award: Pick<Award, 'id' | 'category'>, granted: string): Obligation[] {
  return rules
    .filter(({ categories }) => categories.length === 0 || categories.includes(award.category))
    .map(({ key, kind, title, dueAfterMonths, template, posts }) => ({
      award: award.id,
      obligation: key,
      kind,
      title,
      due: monthsLater(granted, dueAfterMonths),
      state: 'open',
      ...(template && { template }),
      ...(posts && { posts }),
    }))
}

/** The day by which everything owed is due: the end of the construction period. */
export const endOf = (obligations: readonly Obligation[], granted: string): string =>
  obligations.map(({ due }) => due).reduce((last, due) => (due > last ? due : last), granted)

/** The days on which an obligation is recalled by mail, of those that are not past. */
export function remindersOf(obligation: Obligation, rules: readonly ObligationRule[], today = ''): string[] {
  const days = rules.find(({ key }) => key === obligation.obligation)?.remindDaysBefore ?? []
  return days
    .map((before) => new Date(Date.parse(obligation.due) - before * 86_400_000).toISOString().slice(0, 10))
    .filter((day) => day > today)
}

/** What is owed next: of what is open, what falls due first. */
export function nextDue(obligations: readonly Obligation[]): NextDue | undefined {
  const [first] = obligations.filter(({ state }) => state === 'open').toSorted((a, b) => (a.due < b.due ? -1 : 1))
  return first && { obligation: first.obligation, title: first.title, due: first.due }
}

/**
 * What an award owes after it was extended: the check that extended it is owed again by the new end, and so is whatever else was open until the old one.
 * (延期后的建设任务)
 */
export function extendedObligations(
  obligations: readonly Obligation[],
  check: string,
  ends: { before: string; after: string },
): Obligation[] {
  return obligations
    .filter(({ template, state, due }) => template === check || (state === 'open' && due >= ends.before))
    .map(({ metAt: _, submission: __, ...obligation }) => ({ ...obligation, state: 'open', due: ends.after }))
}

/** An award is revoked once, whatever else has become of it; what was revoked stays so. */
export function revoke(award: Pick<Award, 'state'>): Outcome<null> {
  return award.state === 'revoked' ? refuse('award.not-open') : accept(null)
}

/**
 * The number on a certificate: batch, category and place in the list, e.g. `DJSC4-2-0007`.
 * It is public and says nothing that the list does not.
 */
export function certificateNumber(template: Pick<Template, 'key' | 'categories'>, year: string, category: string, place: number): string {
  const index = template.categories.findIndex(({ key }) => key === category) + 1
  return `${template.key
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
    .slice(0, 12)}-${year}-${String(index).padStart(2, '0')}-${String(place).padStart(4, '0')}`
}

/** Whether an outcome is certified: a selection certifies what it awards, a check what it accepts. */
export const isCertified = (grades: Template['grades'], outcome: string): boolean =>
  grades ? grades.some((grade) => grade.key === outcome && grade.outcome === 'close') : outcome === 'award'

/** The awardee posts on the work page while the award is open or extended. */
export function post(award: Pick<Award, 'state'>): Outcome<null> {
  return award.state === 'open' || award.state === 'extended' ? accept(null) : refuse('award.ended')
}

/** What a check's grade does to the award: closes it, extends it, lets it go on, or ends it without success. (验收结论) */
export function consequence(
  award: Pick<Award, 'state' | 'ends'>,
  given: Pick<Grade, 'outcome' | 'extendMonths'>,
): { state: Award['state']; ends: string; over: boolean } {
  if (given.outcome === 'extend') return { state: 'extended', ends: monthsLater(award.ends, given.extendMonths ?? 6), over: false }
  if (given.outcome === 'close') return { state: 'closed', ends: award.ends, over: true }
  if (given.outcome === 'fail') return { state: 'failed', ends: award.ends, over: true }
  return { state: award.state, ends: award.ends, over: false }
}
