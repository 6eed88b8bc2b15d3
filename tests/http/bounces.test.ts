import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundOffice, type House, openHouse } from './house.ts'
import { batchInReview, expertInvited } from './reviewed.ts'

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>
beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
})
afterAll(() => house.close())

/** What SES puts on the event bus, with all that comes along, when a mail comes back from a server that had taken it. */
const bounce = (tags: Record<string, string[]>, to: string, change: { bounceType?: string; bounceSubType?: string } = {}) => ({
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

const complaint = (tags: Record<string, string[]>, to: string) => ({
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

/** An expert who was invited to a batch, and what the office sees and the record says of them. */
async function invited(name: string) {
  const { work } = await import('../../functions/stream/jobs.ts')
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const { id } = await batchInReview(office, { submissions: 1 })
  const { expert, email } = await expertInvited(house, office, id, name)
  const listed = async () => {
    const { rows } = (await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body as { rows: Record<string, unknown>[] }
    return rows[0]
  }
  const facts = async () => {
    const rows = await table.all<{ type: string; reason?: string; complaint?: boolean }>({ pk: key.batch(id).pk, begins: 'EVENT#' })
    return rows.filter(({ type }) => type === 'expert.bounced').map(({ reason, complaint: said }) => [reason, said ?? false])
  }
  return { id, expert, email, tags: { batch: [id], expert: [expert] }, listed, facts, work }
}

describe('a mail that comes back after it was taken', () => {
  test('is seen by the office beside the expert, once however often it is reported, and no more once the expert is invited anew', async () => {
    const { id, expert, email, tags, listed, facts, work } = await invited('late')
    expect(await listed()).not.toHaveProperty('bounced')
    const report = bounce(tags, email)
    await work(report)
    await work(report)
    expect(await listed()).toMatchObject({ bounced: 'smtp; 550 5.1.1 <wang>: mailbox does not exist' })
    expect(await facts()).toEqual([['smtp; 550 5.1.1 <wang>: mailbox does not exist', false]])
    expect((await house.ask(`/batches/${id}/experts`, { cookie: office.cookie, body: { experts: [expert] } })).status).toBe(200)
    expect(await listed()).not.toHaveProperty('bounced')
  })
  test('concerns nobody once the office has corrected the address', async () => {
    const { email, tags, listed, facts, work } = await invited('moved')
    await work(bounce(tags, `old.${email}`))
    expect([await listed(), await facts()]).toEqual([expect.not.objectContaining({ bounced: expect.anything() }), []])
    await work(bounce(tags, `演示 <${email.toUpperCase()}>`))
    expect(await facts()).toHaveLength(1)
  })
  test('is not what a note of absence looks like', async () => {
    const { email, tags, facts, work } = await invited('away')
    await work(bounce(tags, email, { bounceType: 'Transient', bounceSubType: 'General' }))
    expect(await facts()).toEqual([])
    await work(bounce(tags, email, { bounceType: 'Transient', bounceSubType: 'MailboxFull' }))
    expect(await facts()).toHaveLength(1)
  })
  test('is about nobody without what it was sent about, or with something that is no id', async () => {
    const { email, tags, facts, work } = await invited('nobody')
    await work(bounce({}, email))
    await work(bounce({ ...tags, expert: ['HEAD#1'] }, email))
    await work(bounce({ ...tags, expert: [ulid()] }, email))
    expect(await facts()).toEqual([])
  })
  test('and is no report of a mail at all: fails, so that it is put aside', async () => {
    const { work } = await invited('odd')
    await expect(work({ source: 'aws.ses', detail: { eventType: 'Bounce' } })).rejects.toThrow()
  })
})

test('a mail whose reader complains of it has arrived, and the office is told so', async () => {
  const { email, tags, listed, facts, work } = await invited('annoyed')
  await work(complaint(tags, email))
  expect(await listed()).toMatchObject({ bounced: 'abuse', complained: true })
  expect(await facts()).toEqual([['abuse', true]])
})
