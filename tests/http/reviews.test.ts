import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateOf } from '../../shared/templates/index.ts'
import { foundOffice, type House, joinAs, openHouse } from './house.ts'
import { changeBatch, decidedAs } from './moved.ts'
import { batchInReview, category, expertAtWork, expertInvited, expertRegistered } from './reviewed.ts'

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>
beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
})
afterAll(() => house.close())

const template = templateOf('shuangchuang-4', 1)
const rubric = template?.categories.find(({ key }) => key === category)?.rubric ?? template?.review?.rubric
const full = (share: number) => ({
  scores: Object.fromEntries(
    (rubric?.criteria ?? []).map(({ key, min, max, step }) => [key, min + Math.round(((max - min) * share) / step) * step]),
  ),
  comment: '基础工作扎实，成效明显，示范作用突出，建议继续总结经验。'.repeat(4).slice(0, (rubric?.commentMin ?? 0) + 20),
  ...(rubric?.recommendation && { recommendation: rubric.recommendation[0]?.value }),
})
const assignAll = (batch: string, body: Record<string, unknown> = {}) =>
  house.ask(`/batches/${batch}/assignments/balanced`, { cookie: office.cookie, body })
const desk = (batch: string, cookie: string) => house.ask(`/batches/${batch}/desk`, { cookie })

describe('a link from a mail', () => {
  test('opens for who presses the button, again and again, and for nobody else', async () => {
    const { id } = await batchInReview(office, { submissions: 1 })
    const { token } = await expertAtWork(house, office, id, 'link-a')
    const again = await house.ask('/link/open', { body: { token } })
    expect(again).toMatchObject({ status: 200, body: { kind: 'expert', batch: id } })
    expect(again.headers.get('set-cookie')).toMatch(/^__Host-shuren-link=.*HttpOnly; Secure; SameSite=Strict/)
    expect(await house.ask('/link/open', { body: { token: 'A'.repeat(43) } })).toMatchObject({
      status: 404,
      body: { code: 'link.invalid' },
    })
    expect((await house.ask('/link/open', { body: { token }, headers: { origin: 'https://elsewhere.example' } })).body.code).toBe(
      'request.cross-site',
    )
  })
  test('changes nothing by being looked at', async () => {
    const { id } = await batchInReview(office, { submissions: 1 })
    const { email } = await expertRegistered(house, office, id, 'scan')
    await house.secret('expert-invitation', email)
    const before = (await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body
    for (let i = 0; i < 20; i++) for (const method of ['GET', 'HEAD', 'OPTIONS']) await house.ask('/link/open', { method })
    expect((await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body).toEqual(before)
  })
  test('does not open once revoked, and earlier links live on after a reissue', async () => {
    const { id } = await batchInReview(office, { submissions: 1 })
    const { token, expert, email } = await expertAtWork(house, office, id, 'link-b')
    await house.ask(`/batches/${id}/experts`, { cookie: office.cookie, body: { experts: [expert] } })
    const second = await house.secret('expert-invitation', email)
    expect(second).not.toBe(token)
    expect((await house.ask('/link/open', { body: { token } })).status).toBe(200)
    await house.ask(`/batches/${id}/experts/${expert}/revoke`, { cookie: office.cookie, body: { reason: '更换专家' } })
    for (const each of [token, second]) expect((await house.ask('/link/open', { body: { token: each } })).body.code).toBe('link.revoked')
  })
  test('ends what it opened when it is revoked, and only a later link opens again', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 1, settings: { expertsPerSubmission: 1 } })
    const { token, expert, email, cookie } = await expertAtWork(house, office, id, 'link-c')
    await assignAll(id)
    const material = `/batches/${id}/desk/${submissions[0]}`
    expect((await house.ask(material, { cookie })).status).toBe(200)
    await house.ask(`/batches/${id}/experts/${expert}/revoke`, { cookie: office.cookie, body: { reason: '邮件误转他人' } })
    const marks = { version: 0, marks: full(0.5) }
    const tried = async () => {
      const answers = await Promise.all([
        desk(id, cookie),
        house.ask(material, { cookie }),
        house.ask(`${material}/pdf`, { cookie }),
        house.ask(`${material}/files/01J9ZX4N6T0000000000009999`, { cookie }),
        house.ask(material, { method: 'PUT', cookie, body: marks }),
        house.ask(`${material}/submit`, { cookie, body: marks }),
        house.ask(`${material}/conflict`, { cookie, body: { reason: '曾共事' } }),
        house.ask(`${material}/conflict/undo`, { method: 'POST', cookie }),
        house.ask(`/batches/${id}/desk/accept`, { method: 'POST', cookie }),
        house.ask(`/batches/${id}/desk/decline`, { cookie, body: { reason: '时间冲突' } }),
      ])
      return new Set(answers.map(({ body }) => body.code))
    }
    expect(await tried()).toEqual(new Set(['link.revoked']))
    await house.ask(`/batches/${id}/experts`, { cookie: office.cookie, body: { experts: [expert] } })
    expect(await tried()).toEqual(new Set(['link.revoked']))
    expect((await house.ask('/link/open', { body: { token } })).body.code).toBe('link.revoked')
    const fresh = await house.ask('/link/open', { body: { token: await house.secret('expert-invitation', email) } })
    expect((await desk(id, fresh.cookie ?? '')).status).toBe(200)
  })
  test('shows no material before the invitation is accepted, nor after it is declined', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 1, settings: { expertsPerSubmission: 1 } })
    const { cookie } = await expertInvited(house, office, id, 'link-d')
    await assignAll(id)
    const material = () => house.ask(`/batches/${id}/desk/${submissions[0]}`, { cookie })
    expect((await material()).body.code).toBe('review.not-accepted')
    await house.ask(`/batches/${id}/desk/accept`, { method: 'POST', cookie })
    expect((await material()).status).toBe(200)
    await house.ask(`/batches/${id}/desk/decline`, { cookie, body: { reason: '时间冲突' } })
    expect((await material()).body.code).toBe('review.not-accepted')
  })
  test('tells at the end that the review is over, without material; in a cancelled batch, that it was cancelled', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 1, settings: { expertsPerSubmission: 1 } })
    const { token } = await expertAtWork(house, office, id, 'link-e')
    await assignAll(id)
    await changeBatch(id, { state: 'completed' })
    const { cookie = '' } = await house.ask('/link/open', { body: { token } })
    expect((await desk(id, cookie)).body).toMatchObject({ batch: { over: true }, expert: { assigned: 1 }, rows: [] })
    expect((await house.ask(`/batches/${id}/desk/${submissions[0]}`, { cookie })).body.code).toBe('review.over')
    await changeBatch(id, { state: 'cancelled' })
    expect((await house.ask('/link/open', { body: { token } })).body.code).toBe('batch.cancelled')
  })
  test('asks for a code from the mail when the batch wants a second step', async () => {
    const { id } = await batchInReview(office, { submissions: 1, settings: { secondStep: true } })
    const { email } = await expertRegistered(house, office, id, 'code')
    const token = await house.secret('expert-invitation', email)
    const first = await house.ask('/link/open', { body: { token } })
    expect(first).toMatchObject({ status: 200, body: { codeSent: true } })
    expect(first.cookie).toBeUndefined()
    await house.settle()
    const code = String(house.mails.findLast(({ mail }) => mail === 'link-code')?.data.code)
    const wrong = code === '000000' ? '111111' : '000000'
    expect((await house.ask('/link/open', { body: { token, code: wrong } })).body.code).toBe('link.code-wrong')
    expect((await house.ask('/link/open', { body: { token, code } })).cookie).toMatch(/^__Host-shuren-link=/)
    expect((await house.ask('/link/open', { body: { token, code } })).body.code).toBe('link.code-wrong')
    for (let i = 0; i < 4; i++)
      expect((await house.ask('/link/open', { body: { token } })).body).toMatchObject({ codeSent: true, to: 'co***@example.org' })
    expect(await house.ask('/link/open', { body: { token } })).toMatchObject({ status: 429, body: { code: 'link.code-too-often' } })
    await house.settle()
    const last = String(house.mails.findLast(({ mail }) => mail === 'link-code')?.data.code)
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        house.ask('/link/open', { body: { token, code: last === `90000${i % 10}` ? '111111' : `90000${i % 10}` } }),
      ),
    )
    expect(new Set(tries.map(({ body }) => body.code))).toEqual(new Set(['link.code-wrong']))
    for (let i = 0; i < 5; i++) await house.ask('/link/open', { body: { token, code: '999999' === last ? '111111' : '999999' } })
    expect((await house.ask('/link/open', { body: { token, code: last } })).body.code).toBe('link.code-wrong')
  })
})

describe('assigning', () => {
  test('is even, avoids the own institution, and gives nothing twice', async () => {
    const { id } = await batchInReview(office, { submissions: 4 })
    const experts = [
      await expertAtWork(house, office, id, 'even-a'),
      await expertAtWork(house, office, id, 'even-b'),
      await expertAtWork(house, office, id, 'even-c', { name: '演示第1大学马克思主义学院' }),
    ]
    expect((await assignAll(id, { dryRun: true })).body).toMatchObject({ assigned: 8, short: [] })
    expect((await assignAll(id)).body).toMatchObject({ assigned: 8, remaining: 0 })
    expect((await assignAll(id)).body).toMatchObject({ assigned: 0 })
    const own = await desk(id, experts[2]?.cookie ?? '')
    expect(JSON.stringify(own.body)).not.toContain('演示支部 1')
    const { rows } = (await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body as { rows: { assigned: number }[] }
    expect(rows.reduce((sum, row) => sum + row.assigned, 0)).toBe(8)
  })
  test('by hand refuses a conflict and a second time', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 1 })
    const a = await expertAtWork(house, office, id, 'hand-a')
    const b = await expertAtWork(house, office, id, 'hand-b', { name: '演示第1大学' })
    const assign = (expert: string) =>
      house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission: submissions[0], expert } })
    expect((await assign(b.expert)).body.code).toBe('review.conflict')
    expect((await assign(a.expert)).status).toBe(201)
    expect((await assign(a.expert)).body.code).toBe('review.already-assigned')
  })
})

describe('an expert of an institution in the register', () => {
  const enter = async (under: string, entry: Record<string, unknown>) => {
    const entered = await house.ask(`/organisations/${under}/below`, { cookie: office.cookie, body: entry })
    expect(entered).toMatchObject({ status: 201 })
    return String(entered.body.id)
  }
  test('is of it by its code, under whatever name, and by the code of a school in it', async () => {
    const province = await enter(office.organisation, { kind: 'province', name: '演示·东部省', code: '32', province: '32' })
    const university = await enter(province, { kind: 'university', name: '演示·弘毅理工大学', code: '4132099001' })
    await enter(university, { kind: 'college', name: '演示·机电学院', code: '4132099001-01' })
    const institution = { id: university, name: '演示·旧名理工大学', kind: 'university' as const }
    const { id, submissions } = await batchInReview(office, { submissions: 1, institution })
    const assign = async (name: string, unit: { name: string; code?: string }) => {
      const { expert } = await expertAtWork(house, office, id, name, unit)
      return house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission: submissions[0], expert } })
    }
    expect((await assign('code-a', { name: '弘毅理工', code: '4132099001' })).body.code).toBe('review.conflict')
    expect((await assign('code-b', { name: '机电学院', code: '4132099001-01' })).body.code).toBe('review.conflict')
    const { body } = await house.ask(`/batches/${id}/assignments/balanced`, { cookie: office.cookie, body: { dryRun: true } })
    expect(body).toMatchObject({ assigned: 0, short: [{ missing: 2 }] })
    expect((await assign('code-c', { name: '演示社' })).status).toBe(201)
  })
  test('is registered only with a code that is there', async () => {
    const register = (unit: object) =>
      house.ask(`/organisations/${office.organisation}/experts`, {
        cookie: office.cookie,
        body: { name: '演示·无码', email: 'no-code@example.org', unit, fields: [] },
      })
    expect(await register({ name: '演示', code: '4199999999' })).toMatchObject({ status: 422, body: { code: 'expert.unit-unknown' } })
    const { id } = (await register({ name: '演示社' })).body
    const change = await house.ask(`/organisations/${office.organisation}/experts/${id}`, {
      method: 'PUT',
      cookie: office.cookie,
      body: { name: '演示·无码', email: 'no-code@example.org', unit: { name: '演示', code: '4132099001' }, fields: [] },
    })
    expect(change.body).toMatchObject({ unit: { code: '4132099001', id: expect.any(String) } })
  })
})

describe('the fields of an expert', () => {
  test('are named as the categories are, by key or by either name, and count when assigning', async () => {
    const { id } = await batchInReview(office, { submissions: 1, settings: { expertsPerSubmission: 1 } })
    const invited = async (name: string, fields: unknown[]) => (await expertRegistered(house, office, id, name, { fields })).registered
    const title = template?.categories.find(({ key }) => key === category)?.title
    const other = template?.categories.find(({ key }) => key !== category)?.title.zh
    await invited('field-a', [other])
    await invited('field-b', [title?.en, title?.zh, category])
    const { rows } = (await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body as {
      rows: { name: string; fields: string[] }[]
    }
    expect(rows.find(({ name }) => name === '演示·field-b')?.fields).toEqual([category])
    const { body } = await assignAll(id, { dryRun: true })
    expect(body).toMatchObject({ fairness: { outside: 0 } })
    expect(body.loads).toContainEqual(expect.objectContaining({ name: '演示·field-b', after: 1 }))
    expect(await invited('field-c', ['没有这一类'])).toMatchObject({ status: 422, body: { code: 'expert.field-unknown' } })
  })
})

describe('the board', () => {
  const board = (id: string) => house.ask(`/batches/${id}/assignments`, { cookie: office.cookie })
  const reviewsOn = async (id: string) =>
    ((await board(id)).body.rows as { id: string; reviews: { expert: string; state: string }[] }[]).map(({ reviews }) =>
      reviews.map(({ expert, state }) => `${expert} ${state}`).sort(),
    )
  test('shows who reviews what; what was taken can be given back with what was entered', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 2, settings: { expertsPerSubmission: 1 } })
    const a = await expertAtWork(house, office, id, 'board-a')
    const give = () =>
      house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission: submissions[0], expert: a.expert } })
    await give()
    expect((await board(id)).body).toMatchObject({ total: 2, perSubmission: 1, category: 'model-branch', past: false })
    expect(await reviewsOn(id)).toEqual([[`${a.expert} assigned`], []])
    const path = `/batches/${id}/submissions/${submissions[0]}/reviews/${a.expert}`
    const desk = `/batches/${id}/desk/${submissions[0]}`
    await house.ask(desk, { method: 'PUT', cookie: a.cookie, body: { version: 0, marks: { scores: {}, comment: '写了一半' } } })
    expect((await house.ask(path, { method: 'DELETE', cookie: office.cookie })).status).toBe(200)
    expect((await house.ask(desk, { cookie: a.cookie })).status).toBe(404)
    expect((await give()).status).toBe(201)
    expect(await reviewsOn(id)).toEqual([[`${a.expert} draft`], []])
    expect((await house.ask(desk, { cookie: a.cookie })).body).toMatchObject({ review: { marks: { comment: '写了一半' } } })
    const { rows } = (await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body as { rows: Record<string, unknown>[] }
    expect(rows[0]).toMatchObject({ assigned: 1, openedAt: expect.any(String) })
  })
  test('says when nothing more comes to the experts', async () => {
    const { id } = await batchInReview(office, { submissions: 1 })
    await changeBatch(id, { state: 'completed' })
    expect((await board(id)).body).toMatchObject({ past: true })
  })
  test('still shows who was assigned what once it has been decided, for looking at only', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 2, settings: { expertsPerSubmission: 1 } })
    const a = await expertAtWork(house, office, id, 'board-past')
    await house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission: submissions[0], expert: a.expert } })
    const settled = async () => ((await board(id)).body.rows as { id: string; settled: boolean }[]).map((row) => [row.id, row.settled])
    expect(await settled()).toEqual(submissions.map((each) => [each, false]))
    const [first = '', second = ''] = submissions
    await decidedAs(id, first, 'awarded')
    await decidedAs(id, second, 'unsuccessful')
    expect((await board(id)).body).toMatchObject({ total: 0 })
    await changeBatch(id, { state: 'completed' })
    expect((await board(id)).body).toMatchObject({ total: 2, category: 'model-branch' })
    expect(await settled()).toEqual([
      [first, true],
      [second, true],
    ])
    expect(await reviewsOn(id)).toEqual([[`${a.expert} assigned`], []])
    const more = { submission: second, expert: a.expert }
    expect((await house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: more })).status).toBe(409)
  })
  test('a plan says what each would have before and after', async () => {
    const { id } = await batchInReview(office, { submissions: 3, settings: { expertsPerSubmission: 1 } })
    const a = await expertAtWork(house, office, id, 'plan-a')
    await expertAtWork(house, office, id, 'plan-b')
    const { body } = await assignAll(id, { dryRun: true })
    expect(body).toMatchObject({ assigned: 3, fairness: { least: 1, most: 2, share: 2, outside: 0 } })
    expect(body.loads).toContainEqual(expect.objectContaining({ expert: a.expert, before: 0 }))
    expect(await reviewsOn(id)).toEqual([[], [], []])
  })
  test('who has declined is replaced: what was not submitted goes to others, never into a conflict, and once', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 2, settings: { expertsPerSubmission: 1 } })
    const gone = await expertAtWork(house, office, id, 'gone')
    await assignAll(id)
    const own = await expertAtWork(house, office, id, 'gone-own', { name: '演示第1大学' })
    await house.ask(`/batches/${id}/desk/decline`, { cookie: gone.cookie, body: { reason: '时间冲突' } })
    await house.settle()
    expect(house.mails.filter(({ mail, data }) => mail === 'expert-declined' && data.expert === '演示·gone')).toMatchObject([
      { to: 'office@example.org', data: { reason: '时间冲突', left: 2 } },
    ])
    const replace = (body: Record<string, unknown>) =>
      house.ask(`/batches/${id}/experts/${gone.expert}/replace`, { cookie: office.cookie, body: { reason: '专家谢绝', ...body } })
    expect((await replace({ by: gone.expert })).body.code).toBe('review.cannot-take-over')
    const first = await replace({ by: own.expert })
    expect(first.body).toMatchObject({ moved: 1, left: [{ submission: submissions[0], code: 'review.conflict' }] })
    const other = await expertAtWork(house, office, id, 'gone-other')
    const answers = await Promise.all([replace({}), replace({})])
    expect(answers.reduce((sum, { body }) => sum + Number(body.moved), 0)).toBe(1)
    expect((await replace({})).body).toMatchObject({ moved: 0, left: [] })
    expect((await reviewsOn(id))[0]).toContain(`${other.expert} assigned`)
    const { rows } = (await house.ask(`/batches/${id}/experts`, { cookie: office.cookie })).body as {
      rows: { expert: string; assigned: number }[]
    }
    expect(rows.find(({ expert }) => expert === gone.expert)).toMatchObject({ assigned: 0 })
  })
})

describe('while the batch is paused', () => {
  test('nothing moves: neither side invites, answers, steps aside, assigns or reviews; a link may be stopped, and the material is read', async () => {
    const { id, submissions } = await batchInReview(office, { submissions: 2, settings: { expertsPerSubmission: 2 } })
    const at = await expertAtWork(house, office, id, 'pause-a')
    const asked = await expertInvited(house, office, id, 'pause-b')
    const other = await expertRegistered(house, office, id, 'pause-c', {})
    await house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission: submissions[0], expert: at.expert } })
    await house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission: submissions[1], expert: at.expert } })
    const first = `/batches/${id}/desk/${submissions[0]}`
    const second = `/batches/${id}/desk/${submissions[1]}`
    expect((await house.ask(`${first}/conflict`, { cookie: at.cookie, body: {} })).status).toBe(200)
    await changeBatch(id, { state: 'paused' })
    const by =
      (someone: { cookie?: string }, path: string, body: object = {}, method = 'POST') =>
      () =>
        house.ask(path, { method, cookie: someone.cookie, ...(method !== 'DELETE' && { body }) })
    const marks = { version: 0, marks: full(0.5) }
    const moves = [
      by(asked, `/batches/${id}/desk/accept`),
      by(asked, `/batches/${id}/desk/decline`, { reason: '时间冲突' }),
      by(at, `/batches/${id}/desk/decline`, { reason: '时间冲突' }),
      by(at, `${first}/conflict`, { reason: '曾共事' }),
      by(at, `${first}/conflict/undo`),
      by(at, `${second}/conflict`),
      by(at, second, marks, 'PUT'),
      by(at, `${second}/submit`, marks),
      by(office, `/batches/${id}/experts`, { experts: [other.expert] }),
      by(office, `/batches/${id}/experts/remind`),
      by(office, `/batches/${id}/experts/${at.expert}/replace`, { reason: '改派' }),
      by(office, `/batches/${id}/assignments`, { submission: submissions[0], expert: asked.expert }),
      by(office, `/batches/${id}/assignments/balanced`),
      by(office, `/batches/${id}/submissions/${submissions[1]}/reviews/${at.expert}`, {}, 'DELETE'),
    ]
    const refusals: unknown[] = []
    for (const move of moves) refusals.push((await move()).body.code)
    expect(refusals).toEqual(moves.map(() => 'batch.paused'))
    expect((await house.ask(second, { cookie: at.cookie })).status).toBe(200)
    expect((await desk(id, at.cookie)).body).toMatchObject({ expert: { state: 'accepted', assigned: 1 }, batch: { paused: true } })
    expect((await assignAll(id, { dryRun: true })).status).toBe(200)
    const stopped = await house.ask(`/batches/${id}/experts/${asked.expert}/revoke`, { cookie: office.cookie, body: { reason: '误发' } })
    expect(stopped.status).toBe(200)
    await changeBatch(id, { state: 'open' })
    expect((await house.ask(`${second}/conflict`, { cookie: at.cookie, body: {} })).status).toBe(200)
  })
})

describe('a review', () => {
  async function one(name: string) {
    const { id, submissions } = await batchInReview(office, { submissions: 1, settings: { expertsPerSubmission: 1 } })
    const expert = await expertAtWork(house, office, id, name)
    await assignAll(id)
    const path = `/batches/${id}/desk/${submissions[0]}`
    return {
      id,
      submission: String(submissions[0]),
      expert,
      path,
      put: (version: number, marks: unknown) => house.ask(path, { method: 'PUT', cookie: expert.cookie, body: { version, marks } }),
    }
  }
  test('is kept as it grows, shows what another device saved, and is submitted once', async () => {
    const { path, put, expert } = await one('review-a')
    expect(await put(0, { scores: {}, comment: '初步意见' })).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await put(0, { scores: {}, comment: '另一设备' })).toMatchObject({
      status: 409,
      body: { code: 'review.saved-elsewhere', data: { theirs: { version: 1, marks: { comment: '初步意见' } } } },
    })
    expect(
      (await house.ask(`${path}/submit`, { cookie: expert.cookie, body: { version: 1, marks: { scores: {}, comment: '' } } })).body.code,
    ).toBe('review.incomplete')
    const key = '01J9ZX4N6T0000000000009999'
    const submit = () => house.ask(`${path}/submit`, { cookie: expert.cookie, key, body: { version: 1, marks: full(0.8) } })
    expect((await submit()).status).toBe(200)
    expect((await submit()).status).toBe(200)
    expect((await put(2, full(0.1))).body.code).toBe('review.already-submitted')
    expect((await desk(path.split('/')[2] ?? '', expert.cookie)).body).toMatchObject({ expert: { assigned: 1, submitted: 1 } })
  })
  test('keeps one of two saves of the same version that arrive together', async () => {
    const { put } = await one('review-b')
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => put(0, { scores: {}, comment: `第 ${i} 份` })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'review.saved-elsewhere')).toHaveLength(7)
  })
  test('is reopened by the office and counts no more until it is submitted again', async () => {
    const { id, submission, path, expert, put } = await one('review-c')
    await house.ask(`${path}/submit`, { cookie: expert.cookie, body: { version: 0, marks: full(0.9) } })
    const sheet = async () =>
      (await house.ask(`/batches/${id}/categories/${category}/sheet`, { cookie: office.cookie })).body as { rows: { reviews: number }[] }
    expect((await sheet()).rows[0]?.reviews).toBe(1)
    await house.ask(`/batches/${id}/submissions/${submission}/reviews/${expert.expert}/reopen`, {
      cookie: office.cookie,
      body: { reason: '评语与分数不符' },
    })
    expect((await sheet()).rows[0]?.reviews).toBe(0)
    expect((await put(1, full(0.5))).status).toBe(200)
  })
  test('is read by the office once it is submitted, by name, and taken away as paper', async () => {
    const { id, submission, path, expert, put } = await one('review-m')
    const read = async () =>
      (await house.ask(`/batches/${id}/submissions/${submission}/reviews`, { cookie: office.cookie })).body as {
        rows: Record<string, unknown>[]
      }
    const paper = () => house.ask(`/batches/${id}/submissions/${submission}/reviews/${expert.expert}/document`, { cookie: office.cookie })
    await put(0, full(0.5))
    expect((await read()).rows[0]).toMatchObject({ state: 'draft', reopening: false })
    expect((await read()).rows[0]?.marks).toBeUndefined()
    expect((await paper()).body.code).toBe('review.not-submitted')
    await house.ask(`${path}/submit`, { cookie: expert.cookie, body: { version: 1, marks: full(0.9) } })
    expect(await read()).toMatchObject({
      title: '演示支部 1',
      rubric: { criteria: rubric?.criteria },
      rows: [
        { name: '演示·review-m', unit: '演示出版社', state: 'submitted', reopening: true, marks: full(0.9), score: expect.any(Number) },
      ],
    })
    expect((await paper()).body).toEqual({ ready: false })
    await house.settle()
    expect((await paper()).body).toMatchObject({ ready: true })
    expect([...house.objects.keys()].filter((name) => name.includes(`/reviews/${submission}`))).toHaveLength(1)
  })
  test('is not reopened once the review is left: its score stays', async () => {
    const { id, submission, path, expert } = await one('review-l')
    await house.ask(`${path}/submit`, { cookie: expert.cookie, body: { version: 0, marks: full(0.9) } })
    await changeBatch(id, { stage: 3 })
    const reopen = await house.ask(`/batches/${id}/submissions/${submission}/reviews/${expert.expert}/reopen`, {
      cookie: office.cookie,
      body: { reason: '评语与分数不符' },
    })
    expect(reopen).toMatchObject({ status: 409, body: { code: 'review.reopen-too-late' } })
    const { rows } = (await house.ask(`/batches/${id}/submissions/${submission}/reviews`, { cookie: office.cookie })).body
    expect(rows).toMatchObject([{ state: 'submitted', score: expect.any(Number) }])
  })
  test('is given up without a word, which may be said afterwards, and the submission is missing an expert again', async () => {
    const { id, submission, path, expert } = await one('review-d')
    const why = async () =>
      (await house.ask(`/batches/${id}/submissions/${submission}/reviews`, { cookie: office.cookie })).body.rows as { reason?: string }[]
    expect((await house.ask(`${path}/conflict`, { cookie: expert.cookie, body: {} })).status).toBe(200)
    expect((await why())[0]).not.toHaveProperty('reason')
    expect((await house.ask(`${path}/conflict`, { cookie: expert.cookie, body: { reason: '曾共事' } })).status).toBe(200)
    expect((await why())[0]).toMatchObject({ state: 'conflict', reason: '曾共事' })
    expect((await desk(id, expert.cookie)).body).toMatchObject({ expert: { assigned: 0 } })
    expect((await house.ask(path, { cookie: expert.cookie })).status).toBe(404)
    expect((await assignAll(id, { dryRun: true })).body).toMatchObject({ assigned: 0, short: [{ missing: 1 }] })
  })
  test('that was given up by mistake is taken back, until somebody else has it', async () => {
    const { id, submission, path, expert, put } = await one('review-i')
    await put(0, { scores: {}, comment: '写了一半' })
    const undo = (key?: string) => house.ask(`${path}/conflict/undo`, { method: 'POST', cookie: expert.cookie, ...(key && { key }) })
    expect((await undo()).body.code).toBe('review.no-conflict')
    await house.ask(`${path}/conflict`, { cookie: expert.cookie, body: { reason: '曾共事' } })
    expect((await desk(id, expert.cookie)).body).toMatchObject({ rows: [{ submission, state: 'conflict' }], expert: { assigned: 0 } })
    const key = '01J9ZX4N6T0000000000008888'
    const answers = await Promise.all([undo(key), undo(key), undo(key)])
    expect(answers.map(({ status }) => status).filter((status) => status === 200).length).toBeGreaterThan(0)
    expect((await undo(key)).status).toBe(200)
    expect((await desk(id, expert.cookie)).body).toMatchObject({ rows: [{ state: 'draft' }], expert: { assigned: 1 } })
    expect((await house.ask(path, { cookie: expert.cookie })).body).toMatchObject({ review: { marks: { comment: '写了一半' } } })
    await house.ask(`${path}/conflict`, { cookie: expert.cookie, body: { reason: '曾共事' } })
    const other = await expertAtWork(house, office, id, 'review-j')
    await house.ask(`/batches/${id}/assignments`, { cookie: office.cookie, body: { submission, expert: other.expert } })
    expect((await undo()).body.code).toBe('review.replaced')
  })
  test('gives no PDF of the application where the applicant is hidden', async () => {
    const { path, expert } = await one('review-k')
    expect((await house.ask(`${path}/pdf`, { cookie: expert.cookie })).status).toBe(404)
  })
  test('stands still while the batch is paused, and nothing that was entered is lost', async () => {
    const { id, path, put, expert } = await one('review-paused')
    expect((await put(0, { scores: {}, comment: '写了一半' })).status).toBe(200)
    await changeBatch(id, { state: 'paused' })
    const acts = await Promise.all([
      put(1, full(0.8)),
      house.ask(`${path}/submit`, { cookie: expert.cookie, body: { version: 1, marks: full(0.8) } }),
    ])
    expect(acts.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([409, 'batch.paused']))
    expect((await house.ask(path, { cookie: expert.cookie })).body).toMatchObject({
      review: { state: 'draft', version: 1, marks: { comment: '写了一半' } },
    })
    await changeBatch(id, { state: 'open' })
    expect((await house.ask(`${path}/submit`, { cookie: expert.cookie, body: { version: 1, marks: full(0.8) } })).status).toBe(200)
  })
  test('is nobody else’s: not another expert’s, not a member’s, not without a link', async () => {
    const { id, path } = await one('review-e')
    const other = await expertAtWork(house, office, id, 'review-f')
    const stranger = await batchInReview(office, { submissions: 1 })
    const elsewhere = await expertAtWork(house, office, stranger.id, 'review-g')
    expect((await house.ask(path, { cookie: other.cookie })).status).toBe(404)
    expect((await house.ask(path, { cookie: elsewhere.cookie })).status).toBe(404)
    expect((await house.ask(path, { cookie: office.cookie })).status).toBe(404)
    expect((await house.ask(path)).status).toBe(401)
  })
  test('is closed with its stage, by the moment of receipt', async () => {
    const { clock } = await import('../../functions/aws/clock.ts')
    const { path, expert } = await one('review-h')
    const real = clock.now
    try {
      clock.now = () => new Date(Date.now() + 11 * 86_400_000)
      const { cookie } = await house.ask('/link/open', { body: { token: expert.token } })
      expect((await house.ask(path, { method: 'PUT', cookie, body: { version: 0, marks: full(0.5) } })).body.code).toBe('stage.closed')
    } finally {
      clock.now = real
    }
  })
})

describe('an expert at work', () => {
  test('gets one mail about new submissions, however many there are', async () => {
    const { id } = await batchInReview(office, { submissions: 3, settings: { expertsPerSubmission: 1 } })
    const { email } = await expertAtWork(house, office, id, 'told-a')
    await assignAll(id)
    await house.settle()
    expect(house.mails.filter(({ mail, to }) => mail === 'review-assigned' && to === email)).toHaveLength(1)
  })
})

describe('who may invite', () => {
  test('is the host’s administrator or operator, not its approver', async () => {
    const { id } = await batchInReview(office, { submissions: 1 })
    const approver = await joinAs(house, office.cookie, office.organisation, 'just-approver@example.org', ['approver'])
    expect(
      (await house.ask(`/batches/${id}/experts`, { cookie: approver.cookie, body: { experts: ['01J9ZX4N6T0000000000009999'] } })).body.code,
    ).toBe('role.not-allowed')
    expect((await house.ask(`/batches/${id}/experts`, { cookie: approver.cookie })).status).toBe(200)
  })
})
