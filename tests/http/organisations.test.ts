import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import { type Answer, foundOffice, type House, joinAs, openHouse, origin } from './house.ts'

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>

beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
})
afterAll(() => house.close())

const sample = readFileSync(new URL('../../shared/register/sample.csv', import.meta.url))
const codeOf = (answer: Answer) => answer.body.code
const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const enter = async (parent: string, body: Record<string, unknown>, cookie = office.cookie) => {
  const answer = await house.ask(`/organisations/${parent}/below`, { cookie, body })
  return { ...answer, id: String(answer.body.id) }
}
const read = (id: string, cookie = office.cookie) => house.ask(`/organisations/${id}`, { cookie })
const change = (id: string, body: unknown, cookie = office.cookie, method = 'PATCH') =>
  house.ask(`/organisations/${id}`, { cookie, method, body })

describe('a unit', () => {
  test('is entered below another, once however often it is asked for', async () => {
    const asking = {
      cookie: office.cookie,
      key: '01J9ZX4N6T0000000000000051',
      body: { kind: 'province', name: '演示省一', code: 'demo-1' },
    }
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.ask(`/organisations/${office.organisation}/below`, asking)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    const { body } = await read(String(answers[0]?.body.id))
    expect(body).toMatchObject({
      organisation: { name: '演示省一', code: 'demo-1', path: [office.organisation], state: 'active', units: 0 },
      above: [{ id: office.organisation, kind: 'national' }],
    })
  })
  test('is entered under a key that tells nothing of what others have under such an id', async () => {
    const [mine, other] = await Promise.all(
      ['一', '二'].map((nth) => enter(office.organisation, { kind: 'province', name: `演示省甲${nth}` })),
    )
    const above = await joinAs(house, office.cookie, mine?.id ?? '', 'key@example.org', ['administrator'])
    const hidden = await enter(other?.id ?? '', { kind: 'university', name: '演示大学甲' })
    for (const key of [other?.id, hidden.id, office.organisation]) {
      const body = { kind: 'university', name: '演示大学乙' }
      const entered = await house.ask(`/organisations/${mine?.id}/below`, { cookie: above.cookie, body, key: key as string })
      expect([entered.status, entered.body.id === key]).toEqual([201, false])
      const member = { email: `${key?.slice(-4)}@example.org`, name: '演示·同键', roles: ['operator'] }
      const invited = await house.ask(`/organisations/${mine?.id}/members`, { cookie: above.cookie, body: member, key: key as string })
      expect([invited.status, invited.body.person]).toEqual([201, expect.any(String)])
    }
    expect((await read(hidden.id)).body.organisation).toMatchObject({ name: '演示大学甲' })
  })
  test('is called what was written, without the halves of characters that a program left behind', async () => {
    const entered = await enter(office.organisation, { kind: 'ministry', name: '演示\ud83d部𠮷\udfb7' })
    expect(entered.status).toBe(201)
    expect((await read(entered.id)).body.organisation).toMatchObject({ name: '演示部𠮷' })
    expect(codeOf(await enter(office.organisation, { kind: 'ministry', name: '\ud83d' }))).toBe('request.invalid')
  })
  test('takes no code that another has, not even at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => enter(office.organisation, { kind: 'ministry', name: `演示部${i}`, code: 'demo-m' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'organisation.code-taken')).toHaveLength(5)
  })
  test('is refused below a unit of the wrong kind, with unknown fields, or with a code that could be part of a key', async () => {
    expect(codeOf(await enter(office.organisation, { kind: 'college', name: '演示学院' }))).toBe('organisation.kind-not-below')
    expect(codeOf(await enter(office.organisation, { kind: 'province', name: '演示省', path: [] }))).toBe('request.invalid')
    expect(codeOf(await enter(office.organisation, { kind: 'province', name: '演示省', code: 'a#b' }))).toBe('request.invalid')
  })
  test('shows itself to its people and to those above, and to nobody beside or below', async () => {
    const province = await enter(office.organisation, { kind: 'province', name: '演示省二' })
    const university = await enter(province.id, { kind: 'university', name: '演示大学二' })
    const above = await joinAs(house, office.cookie, province.id, 'above@example.org', ['administrator'])
    const inside = await joinAs(house, above.cookie, university.id, 'inside@example.org', ['operator'])
    expect((await read(university.id, above.cookie)).status).toBe(200)
    expect((await read(university.id, inside.cookie)).status).toBe(200)
    expect((await read(province.id, inside.cookie)).status).toBe(404)
    expect(codeOf(await enter(university.id, { kind: 'college', name: '演示学院' }, inside.cookie))).toBe('role.not-allowed')
    expect(codeOf(await change(university.id, { name: '演示大学二改' }, inside.cookie))).toBe('not-found')
    expect((await change(university.id, { name: '演示大学二改', city: '演示市' }, above.cookie)).status).toBe(200)
    expect((await read(university.id)).body.organisation).toMatchObject({ name: '演示大学二改', city: '演示市' })
    // Its record names the unit that did each thing, also where that is none of its own people.
    const { rows } = (await house.ask(`/organisations/${university.id}/events`, { cookie: above.cookie })).body as {
      rows: { type: string; unit: string | null }[]
    }
    const by = (type: string) => rows.find((row) => row.type === type)?.unit
    const { name } = (await read(office.organisation)).body.organisation as { name: string }
    expect([by('organisation.registered'), by('organisation.changed')]).toEqual([name, '演示省二'])
  })
  test('is changed from what it is, not over what another has written meanwhile', async () => {
    const { id } = await enter(office.organisation, { kind: 'province', name: '演示省五' })
    const seq = async () => ((await read(id)).body.organisation as { seq: number }).seq
    const from = await seq()
    const first = { cookie: office.cookie, method: 'PATCH', key: '01J9ZX4N6T0000000000000061', body: { name: '演示省五甲', from } }
    expect((await house.ask(`/organisations/${id}`, first)).status).toBe(200)
    const stale = await change(id, { name: '演示省五乙', from })
    expect([stale.status, stale.body.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.body.data).toMatchObject({ organisation: { name: '演示省五甲', seq: from + 1 }, above: [{ kind: 'national' }] })
    expect((await read(id)).body.organisation).toMatchObject({ name: '演示省五甲' })
    // The same request again is answered as what it was: done.
    expect((await house.ask(`/organisations/${id}`, first)).body).toEqual({ repeated: true })
    expect(codeOf(await change(id, { from: from + 1 }))).toBe('request.invalid')
    expect((await change(id, { name: '演示省五乙', from: await seq() })).status).toBe(200)
  })
  test('changed by several at the same time from the same state is changed by one', async () => {
    const { id } = await enter(office.organisation, { kind: 'province', name: '演示省六' })
    const { seq: from } = (await read(id)).body.organisation as { seq: number }
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => change(id, { city: `演示市${i}`, from })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'changed-meanwhile')).toHaveLength(5)
    expect((await read(id)).body.organisation).toMatchObject({ seq: from + 1 })
  })
  test('is not moved from where it no longer is', async () => {
    const [one, two] = await Promise.all(
      ['甲', '乙'].map((nth) => enter(office.organisation, { kind: 'ministry', name: `演示部六${nth}` })),
    )
    const province = await enter(office.organisation, { kind: 'province', name: '演示省七' })
    const { id } = await enter(province.id, { kind: 'university', name: '演示大学七' })
    const { seq: from } = (await read(id)).body.organisation as { seq: number }
    expect((await change(id, { supervisor: one?.id, from })).status).toBe(200)
    expect(codeOf(await change(id, { supervisor: two?.id, from }))).toBe('changed-meanwhile')
    expect((await read(id)).body.organisation).toMatchObject({ path: [office.organisation, one?.id] })
    expect((await read(two?.id ?? '')).body.organisation).toMatchObject({ units: 0 })
  })
  test('lists what stands below it a page at a time', async () => {
    const province = await enter(office.organisation, { kind: 'province', name: '演示省三' })
    for (let i = 0; i < 7; i++) await enter(province.id, { kind: 'university', name: `演示大学三${i}`, code: `three-${i}` })
    const names: unknown[] = []
    let cursor: unknown
    do {
      const page = await house.ask(`/organisations/${province.id}/below?limit=3${cursor ? `&cursor=${cursor}` : ''}`, {
        cookie: office.cookie,
      })
      names.push(...(page.body.rows as { name: string }[]).map(({ name }) => name))
      cursor = page.body.cursor
    } while (cursor)
    expect(names).toHaveLength(7)
    const other = await house.ask(`/organisations/${office.organisation}/below?limit=1`, { cookie: office.cookie })
    const stolen = await house.ask(`/organisations/${province.id}/below?cursor=${other.body.cursor}`, { cookie: office.cookie })
    expect(stolen.status).toBe(400)
  })
})

describe('moving a unit', () => {
  test('takes everything below along, counts right on both sides, and signs its people out', async () => {
    const from = await enter(office.organisation, { kind: 'province', name: '演示省四' })
    const to = await enter(office.organisation, { kind: 'ministry', name: '演示部四' })
    const university = await enter(from.id, { kind: 'university', name: '演示大学四' })
    const college = await enter(university.id, { kind: 'college', name: '演示学院四' })
    const branch = await enter(college.id, { kind: 'branch', name: '演示支部四' })
    const person = await joinAs(house, office.cookie, university.id, 'moved@example.org', ['administrator'])
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await change(university.id, { supervisor: to.id })).status).toBe(200)
    await house.settle()
    expect((await read(branch.id)).body.organisation).toMatchObject({ path: [office.organisation, to.id, university.id, college.id] })
    expect((await read(college.id)).body.organisation).toMatchObject({ path: [office.organisation, to.id, university.id] })
    expect((await read(from.id)).body.organisation).toMatchObject({ units: 0 })
    expect((await read(to.id)).body.organisation).toMatchObject({ units: 1 })
    expect((await house.ask('/me', { cookie: person.cookie })).status).toBe(401)
    const below = await house.ask(`/organisations/${from.id}/below`, { cookie: office.cookie })
    expect(below.body.rows).toEqual([])
  })
  test('twice in a row ends where the second said, whatever order the reactions run in', async () => {
    const [one, two] = [
      await enter(office.organisation, { kind: 'province', name: '演示省五' }),
      await enter(office.organisation, { kind: 'ministry', name: '演示部五' }),
    ]
    const university = await enter(one.id, { kind: 'university', name: '演示大学五' })
    const college = await enter(university.id, { kind: 'college', name: '演示学院五' })
    await change(university.id, { supervisor: two.id })
    await change(university.id, { supervisor: one.id })
    await house.settle()
    expect((await read(college.id)).body.organisation).toMatchObject({ path: [office.organisation, one.id, university.id] })
    expect((await read(one.id)).body.organisation).toMatchObject({ units: 1 })
    expect((await read(two.id)).body.organisation).toMatchObject({ units: 0 })
  })
  test('below itself, to another kind, or out of reach is refused', async () => {
    const province = await enter(office.organisation, { kind: 'province', name: '演示省六' })
    const other = await enter(office.organisation, { kind: 'province', name: '演示省七' })
    const university = await enter(province.id, { kind: 'university', name: '演示大学六' })
    const college = await enter(university.id, { kind: 'college', name: '演示学院六' })
    const officer = await joinAs(house, office.cookie, province.id, 'six@example.org', ['administrator'])
    expect(codeOf(await change(university.id, { supervisor: college.id }))).toBe('organisation.inside-itself')
    expect(codeOf(await change(college.id, { supervisor: province.id }))).toBe('organisation.kind-not-below')
    expect(codeOf(await change(university.id, { supervisor: other.id }, officer.cookie))).toBe('not-found')
    expect(codeOf(await change(university.id, {}))).toBe('request.invalid')
  })
})

describe('closing a unit', () => {
  const close = (id: string) => house.ask(`/organisations/${id}/close`, { cookie: office.cookie, body: { reason: '合并' } })
  test('waits for the units below, then signs its people out for good', async () => {
    const province = await enter(office.organisation, { kind: 'province', name: '演示省八' })
    const university = await enter(province.id, { kind: 'university', name: '演示大学八' })
    const person = await joinAs(house, office.cookie, university.id, 'closed@example.org', ['operator'])
    expect(codeOf(await close(province.id))).toBe('organisation.has-units')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await close(university.id)).status).toBe(200)
    await house.settle()
    expect((await house.ask('/me', { cookie: person.cookie })).status).toBe(401)
    expect(codeOf(await house.ask('/sign-in', { body: { email: 'closed@example.org', password: 'Wutong-2024-shu' } }))).toBe(
      'sign-in.unit-closed',
    )
    expect(codeOf(await close(university.id))).toBe('organisation.closed')
    expect((await close(province.id)).status).toBe(200)
  })
  test('and entering one below it at the same time never leaves an active unit below a closed one', async () => {
    for (let i = 0; i < 5; i++) {
      const province = await enter(office.organisation, { kind: 'province', name: `演示省九${i}` })
      const [closed, entered] = await Promise.all([close(province.id), enter(province.id, { kind: 'university', name: `演示大学九${i}` })])
      expect([closed.status, entered.status].sort().join()).toMatch(/^(200,409|201,409)$/)
    }
  })
})

describe('the names for the picker', () => {
  test('come with a tag, and nothing when they are the same', async () => {
    const first = await house.ask('/organisations/names', { cookie: office.cookie })
    expect(first.status).toBe(200)
    expect(first.body.rows).toContainEqual(expect.objectContaining({ code: 'demo-1', name: '演示省一', kind: 'province' }))
    const again = await house.ask('/organisations/names', {
      cookie: office.cookie,
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect((await house.ask('/organisations/names')).status).toBe(401)
  })
})

describe('a register', () => {
  const register = `/organisations/${'{national}'}/register`
  const path = () => register.replace('{national}', office.organisation)
  const send = (raw: Uint8Array, cookie = office.cookie) => house.ask(path(), { cookie, raw, headers: { 'content-type': 'text/csv' } })
  const apply = async (id: unknown) => {
    let next: unknown = 0
    let last: Answer | undefined
    while (typeof next === 'number') {
      last = await house.ask(`${path()}/${id}/apply?from=${next}`, { cookie: office.cookie, method: 'POST' })
      next = last.body.next
    }
    return last?.body.total
  }

  test('is planned, carried out, and then changes nothing more', async () => {
    const plan = await send(sample)
    expect(plan.status).toBe(201)
    const account = plan.body.account as Record<string, number>
    expect(
      (account.header ?? 0) + (account.institutions ?? 0) + (account.refused ?? 0) + (account.continued ?? 0) + (account.blank ?? 0),
    ).toBe(account.lines)
    expect(plan.body.create).toBe(plan.body.records)
    const before = await house.ask(`/organisations/${office.organisation}/below?kind=xpcc`, { cookie: office.cookie })
    expect(before.body.rows).toEqual([])
    expect(await apply(plan.body.import)).toEqual({ created: plan.body.records, changed: 0, unchanged: 0, refused: 0 })
    const again = await send(sample)
    expect(again.body).toMatchObject({ create: 0, change: 0, unchanged: plan.body.records, supervisors: [] })
    expect(await apply(again.body.import)).toMatchObject({ created: 0, unchanged: plan.body.records })
    const events = await house.ask(`/organisations/${office.organisation}/events?limit=100`, { cookie: office.cookie })
    const imported = (events.body.rows as { type: string; created: number }[]).filter(({ type }) => type === 'register.imported')
    expect(imported.map(({ created }) => created).sort()).toEqual([0, plan.body.records].sort())
  })
  test('carried out by many at once is carried out once', async () => {
    const lines = Array.from({ length: 70 }, (_, i) => `41110990${String(i).padStart(2, '0')},并发演示大学${i},11,北京市,北京市,本科,`)
    const plan = await send(text('code,name,province,department,city,level,remarks', ...lines))
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => house.ask(`${path()}/${plan.body.import}/apply`, { cookie: office.cookie, method: 'POST' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(answers.flatMap(({ body }) => body.refusals)).toEqual([])
    const provinces = await house.ask(`/organisations/${office.organisation}/below?kind=province&limit=100`, { cookie: office.cookie })
    const id = (provinces.body.rows as { id: string; code?: string }[]).find(({ code }) => code === '11')?.id ?? ''
    const units = (await read(id)).body.organisation
    const rows: unknown[] = []
    let cursor: unknown
    do {
      const page = await house.ask(`/organisations/${id}/below?limit=100${cursor ? `&cursor=${cursor}` : ''}`, { cookie: office.cookie })
      rows.push(...(page.body.rows as unknown[]))
      cursor = page.body.cursor
    } while (cursor)
    expect(rows.filter((row) => String((row as { name: string }).name).startsWith('并发'))).toHaveLength(70)
    expect(units).toMatchObject({ units: rows.length })
  })
  test('changes names and supervising units of those it knows', async () => {
    const head = 'code,name,province,department,city,level,remarks'
    const first = await send(text(head, '4112099901,演示迁移大学,12,天津市,天津市,本科,'))
    await apply(first.body.import)
    const second = await send(text(head, '4112099901,演示迁移科技大学,12,教育部,天津市,本科,'))
    expect(second.body).toMatchObject({ create: 0, change: 1 })
    expect(await apply(second.body.import)).toEqual({ created: 0, changed: 1, unchanged: 0, refused: 0 })
    const ministries = await house.ask(`/organisations/${office.organisation}/below?kind=ministry&limit=100`, { cookie: office.cookie })
    const education = (ministries.body.rows as { id: string; code: string }[]).find(({ code }) => code === 'moe')
    const below = await house.ask(`/organisations/${education?.id}/below?limit=100`, { cookie: office.cookie })
    expect(below.body.rows).toContainEqual(expect.objectContaining({ code: '4112099901', name: '演示迁移科技大学', province: '12' }))
  })
  test('with broken rows enters the others and comes back with remarks beside the rows', async () => {
    const bad = text(
      'code,name,province,department,city,level,remarks',
      '4113099901,演示良好大学,13,河北省,石家庄市,本科,',
      '411309990,演示缺位大学,13,河北省,石家庄市,本科,',
      '4113099903,,13,某某局,石家庄市,硕士,',
      '"4113099904",=1+2,13,河北省,石家庄市,本科,',
    )
    const plan = await send(bad)
    expect(plan.body).toMatchObject({ records: 2, create: 2, account: { refused: 2 } })
    const codes = (plan.body.problems as { row: number; code: string }[]).map(({ row, code }) => `${row} ${code}`)
    expect(codes).toEqual(expect.arrayContaining(['3 code-bad', '4 name-missing', '4 department-unknown', '4 level-unknown']))
    const response = await house.askBytes(`${path()}/${plan.body.import}/checked`, office.cookie)
    const back = await readSpreadsheet(response)
    expect(back.ok && back.value[2]?.cells.join()).toContain('411309990')
    expect(back.ok && back.value[2]?.cells.join()).toMatch(/10 位数字/)
  })
  test('that is no sheet, is too large, or ends inside quotes is refused', async () => {
    expect(codeOf(await send(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])))).toBe('spreadsheet.unreadable')
    expect(codeOf(await send(text('code,name', '"x,1')))).toBe('spreadsheet.quotes')
    expect(codeOf(await send(new Uint8Array(4_100_000).fill(0x61)))).toBe('spreadsheet.too-large')
    expect((await send(new Uint8Array(4_300_000).fill(0x61))).status).toBe(413)
    expect(codeOf(await send(new Uint8Array(0)))).toBe('spreadsheet.unreadable')
  })
  test('may come as a form’s file', async () => {
    const form = new FormData()
    form.set('file', new File([sample], '名单.csv', { type: 'text/csv' }))
    const encoded = new Request(origin, { method: 'POST', body: form })
    const type = encoded.headers.get('content-type') ?? ''
    const answer = await house.ask(path(), {
      cookie: office.cookie,
      raw: new Uint8Array(await encoded.arrayBuffer()),
      headers: { 'content-type': type },
    })
    expect(answer.status).toBe(201)
  })
  test.each(['multipart/form-data', 'multipart/form-data; boundary=x'])('in what only calls itself a form is refused: %s', async (type) => {
    const answer = await house.ask(path(), { cookie: office.cookie, raw: sample, headers: { 'content-type': type } })
    expect([answer.status, codeOf(answer)]).toEqual([422, 'spreadsheet.unreadable'])
  })
  test('is not imported by who may not, nor another’s import seen or carried out', async () => {
    const operator = await joinAs(house, office.cookie, office.organisation, 'noimport@example.org', ['operator'])
    expect(codeOf(await send(sample, operator.cookie))).toBe('role.not-allowed')
    const province = await enter(office.organisation, { kind: 'province', name: '演示省十' })
    const officer = await joinAs(house, office.cookie, province.id, 'tenth@example.org', ['administrator'])
    const plan = await send(sample)
    const stolen = `/organisations/${province.id}/register/${plan.body.import}`
    expect((await house.ask(`${stolen}/apply`, { cookie: officer.cookie, method: 'POST' })).status).toBe(404)
    expect((await house.ask(`${stolen}/checked`, { cookie: officer.cookie })).status).toBe(404)
    const beyond = await house.ask(`${path()}/${plan.body.import}/apply?from=100000`, { cookie: office.cookie, method: 'POST' })
    expect(codeOf(beyond)).toBe('import.past-end')
  })
  test('of units out of reach is refused row by row', async () => {
    const province = await enter(office.organisation, { kind: 'province', name: '演示省十一' })
    const officer = await joinAs(house, office.cookie, province.id, 'eleventh@example.org', ['administrator'])
    const plan = await house.ask(`/organisations/${province.id}/register`, { cookie: officer.cookie, raw: sample })
    expect(plan.body).toMatchObject({ create: 0, change: 0 })
    expect((plan.body.problems as { code: string }[]).every(({ code }) => code === 'register.out-of-reach')).toBe(true)
  })
})

describe('a sheet of accounts', () => {
  let province: string
  let officer: Awaited<ReturnType<typeof joinAs>>
  const sheet = text(
    '单位代码,邮箱,姓名,角色',
    'acc-1,one@example.org,演示·一,管理员',
    'acc-2,two@example.org,演示·二,经办人、审核人',
    'acc-9,nine@example.org,演示·九,管理员',
    'acc-1,not an address,演示·三,管理员',
    'acc-2,three@example.org,演示·三,校长',
  )
  const send = (cookie = officer.cookie) => house.ask(`/organisations/${province}/accounts/import`, { cookie, raw: sheet })

  beforeAll(async () => {
    province = (await enter(office.organisation, { kind: 'province', name: '演示省十二' })).id
    officer = await joinAs(house, office.cookie, province, 'twelfth@example.org', ['administrator'])
    for (const i of [1, 2]) await enter(province, { kind: 'university', name: `演示账号大学${i}`, code: `acc-${i}` }, officer.cookie)
    const other = await enter(office.organisation, { kind: 'province', name: '演示省十三' })
    await enter(other.id, { kind: 'university', name: '演示他省大学', code: 'acc-9' })
  })
  test('names the rows that are wrong and invites the others, once', async () => {
    const plan = await send()
    expect(plan.body).toMatchObject({ records: 5, create: 2, problemCount: 3 })
    expect((plan.body.problems as { row: number; code: string }[]).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '4 account.unit-unknown',
      '5 account.email',
      '6 account.roles',
    ])
    const apply = () =>
      house.ask(`/organisations/${province}/accounts/import/${plan.body.import}/apply`, { cookie: officer.cookie, method: 'POST' })
    const [first, second] = [await apply(), await apply()]
    expect(first.body).toMatchObject({ counts: { created: 2, refused: 1 }, next: null })
    expect(second.body).toMatchObject({ counts: { created: 0, unchanged: 2, refused: 1 }, total: { created: 2 } })
    await house.settle()
    expect(house.mails.filter(({ to }) => to === 'two@example.org')).toHaveLength(1)
    expect(house.mails.some(({ to }) => to === 'nine@example.org')).toBe(false)
    const accounts = await house.ask(`/organisations/${province}/accounts`, { cookie: officer.cookie })
    expect(accounts.body.rows).toMatchObject([
      { code: 'acc-1', people: [{ email: 'one@example.org', state: 'invited' }] },
      { code: 'acc-2', people: [{ roles: ['approver', 'operator'] }] },
    ])
  })
  test('is narrowed to the units that lack something, counted, paged and exported', async () => {
    const third = await enter(province, { kind: 'university', name: '=演示无账号大学', code: 'acc-3' }, officer.cookie)
    const shown = async (asked: string) =>
      (await house.ask(`/organisations/${province}/accounts${asked}`, { cookie: officer.cookie })).body as {
        rows: { code: string }[]
        cursor?: string
      }
    const codes = async (asked: string) => (await shown(asked)).rows.map(({ code }) => code)
    expect(await codes('?show=never')).toEqual(['acc-1', 'acc-2'])
    expect(await codes('?show=without')).toEqual(['acc-3'])
    const first = await shown('?show=never&limit=1')
    expect(first.rows.map(({ code }) => code)).toEqual(['acc-1'])
    expect(await codes(`?show=never&limit=1&cursor=${encodeURIComponent(first.cursor ?? '')}`)).toEqual(['acc-2'])
    expect(await shown('/counts')).toEqual({ all: 3, without: 1, never: 2, returned: 0 })
    const read = async (asked: string) => {
      const back = await readSpreadsheet(await house.askBytes(`/organisations/${province}/accounts.xlsx${asked}`, officer.cookie))
      return back.ok ? back.value.map(({ cells }) => cells.slice(0, 5)) : []
    }
    expect(await read('?show=without')).toEqual([
      ['单位代码', '单位', '账号情况', '姓名', '邮箱'],
      ['acc-3', '=演示无账号大学', '无账号', '', ''],
    ])
    expect((await read('?show=never&language=en')).slice(1)).toEqual([
      ['acc-1', '演示账号大学1', 'Nobody ever signed in', '演示·一', 'one@example.org'],
      ['acc-2', '演示账号大学2', 'Nobody ever signed in', '演示·二', 'two@example.org'],
    ])
    expect((await house.ask(`/organisations/${province}/accounts?show=some`, { cookie: officer.cookie })).status).toBe(400)
    await house.ask(`/organisations/${third.id}/close`, { cookie: officer.cookie, body: { reason: '演示结束' } })
    await house.settle()
    expect(await shown('/counts')).toEqual({ all: 3, without: 0, never: 2, returned: 0 })
  })
  test('is counted as people are invited, join, are suspended, come back and leave', async () => {
    const above = (await enter(office.organisation, { kind: 'province', name: '演示省十四' })).id
    const unit = (await enter(above, { kind: 'university', name: '演示计数大学', code: 'acc-41' })).id
    const counted = async () => (await house.ask(`/organisations/${above}/accounts/counts`, { cookie: office.cookie })).body
    /** The same as the people of the unit tell. */
    const told = async () => {
      const { rows } = (await house.ask(`/organisations/${above}/accounts`, { cookie: office.cookie })).body as {
        rows: { gap?: string; returned: boolean }[]
      }
      const of = (gap: string) => rows.filter((row) => row.gap === gap).length
      return { all: rows.length, without: of('without'), never: of('never'), returned: rows.filter(({ returned }) => returned).length }
    }
    const seen: unknown[] = []
    const having = async (act: Promise<unknown>) => {
      await act
      const counts = await counted()
      expect(counts).toEqual(await told())
      seen.push(counts.without ? 'without' : counts.never ? 'never' : 'used')
    }
    const members = `/organisations/${unit}/members`
    const invited = async (email: string) => {
      const { body } = await house.ask(members, { cookie: office.cookie, body: { email, name: '演示·计数', roles: ['operator'] } })
      return String(body.person)
    }
    await having(counted())
    const one = invited('count-one@example.org')
    await having(one)
    await having(joinAs(house, office.cookie, unit, 'count-two@example.org', ['operator']))
    const rows = async () =>
      (await house.ask(members, { cookie: office.cookie })).body.rows as { person: string; email: string; state: string }[]
    const two = (await rows()).find(({ email }) => email === 'count-two@example.org')?.person
    await having(house.ask(`${members}/${two}/suspend`, { cookie: office.cookie, body: { reason: '核实身份' } }))
    await having(house.ask(`${members}/${two}/reinstate`, { cookie: office.cookie, method: 'POST' }))
    await having(house.ask(`${members}/${two}`, { cookie: office.cookie, method: 'DELETE' }))
    await having(house.ask(`${members}/${await one}`, { cookie: office.cookie, method: 'DELETE' }))
    await having(invited('count-two@example.org'))
    expect(seen).toEqual(['without', 'never', 'used', 'used', 'used', 'never', 'without', 'never'])
    expect((await rows()).filter(({ state }) => state === 'left')).toHaveLength(1)
  })
  test('comes back with remarks beside the rows', async () => {
    const plan = await send()
    const content = await house.askBytes(`/organisations/${province}/accounts/import/${plan.body.import}/checked`, officer.cookie)
    const back = await readSpreadsheet(content)
    expect(back.ok && back.value.map(({ cells }) => cells.length > 4 && String(cells[4]).length > 0)).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
    ])
  })
})

test('every chain of events is whole after all this', async () => {
  const { documents } = await import('../../functions/aws/dynamo.ts')
  const { verifyChain } = await import('../../functions/aws/verify.ts')
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb')
  const rows: Record<string, unknown>[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await documents.send(new ScanCommand({ TableName: process.env.TABLE_NAME, ExclusiveStartKey: from }))
    rows.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  const events = rows.filter(({ kind }) => kind === 'event')
  const heads = rows.filter(({ kind, seq }) => kind !== 'event' && seq !== undefined)
  expect(events.length).toBeGreaterThan(250)
  expect(verifyChain(events, heads)).toEqual([])
  const [changed] = events.filter(({ type }) => type === 'organisation.registered')
  if (changed) changed.name = '改过的名称'
  expect(verifyChain(events, heads)).toMatchObject([{ why: 'hash' }])
})
