import type { By, Recorded } from '../../events/catalogue.ts'
import { type FactGroup, factGroups } from '../../shared/batches/record.ts'
import type { Membership } from '../../shared/people/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { decodeCursor, encodeCursor } from '../aws/cursor.ts'
import { type Key, key } from '../aws/keys.ts'
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

const isAbout =
  (about: FactGroup | undefined) =>
  ({ type }: Recorded) =>
    about === undefined || factGroups[about].some((start) => type.startsWith(start))

/** Where an event stands among all of a batch: by its time, then by its place in its chain. */
const standing = ({ at, seq, hash }: Recorded) => `${at} ${String(seq).padStart(8, '0')} ${hash}`

/**
 * One page of what was done to a batch, newest first. Events lie in the order of their requests, and those of the workflow have names of their own: the whole
 * record is read, as for the file, so that the page is in the order of time.
 */
export async function trailPage(batch: string, asked: { limit: number; cursor?: string | undefined; about?: FactGroup | undefined }) {
  const { about, cursor, limit } = asked
  const { pk } = key.batch(batch)
  const before = cursor === undefined ? undefined : String(decodeCursor(cursor, pk).place)
  const events = await table.all<Recorded>({ pk, begins: 'EVENT#' })
  const left = events
    .filter(isAbout(about))
    .map((event) => ({ event, place: standing(event) }))
    .filter(({ place }) => before === undefined || place < before)
    .toSorted((a, b) => (a.place < b.place ? 1 : -1))
  const shown = left.slice(0, limit)
  const last = left.length > limit ? shown.at(-1) : undefined
  const who = await whoDid(
    batch,
    shown.map(({ event }) => event.by),
  )
  return {
    rows: shown.map(({ event }, i) => ({ ...said(event), who: who[i] ?? nobody })),
    cursor: last && encodeCursor({ place: last.place }, pk),
  }
}

/** Where an event stands in the table is nobody's concern; what it says, its place in the chain and its hash are. */
const said = ({ pk: _pk, sk: _sk, kind: _kind, ...event }: Recorded & { kind?: string }) => event

/** Everything that was done, or what of it is of one kind, with names, the oldest first: for taking away. */
export async function wholeTrail(batch: string, about?: FactGroup) {
  const events = (await table.all<Recorded>({ pk: key.batch(batch).pk, begins: 'EVENT#' })).filter(isAbout(about))
  const who = await whoDid(
    batch,
    events.map(({ by }) => by),
  )
  return events.map((event, i) => ({ ...said(event), who: who[i] ?? nobody })).toSorted((a, b) => a.at.localeCompare(b.at))
}
