import type { S3Event } from 'aws-lambda'
import type { Job } from '../aws/jobs.ts'
import type { Report } from '../mail/returned.ts'

type Worker<J extends Job['job']> = (job: Extract<Job, { job: J }>) => Promise<void>

/**
 * Who does which slow work; the compiler asks for the missing line. Each is loaded when its first job comes: the makers of documents and the mailer weigh more than
 * all the rest, and what follows from a fact must not wait for them.
 */
const workers: { [J in Job['job']]: () => Promise<Worker<J>> } = {
  mail: async () => (await import('../mail/jobs.ts')).deliverMail,
  'sign-in-link': async () => (await import('../people/jobs.ts')).mailSignInLink,
  lockout: async () => (await import('../people/jobs.ts')).recordLockout,
  'list-pdf': async () => (await import('../endorsements/documentJob.ts')).makeListDocument,
  'sheet-pdf': async () => (await import('../decisions/documentJob.ts')).makeSheetDocument,
  'review-pdf': async () => (await import('../reviews/documentJob.ts')).makeReviewDocument,
  'carry-corrections': async () => (await import('../submissions/corrections.ts')).carry,
  'application-pdf': async () => (await import('../submissions/documentJob.ts')).makeApplicationPdf,
  tell: async () => (await import('../batches/telling.ts')).tellBelow,
  certificate: async () => (await import('../awards/certifying.ts')).makeCertificate,
  publish: async () => (await import('../portal/publishing.ts')).publishPage,
}

/** Does one message of the queue: a job of ours, the store's word that an upload has arrived, or the mail service's that a mail has come back. */
export async function work(message: Job | S3Event | Report | { Event: 's3:TestEvent' }): Promise<void> {
  if ('job' in message) {
    const worker = await workers[message.job]()
    await worker(message as never)
  } else if ('Records' in message) {
    const { arrived } = await import('../files/arrivals.ts')
    for (const { s3 } of message.Records) await arrived(decodeURIComponent(s3.object.key))
  } else if ('source' in message && message.source === 'aws.ses') {
    const { takeReturn } = await import('../mail/returned.ts')
    await takeReturn(message)
  }
}
