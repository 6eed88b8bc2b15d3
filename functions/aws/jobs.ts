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
      about?: { batch: string; expert: string }
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
  | { job: 'application-pdf'; submission: string; version: number }
  | { job: 'list-pdf'; batch: string; unit: string; category: string }
  | { job: 'sheet-pdf'; batch: string; category: string; language: Language }
  | { job: 'certificate'; award: string }
  | { job: 'publish'; page: 'home' | 'call' | 'notice' | 'awards' | 'award'; id: string }

export async function send(job: Job): Promise<void> {
  const { SendMessageCommand, sqs } = await import('./sdk/sqs.ts')
  await sqs.send(new SendMessageCommand({ QueueUrl: environment().JOBS_QUEUE_URL, MessageBody: JSON.stringify(job) }))
}

/** A message that could not be worked on is shown again after so many seconds, and not only when its time in hand has run out. */
export async function showAgain(receiptHandle: string, seconds: number): Promise<void> {
  const { ChangeMessageVisibilityCommand, sqs } = await import('./sdk/sqs.ts')
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: environment().JOBS_QUEUE_URL,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: seconds,
    }),
  )
}
