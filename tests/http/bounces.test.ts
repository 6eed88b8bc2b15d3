import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundOffice, type House, openHouse } from './house.ts'
import { bounce, complaint } from './mail-reports.ts'
import { batchInReview, expertInvited } from './reviewed.ts'

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>
beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
})
afterAll(() => house.close())

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
