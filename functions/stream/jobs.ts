import type { S3Event } from 'aws-lambda'
import { makeCertificate } from '../awards/certifying.ts'
import type { Job } from '../aws/jobs.ts'
import { tellBelow } from '../batches/telling.ts'
import { makeListDocument } from '../endorsements/documentJob.ts'
import { arrived } from '../files/arrivals.ts'
import { deliverMail } from '../mail/jobs.ts'
import { mailSignInLink, recordLockout } from '../people/jobs.ts'
import { publishPage } from '../portal/publishing.ts'
import { makeApplicationPdf } from '../submissions/documentJob.ts'

type Worker<J extends Job['job']> = (job: Extract<Job, { job: J }>) => Promise<void>

/** Who does which slow work; the compiler asks for the missing line. */
const workers: { [J in Job['job']]: Worker<J> } = {
  mail: deliverMail,
  'sign-in-link': mailSignInLink,
  lockout: recordLockout,
  'list-pdf': makeListDocument,
  'application-pdf': makeApplicationPdf,
  tell: tellBelow,
  certificate: makeCertificate,
  publish: publishPage,
}

/** Does one message of the queue: a job of ours, or the store's word that an upload has arrived. */
export async function work(message: Job | S3Event | { Event: 's3:TestEvent' }): Promise<void> {
  if ('job' in message) await workers[message.job](message as never)
  else if ('Records' in message) for (const { s3 } of message.Records) await arrived(decodeURIComponent(s3.object.key))
}
