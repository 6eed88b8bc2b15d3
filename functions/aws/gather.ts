import { BadCursor } from './cursor.ts'
import { seal, unseal } from './seal.ts'
import { type Row, table } from './table.ts'

type Query = Parameters<typeof table.query>[0]
export type Gathered<R> = { rows: R[]; cursor?: string }

/** How many pages one request reads while what it finds is filtered away; bounds the cost of a filter that fits hardly anything. */
const mostPages = 8

/**
 * One page of several queries read one after the other, e.g. of the categories of a batch. The cursor holds which of them it is in, and where; it is sealed, because the
 * row it goes on from may be one that is passed over as not to be shown. A page may be short, and is the last only when it has no cursor.
 */
export async function gather<R>(
  queries: readonly Omit<Query, 'cursor' | 'limit'>[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  keep: (row: R) => boolean = () => true,
): Promise<Gathered<R>> {
  let { index, inner } = await decode(cursor, queries)
  const rows: R[] = []
  for (let page = 0; index < queries.length && rows.length < limit && page < mostPages + queries.length; page++) {
    const query = queries[index]
    if (!query) break
    const found = await table.query<R>({ ...query, limit: limit - rows.length, ...(inner && { cursor: inner }) })
    rows.push(...found.rows.filter(keep))
    inner = found.cursor
    if (!inner) index++
  }
  return index < queries.length ? { rows, cursor: await encode(queries, index, inner) } : { rows }
}

/** Rows that a search reads at once at most, and rows that one request reads: what it costs does not grow with the list. */
const readAtOnce = 500
const readInAll = 2000

/**
 * Rows of several queries in which something is found, read like `gather` but in pages that grow: most rows are passed over. A request reads so many rows and no more,
 * and says how many of those that may be seen (`keep`) have been looked at, with the requests before it. Behind the last row that it gives it is taken up again.
 */
export async function seek<R>(
  queries: readonly Omit<Query, 'cursor' | 'limit'>[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  keep: (row: R) => boolean,
  fits: (row: R) => boolean,
): Promise<Gathered<R> & { looked: number }> {
  let { index, inner, looked } = await decode(cursor, queries)
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
      if (rows.length === limit) return { rows, looked, cursor: await encode(queries, index, table.after(row as Row, query), looked) }
    }
    left -= Math.max(found.rows.length, 1)
    inner = found.cursor
    if (!inner) index++
  }
  return index < queries.length ? { rows, looked, cursor: await encode(queries, index, inner, looked) } : { rows, looked }
}

type Place = { index: number; inner: string | undefined; looked: number }

/** The list that a cursor belongs to: in another it is none. */
const listOf = (queries: readonly Pick<Query, 'pk'>[]) => queries.map(({ pk }) => pk).join('\n')

const encode = (queries: readonly Pick<Query, 'pk'>[], index: number, inner: string | undefined, looked = 0) =>
  seal(JSON.stringify({ index, inner, looked } satisfies Place), listOf(queries))

/** @throws BadCursor when it is not one that was given for this list */
async function decode(cursor: string | undefined, queries: readonly Pick<Query, 'pk'>[]): Promise<Place> {
  if (cursor === undefined) return { index: 0, inner: undefined, looked: 0 }
  const place = await unseal(cursor, listOf(queries))
  if (place === undefined) throw new BadCursor()
  return JSON.parse(place) as Place
}
