import { actsSoFar } from './ahead.ts'

/** Milliseconds within which all parts of a page have come: the script of one may arrive when another has its answer already. */
const together = 2000

/**
 * Reads what several parts of a page need once for all of them: who asks for the same while it is being read, or soon after, is given the same answer, until something
 * is done or the reading fails.
 */
export function sharedAnswer<What extends string, Read>(read: (what: What) => Promise<Read>): (what: What) => Promise<Read> {
  const known = new Map<What, { reading: Promise<Read>; acts: number; until: number }>()
  return (what) => {
    const acts = actsSoFar()
    const found = known.get(what)
    if (found?.acts === acts && performance.now() < found.until) return found.reading
    const asked = { reading: read(what), acts, until: Number.POSITIVE_INFINITY }
    const holdFor = (time: number) => {
      asked.until = performance.now() + time
    }
    asked.reading.then(
      () => holdFor(together),
      () => holdFor(0),
    )
    known.set(what, asked)
    return asked.reading
  }
}
