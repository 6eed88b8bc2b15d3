import type { Mail } from './mail.ts'

export type ReturnKind = 'bounce' | 'complaint'

/** What SES would report, through the event bus, of a mail that was taken and came back afterwards, or of which its reader complained. */
export function reportOf(kind: ReturnKind, mail: Mail, tags: Record<string, string>, at: string): object {
  const recipients = mail.to.map((emailAddress) => ({ emailAddress }))
  const sent = {
    timestamp: mail.at,
    source: mail.from,
    messageId: `local-${mail.id}`,
    destination: mail.to,
    tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
  }
  const detail =
    kind === 'bounce'
      ? {
          eventType: 'Bounce',
          bounce: {
            bounceType: 'Permanent',
            bounceSubType: 'General',
            bouncedRecipients: recipients.map((recipient) => ({
              ...recipient,
              action: 'failed',
              status: '5.1.1',
              diagnosticCode: 'smtp; 550 5.1.1 user unknown',
            })),
            timestamp: at,
          },
          mail: sent,
        }
      : {
          eventType: 'Complaint',
          complaint: { complainedRecipients: recipients, complaintFeedbackType: 'abuse', timestamp: at },
          mail: sent,
        }
  const detailType = kind === 'bounce' ? 'Email Bounced' : 'Email Complaint Received'
  return { version: '0', 'detail-type': detailType, source: 'aws.ses', time: at, resources: [], detail }
}
