import type { Grade } from '../templates/schema.ts'
import type { Ranked } from './ranking.ts'

/**
 * The grade of each submission by its score: the first grade whose threshold it reaches. A grade with a share (优秀 for at most half)
 * is given from the top until the share is used up; who shares a score with the first who would be too many gets the next grade too.
 */
export function grade(ranked: readonly Ranked[], grades: readonly Pick<Grade, 'key' | 'from' | 'maxShare'>[]): Map<string, string> {
  const given = new Map<string, string>()
  const lowest = grades.at(-1)
  let open = [...ranked]
  for (const each of grades) {
    const reaching = open.filter(({ score }) => score !== null && (score >= each.from || each === lowest))
    const most = each.maxShare === undefined ? reaching.length : Math.floor(ranked.length * each.maxShare)
    const over = reaching[most]
    const chosen = over ? reaching.filter(({ score }) => (score ?? 0) > (over.score ?? 0)) : reaching
    for (const { submission } of chosen) given.set(submission, each.key)
    open = open.filter(({ submission }) => !given.has(submission))
  }
  return given
}
