import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, foundOffice, type House, joinAs, laterBy, openHouse, origin, password } from './house.ts'

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>

beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
})
afterAll(async () => {
  laterBy(0)
  await house.close()
})

const plain = ({ status, body }: Answer) => ({ status, body })
const signIn = (email: string, given = password) => house.ask('/sign-in', { body: { email, password: given } })
const codeOf = (answer: Answer) => answer.body.code
const member = (person: string) => `/organisations/${office.organisation}/members/${person}`

describe('founding', () => {
  test('gives one administrator who is signed in by accepting', async () => {
    const me = await house.ask('/me', { cookie: office.cookie })
    expect(me.body).toMatchObject({
      person: { email: 'office@example.org', hasPassword: true },
      active: { organisation: { kind: 'national' }, roles: ['administrator'] },
      memberships: [{ organisation: { id: office.organisation }, roles: ['administrator'] }],
    })
  })
  test('is done once', async () => {
    const { found } = await import('../../functions/people/founding.ts')
    expect(await found({ title: '演示·另一单位', name: '演示·王老师', email: 'other@example.org' })).toMatchObject({
      ok: false,
      code: 'organisation.founded',
    })
  })
})

describe('signing in', () => {
  test('by password gives a cookie that no script and no other site can use', async () => {
    const answer = await signIn('office@example.org')
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-shuren=[\w-]{43};/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    expect((await house.ask('/me', { cookie: answer.cookie })).status).toBe(200)
  })
  test('answers an unknown address as it answers a wrong password', async () => {
    const unknown = await signIn('nobody@example.org')
    const wrong = await signIn('office@example.org', 'not the password')
    expect(plain(unknown)).toEqual(plain(wrong))
    expect(unknown).toMatchObject({ status: 422, body: { code: 'sign-in.failed' } })
  })
  test('locks known and unknown addresses alike, and a link opens the door again', async () => {
    const known = await joinAs(house, office.cookie, office.organisation, 'locked@example.org', ['operator'])
    expect(known.cookie).not.toBe('')
    for (const email of ['locked@example.org', 'unknown@example.org']) {
      for (let i = 0; i < 5; i++) expect(codeOf(await signIn(email, 'wrong'))).toBe('sign-in.failed')
      expect(await signIn(email)).toMatchObject({ status: 429, body: { code: 'sign-in.locked', details: { minutes: 15 } } })
    }
    await house.settle()
    expect(house.mails.filter(({ mail }) => mail === 'locked-out').map(({ to }) => to)).toEqual(['locked@example.org'])
    await house.ask('/sign-in/link', { body: { email: 'locked@example.org' } })
    const redeemed = await house.ask('/sign-in/redeem', { body: { token: await house.secret('sign-in-link', 'locked@example.org') } })
    expect(redeemed.status).toBe(200)
    expect((await signIn('locked@example.org')).status).toBe(200)
  })
  test('is not tried more than five times by a hundred guesses at once', async () => {
    await joinAs(house, office.cookie, office.organisation, 'guessed@example.org', ['operator'])
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => signIn('guessed@example.org', `guess ${i}`)))
    const tried = answers.filter((answer) => codeOf(answer) === 'sign-in.failed').length
    expect(tried).toBeLessThanOrEqual(5)
    expect(answers.every((answer) => ['sign-in.failed', 'sign-in.locked', 'busy'].includes(String(codeOf(answer))))).toBe(true)
  })
  test('at the same time from several places works', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => signIn('office@example.org')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })
  test('is refused from another site', async () => {
    const answer = await house.ask('/sign-in', {
      body: { email: 'office@example.org', password },
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.cross-site' } })
  })
  test('refuses what is no address and fields it does not know', async () => {
    expect(codeOf(await signIn('not an address'))).toBe('request.invalid')
    const more = await house.ask('/sign-in', { body: { email: 'office@example.org', password, roles: ['administrator'] } })
    expect(codeOf(more)).toBe('request.invalid')
  })
})

describe('a sign-in where somebody had not been seen before', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
  const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'
  const from = (agent: string, address: string) =>
    house.ask('/sign-in', {
      body: { email: 'seen@example.org', password },
      headers: { 'user-agent': agent, 'x-forwarded-for': `${address}, 10.0.0.1` },
    })
  const told = async () => {
    await house.settle()
    return house.mails.filter(({ mail, to }) => mail === 'sign-in-unusual' && to === 'seen@example.org').map(({ data }) => data.device)
  }
  test('is told by mail with the kind of device, and no other one is', async () => {
    const { cookie } = await joinAs(house, office.cookie, office.organisation, 'seen@example.org', ['operator'])
    expect(cookie).not.toBe('')
    const before = (await told()).length
    await from(chrome, '202.112.7.1')
    const first = await told()
    await from(chrome.replace('126', '131'), '202.112.9.9')
    expect(await told()).toEqual(first)
    await from(phone, '202.112.7.1')
    expect((await told()).slice(first.length)).toEqual(['Chrome · Android'])
    await from(chrome, '59.66.1.1')
    expect((await told()).slice(first.length + 1)).toEqual(['Chrome · Windows'])
    const { body } = await house.ask('/me/sessions', { cookie })
    expect(new Set((body.sessions as { device?: string }[]).map(({ device }) => device))).toContain('Chrome · Android')
    expect(JSON.stringify(body)).not.toContain('Mozilla')
    await from(phone, '59.66.1.1')
    expect(await told()).toHaveLength(first.length + 2)
    expect(first.length - before).toBeLessThanOrEqual(1)
  })
  test('tells nobody when it failed', async () => {
    const before = (await told()).length
    const failed = await house.ask('/sign-in', {
      body: { email: 'seen@example.org', password: 'not the password' },
      headers: { 'user-agent': 'Mozilla/5.0 (Macintosh) Firefox/130.0', 'x-forwarded-for': '1.2.3.4, 10.0.0.1' },
    })
    expect(failed.status).toBe(422)
    expect(await told()).toHaveLength(before)
  })
})

describe('a sign-in link', () => {
  test('is promised to everybody in the same words, and sent to those who exist', async () => {
    await house.settle()
    const before = house.mails.length
    const answers = [
      await house.ask('/sign-in/link', { body: { email: 'Office@Example.org ' } }),
      await house.ask('/sign-in/link', { body: { email: 'nobody@example.org' } }),
    ]
    await house.settle()
    expect(answers.map(plain)).toEqual([
      { status: 202, body: { sent: true } },
      { status: 202, body: { sent: true } },
    ])
    expect(house.mails.slice(before).map(({ mail, to }) => [mail, to])).toEqual([['sign-in-link', 'office@example.org']])
    expect(house.mails.at(-1)?.data.link).toMatch(new RegExp(`^${origin}/app/sign-in#t=[\\w-]{43}$`))
  })
  test('works once, whoever comes at the same time', async () => {
    await house.ask('/sign-in/link', { body: { email: 'office@example.org' } })
    const token = await house.secret('sign-in-link', 'office@example.org')
    const answers = await Promise.all(Array.from({ length: 10 }, () => house.ask('/sign-in/redeem', { body: { token } })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'sign-in.link-spent')).toHaveLength(9)
  })
  test('ends after half an hour', async () => {
    await house.ask('/sign-in/link', { body: { email: 'office@example.org' } })
    const token = await house.secret('sign-in-link', 'office@example.org')
    laterBy(30)
    const late = await house.ask('/sign-in/redeem', { body: { token } })
    laterBy(0)
    expect(late).toMatchObject({ status: 410, body: { code: 'sign-in.link-spent' } })
  })
  test('is not an invitation, and an invitation no sign-in link', async () => {
    expect(codeOf(await house.ask('/sign-in/redeem', { body: { token: office.token } }))).toBe('sign-in.link-spent')
    await house.ask('/sign-in/link', { body: { email: 'office@example.org' } })
    const token = await house.secret('sign-in-link', 'office@example.org')
    expect(codeOf(await house.ask('/invitations/accept', { body: { token } }))).toBe('invitation.expired')
  })
  test('is not mailed more than five times in a quarter of an hour', async () => {
    await joinAs(house, office.cookie, office.organisation, 'flooded@example.org', ['operator'])
    for (let i = 0; i < 9; i++) await house.ask('/sign-in/link', { body: { email: 'flooded@example.org' } })
    await house.settle()
    expect(house.mails.filter(({ mail, to }) => mail === 'sign-in-link' && to === 'flooded@example.org')).toHaveLength(5)
  })
})

describe('an invitation', () => {
  test('shows what it is for without changing anything', async () => {
    const { body } = await house.ask(`/organisations/${office.organisation}/members`, {
      cookie: office.cookie,
      body: { email: 'Zhang@Example.org', name: '演示·张老师', roles: ['operator', 'approver'] },
    })
    const token = await house.secret('invitation', 'zhang@example.org')
    const previews = await Promise.all([1, 2, 3].map(() => house.ask('/invitations/preview', { body: { token } })))
    for (const preview of previews)
      expect(preview.body).toMatchObject({
        email: 'zhang@example.org',
        name: '演示·张老师',
        roles: ['approver', 'operator'],
        hasPassword: false,
        known: false,
        invitedBy: '演示·国家级主管单位',
      })
    const listed = await house.ask(`/organisations/${office.organisation}/members?state=invited`, { cookie: office.cookie })
    expect(listed.body.rows).toContainEqual(expect.objectContaining({ person: body.person, state: 'invited' }))
  })
  test('accepted twenty times at once lets one person in once', async () => {
    const token = await house.secret('invitation', 'zhang@example.org')
    const answers = await Promise.all(Array.from({ length: 20 }, () => house.ask('/invitations/accept', { body: { token, password } })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'invitation.used')).toHaveLength(19)
    expect((await signIn('zhang@example.org')).status).toBe(200)
  })
  test('asked for twice by one request is one', async () => {
    const asking = {
      cookie: office.cookie,
      key: '01J9ZX4N6T0000000000000042',
      body: { email: 'once@example.org', name: '演示·一次', roles: ['operator'] },
    }
    const first = await house.ask(`/organisations/${office.organisation}/members`, asking)
    const second = await house.ask(`/organisations/${office.organisation}/members`, asking)
    expect([first.status, second.status]).toEqual([201, 201])
    await house.settle()
    expect(house.mails.filter(({ mail, to }) => mail === 'invitation' && to === 'once@example.org')).toHaveLength(1)
  })
  test('for somebody invited already is refused, sending again waits two minutes', async () => {
    const body = { email: 'twice@example.org', name: '演示·两次', roles: ['operator'] }
    const first = await house.ask(`/organisations/${office.organisation}/members`, { cookie: office.cookie, body })
    const again = await house.ask(`/organisations/${office.organisation}/members`, { cookie: office.cookie, body })
    expect(codeOf(again)).toBe('member.already-invited')
    const resend = `${member(String(first.body.person))}/resend`
    expect(codeOf(await house.ask(resend, { cookie: office.cookie, method: 'POST' }))).toBe('invitation.too-soon')
    laterBy(3)
    expect((await house.ask(resend, { cookie: office.cookie, method: 'POST' })).status).toBe(200)
    laterBy(0)
    await house.settle()
    expect(house.mails.filter(({ mail, to }) => mail === 'invitation' && to === 'twice@example.org')).toHaveLength(2)
  })
  test('ends after two weeks', async () => {
    const token = await house.secret('invitation', 'twice@example.org')
    laterBy(15 * 24 * 60)
    expect(codeOf(await house.ask('/invitations/accept', { body: { token } }))).toBe('invitation.expired')
    laterBy(0)
  })
  test('is void when the person was removed before accepting', async () => {
    const invited = await house.ask(`/organisations/${office.organisation}/members`, {
      cookie: office.cookie,
      body: { email: 'gone@example.org', name: '演示·已撤', roles: ['operator'] },
    })
    const token = await house.secret('invitation', 'gone@example.org')
    await house.ask(member(String(invited.body.person)), { cookie: office.cookie, method: 'DELETE' })
    expect(codeOf(await house.ask('/invitations/accept', { body: { token } }))).toBe('invitation.expired')
    expect(codeOf(await house.ask('/invitations/preview', { body: { token } }))).toBe('invitation.expired')
  })
  test('with a weak password is refused and can be accepted afterwards', async () => {
    await house.ask(`/organisations/${office.organisation}/members`, {
      cookie: office.cookie,
      body: { email: 'weak@example.org', name: '演示·弱', roles: ['operator'] },
    })
    const token = await house.secret('invitation', 'weak@example.org')
    expect(codeOf(await house.ask('/invitations/accept', { body: { token, password: 'short' } }))).toBe('password.length')
    expect((await house.ask('/invitations/accept', { body: { token, name: '阿依古丽·买买提' } })).status).toBe(200)
    expect((await signIn('weak@example.org')).status).toBe(422)
  })
  test('at the same time from two units makes one person of one address', async () => {
    const units = await Promise.all(
      ['演示省甲', '演示省乙'].map((name) =>
        house.ask(`/organisations/${office.organisation}/below`, { cookie: office.cookie, body: { kind: 'province', name } }),
      ),
    )
    const invited = await Promise.all(
      units.map(({ body }) =>
        house.ask(`/organisations/${body.id}/members`, {
          cookie: office.cookie,
          body: { email: 'both@example.org', name: '演示·两处', roles: ['operator'] },
        }),
      ),
    )
    expect(invited.map(({ status }) => status)).toEqual([201, 201])
    expect(invited[0]?.body.person).toBe(invited[1]?.body.person)
  })
})

describe('a member', () => {
  test('without the role may not invite, and is told so', async () => {
    const operator = await joinAs(house, office.cookie, office.organisation, 'operator@example.org', ['operator'])
    const answer = await house.ask(`/organisations/${office.organisation}/members`, {
      cookie: operator.cookie,
      body: { email: 'x@example.org', name: 'x', roles: ['administrator'] },
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'role.not-allowed' } })
  })
  test('of one unit cannot tell another unit that exists from one that does not', async () => {
    const unit = await house.ask(`/organisations/${office.organisation}/below`, {
      cookie: office.cookie,
      body: { kind: 'province', name: '演示省丙' },
    })
    const stranger = await joinAs(house, office.cookie, String(unit.body.id), 'stranger@example.org', ['administrator'])
    const forbidden = await house.ask(`/organisations/${office.organisation}/members`, { cookie: stranger.cookie })
    const unknown = await house.ask('/organisations/01J9ZX4N6T0000000000000077/members', { cookie: stranger.cookie })
    expect(plain(forbidden)).toEqual(plain(unknown))
    expect(forbidden.status).toBe(404)
  })
  test('is not reached by ids that are parts of other keys', async () => {
    for (const id of [
      'x%23HEAD',
      `${office.organisation}%23BELOW`,
      '..%2F..',
      'MEMBER%23',
      encodeURIComponent(`${office.organisation}\n`),
    ]) {
      expect((await house.ask(`/organisations/${id}/members`, { cookie: office.cookie })).status).toBe(404)
      expect((await house.ask(`${member(id)}/resend`, { cookie: office.cookie, method: 'POST' })).status).toBe(404)
    }
  })
  test('who is suspended is signed out at once and cannot come back until reinstated', async () => {
    const one = await joinAs(house, office.cookie, office.organisation, 'paused@example.org', ['operator'])
    expect((await house.ask('/me', { cookie: one.cookie })).status).toBe(200)
    const suspended = await house.ask(`${member(one.person)}/suspend`, { cookie: office.cookie, body: { reason: '借调' } })
    expect(suspended.body.state).toBe('suspended')
    expect((await house.ask('/me', { cookie: one.cookie })).status).toBe(401)
    const barred = await signIn('paused@example.org')
    expect(barred).toMatchObject({ status: 403, body: { code: 'sign-in.suspended' } })
    expect(barred.cookie).toBeUndefined()
    expect(codeOf(await signIn('paused@example.org', 'not-the-password-24'))).toBe('sign-in.failed')
    const before = house.mails.length
    expect((await house.ask('/sign-in/link', { body: { email: 'paused@example.org' } })).status).toBe(202)
    await house.settle()
    expect(house.mails.slice(before).map(({ mail, to }) => [mail, to])).toEqual([['sign-in-barred', 'paused@example.org']])
    await house.ask(`${member(one.person)}/reinstate`, { cookie: office.cookie, method: 'POST' })
    expect((await signIn('paused@example.org')).status).toBe(200)
  })
  test('cannot be suspended twice', async () => {
    const one = await joinAs(house, office.cookie, office.organisation, 'paused2@example.org', ['operator'])
    await house.ask(`${member(one.person)}/suspend`, { cookie: office.cookie, body: { reason: '借调' } })
    const again = await house.ask(`${member(one.person)}/suspend`, { cookie: office.cookie, body: { reason: '借调' } })
    expect(codeOf(again)).toBe('member.state')
  })
  test('with other roles acts by them only after signing in anew', async () => {
    const one = await joinAs(house, office.cookie, office.organisation, 'roles@example.org', ['operator'])
    await house.ask(`${member(one.person)}/roles`, { cookie: office.cookie, method: 'PUT', body: { roles: ['editor'] } })
    expect((await house.ask('/me', { cookie: one.cookie })).status).toBe(401)
    const back = await signIn('roles@example.org')
    const me = await house.ask('/me', { cookie: back.cookie })
    expect(me.body.active).toMatchObject({ roles: ['editor'] })
  })
  test('who leaves stays in the record and may be invited again', async () => {
    const one = await joinAs(house, office.cookie, office.organisation, 'leaver@example.org', ['operator'])
    const left = await house.ask('/me/leave', { cookie: one.cookie, body: { organisation: office.organisation, reason: '调离' } })
    expect(left.status).toBe(200)
    expect((await house.ask('/me', { cookie: one.cookie })).status).toBe(401)
    const listed = await house.ask(`/organisations/${office.organisation}/members?state=left&limit=100`, { cookie: office.cookie })
    expect(listed.body.rows).toContainEqual(expect.objectContaining({ person: one.person, state: 'left' }))
    const again = await joinAs(house, office.cookie, office.organisation, 'leaver@example.org', ['operator'])
    expect(again.person).toBe(one.person)
    expect((await house.ask('/me', { cookie: again.cookie })).status).toBe(200)
  })
  test('who belongs to two units switches between them and to no third', async () => {
    const [one, two, three] = await Promise.all(
      ['演示省丁', '演示省戊', '演示省己'].map(async (name) => {
        const made = await house.ask(`/organisations/${office.organisation}/below`, {
          cookie: office.cookie,
          body: { kind: 'province', name },
        })
        return String(made.body.id)
      }),
    )
    await joinAs(house, office.cookie, one ?? '', 'double@example.org', ['administrator'])
    const { cookie } = await joinAs(house, office.cookie, two ?? '', 'double@example.org', ['operator'])
    const me = await house.ask('/me', { cookie })
    expect((me.body.memberships as unknown[]).length).toBe(2)
    const switched = await house.ask('/me/active', { cookie, body: { organisation: one } })
    expect(switched.body).toMatchObject({ organisation: { id: one }, roles: ['administrator'] })
    expect((await house.ask(`/organisations/${one}/members`, { cookie })).status).toBe(200)
    expect((await house.ask(`/organisations/${two}/members`, { cookie })).status).toBe(404)
    expect((await house.ask('/me/active', { cookie, body: { organisation: three } })).status).toBe(404)
  })
})

describe('oneself', () => {
  test('is told as before where nothing is changed', async () => {
    const told = await house.ask('/me', { cookie: office.cookie })
    const { status, body } = await house.ask('/me', { cookie: office.cookie, method: 'PUT', body: {} })
    expect([status, body]).toEqual([200, told.body.person])
  })
})

describe('the last administrator', () => {
  test('cannot leave, be demoted or be suspended by the unit, not even two at the same time', async () => {
    const made = await house.ask(`/organisations/${office.organisation}/below`, {
      cookie: office.cookie,
      body: { kind: 'province', name: '演示省庚' },
    })
    const unit = String(made.body.id)
    const one = await joinAs(house, office.cookie, unit, 'first@example.org', ['administrator'])
    expect(codeOf(await house.ask('/me/leave', { cookie: one.cookie, body: { organisation: unit } }))).toBe('member.last-administrator')
    const own = `/organisations/${unit}/members/${one.person}`
    const demoted = await house.ask(`${own}/roles`, { cookie: one.cookie, method: 'PUT', body: { roles: ['operator'] } })
    expect(codeOf(demoted)).toBe('member.last-administrator')
    const two = await joinAs(house, one.cookie, unit, 'second@example.org', ['administrator'])
    const leaving = await Promise.all([one, two].map(({ cookie }) => house.ask('/me/leave', { cookie, body: { organisation: unit } })))
    expect(leaving.map(({ status }) => status).sort()).toEqual([200, 409])
    const remaining = leaving[0]?.status === 200 ? two : one
    const above = await house.ask(`/organisations/${unit}/members/${remaining.person}/suspend`, {
      cookie: office.cookie,
      body: { reason: '由上级单位停用' },
    })
    expect(above.status).toBe(200)
  })
})

describe('sessions', () => {
  test('are listed and ended one by one, and all others at once', async () => {
    const one = await joinAs(house, office.cookie, office.organisation, 'devices@example.org', ['operator'])
    const [phone, laptop] = [await signIn('devices@example.org'), await signIn('devices@example.org')]
    const listed = await house.ask('/me/sessions', { cookie: one.cookie })
    const rows = listed.body.sessions as { id: string; current: boolean }[]
    expect(rows).toHaveLength(3)
    expect(rows.filter(({ current }) => current)).toHaveLength(1)
    const phones = (await house.ask('/me/sessions', { cookie: phone.cookie })).body.sessions as { id: string; current: boolean }[]
    const id = phones.find(({ current }) => current)?.id
    expect((await house.ask(`/me/sessions/${id}`, { cookie: one.cookie, method: 'DELETE' })).body).toEqual({ ended: 1 })
    expect((await house.ask('/me', { cookie: phone.cookie })).status).toBe(401)
    expect((await house.ask('/me/sessions', { cookie: one.cookie, method: 'DELETE' })).body).toEqual({ ended: 1 })
    expect((await house.ask('/me', { cookie: laptop.cookie })).status).toBe(401)
    expect((await house.ask('/me', { cookie: one.cookie })).status).toBe(200)
  })
  test('of others cannot be ended', async () => {
    const rows = (await house.ask('/me/sessions', { cookie: office.cookie })).body.sessions as { id: string }[]
    const other = await joinAs(house, office.cookie, office.organisation, 'nosy@example.org', ['operator'])
    const answer = await house.ask(`/me/sessions/${rows[0]?.id}`, { cookie: other.cookie, method: 'DELETE' })
    expect(answer.status).toBe(404)
  })
  test('end two hours after the last use, which is noted every five minutes', async () => {
    const { cookie } = await joinAs(house, office.cookie, office.organisation, 'idle@example.org', ['operator'])
    for (const minutes of [100, 200, 300]) {
      laterBy(minutes)
      expect((await house.ask('/me', { cookie })).status).toBe(200)
    }
    laterBy(300 + 121)
    expect((await house.ask('/me', { cookie })).status).toBe(401)
    laterBy(0)
  })
  test('are over after signing out', async () => {
    const { cookie } = await joinAs(house, office.cookie, office.organisation, 'out@example.org', ['operator'])
    const out = await house.ask('/sign-out', { cookie, method: 'POST' })
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-shuren=;.*Max-Age=0/)
    expect((await house.ask('/me', { cookie })).status).toBe(401)
  })
})

describe('a password', () => {
  test('is changed by who knows the old one, and other sessions end', async () => {
    await joinAs(house, office.cookie, office.organisation, 'change@example.org', ['operator'])
    const [here, there] = [await signIn('change@example.org'), await signIn('change@example.org')]
    const change = (current: string | undefined, next: string) =>
      house.ask('/me/password', { cookie: here.cookie, method: 'PUT', body: { ...(current && { current }), password: next } })
    expect(codeOf(await change('wrong', 'Another-2024-tree'))).toBe('password.wrong')
    expect(codeOf(await change(undefined, 'Another-2024-tree'))).toBe('password.wrong')
    expect(codeOf(await change(password, 'short'))).toBe('password.length')
    expect((await change(password, 'Another-2024-tree')).status).toBe(200)
    expect((await house.ask('/me', { cookie: there.cookie })).status).toBe(401)
    expect((await house.ask('/me', { cookie: here.cookie })).status).toBe(200)
    expect((await signIn('change@example.org')).status).toBe(422)
    expect((await signIn('change@example.org', 'Another-2024-tree')).status).toBe(200)
  })
  test('is set without the old one just after a link, not later', async () => {
    await house.ask('/sign-in/link', { body: { email: 'change@example.org' } })
    const token = await house.secret('sign-in-link', 'change@example.org')
    const { cookie } = await house.ask('/sign-in/redeem', { body: { token } })
    const set = () => house.ask('/me/password', { cookie, method: 'PUT', body: { password: 'Yet-another-2024' } })
    laterBy(31)
    expect(codeOf(await set())).toBe('password.wrong')
    laterBy(0)
    expect((await set()).status).toBe(200)
  })
})

test('no answer ever holds the hash of a password', async () => {
  const answers = await Promise.all(
    ['/me', '/me/sessions', `/organisations/${office.organisation}/members?limit=100`].map((path) =>
      house.ask(path, { cookie: office.cookie }),
    ),
  )
  for (const { status, body } of answers) {
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain('argon2')
  }
})
