import { accept, type Outcome, refuse } from '../outcome.ts'
import { below, type OrganisationKind } from './kinds.ts'
import type { Organisation } from './schema.ts'

type Unit = Pick<Organisation, 'id' | 'kind' | 'path' | 'state'>

const fits = (kind: OrganisationKind, under: OrganisationKind) => (below[under] as readonly OrganisationKind[]).includes(kind)

/** A unit is entered below an active unit of a kind it may stand under. */
export function enter(kind: OrganisationKind, under: Unit): Outcome<{ path: string[] }> {
  if (under.state === 'closed') return refuse('organisation.closed')
  return fits(kind, under.kind) ? accept({ path: [...under.path, under.id] }) : refuse('organisation.kind-not-below')
}

/**
 * A unit is given another supervising unit when that one is active, of a kind it may stand under, not inside it,
 * and within the reach of who moves it; a unit out of reach is as one that does not exist.
 */
export function move(unit: Unit, supervisor: Unit | undefined, mover: string): Outcome<{ path: string[] }> {
  if (unit.state === 'closed') return refuse('organisation.closed')
  if (!supervisor || (supervisor.id !== mover && !supervisor.path.includes(mover))) return refuse('not-found')
  if (supervisor.id === unit.id || supervisor.path.includes(unit.id)) return refuse('organisation.inside-itself')
  return enter(unit.kind, supervisor)
}

/** A unit is closed once, when no active unit stands below it. The national office is never closed. */
export function close(unit: Pick<Organisation, 'state' | 'units' | 'path'>): Outcome<null> {
  if (unit.state === 'closed') return refuse('organisation.closed')
  if (unit.path.length === 0) return refuse('not-found')
  return (unit.units ?? 0) > 0 ? refuse('organisation.has-units', { units: unit.units ?? 0 }) : accept(null)
}
