import { below } from '../../shared/organisations/kinds.ts'
import type { Organisation, OrganisationEntry } from '../../shared/organisations/schema.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import type { Institution } from '../../shared/register/institution.ts'
import type { Supervisor } from '../../shared/register/supervisor.ts'
import { type UnitRow, units } from './rows.ts'
import { differing } from './store.ts'

/** The code by which a supervising unit is found. */
export const supervisorCode = (supervisor: Supervisor) => (supervisor.kind === 'xpcc' ? 'xpcc' : supervisor.code)

/** What a supervising unit is entered with when the register first names it. */
export const supervisorEntry = (supervisor: Supervisor): OrganisationEntry => ({
  kind: supervisor.kind,
  name: supervisor.name,
  code: supervisorCode(supervisor),
  ...(supervisor.kind === 'province' && { province: supervisor.code }),
})

/** What the register says of an institution, as its unit holds it. */
export const factsOf = (institution: Institution) => ({
  name: institution.name,
  code: institution.code,
  province: institution.province,
  ...(institution.city && { city: institution.city }),
  level: institution.level,
  ownership: institution.ownership,
  jointlyBuilt: institution.jointlyBuilt,
  ...(institution.alsoUnder.length > 0 && { alsoUnder: institution.alsoUnder.map(({ name }) => name) }),
})

export type Planned =
  | { institution: Institution; does: 'create' | 'nothing' }
  | { institution: Institution; does: 'change'; unit: UnitRow; changes: Partial<Organisation>; moves: boolean }
  | { institution: Institution; does: 'refuse'; code: RefusalCode; details?: Record<string, string> }
/** Supervising units by code; undefined for those still to be entered. */
export type Supervisors = Map<string, UnitRow | undefined>

/** The supervising units that these institutions name. */
export async function supervisorsOf(institutions: readonly Institution[]): Promise<Supervisors> {
  const codes = [...new Set(institutions.map(({ supervisor }) => supervisorCode(supervisor)))]
  const found: (UnitRow | undefined)[] = []
  for (let from = 0; from < codes.length; from += 100) found.push(...(await units.byCodes(codes.slice(from, from + 100))))
  return new Map(codes.map((code, i) => [code, found[i]]))
}

/**
 * What carrying out these institutions would do. An importing unit reaches itself and what lies below; a supervising unit that does not
 * exist yet is entered below it, if it may stand there.
 */
export async function planned(importer: Organisation, institutions: readonly Institution[], supervisors: Supervisors): Promise<Planned[]> {
  const known: (UnitRow | undefined)[] = []
  for (let from = 0; from < institutions.length; from += 100)
    known.push(...(await units.byCodes(institutions.slice(from, from + 100).map(({ code }) => code))))
  const reaches = (unit: Organisation) => unit.id === importer.id || unit.path.includes(importer.id)
  return institutions.map((institution, i): Planned => {
    const unit = known[i]
    const supervisor = supervisors.get(supervisorCode(institution.supervisor))
    const mayEnter = (below[importer.kind] as readonly string[]).includes(institution.supervisor.kind)
    if (supervisor ? !reaches(supervisor) : !mayEnter)
      return { institution, does: 'refuse', code: 'register.out-of-reach', details: { name: institution.supervisor.name } }
    if (supervisor?.state === 'closed' || unit?.state === 'closed') return { institution, does: 'refuse', code: 'organisation.closed' }
    if (!unit) return { institution, does: 'create' }
    if (!reaches(unit)) return { institution, does: 'refuse', code: 'organisation.code-taken', details: { code: institution.code } }
    const changes = differing(unit, factsOf(institution))
    const moves = supervisor === undefined || unit.path.at(-1) !== supervisor.id
    return moves || Object.keys(changes).length > 0
      ? { institution, does: 'change', unit, changes, moves }
      : { institution, does: 'nothing' }
  })
}
