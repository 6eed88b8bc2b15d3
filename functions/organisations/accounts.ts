import type { Membership } from '../../shared/people/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { units } from './rows.ts'

/** So many people of each unit are shown; a unit with more is opened by itself. */
const shownPeople = 50

/** A page of the units right below one, each with its people and whether they have ever signed in. */
export async function accountsBelow(organisation: string, cursor: string | undefined, limit: number) {
  const page = await units.below(organisation, { cursor, limit })
  const people = await Promise.all(
    page.rows.map(({ id }) => table.query<Membership>({ pk: key.organisation(id).pk, begins: 'MEMBER#', limit: shownPeople })),
  )
  const rows = page.rows.map(({ id, kind, summary }, i) => ({
    id,
    kind,
    code: summary.code,
    name: summary.name,
    state: summary.state,
    people: (people[i]?.rows ?? [])
      .filter(({ state }) => state !== 'left')
      .map(({ person, name, email, roles, state, invitedAt, joinedAt }) => ({ person, name, email, roles, state, invitedAt, joinedAt })),
  }))
  return { rows, cursor: page.cursor }
}
