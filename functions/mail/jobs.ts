import { isMailKey } from '../../shared/mails/catalogue.ts'
import { now } from '../aws/clock.ts'
import { environment } from '../aws/environment.ts'
import type { Job } from '../aws/jobs.ts'
import { sentencesFor } from '../batches/sentences.ts'
import { noteReturn } from './noting.ts'
import { sendMail } from './send.ts'
import { transport } from './transport.ts'

/** Sends a mail that was asked for; that an invitation bounced is recorded for those who invited. What fails for now throws and comes again. */
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
    // Only what is refused for good is an answer at once: anything else was thrown.
    await noteReturn(
      about,
      to,
      { why: 'permanent', said: sent.bounced },
      { by: { kind: 'system', cause: 'mail' }, at: now(), request: `${id}.bounce` },
    )
}
