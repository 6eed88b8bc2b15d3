import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Award } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import type { Text } from '../../shared/text.ts'
import { approvedSheet } from './approved.ts'
import { foundOffice, type House, openHouse } from './house.ts'
import { batchInReview, category } from './reviewed.ts'

// A whole publication, with its certificates and sheets, in each of them.
vi.setConfig({ testTimeout: 120_000 })

let house: House
let office: Awaited<ReturnType<typeof foundOffice>>
beforeAll(async () => {
  house = await openHouse()
  office = await foundOffice(house)
}, 120_000)
afterAll(() => house?.close())

const page = (path: string) => house.objects.get(`/site/${path}`)?.toString() ?? ''
const store = async () => ({
  ...(await import('../../functions/aws/table.ts')),
  ...(await import('../../functions/aws/keys.ts')),
  ...(await import('../../functions/awards/granting.ts')),
  ...(await import('../../functions/workflow/steps.ts')),
})
const awardOf = async (id: string): Promise<Award> => {
  const { table, key } = await store()
  const award = await table.get<Award>(key.award(id))
  if (!award) throw new Error('no award')
  return award
}
const progressOf = async (batch: string) =>
  (await house.ask(`/batches/${batch}/publication`, { cookie: office.cookie })).body as Record<string, unknown>

/** Passes on what the sheets say, each twice, as a fan-out may. */
async function passOn(id: string): Promise<void> {
  const { table, key, results, settleResult } = await store()
  const batch = await table.get<Batch>(key.batch(id))
  if (!batch) throw new Error('no batch')
  for (const result of await results(batch)) for (const _ of [1, 2]) await settleResult(batch, result, new Date().toISOString())
  await house.settle()
}
const settle = async (id: string): Promise<void> => {
  await (await store()).settleBatch(id)
  await house.settle()
}

/** Somebody who works in a unit and gets its mails. */
async function joined(unit: string, email: string): Promise<void> {
  const { table, key } = await store()
  const person = ulid()
  await table.put({ ...key.member(unit, person), person, name: '演示·周老师', email, state: 'active', roles: ['operator'] })
}

/** A published batch with so many awards. */
async function awarded(count: number): Promise<{ source: string; awards: string[] }> {
  const { id, submissions } = await batchInReview(office, { submissions: count })
  await approvedSheet(
    id,
    category,
    submissions.map((submission) => ({ submission, outcome: 'award' })),
  )
  await passOn(id)
  await settle(id)
  return { source: id, awards: submissions }
}

/** A check of awards, in which the leading group has given these grades. */
async function check(kind: 'acceptance' | 'midterm', { source, awards }: { source: string; awards: string[] }, grades: readonly string[]) {
  const { table, key } = await store()
  const { id, submissions } = await batchInReview(office, { submissions: grades.length })
  const batch = await table.get<Batch>(key.batch(id))
  if (!batch) throw new Error('no batch')
  await table.put({
    ...batch,
    template: { key: `shuangchuang-${kind}`, version: 1 },
    title: `演示·双创${kind}`,
    source,
    // A mid-term check is the affair of the host and its awardees: it has neither notice nor publication.
    stages: kind === 'midterm' ? batch.stages.slice(0, 4) : batch.stages,
  })
  for (const [i, submission] of submissions.entries()) {
    const head = await table.get<Submission>(key.submission(submission))
    const about = await awardOf(awards[i] ?? '')
    if (head) await table.put({ ...head, award: about.id, title: about.title, unit: about.unit, institution: about.institution })
  }
  await approvedSheet(
    id,
    category,
    submissions.map((submission, i) => ({ submission, outcome: grades[i] ?? '' })),
  )
  return { id, submissions }
}

describe('an acceptance', () => {
  let source: string
  let awards: string[]
  let id: string
  const given = ['excellent', 'passed', 'deferred', 'failed']
  beforeAll(async () => {
    ;({ source, awards } = await awarded(4))
    for (const [i, award] of awards.entries()) await joined((await awardOf(award)).unit.id, `unit${i}@example.org`)
    ;({ id } = await check('acceptance', { source, awards }, given))
  }, 120_000)

  test('says how far its grades are passed on, of all that were given', async () => {
    expect(await progressOf(id)).toMatchObject({ graded: true, expected: 4, granted: 0, shows: true })
    await passOn(id)
    expect(page(publicPath.awards(id, 'zh'))).toBe('')
    expect(await progressOf(id)).toMatchObject({ graded: true, expected: 4, granted: 4, listed: false })
    expect(await Promise.all(awards.map(async (each) => (await awardOf(each)).state))).toEqual(['closed', 'closed', 'extended', 'failed'])
  })

  test('publishes who has which grade, in both languages and as files, beside the list of the awards', async () => {
    await settle(id)
    expect(await progressOf(id)).toMatchObject({ listed: true, shows: true })
    const numbers = await Promise.all(awards.map(async (each) => (await awardOf(each)).number))
    for (const language of ['zh', 'en'] as const) {
      const list = page(publicPath.awards(id, language))
      expect([...list.matchAll(/<section id="g-([\w-]+)"/g)].map(([, grade]) => grade)).toEqual(given)
      for (const [i, grade] of given.entries()) {
        const one = page(publicPath.awards(id, language, { grade }))
        expect(numbers.map((number) => one.includes(`>${number}</a>`))).toEqual(numbers.map((_, each) => each === i))
      }
      expect(page(publicPath.home(language))).toContain(`awards/${id}.html`)
      expect(page(publicPath.results(language))).toContain(language === 'en' ? '4 results' : '4 项')
      expect(page(publicPath.searchPart(`awards-${id}`, language))).toContain(numbers[2])
      // The award list of the call stands as it stood.
      expect(page(publicPath.awards(source, language))).toContain(`>${numbers[3]}</a>`)
    }
    expect(page(publicPath.awards(id, 'zh'))).toContain('不合格（1）')
    expect(page(publicPath.awardsFile(id, 'csv'))).toMatch(new RegExp(`暂缓通过,.*${numbers[2]}`))
    expect(page(publicPath.work(awards[0] ?? '', 'zh'))).toContain('优秀')
  })

  test('gives each that was accepted a certificate of its acceptance, once, which anybody can check', async () => {
    const { table, key } = await store()
    expect(await progressOf(id)).toMatchObject({ certificates: { expected: 2, made: 2 } })
    const [first, second, deferred, failed] = await Promise.all(awards.map(awardOf))
    if (!first?.acceptance || !second?.acceptance) throw new Error('nothing is certified')
    expect([deferred?.acceptance, failed?.acceptance]).toEqual([undefined, undefined])
    const { number } = first.acceptance
    expect(new Set([first.number, second.number, number, second.acceptance.number]).size).toBe(4)
    expect(number).toMatch(/^SHUANGCHUANG.*-0001-/)
    expect(await table.get(key.certificate(number))).toMatchObject({ award: first.id })
    for (const language of ['zh', 'en'] as const) {
      const pdf = house.objects.get(`/site/${publicPath.certificateFile(number, language)}`)
      expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
      expect(page(publicPath.certificate(number, language))).toContain(language === 'zh' ? '优秀' : 'Excellent')
      expect(page(publicPath.certificate(number, language))).toContain(`/${publicPath.certificateFile(number, language)}`)
      // The certificate of the award leads to it, and so does the page of the work.
      expect(page(publicPath.certificate(first.number, language))).toContain(number)
      expect(page(publicPath.work(first.id, language))).toContain(number)
    }
    const shown = await house.ask(`/awards/${first.id}`, { cookie: office.cookie })
    expect(shown.body.award).toMatchObject({ acceptance: { number, certificate: publicPath.certificateFile(number, 'zh') } })
    const { work } = await import('../../functions/stream/jobs.ts')
    await work({ job: 'certificate', award: first.id, of: 'acceptance' })
    const facts = await table.all<{ type: string; number?: string }>({ pk: key.award(first.id).pk, begins: 'EVENT#' })
    expect(facts.filter(({ type }) => type === 'award.closed').map((fact) => fact.number)).toEqual([number])
    expect(facts.filter((fact) => fact.type === 'award.certified' && fact.number === number)).toHaveLength(1)
    expect(facts.filter(({ type }) => type === 'award.certified')).toHaveLength(2)
  })

  test('is told to each unit with its grade and what becomes of its award, once', () => {
    const letters = house.mails.filter(({ mail, data }) => mail === 'award-checked' && data.batch === '演示·双创acceptance')
    const said = letters.map(({ to, data }) => [to, (data.grade as Text).zh, data.outcome, typeof data.until])
    expect(said.sort()).toEqual([
      ['unit0@example.org', '优秀', 'close', 'undefined'],
      ['unit1@example.org', '合格', 'close', 'undefined'],
      ['unit2@example.org', '暂缓通过', 'extend', 'string'],
      ['unit3@example.org', '不合格', 'fail', 'undefined'],
    ])
    expect(new Set(letters.map((each) => each.id)).size).toBe(4)
  })

  test('honours no institution twice', async () => {
    const { institution } = await awardOf(awards[0] ?? '')
    expect(page(publicPath.institutions('en'))).toMatch(new RegExp(`${institution.name}</a> <span class="count">1 award<`))
  })

  test('leaves out an award that is revoked later, as the list of awards does', async () => {
    const [revoked = '', kept = ''] = awards
    const done = await house.ask(`/awards/${revoked}/revoke`, { cookie: office.cookie, body: { reason: '材料不实，经核查撤销。' } })
    expect(done.status).toBe(200)
    await house.settle()
    for (const batch of [id, source]) {
      expect(page(publicPath.awards(batch, 'zh'))).not.toContain((await awardOf(revoked)).number)
      expect(page(publicPath.awards(batch, 'zh'))).toContain((await awardOf(kept)).number)
    }
    expect(page(publicPath.awards(id, 'zh', { grade: 'excellent' }))).toBe('')
  })

  test('of which a result is passed on late has it on its list then', async () => {
    const late = await awarded(2)
    const { id: other, submissions } = await check('acceptance', late, ['passed', 'failed'])
    const { table, key, results, settleResult } = await store()
    const batch = await table.get<Batch>(key.batch(other))
    if (!batch) throw new Error('no batch')
    const [first, second] = await results(batch)
    const at = new Date().toISOString()
    if (first) await settleResult(batch, first, at)
    await settle(other)
    expect(page(publicPath.awards(other, 'zh', { grade: 'failed' }))).toBe('')
    if (second) await settleResult(batch, second, at)
    await house.settle()
    expect(second?.submission).toBe(submissions[1])
    expect(page(publicPath.awards(other, 'zh', { grade: 'failed' }))).toContain((await awardOf(late.awards[1] ?? '')).number)
  })
})

describe('a mid-term check', () => {
  test('tells the public nothing of what it has found', async () => {
    const { source, awards } = await awarded(1)
    await joined((await awardOf(awards[0] ?? '')).unit.id, 'warned@example.org')
    const { id } = await check('midterm', { source, awards }, ['warned'])
    await passOn(id)
    await settle(id)
    expect(await progressOf(id)).toMatchObject({ graded: true, expected: 1, granted: 1, shows: false })
    expect(await awardOf(awards[0] ?? '')).toMatchObject({ state: 'open', grade: 'warned' })
    const letters = house.mails.filter(({ to, mail }) => to === 'warned@example.org' && mail === 'award-checked')
    expect(letters.map(({ data }) => [(data.grade as Text).en, data.outcome])).toEqual([['Warned', 'warn']])
    const told = [...house.objects].filter(([name, content]) => name.startsWith('/site/') && content.toString().includes('预警'))
    expect(told.map(([name]) => name)).toEqual([])
    expect(page(publicPath.awards(id, 'zh'))).toBe('')
  })
})
