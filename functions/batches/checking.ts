import type { Recording } from '../../shared/batches/record.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { type Gathered, gather } from '../aws/gather.ts'
import { type Key, key, partition } from '../aws/keys.ts'
import { type Row, table } from '../aws/table.ts'
import { type Break, verifyChain } from '../aws/verify.ts'

/** One page of a check: how much was read, facts by type, and where a chain does not hold. */
export type Checked = {
  things: number
  chains: number
  events: number
  facts: Record<string, number>
  breaks: { thing: Recording; id: string; seq: number; why: Break['why'] }[]
  cursor?: string
}
type Thing = { thing: Recording; id: string; pk: string }

/** So many things are checked in one request: each is two round trips, and all of a national batch are thousands. */
const atOnce = 50

/**
 * Recomputes the hashes of everything that was recorded in a batch: of the batch itself and its sheets with the first page, then of its submissions (those ever handed in) with their
 * reviews, its notices and its awards, page by page. Every head must stand where its last event left it.
 */
export async function checkRecords(batch: Batch, cursor: string | undefined): Promise<Checked> {
  const { things, cursor: next } = await thingsOf(batch, cursor)
  const found = []
  for (let i = 0; i < things.length; i += 10) found.push(...(await Promise.all(things.slice(i, i + 10).map(checkOne))))
  const facts: Record<string, number> = {}
  for (const { events } of found) for (const { type } of events) facts[String(type)] = (facts[String(type)] ?? 0) + 1
  return {
    things: things.length,
    chains: found.reduce((sum, { chains }) => sum + chains, 0),
    events: found.reduce((sum, { events }) => sum + events.length, 0),
    facts,
    breaks: found.flatMap(({ thing, id, breaks }) => breaks.map(({ seq, why }) => ({ thing, id, seq, why }))),
    ...(next !== undefined && { cursor: next }),
  }
}

async function thingsOf(batch: Batch, cursor: string | undefined): Promise<{ things: Thing[]; cursor?: string | undefined }> {
  const { rows, cursor: next }: Gathered<Key & { id: string }> = await gather(
    [
      { pk: key.listed(batch.id, '').pk },
      { pk: partition.noticesOf(batch.id), index: 'lists' },
      { pk: partition.awardsOfBatch(batch.id), index: 'lists' },
    ],
    { cursor, limit: atOnce },
  )
  const listed = rows.map(({ pk, sk, id }): Thing => {
    if (pk.startsWith('NOTICE#')) return { thing: 'notice', id, pk }
    if (pk.startsWith('AWARD#')) return { thing: 'award', id, pk }
    return { thing: 'submission', id: sk, pk: key.submission(sk).pk }
  })
  const sheets = batch.categories.map(
    ({ key: category }): Thing => ({ thing: 'sheet', id: category, pk: key.sheet(batch.id, category).pk }),
  )
  return { things: cursor === undefined ? [{ thing: 'batch', id: batch.id, pk: batch.pk }, ...sheets, ...listed] : listed, cursor: next }
}

/** Events and heads are read one after the other: what is written in between looks broken once, and not when it is read again. */
async function checkOne(thing: Thing) {
  const once = await readOne(thing)
  return once.breaks.length === 0 ? once : readOne(thing)
}

async function readOne(thing: Thing) {
  const events = await table.all({ pk: thing.pk, begins: 'EVENT#', consistent: true })
  const heads = [...new Set([`${thing.pk}/HEAD`, ...events.map(({ of }) => String(of))])]
  const rows = await table.getMany(heads.map((of) => ({ pk: of.slice(0, of.indexOf('/')), sk: of.slice(of.indexOf('/') + 1) })))
  const breaks = verifyChain(
    events,
    rows.filter((row): row is Row => row !== undefined),
  )
  return { ...thing, events, chains: heads.length, breaks }
}
