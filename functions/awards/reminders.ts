import type { Award, Obligation } from '../../shared/awards/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'

/** Recalls what an award owes, as a fact on it from which the mail follows. Answers whether nothing is left to do. */
export async function recall(row: Row & { award: string; obligation: string }, at: string): Promise<boolean> {
  const [awardRow, obligationRow] = await table.getMany([key.award(row.award), key.obligation(row.award, row.obligation)])
  const award = awardRow as unknown as Award | undefined
  const obligation = obligationRow as unknown as Obligation | undefined
  if (!award || obligation?.state !== 'open' || (award.state !== 'open' && award.state !== 'extended')) return true
  const days = Math.round((Date.parse(obligation.due) - Date.parse(beijing.date(at))) / 86_400_000)
  const outcome = await table.commit({ by: { kind: 'system', cause: 'reminder' }, at, request: `${row.pk}-${row.obligation}` }, [
    {
      key: key.award(award.id),
      head: award,
      fact: { type: 'obligation.reminded', award: award.id, obligation: obligation.obligation, days },
    },
  ])
  return outcome.ok
}
