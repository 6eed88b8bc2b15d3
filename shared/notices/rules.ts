import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Notice, Objection } from './schema.ts'

/** A notice is published once the sheets of all categories are approved. */
export function publish(facts: { sheets: readonly ('open' | 'sent' | 'approved')[]; running: boolean }): Outcome<null> {
  if (facts.sheets.length === 0 || facts.sheets.some((state) => state !== 'approved'))
    return refuse('notice.not-decided', { open: facts.sheets.filter((state) => state !== 'approved').length })
  return facts.running ? refuse('notice.already') : accept(null)
}

/** An objection is taken while the notice runs; the instant of its end is too late. */
export function object(notice: Pick<Notice, 'state' | 'ends'>, at: string): Outcome<null> {
  return notice.state === 'published' && at < notice.ends ? accept(null) : refuse('notice.ended', { ends: notice.ends })
}

/** A notice is ended once the last of its days is over. */
export const overdue = (notice: Pick<Notice, 'state' | 'ends'>, at: string): boolean => notice.state === 'published' && at >= notice.ends

/** An objection is settled once, with its reason. */
export function settle(objection: Pick<Objection, 'state'>): Outcome<null> {
  return objection.state === 'open' ? accept(null) : refuse('objection.settled')
}

/** The list is published after the notice has run its working days and every objection is settled. */
export function publishList(
  facts: { notices: readonly Pick<Notice, 'ends'>[]; noticeNeeded: boolean; openObjections: number; sheets: readonly string[] },
  at: string,
): Outcome<null> {
  const undecided = facts.sheets.filter((state) => state !== 'approved').length
  if (undecided > 0 || facts.sheets.length === 0) return refuse('notice.not-decided', { open: undecided })
  if (facts.noticeNeeded && facts.notices.length === 0) return refuse('notice.missing')
  const last = facts.notices
    .map(({ ends }) => ends)
    .sort()
    .at(-1)
  if (last !== undefined && at < last) return refuse('notice.running', { ends: last })
  if (facts.openObjections > 0) return refuse('objection.open', { open: facts.openObjections })
  return accept(null)
}
