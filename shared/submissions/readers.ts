import type { Actor, Member } from '../permissions/actors.ts'
import type { SectionRow, Submission } from './schema.ts'

/** The applicant reads what it is writing; everybody else reads what was handed in last. */
export const writes = (actor: Actor, { unit }: Pick<Submission, 'unit'>): boolean =>
  actor.kind === 'member' && actor.organisation.id === unit.id

/** Whose name stands beside what was saved or handed in. */
export const writerOf = (actor: Actor): SectionRow['by'] =>
  actor.kind === 'member' ? { person: actor.person, name: actor.name } : { person: '', name: '' }

/** The member who asks, on routes that only members reach. */
export function asMember(actor: Actor): Member {
  if (actor.kind !== 'member') throw new Error(`a ${actor.kind} on a route for members`)
  return actor
}
