import type { Grade } from './schema.ts'

/**
 * The grade of every submission of a category by its score, best first: excellent ones are given only up to their share, rounded down; who comes behind gets the next
 * grade. Where a tie stands at the end of a share, none of those tied gets it.
 */
export function gradesFor(grades: readonly Grade[], scores: readonly { id: string; score: number }[]): Map<string, Grade> {
  const ranked = [...scores].sort((a, b) => b.score - a.score)
  const given = new Map<string, Grade>()
  for (const grade of grades) {
    const reach = ranked.filter(({ id, score }) => !given.has(id) && score >= grade.from)
    const most = grade.maxShare === undefined ? reach.length : Math.floor(grade.maxShare * ranked.length)
    const firstOut = reach[most]
    for (const { id, score } of reach.slice(0, most)) if (!firstOut || score > firstOut.score) given.set(id, grade)
  }
  return given
}
