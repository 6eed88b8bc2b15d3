import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../functions/documents/excel/read.ts'
import type { UnitRef } from '../../shared/organisations/schema.ts'
import type { ListedState } from '../../shared/submissions/states.ts'
import type { Someone, Unit } from './call.ts'
import { type FullCall, openFullCall } from './full-call.ts'
import { fillLists } from './long-lists.ts'
import { putRows } from './put-rows.ts'

let call: FullCall
let chongqing: Unit
let chemistry: Unit
let history: Unit
let above: Unit
let officer: Someone
let own: Someone
let college: Someone

beforeAll(async () => {
  call = await openFullCall()
  above = await call.unit('province', '西部省', call.national)
  chongqing = await call.unit('university', '重庆大学', above)
  chemistry = await call.unit('college', '化学学院', chongqing)
  history = await call.unit('college', '历史学院', chongqing)
  ;[officer, own, college] = [await above.as(), await chongqing.as(), await chemistry.as()]
  await entered({ title: '理想信念课程建设', receipt: 'SR-AAAAA-22222' })
  await entered({ title: '实践育人共同体', receipt: 'SR-BBBBB-33333', state: 'recommended' })
  await entered({ title: '心理育人案例（修改中）', state: 'draft' })
  await entered({ title: '化学学科思政案例', unit: chemistry, college: chemistry, receipt: 'SR-CCCCC-44444' })
  await entered({ title: '史学思政案例', unit: history, college: history, receipt: 'SR-DDDDD-55555' })
}, 120_000)
afterAll(() => call.close())

const ref = ({ id, name, kind }: UnitRef): UnitRef => ({ id, name, kind })
type Entry = { title: string; receipt?: string; state?: ListedState; unit?: Unit; college?: Unit }

/** What has been entered, with its rows in the lists of its institution, its province and, once it was handed in, of the host. */
async function entered({ title, receipt, state = 'submitted', unit = chongqing, college: recommending }: Entry): Promise<string> {
  const { partition } = await import('../../functions/aws/keys.ts')
  const { batch, category, key } = call
  const [id, time] = [ulid(), '2026-09-10T00:00:00.000Z']
  const summary = {
    title,
    unit: ref(unit),
    institution: ref(chongqing),
    category,
    state,
    holder: above.id,
    sectionsDone: 8,
    sections: 8,
    ...(recommending && { college: recommending.id }),
    ...(receipt && { receipt, submittedAt: time }),
  }
  const submission = {
    ...key.submission(id),
    id,
    summary,
    seq: 1,
    listPk: partition.unitList(batch.id, above.id),
    listSk: `${category}#${state}#${time}#${id}`,
    ownerPk: partition.submissionsOf(chongqing.id),
    ownerSk: `${batch.id}#${category}#${id}`,
  }
  const place = partition.categoryList(batch.id, category)
  const listed = { listPk: place, listSk: `${state}#${time}#${id}`, ownerPk: place, ownerSk: `${time}#${id}` }
  await putRows([submission, ...(receipt ? [{ ...key.listed(batch.id, id), id, summary, seq: 1, ...listed }] : [])])
  const count = { ...key.count(batch.id, category, above.id), unit: ref(above), category }
  const before = (await call.table.get<Record<string, number>>(count)) ?? {}
  await call.table.put({ ...before, ...count, [`n-${state}`]: (before[`n-${state}`] ?? 0) + 1 })
  return id
}

type Found = { status: number; titles: string[]; looked: unknown; of: unknown; cursor: string | undefined; ids: string[] }
async function look(who: Someone, list: string, asked: Record<string, string>): Promise<Found> {
  const { status, body } = await who.ask(`/batches/${call.batch.id}/${list}?${new URLSearchParams(asked)}`)
  const rows = (body.rows ?? []) as { id: string; summary: { title: string } }[]
  const titles = rows.map(({ summary }) => summary.title)
  return { status, titles, looked: body.looked, of: body.of, cursor: body.cursor as string | undefined, ids: rows.map(({ id }) => id) }
}
/** What a text says, and what lies coded in it, however deep. */
const layers = (text: string): string[] => {
  const inner = Buffer.from(text, 'base64url').toString('utf8')
  return [inner, ...(inner.match(/[\w-]{40,}/g) ?? []).flatMap(layers)]
}
const below = (unit: Unit) => `units/${unit.id}/submissions`

describe('words in the list of the host', () => {
  const find = (words: string, more: Record<string, string> = {}) => look(call.host, 'submissions', { words, ...more })
  test.each([
    ['a part of the title', '育人共同', ['实践育人共同体']],
    ['a unit', '化学', ['化学学科思政案例']],
    ['initials of the institution and a word', 'cqdx 实践', ['实践育人共同体']],
    ['pinyin', 'chongqing 理想', ['理想信念课程建设']],
    ['the end of a number', 'ccccc-44444', ['化学学科思政案例']],
    ['nothing', '航天', []],
  ])('find by %s', async (_, words, titles) => expect(await find(words)).toMatchObject({ status: 200, titles, looked: 4, of: 4 }))

  test('with the other filters, which also narrow what is looked through', async () => {
    expect(await find('育人', { state: 'recommended' })).toMatchObject({ titles: ['实践育人共同体'], looked: 1, of: 1 })
    expect(await find('育人', { unit: call.province.id })).toMatchObject({ titles: [], looked: 0, of: 0 })
  })
  test('find nothing that was never handed in, nor count it', async () =>
    expect(await find('心理')).toMatchObject({ titles: [], looked: 4, of: 4 }))
  test('are taken along into the file', async () => {
    const path = `/batches/${call.batch.id}/submissions.xlsx?${new URLSearchParams({ words: '思政', columns: 'title' })}`
    const sheet = await readSpreadsheet(await call.house.askBytes(path, call.host.cookie))
    const lines = sheet.ok ? sheet.value.slice(1).map(({ cells }) => cells[0]) : []
    expect(lines.toSorted()).toEqual(['化学学科思政案例', '史学思政案例'])
  })
  test('are between one and sixty characters', async () => {
    for (const words of ['', ' ', '字'.repeat(61)]) expect((await find(words)).status).toBe(400)
    expect((await find('字'.repeat(60))).status).toBe(200)
  })
})

describe('words in the list of a unit', () => {
  test('find what passes through it, drafts too, and not what passes through another', async () => {
    expect(await look(officer, below(above), { words: '育人' })).toMatchObject({ looked: 5, of: 5, titles: expect.arrayContaining([]) })
    expect((await look(officer, below(above), { words: '育人' })).titles.toSorted()).toEqual(['实践育人共同体', '心理育人案例（修改中）'])
    expect(await look(call.officer, below(call.province), { words: '育人' })).toMatchObject({ titles: [], looked: 0 })
    expect((await look(call.officer, below(above), { words: '育人' })).status).toBe(404)
  })
  test('find in what an institution has; a college looks through its own and hears of no other', async () => {
    expect(await look(own, below(chongqing), { words: '思政' })).toMatchObject({ looked: 5, cursor: undefined, ids: { length: 2 } })
    const found = await look(college, below(chemistry), { words: '思政', limit: '1' })
    expect(found).toMatchObject({ titles: ['化学学科思政案例'], looked: 1 })
    const rest = found.cursor === undefined ? undefined : await look(college, below(chemistry), { words: '思政', cursor: found.cursor })
    expect(rest?.titles ?? []).toEqual([])
    expect((await look(college, below(chongqing), { words: '思政' })).status).toBe(404)
  })
  test('a cursor of another list, or one that was made or altered by somebody else, leads nowhere', async () => {
    const asked = { words: '案例', limit: '1' }
    const { cursor = '' } = await look(officer, below(above), asked)
    const altered = `${cursor.slice(0, 30)}${cursor[30] === 'A' ? 'B' : 'A'}${cursor.slice(31)}`
    const made = Buffer.from(JSON.stringify({ index: 0, looked: 3 })).toString('base64url')
    const answers = await Promise.all([
      call.officer.ask(`/batches/${call.batch.id}/${below(call.province)}?${new URLSearchParams({ ...asked, cursor })}`),
      ...[altered, made, cursor.slice(0, 20)].map((forged) =>
        officer.ask(`/batches/${call.batch.id}/${below(above)}?${new URLSearchParams({ ...asked, cursor: forged })}`),
      ),
    ])
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', details: { kind: 'bad-format' } } })
    expect((await look(officer, below(above), { ...asked, cursor })).status).toBe(200)
  })
})

test('a long list is looked through in parts, of which none costs more for its length, and everything is found once', async () => {
  await fillLists(call, 0, 2100)
  const wanted = new Set<string>()
  for (let i = 0; i < 5; i++) wanted.add(await entered({ title: `藏在后面的思政课 ${i}`, receipt: `SR-EEEEE-${66666 + i}` }))
  const found: string[] = []
  const steps: unknown[] = []
  let cursor: string | undefined
  do {
    const asked = new URLSearchParams({ words: '藏在后面', limit: '2', ...(cursor && { cursor }) })
    const { body, readUnits } = await call.measure(call.host, `/batches/${call.batch.id}/submissions?${asked}`)
    found.push(...(body.rows as { id: string }[]).map(({ id }) => id))
    steps.push(body.looked)
    cursor = body.cursor as string | undefined
    expect(readUnits).toBeLessThanOrEqual(200)
  } while (cursor && steps.length < 20)
  expect(found.toSorted()).toEqual([...wanted].toSorted())
  expect(new Set(found).size).toBe(5)
  expect(steps.at(-1)).toBe(2109)
  expect(steps.length).toBeGreaterThan(3)
}, 120_000)

test('no cursor of a college tells of what is not its own, however much of it lies between', async () => {
  const { partition } = await import('../../functions/aws/keys.ts')
  const { batch, category, key } = call
  const others = Array.from({ length: 2100 }, () => ulid())
  const summary = {
    title: '史学思政案例',
    unit: ref(history),
    college: history.id,
    category,
    state: 'submitted',
    sectionsDone: 8,
    sections: 8,
  }
  const ownerPk = partition.submissionsOf(chongqing.id)
  await putRows(others.map((id) => ({ ...key.submission(id), id, summary, seq: 1, ownerPk, ownerSk: `${batch.id}#${category}#${id}` })))
  const hidden = new Set([...others, ...(await look(own, below(chongqing), { limit: '3' })).ids])
  for (const asked of [{}, { words: '思政' }] as Record<string, string>[]) {
    const cursors: string[] = []
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await look(college, below(chemistry), { ...asked, limit: '100', ...(cursor && { cursor }) })
      expect(page.status).toBe(200)
      seen.push(...page.ids)
      cursor = page.cursor
      if (cursor) cursors.push(cursor)
    } while (cursor)
    expect(seen).toHaveLength(1)
    expect(cursors).not.toEqual([])
    const told = cursors.flatMap(layers).join('\n')
    expect([...hidden].filter((id) => told.includes(id))).toEqual([])
  }
}, 60_000)
