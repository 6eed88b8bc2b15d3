/** How the scores of one submission are put into one figure. */
export type Method = 'mean' | 'trimmed-mean'
export type Scored = { submission: string; scores: readonly number[] }
export type Ranked = {
  submission: string
  rank: number
  /** Out of 100 with two decimals; null without reviews. */
  score: number | null
  mean: number | null
  reviews: number
  /** Highest minus lowest score. */
  spread: number | null
  /** Sample standard deviation. */
  deviation: number | null
  /** How many share this rank, itself included. */
  tied: number
}

/**
 * The ranking of a category: best first by the method's figure; who has the same figure shares the rank, and the next rank counts them all.
 * A submission without reviews stands last. Ties are shown, never broken silently: within a tie the order is that of ids.
 */
export function rank(submissions: readonly Scored[], method: Method): Ranked[] {
  const figures = submissions.map(({ submission, scores }) => ({
    submission,
    reviews: scores.length,
    mean: scores.length === 0 ? null : round(mean(scores)),
    score: scores.length === 0 ? null : round(method === 'trimmed-mean' ? trimmed(scores) : mean(scores)),
    spread: scores.length === 0 ? null : round(Math.max(...scores) - Math.min(...scores)),
    deviation: scores.length < 2 ? null : round(deviation(scores)),
  }))
  figures.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.submission < b.submission ? -1 : 1))
  const sharing = [...Map.groupBy(figures, ({ score }) => score).values()]
  let before = 0
  return sharing.flatMap((same) => {
    const rank = before + 1
    before += same.length
    return same.map((figure) => ({ ...figure, rank, tied: same.length }))
  })
}

/** The mean without the highest and the lowest score (去掉最高最低分); from fewer than three scores nothing is taken away. */
export function trimmed(scores: readonly number[]): number {
  if (scores.length < 3) return mean(scores)
  const sorted = [...scores].sort((a, b) => a - b)
  return mean(sorted.slice(1, -1))
}

export type Cut = { above: string[]; tie: string[]; below: string[]; unscored: string[] }

/**
 * Where the places end. When those who share a score stand on both sides of the line, none of them is above it:
 * they are the tie that the leading group has to decide. Who has no score stands on neither side.
 */
export function cut(ranked: readonly Ranked[], places: number): Cut {
  const scored = ranked.filter(({ score }) => score !== null)
  const unscored = ranked.filter(({ score }) => score === null).map(id)
  const last = places > 0 ? scored[places - 1] : undefined
  const next = scored[places]
  if (!last || !next || last.score !== next.score)
    return {
      above: scored.slice(0, places).map(id),
      tie: [],
      below: scored.slice(places).map(id),
      unscored,
    }
  return {
    above: scored.filter(({ score }) => (score ?? 0) > (last.score ?? 0)).map(id),
    tie: scored.filter(({ score }) => score === last.score).map(id),
    below: scored.filter(({ score }) => (score ?? 0) < (last.score ?? 0)).map(id),
    unscored,
  }
}

const id = ({ submission }: Ranked) => submission
const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length
const round = (figure: number) => Math.round(figure * 100) / 100
function deviation(scores: readonly number[]): number {
  const middle = mean(scores)
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - middle) ** 2, 0) / (scores.length - 1))
}
