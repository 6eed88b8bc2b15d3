export type Interval = readonly [from: number, until: number]

/** How much of the time between two moments lies in at least one of the intervals: those that overlap count once. */
export function covered(intervals: readonly Interval[], from: number, until: number): number {
  let [sum, reached] = [0, from]
  for (const [start, end] of intervals.toSorted(([a], [b]) => a - b)) {
    const last = Math.min(end, until)
    sum += Math.max(0, last - Math.max(start, reached))
    reached = Math.max(reached, last)
  }
  return sum
}
