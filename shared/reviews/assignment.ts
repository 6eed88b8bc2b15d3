import { type Judged, type Judging, sameUnit } from './conflicts.ts'

export type ToReview = Judged & { id: string; category: string; field?: string }
export type Reviewer = Judging & { expert: string; fields: readonly string[]; load: number }
export type Pair = { submission: string; expert: string }
export type Assignment = { pairs: Pair[]; short: { submission: string; missing: number }[] }

/** Whether an expert's fields take in a submission; who has named none reviews anything. */
export const inField = ({ fields }: Pick<Reviewer, 'fields'>, { category, field }: Pick<ToReview, 'category' | 'field'>): boolean =>
  fields.length === 0 || fields.some((each) => each === category || each === field)

/** How a plan would weigh on the experts: the least and the most anyone would have, and how many reviews lie outside the expert's fields. */
export type Fairness = { least: number; most: number; share: number; outside: number }

/** The figures of a plan before it is carried out, from all pairs that would then stand. */
export function fairness(submissions: readonly ToReview[], reviewers: readonly Reviewer[], planned: readonly Pair[]): Fairness {
  const added = Map.groupBy(planned, ({ expert }) => expert)
  const loads = reviewers.map(({ expert, load }) => load + (added.get(expert)?.length ?? 0))
  const known = new Map(submissions.map((submission) => [submission.id, submission]))
  const outside = reviewers.flatMap((reviewer) =>
    (added.get(reviewer.expert) ?? []).filter(({ submission }) => {
      const found = known.get(submission)
      return found && !inField(reviewer, found)
    }),
  )
  return {
    least: loads.length > 0 ? Math.min(...loads) : 0,
    most: loads.length > 0 ? Math.max(...loads) : 0,
    share: shareOf(loads),
    outside: outside.length,
  }
}

/** What everyone has when all have the same, rounded up. */
const shareOf = (loads: readonly number[]) => (loads.length > 0 ? Math.ceil(loads.reduce((sum, load) => sum + load, 0) / loads.length) : 0)

/**
 * Gives each submission its number of experts so that no expert goes further than one above a fair share as long as somebody else may review, nobody reviews
 * their own institution, and an expert who has declared a conflict is not asked again; below that, experts of the field come before others.
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

  const wantedInAll = open.reduce((sum, { wanted, able }) => sum + Math.min(wanted, able.length), 0)
  const share = reviewers.length > 0 ? Math.ceil((reviewers.reduce((sum, { load }) => sum + load, 0) + wantedInAll) / reviewers.length) : 0
  const full = ({ expert }: Reviewer) => ((load.get(expert) ?? 0) > share ? 1 : 0)

  const pairs: Pair[] = []
  const short: Assignment['short'] = []
  for (const { submission, wanted, able } of open) {
    const fits = (reviewer: Reviewer) => (inField(reviewer, submission) ? 0 : 1)
    const chosen = [...able]
      .sort(
        (a, b) =>
          full(a) - full(b) ||
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
