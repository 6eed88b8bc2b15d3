import { BadCursor } from './cursor.ts'
import { table } from './table.ts'

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
  let { index, inner } = cursor === undefined ? { index: 0, inner: undefined } : decode(cursor, queries.length)
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

const encode = (index: number, inner: string | undefined) => Buffer.from(JSON.stringify([index, inner ?? null])).toString('base64url')

function decode(cursor: string, count: number): { index: number; inner: string | undefined } {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursor()
  }
  const [index, inner] = Array.isArray(parsed) ? parsed : []
  if (!Number.isInteger(index) || index < 0 || index >= count || (inner !== null && typeof inner !== 'string')) throw new BadCursor()
  return { index, inner: inner ?? undefined }
}
