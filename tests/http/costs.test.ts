import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Meter } from '../../infra/local/meter.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import type { SectionValues } from '../../shared/forms/schema.ts'
import type { KeptSummary } from '../../shared/submissions/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { type Call, openCall, type Someone, type Unit } from './call.ts'

/** What actions cost in database units, as the engine reports them, with the form of a real call. Bounds are those of the product's figures. */
const template = templateOf('jingpin-2024', 1)
const category = 'quality-project'
const meter = new Meter()
let call: Call
let national: Unit
let province: Unit
let university: Unit
let batch: Batch
let applicant: Someone
let officer: Someone
let host: Someone

beforeAll(async () => {
  call = await openCall()
  const { dynamo } = await import('../../functions/aws/dynamo.ts')
  meter.attach(dynamo)
  national = await call.unit('national', '国家级主管单位')
  province = await call.unit('province', '江苏省教育工作主管单位', national)
  university = await call.unit('university', '南京某某理工大学', province)
  const kinds = template?.stages ?? []
  batch = await call.openBatch(national, {
    template: { key: 'jingpin-2024', version: 1 },
    categories: (template?.categories ?? []).map(({ key }) => ({ key, on: true, places: 10 })),
    stages: kinds.map((stage) => ({
      key: stage.key,
      kind: stage.kind,
      title: stage.title,
      ...(stage.level && { level: stage.level }),
      opens: '2026-09-01T00:00:00.000Z',
      closes: '2026-12-01T00:00:00.000Z',
      on: true,
    })),
  })
  applicant = await university.as()
  officer = await province.as()
  host = await national.as()
}, 60_000)
afterAll(() => call.close())

const form = template && formOf(template, category)
/** Complete answers without files: those stand in the bucket. */
const values = (seed: number): Record<string, SectionValues | undefined> => (form ? fillForm(form, seed, { files: () => [] }) : {})
const longest = () =>
  Object.entries(values(1))
    .map(([section, said]) => ({ section, said, bytes: Buffer.byteLength(JSON.stringify(said)) }))
    .sort((a, b) => b.bytes - a.bytes)
const measure = async (someone: Someone, path: string, asking: Parameters<Someone['ask']>[1] = {}) => {
  const { result, consumption } = await meter.measure(() => someone.ask(path, asking))
  return { ...result, writeUnits: consumption.writeUnits, readUnits: consumption.readUnits, roundTrips: consumption.roundTrips }
}
const put = (base: string, section: string, version: number, said: unknown) =>
  measure(applicant, `${base}/sections/${section}`, { method: 'PUT', body: { version, values: said } })

async function start() {
  const started = await applicant.ask(`/batches/${batch.id}/submissions`, { body: { category }, key: ulid() })
  return `/batches/${batch.id}/submissions/${started.body.id}`
}

describe('an action costs no more than it should', () => {
  test('saving a section of 3 KB: 12 write units, 2 round trips with the session’s read', async () => {
    const base = await start()
    const first = form?.sections[0]?.key ?? ''
    for (const [section, said] of Object.entries(values(2))) await put(base, section, 0, said)
    const text = longest().find(({ section }) => section !== first)
    const field = Object.entries(text?.said ?? {}).find(([, value]) => typeof value === 'string' && value.length > 300)?.[0] ?? ''
    const others = Buffer.byteLength(JSON.stringify({ ...text?.said, [field]: '' }))
    const about3KB = { ...text?.said, [field]: '字'.repeat(Math.max(0, Math.floor((3 * 1024 - others) / 3))) }
    const shorter = Object.fromEntries(Object.entries(text?.said ?? {}).filter(([key]) => key === field))
    const said = others < 3 * 1024 ? about3KB : { ...shorter, [field]: '字'.repeat(1000) }
    expect(Buffer.byteLength(JSON.stringify(said))).toBeGreaterThan(2900)
    const steady = { ...said, [field]: `${String(said[field as keyof typeof said]).slice(1)}字` }
    const one = await put(base, text?.section ?? '', 1, said)
    const two = await put(base, text?.section ?? '', 2, {
      ...steady,
      [field]: `新${String(steady[field as keyof typeof steady]).slice(1)}`,
    })
    for (const saved of [one, two]) expect(saved).toMatchObject({ status: 200 })
    expect(two.writeUnits).toBeLessThanOrEqual(12)
    expect(two.roundTrips).toBe(2)
  })

  test('handing in: 24 write units; recommending: 12', async () => {
    await call.table.put({
      ...call.key.quota(batch.id, province.id, category),
      unit: { id: province.id, name: province.name, kind: 'province' },
      category,
      level: 'province',
      limit: 50,
      used: 0,
      basis: { kind: 'host' },
    })
    const base = await start()
    const required = form?.sections.flatMap(({ fields }) => fields.filter((field) => field.kind === 'file' && field.required)) ?? []
    for (const [section, said] of Object.entries(values(3))) {
      const files = form?.sections.find(({ key }) => key === section)?.fields.filter(({ kind }) => kind === 'file') ?? []
      const named: SectionValues = { ...said }
      for (const field of files.filter(({ key }) => required.some((each) => each.key === key))) {
        const id = ulid()
        const submission = base.split('/').at(-1) ?? ''
        await call.table.put({
          ...call.key.file(submission, id),
          id,
          owner: 'sub',
          of: submission,
          section,
          field: field.key,
          name: '佐证.pdf',
          type: 'application/pdf',
          bytes: 1000,
          state: 'clean',
          sha256: 'q0f3mF2u7Yl9aSxJt0YwQ6wBq0f3mF2u7Yl9aSxJt0Y',
          seq: 1,
          chain: '',
        })
        named[field.key] = [{ id, name: '佐证.pdf', bytes: 1000, type: 'application/pdf' }]
      }
      await put(base, section, 0, named)
    }
    const submitted = await measure(applicant, `${base}/submit`, { method: 'POST', key: ulid() })
    expect(submitted.body).toMatchObject({ version: 1 })
    expect(submitted.writeUnits).toBeLessThanOrEqual(24)
    const own = await measure(applicant, `${base}/recommend`, {
      method: 'POST',
      key: ulid(),
      body: { opinion: '经校党委研究，同意推荐。' },
    })
    expect(own.writeUnits).toBeLessThanOrEqual(12)
    const opinion = '该项目立项依据充分，建设基础扎实，育人成效明显，同意推荐。'
    const recommended = await measure(officer, `${base}/recommend`, { method: 'POST', key: ulid(), body: { opinion } })
    expect(recommended.body).toMatchObject({ state: 'recommended' })
    expect(recommended.writeUnits).toBeLessThanOrEqual(12)
  })

  test('a unit’s page of 25: 4 read units for its rows; the national page: 24; the same at 100 and at 500', async () => {
    const { partition } = await import('../../functions/aws/keys.ts')
    const summary = (id: string): KeptSummary => ({
      title: `以文化浸润推动“大思政课”建设的探索与实践（第${id.slice(-4)}号）`,
      unit: { id: university.id, name: university.name, kind: 'university' },
      category,
      state: 'submitted',
      holder: province.id,
      sectionsDone: 8,
      sections: 8,
      receipt: 'SR-7K3MP-9QXTA',
      submittedAt: '2026-09-20T08:00:00.000Z',
    })
    const fill = async (count: number) => {
      for (let i = 0; i < count; i += 50)
        await Promise.all(
          Array.from({ length: 50 }, async () => {
            const id = ulid()
            const time = '2026-09-20T08:00:00.000Z'
            await call.table.put({
              pk: `SUB#${id}`,
              sk: 'HEAD',
              id,
              kind: 'submission',
              summary: summary(id),
              listPk: partition.unitList(batch.id, province.id),
              listSk: `${category}#submitted#${time}#${id}`,
            })
            await call.table.put({
              ...call.key.listed(batch.id, id),
              id,
              kind: 'listed',
              summary: summary(id),
              listPk: partition.categoryList(batch.id, category),
              listSk: `submitted#${time}#${id}`,
              ownerPk: partition.categoryList(batch.id, category),
              ownerSk: `${time}#${id}`,
            })
          }),
        )
    }
    const pages = async () => {
      const unit = await measure(officer, `/batches/${batch.id}/units/${province.id}/submissions?category=${category}&state=submitted`)
      const nation = await measure(host, `/batches/${batch.id}/submissions`)
      const filtered = await measure(host, `/batches/${batch.id}/submissions?state=submitted&category=${category}`)
      for (const page of [unit, nation, filtered]) expect(page.body.rows).toHaveLength(25)
      return [unit.readUnits, nation.readUnits, filtered.readUnits]
    }
    await fill(100)
    const few = await pages()
    await fill(400)
    const many = await pages()
    expect(many[0]).toBeLessThanOrEqual(4)
    expect(many[1]).toBeLessThanOrEqual(24)
    expect(many[2]).toBeLessThanOrEqual(24)
    expect(many).toEqual(few)
  }, 120_000)
})
