import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import { request } from '../../data/client.ts'
import { everyRow } from '../../data/every-row.ts'
import { fittingUnits } from '../../ui/fitting-units.ts'
import type { Found } from '../../ui/organisation-picker.tsx'
import { kindsBelow, unitsBelow } from './unit-api.ts'

type Named = { id: string; name: string; code?: string | undefined; kind: OrganisationKind }
async function allNames(): Promise<Named[]> {
  const response = await request('/api/organisations/names')
  return ((await response.json()) as { rows: Named[] }).rows
}
const allBelow = (unit: string, kind?: OrganisationKind): Promise<Named[]> => everyRow((cursor) => unitsBelow(unit, cursor, kind, 100))

/** Reads the units once, at the first search, and searches in what it has. */
function searchIn(read: () => Promise<Named[]>) {
  let units: Promise<Named[]> | undefined
  return async (words: string, soFar?: (found: readonly Found[]) => void): Promise<readonly Found[]> => {
    units ??= read()
    units.catch(() => {
      units = undefined
    })
    return fittingUnits(await units, words, soFar)
  }
}

/** Finds units below one: from the national office down to all universities, elsewhere those right below. */
export const searchBelow = (unit: { id: string; kind: OrganisationKind }) =>
  searchIn(async () => {
    const units = unit.kind === 'national' ? await allNames() : await allBelow(unit.id)
    return units.filter(({ id }) => id !== unit.id)
  })

type Place = { kind: OrganisationKind; above: readonly { id: string; name: string; kind: OrganisationKind }[] }

/** Whether there can be another supervising unit for a unit within the reach of who would move it. */
export function movable({ kind, above }: Place, mover: OrganisationKind | undefined): boolean {
  if (kind === 'university') return mover === 'national'
  return kind === 'branch' && above.some((each) => each.kind === 'university')
}

/** Finds the units that may supervise one: for a university among all supervising units, for a branch within its university. */
export const searchSupervisors = ({ kind, above }: Place) =>
  searchIn(async () => {
    const present = above.at(-1)?.id
    const university = above.find((each) => each.kind === 'university')
    const units = kind === 'branch' && university ? [university, ...(await allBelow(university.id, 'college'))] : await allNames()
    return units.filter((each) => each.id !== present && kindsBelow(each.kind).includes(kind))
  })
