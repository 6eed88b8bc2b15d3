import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Award } from '../../shared/awards/schema.ts'
import type { Batch } from '../../shared/batches/schema.ts'
import { publicPath } from '../../shared/portal/paths.ts'
import type { Submission } from '../../shared/submissions/schema.ts'
import { templateOf } from '../../shared/templates/index.ts'
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
const job = async (which: 'award' | 'awards' | 'call' | 'home', id: string) => {
  const { work } = await import('../../functions/stream/jobs.ts')
  await work({ job: 'publish', page: which, id })
}

const allAwarded = (id: string, submissions: readonly string[]) =>
  approvedSheet(
    id,
    category,
    submissions.map((submission) => ({ submission, outcome: 'award' })),
  )

/** A batch that is published: two awards, of universities of two provinces. */
async function published() {
  const { table } = await import('../../functions/aws/table.ts')
  const { key } = await import('../../functions/aws/keys.ts')
  const { settleResult } = await import('../../functions/awards/granting.ts')
  const { settleBatch } = await import('../../functions/workflow/steps.ts')
  const { id, submissions } = await batchInReview(office, { submissions: 2 })
  const batch = await table.get<Batch>(key.batch(id))
  if (!batch) throw new Error('no batch')
  await allAwarded(id, submissions)
  for (const [i, submission] of submissions.entries()) {
    const head = await table.get<Submission>(key.submission(submission))
    if (!head) throw new Error('no submission')
    await table.put({ ...key.organisation(head.institution.id), ...head.institution, province: ['32', '61'][i], path: [], state: 'active' })
    await settleResult(batch, { submission, category, outcome: 'award', place: i + 1, score: null }, new Date().toISOString())
  }
  await house.settle()
  expect(page(publicPath.awards(id, 'zh'))).toBe('')
  await settleBatch(id)
  await settleBatch(id)
  await house.settle()
  const awards = await Promise.all(
    submissions.map(async (each) => table.get<{ id: string; number: string; institution: { id: string } }>(key.award(each))),
  )
  const [first, second] = awards
  if (!first || !second) throw new Error('no awards')
  return { id, first, second }
}

/** Every text of the site that is about a batch or lists everything, as it lies there now; times of writing left out. */
const siteNow = () =>
  new Map(
    [...house.objects]
      .filter(([name]) => name.startsWith('/site/') && /\.(html|json|xml|csv|txt)$/.test(name))
      .map(([name, content]) => [name, content.toString().replace(/<lastBuildDate>[^<]*/, '')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

describe('what is published', () => {
  test('stands on the list, its parts, the columns, the search and the map, once everything holds', async () => {
    const { id, first, second } = await published()
    for (const language of ['zh', 'en'] as const) {
      const list = page(publicPath.awards(id, language))
      for (const { number } of [first, second]) expect(list.split(`>${number}</a>`)).toHaveLength(2)
      expect(page(publicPath.awards(id, language, { province: '32' }))).toContain(first.number)
      expect(page(publicPath.awards(id, language, { province: '32' }))).not.toContain(second.number)
      expect(page(publicPath.province('61', language))).toContain(second.institution.id)
      expect(page(publicPath.institutions(language))).toContain(first.institution.id)
      expect(page(publicPath.searchPart(`awards-${id}`, language))).toContain(first.number)
      expect(page(publicPath.home(language))).toContain(`awards/${id}.html`)
    }
    expect(page(publicPath.awardsFile(id, 'csv'))).toContain(second.number)
    expect(page(publicPath.sitemapPart(`awards-${id}`))).toContain(`/works/${first.id}.html`)
    expect(page(publicPath.missing)).toContain('There is no such page')
  })

  test('follows a revocation everywhere', async () => {
    const { id, first, second } = await published()
    const revoked = await house.ask(`/awards/${second.id}/revoke`, { cookie: office.cookie, body: { reason: '材料不实，经核查撤销。' } })
    expect(revoked.status).toBe(200)
    await house.settle()
    for (const language of ['zh', 'en'] as const) {
      for (const view of [{ order: 'list' }, { order: 'province' }, { order: 'institution' }] as const) {
        expect(page(publicPath.awards(id, language, view))).not.toContain(second.number)
        expect(page(publicPath.awards(id, language, view))).toContain(first.number)
      }
      expect(page(publicPath.awards(id, language, { province: '61' }))).toBe('')
      expect(page(publicPath.work(second.id, language))).toBe('')
      expect(page(publicPath.searchPart(`awards-${id}`, language))).not.toContain(second.number)
      expect(page(publicPath.province('61', language))).not.toContain(second.institution.id)
      expect(page(publicPath.institutions(language))).not.toContain(second.institution.id)
      expect(page(publicPath.institution(second.institution.id, language))).not.toContain(second.number)
    }
    expect(page(publicPath.certificate(second.number, 'zh'))).toContain('已被撤销')
    expect(page(publicPath.awardsFile(id, 'csv'))).not.toContain(second.number)
    expect(page(publicPath.sitemapPart(`awards-${id}`))).not.toContain(second.id)
  })

  test('is the same when it is published twice, at once, in another order', async () => {
    const { id, first, second } = await published()
    const before = siteNow()
    await Promise.all([job('awards', id), job('award', second.id), job('award', first.id), job('awards', id), job('home', '')])
    await job('award', first.id)
    expect(siteNow()).toEqual(before)
  })

  test('is put again only where it says something else; all of it when the home page is asked for', async () => {
    await published()
    // What is taken away here shows what is put anew.
    house.objects.clear()
    await published()
    const [changed, same] = [
      ['index.html', 'en/index.html', 'awards.html', 'sitemap.xml'],
      ['robots.txt', '404.html', 'certificates.html', 'en/certificates.html', 'search.html'],
    ].map((names) => names.map((name) => `/site/${name}`))
    expect([...siteNow().keys()]).toEqual(expect.arrayContaining(changed ?? []))
    expect([...house.objects.keys()].filter((name) => same?.includes(name))).toEqual([])
    await job('home', '')
    expect([...siteNow().keys()]).toEqual(expect.arrayContaining([...(changed ?? []), ...(same ?? [])]))
  })

  describe('while others show what has changed too', () => {
    const ids = Array.from({ length: 4 }, () => ulid())
    const say = async (id: string, title: string) => {
      const { table } = await import('../../functions/aws/table.ts')
      const { key } = await import('../../functions/aws/keys.ts')
      const entry = { id, title, state: 'open', publishedAt: '2026-09-01T00:00:00.000Z', ends: '2026-09-08T00:00:00.000Z' }
      await table.put({ ...key.portal('NOTICE', id), kind: 'portal', entry })
      await job('call', 'none')
    }

    test.each(['ends before', 'is still at it'])(
      'says what holds where a slow one puts something older and the other %s',
      async (which) => {
        const [id = ''] = ids
        await say(id, '演示·先前的')
        const [name, slowly] = ['/site/notices.html', '/site/en/notices.html']
        const held = Promise.withResolvers<void>()
        const heldToo = Promise.withResolvers<void>()
        house.holding.set(name, held.promise)
        const slow = say(id, '演示·慢的')
        await vi.waitFor(() => expect(house.holding.has(name)).toBe(false))
        if (which === 'is still at it') house.holding.set(slowly, heldToo.promise)
        const fast = say(id, '演示·快的')
        if (which === 'ends before') await fast
        else await vi.waitFor(() => expect([house.holding.has(slowly), page('notices.html').includes('演示·快的')]).toEqual([false, true]))
        held.resolve()
        if (which === 'is still at it') await slow
        heldToo.resolve()
        await Promise.all([slow, fast])
        expect(page('notices.html')).toContain('演示·快的')
        expect(page('notices.html')).not.toContain('演示·慢的')
      },
    )

    test('comes to an end however many there are', async () => {
      await Promise.all(ids.flatMap((id) => [say(id, '演示·甲'), say(id, '演示·乙'), say(id, '演示·丙')]))
      const there = siteNow()
      await job('home', '')
      expect(siteNow()).toEqual(there)
    })
  })

  test('keeps the work pages within where the host has set it so', async () => {
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { settleResult } = await import('../../functions/awards/granting.ts')
    for (const publicWorkPage of [true, false]) {
      const { id, submissions } = await batchInReview(office, { submissions: 1, settings: { publicWorkPage } })
      await allAwarded(id, submissions)
      const batch = await table.get<Batch>(key.batch(id))
      const [submission = ''] = submissions
      if (batch) await settleResult(batch, { submission, category, outcome: 'award', place: 1, score: null }, new Date().toISOString())
      await house.settle()
      const award = await table.get<{ number: string }>(key.award(submission))
      expect(page(publicPath.certificate(award?.number ?? '', 'zh'))).toContain('此证书真实有效')
      expect(page(publicPath.work(submission, 'zh')) !== '').toBe(publicWorkPage)
    }
  })

  test('is told to a unit with two awards in two letters, and so is what they owe', async () => {
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { settleResult } = await import('../../functions/awards/granting.ts')
    const { workDue } = await import('../../functions/workflow/due.ts')
    const { id, submissions } = await batchInReview(office, { submissions: 2 })
    await allAwarded(id, submissions)
    const batch = await table.get<Batch>(key.batch(id))
    const unit = { id: ulid(), name: '演示·两项大学', kind: 'university' as const }
    const to = 'two-awards@example.org'
    const person = ulid()
    await table.put({ ...key.member(unit.id, person), person, name: '演示·周老师', email: to, state: 'active', roles: ['operator'] })
    const at = new Date().toISOString()
    for (const [i, submission] of submissions.entries()) {
      await table.put({ ...(await table.get<Submission>(key.submission(submission))), ...key.submission(submission), unit })
      if (batch) await settleResult(batch, { submission, category, outcome: 'award', place: i + 1, score: null }, at)
    }
    await house.settle()
    const award = await table.get<{ next: { due: string } }>(key.award(submissions[0] ?? ''))
    await workDue(new Date(Date.parse(`${award?.next.due}T04:00:00Z`) - 30 * 86_400_000).toISOString())
    await house.settle()
    for (const mail of ['award-granted', 'obligation-due']) {
      const letters = house.mails.filter((each) => each.mail === mail && each.to === to)
      expect([mail, letters.length, new Set(letters.map((each) => each.id)).size]).toEqual([mail, 2, 2])
    }
  })

  test('is followed by a reminder of what is owed on each of its days, once, until it is met', async () => {
    const { table } = await import('../../functions/aws/table.ts')
    const { key } = await import('../../functions/aws/keys.ts')
    const { clock } = await import('../../functions/aws/clock.ts')
    const { step } = await import('../../functions/workflow/lambda.ts')
    const { first, second } = await published()
    const award = await table.get<Award>(key.award(first.id))
    if (!award?.next) throw new Error('nothing is owed')
    const { obligation, due, title } = award.next
    const people = ['reminded@example.org', 'done@example.org']
    for (const [i, { id }] of [first, second].entries()) {
      const unit = (await table.get<Award>(key.award(id)))?.unit.id ?? ''
      const person = ulid()
      await table.put({ ...key.member(unit, person), person, name: '演示·周老师', email: people[i], state: 'active', roles: ['operator'] })
    }
    const [far = 0, near = 0] = templateOf('shuangchuang-4', 1)?.obligations.find((each) => each.key === obligation)?.remindDaysBefore ?? []
    expect(far).toBeGreaterThan(near)
    const real = clock.now
    /** The round that comes every five minutes, on a day so long before: how many days are left in the mails so far about what is owed first. */
    const roundsOn = async (before: number) => {
      clock.now = () => new Date(Date.parse(`${due}T04:00:00Z`) - before * 86_400_000)
      for (const _ of [1, 2, 3]) await step({ step: 'reconcile' })
      await house.settle()
      const about = house.mails.filter(({ mail, data }) => mail === 'obligation-due' && (data.obligation as Text).zh === title.zh)
      return people.map((each) => about.filter(({ to }) => to === each).map(({ data }) => data.days))
    }
    try {
      expect(await roundsOn(far + 1)).toEqual([[], []])
      expect(await roundsOn(far)).toEqual([[far], [far]])
      expect(await roundsOn(far - 1)).toEqual([[far], [far]])
      const owed = key.obligation(second.id, obligation)
      await table.put({ ...(await table.get<object>(owed)), ...owed, state: 'met' })
      expect(await roundsOn(near)).toEqual([[far, near], [far]])
      const facts = await table.all<{ type: string; obligation: string; days: number }>({ pk: key.award(first.id).pk, begins: 'EVENT#' })
      const recalled = facts.filter((fact) => fact.type === 'obligation.reminded' && fact.obligation === obligation)
      expect(recalled.map(({ days }) => days).sort((x, y) => y - x)).toEqual([far, near])
    } finally {
      clock.now = real
    }
  })

  test('that failed in the middle is finished by the next try', async () => {
    const { id, first } = await published()
    const before = siteNow()
    for (const name of before.keys()) house.objects.delete(name)
    const unwritable = `/site/${publicPath.awards(id, 'en', { province: '32' })}`
    house.refusing.add(unwritable)
    await expect(job('awards', id)).rejects.toThrow()
    house.refusing.clear()
    expect(siteNow()).not.toEqual(before)
    await job('awards', id)
    await job('award', first.id)
    // Columns are put again only when what they show has changed, or when all of the site is asked for.
    await job('home', '')
    const after = siteNow()
    for (const path of [publicPath.awards(id, 'en', { province: '32' }), publicPath.results('zh'), publicPath.province('32', 'zh')])
      expect(after.get(`/site/${path}`)).toBe(before.get(`/site/${path}`))
  })
})
