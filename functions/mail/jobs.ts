import { isMailKey } from '../../shared/mails/catalogue.ts'
import { now } from '../aws/clock.ts'
import { environment } from '../aws/environment.ts'
import type { Job } from '../aws/jobs.ts'
import { sentencesFor } from '../batches/sentences.ts'
import { noteBounce } from '../reviews/bounces.ts'
import { sendMail } from './send.ts'
import { transport } from './transport.ts'

/** Sends a mail that was asked for; an expert's bounce is recorded for the office that invited. What fails for now throws and comes again. */
export async function deliverMail({ mail, to, id, data, about, batch }: Extract<Job, { job: 'mail' }>): Promise<void> {
  if (!isMailKey(mail)) throw new Error(`no such mail: ${mail}`)
  const sent = await sendMail(await transport(), environment().MAIL_FROM, {
    key: mail,
    to,
    id,
    data,
    ...(about && { about, reports: environment().MAIL_CONFIGURATION_SET }),
    ...(batch !== undefined && { sentences: await sentencesFor(batch, mail) }),
  })
  if (!sent.sent && about)
    await noteBounce(about, to, { reason: sent.bounced }, { by: { kind: 'system', cause: 'mail' }, at: now(), request: `${id}.bounce` })
}
