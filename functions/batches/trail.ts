import type { By, Recorded } from '../../events/catalogue.ts'
import { type FactGroup, factGroups } from '../../shared/batches/record.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Membership } from '../../shared/people/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { type Key, key } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { verifyChain } from '../aws/verify.ts'

/** Who did something, in words that an officer knows; a person with the unit and the roles held there. */
export type Who = { name: string | null; unit: string | null; roles: Role[] }
const nobody: Who = { name: null, unit: null, roles: [] }
/** Rows looked through for one page of a narrow filter, so that no request takes long. */
const mostLookedThrough = 1000

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

/** One page of what was done to a batch, newest first; a filter is looked for page by page. */
export async function trailPage(batch: string, asked: { limit: number; cursor?: string | undefined; about?: FactGroup | undefined }) {
  const rows: Recorded[] = []
  const fits = (event: Recorded) => asked.about === undefined || factGroups[asked.about].some((start) => event.type.startsWith(start))
  let cursor = asked.cursor
  let looked = 0
  do {
    const page = await table.query<Recorded>({ pk: key.batch(batch).pk, begins: 'EVENT#', reverse: true, limit: asked.limit, cursor })
    rows.push(...page.rows.filter(fits))
    looked += page.rows.length
    cursor = page.cursor
  } while (cursor && rows.length < asked.limit && looked < mostLookedThrough)
  const who = await whoDid(
    batch,
    rows.map(({ by }) => by),
  )
  return { rows: rows.map((event, i) => ({ ...said(event), who: who[i] ?? nobody })), cursor }
}

/** Where an event stands in the table is nobody's concern; what it says, its place in the chain and its hash are. */
const said = ({ pk: _pk, sk: _sk, kind: _kind, ...event }: Recorded & { kind?: string }) => event

/** Everything that was done, with names, the oldest first: for taking away. */
export async function wholeTrail(batch: string) {
  const events = await table.all<Recorded>({ pk: key.batch(batch).pk, begins: 'EVENT#' })
  const who = await whoDid(
    batch,
    events.map(({ by }) => by),
  )
  return events.map((event, i) => ({ ...said(event), who: who[i] ?? nobody })).toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Recomputes every hash of the batch's records: whole, or where the chain breaks. */
export async function checkTrail(batch: Batch) {
  const [rows, head] = await Promise.all([
    table.all({ pk: batch.pk, begins: 'EVENT#', consistent: true }),
    table.get<Row>(key.batch(batch.id)),
  ])
  const breaks = verifyChain(rows, head ? [head] : [])
  return {
    events: rows.length,
    chains: new Set(rows.map(({ of }) => String(of))).size,
    breaks: breaks.map(({ seq, why }) => ({ seq, why })),
  }
}
