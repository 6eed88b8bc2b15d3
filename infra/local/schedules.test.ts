import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LocalClock, milliseconds } from './clock.ts'
import { openDatabase } from './database.ts'
import { momentOf, type Rule, rateOf, type Schedule, Schedules } from './schedules.ts'

const day = 86_400_000

describe('words of time', () => {
  test.each([
    ['P3D', 3 * day],
    ['PT90M', 90 * 60_000],
    ['P1W', 7 * day],
    ['P1DT2H', 26 * 3_600_000],
    ['PT1.5S', 1500],
  ])('%s', (text, expected) => expect(milliseconds(text)).toBe(expected))
  test.each(['P', 'P1M', '3 days', 'PT', ''])('%j is no duration of fixed length', (text) => expect(milliseconds(text)).toBeUndefined())
  test.each([
    ['at(2026-03-01T17:00:00)', undefined, '2026-03-01T17:00:00.000Z'],
    ['at(2026-03-01T17:00:00)', 'Asia/Shanghai', '2026-03-01T09:00:00.000Z'],
  ])('%s in %s', (ScheduleExpression, ScheduleExpressionTimezone, expected) =>
    expect(new Date(momentOf({ ScheduleExpression, ScheduleExpressionTimezone }) ?? 0).toISOString()).toBe(expected),
  )
  test('a rate is a whole number of units', () => {
    expect(rateOf('rate(5 minutes)')).toBe(300_000)
    expect(rateOf('rate(1 hour)')).toBe(3_600_000)
    expect(() => rateOf('cron(0 8 * * ? *)')).toThrow('cron')
  })
})

describe('schedules', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'schedules-'))
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  function open(fail: (input: { name: string }) => boolean = () => false, rules: Rule[] = []) {
    const database = openDatabase(directory)
    const clock = new LocalClock(database)
    const rung: { name: string; at: number }[] = []
    const schedules = new Schedules({
      database,
      clock,
      rules,
      invoke: async (_target, input) => {
        const { name } = input as { name: string }
        rung.push({ name, at: clock.now() })
        if (fail({ name })) throw new Error('not now')
      },
      settled: async () => {},
    })
    return { schedules, clock, rung, names: () => rung.map(({ name }) => name), database }
  }
  const at = (name: string, moment: number, more: Partial<Schedule> = {}): Schedule => ({
    Name: name,
    GroupName: 'default',
    ScheduleExpression: `at(${new Date(moment).toISOString().slice(0, 19)})`,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:workflow', RoleArn: 'arn', Input: JSON.stringify({ name }) },
    ActionAfterCompletion: 'DELETE',
    ...more,
  })

  test('months pass in a moment; each rings at its own time, in order', async () => {
    const { schedules, clock, rung } = open()
    const start = clock.now()
    for (const [name, days] of [
      ['second', 40],
      ['first', 3],
      ['third', 90],
    ] as const)
      schedules.put(at(name, start + days * day))
    await schedules.advanceTo(start + 60 * day)
    expect(rung.map(({ name }) => name)).toEqual(['first', 'second'])
    for (const [i, days] of [3, 40].entries()) expect(Math.abs((rung[i]?.at ?? 0) - start - days * day)).toBeLessThan(5000)
    expect(Math.abs(clock.now() - start - 60 * day)).toBeLessThan(5000)
    expect(schedules.get('default', 'first')).toBeUndefined()
    expect(schedules.get('default', 'third')).toBeDefined()
  })

  test('what a ring moves or adds is followed on the same way', async () => {
    const opened = open()
    const { schedules, clock, names } = opened
    const start = clock.now()
    schedules.put(at('deadline', start + 5 * day))
    schedules.put(at('extend', start + 4 * day))
    await schedules.advanceTo(start + 4.5 * day)
    schedules.put(at('deadline', start + 8 * day))
    await schedules.advanceTo(start + 6 * day)
    expect(names()).toEqual(['extend'])
    await schedules.advanceTo(start + 9 * day)
    expect(names()).toEqual(['extend', 'deadline'])
  })

  test('one that is switched off or deleted does not ring', async () => {
    const { schedules, clock, names } = open()
    schedules.put(at('off', clock.now() + day, { State: 'DISABLED' }))
    schedules.put(at('gone', clock.now() + day))
    expect(schedules.remove('default', 'gone')).toBe(true)
    await schedules.advanceTo(clock.now() + 2 * day)
    expect(names()).toEqual([])
  })

  test('one that fails rings again, as often as it may', async () => {
    let refusals = 2
    const { schedules, clock, names } = open(() => refusals-- > 0)
    schedules.put(at('deadline', clock.now() + day))
    await schedules.advanceTo(clock.now() + 2 * day)
    expect(names()).toEqual(['deadline', 'deadline', 'deadline'])
    const never = open(() => true)
    never.schedules.put(
      at('hopeless', never.clock.now() + day, { Target: { ...at('hopeless', 0).Target, RetryPolicy: { MaximumRetryAttempts: 1 } } }),
    )
    await never.schedules.advanceTo(never.clock.now() + 2 * day)
    expect(never.names()).toEqual(['hopeless', 'hopeless'])
  })

  test('the clock and what is due survive a restart; what was missed rings at once', async () => {
    const before = open()
    before.schedules.put(at('missed', before.clock.now() + day))
    before.clock.moveTo(before.clock.now() + 3 * day)
    before.database.close()
    const after = open()
    expect(after.clock.now() - Date.now()).toBeGreaterThan(2.9 * day)
    await after.schedules.ring()
    expect(after.names()).toEqual(['missed'])
  })

  test('the clock does not go back', () => {
    const { clock } = open()
    clock.moveTo(Date.now() + day)
    clock.moveTo(Date.now() - day)
    expect(clock.now()).toBeGreaterThan(Date.now() + day - 1000)
  })

  test('a rule rings when its time has passed, once however long that is', async () => {
    const rules = [{ id: 'reconcile', every: 300_000, target: 'workflow', input: '{"name":"reconcile"}' }]
    const { schedules, clock, names } = open(undefined, rules)
    await schedules.ring()
    expect(names()).toEqual([])
    await schedules.advanceTo(clock.now() + day)
    expect(names()).toEqual(['reconcile'])
    await schedules.ring()
    expect(names()).toEqual(['reconcile'])
  })
})
