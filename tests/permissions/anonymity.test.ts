import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openapi } from '../../functions/api/openapi/document.ts'
import { marksFor } from '../../infra/local/play/reviewing.ts'
import type { FormValues, Value } from '../../shared/forms/schema.ts'
import type { Rubric } from '../../shared/templates/schema.ts'
import { openFullCall } from '../http/full-call.ts'
import { expertAtWork } from '../http/reviewed.ts'

/**
 * Whatever tells who somebody is carries a word that stands nowhere else; then every byte that every reading route answers to those who must not know is searched.
 * The same call without anonymity shows that the words are found where they may stand.
 */
const hidden = {
  expertsPerSubmission: 1,
  method: 'mean',
  applicantHiddenFromExpert: true,
  noticeWorkingDays: 5,
  secondStep: false,
  publicWorkPage: true,
} as const
/** Words of the applicant: its people, their telephones and addresses, its files; names of units and the title are added below. */
const ofPeople = ['金丝雀甲', '13900001234', 'canary-person@example.edu.cn']
const ofExpert = ['canary-expert', '金丝雀出版社']

/** Puts the words where a form asks for persons, and the name of the applicant and of its people into the texts. */
function withWords(values: FormValues, names: readonly string[]): FormValues {
  const [name, phone, email] = ofPeople
  const changed = (value: Value, key: string): Value => {
    if (typeof value === 'string')
      return value.length > 60
        ? `${names.join('、')}与${name}共同完成。${value.slice(names.join('、').length + 20)}`
        : key === 'title'
          ? `${value.slice(0, 10)}${names[0]}`
          : value
    if (Array.isArray(value))
      return value.map((item) =>
        typeof item === 'object' &&
        !('bytes' in item) &&
        'name' in item &&
        ('sex' in item || 'post' in item || 'duty' in item || 'unit' in item)
          ? { ...item, name, ...('phone' in item && { phone }), ...('unit' in item && { unit: names[0] }) }
          : item,
      ) as Value
    if (typeof value === 'object' && value !== null && 'name' in value && 'phone' in value) return { ...value, name, phone, email } as Value
    return value
  }
  return Object.fromEntries(
    Object.entries(values).map(([section, given]) => [
      section,
      given && Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value === undefined ? value : changed(value, key)])),
    ]),
  ) as FormValues
}

/** A submission in review by one expert who has submitted the review. */
async function inReview() {
  const call = await openFullCall(hidden)
  const names = [call.university.name, call.province.name]
  await call.places(5)
  const base = await call.ready(4, call.applicant, (values) => withWords(values, names))
  const submission = call.submissionOf(base)
  const submitted = await call.applicant.ask(`${base}/submit`, { method: 'POST', key: ulid() })
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body))
  const opinion = '申报基础扎实，同意推荐，请予审定。'
  for (const someone of [call.applicant, call.officer])
    await someone.ask(`${base}/recommend`, { method: 'POST', key: ulid(), body: { opinion } })
  await call.house.settle()
  // As the screening leaves it, in the review of its batch.
  const { partition } = await import('../../functions/aws/keys.ts')
  const head = (await call.table.get<{ summary: { title: string } }>(call.key.submission(submission))) ?? { summary: { title: '' } }
  const summary = {
    ...head.summary,
    state: 'qualified',
    holder: 'host',
    institution: { id: call.university.id, name: call.university.name, kind: 'university' },
  }
  await call.table.put({ ...head, ...call.key.submission(submission), state: 'qualified', summary })
  const listed = { listPk: partition.categoryList(call.batch.id, call.category), listSk: `qualified#2026-09-10#${submission}` }
  await call.table.put({ ...call.key.listed(call.batch.id, submission), id: submission, kind: 'listed', summary, seq: 1, ...listed })
  const review = call.batch.stages.findIndex(({ kind }) => kind === 'review')
  await call.table.put({ ...(await call.table.get(call.key.batch(call.batch.id))), ...call.key.batch(call.batch.id), stage: review })
  const office = { organisation: call.national.id, cookie: (await call.national.as({ role: 'administrator' })).cookie, token: '' }
  const { cookie } = await expertAtWork(call.house, office, call.batch.id, ofExpert[0] ?? '', { name: ofExpert[1] ?? '' })
  const assigned = await call.house.ask(`/batches/${call.batch.id}/assignments/balanced`, { cookie: office.cookie, body: {} })
  expect(assigned.body).toMatchObject({ assigned: 1 })
  await call.house.settle()
  const desk = `/batches/${call.batch.id}/desk/${submission}`
  const material = await call.house.ask(desk, { cookie })
  expect(material.status).toBe(200)
  const marks = marksFor(material.body.rubric as Rubric, 0.8)
  const sent = await call.house.ask(`${desk}/submit`, { cookie, method: 'POST', key: ulid(), body: { version: 0, marks } })
  expect(sent.status).toBe(200)
  await call.house.settle()
  return { call, submission, cookie, words: [...names, head.summary.title, ...ofPeople] }
}
type World = Awaited<ReturnType<typeof inReview>>

/** Every byte of every reading route as somebody gets it, with what it was asked for; names and headers included. */
async function everythingFor({ call, submission }: World, cookie: string): Promise<{ asked: string; status: number; said: string }[]> {
  const { paths } = await openapi()
  const files = (await call.table.all<{ kind?: string; id: string; sk: string }>({ pk: call.key.submission(submission).pk }))
    .filter(({ sk }) => sk.startsWith(call.key.file(submission, '').sk))
    .map(({ id }) => id)
  const known: Record<string, readonly string[]> = {
    batch: [call.batch.id],
    submission: [submission],
    organisation: [call.university.id, call.province.id, call.national.id],
    unit: [call.university.id, call.province.id],
    section: call.form.sections.map(({ key }) => key),
    key: [call.category],
    category: [call.category],
    number: ['1'],
    file: files,
  }
  const filled = (path: string): string[] => {
    const [, name] = /\{(\w+)\}/.exec(path) ?? []
    return name ? (known[name] ?? [ulid()]).flatMap((id) => filled(path.replace(`{${name}}`, id))) : [path]
  }
  const asked = Object.entries(paths).flatMap(([path, item]) => (item.get ? filled(path) : []))
  const answers: { asked: string; status: number; said: string }[] = []
  for (const path of asked) {
    const response = await call.house.askRaw(path, cookie)
    const headers = JSON.stringify([...response.headers])
    const said = `${headers} ${decodeURIComponent(headers.replaceAll(/%(?![0-9a-f]{2})/gi, ''))} ${Buffer.from(await response.arrayBuffer()).toString('utf8')}`
    answers.push({ asked: path, status: response.status, said })
  }
  return answers
}
const found = (answers: Awaited<ReturnType<typeof everythingFor>>, words: readonly string[]) =>
  answers.flatMap(({ asked, said }) => words.filter((word) => said.includes(word)).map((word) => `${asked}: ${word}`))

let anonymous: World
beforeAll(async () => {
  anonymous = await inReview()
}, 120_000)
afterAll(() => anonymous.call.close())

describe('who must not know', () => {
  test('an expert is told nothing by which the applicant is known, by any route', async () => {
    const answers = await everythingFor(anonymous, anonymous.cookie)
    const desk = `/batches/${anonymous.call.batch.id}/desk`
    const read = answers.filter(({ asked, status }) => status === 200 && asked.startsWith(desk)).map(({ asked }) => asked)
    expect(read).toEqual([desk, `${desk}/${anonymous.submission}`])
    expect(found(answers, anonymous.words)).toEqual([])
  })

  test('the expert’s mails tell nothing of the applicant either', () => {
    const mails = anonymous.call.house.mails.filter(({ to }) => to.startsWith(ofExpert[0] ?? ''))
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.filter((mail) => anonymous.words.some((word) => JSON.stringify(mail).includes(word)))).toEqual([])
  })

  test('the applicant and those above it are told nothing by which the expert is known, by any route', async () => {
    const { call } = anonymous
    const audit = await call.university.as({ role: 'administrator' })
    for (const someone of [call.applicant, call.officer, audit]) {
      const answers = await everythingFor(anonymous, someone.cookie)
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
      expect(found(answers, ofExpert)).toEqual([])
    }
  })

  test('without anonymity the same search finds the applicant', async () => {
    const { call } = anonymous
    const row = await call.table.get<Record<string, unknown>>(call.key.batch(call.batch.id))
    await call.table.put({ ...row, ...call.key.batch(call.batch.id), settings: { ...hidden, applicantHiddenFromExpert: false } })
    const seen = found(await everythingFor(anonymous, anonymous.cookie), anonymous.words)
    for (const word of anonymous.words) expect(seen.some((line) => line.endsWith(word))).toBe(true)
  })
})
