import { beijing } from '../../shared/calendar/beijing.ts'
import { recall } from '../awards/reminders.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { notices } from '../notices/store.ts'

/** So many days back what fell due is still done when the clockwork stood still. */
const daysBack = 3
type DueRow = Row & ({ award: string; obligation: string; notice?: undefined } | { notice: string })

/** Does what falls due, each thing once: recalls what an award owes, ends a notice. What could not be done now stays for the next round. */
export async function workDue(at: string): Promise<number> {
  const days = Array.from({ length: daysBack + 1 }, (_, i) => beijing.date(new Date(Date.parse(at) - i * 86_400_000)))
  const rows = (await Promise.all(days.map((day) => table.all<DueRow>({ pk: key.due(day, '', '', '').pk })))).flat()
  let worked = 0
  for (const row of rows) {
    if (!(row.notice === undefined ? await recall(row, at) : await notices.end(row.notice, at))) continue
    worked += 1
    await table.remove({ pk: row.pk, sk: row.sk })
  }
  return worked
}
