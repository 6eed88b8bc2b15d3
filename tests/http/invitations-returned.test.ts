import { SMTPServer } from 'smtp-server'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import { foundOffice, type House, joinAs, laterBy, openHouse, password } from './house.ts'
import { bounce, complaint } from './mail-reports.ts'

type Row = { person: string; email: string; name: string; state: string; roles: string[]; returned?: Record<string, unknown> }

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>
let province: string
let officer: Awaited<ReturnType<typeof joinAs>>
let work: (message: never) => Promise<void>
beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
  province = await enter(office.organisation, { kind: 'province', name: '演示省一' }, office.cookie)
  officer = await joinAs(house, office.cookie, province, 'officer@example.org', ['administrator'])
  work = (await import('../../functions/stream/jobs.ts')).work as typeof work
})
afterAll(async () => {
  laterBy(0)
  await house.close()
})

async function enter(parent: string, unit: Record<string, unknown>, cookie = officer.cookie): Promise<string> {
  return String((await house.ask(`/organisations/${parent}/below`, { cookie, body: unit })).body.id)
}
const report = (message: object) => work(message as never)
const members = async (unit: string, query = '', cookie = officer.cookie) =>
  ((await house.ask(`/organisations/${unit}/members${query}`, { cookie })).body as { rows: Row[] }).rows
const post = (unit: string, person: string, act: string, body?: object) =>
  house.ask(`/organisations/${unit}/members/${person}/${act}`, { cookie: officer.cookie, method: 'POST', ...(body && { body }) })

/** A university below the province with one person invited, and what those who invited see and the record says of them. */
async function invited(name: string, email = `${name}@example.edu.cn`) {
  const unit = await enter(province, { kind: 'university', name: `演示${name}大学`, code: `ret-${name}` })
  const body = { email, name: '演示·王老师', roles: ['administrator', 'operator'] }
  const person = String((await house.ask(`/organisations/${unit}/members`, { cookie: officer.cookie, body })).body.person)
  await house.settle()
  const seen = async (query = '') => (await members(unit, query)).find((row) => row.person === person)
  const facts = async () => {
    const { rows } = (await house.ask(`/organisations/${unit}/events`, { cookie: officer.cookie })).body as {
      rows: { type: string; person?: string; why?: string; said?: string }[]
    }
    return rows.filter(({ type }) => type === 'person.bounced').map(({ why, said }) => [why, said ?? null])
  }
  return { unit, person, email, tags: { unit: [unit], person: [person] }, seen, facts }
}
const refusedFor = 'smtp; 550 5.1.1 <wang>: mailbox does not exist'

describe('an invitation that comes back after it was taken', () => {
  test('is seen beside the person, with when and why, once however often it is reported', async () => {
    const { email, tags, seen, facts } = await invited('late')
    expect(await seen()).not.toHaveProperty('returned')
    const message = bounce(tags, email)
    await report(message)
    await report(message)
    expect((await seen())?.returned).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/), why: 'permanent', said: refusedFor })
    expect((await seen('?state=invited'))?.returned).toMatchObject({ why: 'permanent' })
    expect(await facts()).toEqual([['permanent', refusedFor]])
  })
  test('for now is told from for good, and a note of absence is nothing', async () => {
    const { email, tags, seen, facts } = await invited('full')
    await report(bounce(tags, email, { bounceType: 'Transient', bounceSubType: 'General' }))
    expect(await facts()).toEqual([])
    await report(bounce(tags, email, { bounceType: 'Transient', bounceSubType: 'MailboxFull' }))
    expect((await seen())?.returned).toMatchObject({ why: 'temporary' })
  })
  test('as spam is said to be that', async () => {
    const { email, tags, seen, facts } = await invited('annoyed')
    await report(complaint(tags, email))
    expect((await seen())?.returned).toMatchObject({ why: 'spam' })
    expect(await facts()).toEqual([['spam', 'abuse']])
  })
  test('because the mail service kept it back does not tell that somebody else had written to the address', async () => {
    const { email, tags, seen, facts } = await invited('kept')
    await report(bounce(tags, email, { bounceSubType: 'OnAccountSuppressionList' }))
    expect((await seen())?.returned).toEqual({ at: expect.any(String), why: 'permanent' })
    expect(await facts()).toEqual([['permanent', null]])
  })
  test('concerns nobody at another address, in another unit, or with tags that are no ids', async () => {
    const { email, tags, person, facts } = await invited('other')
    await report(bounce(tags, `old.${email}`))
    await report(bounce({ unit: [province], person: [person] }, email))
    await report(bounce({ ...tags, person: [ulid()] }, email))
    await report(bounce({ ...tags, person: ['HEAD#1'] }, email))
    expect(await facts()).toEqual([])
  })
})

test('an invitation that the server refuses at once is seen in the same way', async () => {
  const { environment } = await import('../../functions/aws/environment.ts')
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_to, _session, done) => done(Object.assign(new Error('5.1.2 No such domain'), { responseCode: 550 })),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  environment().SMTP_URL = `smtp://127.0.0.1:${port}`
  const { email, seen, facts } = await invited('refused')
  const sent = house.mails.findLast(({ to }) => to === email)
  await report(sent as object)
  await report(sent as object)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect((await seen())?.returned).toMatchObject({ why: 'permanent', said: expect.stringContaining('No such domain') })
  expect(await facts()).toHaveLength(1)
})

describe('the mark', () => {
  test('goes with the next invitation that is sent', async () => {
    const { unit, person, email, tags, seen } = await invited('again')
    await report(bounce(tags, email))
    expect((await post(unit, person, 'resend')).body.code).toBe('invitation.too-soon')
    expect(await seen()).toHaveProperty('returned')
    laterBy(3)
    expect((await post(unit, person, 'resend')).body).not.toHaveProperty('returned')
    laterBy(0)
    expect(await seen()).not.toHaveProperty('returned')
    await house.settle()
    await report(bounce(tags, email))
    expect(await seen()).toHaveProperty('returned')
  })
  test('goes when the person joins, and comes back for nobody who has', async () => {
    const { email, tags, seen, facts } = await invited('joining')
    await report(complaint(tags, email))
    expect(await seen()).toHaveProperty('returned')
    const token = await house.secret('invitation', email)
    expect((await house.ask('/invitations/accept', { body: { token, password } })).status).toBe(200)
    expect(await seen()).toMatchObject({ state: 'active' })
    expect(await seen()).not.toHaveProperty('returned')
    await report(bounce(tags, email))
    expect(await seen()).not.toHaveProperty('returned')
    expect(await facts()).toHaveLength(1)
  })
  test('stays while the same person signs in elsewhere: it tells nothing of other units', async () => {
    const elsewhere = await joinAs(house, office.cookie, office.organisation, 'both@example.edu.cn', ['operator'])
    const { person, email, tags, seen } = await invited('both')
    expect(person).toBe(elsewhere.person)
    await report(bounce(tags, email))
    await house.ask('/sign-in', { body: { email, password } })
    expect(await seen()).toHaveProperty('returned')
    expect((await members(office.organisation, '', office.cookie)).find((row) => row.person === person)).not.toHaveProperty('returned')
  })
  test('is seen by those alone who may see the account', async () => {
    const { unit, email, tags } = await invited('shown')
    await report(bounce(tags, email))
    const other = await enter(office.organisation, { kind: 'province', name: '演示省二' }, office.cookie)
    const stranger = await joinAs(house, office.cookie, other, 'stranger@example.org', ['administrator'])
    const operator = await joinAs(house, office.cookie, province, 'clerk@example.org', ['operator'])
    const ask = async (cookie: string) => (await house.ask(`/organisations/${unit}/members`, { cookie })).status
    expect([await ask(stranger.cookie), await ask(operator.cookie), await ask(officer.cookie)]).toEqual([404, 403, 200])
  })
})

describe('the list of accounts below', () => {
  test('is narrowed to units with an invitation that came back, and exported with it', async () => {
    const rows = async (show: string) =>
      (
        (await house.ask(`/organisations/${province}/accounts?limit=100&show=${show}`, { cookie: officer.cookie })).body as {
          rows: { code: string; people: Row[] }[]
        }
      ).rows
    const before = await rows('returned')
    const { email, tags } = await invited('listed')
    expect((await rows('returned')).map(({ code }) => code)).not.toContain('ret-listed')
    await report(bounce(tags, email))
    const now = await rows('returned')
    expect(now).toHaveLength(before.length + 1)
    const listed = (await rows('never')).find(({ code }) => code === 'ret-listed')
    expect(listed?.people[0]?.returned).toMatchObject({ why: 'permanent' })
    const bytes = await house.askBytes(`/organisations/${province}/accounts.xlsx?show=returned&language=en`, officer.cookie)
    const sheet = await readSpreadsheet(bytes)
    const [heads = [], ...lines] = sheet.ok ? sheet.value.map(({ cells }) => cells.map(String)) : []
    const column = heads.indexOf('Invitation came back')
    expect(lines.find((cells) => cells.includes(email))?.[column]).toMatch(/the address does not exist or refuses mail/)
  })
})

describe('a wrong address', () => {
  test('is corrected by inviting the right one in its place, once; the old link opens nothing', async () => {
    const { unit, person, email, tags } = await invited('wrong')
    await report(bounce(tags, email))
    const old = await house.secret('invitation', email)
    const right = 'right@example.edu.cn'
    const again = ulid()
    const ask = () =>
      house.ask(`/organisations/${unit}/members/${person}/address`, {
        cookie: officer.cookie,
        body: { email: right },
        key: again,
      })
    expect((await ask()).status).toBe(200)
    expect((await ask()).status).toBe(200)
    const present = (await members(unit)).filter(({ state }) => state !== 'left')
    expect(present).toEqual([
      expect.objectContaining({ email: right, name: '演示·王老师', roles: ['administrator', 'operator'], state: 'invited' }),
    ])
    expect(present[0]).not.toHaveProperty('returned')
    expect((await house.ask('/invitations/preview', { body: { token: old } })).body.code).toBe('invitation.expired')
    const token = await house.secret('invitation', right)
    expect(house.mails.filter(({ to }) => to === right)).toHaveLength(1)
    expect((await house.ask('/invitations/accept', { body: { token, password } })).status).toBe(200)
  })
  test('is no other when it is the same, and is nobody’s who has joined', async () => {
    const { unit, person, email } = await invited('same')
    expect((await post(unit, person, 'address', { email: email.toUpperCase() })).body.code).toBe('invitation.same-address')
    expect((await post(unit, person, 'address', { email: 'no address' })).status).toBe(400)
    const taken = await joinAs(house, officer.cookie, unit, 'taken@example.edu.cn', ['operator'])
    expect((await post(unit, person, 'address', { email: 'taken@example.edu.cn' })).body.code).toBe('member.already')
    expect((await post(unit, taken.person, 'address', { email: 'new@example.edu.cn' })).body.code).toBe('member.state')
    expect((await post(unit, ulid(), 'address', { email: 'new@example.edu.cn' })).status).toBe(404)
    expect((await members(unit)).find((row) => row.person === person)).toMatchObject({ email, state: 'invited' })
  })
})

test('the units with an invitation that came back are counted, and the count goes with every act as the list does', async () => {
  const counted = async () =>
    (await house.ask(`/organisations/${province}/accounts/counts`, { cookie: officer.cookie })).body as { returned: number; all: number }
  const listed = async () =>
    ((await house.ask(`/organisations/${province}/accounts?limit=100&show=returned`, { cookie: officer.cookie })).body.rows as object[])
      .length
  const before = (await counted()).returned
  expect(before).toBe(await listed())
  const stands = async (more: number) => expect([(await counted()).returned, await listed()]).toEqual([before + more, before + more])
  const [one, two, three] = [await invited('counted-one'), await invited('counted-two'), await invited('counted-three')]
  await stands(0)
  for (const { tags, email } of [one, two, three]) await Promise.all([report(bounce(tags, email)), report(complaint(tags, email))])
  await stands(3)
  laterBy(5)
  expect((await post(one.unit, one.person, 'resend')).status).toBeLessThan(300)
  await stands(2)
  expect((await post(two.unit, two.person, 'address', { email: 'counted@example.edu.cn' })).status).toBe(200)
  await stands(1)
  const gone = await house.ask(`/organisations/${three.unit}/members/${three.person}`, { cookie: officer.cookie, method: 'DELETE' })
  expect(gone.status).toBe(200)
  await stands(0)
  const again = await invited('counted-four')
  await report(bounce(again.tags, again.email))
  await stands(1)
  const token = await house.secret('invitation', again.email)
  expect((await house.ask('/invitations/accept', { body: { token, password } })).status).toBe(200)
  await stands(0)
  laterBy(0)
})
