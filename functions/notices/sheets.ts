import type { Batch } from '../../shared/batches/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'

/** How far the decision sheet of each category in use is; a category nobody has touched is open. */
export async function sheetStates(batch: Batch): Promise<('open' | 'sent' | 'approved')[]> {
  const rows = await table.getMany(batch.categories.filter(({ on }) => on).map((category) => key.sheet(batch.id, category.key)))
  return rows.map((row) => (row as unknown as { state: 'open' | 'sent' | 'approved' } | undefined)?.state ?? 'open')
}
