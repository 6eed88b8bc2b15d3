import { type Judged, sameUnit } from './conflicts.ts'

export type ToReview = Judged & { id: string; category: string; field?: string }
export type Reviewer = { expert: string; unit: { name: string; code?: string }; fields: readonly string[]; load: number }
export type Pair = { submission: string; expert: string }
export type Assignment = { pairs: Pair[]; short: { submission: string; missing: number }[] }

/**
 * Gives each submission its number of experts so that no expert has more than a fair share, nobody reviews their own institution,
 * and an expert who has declared a conflict is not asked again; experts of the field come before others.
 * `existing` are pairs that stand already, `barred` those that must not be made. The same input gives the same answer.
 */
export function balance(
  submissions: readonly ToReview[],
  reviewers: readonly Reviewer[],
  perSubmission: number,
  existing: readonly Pair[],
  barred: readonly Pair[],
): Assignment {
  const load = new Map(reviewers.map(({ expert, load }) => [expert, load]))
  const taken = new Map<string, Set<string>>()
  const note = ({ submission, expert }: Pair) => taken.set(submission, (taken.get(submission) ?? new Set()).add(expert))
  existing.forEach(note)
  const counted = new Map([...taken].map(([submission, experts]) => [submission, experts.size]))
  barred.forEach(note)

  const open = submissions.map((submission) => ({
    submission,
    wanted: Math.max(0, perSubmission - (counted.get(submission.id) ?? 0)),
    able: reviewers.filter((reviewer) => !taken.get(submission.id)?.has(reviewer.expert) && !sameUnit(reviewer, submission)),
  }))
  // Who has the fewest able experts chooses first, so that nobody is left without.
  open.sort((a, b) => a.able.length - a.wanted - (b.able.length - b.wanted) || (a.submission.id < b.submission.id ? -1 : 1))

  const pairs: Pair[] = []
  const short: Assignment['short'] = []
  for (const { submission, wanted, able } of open) {
    const fits = (reviewer: Reviewer) =>
      reviewer.fields.length === 0 || reviewer.fields.some((field) => field === submission.category || field === submission.field) ? 0 : 1
    const chosen = [...able]
      .sort(
        (a, b) =>
          fits(a) - fits(b) ||
          (load.get(a.expert) ?? 0) - (load.get(b.expert) ?? 0) ||
          mix(submission.id, a.expert) - mix(submission.id, b.expert) ||
          (a.expert < b.expert ? -1 : 1),
      )
      .slice(0, wanted)
    for (const { expert } of chosen) {
      load.set(expert, (load.get(expert) ?? 0) + 1)
      pairs.push({ submission: submission.id, expert })
    }
    if (chosen.length < wanted) short.push({ submission: submission.id, missing: wanted - chosen.length })
  }
  return { pairs, short }
}

/** A stable number for a pair, so that ties fall differently for each submission instead of always to the first expert. */
function mix(a: string, b: string): number {
  let h = 2_166_136_261
  for (const c of a + b) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 16_777_619)
  return h >>> 0
}
