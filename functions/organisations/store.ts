import type { Fact } from '../../events/catalogue.ts'
import { close, enter, move } from '../../shared/organisations/rules.ts'
import type { Organisation, OrganisationChange, OrganisationEntry } from '../../shared/organisations/schema.ts'
import { accept, type Outcome, refuse } from '../../shared/outcome.ts'
import { key } from '../aws/keys.ts'
import { type Doing, type Move, table } from '../aws/table.ts'
import { type Write, writes } from '../aws/writes.ts'
import { again } from '../people/again.ts'
import { listing, type UnitRow, units } from './rows.ts'

/** Counts a unit below another, which must be active and as it was read, because the new unit's path was made from it. */
export const countBelow = (parent: UnitRow, amount: number): Write =>
  writes.add(key.organisation(parent.id), { units: amount }, refuse('changed-meanwhile'), {
    expression: '#seq = :read AND #state = :active',
    names: { '#seq': 'seq', '#state': 'state' },
    values: { ':read': parent.seq, ':active': 'active' },
  })
/** A unit that went from below another is no longer counted there, whatever else became of that one. */
const uncountBelow = (parent: string): Write => writes.add(key.organisation(parent), { units: -1 }, refuse('changed-meanwhile'))

const holdCode = (code: string, organisation: string): Write =>
  writes.putNew({ ...key.code(code), organisation }, refuse('organisation.code-taken', { code }))

/** The code stays with the unit that had it, and says that it is closed: whoever is named by it in a form is looked up by the code alone. */
const closeCode = (code: string, organisation: string): Write =>
  writes.update(
    key.code(code),
    { closed: true },
    { expression: '#of = :unit', names: { '#of': 'organisation' }, values: { ':unit': organisation } },
    refuse('changed-meanwhile'),
  )

/** What enters a unit: its head with the fact, its code, its place among the units below its parent. */
export function entering(unit: Organisation): { move: Move; also: Write[] } {
  const fact: Fact = {
    type: 'organisation.registered',
    organisation: unit.id,
    unitKind: unit.kind,
    name: unit.name,
    ...(unit.code && { code: unit.code }),
    parent: unit.path.at(-1) ?? null,
  }
  return {
    move: {
      key: key.organisation(unit.id),
      head: null,
      fact,
      set: { ...unit, ...listing(unit), units: 0, people: 0, joined: 0, returned: 0, administrators: 0 },
    },
    also: unit.code ? [holdCode(unit.code, unit.id)] : [],
  }
}

/** What changes a unit's facts; the change is written down as the attributes are now. */
export function changing(unit: UnitRow, changes: Partial<Organisation>): { move: Move; also: Write[] } {
  const fact: Fact = { type: 'organisation.changed', organisation: unit.id, changes }
  const after = { ...unit, ...changes }
  const coded = changes.code !== undefined && changes.code !== unit.code
  return {
    move: { key: key.organisation(unit.id), head: unit, fact, set: { ...changes, ...listing(after) } },
    also: coded ? [...(unit.code ? [writes.remove(key.code(unit.code))] : []), holdCode(after.code ?? '', unit.id)] : [],
  }
}

export const organisations = {
  /** Enters a unit below another. Its id is the request's, so that a repeat enters nothing twice. */
  enter: (parentId: string, entry: OrganisationEntry, doing: Doing): Promise<Outcome<{ id: string }>> =>
    again(async () => {
      const parent = await units.byId(parentId)
      if (!parent) return refuse('not-found')
      const place = enter(entry.kind, parent)
      if (!place.ok) return place
      const unit: Organisation = { id: doing.request, ...entry, path: place.value.path, state: 'active', createdAt: doing.at }
      const { move: entered, also } = entering(unit)
      const saved = await table.commit(doing, [entered], [countBelow(parent, 1), ...also])
      return saved.ok ? accept({ id: unit.id }) : saved
    }),

  /**
   * Changes a unit's facts; with another supervising unit it moves there, and what lies below follows by reaction. A change that was made from a unit
   * that has become another since does nothing: the unit as it is now is given back as `stale`.
   */
  change: (
    id: string,
    { supervisor: to, from, ...wanted }: OrganisationChange,
    mover: string,
    doing: Doing,
  ): Promise<Outcome<{ id: string } | { stale: UnitRow }>> =>
    again<{ id: string } | { stale: UnitRow }>(async () => {
      const [unit, supervisor] = await units.many([id, ...(to ? [to] : [])])
      if (!unit) return refuse('not-found')
      if (from !== undefined && from !== unit.seq) return accept({ stale: unit })
      if (unit.state === 'closed') return refuse('organisation.closed')
      const changes: Partial<Organisation> = differing(unit, wanted)
      const also: Write[] = []
      if (to && to !== unit.path.at(-1)) {
        const place = move(unit, supervisor, mover)
        if (!place.ok) return place
        changes.path = place.value.path
        if (supervisor) also.push(countBelow(supervisor, 1), uncountBelow(unit.path.at(-1) ?? ''))
      }
      if (Object.keys(changes).length === 0) return accept({ id })
      const { move: changed, also: coded } = changing(unit, changes)
      const saved = await table.commit(doing, [changed], [...also, ...coded])
      return saved.ok ? accept({ id }) : saved
    }),

  /** Closes a unit; its people can no longer act for it. */
  close: (id: string, reason: string, doing: Doing): Promise<Outcome<{ id: string }>> =>
    again(async () => {
      const unit = await units.byId(id)
      if (!unit) return refuse('not-found')
      const allowed = close(unit)
      if (!allowed.ok) return allowed
      const fact: Fact = { type: 'organisation.closed', organisation: id, reason }
      const none = { expression: 'attribute_not_exists(#units) OR #units = :none', names: { '#units': 'units' }, values: { ':none': 0 } }
      const set = { state: 'closed', ...listing({ ...unit, state: 'closed' }) }
      const saved = await table.commit(
        doing,
        [{ key: key.organisation(id), head: unit, fact, set, when: none }],
        [uncountBelow(unit.path.at(-1) ?? ''), ...(unit.code ? [closeCode(unit.code, id)] : [])],
      )
      return saved.ok ? accept({ id }) : saved
    }),
}

/** What is not said of a unit is as if it were denied. */
const said = (value: unknown) => JSON.stringify(value || undefined)
/** Those of the wanted facts that differ from what is known. */
export function differing<T extends Partial<Organisation>>(unit: Organisation, wanted: T): Partial<Organisation> {
  const entries = Object.entries(wanted) as [keyof Organisation, unknown][]
  return Object.fromEntries(entries.filter(([name, value]) => value !== undefined && said(value) !== said(unit[name])))
}
