import { institutionOf } from '../../shared/organisations/way.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import type { Workplace } from '../../shared/reviews/conflicts.ts'
import { fieldMeant } from '../../shared/reviews/fields.ts'
import type { ExpertEntry } from '../../shared/reviews/schema.ts'
import { allTemplates } from '../../shared/templates/index.ts'
import { units } from '../organisations/rows.ts'

/** An expert as the register keeps one: the unit found by its code, the fields by key or name. */
export async function entryOf(given: ExpertEntry): Promise<Outcome<Omit<ExpertEntry, 'unit'> & { unit: Workplace }>> {
  const said = given.fields.map((field) => [field, fieldMeant(field, allTemplates())] as const)
  const unknown = said.find(([, key]) => key === undefined)
  if (unknown) return refuse('expert.field-unknown', { field: unknown[0] })
  const unit = await workplaceOf(given.unit)
  return unit.ok ? accept({ ...given, unit: unit.value, fields: [...new Set(said.flatMap(([, key]) => key ?? []))] }) : unit
}

/** Finds the institution of an expert whose unit was chosen from the register; a name alone stays a name. */
async function workplaceOf({ name, code }: ExpertEntry['unit']): Promise<Outcome<Workplace>> {
  if (code === undefined) return accept({ name })
  const unit = (await units.byCodes([code]))[0] ?? (await units.byId(code))
  if (!unit) return refuse('expert.unit-unknown', { code })
  const above = (await units.many(unit.path)).filter((each) => each !== undefined)
  return accept({ name, code, id: (institutionOf(unit, above) ?? unit).id })
}
