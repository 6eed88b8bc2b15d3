import type { Award } from '../awards/schema.ts'
import type { Batch } from '../batches/schema.ts'
import type { Organisation } from '../organisations/schema.ts'
import type { Submission } from '../submissions/schema.ts'
import type { Actor } from './actors.ts'
import type { Relation } from './policy.ts'

/** How an actor stands to a unit: as its member, or as a member of a unit above it. */
export function relationsToOrganisation(actor: Actor, organisation: Pick<Organisation, 'id' | 'path'>): Relation[] {
  if (actor.kind !== 'member') return []
  const unit = actor.organisation.id
  return ['member', ...(unit === organisation.id ? ['own' as const] : []), ...(organisation.path.includes(unit) ? ['above' as const] : [])]
}

/** How an actor stands to a batch. Units below the host know of it once it is open; before that only the host does, and nobody once it is discarded. */
export function relationsToBatch(actor: Actor, batch: Pick<Batch, 'id' | 'host' | 'state'>): Relation[] {
  if (actor.kind === 'expert') return actor.batch === batch.id ? ['assigned'] : []
  if (actor.kind === 'approver') return actor.batch === batch.id ? ['approving'] : []
  if (actor.kind !== 'member' || batch.state === 'discarded') return []
  const hosts = actor.organisation.id === batch.host.id
  const invited = actor.organisation.path.includes(batch.host.id) && batch.state !== 'draft'
  return ['member', ...(hosts ? ['host' as const] : []), ...(invited ? ['invited' as const] : [])]
}

/** How an actor stands to a submission: entered it, recommends it, hosts its batch. The host sees nothing that was never submitted. */
export function relationsToSubmission(
  actor: Actor,
  submission: Pick<Submission, 'unit' | 'way' | 'version'>,
  batch: Pick<Batch, 'id' | 'host' | 'state'>,
): Relation[] {
  if (actor.kind !== 'member') return []
  const unit = actor.organisation.id
  return [
    'member',
    ...(unit === submission.unit.id ? ['own' as const] : []),
    ...(submission.way.some((level) => level.unit.id === unit) ? ['endorsing' as const] : []),
    ...(unit === batch.host.id && submission.version > 0 ? ['host' as const] : []),
  ]
}

/** How an actor stands to an award: holds it, lies above its holder, or hosted its batch. */
export function relationsToAward(actor: Actor, award: Pick<Award, 'unit' | 'institution' | 'path' | 'host'>): Relation[] {
  if (actor.kind !== 'member') return []
  const unit = actor.organisation.id
  return [
    'member',
    ...(unit === award.unit.id ? ['own' as const] : []),
    ...(award.path.includes(unit) ? ['above' as const] : []),
    ...(unit === award.host.id ? ['host' as const] : []),
  ]
}
