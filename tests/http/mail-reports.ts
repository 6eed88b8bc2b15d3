import { ulid } from 'ulid'

/** What SES puts on the event bus, with all that comes along, when a mail comes back from a server that had taken it. */
export const bounce = (tags: Record<string, string[]>, to: string, change: { bounceType?: string; bounceSubType?: string } = {}) => ({
  version: '0',
  id: 'b9ed2d17-2c1c-4a6f-8f0e-4c7a0d2b6c55',
  'detail-type': 'Email Bounced',
  source: 'aws.ses' as const,
  account: '111122223333',
  time: '2026-11-02T02:14:07Z',
  region: 'ap-southeast-1',
  resources: ['arn:aws:ses:ap-southeast-1:111122223333:configuration-set/MailReports-Qm7Xy'],
  detail: {
    eventType: 'Bounce',
    bounce: {
      feedbackId: `0108019a4c-${ulid()}-000000`,
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        { emailAddress: to, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 <wang>: mailbox does not exist' },
      ],
      timestamp: '2026-11-02T02:14:06.781Z',
      reportingMTA: 'dns; b224-11.smtp-out.ap-southeast-1.amazonses.com',
      ...change,
    },
    mail: sent(tags, to),
  },
})

export const complaint = (tags: Record<string, string[]>, to: string) => ({
  ...bounce(tags, to),
  'detail-type': 'Email Complaint Received',
  detail: {
    eventType: 'Complaint',
    complaint: {
      feedbackId: `0108019a4d-${ulid()}-000000`,
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: to }],
      timestamp: '2026-11-02T08:20:11.000Z',
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: '2026-11-02T08:20:11.000Z',
    },
    mail: sent(tags, to),
  },
})

const sent = (tags: Record<string, string[]>, to: string) => ({
  timestamp: '2026-11-02T02:13:55.102Z',
  source: 'calls@example.org',
  sourceArn: 'arn:aws:ses:ap-southeast-1:111122223333:identity/example.org',
  sendingAccountId: '111122223333',
  messageId: `0108019a4b8f5e3e-${ulid()}-000000`,
  destination: [to],
  headersTruncated: false,
  headers: [{ name: 'Subject', value: '=?UTF-8?B?6YKA6K+36K+E5a6h?=' }],
  commonHeaders: { from: ['calls@example.org'], to: [to], messageId: '<3f8a@example.org>', subject: '邀请评审' },
  tags: {
    'ses:source-tls-version': ['TLSv1.3'],
    'ses:operation': ['SendEmail'],
    'ses:configuration-set': ['MailReports-Qm7Xy'],
    'ses:from-domain': ['example.org'],
    ...tags,
  },
})
