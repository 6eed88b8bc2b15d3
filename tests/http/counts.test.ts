import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Recorded } from '../../events/catalogue.ts'
import { type Call, handInOne, openCall, startOne } from './call.ts'

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

let call: Call
beforeAll(async () => {
  call = await openCall()
}, 60_000)
afterAll(() => call.close())

describe('the host sees how many submissions are in which state', () => {
  test('by recommending unit and category, however often and late a fact comes', async () => {
    const { countSubmission } = await import('../../functions/batches/counts.ts')
    const national = await call.unit('national', '国家级主管单位')
    const province = await call.unit('province', '东部省', national)
    const universities = await Promise.all(['甲', '乙'].map((name) => call.unit('university', `${name}大学`, province)))
    const batch = await call.openBatch(national)
    const [first, second] = await Promise.all(universities.map((unit) => unit.as()))
    if (!first || !second) throw new Error('two units')
    const drafted = await startOne(first, batch)
    await startOne(second, batch, 'two')
    await handInOne(second, batch)
    await call.house.settle()
    const office = await national.as({ role: 'administrator' })
    const progress = async () => (await office.ask(`/batches/${batch.id}/progress`)).body
    const counted = {
      totals: { draft: 2, submitted: 1 },
      rows: [
        { unit: { id: province.id }, category: 'one', states: { draft: 1, submitted: 1 } },
        { unit: { id: province.id }, category: 'two', states: { draft: 1 } },
      ],
    }
    expect(await progress()).toMatchObject(counted)
    const submission = drafted.split('/').at(-1) ?? ''
    const late = { type: 'submission.started', submission, batch: batch.id, category: 'one' } as unknown as Recorded
    await Promise.all([countSubmission(late), countSubmission(late), countSubmission(late)])
    expect(await progress()).toMatchObject(counted)
    expect((await first.ask(`/batches/${batch.id}/progress`)).status).toBe(404)
  })
})
