import type { About } from '../../shared/mails/returns.ts'
import type { Language } from '../../shared/text.ts'
import { environment } from './environment.ts'

/** Slow work that may be done again without harm: each job carries what makes it recognisable. */
export type Job =
  /** `batch`: its host and its call may have sentences of their own for this mail. `about`: whom a bounce concerns. */
  | {
      job: 'mail'
      mail: string
      to: string
      id: string
      data: Record<string, unknown>
      batch?: string | undefined
      about?: About
    }
  | { job: 'sign-in-link'; email: string; id: string; at: string }
  | { job: 'lockout'; email: string; until: string; id: string; at: string }
  /** Mails the people of all units of some kinds below a unit; `cursor` goes on within its list. */
  | {
      job: 'tell'
      id: string
      mail: string
      batch: string
      unit: string
      kinds: string[]
      cursor?: string | undefined
      data: Record<string, unknown>
    }
  /** Moves the dates of corrections by a pause that was given back; `cursor` goes on within the batch. */
  | {
      job: 'carry-corrections'
      id: string
      batch: string
      since: string
      lost: number
      at: string
      cursor?: string | undefined
    }
  | { job: 'application-pdf'; submission: string; version: number }
  | { job: 'list-pdf'; batch: string; unit: string; category: string }
  | { job: 'sheet-pdf'; batch: string; category: string; language: Language }
  | { job: 'review-pdf'; submission: string; expert: string; language: Language }
  | { job: 'certificate'; award: string; of?: 'acceptance' }
  | { job: 'publish'; page: 'home' | 'call' | 'notice' | 'awards' | 'award'; id: string }

/** Documents and pages that come by the thousand, a second each, and that nobody waits for at a screen: a queue of their own, behind which no mail stands. */
const painted: ReadonlySet<Job['job']> = new Set(['application-pdf', 'certificate', 'publish'])

export type QueueName = 'jobs' | 'documents'
const addressOf = (queue: QueueName) => environment()[queue === 'documents' ? 'DOCUMENTS_QUEUE_URL' : 'JOBS_QUEUE_URL']
/** Which of the queues a message came from, by its ARN. */
export const queueOf = (arn: string): QueueName => (addressOf('documents').endsWith(`/${arn.split(':').at(-1)}`) ? 'documents' : 'jobs')

export async function send(job: Job): Promise<void> {
  const { SendMessageCommand, sqs } = await import('./sdk/sqs.ts')
  const QueueUrl = addressOf(painted.has(job.job) ? 'documents' : 'jobs')
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(job) }))
}

/** A message that could not be worked on is shown again after so many seconds, and not only when its time in hand has run out. */
export async function showAgain(receiptHandle: string, from: QueueName, seconds: number): Promise<void> {
  const { ChangeMessageVisibilityCommand, sqs } = await import('./sdk/sqs.ts')
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: addressOf(from), ReceiptHandle: receiptHandle, VisibilityTimeout: seconds }),
  )
}
