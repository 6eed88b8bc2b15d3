import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { demoPassword, officeEmail } from '../../infra/local/demo/founding.ts'
import { apply } from '../../infra/local/play/applying.ts'
import { approveSheet, publishList, publishNotice, sendSheet } from '../../infra/local/play/deciding.ts'
import { openBatch } from '../../infra/local/play/office.ts'
import { type Guest, Person } from '../../infra/local/play/person.ts'
import { screenAll } from '../../infra/local/play/recommending.ts'
import { assign, invite, registerExperts, reviewAll } from '../../infra/local/play/reviewing.ts'
import { localTime } from '../../infra/local/play/time.ts'
import { unitWithPerson } from '../../infra/local/play/tree.ts'
import { type Local, startLocal } from '../../infra/local/start.ts'
import type { Form } from '../../shared/forms/schema.ts'
import { checkTemplate } from '../../shared/templates/check.ts'
import { reportForm } from '../../shared/templates/forms/report.ts'
import { formOf, sources, templateOf } from '../../shared/templates/index.ts'
import { partyDay } from '../../shared/templates/party-day.ts'
import { Template, type TemplateSource } from '../../shared/templates/schema.ts'

/** A whole stack works behind these tests: everything is done over the API and by the links of mails. */
vi.setConfig({ testTimeout: 60_000 })

type Unit = { id: string; person: Person }
const dataDir = mkdtempSync(join(tmpdir(), 'own-rounds-'))
const day = 86_400_000
let local: Local
let office: Person
let clock: ReturnType<typeof localTime>
let university: Unit
let colleges: Unit[]
let elsewhere: Unit
beforeAll(async () => {
  local = await startLocal({ dataDir, quiet: true })
  clock = localTime(local.origin)
  office = new Person(local.origin, officeEmail, demoPassword)
  await office.signIn()
  const { active } = await office.done<{ active: { organisation: { id: string } } }>('GET', '/me')
  const below = async (above: Pick<Unit, 'id' | 'person'>, kind: string, name: string, short: string): Promise<Unit> =>
    unitWithPerson(above.person, above.id, { kind, name: `演示·${name}` }, { email: `${short}@demo.example`, name: '演示·张老师' })
  const province = await below({ id: active.organisation.id, person: office }, 'province', '东部省', 'province')
  university = await below(province, 'university', '东部大学', 'university')
  colleges = [await below(university, 'college', '理学院', 'science'), await below(university, 'college', '文学院', 'letters')]
  const other = await below(province, 'university', '另一大学', 'other')
  elsewhere = await below(other, 'college', '医学院', 'medicine')
}, 60_000)
afterAll(async () => {
  await local.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const soon = async (days: number) => new Date((await clock.now()).getTime() + days * day).toISOString()
const undecided = { opens: null, closes: null }
const code = async (asked: ReturnType<Person['ask']>) => {
  const { status, body } = await asked
  return status < 300 ? 'done' : body.code
}
const state = async ({ person }: Unit, batch: string, id: string) =>
  (await person.done<{ submission: { state: string } }>('GET', `/batches/${batch}/submissions/${id}`)).submission.state

/** An expert of the university, registered and invited, who has accepted by the link of the mail and got everything. */
async function expertOf(batch: string, name: string): Promise<Guest> {
  const email = `${name}@demo.example`
  const ids = await registerExperts(university.person, university.id, [{ name: `演示·${name}`, email, unit: '演示研究院' }])
  const [guest] = await invite(university.person, batch, ids, [email])
  if (!guest) throw new Error('nobody came')
  expect(await assign(university.person, batch)).toBeGreaterThan(0)
  return guest
}

describe('a university’s own round of a national call', () => {
  const category = 'quality-project'
  const approver = { name: '演示·学校党委', email: 'approver@demo.example' }
  let batch: string
  let handed: string[]

  test('is opened by the university, for its colleges, which apply with the form of the call', async () => {
    const template = templateOf('jingpin-2024-internal', 1)
    const form = template && formOf(template, category)
    if (!template || !form) throw new Error('the template is not there')
    expect(formOf(templateOf('jingpin-2024', 1) as Template, category)).toEqual(form)
    const [start, collected, screened, reviewed] = await Promise.all([0.01, 10, 12, 20].map(soon))
    batch = await openBatch(university.person, {
      template: template.key,
      title: '演示：精品项目校内遴选',
      dates: {
        collect: { opens: start, closes: collected },
        screen: { opens: collected, closes: screened },
        review: { opens: screened, closes: reviewed },
        deliberate: undecided,
        notice: undecided,
        publish: undecided,
      },
      categories: template.categories.map(({ key }) => ({ key, on: key === category, ...(key === category && { places: 1 }) })),
      settings: { expertsPerSubmission: 1 },
    })
    await clock.to(await soon(0.02))
    expect(await code(elsewhere.person.ask('GET', `/batches/${batch}`))).toBe('not-found')
    handed = []
    for (const [i, { person }] of colleges.entries()) handed.push((await apply(person, { batch, category, form, seed: i + 1 })).submission)
    await local.settled()
    // Nobody stands between a college and its university: what is handed in lies with the host.
    for (const [i, college] of colleges.entries()) expect(await state(college, batch, handed[i] ?? '')).toBe('recommended')
  })

  test('is looked at, reviewed by experts of the university, and decided by its approver', async () => {
    await clock.to(await soon(10.5))
    expect(await screenAll(university.person, batch)).toEqual({ qualified: 2, disqualified: 0 })
    await clock.to(await soon(2))
    const expert = await expertOf(batch, 'expert-of-projects')
    expect(await reviewAll(expert, batch, (submission) => (submission === handed[1] ? 0.95 : 0.7))).toBe(2)
    await clock.to(await soon(8.5))
    expect(await sendSheet(university.person, batch, category, approver)).toBe(2)
    await approveSheet(local.origin, batch, category, approver.email)
    await clock.settle()
  })

  test('is noticed and published by the university, with one chosen, to whom nothing is certified and who owes nothing', async () => {
    const { ends } = await publishNotice(university.person, batch, '演示：精品项目校内遴选公示')
    expect(await code(university.person.ask('POST', `/batches/${batch}/publication`))).toBe('notice.running')
    await clock.to(new Date(Date.parse(ends) + 1000).toISOString())
    await publishList(university.person, batch)
    await local.settled()
    const [first, second] = colleges as [Unit, Unit]
    expect([await state(first, batch, handed[0] ?? ''), await state(second, batch, handed[1] ?? '')]).toEqual(['unsuccessful', 'awarded'])
    const awards = await university.person.rows<{ id: string; state: string; unit: { id: string } }>(`/batches/${batch}/awards`)
    expect(awards).toMatchObject([{ id: handed[1], unit: { id: second.id }, state: 'closed' }])
    const list = await (await fetch(`${local.origin}/awards/${batch}.html`)).text()
    expect(list).toContain('演示·文学院')
    expect(list).not.toContain('演示·理学院')
  })

  test('and bars nobody in the call itself', async () => {
    const [start, collected, later, last] = await Promise.all([0.01, 10, 15, 20].map(soon))
    const call = await openBatch(office, {
      template: 'jingpin-2024',
      title: '演示：2024年精品项目',
      dates: {
        collect: { opens: start, closes: collected },
        'endorse-university': { opens: start, closes: collected },
        'endorse-province': { opens: start, closes: later },
        screen: { opens: later, closes: last },
        review: { opens: last, closes: await soon(30) },
        deliberate: undecided,
        notice: undecided,
        publish: undecided,
      },
    })
    const { categories } = await university.person.done<{ categories: { key: string; may?: { ok: boolean } }[] }>('GET', `/batches/${call}`)
    expect(categories.find(({ key }) => key === category)?.may).toEqual({ ok: true })
  })
})

test('experts are kept by whoever may host, a college too, each unit its own', async () => {
  const [college, neighbour] = colleges as [Unit, Unit]
  const entry = { name: '演示·院内专家', email: 'within@demo.example', unit: { name: '演示研究院' }, fields: [] }
  const own = `/organisations/${college.id}/experts`
  const { id } = await college.person.done<{ id: string }>('POST', own, { body: entry })
  expect(await college.person.rows<{ id: string }>(own)).toMatchObject([{ id }])
  for (const { person } of [neighbour, university, elsewhere]) {
    expect(await code(person.ask('GET', own))).toBe('not-found')
    expect(await code(person.ask('POST', own, { body: { ...entry, email: 'other@demo.example' } }))).toBe('not-found')
    expect(await code(person.ask('PUT', `${own}/${id}`, { body: { ...entry, state: 'retired' } }))).toBe('not-found')
  }
  expect((await university.person.rows<{ id: string }>(`/organisations/${university.id}/experts`)).map((each) => each.id)).not.toContain(id)
})

describe('a batch keeps the version of its template', () => {
  const both = (zh: string) => ({ zh, en: zh })
  const criterion = (key: string, weight: number) => ({ key, title: both(key), help: both(key), min: 0, max: 10, step: 1, weight })
  const grade = (key: string, from: number) => ({ key, title: both(key), from, outcome: 'continue' as const })
  const stage = (key: 'collect' | 'review' | 'deliberate') => ({ key, kind: key, title: both(key), defaultDays: 5 })
  /** A report of each college, graded by an expert. */
  const first: TemplateSource = {
    ...partyDay,
    key: 'yearly-report',
    title: both('年度报告'),
    forms: { report: reportForm },
    categories: [{ key: 'report', title: both('报告'), applicant: 'college', type: 'report', form: 'report' }],
    stages: [stage('collect'), stage('review'), stage('deliberate')],
    endorsement: { levels: { college: [] }, duties: {} },
    review: {
      rubric: { criteria: [criterion('effect', 100)], commentMin: 0, commentMax: 500 },
      expertsPerSubmission: 1,
      method: 'mean',
      anonymity: { applicantHiddenFromExpert: false },
    },
    grades: [grade('good', 60), grade('poor', 0)],
    notice: undefined,
  }
  const [reported, ...others] = reportForm.sections
  const second: TemplateSource = {
    ...first,
    version: 2,
    forms: {
      report: {
        ...reportForm,
        sections: [
          { ...reported, fields: [...(reported?.fields ?? []), { kind: 'yesNo', key: 'again', label: both('再次'), required: true }] },
          ...others,
        ] as typeof reportForm.sections,
      },
    },
    review: {
      ...first.review,
      rubric: { criteria: [criterion('effort', 40), criterion('effect', 60)], commentMin: 0, commentMax: 500 },
    } as TemplateSource['review'],
    grades: [grade('excellent', 95), grade('good', 90), grade('poor', 0)],
  }
  const draft = (title: string, more: object = {}) =>
    university.person.done<{ id: string }>('POST', '/batches', { body: { template: first.key, title, ...more } })
  type Hosted = {
    template: { version: number }
    rubric: { criteria: { key: string }[] }
    outcomes: { key: string }[]
  }
  /** What a batch runs by, as its host and those below see it. */
  async function runsBy(id: string) {
    const { template, rubric, outcomes } = await university.person.done<Hosted>('GET', `/batches/${id}`)
    const { forms } = await university.person.done<{ forms: Record<string, Form> }>('GET', `/batches/${id}/preview?kind=college`)
    return {
      version: template.version,
      criteria: rubric.criteria.map(({ key }) => key),
      grades: outcomes.map(({ key }) => key),
      asks: forms.report?.sections[0]?.fields.some(({ key }) => key === 'again'),
    }
  }
  const asFirst = { version: 1, criteria: ['effect'], grades: ['good', 'poor'], asks: false }
  const asSecond = { version: 2, criteria: ['effort', 'effect'], grades: ['excellent', 'good', 'poor'], asks: true }

  test('it was drafted from: form, criteria and grades stay while it runs, and new drafts get the next one', async () => {
    const [one, two] = [Template.parse(first), Template.parse(second)]
    expect([checkTemplate(one), checkTemplate(two)]).toEqual([[], []])
    Object.assign(sources, { 'yearly-report@1': first })
    const [start, collected, reviewed] = await Promise.all([0.01, 5, 10].map(soon))
    const batch = await openBatch(university.person, {
      template: first.key,
      title: '演示：年度报告（第一版）',
      dates: { collect: { opens: start, closes: collected }, review: { opens: collected, closes: reviewed }, deliberate: undecided },
    })
    await clock.to(await soon(0.02))
    const form = formOf(one, 'report') as Form
    const [writing, handing] = colleges as [Unit, Unit]
    const begun = await apply(writing.person, { batch, category: 'report', form, seed: 1, submit: false })

    Object.assign(sources, { 'yearly-report@2': second })
    const [next, older] = [await draft('演示：年度报告（第二版）'), await draft('演示：年度报告（仍按第一版）', { version: 1 })]
    expect([await runsBy(batch), await runsBy(next.id), await runsBy(older.id)]).toEqual([asFirst, asSecond, asFirst])
    const { rows } = await university.person.done<{ rows: { key: string; version: number }[] }>('GET', '/templates')
    expect(rows.filter(({ key }) => key === first.key)).toMatchObject([{ version: 2 }])

    // Nothing is asked of those who are at it that their form did not ask, and what it does not know is not taken.
    const path = `/batches/${batch}/submissions/${begun.submission}`
    expect(await writing.person.done('GET', `${path}/form`)).toEqual(form)
    const more = { ...begun.values.report, again: true }
    expect(await code(writing.person.ask('PUT', `${path}/sections/report`, { body: { version: 1, values: more } }))).toBe(
      'form.unknown-field',
    )
    await writing.person.done('POST', `${path}/submit`)
    await apply(handing.person, { batch, category: 'report', form, seed: 2 })

    await clock.to(await soon(5))
    const expert = await expertOf(batch, 'expert-of-reports')
    const { rubric } = await expert.done<{ rubric: { criteria: { key: string }[] } }>('GET', `/batches/${batch}/desk/${begun.submission}`)
    expect(rubric.criteria.map(({ key }) => key)).toEqual(['effect'])
    await reviewAll(expert, batch, (submission) => (submission === begun.submission ? 0.7 : 0.3))
    await clock.to(await soon(5.5))
    const sheet = await university.person.done<{ rows: { submission: string; outcome: string }[] }>(
      'GET',
      `/batches/${batch}/categories/report/sheet`,
    )
    // 70 of 100 is good by the first version, and poor by the second.
    expect(sheet.rows.map(({ outcome }) => outcome)).toEqual(['good', 'poor'])
  })
})
