import { link } from './chain.ts'

type EventRow = Record<string, unknown>
export type Break = { of: string; seq: number; why: 'missing' | 'prev' | 'hash' | 'head' }

/**
 * Recomputes the chains of events: each aggregate's events are numbered from one without a gap, each names the hash before it, and each
 * hash is that of what the event says. With the heads beside them, the last hash must be the head's. Nothing returned means all is whole.
 */
export function verifyChain(rows: readonly EventRow[], heads: readonly EventRow[] = []): Break[] {
  const chains = new Map<string, EventRow[]>()
  for (const row of rows) {
    const of = String(row.of)
    const chain = chains.get(of)
    if (chain) chain.push(row)
    else chains.set(of, [row])
  }
  const breaks = [...chains].flatMap(([of, chain]) => verifyOne(of, chain))
  for (const head of heads) {
    if (typeof head.seq !== 'number') continue
    const of = `${head.pk}/${head.sk}`
    const last = (chains.get(of) ?? []).reduce(
      (most, row) => (Number(row.seq) > Number(most?.seq ?? 0) ? row : most),
      undefined as EventRow | undefined,
    )
    if (head.seq !== Number(last?.seq ?? 0) || head.chain !== (last?.hash ?? '')) breaks.push({ of, seq: head.seq, why: 'head' })
  }
  return breaks
}

function verifyOne(of: string, chain: EventRow[]): Break[] {
  const breaks: Break[] = []
  let previous = ''
  let expected = 1
  for (const row of chain.toSorted((a, b) => Number(a.seq) - Number(b.seq))) {
    // What finds the row says nothing of what happened.
    const { pk: _pk, sk: _sk, kind: _kind, listPk: _listPk, listSk: _listSk, prev, hash, ...event } = row
    const seq = Number(row.seq)
    if (seq !== expected) breaks.push({ of, seq: expected, why: 'missing' })
    else if (prev !== previous) breaks.push({ of, seq, why: 'prev' })
    if (link(String(prev), event) !== hash) breaks.push({ of, seq, why: 'hash' })
    previous = String(hash)
    expected = seq + 1
  }
  return breaks
}
