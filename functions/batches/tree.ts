import type { Standing } from '../../shared/endorsements/way.ts'
import type { Organisation, UnitRef } from '../../shared/organisations/schema.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** A unit as the list of the units below its parent shows it. */
export type Listed = {
  id: string
  kind: UnitRef['kind']
  summary: { name: string; code?: string; state: Organisation['state']; jointlyBuilt?: boolean }
}

/** The tree of units, as batches read it: downwards to find who recommends and who is to be told, upwards to find a unit's way. */
export const tree = {
  /** Units by their ids, in the order asked. */
  async units(ids: readonly string[]): Promise<(Organisation | undefined)[]> {
    return (await table.getMany(ids.map(key.organisation))) as unknown as (Organisation | undefined)[]
  },

  /** The units above one, the topmost first. */
  async above(unit: Pick<Organisation, 'path'>): Promise<Organisation[]> {
    return (await tree.units(unit.path)).filter((each) => each !== undefined)
  },

  /** The units right below one; a few hundred at most. */
  async below(unit: string, begins?: string): Promise<Listed[]> {
    const rows = await table.all<Listed>({ pk: partition.below(unit), index: 'lists', ...(begins !== undefined && { begins }) })
    return rows.filter(({ summary }) => summary.state === 'active')
  },

  /** One page of them, for work that is done piece by piece. */
  pageBelow: (unit: string, cursor: string | undefined, limit: number) =>
    table.query<Listed>({ pk: partition.below(unit), index: 'lists', cursor, limit }),
}

/** A unit as far as it decides who recommends. */
export const standing = ({ id, name, kind, jointlyBuilt }: Standing): Standing => ({
  id,
  name,
  kind,
  ...(jointlyBuilt && { jointlyBuilt }),
})

export const refOf = ({ id, name, kind }: UnitRef): UnitRef => ({ id, name, kind })
