import type { FactOf, Recorded } from '../../events/catalogue.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { placed } from '../../shared/submissions/comments.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import type { Language, Text } from '../../shared/text.ts'
import { environment } from '../aws/environment.ts'
import { send } from '../aws/jobs.ts'
import { key } from '../aws/keys.ts'
import { table } from '../aws/table.ts'
import { mailMembers } from '../batches/telling.ts'
import { formFor } from './form.ts'

type About = { submission: string; batch: string }

async function load(fact: About): Promise<{ submission: Submission; batch: Batch } | undefined> {
  const [submissionRow, batchRow] = await table.getMany([key.submission(fact.submission), key.batch(fact.batch)])
  const submission = submissionRow as unknown as Submission | undefined
  const batch = batchRow as unknown as Batch | undefined
  return submission && batch && { submission, batch }
}

/** Where the applicant finds the submission on the site. */
const linkTo = ({ id, batch }: Pick<Submission, 'id' | 'batch'>) => `${environment().PUBLIC_ORIGIN}/app/batches/${batch}/submissions/${id}`

/** Tells those who work on a submission for its unit. */
async function mailApplicant(
  fact: Recorded & About,
  mail: string,
  more: (about: { submission: Submission; batch: Batch }) => Record<string, unknown>,
) {
  const about = await load(fact)
  if (!about) return
  const { submission, batch } = about
  const data = { batch: batch.title, title: submission.title, link: linkTo(submission), ...more(about) }
  await mailMembers(submission.unit.id, { id: `${fact.request}.${submission.id}`, mail, data, batch: batch.id })
}

/** The receipt, with number, hash and the server's time. */
export const mailReceipt = (fact: Recorded<FactOf<'submission.submitted'>>) =>
  mailApplicant(fact, 'submission-received', () => ({ receipt: fact.receipt, sha256: fact.sha256, at: fact.at }))

/** Asks for the application form as PDF; nobody waits for it. */
export const makeDocument = (fact: Recorded<FactOf<'submission.submitted'>>) =>
  send({ job: 'application-pdf', submission: fact.submission, version: fact.version })

const unitOf = ({ way }: Submission, unit: string) => way.find((level) => level.unit.id === unit)?.unit.name ?? ''

/** Where in the form a comment is; nothing where it is about the whole. */
function placeOf(...names: (Text | undefined)[]): Text {
  const inside = (language: Language) => names.flatMap((name) => (name ? [name[language]] : [])).join(' › ')
  return { zh: inside('zh'), en: inside('en') }
}

export const mailReturn = (fact: Recorded<FactOf<'submission.returned'>>) =>
  mailApplicant(fact, 'submission-returned', ({ submission, batch }) => {
    const comments = placed(fact.comments, formFor(batch, submission.category)).map(({ section, field, text }) => ({
      place: placeOf(section?.title, field?.label),
      comment: text,
    }))
    return { unit: unitOf(submission, fact.unit), until: fact.until, comments }
  })

/** Another date for the correction, set by the unit or moved with the dates of the batch. */
export const mailCorrection = (fact: Recorded<FactOf<'submission.correction-moved'>>) =>
  mailApplicant(fact, 'submission-correction-moved', ({ submission }) => ({ unit: unitOf(submission, fact.unit), until: fact.until }))

export const mailTakenUp = (fact: Recorded<FactOf<'submission.return-undone'>>) =>
  mailApplicant(fact, 'submission-taken-up', ({ submission }) => ({ unit: unitOf(submission, fact.unit), reason: fact.reason }))

/** The time that a pause took is given back to what was being corrected, as to the dates of the batch. */
export async function carryCorrections({ batch, since, lost, request, at }: Recorded<FactOf<'batch.resumed'>>): Promise<void> {
  if (lost > 0) await send({ job: 'carry-corrections', id: request, batch, since, lost, at })
}

export const mailRecommendation = (fact: Recorded<FactOf<'submission.recommended'>>) =>
  mailApplicant(fact, 'submission-recommended', ({ submission }) => ({ unit: unitOf(submission, fact.unit) }))

/** Reminds those who work on a submission, unless it has been handed in meanwhile. */
export async function mailReminder(fact: Recorded<FactOf<'submission.reminded'>>): Promise<void> {
  const about = await load(fact)
  if (about && (about.submission.state === 'draft' || about.submission.state === 'returned'))
    await mailApplicant(fact, 'submission-reminder', ({ submission }) => ({
      unit: unitOf(submission, fact.unit),
      ...(fact.until && { until: fact.until }),
    }))
}

export const mailDecline = (fact: Recorded<FactOf<'submission.declined'>>) =>
  mailApplicant(fact, 'submission-declined', ({ submission }) => ({ unit: unitOf(submission, fact.unit), reason: fact.reason }))
