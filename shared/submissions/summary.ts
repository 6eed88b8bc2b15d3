import { holderOf } from './after.ts'
import type { KeptSummary, Submission, SubmissionSummary } from './schema.ts'

/** What lists show of a submission. Absent parts are left out: the summary is copied into every index and paid for in each list that is read. */
export function summaryOf(
  submission: Omit<Submission, 'summary'>,
  sections: Pick<SubmissionSummary, 'sectionsDone' | 'sections'>,
): KeptSummary {
  const { title, unit, institution, category, state, order, receipt, submittedAt, correctUntil, remindedAt, way, seq } = submission
  const beingWritten = submission.level === null
  const college = way.find((each) => each.level === 'college')?.unit.id
  return {
    title,
    unit,
    ...(institution.id !== unit.id && { institution }),
    category,
    state,
    holder: holderOf(submission),
    sectionsDone: sections.sectionsDone,
    sections: sections.sections,
    ...(college !== undefined && { college }),
    ...(order !== undefined && { order }),
    ...(submission.award !== undefined && { award: submission.award }),
    ...(receipt !== undefined && { receipt }),
    ...(submittedAt !== undefined && { submittedAt }),
    ...(beingWritten && correctUntil !== undefined && { correctUntil }),
    ...(beingWritten && remindedAt !== undefined && { remindedAt }),
    seq,
  }
}

/** The summary as lists show it. */
export const unfold = ({ title, unit, institution = unit, ...rest }: KeptSummary, batch: string): SubmissionSummary => ({
  title,
  unit,
  institution,
  batch,
  ...rest,
})

/** What of a submission its readers are told: everything but the keys of rows and the chain. */
export const viewOf = (submission: Submission) => ({
  id: submission.id,
  batch: submission.batch,
  category: submission.category,
  title: submission.title,
  state: submission.state,
  unit: submission.unit,
  institution: submission.institution,
  way: submission.way,
  level: submission.level,
  /** The level that returned it and has it back when it is handed in again. */
  backTo: submission.backTo,
  holder: holderOf(submission),
  version: submission.version,
  receipt: submission.receipt,
  submittedAt: submission.submittedAt,
  correctUntil: submission.correctUntil,
  award: submission.award,
  createdAt: submission.createdAt,
  sectionsDone: submission.summary.sectionsDone,
  sections: submission.summary.sections,
})
export type SubmissionView = ReturnType<typeof viewOf>
