import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'

type Stage = { kind: string; level?: string; closes: string | null }
const levels: Partial<Record<OrganisationKind, string>> = {
  college: 'college',
  university: 'university',
  province: 'province',
  xpcc: 'province',
  ministry: 'province',
}
/** Days that are proposed for a correction. */
const days = 3

/** A date to propose for a correction: three days from now, but within the unit's own dates. */
export function proposedUntil(stages: readonly Stage[], kind: OrganisationKind | undefined, at: number): string {
  const closes = stages.find((stage) => stage.kind === 'endorse' && stage.level === levels[kind ?? 'branch'])?.closes
  const wanted = at + days * 86_400_000
  return new Date(Math.min(wanted, closes ? Date.parse(closes) : wanted)).toISOString()
}
