import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import { templateOf } from '../../shared/templates/index.ts'
import { foundOffice, type House, joinAs, openHouse } from './house.ts'
import { changeBatch, comeTo } from './moved.ts'
import { batchInReview, category } from './reviewed.ts'

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>
beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
})
afterAll(() => house.close())

const ask = (path: string, body?: unknown, cookie = office.cookie) => house.ask(path, { cookie, body })
const notice = {
  title: '演示：拟入选名单公示',
  text: '根据评审和审定结果，现将拟入选名单予以公示，公示期五个工作日。',
  contact: { name: '演示·陈老师', phone: '010-00000000', email: 'contact@example.org' },
}
const objection = {
  name: '演示·赵某',
  phone: '13800000000',
  email: 'objector@example.org',
  text: '反映该项目申报材料中的成果与事实不符，请予核实，愿意配合说明情况。',
}

/** A batch in its deliberation, whose submissions have these scores. */
async function scored(scores: number[][], places = 2) {
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const { id, submissions } = await batchInReview(office, { submissions: scores.length, places })
  for (const [i, figures] of scores.entries())
    for (const [j, score] of figures.entries())
      await table.put({ ...key.score(id, category, String(submissions[i]), `expert${j}`), submission: submissions[i], score })
  await comeTo(id, 'deliberate')
  const sheet = `/batches/${id}/categories/${category}/sheet`
  const decide = (i: number, outcome: string, reason?: string) =>
    house.ask(`/batches/${id}/categories/${category}/decisions/${submissions[i]}`, {
      method: 'PUT',
      cookie: office.cookie,
      body: { outcome, ...(reason && { reason }) },
    })
  return { id, submissions, sheet, decide }
}

/** Sends the sheet of a batch and opens the link as its approver. */
async function sent({ id, sheet: path }: { id: string; sheet: string }) {
  const email = `${id.toLowerCase()}.${Math.random().toString(36).slice(2)}@example.org`
  expect((await ask(`${path}/send`, { approver: { name: '演示·审定人', email } })).status).toBe(200)
  const token = await house.secret('approval-request', email)
  const { cookie = '' } = await house.ask('/link/open', { body: { token } })
  const { sheet } = (await ask(path, undefined, cookie)).body as { sheet: { sha256: string } }
  const approve = (sha256 = sheet.sha256) => ask(`${path}/approve`, { sha256 }, cookie)
  return { token, cookie, sha256: sheet.sha256, approve }
}

/** A batch in its notice: its sheet was sent and approved. */
async function approved(scores: number[][], places = 2) {
  const batch = await scored(scores, places)
  const approver = await sent(batch)
  expect((await approver.approve()).status).toBe(200)
  await comeTo(batch.id, 'notice')
  return { ...batch, ...approver }
}

describe('the ranking of a category', () => {
  test('shows figures, ties at the line, and what is proposed', async () => {
    const { sheet, submissions } = await scored([
      [90, 92],
      [80, 80],
      [79, 81],
      [50, 60],
    ])
    const { body } = await ask(sheet)
    expect(body).toMatchObject({ sheet: { state: 'open', places: 2 }, total: 4, awarded: 1, undecided: 2 })
    expect(
      (body.rows as { submission: string; rank: number; tied: number; proposal?: string }[]).map(({ rank, tied, proposal }) => [
        rank,
        tied,
        proposal,
      ]),
    ).toEqual([
      [1, 1, 'award'],
      [2, 2, undefined],
      [2, 2, undefined],
      [4, 1, 'none'],
    ])
    expect((body.rows as { submission: string }[])[0]?.submission).toBe(submissions[0])
  })
  test('is the host’s: a unit below is told that there is no such thing', async () => {
    const { sheet } = await scored([[90]])
    expect((await house.ask(sheet)).status).toBe(401)
    const other = await ask(`/organisations/${office.organisation}/members`, {
      email: 'audit@example.org',
      name: '演示·审计',
      roles: ['audit'],
    })
    expect(other.status).toBeLessThan(300)
  })
})

describe('a decision', () => {
  test('that departs from the ranking needs its reason, and is kept with it', async () => {
    const { sheet, decide } = await scored([[90], [80], [70]])
    expect((await decide(2, 'award')).body.code).toBe('sheet.reason-missing')
    expect((await decide(2, 'award', '示范性强，领导小组表决通过')).status).toBe(200)
    const { rows } = (await ask(sheet)).body as { rows: Record<string, unknown>[] }
    expect(rows[2]).toMatchObject({ outcome: 'award', reason: '示范性强，领导小组表决通过', decided: true, proposal: 'none' })
  })
  test('sent sheets are decided, within the places, and frozen', async () => {
    const { sheet, decide } = await scored([[90], [80], [80]])
    const approver = { approver: { name: '演示·审定人', email: 'frozen@example.org' } }
    expect((await ask(`${sheet}/send`, approver)).body.code).toBe('sheet.undecided')
    await decide(1, 'award', '并列，表决')
    await decide(2, 'award', '并列，表决')
    expect((await ask(`${sheet}/send`, approver)).body.code).toBe('sheet.too-many')
    await decide(2, 'reserve', '并列，表决')
    expect((await ask(`${sheet}/send`, approver)).status).toBe(200)
    expect((await decide(0, 'none', '改变')).body.code).toBe('sheet.not-open')
    expect((await ask(`${sheet}/withdraw`, { reason: '补充材料' })).status).toBe(200)
    const back = ((await ask(sheet)).body as { sheet: object }).sheet
    expect(back).toMatchObject({ state: 'open', withdrawn: '补充材料' })
    expect(back).not.toHaveProperty('sentBack')
    expect((await decide(0, 'none', '改变')).status).toBe(200)
  })
  test('that followed the ranking and departs from it since the line was moved is not sent without its reason', async () => {
    const { id, sheet, decide, submissions } = await scored([[90], [80], [70]])
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    expect((await decide(1, 'award')).status).toBe(200)
    expect((await ask(`${sheet}/line`, { line: 1, reason: '宁缺毋滥' })).status).toBe(200)
    expect((await ask(sheet)).body).toMatchObject({ unreasoned: 1, rows: [{}, { proposal: 'none', outcome: 'award', decided: true }, {}] })
    const refused = await ask(`${sheet}/send`, { approver: { name: '演示·审定人', email: 'moved@example.org' } })
    expect(refused.body).toMatchObject({ code: 'sheet.reasons-missing', zh: expect.stringContaining('“演示支部 2”') })
    expect((await decide(1, 'award', '示范性强')).status).toBe(200)
    const link = await sent({ id, sheet })
    const kept = await table.get(key.decision(id, category, String(submissions[1])))
    expect(kept).toMatchObject({ proposal: 'none', outcome: 'award', reason: '示范性强', rank: 2, score: 80 })
    expect((await ask(sheet, undefined, link.cookie)).body).toMatchObject({
      unreasoned: 0,
      rows: [{}, { proposal: 'none', outcome: 'award' }, {}],
    })
    expect((await link.approve()).status).toBe(200)
  })
  test('is shown to the approver with the figures of its sending, not those of the moment it was made', async () => {
    const { id, sheet, decide, submissions } = await scored([[90], [80], [70]])
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    expect((await decide(2, 'award', '示范性强')).status).toBe(200)
    expect((await decide(0, 'reserve', '材料待补')).status).toBe(200)
    await table.put({ ...key.score(id, category, String(submissions[2]), 'late'), submission: submissions[2], score: 100 })
    const link = await sent({ id, sheet })
    const { rows } = (await ask(sheet, undefined, link.cookie)).body as { rows: Record<string, unknown>[] }
    expect(rows.map(({ submission, rank, score }) => [submission, rank, score])).toEqual([
      [submissions[0], 1, 90],
      [submissions[2], 2, 85],
      [submissions[1], 3, 80],
    ])
    expect(rows[1]).toMatchObject({ proposal: 'award', outcome: 'award', reason: '示范性强' })
    await table.put({
      ...(await table.get<{ pk: string; sk: string }>(key.decision(id, category, String(submissions[1])))),
      outcome: 'award',
    } as never)
    expect((await link.approve()).body.code).toBe('sheet.changed')
  })
  test('is made by hand, with its reason, where nobody has given a score', async () => {
    const { sheet, decide } = await scored([[90], []], 3)
    expect((await ask(sheet)).body).toMatchObject({ awarded: 1, undecided: 1 })
    const approver = { approver: { name: '演示·审定人', email: 'unscored@example.org' } }
    expect((await ask(`${sheet}/send`, approver)).body.code).toBe('sheet.undecided')
    expect((await decide(1, 'none')).body.code).toBe('sheet.reason-missing')
    expect((await decide(1, 'none', '未能评审')).status).toBe(200)
    expect((await ask(`${sheet}/send`, approver)).status).toBe(200)
  })
  test('needs no reason in a batch without experts, where what is not chosen is not awarded', async () => {
    const { id, sheet, decide } = await scored([[], []])
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const head = await table.get<Batch>(key.batch(id))
    if (!head) throw new Error('no batch')
    await table.put({ ...head, stages: head.stages.map((stage) => (stage.kind === 'review' ? { ...stage, on: false } : stage)) })
    expect((await ask(sheet)).body).toMatchObject({ sheet: { reviewed: false }, awarded: 0, undecided: 0 })
    expect((await decide(0, 'award')).status).toBe(200)
    const link = await sent({ id, sheet })
    expect((await link.approve()).status).toBe(200)
  })
  test('decisions of one sheet at the same moment do not overwrite each other', async () => {
    const { sheet, decide } = await scored([[90], [80], [70], [60]])
    const outcomes = await Promise.all([0, 1, 2, 3].map((i) => decide(i, 'reserve', '同时')))
    expect(outcomes.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect(outcomes.every(({ status, body }) => status === 200 || body.code === 'changed-meanwhile')).toBe(true)
    const { rows } = (await ask(sheet)).body as { rows: { decided: boolean }[] }
    expect(rows.filter(({ decided }) => decided)).toHaveLength(outcomes.filter(({ status }) => status === 200).length)
  })
})

describe('the approver', () => {
  test('approves exactly what was shown, once, through the link', async () => {
    const { sheet, cookie, sha256 } = await approved([[90], [80], [70]])
    expect((await ask(`${sheet}/approve`, { sha256 }, cookie)).body.code).toBe('sheet.already-approved')
    expect((await ask(sheet, undefined, cookie)).body).toMatchObject({ sheet: { state: 'approved' } })
  })
  test('takes a second look by the same link once the list is published, and decides nothing more', async () => {
    const { id, sheet, token, sha256 } = await approved([[90], [80]])
    await changeBatch(id, { state: 'completed' })
    const { status, cookie = '' } = await house.ask('/link/open', { body: { token } })
    expect(status).toBe(200)
    expect((await ask(sheet, undefined, cookie)).body).toMatchObject({
      sheet: { state: 'approved', approvedAt: expect.any(String), approver: { name: '演示·审定人' } },
      total: 2,
    })
    expect((await ask(`${sheet}/approve`, { sha256 }, cookie)).body.code).toBe('sheet.already-approved')
    expect((await ask(`${sheet}/send-back`, { reason: '补充说明' }, cookie)).body.code).toBe('sheet.already-approved')
  })
  test('cannot approve what has changed, and can send it back', async () => {
    const { sheet } = await scored([[90]])
    await ask(`${sheet}/send`, { approver: { name: '演示·审定人', email: 'back@example.org' } })
    const token = await house.secret('approval-request', 'back@example.org')
    const { cookie = '' } = await house.ask('/link/open', { body: { token } })
    expect((await ask(`${sheet}/approve`, { sha256: 'A'.repeat(43) }, cookie)).body.code).toBe('sheet.changed')
    expect((await ask(`${sheet}/send-back`, { reason: '请补充说明' }, cookie)).status).toBe(200)
    expect((await ask(sheet)).body).toMatchObject({ sheet: { state: 'open', sentBack: '请补充说明' } })
  })
  test('is not an officer: neither can do what the other does', async () => {
    const { sheet, cookie, sha256, decide } = await approved([[90]])
    expect((await ask(`${sheet}/approve`, { sha256 })).status).toBe(404)
    expect((await ask(`${sheet}/withdraw`, { reason: '撤回撤回' }, cookie)).status).toBe(404)
    expect((await decide(0, 'none', '改变')).body.code).toBe('sheet.not-open')
  })
})

describe('in its stage alone', () => {
  const codes = async (...answers: ReturnType<typeof ask>[]) =>
    (await Promise.all(answers)).map(({ status, body }) => (status < 300 ? 'done' : body.code))
  const approver = { approver: { name: '演示·审定人', email: 'early@example.org' } }

  test('a sheet is decided and sent: not while experts review, not once the list is announced', async () => {
    const { id, sheet, decide } = await scored([[90], [80], [70]])
    const acts = () =>
      codes(decide(0, 'none', '改变'), ask(`${sheet}/line`, { line: 1, reason: '宁缺毋滥' }), ask(`${sheet}/send`, approver))
    await comeTo(id, 'review')
    expect(await acts()).toEqual(Array(3).fill('stage.not-reached'))
    expect((await ask(sheet)).body).toMatchObject({ awarded: 2, notNow: { zh: expect.stringContaining('尚未进入本环节') } })
    await comeTo(id, 'notice')
    expect(await acts()).toEqual(Array(3).fill('stage.left'))
    await comeTo(id, 'deliberate')
    expect((await ask(sheet)).body.notNow).toBeUndefined()
  })
  test('a paused batch is neither decided, approved, announced nor published, and nothing is lost', async () => {
    const batch = await scored([[90], [80], [70]])
    await batch.decide(2, 'reserve', '备选')
    const link = await sent(batch)
    await changeBatch(batch.id, { state: 'paused' })
    expect(
      await codes(
        link.approve(),
        ask(`${batch.sheet}/send-back`, { reason: '请补充' }, link.cookie),
        ask(`${batch.sheet}/withdraw`, { reason: '撤回' }),
      ),
    ).toEqual(Array(3).fill('batch.paused'))
    expect((await ask(batch.sheet, undefined, link.cookie)).body).toMatchObject({
      sheet: { state: 'sent', sha256: link.sha256 },
      notNow: { zh: expect.stringContaining('已暂停') },
    })
    await changeBatch(batch.id, { state: 'open' })
    expect((await link.approve()).status).toBe(200)
    await comeTo(batch.id, 'notice')
    const published = await ask(`/batches/${batch.id}/notices`, notice)
    await changeBatch(batch.id, { state: 'paused' })
    expect((await house.ask(`/notices/${published.body.id}/objections`, { body: objection })).status).toBe(201)
    const [raised] = (await ask(`/batches/${batch.id}/objections`)).body.rows as { id: string }[]
    const path = `/batches/${batch.id}/objections/${published.body.id}/${raised?.id}`
    expect(
      await codes(
        ask(`${path}/notes`, { note: '已电话核实' }),
        ask(`${path}/settle`, { outcome: 'upheld', reason: '属实' }),
        ask(`${batch.sheet}/reopen`, { notice: published.body.id, objection: raised?.id, reason: '重新审定' }),
        ask(`/batches/${batch.id}/notices`, notice),
        ask(`/batches/${batch.id}/publication`, {}),
      ),
    ).toEqual(Array(5).fill('batch.paused'))
    expect((await ask(`/batches/${batch.id}/publication`)).body).toMatchObject({
      begun: false,
      notNow: { list: { zh: expect.any(String) } },
    })
  })
  test('what comes at the same moment as a pause is not done', async () => {
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { sheets } = await import('../../functions/decisions/store.ts')
    const { id, sheet } = await scored([[90], [80]])
    const link = await sent({ id, sheet })
    const [batch, read] = await Promise.all([table.get<Batch>(key.batch(id)), sheets.get(id, category)])
    if (!batch || !read) throw new Error('no sheet')
    await changeBatch(id, { state: 'paused' })
    const doing = { by: { kind: 'system', cause: 'test' } as const, at: new Date().toISOString(), request: ulid() }
    expect(await sheets.approve(batch, read, link.sha256, doing)).toMatchObject({ ok: false, code: 'changed-meanwhile' })
    expect((await ask(sheet)).body).toMatchObject({ sheet: { state: 'sent' } })
  })
})

describe('the notice', () => {
  test('needs approved sheets, runs working days, takes objections until its end', async () => {
    const { clock } = await import('../../functions/aws/clock.ts')
    const real = clock.now
    const open = await scored([[90]])
    expect((await ask(`/batches/${open.id}/notices`, notice)).body.code).toBe('stage.not-reached')
    await comeTo(open.id, 'notice')
    expect((await ask(`/batches/${open.id}/notices`, notice)).body.code).toBe('notice.not-decided')
    const { id } = await approved([[90]])
    const published = await ask(`/batches/${id}/notices`, notice)
    expect(published.status).toBe(201)
    expect((await ask(`/batches/${id}/notices`, notice)).body.code).toBe('notice.already')
    const [listed] = (await ask(`/batches/${id}/notices`)).body.rows as { id: string; ends: string; workingDays: number }[]
    expect(listed).toMatchObject({ id: published.body.id, workingDays: 5 })
    const raised = await house.ask(`/notices/${listed?.id}/objections`, { body: objection })
    expect(raised.status).toBe(201)
    expect((await house.ask(`/notices/${listed?.id}/objections`, { body: { ...objection, text: '太短' } })).status).toBe(400)
    expect((await ask(`/batches/${id}/publication`, {})).body).toMatchObject({
      code: 'notice.running',
      zh: expect.stringContaining('24:00（北京时间）'),
    })
    try {
      clock.now = () => new Date(Date.parse(listed?.ends ?? '') - 1)
      expect((await house.ask(`/notices/${listed?.id}/objections`, { body: objection })).status).toBe(201)
      clock.now = () => new Date(Date.parse(listed?.ends ?? ''))
      expect((await house.ask(`/notices/${listed?.id}/objections`, { body: objection })).body.code).toBe('notice.ended')
    } finally {
      clock.now = real
    }
  })
  test('says that it is over when its last day is, on its page and in the columns, without a script', async () => {
    const { workDue } = await import('../../functions/workflow/due.ts')
    const { id } = await approved([[90]])
    const own = { ...notice, title: '演示：公示到期' }
    const published = String((await ask(`/batches/${id}/notices`, own)).body.id)
    const [listed] = (await ask(`/batches/${id}/notices`)).body.rows as { ends: string }[]
    const ends = listed?.ends ?? ''
    const said = () =>
      [publicPath.notice(published, 'zh'), publicPath.notices('zh'), publicPath.home('zh')].map((path) => {
        const page = house.objects.get(`/site/${path}`)?.toString() ?? ''
        return page.slice(page.indexOf(own.title)).match(/data-over="已结束">([^<]+)/)?.[1]
      })
    await workDue(new Date(Date.parse(ends) - 1000).toISOString())
    await house.settle()
    expect(said()).toEqual(['公示中', '公示中', '公示中'])
    await workDue(ends)
    await workDue(ends)
    await house.settle()
    expect(said()).toEqual(['已结束', '已结束', '已结束'])
    expect(house.objects.get(`/site/${publicPath.notice(published, 'zh')}`)?.toString()).not.toContain('data-objection')
  })
  test('an objection has its record and is settled once; its text is for the host only', async () => {
    const { id, cookie } = await approved([[90]])
    const { body } = await ask(`/batches/${id}/notices`, notice)
    await house.ask(`/notices/${body.id}/objections`, { body: objection })
    const list = async () =>
      (await ask(`/batches/${id}/objections`)).body.rows as { id: string; notice: string; state: string; notes: unknown[] }[]
    const [first] = await list()
    const path = `/batches/${id}/objections/${first?.notice}/${first?.id}`
    expect((await ask(`${path}/notes`, { note: '已电话核实' })).status).toBe(200)
    expect((await ask(`${path}/settle`, { outcome: 'dismissed', reason: '经核实不属实' })).status).toBe(200)
    expect((await ask(`${path}/settle`, { outcome: 'upheld', reason: '再议' })).body.code).toBe('objection.settled')
    expect((await list())[0]).toMatchObject({ state: 'dismissed', notes: [{ note: '已电话核实' }] })
    expect((await ask(`/batches/${id}/objections`, undefined, cookie)).status).toBe(404)
  })
})

describe('an objection of the last instant', () => {
  /** A batch in its notice, with the acts of whoever objects just before its end, and of the host who goes on just after it. */
  async function ending() {
    const { table } = await import('../../functions/aws/table.ts')
    const { batches } = await import('../../functions/batches/store.ts')
    const { concluded, objectionsTo } = await import('../../functions/notices/announced.ts')
    const { notices, objections } = await import('../../functions/notices/store.ts')
    const { publication } = await import('../../functions/workflow/publication.ts')
    const { stages } = await import('../../functions/workflow/stages.ts')
    const { publishList } = await import('../../shared/notices/rules.ts')
    const { id } = await approved([[90]])
    const { body } = await ask(`/batches/${id}/notices`, notice)
    const announced = await notices.get(String(body.id))
    if (!announced) throw new Error('no notice')
    const last = new Date(Date.parse(announced.ends) - 1).toISOString()
    return {
      notice: announced,
      /** As if nobody had objected and nothing gone on; the batch is so long in its notice. */
      async again() {
        const head = await batches.get(id)
        if (!head) throw new Error('no batch')
        for (const each of await objectionsTo(announced.id)) await table.remove(each)
        await table.put({ ...announced })
        await table.write(...stages.fresh(head))
      },
      object: () => objections.raise(announced, objection, undefined, { by: { kind: 'visitor' }, at: last, request: ulid() }),
      /** The host's act as far as it reads and decides; what is left is the write. */
      async looked() {
        const head = await batches.get(id)
        if (!head) throw new Error('no batch')
        const so = await concluded(head)
        const plan = { ...head, stages: head.stages.map((stage) => ({ ...stage, closes: null })) }
        const decided = publishList(plan, so, announced.ends)
        const doing = { by: { kind: 'system', cause: 'test' } as const, at: announced.ends, request: ulid() }
        return async () => (decided.ok ? publication.begin(head, decided.value.over, so, doing) : decided)
      },
      async publish() {
        return (await this.looked())()
      },
      open: async () => (await objectionsTo(announced.id)).length,
    }
  }
  const soon = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 25))

  test('is taken, and keeps the list from being published, or comes too late: never both', async () => {
    const batch = await ending()
    for (let round = 0; round < 80; round++) {
      await batch.again()
      const [objected, published] = await Promise.all([soon().then(batch.object), soon().then(() => batch.publish())])
      expect([objected.ok, published.ok]).toEqual([objected.ok, !objected.ok])
      expect(await batch.open()).toBe(objected.ok ? 1 : 0)
    }
    await batch.again()
    const publish = await batch.looked()
    expect(await batch.object()).toMatchObject({ ok: true })
    expect([await publish(), await batch.publish()]).toMatchObject([{ code: 'changed-meanwhile' }, { code: 'objection.open' }])
    await batch.again()
    expect(await batch.publish()).toMatchObject({ ok: true })
    expect(await batch.object()).toMatchObject({ code: 'notice.ended' })
  }, 60_000)
  test('counts by when it was received: also where the clock has closed the notice, and not where the list is being published', async () => {
    const batch = await ending()
    const { notices } = await import('../../functions/notices/store.ts')
    expect(await notices.end(batch.notice.id, batch.notice.ends)).toBe(true)
    expect(await batch.object()).toMatchObject({ ok: true })
    expect(await batch.publish()).toMatchObject({ code: 'objection.open' })
    await batch.again()
    expect(await batch.publish()).toMatchObject({ ok: true })
    const late = await house.ask(`/notices/${batch.notice.id}/objections`, { body: objection })
    expect(late).toMatchObject({ status: 409, body: { code: 'notice.ended' } })
  })
  test('that is sent twice is answered as taken, also when the list has been published since', async () => {
    const batch = await ending()
    const request = ulid()
    const send = () => house.ask(`/notices/${batch.notice.id}/objections`, { body: objection, key: request })
    const [one, two] = [await send(), await send()]
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id])
    expect(await batch.open()).toBe(1)
    const { notices } = await import('../../functions/notices/store.ts')
    expect(await notices.get(batch.notice.id)).toMatchObject({ objections: 1 })
    const [raised] = (await ask(`/batches/${batch.notice.batch}/objections`)).body.rows as { id: string }[]
    const settled = await ask(`/batches/${batch.notice.batch}/objections/${batch.notice.id}/${raised?.id}/settle`, {
      outcome: 'dismissed',
      reason: '经核实不属实',
    })
    expect(settled.status).toBe(200)
    const { table } = await import('../../functions/aws/table.ts')
    const { stages } = await import('../../functions/workflow/stages.ts')
    const { batches } = await import('../../functions/batches/store.ts')
    const head = await batches.get(batch.notice.batch)
    if (head) await table.write(...stages.fresh(head))
    expect(await batch.publish()).toMatchObject({ ok: true })
    expect((await send()).body.id).toBe(one.body.id)
  })
})

describe('an objection that was upheld', () => {
  /** Awarded, in reserve, not awarded; announced; somebody objects to the first. */
  async function objected(settlement: Record<string, unknown> | null = { outcome: 'upheld', reason: '经核实属实' }) {
    const batch = await scored([[90], [80], [70]], 1)
    await batch.decide(1, 'reserve', '备选')
    expect((await (await sent(batch)).approve()).status).toBe(200)
    await comeTo(batch.id, 'notice')
    const { body } = await ask(`/batches/${batch.id}/notices`, notice)
    await house.ask(`/notices/${body.id}/objections`, { body: objection })
    const [raised] = (await ask(`/batches/${batch.id}/objections`)).body.rows as { id: string; notice: string }[]
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    await table.put({ ...key.receipt(`DEMO-${batch.id}`), submission: batch.submissions[0], version: 1 })
    const path = `/batches/${batch.id}/objections/${raised?.notice}/${raised?.id}`
    if (settlement) expect((await ask(`${path}/settle`, { receipt: `demo-${batch.id}`, ...settlement })).status).toBe(200)
    const reopen = () => ask(`${batch.sheet}/reopen`, { notice: raised?.notice, objection: raised?.id, reason: '成果署名不符' })
    return { ...batch, path, reopen }
  }
  const outcomes = async (sheet: string) => ((await ask(sheet)).body.rows as { outcome: string }[]).map(({ outcome }) => outcome)

  test('opens the sheet again for what it is about and for reserves alone, and the approved result corrects the notice', async () => {
    const batch = await objected()
    expect((await batch.reopen()).status).toBe(200)
    expect((await ask(batch.sheet)).body).toMatchObject({ sheet: { state: 'open', reopened: { reason: '成果署名不符' } } })
    expect((await ask(`/batches/${batch.id}/publication`, {})).body.code).toBe('notice.not-decided')
    expect((await batch.decide(2, 'award', '递补')).body.code).toBe('sheet.only-reopened')
    expect((await ask(`${batch.sheet}/line`, { line: 0, reason: '重划' })).body.code).toBe('sheet.not-open')
    expect((await batch.decide(0, 'none', '异议成立')).status).toBe(200)
    expect((await batch.decide(1, 'award', '递补')).status).toBe(200)
    expect(await outcomes(batch.sheet)).toEqual(['none', 'award', 'none'])
    expect((await (await sent(batch)).approve()).status).toBe(200)
    await house.settle()
    const [amended] = (await ask(`/batches/${batch.id}/notices`)).body.rows as { id: string; amendments: unknown[]; running: boolean }[]
    expect(amended).toMatchObject({ state: 'published', running: true, amendments: [{ category, reason: '成果署名不符', added: 1 }] })
    expect((await ask(batch.sheet)).body).toMatchObject({ sheet: { state: 'approved' } })
    // One that had ended runs again when somebody is added, and then ends on its new last day.
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { notices } = await import('../../functions/notices/store.ts')
    const now = new Date().toISOString()
    const ended = await notices.get(amended?.id ?? '')
    if (!ended) throw new Error('no notice')
    await table.put({ ...ended, ...key.notice(ended.id), state: 'closed', ends: now })
    const closed = await notices.get(ended.id)
    if (closed) await notices.amend(closed, category, '递补', 1, { by: { kind: 'system', cause: 'test' }, at: now, request: 'again' })
    expect(await notices.get(ended.id)).toMatchObject({ state: 'published' })
    expect([await notices.end(ended.id, now), (await notices.get(ended.id))?.state]).toEqual([true, 'published'])
    const last = (await notices.get(ended.id))?.ends ?? ''
    await (await import('../../functions/workflow/due.ts')).workDue(last)
    expect(await notices.get(ended.id)).toMatchObject({ state: 'closed' })
  })
  test('changes nothing of what the public reads until the sheet is approved anew', async () => {
    const { workDue } = await import('../../functions/workflow/due.ts')
    const batch = await objected()
    await house.settle()
    const listed = async () => (await ask(`/batches/${batch.id}/notices`)).body.rows as { id: string; ends: string }[]
    const [{ id, ends } = { id: '', ends: '' }] = await listed()
    const names = () =>
      house.objects
        .get(`/site/${publicPath.notice(id, 'zh')}`)
        ?.toString()
        .match(/演示支部 \d/g)
    expect(names()).toEqual(['演示支部 1'])
    await batch.reopen()
    await batch.decide(0, 'none', '异议成立')
    await batch.decide(1, 'award', '递补')
    // Its last day passes while the sheet lies open, so that its page is made again.
    await workDue(ends)
    await house.settle()
    expect(house.objects.get(`/site/${publicPath.notice(id, 'zh')}`)?.toString()).toContain('data-over="已结束">已结束')
    expect(names()).toEqual(['演示支部 1'])
    const preview = await ask(`/batches/${batch.id}/notices/preview`, { entry: notice, language: 'zh' })
    expect(String(preview.body.html).match(/演示支部 \d/g)).toEqual(['演示支部 1'])
    const link = await sent(batch)
    expect(names()).toEqual(['演示支部 1'])
    expect((await link.approve()).status).toBe(200)
    await house.settle()
    expect(names()).toEqual(['演示支部 2'])
    // What no approver has seen is never shown, whatever wrote it.
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { publishPage } = await import('../../functions/portal/publishing.ts')
    const line = await table.get<{ pk: string; sk: string }>(key.decision(batch.id, category, String(batch.submissions[2])))
    await table.put({ ...line, outcome: 'award' } as never)
    await expect(publishPage({ job: 'publish', page: 'notice', id })).rejects.toThrow('not as it was approved')
    expect(names()).toEqual(['演示支部 2'])
  })
  test('keeps the list from being published until the public can read the corrected notice', async () => {
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { concluded } = await import('../../functions/notices/announced.ts')
    const { publishPage } = await import('../../functions/portal/publishing.ts')
    const { publication } = await import('../../functions/workflow/publication.ts')
    const { batches } = await import('../../functions/batches/store.ts')
    const batch = await objected()
    await batch.reopen()
    await batch.decide(0, 'none', '异议成立')
    const [{ id, ends } = { id: '', ends: '' }] = (await ask(`/batches/${batch.id}/notices`)).body.rows as { id: string; ends: string }[]
    const link = await sent(batch)
    const publishing = async () => (await ask(`/batches/${batch.id}/publication`, {})).body.code
    const head = await batches.get(batch.id)
    if (!head) throw new Error('no batch')
    await table.write(...(await import('../../functions/workflow/stages.ts')).stages.fresh(head))
    const over = head.stages.flatMap(({ kind }, i) => (kind === 'notice' || kind === 'publish' ? [i] : []))
    const begin = async (so: Awaited<ReturnType<typeof concluded>>) =>
      publication.begin(head, over, so, { by: { kind: 'system', cause: 'test' }, at: ends, request: ulid() })
    expect((await link.approve()).status).toBe(200)
    try {
      // Its last day is over; the office's session would not last so long.
      await table.put({
        ...(await table.get<{ pk: string; sk: string }>(key.notice(id))),
        ends: new Date(Date.now() - 1000).toISOString(),
      } as never)
      // Approved, but nothing has followed from it yet.
      expect(await publishing()).toBe('notice.correcting')
      const before = await concluded(head)
      // The notice is corrected, but the page cannot be put.
      house.refusing.add(`/site/${publicPath.notice(id, 'zh')}`)
      await expect(house.settle()).rejects.toThrow()
      expect((await ask(`/batches/${batch.id}/notices`)).body.rows).toMatchObject([{ amendments: [{ category, added: 0 }] }])
      expect(await publishing()).toBe('notice.correcting')
      expect(await begin(before)).toMatchObject({ ok: false, code: 'changed-meanwhile' })
      expect(await begin(await concluded(head))).toMatchObject({ ok: false, code: 'notice.correcting' })
      house.refusing.clear()
      await publishPage({ job: 'publish', page: 'notice', id })
      await house.settle()
      expect(await publishing()).toBeUndefined()
    } finally {
      house.refusing.clear()
    }
  })
  test('does so once, and not while it is open or when it was dismissed', async () => {
    const open = await objected(null)
    expect((await open.reopen()).body.code).toBe('objection.not-upheld')
    const dismissed = await objected({ outcome: 'dismissed', reason: '经核实不属实' })
    expect((await dismissed.reopen()).body.code).toBe('objection.not-upheld')
    const upheld = await objected()
    const answers = await Promise.all([upheld.reopen(), upheld.reopen(), upheld.reopen()])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await upheld.reopen()).body.code).toBe('objection.already-used')
  })
  test('names what it is about by a receipt number of this batch', async () => {
    const open = await objected(null)
    const unknown = await ask(`${open.path}/settle`, { outcome: 'upheld', reason: '经核实属实', receipt: 'SR-NONE-0000' })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'objection.receipt-unknown'])
    expect((await ask(`${open.path}/settle`, { outcome: 'upheld', reason: '经核实属实' })).status).toBe(200)
    expect((await open.reopen()).body.code).toBe('objection.about-nothing')
  })
  test('comes too late once the list is published', async () => {
    const late = await objected()
    await comeTo(late.id, 'publish')
    expect((await late.reopen()).body.code).toBe('sheet.published')
  })
})

describe('the line', () => {
  test('may be drawn above the last place with a reason, never below it', async () => {
    const { sheet } = await scored([[90], [80], [70]], 2)
    expect((await ask(`${sheet}/line`, { line: 3 })).body.code).toBe('sheet.line-too-low')
    expect((await ask(`${sheet}/line`, { line: 1 })).body.code).toBe('sheet.line-reason')
    expect((await ask(`${sheet}/line`, { line: 1, reason: '宁缺毋滥' })).status).toBe(200)
    expect((await ask(sheet)).body).toMatchObject({ awarded: 1, sheet: { line: 1, places: 2, lineReason: '宁缺毋滥' } })
    expect((await ask(`${sheet}/line`, { line: 2 })).status).toBe(200)
    expect((await ask(sheet)).body).toMatchObject({ awarded: 2 })
  })
})

describe('a sheet on paper', () => {
  test('is an Excel file at once, and a PDF the second time it is asked for', async () => {
    const { sheet } = await scored(
      [
        [90, 80, 85],
        [70, 75, 60],
      ],
      1,
    )
    const excel = await house.ask(`${sheet}/export?language=zh`, { cookie: office.cookie })
    expect(excel.status).toBe(200)
    expect((await ask(`${sheet}/document?language=en`)).body).toEqual({ ready: false })
  })
  test('and its panel is about all experts together', async () => {
    const { id } = await scored(
      [
        [90, 60, 85, 70],
        [70, 75, 60, 80],
      ],
      1,
    )
    const { body } = await ask(`/batches/${id}/categories/${category}/panel`)
    expect(body).toMatchObject({ experts: 4, reviews: 8, apart: 1 })
    expect(JSON.stringify(body)).not.toContain('expert0')
  })
})

describe('the notice beforehand', () => {
  test('is shown as the public will see it, with the days it runs', async () => {
    const { id } = await approved([[90], [80]], 1)
    const { status, body } = await ask(`/batches/${id}/notices/preview`, { entry: notice, language: 'en' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ listed: 1, known: true })
    expect(String(body.html)).toContain('演示支部 1')
    const days = body.days as { counts: number | null }[]
    expect([days[0]?.counts, days.at(-1)?.counts]).toEqual([null, 5])
    expect((await ask(`/batches/${id}/notices`)).body.rows).toEqual([])
  })
})

describe('the list beforehand', () => {
  const preview = (id: string, language = 'zh', cookie = office.cookie, order = 'list') =>
    ask(`/batches/${id}/publication/preview?language=${language}&order=${order}`, undefined, cookie)
  const rows = (html: unknown) => String(html).match(/<tr><td>.*<\/tr>/g)
  const page = (id: string, language: 'zh' | 'en') => house.objects.get(`/site/${publicPath.awards(id, language)}`)?.toString()

  test('is shown as the public will see it, in both languages and each order, with the numbers of the certificates; nothing is written', async () => {
    const { results, settleResult } = await import('../../functions/awards/granting.ts')
    const { settleBatch } = await import('../../functions/workflow/steps.ts')
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { id } = await approved([[90], [80], [70]])
    const partition = () => table.all({ pk: key.batch(id).pk })
    const before = await partition()
    const [zh, en, byUnit] = [await preview(id), await preview(id, 'en'), await preview(id, 'zh', office.cookie, 'institution')]
    expect([zh.status, zh.body.listed, en.body.listed]).toEqual([200, 2, 2])
    expect(rows(byUnit.body.html)).toHaveLength(2)
    expect(byUnit.body.html).not.toBe(zh.body.html)
    expect([(await ask(`/batches/${id}/awards`)).body.rows, page(id, 'zh')]).toEqual([[], undefined])
    expect(await partition()).toEqual(before)
    const batch = await table.get<Batch>(key.batch(id))
    if (!batch) throw new Error('no batch')
    for (const line of await results(batch)) await settleResult(batch, line, new Date().toISOString())
    await house.settle()
    await settleBatch(id)
    await house.settle()
    expect(rows(zh.body.html)).toEqual(rows(page(id, 'zh')))
    expect(rows(en.body.html)).toEqual(rows(page(id, 'en')))
    expect(rows(zh.body.html)).toHaveLength(2)
  })
  test('is a list of nobody where nobody is awarded', async () => {
    const batch = await scored([[90]])
    await batch.decide(0, 'none', '经表决不予立项')
    await (await sent(batch)).approve()
    await comeTo(batch.id, 'notice')
    expect((await preview(batch.id)).body).toEqual({ listed: 0, html: null })
  })
  test('is not there before everything is decided, nor once it is public, and only for those who publish it', async () => {
    const batch = await scored([[90]])
    const code = async (id: string, cookie?: string) => (await preview(id, 'zh', cookie)).body.code
    expect(await code(batch.id)).toBe('stage.not-reached')
    await comeTo(batch.id, 'notice')
    expect(await code(batch.id)).toBe('notice.not-decided')
    const ready = await approved([[90]])
    const reader = await joinAs(house, office.cookie, office.organisation, 'list-reader@example.org', ['approver'])
    expect([await code(ready.id, reader.cookie), await code(ready.id, ready.cookie)]).toEqual(['role.not-allowed', 'not-found'])
    expect((await preview(ready.id, 'fr')).status).toBe(400)
    expect(await code(ready.id)).toBeUndefined()
    await changeBatch(ready.id, { state: 'completed' })
    expect(await code(ready.id)).toBe('batch.completed')
  })
})

describe('publication', () => {
  test('grants what was awarded, once, with obligations and a bar, and ends the rest', async () => {
    const { results, settleResult } = await import('../../functions/awards/granting.ts')
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { id, submissions } = await approved([[90], [80], [70]])
    const batch = await table.get<Parameters<typeof settleResult>[0]>(key.batch(id))
    if (!batch) throw new Error('no batch')
    const lines = await results(batch)
    expect(lines.map(({ submission, outcome, place }) => [submission, outcome, place])).toEqual([
      [submissions[0], 'award', 1],
      [submissions[1], 'award', 2],
      [submissions[2], 'none', 0],
    ])
    const at = new Date().toISOString()
    await Promise.all([...lines, ...lines].map((line) => settleResult(batch, line, at)))
    for (const line of lines) await settleResult(batch, line, at)
    const { rows } = (await ask(`/batches/${id}/awards`)).body as { rows: { id: string; number: string; state: string }[] }
    expect(rows.map(({ state }) => state)).toEqual(['open', 'open'])
    expect(new Set(rows.map(({ number }) => number)).size).toBe(2)
    expect(await table.get<{ state: string }>(key.submission(String(submissions[2])))).toMatchObject({ state: 'unsuccessful' })
    const award = await ask(`/awards/${submissions[0]}`)
    expect((award.body.obligations as { state: string }[]).length).toBeGreaterThanOrEqual(2)
    const template = templateOf(batch.template.key, batch.template.version)
    const called = template?.categories.find((each) => each.key === (award.body.award as { category: string }).category)
    expect(award.body.award).toMatchObject({ categoryTitle: { zh: called?.title.zh, en: called?.title.en } })
    const head = await table.get<{ unit: { id: string } }>(key.submission(String(submissions[0])))
    expect((await table.all({ pk: key.bar(head?.unit.id ?? '', '').pk })).length).toBe(1)
    expect((await table.all({ pk: key.award(String(submissions[0])).pk, begins: 'EVENT#' })).length).toBe(1)
  })
  test('stands in the record of the batch with its sheet and its notice, in one order of time, page by page', async () => {
    const { results, settleResult } = await import('../../functions/awards/granting.ts')
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { verifyChain } = await import('../../functions/aws/verify.ts')
    const { id, submissions } = await approved([[90], [80], [70]])
    expect((await ask(`/batches/${id}/notices`, notice)).status).toBe(201)
    const batch = await table.get<Parameters<typeof settleResult>[0]>(key.batch(id))
    if (!batch) throw new Error('no batch')
    for (const line of await results(batch)) await settleResult(batch, line, new Date().toISOString())
    await house.settle()
    expect((await ask(`/awards/${submissions[0]}/revoke`, { reason: '材料失实，予以撤销' })).status).toBe(200)
    type Entry = { type: string; at: string; hash: string; about: { thing: string; id: string; name: string | null } | null }
    type Page = { rows: (Entry & Record<string, unknown>)[]; cursor?: string }
    const page = async (query: string) => (await ask(`/batches/${id}/events?${query}`)).body as Page
    const { rows, cursor } = await page('limit=100')
    expect(cursor).toBeUndefined()
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    )
    const types = rows.map(({ type }) => type)
    expect(types[0]).toBe('award.revoked')
    expect(types.filter((type) => type === 'award.granted')).toHaveLength(2)
    for (const type of ['sheet.sent-for-approval', 'sheet.approved', 'notice.published', 'award.certified']) expect(types).toContain(type)
    const turned: string[] = []
    let from = ''
    do {
      const turn = await page(`limit=3${from && `&cursor=${from}`}`)
      turned.push(...turn.rows.map(({ hash }) => hash))
      from = turn.cursor ?? ''
    } while (from)
    expect(turned).toEqual(rows.map(({ hash }) => hash))
    expect(rows[0]?.about).toEqual({ thing: 'award', id: submissions[0], name: expect.stringMatching(/\S+ \S+/) })
    expect(rows.find(({ type }) => type === 'sheet.approved')?.about).toMatchObject({ thing: 'sheet', id: category })
    expect(rows.find(({ type }) => type === 'notice.published')?.about).toMatchObject({ thing: 'notice', name: notice.title })
    expect(verifyChain(rows.map(({ who: _who, about: _about, ...event }) => event))).toEqual([])
    const only = async (about: string) => new Set((await page(`limit=100&about=${about}`)).rows.map(({ type }) => type.split('.')[0]))
    expect([await only('awards'), await only('sheets'), await only('notices'), await only('run')]).toEqual([
      new Set(['award']),
      new Set(['sheet']),
      new Set(['notice']),
      new Set(),
    ])
    const sheet = await readSpreadsheet(await house.askBytes(`/batches/${id}/events.xlsx?language=en`, office.cookie))
    const told = sheet.ok ? sheet.value.slice(1).map(({ cells }) => cells) : []
    expect(told.map((cells) => cells[8])).toEqual(types.toReversed())
    expect(told.find((cells) => cells[8] === 'award.granted')?.slice(1, 3)).toEqual(['Award granted', expect.stringMatching(/\S+ \S+/)])
    expect(told.find((cells) => cells[8] === 'sheet.approved')?.slice(1, 6)).toEqual([
      'Approved by the approver',
      '',
      expect.not.stringContaining(category),
      '',
      'Approver',
    ])
    const other = await joinAs(house, office.cookie, office.organisation, 'no-auditor@example.org', ['operator'])
    expect((await ask(`/batches/${id}/events`, undefined, other.cookie)).body.code).toBe('role.not-allowed')
  })
  test('lists what was awarded by state and province and by what falls due, and says how far it is', async () => {
    const { results, settleResult } = await import('../../functions/awards/granting.ts')
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { id, submissions } = await approved([[90], [80], [70]])
    const batch = await table.get<Parameters<typeof settleResult>[0]>(key.batch(id))
    if (!batch) throw new Error('no batch')
    const progress = () => ask(`/batches/${id}/publication`)
    expect((await progress()).body).toMatchObject({ begun: false, expected: 2, granted: 0, certificates: { expected: 2, made: 0 } })
    for (const line of await results(batch)) await settleResult(batch, line, new Date().toISOString())
    await house.settle()
    expect((await progress()).body).toMatchObject({ granted: 2, certificates: { made: 2 } })
    const list = async (query: string) =>
      (await ask(`/batches/${id}/awards?${query}`)).body as { rows: Record<string, unknown>[]; total: number }
    expect((await list('order=due')).rows[0]).toMatchObject({
      next: { due: expect.any(String) },
      categoryTitle: { en: expect.any(String) },
    })
    expect((await list('state=closed')).total).toBe(0)
    expect((await list('province=32')).total).toBe(0)
    expect((await ask(`/awards/${submissions[0]}/revoke`, { reason: '材料失实，予以撤销' })).status).toBe(200)
    expect((await ask(`/awards/${submissions[0]}/revoke`, { reason: '再次撤销' })).body.code).toBe('award.not-open')
    expect((await list('state=revoked')).rows).toMatchObject([{ id: submissions[0], state: 'revoked' }])
    const pdf = [...house.objects.keys()].filter((name) => /certificates\/.*\.pdf$/.test(name))
    expect(pdf.filter((name) => name.endsWith('-en.pdf'))).toHaveLength(pdf.length / 2)
  })
  test('is done by those who may', async () => {
    const { id } = await approved([[90]])
    const approver = await joinAs(house, office.cookie, office.organisation, 'publisher@example.org', ['approver'])
    expect((await ask(`/batches/${id}/publication`, {}, approver.cookie)).body.code).toBe('role.not-allowed')
  })
})
