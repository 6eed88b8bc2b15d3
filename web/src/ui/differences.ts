export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

/** Beyond so many steps of change two texts have little in common, and are shown one after the other. */
const mostSteps = 200

/** A text in the pieces that change as a whole: a word or number of Latin script, one Chinese character, one mark. */
const tokens = (text: string): string[] => text.match(/[\p{Script=Latin}\p{M}'’-]+|\d+|\s+|./gsu) ?? []

/** What was taken out of a text and what was put in, in reading order: `before` is all but the new, `after` all but the gone. */
export function differences(before: string, after: string): Piece[] {
  const [a, b] = [tokens(before), tokens(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const middle = shortest(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return joined([{ kind: 'same', text: a.slice(0, start).join('') }, ...middle, { kind: 'same', text: a.slice(a.length - end).join('') }])
}

/** The shortest way from one list to the other, after E. Myers, “An O(ND) Difference Algorithm and Its Variations” (1986). */
function shortest(a: readonly string[], b: readonly string[]): Piece[] {
  const all: Piece[] = [
    { kind: 'gone', text: a.join('') },
    { kind: 'new', text: b.join('') },
  ]
  if (a.length === 0 || b.length === 0) return all
  /** Per step the furthest place in `a` on every diagonal. */
  const steps: Map<number, number>[] = []
  let reach = new Map([[1, 0]])
  for (let d = 0; d <= mostSteps; d++) {
    const next = new Map(reach)
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return walked(a, b, [...steps, reach], k)
    }
    steps.push(reach)
    reach = next
  }
  return all
}

/** Goes back over the steps from the end to the beginning. */
function walked(a: readonly string[], b: readonly string[], steps: readonly Map<number, number>[], last: number): Piece[] {
  const pieces: Piece[] = []
  let x = a.length
  let k = last
  for (let d = steps.length - 1; d >= 0; d--) {
    const reach = steps[d] ?? new Map<number, number>()
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
    const from = down ? k + 1 : k - 1
    const begin = reach.get(from) ?? 0
    const after = down ? begin : begin + 1
    while (x > after) pieces.push({ kind: 'same', text: a[--x] ?? '' })
    if (d > 0) pieces.push(down ? { kind: 'new', text: b[begin - from] ?? '' } : { kind: 'gone', text: a[begin] ?? '' })
    x = begin
    k = from
  }
  return pieces.reverse()
}

/** Neighbours of one kind become one piece, and within a run of changes what is gone stands before what is new. */
function joined(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = []
  let gone = ''
  let fresh = ''
  const flush = () => {
    if (gone) done.push({ kind: 'gone', text: gone })
    if (fresh) done.push({ kind: 'new', text: fresh })
    gone = ''
    fresh = ''
  }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    if (kind === 'gone') gone += text
    else if (kind === 'new') fresh += text
    else {
      const last = done.at(-1)
      if (!gone && !fresh && last?.kind === 'same') last.text += text
      else {
        flush()
        done.push({ kind, text })
      }
    }
  }
  flush()
  return done
}
