import type { By } from '../../events/catalogue.ts'
import type { Row } from '../aws/table.ts'
import { organisationsById } from './byId.ts'

/** The names of the units that those who caused some events acted for, event by event. */
export async function unitsBehind(events: readonly Row[]): Promise<(string | null)[]> {
  const of = events.map(({ by }) => ((by as By).kind === 'member' ? (by as Extract<By, { kind: 'member' }>).organisation : undefined))
  const units = await organisationsById(of.filter((id) => id !== undefined))
  return of.map((id) => (id && units.get(id)?.name) ?? null)
}
