import { categoriesOn } from '../../shared/batches/categories.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Announced, Standing } from '../../shared/notices/rules.ts'
import { refuse } from '../../shared/outcome.ts'
import { reviewableState } from '../../shared/reviews/reviewable.ts'
import { key, partition } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'

/** How far a sheet is, and at which of its facts that was read; 0: nobody has touched it. */
export type SheetStanding = Standing & { seq: number }
/** A notice with how far its public page is, at which of its facts that was read, and with how many objections. */
export type NoticeStanding = Announced & { id: string; seq: number; objections?: number | undefined }

type SheetRow = { state: Standing['state']; seq: number; approvedAt?: string; amends?: object }

/** How far the decision sheets are, one of each category in which there is something to decide; a sheet nobody has touched is open. */
export async function sheetStates(batch: Batch): Promise<SheetStanding[]> {
  const categories = categoriesOn(batch)
  const rows = await table.getMany(categories.map((category) => key.sheet(batch.id, category)))
  const states = await Promise.all(
    categories.map(async (category, i) => {
      const { state, seq, approvedAt, amends } = (rows[i] as unknown as SheetRow | undefined) ?? { state: 'open' as const, seq: 0 }
      if (state === 'open' && !(await hasSomething(batch, category))) return []
      return [{ category, state, seq, ...(state === 'approved' && amends && approvedAt && { approvedAnew: approvedAt }) }]
    }),
  )
  return states.flat()
}

const asRead = (seq: number) => ({ names: { '#seq': 'seq' }, values: { ':seq': seq } })

/** Nothing may rest on sheets of which one is opened again, or approved anew, at the same moment. */
export const stillApproved = (batch: Pick<Batch, 'id'>, sheets: readonly SheetStanding[]): Write[] =>
  sheets.map(({ category, seq }) => {
    const { names, values } = asRead(seq)
    const approved = {
      expression: '#state = :approved AND #seq = :seq',
      names: { ...names, '#state': 'state' },
      values: { ...values, ':approved': 'approved' },
    }
    return writes.check(key.sheet(batch.id, category), approved, refuse('changed-meanwhile'))
  })

/**
 * Nor on a notice that is corrected or objected to at the same moment, or whose public page is not there with all its corrections. The batch goes on from
 * it with this, so that an objection that is written only now is not taken any more: it would stay unhandled.
 */
export const concludes = (notices: readonly NoticeStanding[], at: string): Write[] =>
  notices.flatMap(({ id, seq, objections = 0, amendments = [] }) => [
    writes.update(
      key.notice(id),
      { concludedAt: at },
      {
        expression: `#seq = :seq AND ${objections === 0 ? 'attribute_not_exists(#objections)' : '#objections = :objections'}`,
        names: { ...asRead(seq).names, '#objections': 'objections' },
        values: { ...asRead(seq).values, ...(objections > 0 && { ':objections': objections }) },
      },
      refuse('changed-meanwhile'),
    ),
    ...(amendments.length > 0
      ? [
          writes.check(
            key.portal('NOTICE', id),
            { expression: 'corrections >= :all', values: { ':all': amendments.length } },
            refuse('notice.correcting'),
          ),
        ]
      : []),
  ])

async function hasSomething(batch: Batch, category: string): Promise<boolean> {
  const { rows } = await table.query({
    pk: partition.categoryList(batch.id, category),
    index: 'lists',
    begins: `${reviewableState(batch)}#`,
    limit: 1,
  })
  return rows.length > 0
}
