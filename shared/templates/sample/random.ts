/** A stream of chance that always runs the same from the same seed. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (share: number) => boolean
  shuffled: <T>(list: readonly T[]) => T[]
}

export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed, 2654435761) + 1013904223) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    pick: (list) => {
      const picked = list[between(0, list.length - 1)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    chance: (share) => next() < share,
    shuffled: (list) => {
      const copy = [...list]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = between(0, last)
        const [a, b] = [copy[last], copy[other]]
        if (a !== undefined && b !== undefined) {
          copy[last] = b
          copy[other] = a
        }
      }
      return copy
    },
  }
}
