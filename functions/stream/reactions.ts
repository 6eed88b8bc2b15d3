import type { FactOf, FactType, Recorded } from '../../events/catalogue.ts'
import { certify, meetPosts, showAward } from '../awards/reactions.ts'
import { countSubmission } from '../batches/counts.ts'
import { endCancelled, followChange, passDecision, tellAll, tellClosingSoon, tellMoved, tellOpened } from '../batches/reactions.ts'
import { leaveDeliberation, mailApprover } from '../decisions/reactions.ts'
import { endSessionsOfUnit, followMove } from '../organisations/reactions.ts'
import { endSessions, mailInvitation } from '../people/reactions.ts'
import { mailExpert } from '../reviews/reactions.ts'
import { showToHost } from '../submissions/listed.ts'

export type Reaction<T extends FactType = FactType> = (fact: Recorded<FactOf<T>>) => Promise<void>

/**
 * What follows from each fact. A reaction may run twice and in any order between things: it is idempotent by the fact's request,
 * and slow work (mail, documents, pages) is sent to the queue. A fact without a line has no consequence.
 */
export const reactions: { [T in FactType]?: readonly Reaction<T>[] } = {
  'organisation.changed': [followMove],
  'organisation.closed': [endSessionsOfUnit],
  'person.invited': [mailInvitation],
  'person.roles-changed': [endSessions],
  'person.suspended': [endSessions],
  'person.left': [endSessions],
  'submission.submitted': [countSubmission, showToHost],
  'submission.recalled': [countSubmission, showToHost],
  'submission.discarded': [countSubmission, showToHost],
  'submission.returned': [countSubmission, showToHost],
  'submission.recommended': [countSubmission, showToHost],
  'submission.recommendation-undone': [countSubmission, showToHost],
  'submission.declined': [countSubmission, showToHost],
  'submission.qualified': [countSubmission, showToHost],
  'submission.disqualified': [countSubmission, showToHost],
  'submission.decided': [countSubmission, showToHost],
  'batch.opened': [followChange],
  'batch.deadline-moved': [followChange, tellMoved],
  'batch.paused': [followChange, tellAll],
  'batch.resumed': [followChange, tellAll],
  'batch.cancelled': [endCancelled, tellAll],
  'stage.opened': [tellOpened],
  'stage.closing-soon': [tellClosingSoon],
  'stage.decided': [passDecision],
  'submission.started': [countSubmission],
  'expert.invited': [mailExpert],
  'expert.reminded': [mailExpert],
  'sheet.sent-for-approval': [mailApprover],
  'sheet.approved': [leaveDeliberation],
  'award.granted': [certify],
  'award.certified': [showAward],
  'award.extended': [showAward],
  'award.closed': [showAward],
  'award.revoked': [showAward],
  'work.posted': [showAward, meetPosts],
  'work.withdrawn': [showAward],
}

/** Runs what follows from one recorded fact, in the order of its line. */
export async function react(fact: Recorded): Promise<void> {
  for (const reaction of (reactions[fact.type] ?? []) as readonly Reaction[]) await reaction(fact as never)
}
