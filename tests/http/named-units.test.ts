import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../shared/forms/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import { countsUnits, type FullCall, openFullCall } from './full-call.ts'

/** Units that a form names are looked up in the register: with the form of the demonstration universities, which names one. */
const category = 'demonstration-university'
const template = templateOf('shuangchuang-4', 1)
const form = template && formOf(template, category)
const inRegister = { code: '4132010284', name: '演示·在册大学' }

let call: FullCall
let batch: FullCall['batch']
beforeAll(async () => {
  call = await openFullCall()
  await call.unit('university', '在册大学', call.province, inRegister.code)
  batch = await call.openBatch(call.national, {
    template: { key: 'shuangchuang-4', version: 1 },
    categories: [{ key: category, on: true, places: 10 }],
    stages: call.batch.stages,
  })
}, 60_000)
afterAll(() => call.close())

const start = async () => {
  const university = await call.unit('university', `大学${ulid().slice(-6)}`, call.province)
  const applicant = await university.as()
  const started = await applicant.ask(`/batches/${batch.id}/submissions`, { body: { category }, key: ulid() })
  expect(started.status).toBe(201)
  return { applicant, base: `/batches/${batch.id}/submissions/${started.body.id}` }
}
type Opened = Awaited<ReturnType<typeof start>>

const problemsOf = (body: Record<string, unknown>) =>
  (body.problems as Problem[]).filter(({ path }) => path === 'basics.university').map(({ code }) => code)

/** Saves the section that names a unit, and says what is wrong with the one named. */
const name = async ({ applicant, base }: Opened, university: { code: string; name: string }, version = 0) => {
  const values = { ...(form && fillForm(form, 4).basics), university }
  const saved = await call.measure(applicant, `${base}/sections/basics`, { method: 'PUT', body: { version, values } })
  expect(saved.status).toBe(200)
  return { said: problemsOf(saved.body), cost: saved }
}

/** Fills in all the rest. */
const fillRest = async ({ applicant, base }: Opened) => {
  for (const section of form?.sections ?? []) {
    if (section.key === 'basics' || !form) continue
    const values = { ...fillForm(form, 4, { files: () => [] })[section.key] }
    for (const field of section.fields) {
      if (field.kind !== 'file' || !(field.required || field.minCount > 0)) continue
      const files = Array.from({ length: Math.max(1, field.minCount) }, () => {
        const kind = field.accept.includes('pdf') ? 'pdf' : field.accept[0] === 'image' ? 'jpg' : 'docx'
        return { id: ulid(), name: `佐证.${kind}`, bytes: 1000, type: 'application/pdf' }
      })
      const of = call.submissionOf(base)
      const where = { owner: 'sub', of, section: section.key, field: field.key, state: 'clean', seq: 1, chain: '' }
      for (const file of files)
        await call.table.put({ ...call.key.file(of, file.id), ...file, ...where, sha256: 'q0f3mF2u7Yl9aSxJt0YwQ6wBq0f3mF2u7Yl9aSxJt0Y' })
      values[field.key] = files
    }
    const saved = await applicant.ask(`${base}/sections/${section.key}`, { method: 'PUT', body: { version: 0, values } })
    expect([section.key, saved.status]).toEqual([section.key, 200])
  }
}

describe('a unit that a form names', () => {
  test('is looked up when the section is saved; one that nobody knows is kept, and told', async () => {
    const opened = await start()
    const unknown = { code: '4199999999', name: '子虚大学' }
    expect((await name(opened, unknown)).said).toEqual(['unit-unknown'])
    expect((await opened.applicant.ask(`${opened.base}/sections/basics`)).body).toMatchObject({ values: { university: unknown } })
    expect((await opened.applicant.ask(opened.base)).body).toMatchObject({ sections: { basics: { version: 1, problems: 1 } } })
    expect((await name(opened, inRegister, 1)).said).toEqual([])
  })
  test('may be one without a code, which the picker names by its id', async () => {
    const opened = await start()
    expect((await name(opened, { code: call.university.id, name: call.university.name })).said).toEqual([])
    expect((await name(opened, { code: ulid(), name: '子虚大学' }, 1)).said).toEqual(['unit-unknown'])
  })
  test('is looked up with the session: saving takes two round trips, as without, and no write more', async () => {
    const opened = await start()
    await name(opened, inRegister)
    const { cost } = await name(opened, { code: '4199999999', name: '子虚大学' }, 1)
    expect(cost.roundTrips).toBe(2)
    if (countsUnits) expect(cost.writeUnits).toBeLessThanOrEqual(12)
  })
  test('keeps the form from being handed in while it is unknown, and no longer than that', async () => {
    const opened = await start()
    await name(opened, { code: '4199999999', name: '子虚大学' })
    await fillRest(opened)
    expect(problemsOf((await opened.applicant.ask(`${opened.base}/answers`)).body)).toEqual(['unit-unknown'])
    const refused = await opened.applicant.ask(`${opened.base}/submit`, { method: 'POST', key: ulid() })
    expect([refused.status, refused.body.code]).toEqual([422, 'submission.incomplete'])
    expect(problemsOf(refused.body.data as Record<string, unknown>)).toEqual(['unit-unknown'])
    await name(opened, inRegister, 1)
    const handed = await call.measure(opened.applicant, `${opened.base}/submit`, { method: 'POST', key: ulid() })
    expect(handed.body).toMatchObject({ version: 1 })
    if (countsUnits) expect(handed.writeUnits).toBeLessThanOrEqual(24)
  })
  test('that is closed after it was named is told when the answers are checked, and refused at handing in', async () => {
    const opened = await start()
    const closing = await call.unit('university', '将撤大学', call.province, '4132010999')
    expect((await name(opened, { code: '4132010999', name: closing.name })).said).toEqual([])
    await fillRest(opened)
    const administrator = await call.national.as({ role: 'administrator' })
    const closed = await administrator.ask(`/organisations/${closing.id}/close`, { method: 'POST', body: { reason: '合并办学' } })
    expect(closed.status).toBe(200)
    expect(problemsOf((await opened.applicant.ask(`${opened.base}/answers`)).body)).toEqual(['unit-closed'])
    const refused = await opened.applicant.ask(`${opened.base}/submit`, { method: 'POST', key: ulid() })
    expect(refused.body).toMatchObject({ code: 'submission.incomplete', data: { problems: [{ code: 'unit-closed' }] } })
  })
})
