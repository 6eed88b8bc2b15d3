import type { By } from '../../events/catalogue.ts'
import { key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'

/** The names of the units that those who caused some events acted for, event by event; each unit is looked up once. */
export async function unitsBehind(events: readonly Row[]): Promise<(string | null)[]> {
  const of = events.map(({ by }) => ((by as By).kind === 'member' ? (by as Extract<By, { kind: 'member' }>).organisation : undefined))
  const wanted = [...new Set(of.filter((id) => id !== undefined))]
  const rows = await table.getMany(wanted.map(key.organisation), false)
  const names = new Map(wanted.map((id, i) => [id, rows[i]?.name as string | undefined]))
  return of.map((id) => (id && names.get(id)) ?? null)
}
