import type { OrganisationKind } from './kinds.ts'
import type { Organisation, UnitRef } from './schema.ts'

export type SupervisorKind = Extract<OrganisationKind, 'province' | 'xpcc' | 'ministry'>
const supervising: readonly OrganisationKind[] = ['province', 'xpcc', 'ministry'] satisfies SupervisorKind[]

/** The supervising unit (主管部门) of an institution, and of everything below it, is the nearest province, XPCC or ministry above; where it lies does not matter. */
export function supervisor<U extends Pick<UnitRef, 'id' | 'kind'>>(
  organisation: Pick<Organisation, 'path'>,
  ancestors: readonly U[],
): (U & { kind: SupervisorKind }) | undefined {
  const above = organisation.path.map((id) => ancestors.find((unit) => unit.id === id))
  return above.findLast((unit): unit is U & { kind: SupervisorKind } => unit !== undefined && supervising.includes(unit.kind))
}

/** The kind of the supervising unit; undefined for the national office and for supervising units themselves. */
export const supervisorKind = (organisation: Pick<Organisation, 'path'>, ancestors: readonly Pick<UnitRef, 'id' | 'kind'>[]) =>
  supervisor(organisation, ancestors)?.kind

/** The institution a unit belongs to: itself if it is a university, else the university above it. */
export function institutionOf(organisation: UnitRef & Pick<Organisation, 'path'>, ancestors: readonly UnitRef[]): UnitRef | undefined {
  if (organisation.kind === 'university') return { id: organisation.id, name: organisation.name, kind: organisation.kind }
  const above = organisation.path.map((id) => ancestors.find((unit) => unit.id === id))
  return above.findLast((unit) => unit?.kind === 'university')
}
