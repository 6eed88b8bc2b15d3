import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askAhead, forgetAhead, takeAhead } from './ahead.ts'

const address = 'https://example.org/api/one'
let answers: number
let status: number
beforeEach(() => {
  answers = 0
  status = 200
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.stubGlobal('location', { href: 'https://example.org/app/' })
  vi.stubGlobal('fetch', async () => new Response(`answer ${++answers}`, { status }))
})
afterEach(() => {
  forgetAhead()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const taken = async () => (await takeAhead(address))?.text()

test('what a page reads is asked for ahead once, and given out once', async () => {
  askAhead(['/api/one'])
  askAhead(['/api/one'])
  expect([await taken(), await taken(), answers]).toEqual(['answer 1', undefined, 1])
})
test('what several pages read is given to each of them for half a minute', async () => {
  askAhead(['/api/one'], 'kept')
  expect([await taken(), await taken()]).toEqual(['answer 1', 'answer 1'])
  vi.advanceTimersByTime(29_000)
  expect(await taken()).toBe('answer 1')
  vi.advanceTimersByTime(2_000)
  expect(await taken()).toBeUndefined()
  askAhead(['/api/one'], 'kept')
  expect(await taken()).toBe('answer 2')
})
test('nothing counts any more once something is done', async () => {
  askAhead(['/api/one'], 'kept')
  forgetAhead()
  expect(await taken()).toBeUndefined()
})
test('a refusal that one page reads is an answer, given out once; a server that cannot answer is asked again', async () => {
  status = 401
  askAhead(['/api/one'])
  await new Promise((resolve) => setTimeout(resolve))
  expect([(await takeAhead(address))?.status, await taken()]).toEqual([401, undefined])
  status = 503
  askAhead(['/api/one'])
  await new Promise((resolve) => setTimeout(resolve))
  expect(takeAhead(address)).toBeUndefined()
})
test('a refusal is given to who waits for it, and is not kept', async () => {
  status = 503
  askAhead(['/api/one'], 'kept')
  expect((await takeAhead(address))?.status).toBe(503)
  expect(await taken()).toBeUndefined()
})
