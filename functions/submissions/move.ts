import type { FactOf } from '../../events/catalogue.ts'
import { standingAfter } from '../../shared/submissions/after.ts'
import type { Submission, SubmissionSummary } from '../../shared/submissions/schema.ts'
import type { SubmissionFact } from '../../shared/submissions/states.ts'
import { summaryOf } from '../../shared/submissions/summary.ts'
import { key, partition } from '../aws/keys.ts'
import type { Move } from '../aws/table.ts'

/** Places in the two indexes: the recommending unit's list, and the institution's own. Only the first is ordered by state, so that a change of state costs one of them no more than a write in place. */
export const placesInIndexes = (submission: Omit<Submission, 'summary'>) => {
  const { id, batch, category, state, submittedAt, createdAt, way, institution } = submission
  const recommending = way.at(-1)?.unit ?? institution
  return {
    listPk: partition.unitList(batch, recommending.id),
    listSk: `${category}#${state}#${submittedAt ?? createdAt}#${id}`,
    ownerPk: partition.submissionsOf(institution.id),
    ownerSk: `${batch}#${category}#${id}`,
  }
}

/** The head after a fact, and the move that takes it there: state, holder, summary and its places in the lists together. */
export function submissionMove(
  submission: Submission,
  fact: FactOf<SubmissionFact>,
  at: string,
  sections: Pick<SubmissionSummary, 'sectionsDone' | 'sections'> = submission.summary,
): { move: Move; moved: Submission } {
  const changes = standingAfter(submission, fact, at)
  const head = { ...submission, ...changes, seq: submission.seq + 1 }
  const moved: Submission = { ...head, summary: summaryOf(head, sections) }
  const places = placesInIndexes(moved)
  const remove = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined && submission[name as keyof Submission] !== undefined ? [name] : [],
  )
  // What was given up is in no list any more.
  const unlisted = moved.state === 'discarded'
  return {
    moved,
    move: {
      key: key.submission(submission.id),
      head: submission,
      fact,
      set: { ...changes, summary: moved.summary, ...(!unlisted && { listSk: places.listSk }) },
      remove: [...remove, ...(unlisted ? Object.keys(places) : [])],
    },
  }
}
