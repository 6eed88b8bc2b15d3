import { BadCursor } from './cursor.ts'
import { type Row, table } from './table.ts'

type Query = Parameters<typeof table.query>[0]
export type Gathered<R> = { rows: R[]; cursor?: string }

/** How many pages one request reads while what it finds is filtered away; bounds the cost of a filter that fits hardly anything. */
const mostPages = 8

/**
 * One page of several queries read one after the other, e.g. of the categories of a batch. The cursor holds which of them it is in, and where. Rows that are not to be
 * shown are passed over; a page may be short, and is the last only when it has no cursor.
 */
export async function gather<R>(
  queries: readonly Omit<Query, 'cursor' | 'limit'>[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  keep: (row: R) => boolean = () => true,
): Promise<Gathered<R>> {
  let { index, inner } = decode(cursor, queries.length)
  const rows: R[] = []
  for (let page = 0; index < queries.length && rows.length < limit && page < mostPages + queries.length; page++) {
    const query = queries[index]
    if (!query) break
    const found = await table.query<R>({ ...query, limit: limit - rows.length, ...(inner && { cursor: inner }) })
    rows.push(...found.rows.filter(keep))
    inner = found.cursor
    if (!inner) index++
  }
  return index < queries.length ? { rows, cursor: encode(index, inner) } : { rows }
}

/** Rows that a search reads at once at most, and rows that one request reads: what it costs does not grow with the list. */
const readAtOnce = 500
const readInAll = 2000

/**
 * Rows of several queries in which something is found, read like `gather` but in pages that grow: most rows are passed over. A request reads so many rows and no more,
 * and says how many of those that may be seen (`keep`) have been looked at, with the requests before it. Behind the last row that it gives it is taken up again, so
 * that a cursor names none that may not be seen unless all that one request reads held nothing.
 */
export async function seek<R>(
  queries: readonly Omit<Query, 'cursor' | 'limit'>[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  keep: (row: R) => boolean,
  fits: (row: R) => boolean,
): Promise<Gathered<R> & { looked: number }> {
  let { index, inner, looked } = decode(cursor, queries.length)
  const rows: R[] = []
  let step = Math.min(limit, readAtOnce)
  for (let left = readInAll; index < queries.length && left > 0; step = Math.min(step * 2, readAtOnce)) {
    const query = queries[index]
    if (!query) break
    const found = await table.query<R>({ ...query, limit: Math.min(step, left), ...(inner && { cursor: inner }) })
    for (const row of found.rows) {
      if (!keep(row)) continue
      looked++
      if (!fits(row)) continue
      rows.push(row)
      if (rows.length === limit) return { rows, looked, cursor: encode(index, table.after(row as Row, query), looked) }
    }
    left -= Math.max(found.rows.length, 1)
    inner = found.cursor
    if (!inner) index++
  }
  return index < queries.length ? { rows, looked, cursor: encode(index, inner, looked) } : { rows, looked }
}

const encode = (index: number, inner: string | undefined, looked?: number) =>
  Buffer.from(JSON.stringify([index, inner ?? null, ...(looked === undefined ? [] : [looked])])).toString('base64url')

function decode(cursor: string | undefined, count: number): { index: number; inner: string | undefined; looked: number } {
  if (cursor === undefined) return { index: 0, inner: undefined, looked: 0 }
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursor()
  }
  const [index, inner, looked = 0] = Array.isArray(parsed) ? parsed : []
  if (!Number.isInteger(index) || index < 0 || index >= count || (inner !== null && typeof inner !== 'string')) throw new BadCursor()
  if (!Number.isInteger(looked) || looked < 0) throw new BadCursor()
  return { index, inner: inner ?? undefined, looked }
}
