import type { OrganisationKind } from '../organisations/kinds.ts'
import type { ApplicantKind, EndorsementLevel, Template } from './schema.ts'

/** How high the levels stand; a host's own level and those above it endorse nothing in its batch. */
const height = { college: 1, university: 2, province: 3 } as const satisfies Record<EndorsementLevel, number>
const hostHeight = {
  branch: 0,
  college: 1,
  university: 2,
  province: 3,
  xpcc: 3,
  ministry: 3,
  national: 4,
} as const satisfies Record<OrganisationKind, number>

/**
 * The levels that endorse a submission one after the other: those of the template for its kind of applicant, below the host, without the province's where the university
 * recommends directly. Empty when it goes straight to the host.
 */
export function endorsementChain(
  { endorsement }: Pick<Template, 'endorsement'>,
  applicant: ApplicantKind,
  { host, supervisor }: { host: OrganisationKind; supervisor: OrganisationKind },
): EndorsementLevel[] {
  const direct = endorsement.direct.some((kind) => kind === supervisor)
  return (endorsement.levels[applicant] ?? []).filter((level) => height[level] < hostHeight[host] && !(direct && level === 'province'))
}
