import type { FactOf, FactType, Recorded } from '../../events/catalogue.ts'
import { certify, certifyAcceptance, listAgain, meetPosts, publishAwards, showAttachments, showAward } from '../awards/reactions.ts'
import { tellChecked, tellDue, tellGranted } from '../awards/telling.ts'
import { countSubmission, noteReminder } from '../batches/counts.ts'
import { endCancelled, followChange, passDecision, tellAll, tellClosingSoon, tellMoved, tellOpened } from '../batches/reactions.ts'
import { leaveDeliberation, mailApprover, tellApprovers, tellWithdrawn } from '../decisions/reactions.ts'
import { numberSubmissions } from '../endorsements/reactions.ts'
import { countStandings } from '../endorsements/standings.ts'
import { amendNotice, answerObjection, receiveObjection, showNotice, stopNotices } from '../notices/reactions.ts'
import { endSessionsOfUnit, followMove } from '../organisations/reactions.ts'
import { endSessions, mailInvitation, mailUnusual } from '../people/reactions.ts'
import { showCall, showHome } from '../portal/reactions.ts'
import {
  mailAssigned,
  mailExpert,
  mailReopened,
  remindOfClosing,
  tellDeclined,
  tellExperts,
  tellExpertsCancelled,
  tellExpertsEnded,
  tellExpertsMoved,
} from '../reviews/reactions.ts'
import { showToHost } from '../submissions/listed.ts'
import {
  carryCorrections,
  mailCorrection,
  mailDecline,
  mailReceipt,
  mailRecommendation,
  mailReminder,
  mailReturn,
  mailTakenUp,
  makeDocument,
} from '../submissions/reactions.ts'

export type Reaction<T extends FactType = FactType> = (fact: Recorded<FactOf<T>>) => Promise<void>

/**
 * What follows from each fact. A reaction may run twice and in any order between things: it is idempotent by the fact's request,
 * and slow work (mail, documents, pages) is sent to the queue. A fact without a line has no consequence.
 */
export const reactions: { [T in FactType]?: readonly Reaction<T>[] } = {
  'organisation.registered': [showHome],
  'organisation.changed': [followMove],
  'organisation.closed': [endSessionsOfUnit],
  'person.invited': [mailInvitation],
  'person.roles-changed': [endSessions],
  'person.signed-in': [mailUnusual],
  'person.suspended': [endSessions],
  'person.left': [endSessions],
  'submission.submitted': [countSubmission, countStandings, showToHost, makeDocument, mailReceipt],
  'submission.recalled': [countSubmission, countStandings, showToHost],
  'submission.discarded': [countSubmission, countStandings, showToHost],
  'submission.returned': [countSubmission, countStandings, showToHost, mailReturn],
  'submission.correction-moved': [countSubmission, countStandings, showToHost, mailCorrection],
  'submission.return-undone': [countSubmission, countStandings, showToHost, mailTakenUp],
  'submission.recommended': [countSubmission, countStandings, showToHost, mailRecommendation],
  'submission.recommendation-undone': [countSubmission, countStandings, showToHost],
  'submission.declined': [countSubmission, countStandings, showToHost, mailDecline],
  'submission.reminded': [mailReminder, noteReminder],
  'submission.qualified': [countSubmission, countStandings, showToHost],
  'submission.disqualified': [countSubmission, countStandings, showToHost],
  'submission.decided': [countSubmission, countStandings, showToHost],
  'list.confirmed': [numberSubmissions],
  'batch.opened': [followChange, showCall],
  'batch.deadline-moved': [followChange, tellMoved, tellExpertsMoved, showCall],
  'batch.paused': [followChange, tellAll, tellExperts, tellApprovers, showCall],
  'batch.resumed': [followChange, carryCorrections, tellAll, tellExperts, tellApprovers, showCall],
  'batch.cancelled': [endCancelled, tellAll, tellExpertsCancelled, tellApprovers, showCall, stopNotices],
  'batch.completed': [showCall],
  'batch.settled': [publishAwards],
  'stage.opened': [tellOpened],
  'stage.closing-soon': [tellClosingSoon, remindOfClosing],
  'stage.left': [showCall],
  'stage.decided': [passDecision, tellExpertsEnded],
  'submission.started': [countSubmission, countStandings],
  'expert.invited': [mailExpert],
  'expert.reminded': [mailExpert],
  'expert.declined': [tellDeclined],
  'review.assigned': [mailAssigned],
  'review.reopened': [mailReopened],
  'sheet.sent-for-approval': [mailApprover],
  'sheet.withdrawn': [tellWithdrawn],
  'sheet.approved': [leaveDeliberation, amendNotice],
  'notice.published': [showNotice],
  'notice.amended': [showNotice],
  'notice.ended': [showNotice],
  'objection.raised': [receiveObjection],
  'objection.settled': [answerObjection],
  'award.granted': [certify, showAward, listAgain, tellGranted],
  'obligation.reminded': [tellDue],
  'obligation.met': [showAward, listAgain, tellChecked],
  'award.certified': [showAward],
  'award.extended': [showAward, listAgain, tellChecked],
  'award.closed': [certifyAcceptance, showAward, listAgain, tellChecked],
  'award.revoked': [showAttachments, showAward, listAgain],
  'work.posted': [showAttachments, showAward, meetPosts],
  'work.withdrawn': [showAttachments, showAward],
}

/** Runs what follows from one recorded fact, in the order of its line. */
export async function react(fact: Recorded): Promise<void> {
  for (const reaction of (reactions[fact.type] ?? []) as readonly Reaction[]) await reaction(fact as never)
}
