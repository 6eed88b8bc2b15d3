import type { Batch } from '../../shared/batches/schema.ts'
import type { Form, FormValues } from '../../shared/forms/schema.ts'
import { anonymous, withoutPeople } from '../../shared/reviews/anonymity.ts'
import type { Review } from '../../shared/reviews/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import type { Rubric } from '../../shared/templates/schema.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { frozenValues, versionOf } from '../submissions/frozen.ts'
import { rubricOf } from './store.ts'

/** The application as PDF of the version under review; nothing where the applicant is hidden, since it names everybody. */
export async function documentOf(batch: Batch, review: Review): Promise<string | undefined> {
  if (batch.settings.applicantHiddenFromExpert) return undefined
  const submission = await table.get<Submission>(key.submission(review.submission))
  const version = submission?.batch === batch.id ? await versionOf(submission, submission.version) : undefined
  return version?.document?.key
}

export type Material = {
  title?: string
  unit?: string
  institution?: string
  receipt?: string
  category: string
  form: Form
  values: FormValues
  rubric: Rubric
  /** Whether the application can be had as PDF. */
  pdf: boolean
}

/** What an expert is given of a submission: its frozen version, without what would tell the applicant when the batch is anonymous. */
export async function materialOf(batch: Batch, review: Review): Promise<Material | undefined> {
  const submission = await table.get<Submission>(key.submission(review.submission))
  const template = templateOf(batch.template.key, batch.template.version)
  const rubric = await rubricOf(batch, review.category)
  if (!submission || !template || !rubric || submission.batch !== batch.id) return undefined
  const form = formOf(template, submission.category)
  if (!form) return undefined
  const values = await frozenValues(submission)
  const given = { category: submission.category, form, rubric, pdf: false }
  if (!batch.settings.applicantHiddenFromExpert)
    return {
      ...given,
      pdf: (await documentOf(batch, review)) !== undefined,
      values,
      title: submission.title,
      unit: submission.unit.name,
      institution: submission.institution.name,
      receipt: submission.receipt,
    }
  const identifying = [
    submission.unit.name,
    submission.institution.name,
    submission.title,
    submission.receipt ?? '',
    ...submission.way.map(({ unit }) => unit.name),
  ]
  return { ...given, form: withoutPeople(form), values: anonymous(form, values, identifying) }
}
