import type { Batch } from '../batches/schema.ts'
import type { UnitRef } from '../organisations/schema.ts'

/** Where an expert works: `id` is the institution in the register of units, where it is one of these; others are known by name. */
export type Workplace = { name: string; code?: string | undefined; id?: string | undefined }
export type Judged = { institution: UnitRef; unit: UnitRef }
export type Judging = { unit: Workplace }

/**
 * An expert does not review what comes from the expert's own institution. (回避)
 * The register tells for certain; a name that was only written down also belongs to the institution with whose full name it begins.
 */
export function sameUnit(expert: Judging, submission: Judged): boolean {
  const { id, name } = expert.unit
  if (id !== undefined) return id === submission.institution.id || id === submission.unit.id
  const own = plain(name)
  return own.startsWith(plain(submission.institution.name)) || own === plain(submission.unit.name)
}

/** Within an institution's own call everybody is of that institution: there what is judged is the unit that applies. */
export function judgedIn({ host, path }: Pick<Batch, 'host' | 'path'>, { institution, unit }: Judged): Judged {
  return { unit, institution: [host.id, ...path].includes(institution.id) ? unit : institution }
}

const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
