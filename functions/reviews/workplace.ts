import { institutionOf } from '../../shared/organisations/way.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Workplace } from '../../shared/reviews/conflicts.ts'
import type { ExpertEntry } from '../../shared/reviews/schema.ts'
import { units } from '../organisations/rows.ts'

/** Finds the institution of an expert whose unit was chosen from the register; a name alone stays a name. */
export async function workplaceOf({ name, code }: ExpertEntry['unit']): Promise<Outcome<Workplace>> {
  if (code === undefined) return accept({ name })
  const unit = (await units.byCodes([code]))[0] ?? (await units.byId(code))
  if (!unit) return refuse('expert.unit-unknown', { code })
  const above = (await units.many(unit.path)).filter((each) => each !== undefined)
  return accept({ name, code, id: (institutionOf(unit, above) ?? unit).id })
}
