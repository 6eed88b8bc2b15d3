import type { By, Recorded } from '../../events/catalogue.ts'
import { type FactGroup, factGroups, type Recording } from '../../shared/batches/record.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Membership } from '../../shared/people/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { decodeCursor, encodeCursor } from '../aws/cursor.ts'
import { type Key, key, partition } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'

/** Who did something, in words that an officer knows; a person with the unit and the roles held there. */
export type Who = { name: string | null; unit: string | null; roles: Role[] }
const nobody: Who = { name: null, unit: null, roles: [] }

const keysOf = (batch: string, by: By): Key[] => {
  if (by.kind === 'member') return [key.member(by.organisation, by.person), key.organisation(by.organisation)]
  if (by.kind === 'expert') return [key.participant(batch, by.expert)]
  return []
}

/** The names behind the actors of some events; each looked up once. */
export async function whoDid(batch: string, actors: readonly By[]): Promise<Who[]> {
  const keys = actors.flatMap((by) => keysOf(batch, by))
  const rows = await table.getMany(keys, false)
  const found = new Map<string, Row>(rows.flatMap((row) => (row ? [[`${row.pk} ${row.sk}`, row]] : [])))
  const at = (wanted: Key | undefined) => wanted && found.get(`${wanted.pk} ${wanted.sk}`)
  return actors.map((by) => {
    const [first, second] = keysOf(batch, by)
    const person = at(first) as unknown as Partial<Membership> | undefined
    return { name: person?.name ?? null, unit: (at(second)?.name as string | undefined) ?? null, roles: person?.roles ?? [] }
  })
}

/** What an event is about beside the batch itself, and under what name it is known there; the list of a unit by the unit. */
export type Of = { thing: Recording | 'unit' | 'expert'; id: string; name: string | null }

type Placed = Key & { listSk: string }

/** The latest events of one kind before a place, so many of them, in the order of time. */
async function placesOf(batch: string, group: FactGroup, before: string | undefined, most: number): Promise<Placed[]> {
  const found: Placed[] = []
  let cursor: string | undefined
  do {
    const page = await table.query<Placed>({
      pk: partition.record(batch, group),
      index: 'lists',
      ...(before !== undefined && { between: ['0', before] }),
      // The place itself is within its bounds.
      limit: Math.min(most + 1 - found.length, 1000),
      cursor,
      reverse: true,
    })
    found.push(...page.rows.filter(({ listSk }) => listSk !== before))
    cursor = page.cursor
  } while (cursor && found.length < most)
  return found
}

const eventsAt = async (places: readonly Placed[]) =>
  (await table.getMany(places, false)).filter((row) => row !== undefined) as unknown as Recorded[]

/** Places of all kinds of facts, or of one, the latest first: so many of each. */
async function latest(batch: Batch, about: FactGroup | undefined, before: string | undefined, most: number): Promise<Placed[]> {
  const groups = about ? [about] : (Object.keys(factGroups) as FactGroup[])
  const kinds = await Promise.all(groups.map((group) => placesOf(batch.id, group, before, most)))
  return kinds.flat().toSorted((a, b) => (a.listSk < b.listSk ? 1 : -1))
}

/**
 * One page of what was done to a batch, its sheets, notices and awards, newest first. Each kind of fact is listed in the order of time, so that a page reads as many places
 * of each as it has entries, and the entries themselves, however long the record is.
 */
export async function trailPage(batch: Batch, asked: { limit: number; cursor?: string | undefined; about?: FactGroup | undefined }) {
  const { about, cursor, limit } = asked
  const { pk } = key.batch(batch.id)
  const before = cursor === undefined ? undefined : String(decodeCursor(cursor, pk).place)
  const left = await latest(batch, about, before, limit + 1)
  const shown = left.slice(0, limit)
  const last = left.length > limit ? shown.at(-1) : undefined
  return { rows: await told(batch.id, await eventsAt(shown)), cursor: last && encodeCursor({ place: last.listSk }, pk) }
}

/** Everything that was done, or what of it is of one kind, with names, the oldest first: for taking away. */
export async function wholeTrail(batch: Batch, about?: FactGroup) {
  const places = await latest(batch, about, undefined, Number.POSITIVE_INFINITY)
  return told(batch.id, await eventsAt(places.toReversed()))
}

async function told(batch: string, events: readonly Recorded[]) {
  const [who, of] = await Promise.all([
    whoDid(
      batch,
      events.map(({ by }) => by),
    ),
    ofWhat(events),
  ])
  return events.map((event, i) => ({ ...said(event), who: who[i] ?? nobody, about: of[i] ?? null }))
}

/** Where an event stands in the table is nobody's concern; what it says, its place in the chain and its hash are. */
const said = ({ pk: _pk, sk: _sk, kind: _kind, listPk: _listPk, listSk: _listSk, ...event }: Recorded & Partial<Indexed>) => event
type Indexed = { kind: string; listPk: string; listSk: string }

/** The things that some events are about, each looked up once; `null` for the batch itself. */
async function ofWhat(events: readonly Recorded[]): Promise<(Of | null)[]> {
  const wanted = events.map((event): (Omit<Of, 'name'> & { named: Key }) | null => {
    if (event.type.startsWith('list.') && 'unit' in event) return { thing: 'unit', id: event.unit, named: key.organisation(event.unit) }
    if (event.type.startsWith('expert.') && 'expert' in event && 'batch' in event)
      return { thing: 'expert', id: event.expert, named: key.participant(event.batch, event.expert) }
    if (event.pk.startsWith('AWARD#')) return { thing: 'award', id: event.pk.slice('AWARD#'.length), named: { pk: event.pk, sk: 'HEAD' } }
    if (event.pk.startsWith('NOTICE#'))
      return { thing: 'notice', id: event.pk.slice('NOTICE#'.length), named: { pk: event.pk, sk: 'HEAD' } }
    if ('submission' in event && event.type.startsWith('sheet.') && event.submission)
      return { thing: 'submission', id: event.submission, named: key.submission(event.submission) }
    return event.type.startsWith('sheet.') && 'category' in event
      ? { thing: 'sheet', id: event.category, named: key.sheet(event.batch, event.category) }
      : null
  })
  const rows = await table.getMany(
    wanted.flatMap((one) => (one && one.thing !== 'sheet' ? [one.named] : [])),
    false,
  )
  const found = new Map(
    rows.flatMap((row) => (row ? [[`${row.pk} ${row.sk}`, row as Row & { title?: string; number?: string; name?: string }]] : [])),
  )
  return wanted.map((one) => {
    if (!one) return null
    const row = found.get(`${one.named.pk} ${one.named.sk}`)
    const name = [row?.number, row?.title ?? row?.name].filter((part) => part !== undefined).join(' ')
    return { thing: one.thing, id: one.id, name: name === '' ? null : name }
  })
}
