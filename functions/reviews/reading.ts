import type { Batch } from '../../shared/batches/schema.ts'
import { pick } from '../../shared/pick.ts'
import { reopenReview } from '../../shared/reviews/rules.ts'
import type { Participant, Review } from '../../shared/reviews/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import type { Language } from '../../shared/text.ts'
import { key } from '../aws/keys.ts'
import { type Paper, paperAt } from '../aws/papers.ts'
import { table } from '../aws/table.ts'
import { notNowAtHost } from '../batches/notNow.ts'
import { reviews, rubricOf } from './store.ts'

/** The reviews of a submission as the host reads them: marks and comment once they are submitted, never what is still being written. */
export async function reviewsRead(batch: Batch, submission: Submission, at: string) {
  const [rows, rubric] = await Promise.all([reviews.of(submission.id), rubricOf(batch, submission.category)])
  const people = (await table.getMany(rows.map(({ expert }) => key.participant(batch.id, expert)))) as unknown as (
    | Participant
    | undefined
  )[]
  return {
    ...pick(submission, ['title', 'receipt']),
    ...notNowAtHost(batch),
    unit: submission.unit.name,
    institution: submission.institution.name,
    kind: categoryTitle(templateOf(batch.template.key, batch.template.version), submission.category),
    rubric,
    rows: rows.map((review, i) => ({
      ...pick(review, ['expert', 'state', 'score', 'submittedAt', 'savedAt', 'reason']),
      name: people[i]?.name ?? '',
      unit: people[i]?.unit.name ?? '',
      marks: review.state === 'submitted' ? review.marks : undefined,
      reopening: reopenReview(review, batch, at).ok,
    })),
  }
}

/** A submitted review on paper; submitted anew, it makes another document. */
export const paperOf = ({ submission, expert, version }: Review, language: Language) =>
  `documents/reviews/${submission}-${expert}-${version}-${language}.pdf`

/** A link to the review as PDF. */
export const reviewPaper = (review: Review, language: Language): Promise<Paper> =>
  paperAt(paperOf(review, language), { job: 'review-pdf', submission: review.submission, expert: review.expert, language })
