import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Form, SectionValues } from '../../shared/forms/schema.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { countsUnits, type FullCall, openFullCall } from './full-call.ts'
import { fillLists } from './long-lists.ts'
import { putRows } from './put-rows.ts'

/** What actions cost in database units, as the engine reports them, with the form of a real call. Bounds are those of the product's figures. */
let call: FullCall
beforeAll(async () => {
  call = await openFullCall()
}, 60_000)
afterAll(() => call.close())

const put = (base: string, section: string, version: number, said: unknown) =>
  call.measure(call.applicant, `${base}/sections/${section}`, { method: 'PUT', body: { version, values: said } })

describe.runIf(countsUnits)('an action costs no more than it should', () => {
  test('saving a section of 3 KB: 12 write units, 2 round trips with the session’s read', async () => {
    const base = await call.ready(2)
    const [section, said] =
      Object.entries(fillForm(call.form, 2, { files: () => [] })).find(([, values]) =>
        Object.values(values ?? {}).some((value) => typeof value === 'string' && value.length > 300),
      ) ?? []
    const field = Object.entries(said ?? {}).find(([, value]) => typeof value === 'string' && value.length > 300)?.[0] ?? ''
    const others = Buffer.byteLength(JSON.stringify({ ...said, [field]: '' }))
    const about3KB = (first: string) => ({
      ...(others < 2500 && said),
      [field]: `${first}${'字'.repeat(Math.floor((3 * 1024 - (others < 2500 ? others : 0)) / 3))}`,
    })
    expect(Buffer.byteLength(JSON.stringify(about3KB('一')))).toBeGreaterThan(2900)
    const one = await put(base, section ?? '', 1, about3KB('一'))
    const two = await put(base, section ?? '', 2, about3KB('二'))
    for (const saved of [one, two]) expect(saved).toMatchObject({ status: 200 })
    expect(two.writeUnits).toBeLessThanOrEqual(12)
    expect(two.roundTrips).toBe(2)
  })

  test('saving a section that names files: 2 round trips too; with very many of them a third', async () => {
    const base = await call.start()
    const taking = (fields: Form['sections'][number]['fields']) => fields.filter((each) => each.kind === 'file')
    const [section, fields] =
      call.form.sections.map(({ key, fields }) => [key, taking(fields)] as const).find(([, some]) => some.length > 1) ?? []
    /** A draft may name twice as many as its field takes. */
    const save = async (version: number, most: number) => {
      const values: SectionValues = {}
      for (const { key, maxCount } of fields ?? [])
        values[key] = await call.filesFor(base, section ?? '', key, Math.min(maxCount * 2, most))
      const saved = await put(base, section ?? '', version, values)
      const kept = await call.applicant.ask(`${base}/sections/${section}`)
      expect(kept.body.values).toEqual(values)
      return [saved.status, saved.roundTrips, Object.values(values).flat().length]
    }
    expect(await save(0, 5)).toEqual([200, 2, 12])
    expect(await save(1, 12)).toEqual([200, 3, 24])
  })

  test('handing in: 24 write units; recommending: 12', async () => {
    await call.places(50)
    const base = await call.ready(3)
    const submitted = await call.measure(call.applicant, `${base}/submit`, { method: 'POST', key: ulid() })
    expect(submitted.body).toMatchObject({ version: 1 })
    expect(submitted.writeUnits).toBeLessThanOrEqual(24)
    const own = await call.measure(call.applicant, `${base}/recommend`, {
      method: 'POST',
      key: ulid(),
      body: { opinion: '经校党委研究，同意推荐。' },
    })
    expect(own.writeUnits).toBeLessThanOrEqual(12)
    const opinion = '该项目立项依据充分，建设基础扎实，育人成效明显，同意推荐。'
    const recommended = await call.measure(call.officer, `${base}/recommend`, { method: 'POST', key: ulid(), body: { opinion } })
    expect(recommended.body).toMatchObject({ state: 'recommended' })
    expect(recommended.writeUnits).toBeLessThanOrEqual(12)
  })

  test('counting the units below that lack an account: 3 round trips, the same with few and with many people', async () => {
    const above = await call.unit('province', '演示·多校省', call.national)
    const officer = await above.as({ role: 'administrator' })
    const { listing } = await import('../../functions/organisations/rows.ts')
    const units = await Promise.all(Array.from({ length: 40 }, (_, i) => call.unit('university', `演示第${i}大学`, above)))
    const peopled = async (each: number) => {
      for (const unit of units)
        await call.table.put({ ...call.key.organisation(unit.id), ...unit, ...listing(unit), people: each, joined: 0, seq: 0, chain: '' })
      for (const unit of units)
        for (let i = 0; i < each; i++) await call.table.put({ ...call.key.member(unit.id, ulid()), state: 'invited', name: '演示·某' })
      const counted = await call.measure(officer, `/organisations/${above.id}/accounts/counts`)
      expect(counted.body).toEqual({ all: 40, without: each === 0 ? 40 : 0, never: each === 0 ? 0 : 40, returned: 0 })
      return { trips: counted.roundTrips, units: counted.readUnits }
    }
    const none = await peopled(0)
    expect(none.trips).toBe(3)
    expect(await peopled(20)).toEqual(none)
  }, 60_000)

  test('a unit’s page of 25: 4 read units for its rows; the national page: 24; the same at 100 and at 500', async () => {
    const all = `/batches/${call.batch.id}`
    const pages = async () => {
      const wanted = `state=submitted&category=${call.category}`
      const unit = await call.measure(call.officer, `${all}/units/${call.province.id}/submissions?${wanted}`)
      const nation = await call.measure(call.host, `${all}/submissions`)
      const filtered = await call.measure(call.host, `${all}/submissions?${wanted}`)
      for (const page of [unit, nation, filtered]) expect(page.body.rows).toHaveLength(25)
      return [unit.readUnits, nation.readUnits, filtered.readUnits]
    }
    await fillLists(call, 0, 100)
    // The first page of an instance that has another after it also reads the key that its cursor is sealed with.
    await pages()
    const few = await pages()
    await fillLists(call, 100, 500)
    const many = await pages()
    expect(many[0]).toBeLessThanOrEqual(4)
    expect(many[1]).toBeLessThanOrEqual(24)
    expect(many[2]).toBeLessThanOrEqual(24)
    expect(many).toEqual(few)
  }, 120_000)

  test('a page of the record of a batch: the same read units and round trips at 50 and at 5,000 entries, wherever it is and of whatever kind', async () => {
    const { placeInRecord } = await import('../../functions/aws/table.ts')
    const { moveBatch } = await import('../../functions/batches/store.ts')
    const { pk } = call.key.batch(call.batch.id)
    const auditor = await call.national.as({ role: 'audit' })
    const day = (i: number) => new Date(Date.UTC(2026, 8, 1) + i * 60_000).toISOString()
    for (let i = 0; i < 50; i++) {
      const head = await call.table.get<typeof call.batch>(call.key.batch(call.batch.id))
      const stage = { batch: call.batch.id, stage: 0, stageKind: 'collect' }
      const fact =
        i % 2 === 0
          ? { type: 'batch.configured' as const, batch: call.batch.id, changed: ['title'] }
          : { type: 'stage.opened' as const, ...stage }
      const doing = { by: { kind: 'system', cause: 'test' } as const, at: day(10_000 + i), request: ulid() }
      expect(await call.table.commit(doing, [moveBatch(head ?? call.batch, fact)])).toMatchObject({ ok: true })
    }
    type Turned = { rows: { at: string; hash: string }[]; cursor?: string }
    const asked = (query: string) => call.measure(auditor, `/batches/${call.batch.id}/events?${query}`)
    const costs = async () => {
      const first = await asked('limit=8')
      const second = await asked(`limit=8&cursor=${first.body.cursor}`)
      const kind = await asked('limit=8&about=stages')
      for (const { body } of [first, second, kind])
        expect([body.rows, body.cursor]).toEqual([expect.objectContaining({ length: 8 }), expect.any(String)])
      return [first, second, kind].map(({ readUnits, roundTrips }) => ({ readUnits, roundTrips }))
    }
    const few = await costs()
    const made = await call.table.all<{ pk: string; sk: string; at: string; seq: number; hash: string }>({ pk, begins: 'EVENT#' })
    const earlier = made.flatMap((event) =>
      Array.from({ length: 99 }, (_, i) => {
        const other = { ...event, at: day(i * 50 + made.indexOf(event)), hash: ulid().padEnd(43, 'x') }
        return { ...other, sk: `EVENT#${ulid()}`, listSk: placeInRecord(other) }
      }),
    )
    await putRows(earlier)
    expect(await costs()).toEqual(few)
    const turned: Turned['rows'] = []
    let cursor: string | undefined
    for (let turn = 0; turn < 3; turn++) {
      const page = (await auditor.ask(`/batches/${call.batch.id}/events?limit=100${cursor ? `&cursor=${cursor}` : ''}`)).body as Turned
      turned.push(...page.rows)
      cursor = page.cursor
    }
    const latest = [...earlier, ...made].sort((a, b) => (placeInRecord(a) < placeInRecord(b) ? 1 : -1)).slice(0, 300)
    expect(turned.map(({ hash }) => hash)).toEqual(latest.map(({ hash }) => hash))
  }, 120_000)
})
