import type { Organisation } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, type Refusal, refuse } from '../../shared/outcome.ts'
import type { Institution } from '../../shared/register/institution.ts'
import { derivedId } from '../aws/derived.ts'
import { type Doing, table } from '../aws/table.ts'
import { again } from '../people/again.ts'
import type { Counts } from './importFile.ts'
import { factsOf, type Planned, planned, supervisorCode, supervisorEntry, supervisorsOf } from './registerPlan.ts'
import { type UnitRow, units } from './rows.ts'
import { countBelow, entering, organisations } from './store.ts'

/** So many units are entered in one transaction: three rows each and their supervising unit, of the hundred that one may have. */
const perTransaction = 30
export type Applied = { counts: Counts; refusals: { institution: Institution; refusal: Refusal }[] }
type Changing = Extract<Planned, { does: 'change' }>

/** Carries out some institutions of a register. Doing it again, or twice at the same time, does nothing more. */
export async function applyRegister(
  importer: UnitRow,
  importId: string,
  institutions: readonly Institution[],
  doing: Doing,
): Promise<Applied> {
  const supervisors = await supervisorsOf(institutions)
  const unknown = new Map(institutions.map(({ supervisor }) => [supervisorCode(supervisor), supervisor]))
  const refusals: Applied['refusals'] = []
  const plan = await planned(importer, institutions, supervisors)
  const wanted = new Set(plan.flatMap((one) => (one.does === 'refuse' ? [] : [supervisorCode(one.institution.supervisor)])))
  for (const [code, supervisor] of unknown)
    if (wanted.has(code) && !supervisors.get(code)) {
      const id = derivedId(importId, 'supervisor', code)
      const entered = await organisations.enter(importer.id, supervisorEntry(supervisor), { ...doing, request: id })
      if (entered.ok || entered.code === 'organisation.code-taken') supervisors.set(code, (await units.byCodes([code]))[0])
    }

  const creating = Map.groupBy(
    plan.flatMap((one) => (one.does === 'create' ? [one.institution] : [])),
    ({ supervisor }) => supervisors.get(supervisorCode(supervisor))?.id ?? '',
  )
  const counts: Counts = { created: 0, changed: 0, unchanged: plan.filter(({ does }) => does === 'nothing').length, refused: 0 }
  const refused = (institution: Institution, refusal: Refusal) => {
    refusals.push({ institution, refusal })
    counts.refused++
  }
  for (const one of plan) if (one.does === 'refuse') refused(one.institution, refuse(one.code, one.details))
  for (const [parent, group] of creating)
    for (let from = 0; from < group.length; from += perTransaction) {
      const some = group.slice(from, from + perTransaction)
      const done = await enterTogether(parent, importId, some, doing)
      if (done.ok) counts.created += some.length
      else for (const institution of some) refused(institution, done)
    }
  for (const one of plan.filter((one): one is Changing => one.does === 'change')) {
    const supervisor = one.moves ? supervisors.get(supervisorCode(one.institution.supervisor))?.id : undefined
    const request = { ...doing, request: derivedId(importId, 'change', one.unit.id) }
    const done = await changeUnit(one, supervisor, importer.id, request)
    if (done.ok) counts.changed++
    else refused(one.institution, done)
  }
  return { counts, refusals }
}

/** Enters several units below one, all or none; what another run has entered meanwhile is left out and the rest tried again. */
const enterTogether = (parentId: string, importId: string, institutions: readonly Institution[], doing: Doing): Promise<Outcome<unknown>> =>
  again(async () => {
    const parent = await units.byId(parentId)
    if (!parent) return refuse('not-found')
    if (parent.state === 'closed') return refuse('organisation.closed')
    const known = await units.byCodes(institutions.map(({ code }) => code))
    const missing = institutions.filter((_, i) => known[i] === undefined)
    if (missing.length === 0) return accept(null)
    const entered = missing.map((institution) => entering(unitOf(institution, parent, importId, doing.at)))
    const saved = await table.commit(
      { ...doing, request: derivedId(importId, 'enter') },
      entered.map(({ move }) => move),
      [countBelow(parent, missing.length), ...entered.flatMap(({ also }) => also)],
    )
    if (saved.ok && saved.value.repeated) return refuse('changed-meanwhile')
    return !saved.ok && saved.code === 'organisation.code-taken' ? refuse('changed-meanwhile') : saved
  })

const unitOf = (institution: Institution, parent: UnitRow, importId: string, at: string): Organisation => ({
  id: derivedId(importId, institution.code),
  kind: 'university',
  ...factsOf(institution),
  path: [...parent.path, parent.id],
  state: 'active',
  createdAt: at,
})

const changeUnit = ({ unit, changes }: Changing, supervisor: string | undefined, mover: string, doing: Doing) =>
  organisations.change(unit.id, { ...changes, supervisor } as Parameters<typeof organisations.change>[1], mover, doing)
