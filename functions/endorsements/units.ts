import type { Batch } from '../../shared/batches/schema.ts'
import type { Organisation } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Actor } from '../../shared/permissions/actors.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import type { UnitInTree } from './lists.ts'

/** The unit of a path, for those who act in its name: its own members. */
export function ownUnit(actor: Actor, organisation: string): Outcome<UnitInTree> {
  return actor.kind === 'member' && actor.organisation.id === organisation ? accept(actor.organisation) : refuse('not-found')
}

/** The unit of a path, for those who may see its lists: its own members, and the host of the batch, below which it lies. */
export async function seenUnit(actor: Actor, batch: Batch, organisation: string): Promise<Outcome<UnitInTree>> {
  const own = ownUnit(actor, organisation)
  if (own.ok || actor.kind !== 'member' || actor.organisation.id !== batch.host.id) return own
  const unit = await table.get<Organisation>(key.organisation(organisation))
  return unit?.path.includes(batch.host.id) ? accept(unit) : refuse('not-found')
}
