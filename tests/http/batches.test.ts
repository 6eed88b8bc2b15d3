import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { link } from '../../functions/aws/chain.ts'
import { deadline } from '../../shared/mails/words.ts'
import { unlimited } from '../../shared/quotas/limits.ts'
import type { Denominator, QuotaRow } from '../../shared/quotas/schema.ts'
import { type Ask, day, openRunning, type RunningStack } from './running.ts'

/** A whole stack works behind these tests. */
vi.setConfig({ testTimeout: 60_000 })

let stack: RunningStack
let office: Ask
beforeAll(async () => {
  stack = await openRunning()
  office = stack.office
}, 60_000)
afterAll(() => stack.close())

const draft = async (title = '演示·精品项目遴选') =>
  String((await office('/batches', { body: { template: 'jingpin-2024', title } })).body.id)
const code = ({ status, body }: { status: number; body: Record<string, unknown> }) => (status < 300 ? 'done' : body.code)
const places = async (id: string, ask = office): Promise<QuotaRow[]> => {
  const rows: QuotaRow[] = []
  let cursor: string | undefined
  do {
    const page = await ask(`/batches/${id}/quotas?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    rows.push(...(page.body.rows as QuotaRow[]))
    cursor = page.body.cursor as string | undefined
  } while (cursor)
  return rows
}

describe('templates', () => {
  test('are listed with what my unit may host', async () => {
    const { body } = await office('/templates')
    const mine = (rows: unknown) => (rows as { key: string; mayHost: boolean }[]).filter(({ mayHost }) => mayHost).map(({ key }) => key)
    expect(mine(body.rows)).toContain('shuangchuang-4')
    const university = await stack.someone(stack.tree.university, 'administrator')('/templates')
    expect(mine(university.body.rows)).toContain('jingpin-2024-internal')
    expect(mine(university.body.rows)).not.toContain('jingpin-2024')
  })
  test('are read whole, with their forms', async () => {
    const { body } = await office('/templates/jingpin-2024')
    expect(Object.keys(body.forms as object).length).toBeGreaterThan(0)
  })
  test('that do not exist are not found', async () => expect(code(await office('/templates/none'))).toBe('template.unknown'))
})

describe('a batch is prepared', () => {
  test('by an administrator, once however often it is asked', async () => {
    const asked = { body: { template: 'jingpin-2024', title: '演示·一次' }, key: ulid() }
    const [first, second] = [await office('/batches', asked), await office('/batches', asked)]
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id])
  })
  test('under a key that tells nothing of what others have under such an id', async () => {
    const kept = await draft('演示·别人看不见的')
    const university = stack.someone(stack.tree.university, 'administrator')
    const asked = { body: { template: 'jingpin-2024-internal', title: '演示·自己的' }, key: kept }
    const [first, again] = [await university('/batches', asked), await university('/batches', asked)]
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect(first.body.id).not.toBe(kept)
    expect((await university(`/batches/${first.body.id}`)).body.title).toBe('演示·自己的')
    expect((await stack.head(kept)).title).toBe('演示·别人看不见的')
  })
  test('not by an operator', async () => {
    const operator = stack.someone(stack.tree.national, 'operator')
    expect(code(await operator('/batches', { body: { template: 'jingpin-2024', title: '演示·经办' } }))).toBe('role.not-allowed')
  })
  test('from an award list of one’s own only, and only where it has something at work', async () => {
    const check = { template: 'shuangchuang-acceptance', title: '演示·验收', source: await draft() }
    expect(code(await office('/batches', { body: check }))).toBe('batch.source-unfit')
    const province = stack.someone(stack.tree.province, 'administrator')
    expect(code(await province('/batches', { body: check }))).toBe('not-found')
    expect(code(await office('/batches', { body: { ...check, source: ulid() } }))).toBe('not-found')
  })
  test('not from a template whose applicants do not lie below', async () => {
    const university = stack.someone(stack.tree.university, 'administrator')
    expect(code(await university('/batches', { body: { template: 'jingpin-2024', title: '演示·校级' } }))).toBe('batch.cannot-host')
    expect(code(await university('/batches', { body: { template: 'jingpin-2024-internal', title: '演示·校内遴选' } }))).toBe('done')
  })
  test('and nobody below knows of it', async () => {
    const id = await draft()
    for (const unit of [stack.tree.province, stack.tree.university]) {
      const below = stack.someone(unit, 'administrator')
      expect(code(await below(`/batches/${id}`))).toBe('not-found')
      expect(code(await below(`/batches/${id}`, { method: 'PATCH', body: { title: '演示·别人的' } }))).toBe('not-found')
      expect(((await below('/batches')).body.rows as { id: string }[]).map((row) => row.id)).not.toContain(id)
    }
  })
  test('section by section', async () => {
    const id = await draft()
    const change = (body: unknown) => office(`/batches/${id}`, { method: 'PATCH', body })
    expect(code(await change({ title: '演示·新的标题', settings: { expertsPerSubmission: 5, publicWorkPage: false } }))).toBe('done')
    expect(code(await change({ stages: [{ key: 'none', on: true }] }))).toBe('stage.absent')
    expect(code(await change({ stages: [{ key: 'collect', on: false }] }))).toBe('stage.not-optional')
    expect(code(await change({ categories: [{ key: 'none', on: true }] }))).toBe('batch.category-absent')
    expect(code(await change({ stages: [{ key: 'collect', opens: 'tomorrow' }] }))).toBe('request.invalid')
    expect(code(await change({ host: 'x' }))).toBe('request.invalid')
    const { body } = await office(`/batches/${id}`)
    expect(body).toMatchObject({ title: '演示·新的标题', settings: { expertsPerSubmission: 5, publicWorkPage: false } })
  })
  test('never over what somebody else has set meanwhile, when it says what it was made from', async () => {
    const id = await draft()
    const { seq } = (await office(`/batches/${id}`)).body as { seq: number }
    const change = (body: unknown, key = ulid()) => office(`/batches/${id}`, { method: 'PATCH', body, key })
    const first = { body: { title: '演示·先保存的', from: seq }, key: ulid() }
    expect(code(await change(first.body, first.key))).toBe('done')
    expect(code(await change(first.body, first.key))).toBe('done')
    const stale = await change({ title: '演示·旧页面的', from: seq })
    expect([stale.status, stale.body.code, stale.body.data]).toMatchObject([
      409,
      'changed-meanwhile',
      { batch: { title: '演示·先保存的', seq: seq + 1 } },
    ])
    expect((await office(`/batches/${id}`)).body.title).toBe('演示·先保存的')
    expect(code(await change({ title: '演示·看过之后的', from: seq + 1 }))).toBe('done')
  })
  test('its head stays within one read of the database', async () => {
    for (const template of ['jingpin-2024', 'shuangchuang-4']) {
      const id = await stack.prepare('演示·标题很长'.repeat(8), template)
      expect(Buffer.byteLength(JSON.stringify(await stack.head(id)))).toBeLessThan(4096)
    }
  })
  test('and discarded, after which nobody finds it', async () => {
    const id = await draft()
    expect(code(await office(`/batches/${id}`, { method: 'DELETE' }))).toBe('done')
    expect(code(await office(`/batches/${id}`))).toBe('not-found')
    const { body } = await office('/batches?scope=hosted&limit=100')
    expect((body.rows as { id: string }[]).map((row) => row.id)).not.toContain(id)
  })
})

describe('the check list', () => {
  const missing = async (id: string) =>
    ((await office(`/batches/${id}/checklist`)).body.missing as { code: string; of?: string }[]).map(
      (each) => `${each.code}${each.of ? ` ${each.of}` : ''}`,
    )
  test('names what a fresh draft lacks', async () => {
    const found = await missing(await draft())
    expect(found).toContain('no-opens collect')
    expect(found).toContain('no-closes endorse-province')
    expect(found).toContain('no-quotas')
  })
  test('is empty when everything is there', async () => expect(await missing(await stack.prepare())).toEqual([]))
  test('holds the batch back, and says why in both languages', async () => {
    const refused = await office(`/batches/${await draft()}/open`, { body: {} })
    expect([refused.status, refused.body.code]).toEqual([422, 'batch.incomplete'])
    expect((refused.body.data as { missing: unknown[] }).missing[0]).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
  })
  test('finds dates out of order', async () => {
    const id = await stack.prepare()
    const collect = (await stack.head(id)).stages[0]
    await office(`/batches/${id}`, { method: 'PATCH', body: { stages: [{ key: 'endorse-university', closes: collect?.opens }] } })
    expect(await missing(id)).toEqual(['closes-before-opens endorse-university', 'closes-before-previous endorse-university'])
  })
  test('wants places again when a category is added', async () => {
    const id = await stack.prepare()
    const [first, ...others] = (await stack.head(id)).categories
    await office(`/batches/${id}`, { method: 'PATCH', body: { categories: [{ ...first, on: false }, ...others] } })
    expect(await missing(id)).toEqual([])
    await office(`/batches/${id}`, { method: 'PATCH', body: { categories: [{ ...first, on: true }] } })
    expect(await missing(id)).toEqual(['no-quotas'])
  })
})

describe('places', () => {
  test('are those of the call', async () => {
    const rows = await places(await stack.prepare())
    const limit = (unit: { id: string }) => [...new Set(rows.filter((row) => row.unit.id === unit.id).map((row) => row.limit))]
    expect(limit(stack.tree.province)).toEqual([3])
    expect(limit(stack.tree.named)).toEqual([4])
    expect(limit(stack.tree.plain)).toEqual([2])
    expect(limit(stack.tree.direct)).toEqual([2])
    expect(limit(stack.tree.corps)).toEqual([unlimited])
    expect(limit(stack.tree.ministry)).toEqual([])
    expect(limit(stack.tree.university)).toEqual([])
    expect(rows).toHaveLength(5 * 12)
    expect(rows[0]?.basis).toBeDefined()
  })
  test('are edited together or not at all', async () => {
    const id = await stack.prepare()
    const [first, second] = await places(id)
    const row = (each: QuotaRow | undefined, limit: number) => ({ unit: each?.unit.id, category: each?.category, limit })
    const put = (...changes: unknown[]) => office(`/batches/${id}/quotas`, { method: 'PUT', body: { places: changes } })
    expect(code(await put(row(first, 7), row(second, 8)))).toBe('done')
    expect(code(await put(row(first, 9), { ...row(second, 9), unit: stack.tree.university.id }))).toBe('quota.unknown-unit')
    expect(code(await put(row(first, 9), { ...row(second, 9), category: 'none' }))).toBe('quota.unknown-unit')
    expect(code(await put(row(first, -1)))).toBe('request.invalid')
    expect((await places(id)).slice(0, 2).map(({ limit, basis }) => [limit, basis.kind])).toEqual([
      [7, 'host'],
      [8, 'host'],
    ])
  })
  test('proposed again leave what the host has set, unless the call’s own numbers are wanted back', async () => {
    const id = await stack.prepare()
    const [first] = await places(id)
    const place = { unit: first?.unit.id, category: first?.category }
    const limit = async () => (await places(id))[0]?.limit
    const propose = (body: object) => office(`/batches/${id}/quotas/propose`, { body })
    await office(`/batches/${id}/quotas`, { method: 'PUT', body: { places: [{ ...place, limit: 9 }] } })
    await propose({})
    expect(await limit()).toBe(9)
    await propose({ replace: true })
    expect(await limit()).toBe(first?.limit)
    expect(code(await propose({ cursor: 'none' }))).toBe('request.invalid')
  })
  test('proposed by two administrators at once are there once', async () => {
    const id = await draft()
    await Promise.all([1, 2].map(() => office(`/batches/${id}/quotas/propose`, { body: {} })))
    const rows = await places(id)
    expect(new Set(rows.map(({ unit, category }) => `${unit.id} ${category}`)).size).toBe(rows.length)
    expect(rows).toHaveLength(5 * 12)
    expect((await stack.head(id)).quotasAt).toBeDefined()
  })
  test('never fall below what is used, also while the batch runs', async () => {
    const id = await stack.open()
    const [first] = await places(id)
    const used = { ...stack.key.quota(id, first?.unit.id ?? '', first?.category ?? '') }
    await stack.table.put({ ...used, ...first, used: 2 })
    const put = (limit: number) =>
      office(`/batches/${id}/quotas`, { method: 'PUT', body: { places: [{ unit: first?.unit.id, category: first?.category, limit }] } })
    expect(code(await put(1))).toBe('quota.below-used')
    expect(code(await put(2))).toBe('done')
    expect(await stack.facts(id)).toContain('quota.set')
  })
  test('are not written over what another has set meanwhile, which is shown instead', async () => {
    const id = await stack.prepare()
    const [first, second] = await places(id)
    const put = (key: string, ...changes: [QuotaRow | undefined, number, number | null | undefined][]) =>
      office(`/batches/${id}/quotas`, {
        method: 'PUT',
        key,
        body: {
          places: changes.map(([row, limit, from]) => ({
            unit: row?.unit.id,
            category: row?.category,
            limit,
            ...(from !== undefined && { from }),
          })),
        },
      })
    const key = ulid()
    expect(code(await put(key, [first, 70, first?.limit]))).toBe('done')
    const stale = await put(ulid(), [first, 80, first?.limit], [second, 81, second?.limit])
    expect([stale.status, stale.body.code]).toEqual([409, 'changed-meanwhile'])
    expect(stale.body.data).toEqual({ places: [{ unit: first?.unit.id, category: first?.category, limit: 70 }] })
    expect((await places(id)).slice(0, 2).map(({ limit }) => limit)).toEqual([70, second?.limit])
    // The same request again is answered as what it was: done.
    expect((await put(key, [first, 70, first?.limit])).body).toEqual({ repeated: true })
    expect(code(await put(ulid(), [first, 80, null]))).toBe('changed-meanwhile')
    expect(code(await put(ulid(), [first, 80, 70], [second, 81, second?.limit]))).toBe('done')
  })
  test('are written by one of several who start from the same number at the same time', async () => {
    const id = await stack.prepare()
    const [first] = await places(id)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        office(`/batches/${id}/quotas`, {
          method: 'PUT',
          body: { places: [{ unit: first?.unit.id, category: first?.category, limit: 40 + i, from: first?.limit }] },
        }),
      ),
    )
    expect(answers.map(code).filter((each) => each === 'done')).toHaveLength(1)
    expect(answers.map(code).filter((each) => each === 'changed-meanwhile')).toHaveLength(5)
  })
  test('are what a share of the universities below comes to, when the host says so', async () => {
    const id = await stack.prepare()
    const rows = await places(id)
    const { province, corps, direct } = stack.tree
    const denominators = (await office(`/batches/${id}/quotas/denominators?limit=500`)).body.rows as Denominator[]
    const count = (unit: { id: string }) => denominators.find((each) => each.unit === unit.id)
    expect(count(province)).toEqual({ unit: province.id, of: 'university', count: 20 })
    expect(count(direct)).toMatchObject({ of: 'college' })
    const row = rows.find(({ unit }) => unit.id === province.id)
    const share = { ratio: 0.33, rounding: 'half-up' }
    const limit = 7
    const put = (given: number) =>
      office(`/batches/${id}/quotas`, {
        method: 'PUT',
        body: { places: [{ unit: province.id, category: row?.category, limit: given, from: row?.limit, share }] },
      })
    const wrong = await put(limit + 1)
    expect([wrong.status, wrong.body.code, wrong.body.details]).toEqual([409, 'quota.share-differs', { units: 1 }])
    expect(code(await put(limit))).toBe('done')
    const now = (await places(id)).find(({ unit, category }) => unit.id === province.id && category === row?.category)
    expect(now).toMatchObject({ limit, basis: { kind: 'ratio', ratio: 0.33, universities: 20, rounding: 'half-up' } })
    expect(count(corps)?.of).toBe('university')
    const nonsense = { ...share, ratio: 1.5 }
    const body = { places: [{ unit: province.id, category: row?.category, limit: 1, share: nonsense }] }
    expect(code(await office(`/batches/${id}/quotas`, { method: 'PUT', body }))).toBe('request.invalid')
  })
  test('are there for a unit registered later, once the host sets them', async () => {
    const id = await stack.prepare()
    const late = await stack.unit('university', '后来的大学', stack.tree.ministry, '4111019999')
    const put = await office(`/batches/${id}/quotas`, {
      method: 'PUT',
      body: { places: [{ unit: late.id, category: (await places(id))[0]?.category, limit: 1 }] },
    })
    expect(code(put)).toBe('done')
    await stack.table.remove(stack.key.organisation(late.id))
  })
  test('are given to nobody outside, who is as unknown as nobody', async () => {
    const university = stack.someone(stack.tree.university, 'administrator')
    const { body } = await university('/batches', { body: { template: 'shuangchuang-4-internal', title: '演示·只管校内' } })
    const category = (await stack.head(String(body.id))).categories[0]?.key
    const outside = await stack.unit('college', '演示·别校学院', stack.tree.direct)
    for (const unit of [outside.id, stack.tree.direct.id, stack.tree.province.id, ulid()]) {
      const put = await university(`/batches/${body.id}/quotas`, { method: 'PUT', body: { places: [{ unit, category, limit: 1 }] } })
      expect([put.status, put.body.code]).toEqual([422, 'quota.unknown-unit'])
    }
    expect(await places(String(body.id), university)).toEqual([])
    await stack.table.remove(stack.key.organisation(outside.id))
  })
  test('of a university’s own round belong to its colleges', async () => {
    const university = stack.someone(stack.tree.university, 'administrator')
    const { body } = await university('/batches', { body: { template: 'shuangchuang-4-internal', title: '演示·校内遴选' } })
    expect(code(await university(`/batches/${body.id}/quotas/propose`, { body: {} }))).toBe('done')
    const rows = await places(String(body.id), university)
    expect([...new Set(rows.map(({ unit, level }) => `${level} ${unit.id}`))]).toEqual([`college ${stack.tree.college.id}`])
  })
})

describe('a batch is watched', () => {
  test('with who did what, and a chain that holds', async () => {
    const id = await stack.prepare('演示·记录批次')
    const { body } = await office(`/batches/${id}/events?limit=10&about=run`)
    const rows = body.rows as { type: string; by: { kind: string }; who: { name: string | null } }[]
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.every(({ type, who }) => type.startsWith('batch.') && who !== undefined)).toBe(true)
    expect((await office(`/batches/${id}/events?limit=10&about=experts`)).body.rows).toEqual([])
    const times: string[] = []
    let cursor = ''
    do {
      const { body: page } = await office(`/batches/${id}/events?limit=2${cursor && `&cursor=${cursor}`}`)
      times.push(...(page.rows as { at: string }[]).map(({ at }) => at))
      cursor = String(page.cursor ?? '')
    } while (cursor)
    const all = (await office(`/batches/${id}/events?limit=100`)).body.rows as { at: string }[]
    expect(times).toEqual(all.map(({ at }) => at))
    expect(times).toEqual(times.toSorted().reverse())
    expect(code(await office(`/batches/${id}/events?cursor=elsewhere`))).toBe('request.invalid')
    const checked = await office(`/batches/${id}/events/check`)
    expect(checked.body).toMatchObject({ breaks: [], facts: { 'batch.drafted': 1 } })
    expect(checked.body.cursor).toBeUndefined()
    const head = await stack.head(id)
    await stack.table.put({ ...head, seq: head.seq + 1 })
    expect((await office(`/batches/${id}/events/check`)).body.breaks).toEqual([{ thing: 'batch', id, seq: head.seq + 1, why: 'head' }])
    await stack.table.put({ ...head })
    expect((await office(`/batches/${id}/events.xlsx?language=en`)).status).toBe(200)
    expect(code(await stack.someone(stack.tree.national, 'operator')(`/batches/${id}/events/check`))).toBe('role.not-allowed')
  })
  test('by the minute and by unit, down to the universities', async () => {
    const id = await stack.prepare('演示·实时批次')
    const yesterday = new Date(Date.parse(stack.now()) - day).toISOString()
    await office(`/batches/${id}`, { method: 'PATCH', body: { stages: [{ key: 'collect', opens: yesterday }] } })
    expect(code(await office(`/batches/${id}/open`, { body: {} }))).toBe('done')
    await stack.local.settled()
    const category = (await stack.head(id)).categories[0]?.key
    const university = stack.someone(stack.tree.university, 'administrator')
    expect(code(await university(`/batches/${id}/submissions`, { body: { category }, key: ulid() }))).toBe('done')
    await stack.local.settled()
    const live = (await office(`/batches/${id}/live`)).body as {
      minutes: { started: number }[]
      units: { unit: { id: string }; province?: string; states: object }[]
      totals: object
      health: { minutes: { done: number }[] }
    }
    expect(live.minutes).toHaveLength(60)
    expect(live.minutes.reduce((sum, { started }) => sum + started, 0)).toBe(1)
    expect(live.units).toMatchObject([{ unit: { id: stack.tree.province.id }, province: '32', states: { draft: 1 } }])
    expect(live.totals).toEqual({ draft: 1 })
    const top = (await office(`/batches/${id}/completeness`)).body.rows as { unit: { id: string }; states: object; further: boolean }[]
    expect(top.find(({ unit }) => unit.id === stack.tree.province.id)).toMatchObject({ states: { draft: 1 } })
    expect(top.find(({ unit }) => unit.id === stack.tree.corps.id)).toMatchObject({ states: {} })
    const below = (await office(`/batches/${id}/completeness?unit=${stack.tree.province.id}`)).body.rows as typeof top
    expect(below).toHaveLength(20)
    expect(below.find(({ unit }) => unit.id === stack.tree.university.id)?.states).toEqual({ draft: 1 })
    expect(code(await office(`/batches/${id}/completeness?unit=${stack.tree.university.id}`))).toBe('not-found')
    expect((await office(`/batches/${id}/completeness.xlsx`)).status).toBe(200)
    expect((await office(`/batches/${id}/completeness.xlsx?show=active&sort=share&order=ascending`)).status).toBe(200)
    expect(code(await office(`/batches/${id}/completeness.xlsx?sort=name`))).toBe('request.invalid')
    expect((await office(`/batches/${id}/events.xlsx?about=stages`)).status).toBe(200)
    expect(code(await stack.someone(stack.tree.province, 'administrator')(`/batches/${id}/live`))).not.toBe('done')
    await office(`/batches/${id}/cancel`, { body: { reason: '演示结束' } })
  })
  test('with an extension kept ready', async () => {
    const id = await stack.prepare('演示·备好延期')
    const prepared = { stage: 'collect', closes: '2030-01-01T09:00:00.000Z', later: 'shift', reason: '网络中断，顺延。' }
    const put = (given: unknown) => office(`/batches/${id}/extension`, { method: 'PUT', body: { prepared: given } })
    expect(code(await put(prepared))).toBe('done')
    expect((await office(`/batches/${id}/live`)).body.prepared).toEqual(prepared)
    expect(code(await put({ ...prepared, stage: 'publish' }))).toBe('stage.undated')
    expect(code(await put({ ...prepared, reason: '' }))).toBe('request.invalid')
    expect(code(await put(null))).toBe('done')
    expect((await office(`/batches/${id}/live`)).body.prepared).toBeNull()
  })
})

describe('the mails of a batch', () => {
  const sentences = { subject: { zh: '请尽快填报：{stage}', en: 'Please begin: {stage}' } }
  const put = (ask: Ask, id: string, key: string, given: unknown) =>
    ask(`/batches/${id}/mails/${key}`, { method: 'PUT', body: { sentences: given } })
  test('are shown with what they say, and take sentences of the host', async () => {
    const id = await draft('演示·邮件批次')
    expect(code(await put(office, id, 'stage-opened', sentences))).toBe('done')
    const rows = (await office(`/batches/${id}/mails`)).body.rows as { key: string; own: unknown; mail: { zh: { subject: string } } }[]
    const opened = rows.find(({ key }) => key === 'stage-opened')
    expect(opened).toMatchObject({ own: sentences, mail: { zh: { subject: '请尽快填报：填报' } } })
    expect(rows.find(({ key }) => key === 'batch-paused')?.mail.zh.subject).toBe('批次暂停：演示·邮件批次')
    expect(code(await put(office, id, 'stage-opened', null))).toBe('done')
    const after = (await office(`/batches/${id}/mails`)).body.rows as { key: string; own: unknown }[]
    expect(after.find(({ key }) => key === 'stage-opened')?.own).toBeNull()
  })
  test('carry the dates and categories of this batch, and the extension that is kept ready', async () => {
    const id = await stack.prepare('演示·邮件内容')
    const batch = (await office(`/batches/${id}`)).body as {
      stages: { key: string; kind: string; title: { zh: string }; closes: string }[]
    }
    const said = async (key: string, query = '') => {
      const { rows } = (await office(`/batches/${id}/mails${query}`)).body as { rows: { key: string; mail: { zh: unknown } }[] }
      return JSON.stringify(rows.find((row) => row.key === key)?.mail.zh)
    }
    const collect = batch.stages.find(({ kind }) => kind === 'collect')
    const endorse = batch.stages.find(({ kind }) => kind === 'endorse')
    expect(await said('stage-opened')).toContain(`“${collect?.title.zh}”环节已开始`)
    expect(await said('stage-opened', `?stage=${endorse?.key}`)).toContain(`“${endorse?.title.zh}”环节已开始`)
    expect(await said('approval-request')).not.toContain('文化育人')
    const closes = new Date(Date.parse(collect?.closes ?? '') + 5 * 86_400_000).toISOString()
    const prepared = { stage: collect?.key, closes, later: 'keep', reason: '暴雨停电，填报时间顺延五天。' }
    expect(code(await office(`/batches/${id}/extension`, { method: 'PUT', body: { prepared } }))).toBe('done')
    const moved = await said('deadline-moved')
    expect(moved).toContain(prepared.reason)
    expect(moved).toContain(deadline(closes, 'zh'))
    expect(moved).toContain(deadline(collect?.closes ?? '', 'zh'))
  })
  test('are sent with them, also those set while it runs', async () => {
    const id = await stack.prepare('演示·邮件照发')
    expect(code(await put(office, id, 'batch-paused', { subject: { zh: '暂缓办理：{batch}', en: 'On hold: {batch}' } }))).toBe('done')
    expect(code(await office(`/batches/${id}/open`, { body: {} }))).toBe('done')
    // The first stage opens a moment later; who sets a mail in that moment is told that the batch has changed.
    await stack.local.settled()
    expect(code(await put(office, id, 'batch-resumed', { opening: { zh: '请继续。{reason}', en: 'Go on. {reason}' } }))).toBe('done')
    const member = stack.someone(stack.tree.province, 'administrator')
    await member('/batches')
    await stack.table.put({
      ...stack.key.member(stack.tree.province.id, ulid()),
      person: ulid(),
      name: '演示·收件人',
      email: 'told@example.org',
      state: 'active',
      roles: ['administrator'],
    })
    await office(`/batches/${id}/pause`, { body: { reason: '复核名额。' } })
    await stack.local.settled()
    await office(`/batches/${id}/resume`, { body: { reason: '复核完成。', shift: false } })
    await stack.local.settled()
    const sent = (await (await fetch(`${stack.local.mailbox}.json?to=told@example.org`)).json()) as { subject: string; text: string }[]
    expect(sent.map(({ subject }) => subject)).toContain('暂缓办理：演示·邮件照发 / On hold: 演示·邮件照发')
    expect(sent.some(({ text }) => text.includes('请继续。复核完成。'))).toBe(true)
    await office(`/batches/${id}/cancel`, { body: { reason: '演示结束' } })
  })
  test('take no placeholder that they know nothing of, and only from its administrators', async () => {
    const id = await draft('演示·邮件拒绝')
    expect(code(await put(office, id, 'stage-opened', { subject: { zh: '{quota}', en: '{quota}' } }))).toBe('batch.mail-placeholder')
    expect(code(await put(office, id, 'invitation', sentences))).toBe('not-found')
    expect(code(await put(office, id, 'stage-opened', { subject: { zh: '', en: '' } }))).toBe('request.invalid')
    expect(code(await put(stack.someone(stack.tree.national, 'operator'), id, 'stage-opened', sentences))).toBe('role.not-allowed')
    await office(`/batches/${id}`, { method: 'DELETE' })
    expect(code(await put(office, id, 'stage-opened', sentences))).not.toBe('done')
  })
})

describe('a batch is opened', () => {
  test('once, when two administrators do it at the same moment', async () => {
    const id = await stack.prepare()
    const answers = await Promise.all([
      office(`/batches/${id}/open`, { body: {} }),
      stack.someone(stack.tree.national, 'administrator')(`/batches/${id}/open`, { body: {} }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(['changed-meanwhile', 'batch.already-open']).toContain(
      code(answers.find(({ status }) => status !== 200) ?? { status: 0, body: {} }),
    )
    await stack.local.settled()
    expect((await stack.facts(id)).filter((fact) => fact === 'batch.opened')).toHaveLength(1)
  })
  test('and a repeated request answers as the first', async () => {
    const id = await stack.prepare()
    const asked = { body: {}, key: ulid() }
    expect([code(await office(`/batches/${id}/open`, asked)), code(await office(`/batches/${id}/open`, asked))]).toEqual(['done', 'done'])
    expect(code(await office(`/batches/${id}/open`, { body: {} }))).toBe('batch.already-open')
  })
  test('not by an operator, not by another unit, not by a visitor', async () => {
    const id = await stack.prepare()
    expect(code(await stack.someone(stack.tree.national, 'operator')(`/batches/${id}/open`, { body: {} }))).toBe('role.not-allowed')
    expect(code(await stack.someone(stack.tree.province, 'administrator')(`/batches/${id}/open`, { body: {} }))).toBe('not-found')
    const visitor = await fetch(`${stack.local.origin}/api/batches/${id}`)
    expect(visitor.status).toBe(401)
  })
  test('and then its configuration stands', async () => {
    const id = await stack.open()
    expect(code(await office(`/batches/${id}`, { method: 'PATCH', body: { title: '演示·改名' } }))).toBe('batch.already-open')
    expect(code(await office(`/batches/${id}`, { method: 'DELETE' }))).toBe('batch.already-open')
  })
  test('and those below see what they need', async () => {
    const id = await stack.open('演示·可见批次')
    const { body } = await stack.someone(stack.tree.university, 'operator')(`/batches/${id}`)
    expect([body.part, body.parts]).toEqual(['invited', ['apply', 'recommend']])
    const categories = body.categories as { mine: boolean; form: string; may?: { ok: boolean } }[]
    expect(categories.every(({ mine, may }) => mine && may?.ok)).toBe(true)
    expect(body).not.toHaveProperty('quotasAt')
    const listed = await stack.someone(stack.tree.province, 'operator')('/batches')
    expect((listed.body.rows as { id: string; parts: string[] }[]).find((row) => row.id === id)?.parts).toEqual(['recommend'])
    const preview = await office(`/batches/${id}/preview?kind=university`)
    expect(preview.body.categories).toHaveLength(12)
    expect(Object.keys(preview.body.forms as object).length).toBeGreaterThan(0)
  })
  test('and a unit with an unfinished project of the same type is told so', async () => {
    const id = await stack.open('演示·有在建项目')
    const category = (await places(id))[0]?.category
    const award = {
      id: ulid(),
      unit: { id: stack.tree.direct.id },
      batch: ulid(),
      programme: 'jingpin',
      category,
      type: category,
      state: 'open',
    }
    await stack.table.put({
      ...stack.key.award(award.id),
      ...award,
      kind: 'award',
      ownerPk: `ORG#${stack.tree.direct.id}#AWARDS`,
      ownerSk: award.id,
    })
    const { body } = await stack.someone(stack.tree.direct, 'operator')(`/batches/${id}`)
    const told = (body.categories as { key: string; may?: { code?: string } }[])
      .filter(({ may }) => may?.code)
      .map(({ key, may }) => `${key} ${may?.code}`)
    expect(told).toContain(`${category} eligibility.unfinished`)
  })
  test('and everything done to it stands in its records, chained', async () => {
    const id = await stack.open()
    const { body } = await office(`/batches/${id}/events?limit=100`)
    const rows = (body.rows as { seq: number; type: string; prev: string; hash: string; who: object; about: object | null }[]).sort(
      (a, b) => a.seq - b.seq,
    )
    expect(rows.map(({ type }) => type).slice(0, 4)).toEqual(['batch.drafted', 'batch.configured', 'batch.configured', 'batch.opened'])
    rows.forEach((row, i) => {
      const { prev, hash, who: _who, about: _about, ...event } = row
      expect(prev).toBe(rows[i - 1]?.hash ?? '')
      expect(hash).toBe(link(prev, event))
    })
    expect(code(await stack.someone(stack.tree.national, 'operator')(`/batches/${id}/events`))).toBe('role.not-allowed')
  })
})
