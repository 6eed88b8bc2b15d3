import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Membership, Person } from '../../shared/people/schema.ts'
import { sha256 } from '../aws/chain.ts'
import { key, partition } from '../aws/keys.ts'
import { type Head, table } from '../aws/table.ts'

export type PersonRow = Person & Head
export type MemberRow = Membership & Head
export type UnitRow = Organisation & Head
export type EmailRow = { person: string }

/** An address is found by its hash: addresses are never parts of keys. */
export const addressHash = (email: string) => sha256(email)

/** The index entries and the marks of a membership's row. */
export const memberIndex = (person: string, organisation: string) => ({
  kind: 'member',
  id: person,
  ownerPk: partition.ofPerson(person),
  ownerSk: `MEMBER#${organisation}`,
  summary: { organisation },
})

export const people = {
  async byEmail(email: string): Promise<PersonRow | undefined> {
    const found = await table.get<EmailRow>(key.email(addressHash(email)))
    return found && table.get<PersonRow>(key.person(found.person))
  },
  byId: (id: string) => table.get<PersonRow>(key.person(id)),
  unit: (id: string) => table.get<UnitRow>(key.organisation(id)),
  member: (organisation: string, person: string) => table.get<MemberRow>(key.member(organisation, person)),

  /** A person's active memberships with their units; `also` names a unit that the index may not show yet. Few by nature: at most fifty. */
  async memberships(person: string, also?: string): Promise<{ member: MemberRow; unit: UnitRow }[]> {
    return (await people.places(person, also)).filter(({ member, unit }) => member.state === 'active' && unit.state === 'active')
  },
  /** The same with those that do not let one in: suspended, left, of a closed unit. */
  async places(person: string, also?: string): Promise<{ member: MemberRow; unit: UnitRow }[]> {
    const { rows } = await table.query<{ summary: { organisation: string } }>({
      pk: partition.ofPerson(person),
      index: 'owned',
      begins: 'MEMBER#',
      limit: 50,
    })
    const units = [...new Set([...(also ? [also] : []), ...rows.map(({ summary }) => summary.organisation)])]
    const found = await table.getMany(units.flatMap((unit) => [key.member(unit, person), key.organisation(unit)]))
    return units.flatMap((_, i) => {
      const member = found[2 * i] as MemberRow | undefined
      const unit = found[2 * i + 1] as UnitRow | undefined
      return member && unit ? [{ member, unit }] : []
    })
  },
}
