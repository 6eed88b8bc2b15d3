import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from './database.ts'
import { Executions } from './executions.ts'
import { arnOf, identify, resolve } from './resolve.ts'
import type { Machine } from './states.ts'
import { localTemplate, ofType } from './template.ts'

const machine = arnOf('states', 'stateMachine:batches')

async function templateMachine(): Promise<Machine> {
  const template = await localTemplate()
  const identities = identify(template, (name) => `http://127.0.0.1/${name}`)
  const [found] = ofType(template, 'AWS::StepFunctions::StateMachine')
  const definition = JSON.parse(String(resolve(found?.properties.DefinitionString, identities))) as Machine
  // Retries of the cloud wait seconds; here the order matters, not the pauses.
  return JSON.parse(
    JSON.stringify(definition).replaceAll('"IntervalSeconds":2', '"IntervalSeconds":0').replaceAll('"MaxAttempts":8', '"MaxAttempts":1'),
  )
}

const until = async (condition: () => boolean) => {
  for (let attempt = 0; attempt < 400 && !condition(); attempt++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(condition()).toBe(true)
}

describe('the workflow of a batch, as the template defines it', () => {
  type Step = { step: string; stage: number; token?: string; item?: { id: string } }
  let directory: string
  let definition: Machine
  const opened: Executions[] = []

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'executions-'))
    definition = await templateMachine()
  })
  afterEach(() => {
    vi.useRealTimers()
    for (const executions of opened.splice(0)) executions.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  function open(answer: (step: Step) => unknown, items: unknown[] = []) {
    const steps: Step[] = []
    const executions = new Executions({
      database: openDatabase(directory),
      now: Date.now,
      machines: [{ arn: machine, name: 'batches', definition }],
      invoke: async (_fn, event) => {
        steps.push(event as Step)
        return answer(event as Step)
      },
      readObject: async () => JSON.stringify(items),
    })
    opened.push(executions)
    return { executions, steps, names: () => steps.map(({ step }) => step) }
  }
  const twoStages = ({ step, stage }: Step) => (step === 'leave' ? { batch: 'b', stage, next: stage === 0 ? 1 : null } : undefined)

  test('enters, waits for the answer, leaves, goes on, and ends after the last stage', async () => {
    const { executions, steps, names } = open(twoStages)
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => names().includes('await'))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(names()).toEqual(['enter', 'await'])
    executions.answer(steps[1]?.token ?? '', { output: {} })
    await until(() => names().length === 5)
    expect(steps[3]).toMatchObject({ step: 'enter', batch: 'b', stage: 1 })
    executions.answer(steps[4]?.token ?? '', { output: {} })
    await until(() => executions.row(executionArn)?.status === 'SUCCEEDED')
  })

  test('a stage waits for days, and is asked once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { executions, names } = open(twoStages)
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await vi.waitFor(() => expect(names()).toContain('await'))
    await vi.advanceTimersByTimeAsync(20 * 86_400_000)
    expect(names()).toEqual(['enter', 'await'])
    expect(executions.row(executionArn)?.status).toBe('RUNNING')
  })

  test.each(['aborted', 'stopped'])('one that is %s leaves no timer that would keep the process', async (how) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { executions, names } = open(twoStages)
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await vi.waitFor(() => expect(names()).toContain('await'))
    expect(vi.getTimerCount()).toBeGreaterThan(0)
    if (how === 'aborted') executions.abort(executionArn)
    else executions.stop()
    await new Promise((resolve) => setImmediate(resolve))
    expect(vi.getTimerCount()).toBe(0)
    expect(names()).toEqual(['enter', 'await'])
  })

  test('an answer counts once', async () => {
    const { executions, steps, names } = open(twoStages)
    executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => names().includes('await'))
    const token = steps[1]?.token ?? ''
    executions.answer(token, { output: {} })
    expect(() => executions.answer(token, { output: {} })).toThrow(/does not exist anymore/)
    expect(() => executions.answer('never given', { output: {} })).toThrow(/does not exist anymore/)
  })

  test('an answer that comes before the function has returned is kept', async () => {
    let executions: Executions | undefined
    const opening = open((step) => {
      if (step.step === 'await') executions?.answer(step.token ?? '', { output: {} })
      return twoStages(step)
    })
    executions = opening.executions
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => executions?.row(executionArn)?.status === 'SUCCEEDED')
  })

  test('what waits for an answer still waits after a restart, for the same token, and is not asked again', async () => {
    const before = open(twoStages)
    const { executionArn } = before.executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => before.names().includes('await') && before.executions.row(executionArn)?.state === 'Await')
    await new Promise((resolve) => setTimeout(resolve, 30))
    before.executions.stop()
    const after = open(twoStages)
    expect(after.executions.resume()).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(after.names()).toEqual([])
    after.executions.answer(before.steps[1]?.token ?? '', { output: {} })
    await until(() => after.names().length === 3)
    expect(after.names()).toEqual(['leave', 'enter', 'await'])
  })

  test('an answer given while the process was ending is not lost', async () => {
    const before = open(twoStages)
    const { executionArn } = before.executions.start(machine, 'b', '{"batch":"b","stage":1}')
    await until(() => before.executions.row(executionArn)?.state === 'Await')
    await until(() => before.names().includes('await'))
    before.executions.stop()
    before.executions.answer(before.steps[1]?.token ?? '', { output: {} })
    const after = open(twoStages)
    after.executions.resume()
    await until(() => after.executions.row(executionArn)?.status === 'SUCCEEDED')
    expect(after.names()).toEqual(['leave'])
  })

  const items = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}` }))
  const withList =
    (fails?: string) =>
    ({ step, item }: Step) => {
      if (step === 'leave') return { batch: 'b', stage: 0, next: null, fanOut: { bucket: 'files', key: 'lists/1', task: 'settle' } }
      if (item && item.id === fails) throw new Error('not written')
      return undefined
    }

  test('does what concerns each entry of the list, then settles', async () => {
    const { executions, steps, names } = open(withList(), items)
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => steps.some(({ step }) => step === 'await'))
    executions.answer(steps[1]?.token ?? '', { output: {} })
    await until(() => executions.row(executionArn)?.status !== 'RUNNING')
    expect(executions.row(executionArn)?.status).toBe('SUCCEEDED')
    expect(new Set(steps.filter(({ step }) => step === 'item').map(({ item }) => item?.id)).size).toBe(40)
    expect(names().at(-1)).toBe('settle')
    expect(executions.row(executionArn)?.output).not.toContain('s7')
  })

  test('fails when one entry keeps failing, and settles nothing', async () => {
    const { executions, steps, names } = open(withList('s7'), items)
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => steps.some(({ step }) => step === 'await'))
    executions.answer(steps[1]?.token ?? '', { output: {} })
    await until(() => executions.row(executionArn)?.status === 'FAILED')
    expect(names()).not.toContain('settle')
  })

  test('a name is used once; the same start again is the same execution', () => {
    const { executions } = open(twoStages)
    const first = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    expect(executions.start(machine, 'b', '{"batch":"b","stage":0}')).toEqual(first)
    expect(() => executions.start(machine, 'b', '{"batch":"b","stage":1}')).toThrow(/Already Exists/)
  })

  test('a stopped execution stays stopped after a restart', async () => {
    const { executions, names } = open(twoStages)
    const { executionArn } = executions.start(machine, 'b', '{"batch":"b","stage":0}')
    await until(() => names().includes('await'))
    executions.abort(executionArn, 'cancelled', 'by the host')
    expect(executions.row(executionArn)).toMatchObject({ status: 'ABORTED', error: 'cancelled' })
    expect(open(twoStages).executions.resume()).toBe(0)
  })
})
