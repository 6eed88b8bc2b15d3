import * as z from 'zod'
import { notArrived } from '../../shared/mails/returns.ts'
import { now } from '../aws/clock.ts'
import { log } from '../aws/log.ts'
import { noteBounce } from '../reviews/bounces.ts'

const Mail = z.object({
  messageId: z.string().min(1),
  /** Each tag has a list of values. */
  tags: z
    .object({ batch: z.tuple([z.ulid()]), expert: z.tuple([z.ulid()]) })
    .optional()
    .catch(undefined),
})
const Recipient = z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() })
const Detail = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail: Mail,
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string(), bouncedRecipients: z.array(Recipient) }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail: Mail,
    complaint: z.object({ complainedRecipients: z.array(Recipient), complaintFeedbackType: z.string().nullish() }),
  }),
])
/** What SES reports through the event bus. */
export type Report = { source: 'aws.ses'; detail: unknown }

/** A mail that SES had taken came back, or its reader complained of it. The office sees it as it sees one that was refused at once; said twice, it stands once. */
export async function takeReturn({ detail }: Report): Promise<void> {
  const report = Detail.parse(detail)
  const { tags, messageId } = report.mail
  // Other mails of the account, or one about nobody whom an office has invited.
  if (!tags) return log.info('a mail came back that is about nobody', { message: messageId })
  const about = { batch: tags.batch[0], expert: tags.expert[0] }
  const doing = { by: { kind: 'system', cause: 'mail' } as const, at: now(), request: `${messageId}.returned` }
  if (report.eventType === 'Complaint') {
    const { complainedRecipients, complaintFeedbackType } = report.complaint
    const reason = complaintFeedbackType ?? 'complaint'
    for (const { emailAddress } of complainedRecipients) await noteBounce(about, emailAddress, { reason, complaint: true }, doing)
    return
  }
  const { bounceType: type, bounceSubType: subType, bouncedRecipients } = report.bounce
  if (!notArrived({ type, subType })) return
  for (const { emailAddress, diagnosticCode } of bouncedRecipients)
    await noteBounce(about, emailAddress, { reason: (diagnosticCode ?? `${type}: ${subType}`).slice(0, 300) }, doing)
}
