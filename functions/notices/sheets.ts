import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { refuse } from '../../shared/outcome.ts'
import { reviewableState } from '../../shared/reviews/reviewable.ts'
import { key, partition } from '../aws/keys.ts'
import { table, type Write, writes } from '../aws/table.ts'

type SheetState = 'open' | 'sent' | 'approved'
type Standing = { category: string; state: SheetState }

/** How far the decision sheets are, one of each category in which there is something to decide; a sheet nobody has touched is open. */
export async function sheetStates(batch: Batch): Promise<Standing[]> {
  const categories = categoriesOn(batch)
  const rows = await table.getMany(categories.map((category) => key.sheet(batch.id, category)))
  const states = await Promise.all(
    categories.map(async (category, i) => {
      const state = (rows[i] as unknown as { state: SheetState } | undefined)?.state ?? 'open'
      return state === 'open' && !(await hasSomething(batch, category)) ? [] : [{ category, state }]
    }),
  )
  return states.flat()
}

/** Nothing may rest on sheets of which one is opened again at the same moment. */
export const stillApproved = (batch: Pick<Batch, 'id'>, sheets: readonly Standing[]): Write[] =>
  sheets.map(({ category }) => {
    const approved = { expression: '#state = :approved', names: { '#state': 'state' }, values: { ':approved': 'approved' } }
    return writes.check(key.sheet(batch.id, category), approved, refuse('changed-meanwhile'))
  })

async function hasSomething(batch: Batch, category: string): Promise<boolean> {
  const { rows } = await table.query({
    pk: partition.categoryList(batch.id, category),
    index: 'lists',
    begins: `${reviewableState(batch)}#`,
    limit: 1,
  })
  return rows.length > 0
}
