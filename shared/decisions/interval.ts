import { type Method, trimmed } from './ranking.ts'

/** Below so many reviews an interval would say more than they can. */
const fewest = 3
/** Up to so many reviews every way of drawing them again is looked at; beyond, so many draws from a fixed start. */
const allDrawsUpTo = 5
const draws = 2000
/** The interval holds the middle eight tenths of the draws. */
const tail = 0.1

export type Interval = { low: number; high: number }

/**
 * Where a submission's figure would lie in eight of ten cases had as many experts been drawn from those who scored it (percentile bootstrap).
 * It says how far the order may be chance: figures whose intervals overlap are not surely apart. Null from fewer than three reviews.
 * The same scores give the same interval, in whatever order.
 */
export function interval(scores: readonly number[], method: Method): Interval | null {
  if (scores.length < fewest) return null
  const given = [...scores].sort((a, b) => a - b)
  const figure = method === 'trimmed-mean' ? trimmed : mean
  const figures = (given.length <= allDrawsUpTo ? everyDraw(given) : someDraws(given)).map(figure).sort((a, b) => a - b)
  const at = (share: number) => round(figures[Math.min(figures.length - 1, Math.floor(share * figures.length))] ?? 0)
  return { low: at(tail), high: at(1 - tail) }
}

/** Whether two intervals share a stretch; unknown ones are taken to. */
export const overlap = (a: Interval | null, b: Interval | null): boolean => !a || !b || (a.low <= b.high && b.low <= a.high)

const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length
const round = (figure: number) => Math.round(figure * 100) / 100

function everyDraw(scores: readonly number[]): number[][] {
  return scores.reduce<number[][]>((drawn) => drawn.flatMap((each) => scores.map((score) => [...each, score])), [[]])
}

function someDraws(scores: readonly number[]): number[][] {
  let state = 20_240_901
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: draws }, () => scores.map(() => scores[Math.floor(next() * scores.length)] ?? 0))
}
