import * as z from 'zod'
import { type About, keptBack, notArrived, refusalReason } from '../../shared/mails/returns.ts'
import { now } from '../aws/clock.ts'
import { log } from '../aws/log.ts'
import { noteReturn } from './noting.ts'

/** Each tag has a list of values. */
const Tag = z.tuple([z.ulid()])
const Tags = z.union([
  z.object({ batch: Tag, expert: Tag }).transform(({ batch, expert }): About => ({ batch: batch[0], expert: expert[0] })),
  z.object({ unit: Tag, person: Tag }).transform(({ unit, person }): About => ({ unit: unit[0], person: person[0] })),
])
const Mail = z.object({ messageId: z.string().min(1), tags: Tags.optional().catch(undefined) })
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

/** A mail that SES had taken came back, or its reader complained of it. Who sent it sees it as they see one that was refused at once; said twice, it stands once. */
export async function takeReturn({ detail }: Report): Promise<void> {
  const report = Detail.parse(detail)
  const { tags: about, messageId } = report.mail
  // Other mails of the account, or one about nobody who was invited.
  if (!about) return log.info('a mail came back that is about nobody', { mail: messageId })
  const doing = { by: { kind: 'system', cause: 'mail' } as const, at: now(), request: `${messageId}.returned` }
  if (report.eventType === 'Complaint') {
    const { complainedRecipients, complaintFeedbackType } = report.complaint
    const returned = { why: 'spam', said: complaintFeedbackType ?? undefined } as const
    for (const { emailAddress } of complainedRecipients) await noteReturn(about, emailAddress, returned, doing)
    return
  }
  const { bounceType: type, bounceSubType: subType, bouncedRecipients } = report.bounce
  const refusal = { type, subType }
  if (!notArrived(refusal)) return
  for (const { emailAddress, diagnosticCode } of bouncedRecipients) {
    const said = keptBack(refusal) ? undefined : (diagnosticCode ?? `${type}: ${subType}`).slice(0, 300)
    await noteReturn(about, emailAddress, { why: refusalReason(refusal), said }, doing)
  }
}
