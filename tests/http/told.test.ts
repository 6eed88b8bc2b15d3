import { ulid } from 'ulid'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Organisation } from '../../shared/organisations/schema.ts'
import type { Role } from '../../shared/permissions/actors.ts'
import { day, openRunning, type RunningStack } from './running.ts'

/** Weeks pass in these tests, with everything that rings in them. */
vi.setConfig({ testTimeout: 60_000 })

let stack: RunningStack
beforeAll(async () => {
  stack = await openRunning()
  const { tree } = stack
  await member(tree.national, 'office@example.org', 'administrator')
  await member(tree.province, 'province@example.org', 'operator')
  await member(tree.university, 'university@example.org', 'administrator')
  await member(tree.university, 'approver@example.org', 'approver')
  await member(tree.university, 'left@example.org', 'administrator', 'left')
  await member(tree.college, 'college@example.org', 'administrator')
}, 60_000)
afterEach(() => stack.calm())
afterAll(() => stack.close())

async function member(unit: Organisation, email: string, role: Role, state = 'active') {
  const person = ulid()
  await stack.table.put({
    ...stack.key.member(unit.id, person),
    person,
    organisation: unit.id,
    name: '演示·张老师',
    email,
    roles: [role],
    state,
  })
}

/** Who got mails about a batch, by what they are about. */
const told = (title: string) => {
  const about = stack.local.mails.list(undefined, 1000).filter(({ text }) => text.includes(title))
  return (word: string) =>
    about
      .filter(({ subject }) => subject.includes(word))
      .flatMap(({ to }) => to)
      .sort()
}
const lastTo = (to: string) => stack.local.mails.list(to)[0]

/** Somebody whom the office has invited as an expert of a batch. */
async function expert(batch: string, email: string): Promise<string> {
  const { national } = stack.tree
  const known = await stack.office(`/organisations/${national.id}/experts`, {
    body: { name: '演示·专家', email, unit: { name: '演示研究院' }, fields: [] },
  })
  const id = String(known.body.id)
  const invited = await stack.office(`/batches/${batch}/experts`, { body: { experts: [id] } })
  if (invited.status >= 300) throw new Error(JSON.stringify(invited.body))
  await stack.local.settled()
  return id
}
async function takingPart(batch: string, id: string | undefined, change: object) {
  const place = stack.key.participant(batch, id ?? '')
  await stack.table.put({ ...(await stack.table.get<typeof place>(place)), ...place, ...change })
}
const everyone = ['province@example.org', 'university@example.org']

describe('those concerned are told', () => {
  test('when collecting opens, shortly before it closes, and when the next stage is theirs', async () => {
    const title = '演示·告知批次一'
    const id = await stack.open(title)
    expect(told(title)('填报')).toEqual([])
    const [collect, university] = (await stack.head(id)).stages
    await stack.until(collect?.opens)
    expect(told(title)('开始填报')).toEqual(everyone)
    await stack.until(new Date(Date.parse(collect?.closes ?? '') - day).toISOString())
    expect(told(title)('即将截止')).toEqual(everyone)
    await stack.until(new Date(Date.parse(university?.opens ?? '') + 120_000).toISOString())
    expect(told(title)('请审核推荐')).toEqual(['university@example.org'])
  })
  test('down to colleges and branches, where a call of the office is for them', async () => {
    const branch = await stack.unit('branch', '第一支部', stack.tree.college)
    await stack.unit('branch', '没有账号的支部', stack.tree.college)
    await member(branch, 'branch@example.org', 'operator')
    const title = '演示·告知双创批次'
    const id = await stack.open(title, 'shuangchuang-4')
    const all = ['branch@example.org', 'college@example.org', ...everyone]
    const [collect] = (await stack.head(id)).stages
    await stack.until(collect?.opens)
    expect(told(title)('开始填报')).toEqual(all)
    const closes = new Date(Date.parse(collect?.closes ?? '') + day).toISOString()
    await stack.office(`/batches/${id}/stages/collect/deadline`, { body: { closes, later: 'shift', reason: '顺延一天' } })
    await stack.local.settled()
    expect(told(title)('截止时间调整')).toEqual(all)
    for (const [act, word] of [
      ['pause', '批次暂停'],
      ['resume', '批次恢复'],
    ] as const) {
      await stack.office(`/batches/${id}/${act}`, { body: { reason: '演示原因' } })
      await stack.local.settled()
      expect([act, told(title)(word)]).toEqual([act, all])
    }
    const college = (await stack.head(id)).stages.find(({ level }) => level === 'college')
    await stack.until(new Date(Date.parse(college?.opens ?? '') + 120_000).toISOString())
    expect(lastTo('college@example.org')?.text).toContain('院（系）审核')
    expect(lastTo('branch@example.org')?.text).not.toContain('院（系）审核')
    await stack.office(`/batches/${id}/cancel`, { body: { reason: '演示结束' } })
    await stack.local.settled()
    expect(told(title)('批次取消')).toEqual(all)
  })
  test('of a new deadline, with its reason', async () => {
    const title = '演示·告知批次二'
    const id = await stack.open(title)
    const closes = (await stack.head(id)).stages[0]?.closes ?? ''
    const moved = new Date(Date.parse(closes) + day).toISOString()
    await stack.office(`/batches/${id}/stages/collect/deadline`, { body: { closes: moved, later: 'shift', reason: '国庆假期顺延' } })
    await stack.local.settled()
    expect(told(title)('截止时间调整')).toEqual(everyone)
    expect(stack.local.mails.list('province@example.org')[0]?.text).toContain('国庆假期顺延')
  })
  test('of a pause, its end, and a cancellation', async () => {
    const title = '演示·告知批次三'
    const id = await stack.open(title)
    for (const [act, word] of [
      ['pause', '批次暂停'],
      ['resume', '批次恢复'],
      ['cancel', '批次取消'],
    ] as const) {
      await stack.office(`/batches/${id}/${act}`, { body: { reason: '演示原因' } })
      await stack.local.settled()
      expect([act, told(title)(word)]).toEqual([act, everyone])
    }
  })
  test('experts too: of a pause, its end and new dates while they have something left, of a cancellation unless they have declined', async () => {
    const title = '演示·告知批次五'
    const id = await stack.open(title)
    const [left, finished, declined] = await Promise.all(
      ['left', 'finished', 'declined'].map((word) => expert(id, `${word}-expert@example.org`)),
    )
    const linkTo = (word: string) => lastTo(`${word}-expert@example.org`)?.links.find((link) => link.includes('/r#t='))
    // Only a link that comes while the invitation waits for its answer offers to give it at the door.
    expect(linkTo('left')).toMatch(/\/r#t=[\w-]{43}&invited$/)
    await takingPart(id, left, { state: 'accepted', assigned: 2, submitted: 1 })
    await takingPart(id, finished, { state: 'accepted', assigned: 2, submitted: 2 })
    await takingPart(id, declined, { state: 'declined' })
    const experts = (word: string) => told(title)(word).filter((to) => to.includes('-expert@'))
    const reason = { reason: '演示原因' }
    for (const [act, word] of [
      ['pause', '批次暂停'],
      ['resume', '批次恢复'],
    ] as const) {
      await stack.office(`/batches/${id}/${act}`, { body: reason })
      await stack.local.settled()
      expect([act, experts(word)]).toEqual([act, ['left-expert@example.org']])
      expect(linkTo('left')).toMatch(/\/r#t=[\w-]{43}$/)
    }
    const review = (await stack.head(id)).stages.find(({ kind }) => kind === 'review')
    const closes = new Date(Date.parse(review?.closes ?? '') + day).toISOString()
    await stack.office(`/batches/${id}/stages/${review?.key}/deadline`, { body: { closes, later: 'shift', ...reason } })
    await stack.local.settled()
    expect(experts('截止时间调整')).toEqual(['left-expert@example.org'])
    await stack.office(`/batches/${id}/cancel`, { body: reason })
    await stack.local.settled()
    expect(experts('批次取消')).toEqual(['finished-expert@example.org', 'left-expert@example.org'])
    const last = lastTo('left-expert@example.org')
    expect(last?.text).toContain('您无需再评审')
    expect(last?.links.filter((link) => link.includes('/r#t='))).toEqual([])
  })
  test.each(['leave', 'deadline'] as const)('experts who have something left, of a review that is closed early (%s)', async (how) => {
    const title = `演示·告知批次六${how}`
    const id = await stack.open(title)
    const [left, finished] = await Promise.all(['left', 'finished'].map((word) => expert(id, `${word}-${how}@example.org`)))
    await takingPart(id, left, { state: 'accepted', assigned: 3, submitted: 1 })
    await takingPart(id, finished, { state: 'accepted', assigned: 2, submitted: 2 })
    const index = (await stack.head(id)).stages.findIndex(({ kind }) => kind === 'review')
    const review = (await stack.head(id)).stages[index]
    await stack.until(new Date(Date.parse(review?.opens ?? '') + 120_000).toISOString())
    expect((await stack.head(id)).stage).toBe(index)
    const path = `/batches/${id}/stages/${review?.key}`
    const reason = '评审进度已满足审定需要'
    const done =
      how === 'leave'
        ? await stack.office(`${path}/leave`, { body: { reason } })
        : await stack.office(`${path}/deadline`, { body: { closes: 'now', later: 'keep', reason } })
    expect([done.status, done.body]).toEqual([200, expect.anything()])
    await stack.local.settled()
    expect(told(title)('评审已结束')).toEqual([`left-${how}@example.org`])
    const text = lastTo(`left-${how}@example.org`)?.text
    for (const said of ['尚未提交的 2 项', '已提交的 1 项', reason]) expect(text).toContain(said)
  })
  test('whoever has a sheet in hand: of a pause, its end, a cancellation, and of the sheet being taken back', async () => {
    const title = '演示·告知批次七'
    const id = await stack.open(title)
    const categories = (await stack.head(id)).categories.filter(({ on }) => on).map(({ key }) => key)
    const approver = { id: ulid(), name: '演示·陈主任', email: 'has-sheet@example.org' }
    for (const [i, state] of (['sent', 'sent', 'approved'] as const).entries()) {
      const category = categories[i] ?? categories[0] ?? ''
      const named = state === 'sent' ? approver : { ...approver, id: ulid(), email: 'has-approved@example.org' }
      await stack.table.put({
        ...stack.key.sheet(id, category),
        kind: 'sheet',
        batch: id,
        category,
        state,
        approver: named,
        seq: 1,
        chain: '',
      })
    }
    const approvers = (word: string) => told(title)(word).filter((to) => to.startsWith('has-'))
    const linkOf = () => lastTo(approver.email)?.links.filter((link) => link.includes('/r#t='))
    for (const [act, word, links] of [
      ['pause', '批次暂停', 1],
      ['resume', '批次恢复', 1],
    ] as const) {
      await stack.office(`/batches/${id}/${act}`, { body: { reason: '演示原因' } })
      await stack.local.settled()
      expect([act, approvers(word)]).toEqual([act, [approver.email]])
      expect(new Set(linkOf()).size).toBe(links)
    }
    const head = await stack.head(id)
    const stages = head.stages.map((stage) => (stage.kind === 'deliberate' ? { ...stage, opens: null, closes: null } : stage))
    await stack.table.put({ ...head, ...stack.key.batch(id), stages, stage: stages.findIndex(({ kind }) => kind === 'deliberate') })
    const taken = await stack.office(`/batches/${id}/categories/${categories[0]}/sheet/withdraw`, { body: { reason: '需补充核实' } })
    expect([taken.status, taken.body]).toEqual([200, expect.anything()])
    await stack.local.settled()
    expect(approvers('送审已撤回')).toEqual([approver.email])
    expect(lastTo(approver.email)?.text).toContain('需补充核实')
    await stack.office(`/batches/${id}/cancel`, { body: { reason: '演示结束' } })
    await stack.local.settled()
    expect(approvers('批次取消')).toEqual([approver.email])
    expect(lastTo(approver.email)?.text).toContain('您无需再审定')
    expect(linkOf()).toEqual([])
  })
  test('the office itself, when a stage of its own begins', async () => {
    const title = '演示·告知批次四'
    const id = await stack.open(title)
    const screen = (await stack.head(id)).stages.find(({ kind }) => kind === 'screen')
    await stack.until(new Date(Date.parse(screen?.opens ?? '') + 120_000).toISOString())
    expect(told(title)('请审查资格')).toEqual(['office@example.org'])
    expect(lastTo('office@example.org')?.text).not.toContain('逾期')
  })
})
