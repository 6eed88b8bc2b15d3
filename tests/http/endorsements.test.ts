import { ulid } from 'ulid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch } from '../../shared/batches/schema.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { answers, type Call, during, handInOne, openCall, type Someone, times, type Unit } from './call.ts'

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

/** No schedules here: what a pause does to them is tested with a whole stack. */
vi.mock('../../functions/workflow/runs.ts', async (original) => ({
  ...(await original<typeof import('../../functions/workflow/runs.ts')>()),
  followBatch: async () => {},
}))

let call: Call
let national: Unit
let province: Unit
let university: Unit
let college: Unit
let branch: Unit
let applicant: Someone
let officer: Someone
let approver: Someone
let host: Someone

beforeAll(async () => {
  call = await openCall()
  national = await call.unit('national', '国家级主管单位')
  province = await call.unit('province', '某省', national)
  university = await call.unit('university', '某大学', province)
  college = await call.unit('college', '某学院', university)
  branch = await call.unit('branch', '某支部', college)
  applicant = await university.as()
  officer = await province.as()
  approver = await province.as({ role: 'approver' })
  host = await national.as({ role: 'administrator' })
  call.house.passedOver.add('application-pdf')
}, 120_000)
beforeEach(() => call.at(during))
afterAll(() => call.close())

type Row = { type: string; request: string; since: string; lost: number; at: string }
const idOf = (base: string) => base.split('/').at(-1) ?? ''
const row = async (base: string) => call.table.get<Submission>(call.key.submission(idOf(base)))
const post = (someone: Someone, path: string, body: unknown, key = ulid()) => someone.ask(path, { method: 'POST', body, key })
const recommend = (someone: Someone, base: string, opinion = '同意推荐，材料属实。') => post(someone, `${base}/recommend`, { opinion })
const giveBack = (someone: Someone, base: string, until = '2026-10-20T00:00:00.000Z') =>
  post(someone, `${base}/return`, { comments: { evidence: '请补充说明' }, until })

async function quota(batch: Batch, unit: Unit, limit: number, category = 'one') {
  const { id, name, kind } = unit
  await call.table.put({
    ...call.key.quota(batch.id, id, category),
    unit: { id, name, kind },
    level: 'province',
    category,
    limit,
    used: 0,
    basis: { kind: 'host' },
  })
}
const used = async (batch: Batch, unit: Unit, category = 'one') =>
  (await call.table.get<{ used: number }>(call.key.quota(batch.id, unit.id, category)))?.used
const listOf = (batch: Batch, unit: Unit = province, category = 'one') => `/batches/${batch.id}/units/${unit.id}/lists/${category}`

describe('recommending', () => {
  test('takes a place, and the submission lies with the host', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 2)
    const base = await handInOne(applicant, batch)
    expect(await recommend(officer, base)).toMatchObject({ status: 200, body: { state: 'recommended', holder: 'host', level: 1 } })
    expect(await used(batch, province)).toBe(1)
    expect((await applicant.ask(`${base}/path`)).body).toMatchObject({
      steps: [{}, {}, { type: 'submission.recommended', opinion: '同意推荐，材料属实。', unit: { id: province.id } }],
    })
  })
  test('twice with one request takes one place', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 2)
    const base = await handInOne(applicant, batch)
    const key = ulid()
    const answers = [
      await post(officer, `${base}/recommend`, { opinion: '同意' }, key),
      await post(officer, `${base}/recommend`, { opinion: '同意' }, key),
    ]
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'recommended'],
      [200, 'recommended'],
    ])
    expect(await used(batch, province)).toBe(1)
  })
  test('by 200 at once against 7 places leaves exactly 7; the rest are told that it is full', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 7)
    const first = await handInOne(applicant, batch)
    const head = await row(first)
    const copies = Array.from({ length: 199 }, () => ulid())
    for (const id of copies)
      await call.table.put({
        ...head,
        ...call.key.submission(id),
        id,
        listPk: `BATCH#${batch.id}#UNIT#${province.id}`,
        listSk: `one#submitted#${during}#${id}`,
      })
    const bases = [first, ...copies.map((id) => first.replace(idOf(first), id))]
    const answers = await Promise.all(bases.map((base) => recommend(officer, base)))
    const full = answers.filter(({ body }) => body.code === 'quota.full')
    expect([answers.filter(({ status }) => status === 200).length, full.length]).toEqual([7, 193])
    expect(await used(batch, province)).toBe(7)
    const heads = await Promise.all(bases.map(row))
    expect(heads.filter((head) => head?.state === 'recommended')).toHaveLength(7)
    const list = await officer.ask(`/batches/${batch.id}/units/${province.id}/submissions?state=recommended`)
    expect(list.body.rows).toHaveLength(7)
  }, 120_000)
  test('goes up level by level: each level only when it lies with it', async () => {
    const batch = await call.openBatch(national)
    const base = await handInOne(await branch.as(), batch, 'branches')
    const [inCollege, inUniversity] = [await college.as(), await university.as()]
    expect((await recommend(officer, base)).body.code).toBe('submission.not-with-you')
    expect((await recommend(inCollege, base)).body).toMatchObject({ state: 'submitted', holder: university.id })
    expect((await recommend(inCollege, base)).body.code).toBe('submission.not-with-you')
    expect((await recommend(inUniversity, base)).body).toMatchObject({ state: 'submitted', holder: province.id })
    expect((await recommend(officer, base)).body).toMatchObject({ state: 'recommended', holder: 'host' })
    const { verifyChain } = await import('../../functions/aws/verify.ts')
    const rows = await call.table.all<Record<string, unknown> & { pk: string; sk: string }>({ pk: call.key.submission(idOf(base)).pk })
    expect(
      verifyChain(
        rows.filter(({ kind }) => kind === 'event'),
        rows.filter(({ sk }) => sk === 'HEAD'),
      ),
    ).toEqual([])
  })
  test('is refused with too long an opinion, too late, by an editor, by another province and by the applicant', async () => {
    const batch = await call.openBatch(national)
    const base = await handInOne(applicant, batch)
    expect((await recommend(officer, base, '长'.repeat(301))).body.code).toBe('opinion.too-long')
    expect((await recommend(await province.as({ role: 'editor' }), base)).body.code).toBe('role.not-allowed')
    const other = await call.unit('province', '另一省', national)
    expect((await recommend(await other.as(), base)).body.code).toBe('not-found')
    expect((await recommend(applicant, base)).body.code).toBe('not-found')
    expect((await post(officer, `${base}/recommend`, { opinion: '同意', state: 'awarded' })).body.code).toBe('request.invalid')
    await call.at(times.closes)
    expect((await recommend(officer, base)).body.code).toBe('stage.closed')
  })
  test('can be taken back, which gives the place back; also at once it is given back once', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 1)
    const base = await handInOne(applicant, batch)
    await recommend(officer, base)
    const undone = await Promise.all([1, 2, 3].map(() => post(officer, `${base}/undo`, { reason: '误操作' })))
    expect(undone.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await used(batch, province)).toBe(0)
    expect(await row(base)).toMatchObject({ state: 'submitted', level: 0 })
    expect((await recommend(officer, base)).status).toBe(200)
  })
  test('a decline with a reason ends it, until it is taken back', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 1)
    const base = await handInOne(applicant, batch)
    expect((await post(officer, `${base}/decline`, { reason: '' })).body.code).toBe('request.invalid')
    expect((await post(officer, `${base}/decline`, { reason: '不符合申报条件' })).body.state).toBe('declined')
    expect((await recommend(officer, base)).body.code).toBe('submission.not-with-you')
    expect((await post(officer, `${base}/undo`, { reason: '复核后恢复' })).body.state).toBe('submitted')
    expect(await used(batch, province)).toBe(0)
  })
})

describe('returning', () => {
  test('lets the applicant correct after the deadline until the date set, and it comes back to the unit that returned it', async () => {
    const batch = await call.openBatch(national)
    const someone = await branch.as()
    const base = await handInOne(someone, batch, 'branches')
    await recommend(await college.as(), base)
    await recommend(await university.as(), base)
    await call.at('2026-10-12T00:00:00.000Z')
    expect((await giveBack(officer, base)).body).toMatchObject({
      state: 'returned',
      holder: null,
      correctUntil: '2026-10-20T00:00:00.000Z',
    })
    const change = (version: number, note: string) =>
      someone.ask(`${base}/sections/evidence`, { method: 'PUT', body: { version, values: { note } } })
    expect((await change(1, '已补充')).status).toBe(200)
    expect((await someone.ask(base)).body).toMatchObject({ may: { submit: true, discard: { code: 'submission.already-recommended' } } })
    expect((await post(someone, `${base}/submit`, undefined)).body.version).toBe(2)
    expect(await row(base)).toMatchObject({ state: 'submitted', level: 2 })
    expect((await recommend(officer, base)).body.state).toBe('recommended')
  })
  test('closes at the date set', async () => {
    const batch = await call.openBatch(national)
    const base = await handInOne(applicant, batch)
    await call.at('2026-10-12T00:00:00.000Z')
    await giveBack(officer, base)
    await call.at('2026-10-20T00:00:00.000Z')
    expect((await post(applicant, `${base}/submit`, undefined)).body.code).toBe('correction.closed')
  })
  test('of which the date has passed is given another, or taken up as it was handed in', async () => {
    const batch = await call.openBatch(national)
    const [first, second] = [await handInOne(applicant, batch), await handInOne(applicant, batch)]
    await call.at('2026-10-12T00:00:00.000Z')
    for (const base of [first, second]) await giveBack(officer, base)
    const change = (base: string, version: number) =>
      applicant.ask(`${base}/sections/evidence`, { method: 'PUT', body: { version, values: { note: '未及提交的修改' } } })
    expect((await change(second, 1)).status).toBe(200)
    const renamed = { version: 1, values: { ...answers.report, title: '未及提交的新名称' } }
    expect((await applicant.ask(`${second}/sections/report`, { method: 'PUT', body: renamed })).status).toBe(200)
    expect((await row(second))?.title).toBe('未及提交的新名称')
    expect((await post(officer, `${second}/take-up`, { reason: '按原件审核' })).body.code).toBe('correction.running')
    await call.at('2026-10-20T00:00:00.000Z')
    expect((await post(applicant, `${first}/submit`, undefined)).body.code).toBe('correction.closed')
    const until = '2026-10-22T00:00:00.000Z'
    expect((await post(officer, `${first}/correction`, { until })).body).toMatchObject({ state: 'returned', correctUntil: until })
    expect((await change(first, 1)).status).toBe(200)
    expect((await post(applicant, `${first}/submit`, undefined)).body.version).toBe(2)
    expect((await post(officer, `${second}/take-up`, { reason: '按原件审核' })).body).toMatchObject({ state: 'submitted', version: 1 })
    expect((await change(second, 2)).body.code).toBe('submission.not-editable')
    const { sections } = (await officer.ask(`${second}/answers`)).body as { sections: Record<string, { values: { note?: string } }> }
    expect(sections.evidence?.values.note).toBe('无附件')
    expect(await row(second)).toMatchObject({ title: answers.report.title, summary: { title: answers.report.title } })
    for (const base of [first, second]) expect((await recommend(officer, base)).body.state).toBe('recommended')
  })
  test('of which the date came in a pause gets the time back with the dates of the batch, once', async () => {
    const batch = await call.openBatch(national)
    const [before, within] = [await handInOne(applicant, batch), await handInOne(applicant, batch)]
    await call.at('2026-10-12T00:00:00.000Z')
    await giveBack(officer, before, '2026-10-13T00:00:00.000Z')
    await giveBack(officer, within, '2026-10-16T00:00:00.000Z')
    await call.house.settle()
    await call.at('2026-10-15T00:00:00.000Z')
    expect((await post(host, `/batches/${batch.id}/pause`, { reason: '系统维护' })).status).toBe(200)
    await call.at('2026-10-18T00:00:00.000Z')
    expect((await post(applicant, `${within}/submit`, undefined)).body.code).toBe('batch.paused')
    expect((await post(host, `/batches/${batch.id}/resume`, { reason: '维护完成', shift: true })).status).toBe(200)
    await call.house.settle()
    expect([(await row(before))?.correctUntil, (await row(within))?.correctUntil]).toEqual([
      '2026-10-13T00:00:00.000Z',
      '2026-10-19T00:00:00.000Z',
    ])
    const { carry } = await import('../../functions/submissions/corrections.ts')
    const [resumed] = (await call.table.all<Row>({ pk: call.key.batch(batch.id).pk, begins: 'EVENT#' })).filter(
      ({ type }) => type === 'batch.resumed',
    )
    await carry({
      job: 'carry-corrections',
      id: resumed?.request ?? '',
      batch: batch.id,
      since: resumed?.since ?? '',
      lost: resumed?.lost ?? 0,
      at: resumed?.at ?? '',
    })
    expect((await row(within))?.correctUntil).toBe('2026-10-19T00:00:00.000Z')
    expect((await post(applicant, `${within}/submit`, undefined)).body.version).toBe(2)
  })
  test('is refused without a comment or with one about nothing in the form, with a date behind or after the unit’s own dates, and of what does not lie with it', async () => {
    const batch = await call.openBatch(national)
    const base = await handInOne(applicant, batch)
    expect((await post(officer, `${base}/return`, { comments: {}, until: '2026-10-20T00:00:00.000Z' })).body.code).toBe('request.invalid')
    const about = (place: string) => post(officer, `${base}/return`, { comments: { [place]: '请补充' }, until: '2026-10-20T00:00:00.000Z' })
    expect((await about('elsewhere')).body.code).toBe('comment.no-such-place')
    expect((await about('evidence.elsewhere')).body.code).toBe('comment.no-such-place')
    expect((await about('evidence.a.b')).body.code).toBe('request.invalid')
    expect((await giveBack(officer, base, during)).body.code).toBe('correction.past')
    expect((await giveBack(officer, base, '2026-11-10T00:00:00.001Z')).body.code).toBe('correction.too-late')
    await recommend(officer, base)
    expect((await giveBack(officer, base)).body.code).toBe('submission.not-with-you')
  })
})

describe('several at once', () => {
  test('are previewed with what would happen to each and to the places, then done', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 2)
    const bases = [await handInOne(applicant, batch), await handInOne(applicant, batch), await handInOne(applicant, batch)]
    const submissions = [...bases.map(idOf), ulid()]
    const bulk = (dryRun: boolean, key = ulid()) =>
      post(officer, `/batches/${batch.id}/units/${province.id}/bulk`, { action: 'recommend', opinion: '同意', submissions, dryRun }, key)
    const preview = await bulk(true)
    expect(preview.body).toMatchObject({ done: 2, refused: 2, dryRun: true, places: [{ category: 'one', limit: 2, before: 0, after: 2 }] })
    expect((preview.body.rows as { code?: string }[]).map(({ code }) => code)).toEqual([undefined, undefined, 'quota.full', 'not-found'])
    expect(await used(batch, province)).toBe(0)
    const key = ulid()
    expect((await bulk(false, key)).body).toMatchObject({ done: 2, refused: 2 })
    expect((await bulk(false, key)).body).toMatchObject({ done: 2, refused: 2, rows: [{ summary: { state: 'recommended' } }, {}, {}, {}] })
    expect(await used(batch, province)).toBe(2)
    const elsewhere = await post(applicant, `/batches/${batch.id}/units/${province.id}/bulk`, {
      action: 'recommend',
      opinion: '同意',
      submissions,
    })
    expect(elsewhere.body.code).toBe('not-found')
  })

  test('go in parts of a hundred, and the preview of a part counts what the parts before would take', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 2)
    const [first, second, third] = [await handInOne(applicant, batch), await handInOne(applicant, batch), await handInOne(applicant, batch)]
    const others = Array.from({ length: 99 }, () => ulid())
    const parts = [
      [idOf(first ?? ''), ...others],
      [idOf(second ?? ''), idOf(third ?? '')],
    ]
    const bulk = (submissions: readonly string[], dryRun: boolean, taken = {}) =>
      post(officer, `/batches/${batch.id}/units/${province.id}/bulk`, { action: 'recommend', opinion: '同意', submissions, dryRun, taken })
    expect((await bulk(parts.flat(), true)).body.code).toBe('request.invalid')
    expect((await bulk(parts[0] ?? [], true)).body).toMatchObject({ done: 1, refused: 99, places: [{ before: 0, after: 1 }] })
    expect((await bulk(parts[1] ?? [], true)).body).toMatchObject({ done: 2 })
    expect((await bulk(parts[1] ?? [], true, { one: 1 })).body).toMatchObject({ done: 1, refused: 1, places: [{ before: 1, after: 2 }] })
    for (const part of parts) await bulk(part, false)
    expect(await used(batch, province)).toBe(2)
  })
})

describe('a list', () => {
  async function threeRecommended(batch: Batch) {
    const bases = [await handInOne(applicant, batch), await handInOne(applicant, batch), await handInOne(applicant, batch)]
    for (const base of bases) await recommend(officer, base)
    return bases
  }
  const shown = async (batch: Batch) =>
    (await officer.ask(listOf(batch))).body as {
      sha256: string
      items: { id: string; order: number }[]
      scan?: { counts: boolean }
      confirmedAt?: string
    }
  /** A scan as it stands once it was checked. */
  async function checkedScan(batch: Batch, unit = province, category = 'one') {
    const file = ulid()
    const at = call.key.upload('list', batch.id, file)
    await call.table.put({
      ...at,
      id: file,
      owner: 'list',
      of: batch.id,
      section: unit.id,
      field: category,
      name: '盖章件.pdf',
      state: 'clean',
      object: 'clean/x',
      seq: 1,
      chain: '',
    })
    return file
  }

  test('stands in the order of recommending until its unit orders it; an order must name each once', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 5)
    const ids = (await threeRecommended(batch)).map(idOf)
    expect((await shown(batch)).items.map(({ id }) => id)).toEqual(ids)
    const order = (given: string[]) => officer.ask(`${listOf(batch)}/order`, { method: 'PUT', body: { order: given }, key: ulid() })
    expect((await order(ids.slice(1))).body.code).toBe('list.order-wrong')
    expect((await order([...ids.slice(1), ids[1] ?? ''])).body.code).toBe('list.order-wrong')
    expect((await order(ids.toReversed())).status).toBe(200)
    expect((await shown(batch)).items.map(({ id }) => id)).toEqual(ids.toReversed())
    const { sha256: from } = await shown(batch)
    const over = (order: string[]) => officer.ask(`${listOf(batch)}/order`, { method: 'PUT', body: { order, from }, key: ulid() })
    expect((await over(ids)).status).toBe(200)
    expect((await over(ids.toReversed())).body.code).toBe('changed-meanwhile')
    expect((await shown(batch)).items.map(({ id }) => id)).toEqual(ids)
  })
  test('is confirmed only with the stamped scan of this very list; afterwards nothing on it changes until the host reopens it', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 5)
    const bases = await threeRecommended(batch)
    const before = await shown(batch)
    const confirm = (sha256: string, someone = approver) => post(someone, `${listOf(batch)}/confirm`, { sha256 })
    expect((await confirm(before.sha256)).body.code).toBe('list.scan-missing')
    const file = await checkedScan(batch)
    const bind = (sha256: string) => officer.ask(`${listOf(batch)}/scan`, { method: 'PUT', body: { file, sha256 }, key: ulid() })
    expect((await bind(before.sha256)).status).toBe(200)
    expect((await shown(batch)).scan?.counts).toBe(true)
    await post(officer, `${bases[0]}/undo`, { reason: '调整' })
    const changed = await shown(batch)
    expect(changed.scan?.counts).toBe(false)
    expect((await confirm(changed.sha256)).body.code).toBe('list.scan-stale')
    expect((await bind(before.sha256)).body.code).toBe('list.scan-stale')
    expect((await bind(changed.sha256)).status).toBe(200)
    expect((await confirm(before.sha256)).body.code).toBe('changed-meanwhile')
    expect((await confirm(changed.sha256, officer)).body.code).toBe('role.not-allowed')
    const key = ulid()
    expect((await post(approver, `${listOf(batch)}/confirm`, { sha256: changed.sha256 }, key)).status).toBe(200)
    expect((await post(approver, `${listOf(batch)}/confirm`, { sha256: changed.sha256 }, key)).status).toBe(200)
    expect((await shown(batch)).confirmedAt).toBe(during)
    expect((await recommend(officer, bases[0] ?? '')).body.code).toBe('list.confirmed')
    expect((await post(officer, `${bases[1]}/undo`, { reason: '再调整' })).body.code).toBe('list.confirmed')
    expect((await post(host, `${listOf(batch)}/reopen`, { reason: '材料有误' })).status).toBe(200)
    expect((await post(host, `${listOf(batch)}/reopen`, { reason: '材料有误' })).body.code).toBe('list.not-confirmed')
    expect((await recommend(officer, bases[0] ?? '')).status).toBe(200)
    expect((await post(officer, `${listOf(batch)}/reopen`, { reason: '自行退回' })).body.code).toBe('not-found')
  })
  test('confirmed while somebody recommends holds exactly what the database counted', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 9)
    await threeRecommended(batch)
    for (let round = 0; round < 5; round++) {
      const late = await handInOne(applicant, batch)
      const list = await shown(batch)
      const file = await checkedScan(batch)
      await officer.ask(`${listOf(batch)}/scan`, { method: 'PUT', body: { file, sha256: list.sha256 }, key: ulid() })
      const [confirmed, recommended] = await Promise.all([
        post(approver, `${listOf(batch)}/confirm`, { sha256: list.sha256 }),
        recommend(officer, late),
      ])
      expect([confirmed.status, recommended.status].filter((status) => status === 200)).toHaveLength(1)
      if (confirmed.status === 200) {
        expect((await shown(batch)).items).toHaveLength((await used(batch, province)) ?? -1)
        await post(host, `${listOf(batch)}/reopen`, { reason: '继续测试' })
      }
    }
  })
  test('that is confirmed stays as it was confirmed when a level above returns what stands on it', async () => {
    const batch = await call.openBatch(national)
    const someone = await branch.as()
    const base = await handInOne(someone, batch, 'branches')
    const [inCollege, inUniversity, confirming] = [await college.as(), await university.as(), await university.as({ role: 'approver' })]
    await recommend(inCollege, base)
    await recommend(inUniversity, base)
    const at = listOf(batch, university, 'branches')
    type Item = { title: string; version: number; receipt: string; corrected?: { version: number; receipt: string } }
    const list = async () => (await inUniversity.ask(at)).body as { sha256: string; items: Item[]; scan?: { counts: boolean } }
    const before = await list()
    const file = await checkedScan(batch, university, 'branches')
    await inUniversity.ask(`${at}/scan`, { method: 'PUT', body: { file, sha256: before.sha256 }, key: ulid() })
    expect((await post(confirming, `${at}/confirm`, { sha256: before.sha256 })).status).toBe(200)
    expect((await giveBack(officer, base)).body.state).toBe('returned')
    const { report } = answers
    const renamed = { version: 1, values: { ...report, title: '演示标题：退回后改过的' } }
    expect((await someone.ask(`${base}/sections/report`, { method: 'PUT', body: renamed })).status).toBe(200)
    expect((await list()).items).toMatchObject([{ title: before.items[0]?.title, version: 1 }])
    const again = await post(someone, `${base}/submit`, undefined)
    expect(again.body.version).toBe(2)
    const after = await list()
    expect([after.sha256, after.scan?.counts]).toEqual([before.sha256, true])
    expect(after.items).toMatchObject([
      {
        title: before.items[0]?.title,
        version: 1,
        receipt: before.items[0]?.receipt,
        corrected: { version: 2, receipt: again.body.receipt },
      },
    ])
    expect((await post(host, `${at}/reopen`, { reason: '按修改后的版本重报' })).status).toBe(200)
    const reopened = await list()
    expect([reopened.items[0]?.title, reopened.items[0]?.version, reopened.scan?.counts]).toEqual(['演示标题：退回后改过的', 2, false])
  })
  test('of a unit without a quota is counted and confirmed too', async () => {
    const batch = await call.openBatch(national)
    await threeRecommended(batch)
    const list = await shown(batch)
    expect(list).toMatchObject({ used: 3, items: [{}, {}, {}] })
    const file = await checkedScan(batch)
    await officer.ask(`${listOf(batch)}/scan`, { method: 'PUT', body: { file, sha256: list.sha256 }, key: ulid() })
    expect((await post(approver, `${listOf(batch)}/confirm`, { sha256: list.sha256 })).status).toBe(200)
    expect((await officer.ask(`/batches/${batch.id}/units/${province.id}/lists`)).body.rows).toContainEqual(
      expect.objectContaining({ category: 'one', used: 3, confirmedAt: during, scanned: true }),
    )
  })
  test('is printed as it stands, with its check value; made once, it is there', async () => {
    const batch = await call.openBatch(national)
    await threeRecommended(batch)
    const { sha256 } = await shown(batch)
    expect((await officer.ask(`${listOf(batch)}/document`)).body).toEqual({ ready: false })
    await call.house.settle()
    const ready = await officer.ask(`${listOf(batch)}/document`)
    expect(ready.body).toMatchObject({ ready: true, url: expect.stringContaining(`documents/lists/${sha256}.pdf`) })
    const [content] = [...call.house.objects].filter(([name]) => name.includes(sha256)).map(([, bytes]) => bytes)
    expect(content?.subarray(0, 5).toString()).toBe('%PDF-')
  })
  test('that is confirmed gives its submissions their place, also in the host’s list', async () => {
    const batch = await call.openBatch(national)
    await quota(batch, province, 5)
    const ids = (await threeRecommended(batch)).map(idOf)
    await officer.ask(`${listOf(batch)}/order`, { method: 'PUT', body: { order: ids.toReversed() }, key: ulid() })
    const { sha256 } = await shown(batch)
    const file = await checkedScan(batch)
    await officer.ask(`${listOf(batch)}/scan`, { method: 'PUT', body: { file, sha256 }, key: ulid() })
    await post(approver, `${listOf(batch)}/confirm`, { sha256 })
    await call.house.settle()
    const rows = (await host.ask(`/batches/${batch.id}/submissions?category=one`)).body.rows as { id: string; summary: { order: number } }[]
    expect(Object.fromEntries(rows.map(({ id, summary }) => [id, summary.order]))).toEqual(
      Object.fromEntries(ids.toReversed().map((id, i) => [id, i + 1])),
    )
  })
  test('is seen by its unit and by the host, by nobody else', async () => {
    const batch = await call.openBatch(national)
    await threeRecommended(batch)
    expect((await host.ask(listOf(batch))).body.items).toHaveLength(3)
    const other = await (await call.unit('province', '另一省', national)).as()
    expect((await other.ask(listOf(batch))).body.code).toBe('not-found')
    expect((await other.ask(`/batches/${batch.id}/units/${province.id}/submissions`)).body.code).toBe('not-found')
    expect((await officer.ask(listOf(batch, province, 'nowhere'))).body.code).toBe('not-found')
  })
})

describe('what passes through a unit', () => {
  test('is seen by each level with how complete it is', async () => {
    const batch = await call.openBatch(national)
    const someone = await branch.as()
    await handInOne(someone, batch, 'branches')
    const seenBy = async (who: Someone, unit: Unit, query = '') =>
      ((await who.ask(`/batches/${batch.id}/units/${unit.id}/submissions?${query}`)).body.rows as { summary: { sectionsDone: number } }[])
        .length
    expect(await seenBy(await college.as(), college)).toBe(1)
    expect(await seenBy(applicant, university)).toBe(1)
    expect(await seenBy(officer, province, 'category=branches')).toBe(1)
    expect(await seenBy(officer, province, 'category=one')).toBe(0)
    expect((await host.ask(`/batches/${batch.id}/units/${province.id}/submissions`)).body.code).toBe('not-found')
    const other = await call.unit('college', '另一学院', university)
    expect(await seenBy(await other.as(), other)).toBe(0)
  })
})

describe('screening', () => {
  test('is the host’s, of what was recommended, one by one or several, with a reason where it fails', async () => {
    const batch = await call.openBatch(national)
    const bases = [await handInOne(applicant, batch), await handInOne(applicant, batch)]
    const screening = `/batches/${batch.id}/screening`
    expect((await post(host, `${bases[0]}/qualify`, undefined)).body.code).toBe('submission.not-with-you')
    for (const base of bases) await recommend(officer, base)
    expect((await post(officer, `${bases[0]}/qualify`, undefined)).body.code).toBe('not-found')
    expect((await post(host, `${bases[0]}/qualify`, undefined)).body.state).toBe('qualified')
    expect((await post(host, `${bases[0]}/disqualify`, { reason: '超出年限' })).body.state).toBe('disqualified')
    expect((await post(host, screening, { submissions: bases.map(idOf), outcome: 'disqualified' })).body).toMatchObject({
      done: 0,
      refused: 2,
    })
    expect((await post(host, screening, { submissions: bases.map(idOf), outcome: 'qualified', dryRun: true })).body).toMatchObject({
      done: 2,
      rows: bases.map((base) => ({ id: idOf(base), ok: true })),
    })
    expect((await row(bases[1] ?? ''))?.state).toBe('recommended')
    expect((await post(host, screening, { submissions: [...bases.map(idOf), ulid()], outcome: 'qualified' })).body).toMatchObject({
      done: 2,
      refused: 1,
    })
    expect((await post(officer, `${bases[0]}/undo`, { reason: '迟了' })).body.code).toBe('submission.not-with-you')
  })
  test('is answered with each row as the list will show it once it is written, also when the same request comes twice', async () => {
    const batch = await call.openBatch(national)
    const bases = [await handInOne(applicant, batch), await handInOne(applicant, batch)]
    for (const base of bases) await recommend(officer, base)
    type Rows = { rows: { id: string; summary?: { state: string; seq: number } }[] }
    const listed = async () => ((await host.ask(`/batches/${batch.id}/submissions`)).body as Rows).rows
    await call.house.settle()
    const before = await listed()
    const screen = async (dryRun: boolean, key: string) => {
      const body = { submissions: before.map(({ id }) => id), outcome: 'disqualified', reason: '超出年限', dryRun }
      return ((await post(host, `/batches/${batch.id}/screening`, body, key)).body as Rows).rows
    }
    const key = ulid()
    expect((await screen(true, key)).map(({ summary }) => summary)).toEqual([undefined, undefined])
    const answered = await screen(false, key)
    expect(answered.map(({ summary }) => [summary?.state, summary?.seq])).toEqual(
      before.map(({ summary }) => ['disqualified', Number(summary?.seq) + 1]),
    )
    expect(await screen(false, key)).toEqual(answered)
    await call.house.settle()
    expect(await listed()).toEqual(answered.map(({ id, summary }) => ({ id, summary })))
  })
  test('is not done while the batch is paused, one by one or several, and goes on afterwards', async () => {
    const batch = await call.openBatch(national)
    const base = await handInOne(applicant, batch)
    await recommend(officer, base)
    expect((await post(host, `/batches/${batch.id}/pause`, { reason: '系统维护' })).status).toBe(200)
    const paused = await Promise.all([
      post(host, `${base}/qualify`, undefined),
      post(host, `${base}/disqualify`, { reason: '超出年限' }),
      post(host, `/batches/${batch.id}/screening`, { submissions: [idOf(base)], outcome: 'qualified' }),
    ])
    expect(paused.map(({ body }) => body.code ?? body.done)).toEqual(['batch.paused', 'batch.paused', 0])
    expect((await row(base))?.state).toBe('recommended')
    expect((await post(host, `/batches/${batch.id}/resume`, { reason: '维护完成', shift: true })).status).toBe(200)
    expect((await post(host, `${base}/qualify`, undefined)).body.state).toBe('qualified')
  })
})
