import type { UnitRef } from '../organisations/schema.ts'

/** What conflicts are judged from. `codes` are the register codes of the applicant and all units above it up to the university. */
export type Judged = { institution: UnitRef & { code?: string }; unit: UnitRef }
export type Judging = { unit: { name: string; code?: string } }

/** An expert does not review what comes from the expert's own institution. (回避) */
export function sameUnit(expert: Judging, submission: Judged): boolean {
  if (expert.unit.code && submission.institution.code) return expert.unit.code === submission.institution.code
  const own = plain(expert.unit.name)
  return own === plain(submission.institution.name) || own === plain(submission.unit.name)
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')
