import { describe, expect, test } from 'vitest'
import { link } from './chain.ts'
import { verifyChain } from './verify.ts'

/** Three facts of one unit, chained as the table chains them. */
function chain(of = 'ORG#u/HEAD') {
  let prev = ''
  return [1, 2, 3].map((seq) => {
    const event = {
      type: 'organisation.changed',
      changes: { name: `第${seq}名` },
      seq,
      at: '2024-10-08T09:00:00.000Z',
      by: { kind: 'visitor' },
      of,
      request: `r${seq}`,
    }
    const hash = link(prev, event)
    const row: Record<string, unknown> = { pk: 'ORG#u', sk: `EVENT#r${seq}`, kind: 'event', ...event, prev, hash }
    prev = hash
    return row
  })
}
const head = (rows: Record<string, unknown>[]) => ({ pk: 'ORG#u', sk: 'HEAD', seq: 3, chain: rows[2]?.hash })
const without = (index: number) => chain().filter((_, i) => i !== index)

describe('a chain of events', () => {
  test('is whole as it was written, in whatever order it is read', () => {
    const rows = chain()
    expect(verifyChain(rows, [head(rows)])).toEqual([])
    expect(verifyChain(rows.toReversed(), [head(rows)])).toEqual([])
  })
  test('shows what was changed afterwards', () => {
    const rows = chain()
    Object.assign(rows[1] ?? {}, { changes: { name: '改' } })
    expect(verifyChain(rows)).toEqual([{ of: 'ORG#u/HEAD', seq: 2, why: 'hash' }])
  })
  test('shows what was rewritten with a hash of its own', () => {
    const rows = chain()
    const {
      pk: _pk,
      sk: _sk,
      kind: _kind,
      prev,
      hash: _hash,
      ...event
    } = { ...rows[1], changes: { name: '改' } } as Record<string, unknown>
    Object.assign(rows[1] ?? {}, { ...event, hash: link(String(prev), event) })
    expect(verifyChain(rows)).toEqual([{ of: 'ORG#u/HEAD', seq: 3, why: 'prev' }])
  })
  test('shows what is missing in the middle', () => expect(verifyChain(without(1))).toMatchObject([{ seq: 2, why: 'missing' }]))
  test('shows what is missing at its beginning', () => expect(verifyChain(without(0))).toMatchObject([{ seq: 1, why: 'missing' }]))
  test('shows what is missing at its end, by the head', () =>
    expect(verifyChain(without(2), [head(chain())])).toEqual([{ of: 'ORG#u/HEAD', seq: 3, why: 'head' }]))
  test('of another thing does not disturb it', () => expect(verifyChain([...chain(), ...chain('ORG#u/MEMBER#p')])).toEqual([]))
})
