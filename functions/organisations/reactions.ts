import type { FactOf, Recorded } from '../../events/catalogue.ts'
import { accept, refuse } from '../../shared/outcome.ts'
import { key } from '../aws/keys.ts'
import { type Doing, table } from '../aws/table.ts'
import { writes } from '../aws/writes.ts'
import { again } from '../people/again.ts'
import { endSessionsIn } from '../people/reactions.ts'
import { units } from './rows.ts'
import { changing } from './store.ts'

type MemberRow = { person: string; state: string }

/**
 * When a unit has moved, the units right below it follow, each by a fact of its own, whose reaction moves those below it in turn.
 * What has followed already is left alone, so that running again, or two moves one after the other, end at the same place.
 */
export async function followMove(fact: Recorded<FactOf<'organisation.changed'>>): Promise<void> {
  if (!('path' in fact.changes)) return
  await endSessionsOfUnit(fact)
  let cursor: string | undefined
  do {
    const page = await units.below(fact.organisation, { cursor, limit: 100 })
    for (const { id } of page.rows) await follow(id, fact.organisation, fact)
    cursor = page.cursor
  } while (cursor)
}

function follow(id: string, parentId: string, fact: Recorded) {
  return again(async () => {
    const [unit, parent] = await units.many([id, parentId])
    if (!unit || !parent || unit.path.at(-1) !== parentId) return accept(null)
    const path = [...parent.path, parent.id]
    if (path.join() === unit.path.join()) return accept(null)
    const doing: Doing = { by: { kind: 'system', cause: fact.request }, at: fact.at, request: fact.request }
    // The parent must still stand where it was read: two moves may follow each other closely.
    const still = { expression: '#seq = :seen', names: { '#seq': 'seq' }, values: { ':seen': parent.seq } }
    return table.commit(
      doing,
      [changing(unit, { path }).move],
      [writes.check(key.organisation(parentId), still, refuse('changed-meanwhile'))],
    )
  })
}

/** Sessions carry the unit's place in the tree; after a move or a closing its people sign in again. */
export async function endSessionsOfUnit(fact: Recorded<FactOf<'organisation.changed' | 'organisation.closed'>>): Promise<void> {
  const members = await table.all<MemberRow>({ pk: key.organisation(fact.organisation).pk, begins: 'MEMBER#', consistent: true })
  for (const { person, state } of members) if (state === 'active') await endSessionsIn(person, fact.organisation, fact)
}
