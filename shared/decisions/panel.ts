/** One score of a category: of what, by whom, how much. */
export type Given = { submission: string; expert: string; score: number }

/** Fewer experts could be told apart by their figures. */
const fewestExperts = 4
/** Scores of one submission that lie further apart than this are worth a second look. */
const farApart = 25

/**
 * How far the experts of a category agree. `leanings` says by how much each expert's scores lie above or below what the others gave the same
 * submissions, on average: sorted, without names and only from four experts on, because it is about the panel and not about a person.
 */
export type Panel = { experts: number; reviews: number; spread: number | null; apart: number; leanings: { by: number; reviews: number }[] }

export function panel(given: readonly Given[]): Panel {
  const bySubmission = [...Map.groupBy(given, ({ submission }) => submission).values()].filter((scores) => scores.length > 1)
  const spreads = bySubmission.map(
    (scores) => Math.max(...scores.map(({ score }) => score)) - Math.min(...scores.map(({ score }) => score)),
  )
  const differences = bySubmission.flatMap((scores) =>
    scores.map(({ expert, score }) => ({
      expert,
      by: score - mean(scores.filter((each) => each.expert !== expert).map((each) => each.score)),
    })),
  )
  const experts = Map.groupBy(differences, ({ expert }) => expert)
  const leanings = [...experts.values()].map((each) => ({ by: round(mean(each.map(({ by }) => by))), reviews: each.length }))
  return {
    experts: new Set(given.map(({ expert }) => expert)).size,
    reviews: given.length,
    spread: spreads.length > 0 ? round(mean(spreads)) : null,
    apart: spreads.filter((spread) => spread > farApart).length,
    leanings: experts.size >= fewestExperts ? leanings.sort((a, b) => a.by - b.by) : [],
  }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const round = (figure: number) => Math.round(figure * 100) / 100
