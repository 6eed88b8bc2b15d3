/** A stretch of two texts: in both, only in the first, or only in the second. */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

/** Pairs of tokens compared at most; beyond it a stretch is shown as replaced as a whole, which is what a reader would say of it too. */
const mostPairs = 1_500_000
/** A match of fewer characters between two changes is chance, and makes a difference hard to read. */
const shortest = 2

/**
 * What makes one text of another, to be read by people: sentences are matched first, then the characters of those that changed, as suits a language that is written
 * without spaces. The pieces that are not `new` make the first text, those that are not `gone` the second.
 */
export function diffText(before: string, after: string): Piece[] {
  const blocks = align(sentences(before), sentences(after))
  const pieces = blocks.flatMap(({ same, gone, added }): Piece[] => {
    if (same !== undefined) return [{ kind: 'same', text: same.join('') }]
    return readable(align([...gone.join('')], [...added.join('')]))
  })
  return joined(pieces)
}

/**
 * Two texts that were made from the same one, brought together sentence by sentence; undefined when both changed the same place differently, so that a person has to.
 */
export function mergeText(base: string, mine: string, theirs: string): string | undefined {
  const from = sentences(base)
  const [ours, others] = [editsOf(from, sentences(mine)), editsOf(from, sentences(theirs))]
  const meets = (a: Edit, b: Edit) => a.from === b.from || (a.from < b.to && b.from < a.to)
  const equal = (a: Edit, b: Edit) => a.from === b.from && a.to === b.to && a.put.join('') === b.put.join('')
  if (ours.some((a) => others.some((b) => meets(a, b) && !equal(a, b)))) return undefined
  const all = [...ours, ...others.filter((b) => !ours.some((a) => equal(a, b)))].sort((a, b) => a.from - b.from || a.to - b.to)
  let at = 0
  const merged: string[] = []
  for (const { from: start, to, put } of all) {
    merged.push(...from.slice(at, start), ...put)
    at = to
  }
  return [...merged, ...from.slice(at)].join('')
}

const sentences = (text: string): string[] =>
  text.match(/[^。！？；.!?;\n]*(?:[。！？；.!?;]+|\n+|$)/g)?.filter((each) => each !== '') ?? []

type Block = { same?: string[]; gone: string[]; added: string[] }

/** Runs of tokens that two lists share, and what stands between them. */
function align(a: readonly string[], b: readonly string[]): Block[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = alignMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const ends = (tokens: readonly string[]): Block[] => (tokens.length > 0 ? [{ same: [...tokens], gone: [], added: [] }] : [])
  return [...ends(a.slice(0, head)), ...middle, ...ends(a.slice(a.length - tail))]
}

function alignMiddle(a: readonly string[], b: readonly string[]): Block[] {
  if (a.length === 0 && b.length === 0) return []
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostPairs) return [{ gone: [...a], added: [...b] }]
  const lengths = commonLengths(a, b)
  const width = b.length + 1
  const blocks: Block[] = []
  const last = (same: boolean): Block => {
    const block = blocks.at(-1)
    if (block && (block.same !== undefined) === same) return block
    const next: Block = { ...(same && { same: [] }), gone: [], added: [] }
    blocks.push(next)
    return next
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      last(true).same?.push(left)
      i++
      j++
    } else if (left !== undefined && (right === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      last(false).gone.push(left)
      i++
    } else {
      last(false).added.push(right ?? '')
      j++
    }
  }
  return blocks
}

/** Length of the longest common subsequence of what follows each pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  return lengths
}

/** Changes with chance matches between them taken together. */
function readable(blocks: readonly Block[]): Piece[] {
  const kept: Block[] = []
  for (const [index, block] of blocks.entries()) {
    const chance = block.same !== undefined && block.same.length < shortest && index > 0 && index < blocks.length - 1
    const change: Block = chance ? { gone: block.same ?? [], added: block.same ?? [] } : block
    const before = kept.at(-1)
    if (change.same === undefined && before && before.same === undefined) {
      before.gone = [...before.gone, ...change.gone]
      before.added = [...before.added, ...change.added]
    } else kept.push({ ...change })
  }
  return kept.flatMap(({ same, gone, added }): Piece[] =>
    same !== undefined
      ? [{ kind: 'same', text: same.join('') }]
      : [
          { kind: 'gone', text: gone.join('') },
          { kind: 'new', text: added.join('') },
        ],
  )
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const before = result.at(-1)
    if (before?.kind === piece.kind) before.text += piece.text
    else result.push({ ...piece })
  }
  return result
}

/** Tokens `from` to `to` of the base give way to `put`. */
type Edit = { from: number; to: number; put: string[] }

function editsOf(base: readonly string[], side: readonly string[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const { same, gone, added } of align(base, side)) {
    if (same === undefined) edits.push({ from: at, to: at + gone.length, put: added })
    at += same?.length ?? gone.length
  }
  return edits
}
