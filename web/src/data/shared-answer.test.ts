import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetAhead } from './ahead.ts'
import { sharedAnswer } from './shared-answer.ts'

let reads: number
let fails: boolean
const read = sharedAnswer(async (what: string) => {
  reads++
  if (fails) throw new Error('away')
  return `${what} ${reads}`
})
beforeEach(() => {
  reads = 0
  fails = false
  forgetAhead()
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

test('parts of a page that ask while it is being read, or soon after it was answered, share one answer', async () => {
  expect(await Promise.all([read('a'), read('a')])).toEqual(['a 1', 'a 1'])
  vi.advanceTimersByTime(1_900)
  expect(await read('a')).toBe('a 1')
  vi.advanceTimersByTime(200)
  expect(await read('a')).toBe('a 2')
})
test('an answer that is long in coming is asked for once', async () => {
  const first = read('a')
  vi.advanceTimersByTime(30_000)
  expect([await read('a'), await first, reads]).toEqual(['a 1', 'a 1', 1])
})
test('what is another thing has an answer of its own', async () => {
  expect([await read('a'), await read('b')]).toEqual(['a 1', 'b 2'])
})
test('once something is done it is read anew, also where the answer is still on its way', async () => {
  const before = read('a')
  forgetAhead()
  expect([await read('a'), await before]).toEqual(['a 2', 'a 1'])
})
test('a reading that failed is tried again by who asks next', async () => {
  fails = true
  await expect(read('a')).rejects.toThrow('away')
  fails = false
  expect(await read('a')).toBe('a 2')
})
