import type { Award, Obligation } from '../../shared/awards/schema.ts'
import { beijing } from '../../shared/calendar/beijing.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'

/** So many days back a reminder is still sent when the clockwork stood still. */
const daysBack = 3
type DueRow = Row & { award: string; obligation: string; due: string }

/** Recalls what falls due: each reminder once, as a fact on its award, from which the mail follows. */
export async function remindDue(at: string): Promise<number> {
  const today = beijing.date(at)
  const days = Array.from({ length: daysBack + 1 }, (_, i) => beijing.date(new Date(Date.parse(at) - i * 86_400_000)))
  const rows = (await Promise.all(days.map((day) => table.all<DueRow>({ pk: key.due(day, '', '', '').pk })))).flat()
  let sent = 0
  for (const row of rows) {
    const [awardRow, obligationRow] = await table.getMany([key.award(row.award), key.obligation(row.award, row.obligation)])
    const award = awardRow as unknown as Award | undefined
    const obligation = obligationRow as unknown as Obligation | undefined
    if (award && obligation?.state === 'open' && (award.state === 'open' || award.state === 'extended')) {
      const days = Math.round((Date.parse(obligation.due) - Date.parse(today)) / 86_400_000)
      const outcome = await table.commit({ by: { kind: 'system', cause: 'reminder' }, at, request: `${row.pk}-${row.obligation}` }, [
        {
          key: key.award(award.id),
          head: award,
          fact: { type: 'obligation.reminded', award: award.id, obligation: obligation.obligation, days },
        },
      ])
      if (!outcome.ok) continue
      sent += 1
    }
    await table.remove({ pk: row.pk, sk: row.sk })
  }
  return sent
}
