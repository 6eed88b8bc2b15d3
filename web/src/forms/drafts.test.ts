import { describe, expect, test } from 'vitest'
import { type Draft, draftStore, type Marked } from './drafts.ts'
import { missingParts } from './sending.ts'

function memory(): Marked {
  const held = new Map<string, unknown>()
  return {
    lacks: (key) => !held.has(key),
    get: async (key) => held.get(key),
    set: async (key, value) => {
      held.set(key, structuredClone(value))
    },
    remove: async (key) => {
      held.delete(key)
    },
    all: async () => [...held.values()],
  }
}
const forbidden: Marked = {
  lacks: () => false,
  get: () => Promise.reject(new Error('denied')),
  set: () => Promise.reject(new Error('full')),
  remove: () => Promise.reject(new Error('denied')),
  all: () => Promise.reject(new Error('denied')),
}
const draft: Draft = {
  address: '/api/batches/b/submissions/s/sections/basics',
  person: 'zhang',
  values: { title: '写了一半', count: '12a' },
  toSend: { title: '写了一半' },
  version: 3,
  base: {},
  at: '2024-10-10T06:32:00Z',
}

describe('answers kept on this device', () => {
  test('are found again as they were typed', async () => {
    const drafts = draftStore(memory())
    expect(await drafts.keep(draft)).toBe(true)
    expect(await drafts.find('zhang', draft.address)).toEqual(draft)
  })
  test('are never shown to another person on the same device', async () => {
    const drafts = draftStore(memory())
    await drafts.keep(draft)
    expect(await drafts.find('li', draft.address)).toBeUndefined()
    expect(await drafts.waiting('li', draft.at)).toEqual([])
  })
  test('are known at once not to be there, of whoever asks for his own', async () => {
    const drafts = draftStore(memory())
    await drafts.keep(draft)
    const lacks = (person: string, address: string) => drafts.lacks(person, address)
    expect([lacks('zhang', draft.address), lacks('li', draft.address), lacks('zhang', '/other')]).toEqual([false, true, true])
    await drafts.drop('zhang', draft.address)
    expect(lacks('zhang', draft.address)).toBe(true)
  })
  test('are gone once the server has them', async () => {
    const drafts = draftStore(memory())
    await drafts.keep(draft)
    await drafts.drop('zhang', draft.address)
    expect(await drafts.find('zhang', draft.address)).toBeUndefined()
  })
  test('wait in the order in which they were written, for a month', async () => {
    const drafts = draftStore(memory())
    await drafts.keep({ ...draft, address: '/late', at: '2024-10-11T00:00:00Z' })
    await drafts.keep(draft)
    await drafts.keep({ ...draft, address: '/old', at: '2024-08-01T00:00:00Z' })
    expect((await drafts.waiting('zhang', '2024-10-12T00:00:00Z')).map(({ address }) => address)).toEqual([draft.address, '/late'])
    expect(await drafts.find('zhang', '/old')).toBeUndefined()
  })
  test('that cannot be kept are said to be not kept, and nothing breaks', async () => {
    const drafts = draftStore(forbidden)
    expect(await drafts.keep(draft)).toBe(false)
    expect(await drafts.find('zhang', draft.address)).toBeUndefined()
    expect(await drafts.waiting('zhang', draft.at)).toEqual([])
  })
})

describe('an upload in parts', () => {
  const part = 8 * 1024 * 1024
  test('goes on with the parts that have not arrived', () =>
    expect(missingParts(30 * 1024 * 1024, part, [{ number: 1 }, { number: 3 }])).toEqual([2, 4]))
  test('has no part too many when the size is a whole number of parts', () => expect(missingParts(2 * part, part, [])).toEqual([1, 2]))
})
