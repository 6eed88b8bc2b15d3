import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Actor, Role } from './actors.ts'

/**
 * How an actor stands to a thing.
 *   anyone      everybody, signed in or not
 *   member      a signed-in member, whatever the unit
 *   own         the actor's unit is the thing (a unit) or has entered it (a submission, an award)
 *   above       the actor's unit lies above that unit
 *   endorsing   the actor's unit is one of those that recommend this submission
 *   host        the actor's unit hosts the batch
 *   invited     the actor's unit lies below the host, and the batch is open
 *   assigned    an expert, of this batch
 *   approving   an approver, of this batch
 */
export type Relation = 'anyone' | 'member' | 'own' | 'above' | 'endorsing' | 'host' | 'invited' | 'assigned' | 'approving'
type Grant = { to: Relation; roles?: readonly Role[] }

const officers = ['administrator', 'operator', 'approver'] as const
const writers = ['administrator', 'operator'] as const
const deciders = ['administrator', 'approver'] as const

/** Who may do what: one line an action; an action without a line for a relation is refused to it. Without `roles`, any role will do. */
export const policy = {
  // sign-in and one's own affairs
  'session.open': [{ to: 'anyone' }],
  'self.manage': [{ to: 'member' }],

  // units and people
  'organisation.read': [{ to: 'own' }, { to: 'above' }],
  'organisation.create-below': [
    { to: 'own', roles: ['administrator'] },
    { to: 'above', roles: ['administrator'] },
  ],
  'organisation.change': [{ to: 'above', roles: ['administrator'] }],
  'organisation.audit': [
    { to: 'own', roles: ['administrator', 'audit'] },
    { to: 'above', roles: ['administrator', 'audit'] },
  ],
  'organisation.pick': [{ to: 'member' }],
  'register.import': [{ to: 'own', roles: ['administrator'] }],
  'members.read': [
    { to: 'own', roles: ['administrator'] },
    { to: 'above', roles: ['administrator'] },
  ],
  'members.manage': [
    { to: 'own', roles: ['administrator'] },
    { to: 'above', roles: ['administrator'] },
  ],

  // batches
  'template.read': [{ to: 'member' }],
  'batch.draft': [{ to: 'member', roles: ['administrator'] }],
  'batch.list': [{ to: 'member' }],
  'batch.read': [{ to: 'host', roles: officers }, { to: 'invited' }],
  'batch.configure': [{ to: 'host', roles: ['administrator'] }],
  'batch.run': [{ to: 'host', roles: ['administrator'] }],
  'batch.watch': [{ to: 'host', roles: officers }],

  // submissions
  'submission.start': [{ to: 'invited', roles: writers }],
  'submission.list-own': [{ to: 'member', roles: officers }],
  'submission.find': [{ to: 'member' }],
  'submission.read': [{ to: 'own' }, { to: 'endorsing', roles: officers }, { to: 'host', roles: officers }],
  'submission.edit': [{ to: 'own', roles: writers }],
  'submission.submit': [{ to: 'own', roles: officers }],

  // recommending
  'list.read': [
    { to: 'invited', roles: officers },
    { to: 'host', roles: officers },
  ],
  'list.reopen': [{ to: 'host', roles: deciders }],
  'list.manage': [{ to: 'invited', roles: officers }],
  'list.confirm': [{ to: 'invited', roles: deciders }],
  'submission.endorse': [{ to: 'endorsing', roles: officers }],

  // screening, reviewing, deciding
  'submission.screen': [{ to: 'host', roles: officers }],
  'experts.register': [{ to: 'own', roles: writers }],
  'experts.manage': [{ to: 'host', roles: writers }],
  'reviews.watch': [{ to: 'host', roles: officers }],
  'review.read': [{ to: 'assigned' }],
  'review.write': [{ to: 'assigned' }],
  'link.open': [{ to: 'anyone' }],
  'decisions.read': [{ to: 'host', roles: officers }, { to: 'approving' }],
  'decisions.make': [{ to: 'host', roles: writers }],
  'decisions.approve': [{ to: 'approving' }],

  // announcing and afterwards
  'notice.read': [{ to: 'host', roles: officers }, { to: 'invited' }],
  'notice.manage': [{ to: 'host', roles: writers }],
  'notice.object': [{ to: 'anyone' }],
  'award.read': [{ to: 'own' }, { to: 'above', roles: officers }, { to: 'host', roles: officers }],
  'award.list': [{ to: 'host', roles: officers }, { to: 'invited' }],
  'award.post': [{ to: 'own', roles: ['administrator', 'operator', 'editor'] }],
  'award.manage': [{ to: 'host', roles: writers }],
  'public.read': [{ to: 'anyone' }],

  // records
  'audit.read': [{ to: 'host', roles: ['administrator', 'audit'] }],
  'audit.read-own': [
    { to: 'own', roles: officers },
    { to: 'endorsing', roles: officers },
    { to: 'host', roles: ['administrator', 'operator', 'approver', 'audit'] },
  ],
} as const satisfies Record<string, readonly Grant[]>
export type Action = keyof typeof policy

/**
 * Whether an actor who stands in these relations may do this.
 * Who has no relation that could, is told the thing does not exist; who has one but not the role, is told so.
 */
export function permit(action: Action, actor: Actor, relations: readonly Relation[]): Outcome<null> {
  const grants: readonly Grant[] = policy[action]
  const reaching = grants.filter(({ to }) => to === 'anyone' || relations.includes(to))
  if (reaching.length === 0) return actor.kind === 'visitor' ? refuse('session.missing') : refuse('not-found')
  const held: readonly Role[] = actor.kind === 'member' ? actor.roles : []
  const granted = reaching.some(({ roles }) => roles === undefined || roles.some((role) => held.includes(role)))
  return granted ? accept(null) : refuse('role.not-allowed')
}
