import type { Batch } from '../../shared/batches/schema.ts'
import type { Participant } from '../../shared/reviews/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { categoryTitle, templateOf } from '../../shared/templates/index.ts'
import { now } from '../aws/clock.ts'
import { keep, look } from '../aws/files.ts'
import type { Job } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { reviewSheetPdf } from '../documents/pdf/reviewSheet.ts'
import { paperOf } from './reading.ts'
import { reviews, rubricOf } from './store.ts'

/** Makes the PDF of a submitted review, once for each time it was submitted. */
export async function makeReviewDocument({ submission: id, expert, language }: Extract<Job, { job: 'review-pdf' }>): Promise<void> {
  const review = await reviews.get(id, expert)
  if (review?.state !== 'submitted' || (await look(paperOf(review, language)))) return
  const rows = await table.getMany([key.batch(review.batch), key.submission(id), key.participant(review.batch, expert)])
  const [batch, submission, participant] = rows as unknown as [Batch | undefined, Submission | undefined, Participant | undefined]
  const rubric = batch && (await rubricOf(batch, review.category))
  if (!rubric || !submission || !participant) return
  const { marks, score = 0, submittedAt = '' } = review
  const chosen = rubric.recommendation?.find(({ value }) => value === marks.recommendation)
  const pdf = await reviewSheetPdf({
    batch: batch.title,
    category: categoryTitle(templateOf(batch.template.key, batch.template.version), review.category)[language],
    submission: {
      title: submission.title,
      receipt: submission.receipt ?? '',
      applicant: [...new Set([submission.institution.name, submission.unit.name])].join(' '),
    },
    expert: participant.name,
    rubric,
    scores: marks.scores,
    total: score,
    comment: marks.comment,
    ...(chosen && { recommendation: chosen.label[language] }),
    submittedAt,
    language,
    at: now(),
  })
  await keep(paperOf(review, language), pdf, `${language === 'zh' ? '专家评审表' : 'Review'} ${submission.receipt ?? ''}.pdf`)
}
