import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { marked } from './device-storage.ts'

/** A storage whose steps end, in the order in which they were begun, when they are told to. */
function slow() {
  const steps: (() => void)[] = []
  const step = () => new Promise<void>((resolve) => void steps.push(resolve))
  return { storage: { get: async () => undefined, set: step, remove: step, all: async () => [] }, end: () => steps.shift()?.() }
}

beforeEach(() => {
  const items = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a record is marked before it comes, and until it is gone', async () => {
  const { storage, end } = slow()
  const records = marked(storage)
  expect(records.lacks('a')).toBe(true)
  const kept = records.set('a', 1)
  expect(records.lacks('a')).toBe(false)
  end()
  await kept
  const gone = records.remove('a')
  expect([records.lacks('a'), records.lacks('b')]).toEqual([false, true])
  end()
  await gone
  expect(records.lacks('a')).toBe(true)
})

test('a record that comes while the one before it is being removed is marked', async () => {
  const { storage, end } = slow()
  const records = marked(storage)
  const both = [records.remove('a'), records.set('a', 2)]
  end()
  await both[0]
  end()
  await both[1]
  expect(records.lacks('a')).toBe(false)
})

test('where nothing can be marked, it is not said that there is nothing', async () => {
  const denied = () => {
    throw new Error('denied')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied })
  const records = marked(slow().storage)
  expect(records.lacks('a')).toBe(false)
  await expect(records.set('a', 1)).rejects.toThrow('denied')
})
