import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Call, openCall, type Someone, startOne } from './call.ts'

vi.mock('../../shared/templates/index.ts', async (original) => {
  const actual = await original<typeof import('../../shared/templates/index.ts')>()
  const { smallCall } = await import('./call.ts')
  return { ...actual, templateOf: (key: string, version: number) => (key === smallCall.key ? smallCall : actual.templateOf(key, version)) }
})

/** The services turn requests away as often as a test says, each in the words of the real one. */
type Fault = { name: string; times: number; on: string; reasons?: string[] }
let call: Call
let applicant: Someone
let base: string
let fault: Fault | undefined
let injected = 0

beforeAll(async () => {
  call = await openCall()
  const national = await call.unit('national', '主管单位')
  const university = await call.unit('university', '理工大学', await call.unit('province', '省级单位', national))
  applicant = await university.as()
  base = await startOne(applicant, await call.openBatch(national))
  const [{ dynamo }, { TransactionCanceledException }] = await Promise.all([
    import('../../functions/aws/dynamo.ts'),
    import('@aws-sdk/client-dynamodb'),
  ])
  dynamo.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (!fault || commandName !== fault.on || injected >= fault.times) return next(args)
        injected += 1
        if (fault.reasons)
          throw new TransactionCanceledException({
            message: 'cancelled',
            $metadata: { httpStatusCode: 400 },
            CancellationReasons: fault.reasons.map((Code) => ({ Code })),
          })
        throw Object.assign(new Error('turned away'), { name: fault.name, $metadata: { httpStatusCode: 400 } })
      },
    // Inside the SDK's own tries, as an answer of the service comes.
    { step: 'finalizeRequest', priority: 'low', name: 'fault' },
  )
}, 60_000)
afterAll(() => call.close())
beforeEach(() => {
  fault = undefined
  injected = 0
})

let version = 0
const save = (text: string) =>
  applicant.ask(`${base}/sections/report`, { method: 'PUT', body: { version, values: { title: text, kind: 'news' } } })
const kept = async () => {
  const { body } = await applicant.ask(`${base}/sections/report`)
  return (body.values as { title?: string } | undefined)?.title
}

describe('a service that turns requests away', () => {
  test.each<Fault>([
    { name: 'ProvisionedThroughputExceededException', on: 'BatchGetItemCommand', times: 2 },
    { name: 'ThrottlingException', on: 'BatchGetItemCommand', times: 1 },
    { name: 'TransactionCanceledException', on: 'TransactWriteItemsCommand', times: 4, reasons: ['ThrottlingError', 'None', 'None'] },
    { name: 'TransactionCanceledException', on: 'TransactWriteItemsCommand', times: 4, reasons: ['None', 'TransactionConflict', 'None'] },
  ])('a few times: $name on $on is not noticed', async (given) => {
    fault = given
    const text = `第${version}稿的标题`
    const saved = await save(text)
    expect([saved.status, injected]).toEqual([200, given.times])
    version = Number(saved.body.version)
    fault = undefined
    expect(await kept()).toBe(text)
  })

  test.each<Fault>([
    { name: 'ProvisionedThroughputExceededException', on: 'BatchGetItemCommand', times: 1000 },
    { name: 'ThrottlingException', on: 'TransactWriteItemsCommand', times: 1000 },
    { name: 'TransactionCanceledException', on: 'TransactWriteItemsCommand', times: 1000, reasons: ['ThrottlingError', 'None', 'None'] },
    { name: 'TimeoutError', on: 'TransactWriteItemsCommand', times: 1000 },
  ])('for long: $name on $on is answered as busy, bounded in tries, and nothing is lost', async (given) => {
    const before = await kept()
    fault = given
    const from = performance.now()
    const refused = await save('不应保存')
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'busy', '3'])
    expect(injected).toBeLessThanOrEqual(12)
    expect(performance.now() - from).toBeLessThan(15_000)
    fault = undefined
    expect(await kept()).toBe(before)
    // What was refused is carried out when it is asked again.
    const again = await save('再次提交')
    expect(again.status).toBe(200)
    version = Number(again.body.version)
  })
})
