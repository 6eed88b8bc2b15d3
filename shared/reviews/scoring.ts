import { countCharacters } from '../forms/count.ts'
import { accept, type Outcome, refuse } from '../outcome.ts'
import type { Criterion, Rubric } from '../templates/schema.ts'
import type { Text } from '../text.ts'

/** What an expert has entered so far; absent criteria are not scored yet. */
export type Marks = { scores: Record<string, number>; comment: string; recommendation?: string }
export type MarkProblem = { at: string; message: Text }

/** A review's score out of 100: each criterion's share of its full mark times its weight, weights scaled to add up to 100. Two decimals. */
export function scoreOf(rubric: Rubric, scores: Record<string, number>): number {
  const weights = rubric.criteria.reduce((sum, { weight }) => sum + weight, 0)
  const points = rubric.criteria.reduce((sum, { key, max, weight }) => sum + ((scores[key] ?? 0) / max) * weight, 0)
  return Math.round((points / weights) * 10_000) / 100
}

/** What is still missing or out of range before a review may be submitted; empty when it may. */
export function markProblems(rubric: Rubric, marks: Marks): MarkProblem[] {
  const problems = rubric.criteria.flatMap((criterion) => criterionProblem(criterion, marks.scores[criterion.key]))
  const length = countCharacters(marks.comment.trim())
  if (length < rubric.commentMin)
    problems.push({
      at: 'comment',
      message: {
        zh: `评审意见至少 ${rubric.commentMin} 字，现有 ${length} 字。`,
        en: `The comment needs at least ${rubric.commentMin} characters; it has ${length}.`,
      },
    })
  if (length > rubric.commentMax)
    problems.push({
      at: 'comment',
      message: {
        zh: `评审意见最多 ${rubric.commentMax} 字，现有 ${length} 字。`,
        en: `The comment may have at most ${rubric.commentMax} characters; it has ${length}.`,
      },
    })
  if (rubric.recommendation && !rubric.recommendation.some(({ value }) => value === marks.recommendation))
    problems.push({ at: 'recommendation', message: { zh: '请选择评审结论。', en: 'Choose a recommendation.' } })
  return problems
}

/** A draft may be incomplete, but it holds only criteria of the rubric, within their range and step, and a text of bounded length. */
export function acceptMarks(rubric: Rubric, marks: Marks): Outcome<Marks> {
  const known = new Map(rubric.criteria.map((criterion) => [criterion.key, criterion]))
  for (const [key, score] of Object.entries(marks.scores)) {
    const criterion = known.get(key)
    if (!criterion || !inRange(criterion, score))
      return refuse('review.mark-invalid', { criterion: criterion?.title.zh ?? key, min: criterion?.min ?? 0, max: criterion?.max ?? 0 })
  }
  if (marks.recommendation !== undefined && !rubric.recommendation?.some(({ value }) => value === marks.recommendation))
    return refuse('review.mark-invalid', { criterion: 'recommendation', min: 0, max: 0 })
  return accept(marks)
}

function criterionProblem(criterion: Criterion, score: number | undefined): MarkProblem[] {
  if (score === undefined)
    return [{ at: criterion.key, message: { zh: `“${criterion.title.zh}”尚未评分。`, en: `“${criterion.title.en}” is not scored yet.` } }]
  if (inRange(criterion, score)) return []
  return [
    {
      at: criterion.key,
      message: {
        zh: `“${criterion.title.zh}”应在 ${criterion.min}–${criterion.max} 分之间。`,
        en: `“${criterion.title.en}” takes ${criterion.min} to ${criterion.max}.`,
      },
    },
  ]
}

/** Whether a score lies on the scale of a criterion. */
export function inRange({ min, max, step }: Criterion, score: number): boolean {
  if (!Number.isFinite(score) || score < min || score > max) return false
  const steps = (score - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-9
}
