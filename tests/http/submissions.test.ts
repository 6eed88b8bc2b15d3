import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { answers, type Call, during, fillIn, handInOne, openCall, type Someone, startOne, times, type Unit } from './call.ts'

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

let call: Call
let national: Unit
let province: Unit
let university: Unit
let neighbour: Unit
let batch: Batch
let applicant: Someone
let colleague: Someone

beforeAll(async () => {
  call = await openCall()
  national = await call.unit('national', '国家级主管单位')
  province = await call.unit('province', '某省', national)
  university = await call.unit('university', '某大学', province)
  neighbour = await call.unit('university', '另一大学', province)
  batch = await call.openBatch(national)
  applicant = await university.as()
  colleague = await university.as({ name: '演示·赵老师' })
}, 120_000)
beforeEach(() => call.at(during))
afterAll(() => call.close())

const row = async (base: string) => call.table.get<Submission>(call.key.submission(base.split('/').at(-1) ?? ''))
const put = (someone: Someone, base: string, section: string, version: number, values: unknown) =>
  someone.ask(`${base}/sections/${section}`, { method: 'PUT', body: { version, values } })

describe('starting', () => {
  test('gives an empty draft that lies with the applicant, its way ahead of it', async () => {
    const started = await applicant.ask(`/batches/${batch.id}/submissions`, { body: { category: 'one' }, key: ulid() })
    expect(started).toMatchObject({
      status: 201,
      body: { state: 'draft', holder: null, version: 0, way: [{ level: 'province', takesPlace: true }] },
    })
  })
  test('twice with one request gives one submission', async () => {
    const key = ulid()
    const [first, second] = await Promise.all(
      [1, 2].map(() => applicant.ask(`/batches/${batch.id}/submissions`, { body: { category: 'one' }, key })),
    )
    const third = await applicant.ask(`/batches/${batch.id}/submissions`, { body: { category: 'one' }, key })
    expect([first?.status, second?.status, third.status]).toEqual([201, 201, 201])
    expect(third.body.id).toMatch(/^[0-9A-Z]{26}$/)
    expect(new Set([first?.body.id, second?.body.id])).toEqual(new Set([third.body.id]))
  })
  test('under a key that is the id of another unit’s submission starts one’s own', async () => {
    const base = await startOne(applicant, batch)
    const other = await neighbour.as()
    const stolen = await other.ask(`/batches/${batch.id}/submissions`, { body: { category: 'one' }, key: base.split('/').at(-1) ?? '' })
    expect([stolen.status, stolen.body.id === base.split('/').at(-1)]).toEqual([201, false])
    expect((await row(base))?.unit.id).toBe(university.id)
  })
  test('gives as many as one unit may enter, also when several start at once; a discarded one makes room', async () => {
    const fresh = await call.unit('university', '第三大学', province)
    const someone = await fresh.as()
    const many = await Promise.all(
      [...'12345'].map(() => someone.ask(`/batches/${batch.id}/submissions`, { body: { category: 'two' }, key: ulid() })),
    )
    expect(many.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
    expect(many.find(({ status }) => status === 409)?.body.code).toBe('submission.entered-already')
    const id = many.find(({ status }) => status === 201)?.body.id
    const key = ulid()
    const discard = () => someone.ask(`/batches/${batch.id}/submissions/${id}/discard`, { method: 'POST', key })
    expect([(await discard()).status, (await discard()).status]).toEqual([200, 200])
    expect((await someone.ask(`/batches/${batch.id}/submissions/${id}`)).body.code).toBe('not-found')
    expect((await someone.ask(`/batches/${batch.id}/submissions`, { body: { category: 'two' }, key: ulid() })).status).toBe(201)
  })
  test('is refused to a unit of another kind, in no category, after the deadline, by an editor, to a unit with an unfinished award', async () => {
    const start = (someone: Someone, category: unknown) =>
      someone.ask(`/batches/${batch.id}/submissions`, { body: { category }, key: ulid() })
    expect((await start(applicant, 'branches')).body.code).toBe('batch.not-invited')
    expect((await start(applicant, 'nowhere')).body.code).toBe('batch.category-absent')
    expect((await start(await university.as({ role: 'editor' }), 'one')).body.code).toBe('role.not-allowed')
    const barred = await call.unit('university', '有未结项的大学', province)
    await call.table.put({ ...call.key.bar(barred.id, 'one'), award: ulid() })
    expect((await start(await barred.as(), 'one')).body.code).toBe('eligibility.unfinished')
    await call.at(times.collected)
    expect((await start(applicant, 'one')).body.code).toBe('stage.closed')
  })
  test('takes nothing but a category', async () => {
    const asked = await applicant.ask(`/batches/${batch.id}/submissions`, { body: { category: 'one', state: 'recommended' }, key: ulid() })
    expect(asked).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })
})

describe('writing together', () => {
  const present = (someone: Someone, base: string, section?: string) =>
    someone.ask(`${base}/presence`, { body: { ...(section && { section }) }, key: ulid() })
  test('who has it open is told to the colleagues, with the section; oneself is not', async () => {
    const base = await startOne(applicant, batch)
    expect((await present(applicant, base, 'report')).body.rows).toEqual([])
    expect((await present(colleague, base)).body.rows).toEqual([expect.objectContaining({ section: 'report' })])
    expect((await present(applicant, base, 'report')).body.rows).toMatchObject([{ name: '演示·赵老师', section: null }])
  })
  test('is nobody else’s business', async () => {
    const base = await startOne(applicant, batch)
    const stranger = await (await call.unit('university', '旁观大学', province)).as()
    expect((await present(stranger, base)).status).toBe(404)
    expect((await present(await university.as({ role: 'editor' }), base)).body.code).toBe('role.not-allowed')
  })
})

describe('what happened lately', () => {
  test('is told of everything my unit has entered, the latest first, and of nobody else’s', async () => {
    const fresh = await call.unit('university', '动态大学', province)
    const someone = await fresh.as()
    const base = await startOne(someone, batch)
    const { rows } = (await someone.ask('/submissions/lately')).body as { rows: { type: string; batch: string; submission: string }[] }
    expect(rows).toMatchObject([
      { type: 'submission.started', batch: batch.id, submission: base.split('/').at(-1), unit: { id: fresh.id } },
    ])
    const other = await (await call.unit('university', '无动态大学', province)).as()
    expect((await other.ask('/submissions/lately')).body.rows).toEqual([])
  })
})

describe('saving a section', () => {
  test('answers with its version and its own problems', async () => {
    const base = await startOne(applicant, batch)
    const saved = await put(applicant, base, 'report', 0, { title: '短', kind: 'news' })
    expect(saved).toMatchObject({
      status: 200,
      body: { version: 1, problems: expect.arrayContaining([expect.objectContaining({ path: 'report.title', code: 'too-short' })]) },
    })
    const list = await applicant.ask(base)
    expect(list.body).toMatchObject({
      sections: { report: { version: 1, problems: 2 } },
      may: { write: true, recall: { code: 'submission.not-recallable' } },
    })
  })
  test('over an older version shows both texts and loses neither', async () => {
    const base = await startOne(applicant, batch)
    await put(applicant, base, 'evidence', 0, { note: '第一稿' })
    await put(colleague, base, 'evidence', 1, { note: '同事的第二稿' })
    const late = await put(applicant, base, 'evidence', 1, { note: '我的第二稿' })
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'section.changed', data: { theirs: { version: 2, values: { note: '同事的第二稿' }, by: { name: '演示·赵老师' } } } },
    })
    expect((await put(applicant, base, 'evidence', 2, { note: '合并稿' })).body.version).toBe(3)
  })
  test('with the content that is there answers as saved, whatever version it names', async () => {
    const base = await startOne(applicant, batch)
    await put(applicant, base, 'evidence', 0, { note: '同样' })
    expect(await put(applicant, base, 'evidence', 0, { note: '同样' })).toMatchObject({ status: 200, body: { version: 1 } })
  })
  test('from two tabs at once: one is saved, the other is told', async () => {
    const base = await startOne(applicant, batch)
    const both = await Promise.all(['甲', '乙'].map((note) => put(applicant, base, 'evidence', 0, { note })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('in two sections at once: both survive, and the list counts both as done', async () => {
    const base = await startOne(applicant, batch)
    const both = await Promise.all([
      put(applicant, base, 'evidence', 0, { note: '说明' }),
      put(colleague, base, 'people', 0, answers.people),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await row(base))?.summary.sectionsDone).toBe(2)
    expect((await applicant.ask(base)).body.sections).toMatchObject({ evidence: { version: 1 }, people: { version: 1 } })
  })
  test('that names the submission shows in lists', async () => {
    const base = await startOne(applicant, batch)
    await put(applicant, base, 'report', 0, answers.report)
    expect(await row(base)).toMatchObject({ title: answers.report.title, summary: { title: answers.report.title, sectionsDone: 1 } })
  })
  test.each([
    ['an unknown section', 'nowhere', {}, 404, 'form.unknown-section'],
    ['a section named like a key of a row', 'HEAD', {}, 404, 'form.unknown-section'],
    ['an unknown field', 'evidence', { state: 'recommended' }, 400, 'form.unknown-field'],
    ['a field of the wrong shape', 'evidence', { note: { $: 1 } }, 400, 'form.wrong-type'],
    [
      'a file that is nobody’s',
      'evidence',
      { proof: [{ id: '01J9ZX4N6T0000000000000000', name: 'a.pdf', bytes: 1, type: 'x' }] },
      422,
      'file.not-yours',
    ],
  ])('refuses %s', async (_, section, values, status, code) => {
    const base = await startOne(applicant, batch)
    expect(await put(applicant, base, section, 0, values)).toMatchObject({ status, body: { code } })
  })
  test('keeps what is far too long and says so beside the field; what no row holds is refused with the field to shorten', async () => {
    const base = await startOne(applicant, batch)
    const long = '长'.repeat(60_000)
    const saved = await put(applicant, base, 'evidence', 0, { note: long })
    expect(saved).toMatchObject({ status: 200, body: { problems: [{ code: 'too-long', path: 'evidence.note' }] } })
    expect((await applicant.ask(`${base}/sections/evidence`)).body.values).toEqual({ note: long })
    const refused = await put(applicant, base, 'evidence', 1, { note: long + long })
    expect(refused).toMatchObject({ status: 413, body: { code: 'section.too-large', details: { zh: '说明', max: 256 } } })
    expect(String(refused.body.zh)).toContain('占用最多的是“说明”')
  })
  test('keeps prototypes clean', async () => {
    const base = await startOne(applicant, batch)
    const raw = new TextEncoder().encode('{"version":0,"values":{"__proto__":{"polluted":true},"note":"a"}}')
    await applicant.ask(`${base}/sections/evidence`, { method: 'PUT', raw, headers: { 'content-type': 'application/json' } })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
  test('is refused after the deadline, to others, and on a submission of another batch', async () => {
    const base = await startOne(applicant, batch)
    const other = await neighbour.as()
    expect((await put(other, base, 'evidence', 0, { note: 'x' })).body.code).toBe('not-found')
    const officer = await province.as()
    expect((await put(officer, base, 'evidence', 0, { note: 'x' })).body.code).toBe('not-found')
    const elsewhere = await call.openBatch(national)
    expect((await put(applicant, base.replace(batch.id, elsewhere.id), 'evidence', 0, { note: 'x' })).body.code).toBe('not-found')
    await call.at(times.collected)
    expect((await put(applicant, base, 'evidence', 0, { note: 'x' })).body.code).toBe('stage.closed')
  })
})

describe('handing in', () => {
  test('freezes a version with hash and receipt, and it lies with the province', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    const submitted = await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })
    expect(submitted).toMatchObject({ status: 200, body: { version: 1, receipt: expect.stringMatching(/^SR-\w{5}-\w{5}$/), at: during } })
    expect((await applicant.ask(base)).body).toMatchObject({
      submission: { state: 'submitted', holder: province.id, version: 1, receipt: submitted.body.receipt, submittedAt: during },
      may: { write: { code: 'submission.not-editable' }, recall: true },
    })
    const version = await applicant.ask(`${base}/versions/1`)
    expect(version.body).toMatchObject({
      version: { sha256: submitted.body.sha256 },
      sections: { evidence: { values: { note: '无附件' } } },
    })
    const { hashOf } = await import('../../functions/aws/chain.ts')
    expect(hashOf(version.body.manifest)).toBe(submitted.body.sha256)
  })
  test('again with the same request says the same receipt; with another, that it is handed in', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    const key = ulid()
    const [first, second] = await Promise.all([1, 2].map(() => applicant.ask(`${base}/submit`, { method: 'POST', key })))
    await call.at('2026-09-20T09:00:00.000Z')
    const third = await applicant.ask(`${base}/submit`, { method: 'POST', key })
    expect(first?.status).toBe(200)
    expect(second?.body).toEqual(first?.body)
    expect(third.body).toEqual(first?.body)
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).body.code).toBe('submission.not-editable')
    expect((await row(base))?.version).toBe(1)
  })
  test('is found by its receipt number by whoever may read it, and by nobody else', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    const { receipt } = (await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).body as { receipt: string }
    const find = async (someone: Someone, asked = receipt) => (await someone.ask(`/submissions/found?receipt=${asked}`)).body
    const id = base.split('/').at(-1)
    expect(await find(applicant)).toMatchObject({ id, batch: batch.id, as: 'own' })
    expect(await find(applicant, receipt.toLowerCase())).toMatchObject({ id })
    expect(await find(await province.as())).toMatchObject({ id, as: 'endorsing' })
    expect(await find(await national.as())).toMatchObject({ id, as: 'host' })
    const unknown = await find(await neighbour.as(), 'SR-22222-22222')
    expect(unknown.code).toBe('not-found')
    expect(await find(await neighbour.as())).toEqual(unknown)
    expect((await find(await province.as({ role: 'editor' }))).code).toBe('not-found')
    expect((await applicant.ask('/submissions/found')).status).toBe(400)
  })
  test('is refused while something is missing, with the whole list of what', async () => {
    const base = await startOne(applicant, batch)
    await put(applicant, base, 'evidence', 0, { note: '只有这一栏' })
    const refused = await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })
    expect(refused).toMatchObject({ status: 422, body: { code: 'submission.incomplete' } })
    expect((refused.body.data as { problems: unknown[] }).problems.length).toBe((refused.body.details as { problems: number }).problems)
  })
  test('is refused at the very moment of closing, and possible a millisecond before', async () => {
    const base = await startOne(applicant, batch)
    await fillIn(applicant, base)
    await call.at(times.collected)
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).body.code).toBe('stage.closed')
    await call.at('2026-10-09T23:59:59.999Z')
    expect((await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })).status).toBe(200)
  })
  test('races with a save: what is frozen is what the marks said', async () => {
    for (let round = 0; round < 10; round++) {
      const base = await startOne(applicant, batch)
      await fillIn(applicant, base)
      const [submitted, saved] = await Promise.all([
        applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() }),
        put(colleague, base, 'evidence', 1, { note: `最后一刻的修改${round}` }),
      ])
      if (submitted.status !== 200) {
        expect(submitted.body.code).toBe('changed-meanwhile')
        expect(saved.status).toBe(200)
        continue
      }
      const frozen = await applicant.ask(`${base}/versions/1`)
      const { note } = (frozen.body.sections as { evidence: { values: { note: string } } }).evidence.values
      const current = await applicant.ask(`${base}/sections/evidence`)
      expect(current.body.values).toEqual({ note })
      expect(note).toBe(saved.status === 200 ? `最后一刻的修改${round}` : '无附件')
    }
  })
  test('can be taken back and corrected until the deadline; the first version stays as it was', async () => {
    const base = await handInOne(applicant, batch)
    expect((await applicant.ask(`${base}/recall`, { method: 'POST', key: ulid() })).body.state).toBe('draft')
    const parallel = await Promise.all([
      put(applicant, base, 'evidence', 1, { note: '改后' }),
      put(colleague, base, 'people', 1, { ...answers.people, author: { name: '演示·周老师' } }),
    ])
    expect(parallel.map(({ body }) => body.version)).toEqual([2, 2])
    await put(applicant, base, 'evidence', 2, { note: '再改' })
    const again = await applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })
    expect(again.body.version).toBe(2)
    const noteOf = async (version: number) =>
      ((await applicant.ask(`${base}/versions/${version}`)).body.sections as { evidence: { values: { note: string } } }).evidence.values
        .note
    expect([await noteOf(1), await noteOf(2)]).toEqual(['无附件', '再改'])
    await applicant.ask(`${base}/recall`, { method: 'POST', key: ulid() })
    await call.at(times.collected)
    expect((await put(applicant, base, 'evidence', 3, { note: '迟了' })).body.code).toBe('stage.closed')
  })
  test('cannot be taken back after the deadline', async () => {
    const base = await handInOne(applicant, batch)
    await call.at(times.collected)
    expect((await applicant.ask(`${base}/recall`, { method: 'POST', key: ulid() })).body.code).toBe('stage.closed')
  })
})

describe('what follows', () => {
  test('a receipt by mail with number, hash and time, and the application as PDF, made once', async () => {
    const email = 'operator@example.org'
    const person = ulid()
    await call.table.put({
      ...call.key.member(university.id, person),
      person,
      name: '演示·张老师',
      email,
      state: 'active',
      roles: ['operator'],
    })
    const base = await handInOne(applicant, batch)
    expect((await applicant.ask(`${base}/versions/1/pdf`)).body.code).toBe('document.not-ready')
    await call.house.settle()
    const head = await row(base)
    const mail = call.house.mails.find((one) => one.mail === 'submission-received' && one.data.receipt === head?.receipt)
    expect(mail).toMatchObject({ to: email, data: { at: during, title: answers.report.title, link: expect.stringContaining(base) } })
    const link = await applicant.ask(`${base}/versions/1/pdf`)
    expect(String(link.body.url)).toContain(`documents/applications/${base.split('/').at(-1)}-1.pdf`)
    const [pdf] = [...call.house.objects].find(([name]) => name.includes(base.split('/').at(-1) ?? '')) ?? []
    expect(
      call.house.objects
        .get(pdf ?? '')
        ?.subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const { makeApplicationPdf } = await import('../../functions/submissions/documentJob.ts')
    await makeApplicationPdf({ submission: base.split('/').at(-1) ?? '', version: 1 })
    const record = (await applicant.ask(`${base}/events`)).body.rows as { type: string }[]
    expect(record.filter(({ type }) => type === 'document.made')).toHaveLength(1)
  })
})

describe('reading', () => {
  test('others see what was handed in, never what is being written', async () => {
    const base = await startOne(applicant, batch)
    await put(applicant, base, 'evidence', 0, { note: '草稿中的秘密' })
    const officer = await province.as()
    const host = await national.as()
    expect((await officer.ask(`${base}/sections/evidence`)).body.code).toBe('submission.not-submitted')
    expect((await officer.ask(`${base}/answers`)).body.code).toBe('submission.not-submitted')
    expect((await host.ask(base)).body.code).toBe('not-found')
    expect((await (await neighbour.as()).ask(base)).body.code).toBe('not-found')
    await fillIn(applicant, `${base}`).catch(() => undefined)
    const handed = await handInOne(applicant, batch)
    await applicant.ask(`${handed}/recall`, { method: 'POST', key: ulid() })
    await put(applicant, handed, 'evidence', 1, { note: '修改中' })
    expect((await officer.ask(`${handed}/sections/evidence`)).body).toMatchObject({ values: { note: '无附件' } })
    expect((await host.ask(`${handed}/answers`)).body).toMatchObject({ sections: { evidence: { values: { note: '无附件' } } } })
  })
  test('the path says who has it since when and what is next; the record holds its chain', async () => {
    const base = await handInOne(applicant, batch)
    const path = await applicant.ask(`${base}/path`)
    expect(path.body).toMatchObject({
      steps: [{ type: 'submission.started' }, { type: 'submission.submitted', version: 1 }],
      now: { holder: { id: province.id }, since: during },
    })
    const { verifyChain } = await import('../../functions/aws/verify.ts')
    const record = await applicant.ask(`${base}/events`)
    expect(record.body.rows).toHaveLength(2)
    expect(verifyChain(record.body.rows as Record<string, unknown>[])).toEqual([])
  })
  test('what my institution has, page by page, with the names of its batches', async () => {
    const fresh = await call.unit('university', '第四大学', province)
    const someone = await fresh.as()
    const started: string[] = []
    for (let i = 0; i < 5; i++) started.push(await startOne(someone, batch))
    const first = await someone.ask('/submissions?limit=3')
    const second = await someone.ask(`/submissions?limit=3&cursor=${first.body.cursor}`)
    const ids = [first, second].flatMap(({ body }) => (body.rows as { id: string }[]).map(({ id }) => id))
    expect(ids.sort()).toEqual(started.map((base) => base.split('/').at(-1)).sort())
    expect(second.body.cursor).toBeUndefined()
    expect([first, second].map(({ body }) => body.batches)).toEqual(Array(2).fill([{ id: batch.id, title: batch.title }]))
    expect((await someone.ask('/submissions?cursor=bm9uc2Vuc2U')).body.code).toBe('request.invalid')
  })
})

describe('the host', () => {
  test('finds what was handed in, by state, unit and time, and exports what is shown', async () => {
    const own = await call.openBatch(national)
    const host = await national.as()
    const bases: string[] = []
    for (const hour of ['08', '09', '10']) {
      await call.at(`2026-09-20T${hour}:00:00.000Z`)
      bases.push(await handInOne(applicant, own))
    }
    await startOne(applicant, own)
    await call.house.settle()
    const list = async (query: string) =>
      ((await host.ask(`/batches/${own.id}/submissions?${query}`)).body.rows as { id: string }[]).map(({ id }) => id)
    const ids = bases.map((base) => base.split('/').at(-1))
    expect(await list('order=oldest')).toEqual(ids)
    expect(await list('category=one&order=newest')).toEqual(ids.toReversed())
    expect(await list('category=one&state=submitted')).toEqual(ids)
    expect(await list('state=recommended')).toEqual([])
    expect(await list(`unit=${province.id}`)).toEqual(ids)
    await applicant.ask(`${bases[0]}/recall`, { method: 'POST', key: ulid() })
    await call.house.settle()
    expect(await list('category=one&state=submitted')).toEqual(ids.slice(1))
    const file = await host.ask(`/batches/${own.id}/submissions.xlsx?category=one`)
    expect(file).toMatchObject({ status: 200 })
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''")
    expect((await applicant.ask(`/batches/${own.id}/submissions`)).body.code).toBe('not-found')
    // The check of the batch's records goes through all that was handed in, and finds the one event that says something else than it did.
    const auditor = await national.as({ role: 'audit' })
    const whole = await auditor.ask(`/batches/${own.id}/events/check`)
    expect(whole.body).toMatchObject({
      breaks: [],
      facts: { 'submission.submitted': 3, 'submission.recalled': 1, 'submission.started': 3 },
    })
    const { pk } = call.key.submission(ids[1] ?? '')
    const [event] = await call.table.all({ pk, begins: 'EVENT#' })
    await call.table.put({ ...event, at: '2026-09-20T00:00:00.000Z' } as never)
    const broken = await auditor.ask(`/batches/${own.id}/events/check`)
    expect(broken.body.breaks).toEqual([{ thing: 'submission', id: ids[1], seq: event?.seq, why: 'hash' }])
  })
})
