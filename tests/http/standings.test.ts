import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Recorded } from '../../events/catalogue.ts'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { type Call, during, fillIn, handInOne, openCall, type Someone, startOne, type Unit } from './call.ts'

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

let call: Call
let national: Unit
let province: Unit
let universities: Unit[]
let officer: Someone
let applicants: Someone[]
beforeAll(async () => {
  call = await openCall()
  national = await call.unit('national', '国家级主管单位')
  province = await call.unit('province', '东部省', national)
  universities = [await call.unit('university', '甲大学', province), await call.unit('university', '乙大学', province)]
  officer = await province.as()
  applicants = await Promise.all(universities.map((unit) => unit.as()))
  call.house.passedOver.add('application-pdf')
}, 120_000)
afterAll(() => call.close())

const idOf = (base: string) => base.split('/').at(-1) ?? ''
const post = (someone: Someone, path: string, body: unknown) => someone.ask(path, { method: 'POST', body, key: ulid() })
const units = (batch: Batch, unit: Unit = province) => `/batches/${batch.id}/units/${unit.id}`
const [first, second] = [() => applicants[0] ?? officer, () => applicants[1] ?? officer]

describe('a province sees how far each unit below is', () => {
  const standings = async (batch: Batch) => {
    await call.house.settle()
    const { rows } = (await officer.ask(`${units(batch)}/standings`)).body as unknown as {
      rows: { from: { id: string }; standings: object }[]
    }
    return universities.map(({ id }) => rows.find(({ from }) => from.id === id)?.standings)
  }

  test('from the first word to the recommendation, however often and late a fact comes', async () => {
    const batch = await call.openBatch(national)
    await startOne(first(), batch, 'two')
    const base = await handInOne(second(), batch)
    expect(await standings(batch)).toEqual([{ writing: 1 }, { here: 1 }])
    await post(officer, `${base}/return`, { comments: { evidence: '请补充说明' }, until: '2026-10-20T00:00:00.000Z' })
    expect(await standings(batch)).toEqual([{ writing: 1 }, { returned: 1 }])
    await second().ask(`${base}/submit`, { method: 'POST', key: ulid() })
    await post(officer, `${base}/recommend`, { opinion: '同意推荐。' })
    expect(await standings(batch)).toEqual([{ writing: 1 }, { recommended: 1 }])
    const { countStandings } = await import('../../functions/endorsements/standings.ts')
    const late = { type: 'submission.submitted', submission: idOf(base), batch: batch.id, category: 'one' } as unknown as Recorded
    await Promise.all([countStandings(late), countStandings(late), countStandings(late)])
    expect(await standings(batch)).toEqual([{ writing: 1 }, { recommended: 1 }])
  })

  test('and nobody else does, but the host', async () => {
    const batch = await call.openBatch(national)
    expect((await first().ask(`${units(batch)}/standings`)).status).toBe(404)
    expect((await (await province.as({ role: 'editor' })).ask(`${units(batch)}/standings`)).body.code).toBe('role.not-allowed')
    expect((await (await national.as()).ask(`${units(batch)}/standings`)).status).toBe(200)
  })
})

describe('reminding', () => {
  const remind = (batch: Batch, ids: string[], dryRun = false) =>
    post(officer, `${units(batch)}/bulk`, { action: 'remind', submissions: ids, dryRun })

  test('reaches what is being written and nothing else, and not twice a day', async () => {
    const batch = await call.openBatch(national)
    const [draft, handed] = [await startOne(first(), batch, 'two'), await handInOne(second(), batch)]
    const ids = [idOf(draft), idOf(handed)]
    expect((await remind(batch, ids, true)).body).toMatchObject({ done: 1, refused: 1 })
    expect((await remind(batch, ids)).body).toMatchObject({
      done: 1,
      refused: 1,
      rows: [{ ok: true }, { code: 'submission.not-being-written' }],
    })
    expect((await remind(batch, ids)).body).toMatchObject({ done: 0, rows: [{ code: 'submission.reminded-lately' }, {}] })
    expect((await first().ask(draft)).body).toMatchObject({ submission: { state: 'draft' } })
  })

  test('stands in the lists of the unit until it is handed in, and with the units that the host sees, in the file too', async () => {
    const batch = await call.openBatch(national)
    const base = await startOne(second(), batch)
    await fillIn(second(), base)
    await startOne(first(), batch, 'two')
    await call.house.settle()
    const office = await national.as({ role: 'administrator' })
    const listed = async () => {
      const { rows } = (await officer.ask(`${units(batch)}/submissions`)).body as {
        rows: { id: string; summary: { remindedAt?: string; sectionsDone: number; title: string; seq: number } }[]
      }
      return rows.find(({ id }) => id === idOf(base))?.summary
    }
    const seen = async (asked = '') => {
      const { rows } = (await office.ask(`/batches/${batch.id}/completeness${asked}`)).body as {
        rows: { unit: { id: string }; remindedAt?: string }[]
      }
      return rows.filter(({ remindedAt }) => remindedAt !== undefined).map(({ unit, remindedAt }) => [unit.id, remindedAt])
    }
    const before = await listed()
    expect([before?.remindedAt, await seen()]).toEqual([undefined, []])
    const { done, rows } = (await remind(batch, [idOf(base)])).body as { done: number; rows: { summary?: unknown }[] }
    expect(done).toBe(1)
    await call.house.settle()
    expect(await listed()).toEqual({ ...before, remindedAt: during, seq: Number(before?.seq) + 1 })
    expect(rows[0]?.summary).toEqual(await listed())
    expect(await seen()).toEqual([[province.id, during]])
    expect(await seen(`?unit=${province.id}`)).toEqual([[universities[1]?.id, during]])
    const { noteReminder } = await import('../../functions/batches/counts.ts')
    const late = { type: 'submission.reminded', submission: idOf(base), batch: batch.id, at: '2026-09-01T00:00:00.000Z' }
    await noteReminder(late as unknown as Parameters<typeof noteReminder>[0])
    expect(await seen()).toEqual([[province.id, during]])
    const path = `/batches/${batch.id}/completeness.xlsx?unit=${province.id}&language=en`
    const file = await readSpreadsheet(await call.house.askBytes(path, office.cookie))
    const [heads = [], ...lines] = file.ok ? file.value.map(({ cells }) => cells) : []
    expect(heads.at(-1)).toBe('Last reminded')
    expect(lines.map((cells) => cells.at(-1) ?? '').filter((cell) => cell !== '')).toHaveLength(1)
    expect((await second().ask(`${base}/submit`, { method: 'POST' })).status).toBe(200)
    expect((await listed())?.remindedAt).toBeUndefined()
  })

  test('a reminder beside a save of a section loses nothing of how far it is', async () => {
    const batch = await call.openBatch(national)
    const base = await startOne(second(), batch)
    const [, reminded] = await Promise.all([fillIn(second(), base), remind(batch, [idOf(base)])])
    expect(reminded.body.done).toBe(1)
    const { rows } = (await officer.ask(`${units(batch)}/submissions`)).body as { rows: { summary: Record<string, number> }[] }
    expect(rows[0]?.summary.sectionsDone).toBe(rows[0]?.summary.sections)
    expect(rows[0]?.summary.remindedAt).toBe(during)
  })

  test('several at once sends one', async () => {
    const batch = await call.openBatch(national)
    const id = idOf(await startOne(first(), batch, 'two'))
    const answers = await Promise.all([remind(batch, [id]), remind(batch, [id]), remind(batch, [id])])
    expect(answers.map(({ body }) => body.done).toSorted()).toEqual([0, 0, 1])
  })
})

test('how far the units are is exported as it is shown: narrowed, in its order, text as text', async () => {
  const batch = await call.openBatch(national)
  const base = await handInOne(second(), batch)
  await startOne(second(), batch, 'two')
  await startOne(first(), batch, 'two')
  await call.house.settle()
  const read = async (asked: string) => {
    const back = await readSpreadsheet(await call.house.askBytes(`${units(batch)}/standings.xlsx${asked}`, officer.cookie))
    return back.ok ? back.value.map(({ cells }) => cells) : []
  }
  const [heads, ...rows] = await read('?sort=started&order=descending')
  expect(heads).toEqual(['单位', '已开始', '填报中', '退回修改中', '下级审核中', '待本单位审核', '已推荐', '不予推荐'])
  expect(rows).toEqual([
    ['演示·乙大学', '2', '1', '0', '0', '1', '0', '0'],
    ['演示·甲大学', '1', '1', '0', '0', '0', '0', '0'],
  ])
  expect((await read('?show=waiting&language=en')).map(([name]) => name)).toEqual(['Unit', '演示·乙大学'])
  await post(officer, `${base}/recommend`, { opinion: '同意推荐。' })
  await call.house.settle()
  expect(await read('?show=waiting')).toHaveLength(1)
  expect((await officer.ask(`${units(batch)}/standings.xlsx?sort=secret`)).status).toBe(400)
  expect((await first().ask(`${units(batch)}/standings.xlsx`)).status).toBe(404)
})

test('an export has the columns that are shown, in their order', async () => {
  const batch = await call.openBatch(national)
  await startOne(first(), batch, 'two')
  await call.house.settle()
  const wrong = await officer.ask(`${units(batch)}/submissions.xlsx?columns=title,secret`)
  expect(wrong.status).toBe(400)
  const right = await officer.ask(`${units(batch)}/submissions.xlsx?columns=state,title`)
  expect(right.status).toBe(200)
})

test('a jointly built university recommends by itself only where the call says so', async () => {
  const joint = await call.unit('university', '丙大学', province)
  await call.table.put({
    ...(await call.table.get<Record<string, unknown> & { pk: string; sk: string }>(call.key.organisation(joint.id))),
    jointlyBuilt: true,
  } as Parameters<typeof call.table.put>[0])
  const batch = await call.openBatch(national)
  const base = await startOne(await joint.as(), batch, 'two')
  // The small call names ministries only.
  const row = await call.table.get<{ way: { unit: { id: string } }[] }>(call.key.submission(idOf(base)))
  expect(row?.way.map(({ unit }) => unit.id)).toEqual([province.id])
})
