import fc from 'fast-check'
import { ulid } from 'ulid'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { publicPath } from '../../shared/portal/paths.ts'
import { approvedSheet } from './approved.ts'
import { type Ask, day, openRunning, type RunningStack } from './running.ts'

/** Weeks pass in these tests, with everything that rings in them. */
vi.setConfig({ testTimeout: 60_000 })

let stack: RunningStack
let office: Ask
beforeAll(async () => {
  stack = await openRunning(1)
  office = stack.office
}, 60_000)
afterEach(() => stack.calm())
afterAll(() => stack.close())

const reason = '因工作需要调整'
/** What most of these tests are about: a call in which no unit recommends, so that its collecting, which ends by its date, is followed by stages of the host's. */
const open = () => stack.open('演示·党日活动', 'party-day', { without: ['endorse-college'] })
const [collect, review, deliberate] = [0, 2, 3]
const stageRow = (id: string, index: number) =>
  stack.table.get<{ state: string; token?: string; answer?: { why: string }; closes: string | null }>(stack.key.stage(id, index))
const at = async (id: string) => (await stack.head(id)).stage
const later = (instant: string | null | undefined, ms: number) => new Date(Date.parse(instant ?? '') + ms).toISOString()
const moveTo = (id: string, stage: string, closes: string, more: object = {}) =>
  office(`/batches/${id}/stages/${stage}/deadline`, { body: { closes, reason, ...more } })
const code = ({ status, body }: { status: number; body: Record<string, unknown> }) => (status < 300 ? 'done' : body.code)
const bells = (id: string) =>
  stack.local.database
    .prepare('SELECT name FROM schedules WHERE name LIKE ? ORDER BY name')
    .all(`${id}-%`)
    .map(({ name }) => String(name).slice(27))
const executions = (id: string) =>
  stack.local.database
    .prepare('SELECT name, status FROM executions WHERE name LIKE ? ORDER BY started')
    .all(`${id}%`)
    .map(({ name, status }) => `${String(name).slice(26)} ${status}`.trim())

const leave = (id: string, stage: string) => office(`/batches/${id}/stages/${stage}/leave`, { body: { reason } })

/** Submissions that the host has qualified, and what an approver has approved of them, best first. */
async function decided(id: string, outcomes: readonly string[]): Promise<string[]> {
  const category = (await stack.head(id)).categories[0]?.key ?? ''
  const { university, province, national } = stack.tree
  const { path: _, ...unit } = university
  const common = { batch: id, category, title: '演示项目', state: 'qualified', unit, institution: unit }
  const summary = { ...common, holder: 'host', sectionsDone: 1, sections: 1 }
  const all = outcomes.map(() => ulid())
  for (const submission of all)
    await stack.table.put({
      ...stack.key.submission(submission),
      ...common,
      id: submission,
      path: [national.id, province.id],
      summary,
      kind: 'submission',
      way: [],
      level: 0,
      version: 1,
      createdAt: stack.now(),
      seq: 1,
      chain: '',
    })
  await approvedSheet(
    id,
    category,
    all.map((submission, i) => ({ submission, outcome: outcomes[i] ?? 'none' })),
  )
  return all
}

const notice = {
  title: '演示：拟入选名单公示',
  text: '根据评审和审定结果，现将拟入选名单予以公示，公示期五个工作日。',
  contact: { name: '演示·陈老师', phone: '010-00000000', email: 'contact@example.org' },
}
const endOf = async (id: string) => ((await office(`/batches/${id}/notices`)).body.rows as { ends: string }[])[0]?.ends
const objectTo = (id: string) =>
  office(`/notices/${id}/objections`, {
    body: {
      name: '演示·赵某',
      phone: '13800000000',
      email: 'objector@example.org',
      text: '反映该项目申报材料中的成果与事实不符，请予核实，愿意配合说明情况。',
    },
  })
/** The notice is published and runs its days. */
async function announced(id: string): Promise<void> {
  await stack.local.settled()
  expect(code(await office(`/batches/${id}/notices`, { body: notice }))).toBe('done')
  await stack.until(await endOf(id))
}

describe('a batch runs by its dates', () => {
  test('from collecting to the end, each stage once', async () => {
    const id = await stack.open()
    expect(await at(id)).toBe(0)
    const plan = (await stack.head(id)).stages
    await stack.until(plan[0]?.opens)
    expect(await stack.facts(id)).toContain('stage.opened collect')
    for (const [index, stage] of plan.entries()) {
      if (stage.closes === null) break
      await stack.until(stage.closes)
      expect(await at(id)).toBe(index)
      await stack.until(later(stage.closes, 3 * 60_000))
      expect(await at(id)).toBe(index + 1)
    }
    await decided(id, ['award'])
    expect(code(await leave(id, 'deliberate'))).toBe('done')
    await announced(id)
    expect(code(await office(`/batches/${id}/publication`, { body: {} }))).toBe('done')
    await stack.local.settled()
    expect((await stack.head(id)).state).toBe('completed')
    const facts = await stack.facts(id)
    for (const kind of ['collect', 'review']) expect(facts.filter((each) => each === `stage.closing-soon ${kind}`)).toHaveLength(1)
    for (const { kind } of plan)
      for (const fact of ['stage.entered', 'stage.opened', 'stage.left'])
        expect(facts.filter((each) => each === `${fact} ${kind}`)).toHaveLength(plan.filter((stage) => stage.kind === kind).length)
    expect(facts.slice(-2)).toEqual(['batch.completed', 'batch.settled'])
    expect(executions(id)).toEqual(['SUCCEEDED'])
    expect(await stack.table.get(stack.key.running(id))).toBeUndefined()
  })

  test('and a stage that was switched off is passed over', async () => {
    const id = await stack.prepare('演示·双创遴选', 'shuangchuang-4')
    const college = (await stack.head(id)).stages.findIndex(({ key }) => key === 'endorse-college')
    await office(`/batches/${id}`, { method: 'PATCH', body: { stages: [{ key: 'endorse-college', on: false }] } })
    await office(`/batches/${id}/quotas/propose`, { body: {} })
    expect(code(await office(`/batches/${id}/open`, { body: {} }))).toBe('done')
    await stack.until(later((await stack.head(id)).stages[0]?.closes, 3 * 60_000))
    expect(await at(id)).toBe(college + 1)
    expect((await stageRow(id, college))?.state).toBe('waiting')
  })
})

describe('a deadline is moved', () => {
  test('later: the bell moves with it', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    expect(code(await moveTo(id, 'collect', later(closes, 2 * day), { later: 'shift' }))).toBe('done')
    await stack.local.settled()
    await stack.until(later(closes, day))
    expect(await at(id)).toBe(collect)
    await stack.until(later(closes, 2 * day + 180_000))
    expect(await at(id)).toBe(review)
    expect(await stack.facts(id)).toContain('batch.deadline-moved collect')
  })
  test('beyond that of a later stage only together with it', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    expect(code(await moveTo(id, 'collect', later(closes, 90 * day)))).toBe('stage.closes-after-next')
    expect(code(await moveTo(id, 'collect', later(closes, 90 * day), { later: 'shift' }))).toBe('done')
  })
  test('to now: the stage closes at once and is left after the last requests were written', async () => {
    const id = await open()
    await stack.until((await stack.head(id)).stages[0]?.opens)
    expect(code(await moveTo(id, 'collect', 'now'))).toBe('done')
    await stack.local.settled()
    expect(await at(id)).toBe(collect)
    await stack.until(later(stack.now(), 180_000))
    expect(await at(id)).toBe(review)
  })
  test('not into the past, not of a stage that has none, not of one that was left, not without a reason', async () => {
    const id = await open()
    expect(code(await moveTo(id, 'collect', '2020-01-01T00:00:00Z'))).toBe('stage.closes-too-early')
    expect(code(await moveTo(id, 'publish', later(stack.now(), day)))).toBe('stage.never-dated')
    expect(code(await moveTo(id, 'none', later(stack.now(), day)))).toBe('stage.absent')
    expect(code(await moveTo(id, 'collect', later(stack.now(), day), { reason: '' }))).toBe('request.invalid')
    const closes = (await stack.head(id)).stages[0]?.closes
    await stack.until(later(closes, 180_000))
    expect(code(await moveTo(id, 'collect', later(closes, day)))).toBe('stage.left')
  })
  test('while its bell rings: one of the two holds, never both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.boolean(), async (pause, bellFirst) => {
        const id = await open()
        const closes = (await stack.head(id)).stages[0]?.closes
        const { clock } = await import('../../functions/aws/clock.ts')
        const real = clock.now
        clock.now = () => new Date(Date.parse(closes ?? '') + 61_000)
        const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
        const ring = async () => stack.step({ step: 'due', batch: id, stage: 0, kind: 'closes' })
        const extend = async () => moveTo(id, 'collect', later(closes, 2 * day), { later: 'shift' })
        const bell = bellFirst ? ring() : wait(pause).then(ring)
        const moved = await (bellFirst ? wait(pause).then(extend) : extend())
        await bell
        clock.now = real
        const row = await stageRow(id, 0)
        const extended = (await stack.head(id)).stages[0]?.closes !== closes
        expect(extended).toBe(code(moved) === 'done')
        expect(row?.answer === undefined && row?.state !== 'left').toBe(extended)
        await stack.calm()
      }),
      { numRuns: 5 },
    )
  }, 120_000)
})

describe('a stage of the host that the batch reaches after its date', () => {
  test('waits for a person, who moves the date or ends it', async () => {
    const id = await stack.prepare(undefined, undefined, { categories: 1 })
    const plan = (await stack.head(id)).stages
    const [screen, after] = ['screen', 'review'].map((name) => plan.findIndex(({ key }) => key === name)) as [number, number]
    await office(`/batches/${id}`, { method: 'PATCH', body: { stages: [{ key: 'screen', opens: null, closes: null }] } })
    await office(`/batches/${id}/open`, { body: {} })
    await stack.until(later(plan[after]?.closes, 180_000))
    expect(await at(id)).toBe(screen)
    await leave(id, 'screen')
    await stack.local.settled()
    await stack.step({ step: 'reconcile' })
    await stack.local.settled()
    expect(await at(id)).toBe(after)
    expect(code(await moveTo(id, 'review', later(stack.now(), 7 * day)))).toBe('done')
    await stack.local.settled()
    await stack.until(later(stack.now(), 7 * day + 180_000))
    expect(await at(id)).toBe(after + 1)
  })
})

describe('a batch is paused', () => {
  test('and no deadline passes; resumed with the time lost given back', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    expect(code(await office(`/batches/${id}/resume`, { body: { reason } }))).toBe('batch.not-paused')
    expect(code(await office(`/batches/${id}/pause`, { body: { reason } }))).toBe('done')
    await stack.local.settled()
    expect(bells(id)).toEqual([])
    expect(code(await moveTo(id, 'collect', later(closes, day)))).toBe('batch.paused')
    await stack.until(later(closes, 5 * day))
    expect(await at(id)).toBe(collect)
    expect(code(await office(`/batches/${id}/resume`, { body: { reason, shift: true } }))).toBe('done')
    await stack.local.settled()
    const moved = (await stack.head(id)).stages[0]?.closes ?? ''
    expect(moved > stack.now()).toBe(true)
    await stack.until(later(moved, 180_000))
    expect(await at(id)).toBe(review)
  })
  test('and resumed after its date has passed, the stage is left', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    await office(`/batches/${id}/pause`, { body: { reason } })
    await stack.local.settled()
    await stack.until(later(closes, day))
    await office(`/batches/${id}/resume`, { body: { reason } })
    await stack.local.settled()
    await stack.until(later(stack.now(), 180_000))
    expect(await at(id)).toBe(review)
  })
})

describe('a batch is cancelled', () => {
  test('and its execution ends, its bells are gone, nothing more can be done', async () => {
    const id = await open()
    expect(code(await office(`/batches/${id}/cancel`, { body: {} }))).toBe('request.invalid')
    expect(code(await office(`/batches/${id}/cancel`, { body: { reason } }))).toBe('done')
    await stack.local.settled()
    expect(executions(id)).toEqual(['SUCCEEDED'])
    expect(bells(id)).toEqual([])
    expect(code(await office(`/batches/${id}/pause`, { body: { reason } }))).toBe('batch.cancelled')
    expect(await stack.facts(id)).not.toContain('stage.left collect')
  })
})

describe('a stage is left by decision', () => {
  test('not collecting or endorsing, not one that was not reached', async () => {
    const id = await open()
    expect(code(await leave(id, 'collect'))).toBe('stage.dated')
    expect(code(await leave(id, 'publish'))).toBe('stage.not-reached')
    expect(code(await leave(id, 'none'))).toBe('stage.absent')
  })
  test('made before the workflow asks: it passes through', async () => {
    const id = await open()
    const plan = (await stack.head(id)).stages
    await stack.signals.decideStage(id, review)
    await stack.until(later(plan[collect]?.closes, 180_000))
    expect(await at(id)).toBe(deliberate)
  })
  test('made twice at once: the stage is left once', async () => {
    const id = await open()
    const plan = (await stack.head(id)).stages
    await stack.until(later(plan[collect]?.closes, 180_000))
    await stack.until(plan[review]?.opens)
    const answers = await Promise.all([leave(id, 'review'), leave(id, 'review')])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await stack.local.settled()
    expect((await stack.facts(id)).filter((fact) => fact === 'stage.left review')).toHaveLength(1)
    expect((await stack.head(id)).stages[review]?.closes).not.toBe(plan[review]?.closes)
  })
  test('in whatever order and however often token, decision and bell come, it is left once', async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(10), { minLength: 3, maxLength: 3 }), async (pauses) => {
        const id = await open()
        const closes = (await stack.head(id)).stages[0]?.closes ?? ''
        const acts = [
          () => stack.signals.decideStage(id, 0),
          () => stack.signals.closeStage(id, 0, closes),
          () => stack.signals.decideStage(id, 0),
        ]
        await Promise.all(acts.map(async (act, i) => wait(pauses[i] ?? 0).then(act)))
        await stack.local.settled()
        expect(await at(id)).toBe(review)
        expect((await stack.facts(id)).filter((fact) => fact === 'stage.left collect')).toHaveLength(1)
        await stack.calm()
      }),
      { numRuns: 4 },
    )
  }, 120_000)
})

describe('the end of a batch', () => {
  /** In its deliberation, with three submissions that the host has qualified. */
  async function deliberating() {
    const id = await open()
    await stack.until(later((await stack.head(id)).stages.findLast(({ closes }) => closes !== null)?.closes, 180_000))
    return id
  }
  const states = (all: string[]) =>
    Promise.all(all.map(async (one) => (await stack.table.get<{ state: string }>(stack.key.submission(one)))?.state))
  const sheetOf = async (id: string) => stack.key.sheet(id, (await stack.head(id)).categories[0]?.key ?? '')
  const put = async (id: string, change: object) => {
    const row = await stack.table.get<{ pk: string; sk: string }>(await sheetOf(id))
    await stack.table.put({ ...(row as { pk: string; sk: string }), ...change })
  }

  test('every submission gets what was decided of it, each through its own item, once', async () => {
    const id = await deliberating()
    const all = await decided(id, ['award', 'award', 'none'])
    await leave(id, 'deliberate')
    await announced(id)
    expect(await states(all)).toEqual(['qualified', 'qualified', 'qualified'])
    const publish = () => office(`/batches/${id}/publication`, { body: {} })
    const answers = await Promise.all([publish(), publish()])
    expect(answers.map(code).filter((each) => each === 'done')).toHaveLength(1)
    await stack.local.settled()
    expect(await states(all)).toEqual(['awarded', 'awarded', 'unsuccessful'])
    const awards = await stack.table.all({ pk: `BATCH#${id}#AWARDS`, index: 'lists' })
    expect(awards).toHaveLength(2)
    expect((await stack.facts(id)).filter((fact) => fact === 'stage.decided publish')).toHaveLength(1)
    expect((await stack.facts(id)).slice(-2)).toEqual(['batch.completed', 'batch.settled'])
    expect(executions(id)).toEqual(['SUCCEEDED'])
    expect(code(await publish())).toBe('batch.completed')
  })

  test('does not come by leaving stages: no sheet, no notice, no list', async () => {
    const id = await deliberating()
    expect(code(await leave(id, 'deliberate'))).toBe('notice.nothing-decided')
    const all = await decided(id, ['award'])
    await put(id, { state: 'sent' })
    expect(code(await leave(id, 'deliberate'))).toBe('notice.not-decided')
    expect(code(await office(`/batches/${id}/publication`, { body: {} }))).toBe('stage.not-reached')
    await put(id, { state: 'approved' })
    expect(code(await leave(id, 'deliberate'))).toBe('done')
    await stack.local.settled()
    expect(code(await leave(id, 'notice'))).toBe('notice.missing')
    expect(code(await office(`/batches/${id}/publication`, { body: {} }))).toBe('notice.missing')
    const published = await office(`/batches/${id}/notices`, { body: notice })
    expect(code(await leave(id, 'notice'))).toBe('notice.running')
    await objectTo(String(published.body.id))
    await stack.until(await endOf(id))
    expect(code(await leave(id, 'notice'))).toBe('objection.open')
    const [objection] = (await office(`/batches/${id}/objections`)).body.rows as { id: string; notice: string }[]
    const settled = { outcome: 'dismissed', reason: '经核实不属实' }
    await office(`/batches/${id}/objections/${objection?.notice}/${objection?.id}/settle`, { body: settled })
    expect(code(await leave(id, 'notice'))).toBe('done')
    await stack.local.settled()
    expect(code(await leave(id, 'publish'))).toBe('stage.publishes')
    expect(code(await office(`/batches/${id}/pause`, { body: { reason } }))).toBe('done')
    expect(code(await office(`/batches/${id}/publication`, { body: {} }))).toBe('batch.paused')
    await stack.local.settled()
    expect(await states(all)).toEqual(['qualified'])
    await office(`/batches/${id}/resume`, { body: { reason } })
    expect(code(await office(`/batches/${id}/publication`, { body: {} }))).toBe('done')
    await stack.local.settled()
    expect(await states(all)).toEqual(['awarded'])
  })

  test('nor after a cancellation: the notice and the columns say that it was stopped, and no objection is taken any more', async () => {
    const id = await deliberating()
    const all = await decided(id, ['award'])
    await leave(id, 'deliberate')
    await stack.local.settled()
    const published = await office(`/batches/${id}/notices`, { body: notice })
    await stack.local.settled()
    const pages = () =>
      Promise.all(
        (['zh', 'en'] as const)
          .flatMap((language) => [publicPath.notice(String(published.body.id), language), publicPath.notices(language)])
          .map(async (path) => (await fetch(`${stack.local.origin}/${path}`)).text()),
      )
    const takes = (texts: string[]) => texts.map((text) => text.includes('data-objection'))
    const stopped = (texts: string[]) => texts.map((text) => /已停止|Stopped/.test(text))
    const before = await pages()
    expect([takes(before), stopped(before)]).toEqual([
      [true, false, true, false],
      [false, false, false, false],
    ])
    expect(code(await office(`/batches/${id}/cancel`, { body: { reason } }))).toBe('done')
    await stack.local.settled()
    const after = await pages()
    expect([takes(after), stopped(after)]).toEqual([
      [false, false, false, false],
      [true, true, true, true],
    ])
    expect(code(await objectTo(String(published.body.id)))).toBe('batch.cancelled')
    expect(await states(all)).toEqual(['qualified'])
  })

  test('grants nothing that is not as the approver saw it', async () => {
    const id = await deliberating()
    const [award = '', none = ''] = await decided(id, ['award', 'none'])
    const { results, settleResult } = await import('../../functions/awards/granting.ts')
    const batch = await stack.head(id)
    const [line] = await results(batch)
    if (!line) throw new Error('no line')
    await put(id, { state: 'open' })
    await expect(results(batch)).rejects.toThrow('not as it was approved')
    await expect(settleResult(batch, line, stack.now())).rejects.toThrow('no approved sheet')
    await put(id, { state: 'approved' })
    const row = await stack.table.get<{ pk: string; sk: string }>(stack.key.decision(id, line.category, none))
    await stack.table.put({ ...(row as { pk: string; sk: string }), outcome: 'award' })
    await expect(results(batch)).rejects.toThrow('not as it was approved')
    await expect(settleResult(batch, { ...line, outcome: 'none' }, stack.now())).rejects.toThrow('no approved sheet')
    expect(await states([award, none])).toEqual(['qualified', 'qualified'])
  })
})

describe('what was lost is found', () => {
  const arn = (id: string) => String(stack.local.database.prepare('SELECT arn FROM executions WHERE name = ?').get(id)?.arn)
  test('an execution that ended is followed by another, which goes on where the batch is', async () => {
    const id = await open()
    const plan = (await stack.head(id)).stages
    await stack.until(later(plan[0]?.closes, 180_000))
    stack.local.executions.abort(arn(id))
    await stack.step({ step: 'reconcile' })
    await stack.local.settled()
    expect(executions(id)).toEqual(['ABORTED', '-2 RUNNING'])
    await stack.until(later(plan[review]?.closes, 180_000))
    expect(await at(id)).toBe(deliberate)
    expect((await stack.facts(id)).filter((fact) => fact.startsWith('stage.entered'))).toHaveLength(3)
  })
  test('an answer that did not reach its token is sent by the round', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    stack.local.executions.abort(arn(id))
    await stack.signals.closeStage(id, 0, closes ?? '')
    expect(await at(id)).toBe(collect)
    await stack.step({ step: 'reconcile' })
    await stack.local.settled()
    expect(await at(id)).toBe(review)
  })
  test('a publication that ended before every result held is gone on with, and settled only then', async () => {
    const id = await open()
    await stack.until(later((await stack.head(id)).stages.findLast(({ closes }) => closes !== null)?.closes, 180_000))
    const [award = ''] = await decided(id, ['award'])
    await leave(id, 'deliberate')
    await announced(id)
    stack.local.executions.abort(arn(id))
    expect(code(await office(`/batches/${id}/publication`, { body: {} }))).toBe('done')
    const [notice, publish] = (await stack.head(id)).stages.flatMap(({ kind }, i) => (kind === 'notice' || kind === 'publish' ? [i] : []))
    for (const stage of [notice ?? 0, publish ?? 0]) {
      await stack.step({ step: 'enter', batch: id, stage })
      await stack.step({ step: 'leave', batch: id, stage })
    }
    const state = async () => (await stack.table.get<{ state: string }>(stack.key.submission(award)))?.state
    expect([(await stack.head(id)).state, (await stack.head(id)).settledAt, await state()]).toEqual(['completed', undefined, 'qualified'])
    await stack.step({ step: 'reconcile' })
    await stack.local.settled()
    expect(await state()).toBe('awarded')
    expect((await stack.facts(id)).slice(-2)).toEqual(['batch.completed', 'batch.settled'])
    expect(executions(id)).toEqual(['ABORTED', '-2 SUCCEEDED'])
    expect(await stack.table.get(stack.key.running(id))).toBeUndefined()
  })
  test('a bell that never rang is made up for', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    stack.local.database.prepare('DELETE FROM schedules WHERE name LIKE ?').run(`${id}-%`)
    await stack.until(later(closes, 10 * 60_000))
    await stack.step({ step: 'reconcile' })
    await stack.local.settled()
    expect(await at(id)).toBe(review)
  })
  test('and what is in order stays as it is', async () => {
    const id = await open()
    const before = await stack.facts(id)
    for (let i = 0; i < 3; i++) await stack.step({ step: 'reconcile' })
    await stack.local.settled()
    expect(await stack.facts(id)).toEqual(before)
    expect(executions(id)).toEqual(['RUNNING'])
  })
  test('every step may come twice', async () => {
    const id = await open()
    const closes = (await stack.head(id)).stages[0]?.closes
    await stack.until(later(closes, 180_000))
    const once = await stack.facts(id)
    const first = await stack.step({ step: 'leave', batch: id, stage: 0 })
    expect(await stack.step({ step: 'leave', batch: id, stage: 0 })).toEqual(first)
    await stack.step({ step: 'enter', batch: id, stage: review })
    await stack.step({ step: 'due', batch: id, stage: collect, kind: 'closes' })
    await stack.step({ step: 'due', batch: id, stage: review, kind: 'opens' })
    expect(await stack.facts(id)).toEqual(once)
  })
})
