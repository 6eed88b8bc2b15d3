import { ulid } from 'ulid'
import type { SectionValues } from '../../shared/forms/schema.ts'
import { formOf, templateOf } from '../../shared/templates/index.ts'
import { fillForm } from '../../shared/templates/sample/fill.ts'
import type { FullCall } from '../http/full-call.ts'
import { fillLists } from '../http/long-lists.ts'
import { type Report, shown } from './report.ts'

/** The most that an action may cost: database units, round trips with the session's read, bytes of the answer. */
type Budget = { read?: number; write?: number; trips?: number; bytes?: number }

type Asking = Parameters<FullCall['measure']>[2]
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

const opinion = '该项目立项依据充分，建设基础扎实，育人成效明显，同意推荐。'

/** What each action costs, as the engine and the answer count it. All of it is exact. */
export async function costs(call: FullCall, report: Report): Promise<void> {
  const add = report.part('what an action costs', 'read units', 'write units', 'round trips', 'KB answered', '')
  const action = async (what: string, budget: Budget, someone: FullCall['host'], path: string, asking: Asking = {}) => {
    const answer = await call.measure(someone, path, asking)
    if (answer.status >= 400) throw new Error(`${what}: ${JSON.stringify(answer.body)}`)
    const bytes = Buffer.byteLength(JSON.stringify(answer.body))
    const cell = (name: string, value: number, most: number | undefined, text = shown(value)) => ({
      text: most === undefined ? text : `${text} of ${most}`,
      bad: report.judged(`${what}: ${name}`, value, most),
    })
    const cells = [
      cell('read units', answer.readUnits, budget.read),
      cell('write units', answer.writeUnits, budget.write),
      cell('round trips', answer.roundTrips, budget.trips, String(answer.roundTrips)),
      cell('KB answered', bytes / 1000, budget.bytes === undefined ? undefined : budget.bytes / 1000),
    ]
    add(what, ...cells.map(({ text }) => text), cells.find(({ bad }) => bad)?.bad ?? '')
  }
  const { batch, province, applicant, officer, host, category } = call
  const all = `/batches/${batch.id}`
  await call.places(100)
  const base = await call.ready(1)
  const saving = savingOf(call, base)
  await action('applicant: calls that are open', { read: 4, write: 0, trips: 3, bytes: 20_000 }, applicant, '/batches?scope=open&limit=100')
  await action('applicant: own submissions', { read: 4, write: 0, trips: 3, bytes: 20_000 }, applicant, '/submissions?limit=50')
  await action('applicant: the task list of a submission', { read: 6, write: 0, trips: 2, bytes: 60_000 }, applicant, base)
  await action('applicant: open a section', { read: 6, write: 0, trips: 2, bytes: 10_000 }, applicant, `${base}/sections/${saving.section}`)
  await action('applicant: save a section of 3 KB', { write: 12, trips: 2, bytes: 2000 }, applicant, saving.path, saving.next())
  await action('applicant: save a section that names files', { write: 12, trips: 2, bytes: 4000 }, applicant, ...(await savingFiles(call)))
  await action('applicant: save a section that names a unit', { write: 12, trips: 2, bytes: 4000 }, applicant, ...(await savingUnit(call)))
  await action('applicant: submit', { write: 24, trips: 5, bytes: 4000 }, applicant, `${base}/submit`, { method: 'POST', key: ulid() })
  const recommending = { method: 'POST', key: ulid(), body: { opinion } }
  await action('university: recommend', { write: 12, trips: 4, bytes: 4000 }, applicant, `${base}/recommend`, recommending)
  await action('province: recommend within its places', { write: 12, trips: 4, bytes: 4000 }, officer, `${base}/recommend`, {
    ...recommending,
    key: ulid(),
  })
  const page = `${all}/units/${province.id}/submissions?limit=25&category=${category}&state=submitted`
  for (const [from, until] of [
    [0, 100],
    [100, 10_000],
  ] as const) {
    await fillLists(call, from, until)
    // The first page of an instance that has another after it also reads the key that its cursor is sealed with; the very first one of all makes it.
    await call.measure(officer, page)
    await action(`province: a page of 25 among ${until}`, { read: 4, write: 0, bytes: 25_000 }, officer, page)
    await action(`host: a page of 25 among ${until}`, { read: 24, write: 0, bytes: 25_000 }, host, `${all}/submissions?limit=25`)
    // Words that nothing has: as many rows are looked at as one request may.
    const words = `words=${encodeURIComponent('冰川')}`
    await action(`host: words in vain among ${until}`, { read: 200, write: 0, trips: 18, bytes: 1000 }, host, `${all}/submissions?${words}`)
  }
  await unitsBelow(call, 100)
  const accounts = `/organisations/${province.id}/accounts/counts`
  const administrator = await province.as({ role: 'administrator' })
  await action('province: accounts of 100 units, counted', { read: 64, write: 0, trips: 3, bytes: 100 }, administrator, accounts)
  await action('host: progress by unit', { read: 24, write: 0, trips: 3, bytes: 30_000 }, host, `${all}/progress`)
  await action('host: one refresh of the deadline night', { read: 24, write: 0, trips: 6, bytes: 30_000 }, host, `${all}/live`)
}

/** Universities below the province, each with five people who never signed in. */
async function unitsBelow(call: FullCall, count: number): Promise<void> {
  const { listing } = await import('../../functions/organisations/rows.ts')
  for (let i = 0; i < count; i++) {
    const unit = await call.unit('university', `第${i}大学`, call.province)
    await call.table.put({ ...call.key.organisation(unit.id), ...unit, ...listing(unit), people: 5, joined: 0, seq: 0, chain: '' })
    for (let j = 0; j < 5; j++) await call.table.put({ ...call.key.member(unit.id, ulid()), state: 'invited', name: '演示·某' })
  }
}

/** Saving the section that asks for most files, with all of its files, in a submission of its own: not every field takes files of this type, and one that has such is not handed in. */
async function savingFiles(call: FullCall): Promise<[path: string, asking: Asking]> {
  const room = ({ fields }: FullCall['form']['sections'][number]) =>
    fields.flatMap((field) => (field.kind === 'file' ? [{ field: field.key, count: field.maxCount }] : []))
  const files = ({ count }: { count: number }) => count
  const most = call.form.sections.toSorted((a, b) => sum(room(b).map(files)) - sum(room(a).map(files)))[0]
  if (!most) throw new Error('the form has no section')
  const base = await call.ready(2)
  const values: SectionValues = {}
  for (const { field, count } of room(most)) values[field] = await call.filesFor(base, most.key, field, Math.min(count, 5))
  return [`${base}/sections/${most.key}`, { method: 'PUT', body: { version: 1, values } }]
}

/** Saving the section of another call's form that names a unit of the register. */
async function savingUnit(call: FullCall): Promise<[path: string, asking: Asking]> {
  const [key, version, category] = ['shuangchuang-4', 1, 'demonstration-university'] as const
  const template = templateOf(key, version)
  const form = template && formOf(template, category)
  const section = form?.sections.find(({ fields }) => fields.some(({ kind }) => kind === 'organisation'))
  const field = section?.fields.find(({ kind }) => kind === 'organisation')
  if (!form || !section || !field) throw new Error('the form names no unit')
  const batch = await call.openBatch(call.national, {
    template: { key, version },
    categories: [{ key: category, on: true, places: 10 }],
    stages: call.batch.stages,
  })
  const started = await call.applicant.ask(`/batches/${batch.id}/submissions`, { body: { category }, key: ulid() })
  const path = `/batches/${batch.id}/submissions/${started.body.id}/sections/${section.key}`
  const naming = ({ id, name }: FullCall['university'], version: number) => {
    const values = { ...fillForm(form, 1)[section.key], [field.key]: { code: id, name } }
    return { method: 'PUT', body: { version, values } }
  }
  // The first save of a section also counts it as done in the lists; one who goes on writing pays for the second.
  await call.applicant.ask(path, naming(call.province, 0))
  return [path, naming(call.university, 1)]
}

/** Saving the section that is nearest to 3 KB over and over, with other words of the same length each time, as one who writes. */
export function savingOf(call: FullCall, base: string, version = 1) {
  const size = (values: unknown) => Math.abs(Buffer.byteLength(JSON.stringify(values)) - 3000)
  const texts = (values: SectionValues) => Object.entries(values).filter(([, value]) => typeof value === 'string' && value.length > 40)
  const [section, values] =
    Object.entries(fillForm(call.form, 1, { files: () => [] }))
      .filter(([, some]) => texts(some ?? {}).length > 0)
      .sort(([, a], [, b]) => size(a) - size(b))[0] ?? []
  const [field, text] = texts(values ?? {})[0] ?? []
  if (!section || !field) throw new Error('the form has no long text')
  let saved = version - 1
  return {
    section,
    path: `${base}/sections/${section}`,
    next: () => {
      saved += 1
      const mark = String(1_000_000 + saved)
      return { method: 'PUT', body: { version: saved, values: { ...values, [field]: `${mark}${String(text).slice(mark.length)}` } } }
    },
  }
}
