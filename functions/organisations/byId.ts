import type { Organisation } from '../../shared/organisations/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** Units by their ids, each looked up once, as they stood a moment ago: for what is said of them beside other things. */
export async function organisationsById(ids: readonly string[]): Promise<Map<string, Organisation | undefined>> {
  const distinct = [...new Set(ids)]
  const rows = (await table.getMany(distinct.map(key.organisation), false)) as unknown as (Organisation | undefined)[]
  return new Map(distinct.map((id, i) => [id, rows[i]]))
}
