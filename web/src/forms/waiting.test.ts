import { describe, expect, test } from 'vitest'
import { Refused, Unreachable } from '../data/refused.ts'
import { type Draft, draftStore } from './drafts.ts'
import { sendWaiting } from './waiting.ts'

const at = new Date().toISOString()
const address = '/api/batches/b/submissions/s/sections/basics'
const draft: Draft = { address, person: 'zhang', values: { a: '1' }, toSend: { a: '1' }, version: 3, base: {}, at }
function kept() {
  const held = new Map<string, unknown>()
  return draftStore({
    lacks: (key) => !held.has(key),
    get: async (key) => held.get(key),
    set: async (key, value) => void held.set(key, value),
    remove: async (key) => void held.delete(key),
    all: async () => [...held.values()],
  })
}
const tried = async (error?: Error) => {
  const drafts = kept()
  await drafts.keep(draft)
  const save = () => (error ? Promise.reject(error) : Promise.resolve({ version: 4, savedAt: at }))
  const sent = await sendWaiting('zhang', save, drafts)
  return { sent, left: await drafts.find('zhang', address) }
}

describe('what was left on this device', () => {
  test('is gone once it is sent', async () => expect(await tried()).toEqual({ sent: 1, left: undefined }))
  test('stays as it is while the network is away', async () => expect(await tried(new Unreachable())).toEqual({ sent: 0, left: draft }))
  test('stays with the reason when somebody else saved the section', async () => {
    const theirs = { version: 5, values: {}, by: null, at }
    const { left } = await tried(new Refused(409, { code: 'section.changed', zh: '', en: '', data: { theirs } }))
    expect(left?.stopped).toEqual({ why: 'conflict' })
  })
  test('stays with the reason when the server said no', async () => {
    const body = { code: 'stage.closed', zh: '已截止', en: 'Over' }
    expect((await tried(new Refused(409, body))).left?.stopped).toEqual({ why: 'refused', problem: body })
  })
  test('is sent once when two ask for it at the same time', async () => {
    const drafts = kept()
    await drafts.keep(draft)
    let saves = 0
    const save = async () => {
      saves++
      await new Promise((resolve) => setTimeout(resolve, 5))
      return { version: 4, savedAt: at }
    }
    expect(await Promise.all([sendWaiting('zhang', save, drafts), sendWaiting('zhang', save, drafts)])).toEqual([1, 0])
    expect(saves).toBe(1)
  })
  test('takes its files along: one it has left out goes once it is sent, and no sooner', async () => {
    const file = { id: 'old', name: 'old.pdf', bytes: 9, type: 'application/pdf' }
    const removed: string[] = []
    const send = async (error?: Error) => {
      const drafts = kept()
      await drafts.keep({ ...draft, base: { proof: [file] } })
      const save = () => (error ? Promise.reject(error) : Promise.resolve({ version: 4, savedAt: at }))
      await sendWaiting('zhang', save, drafts, async (_, files) => void removed.push(...files))
    }
    await send(new Unreachable())
    expect(removed).toEqual([])
    await send()
    expect(removed).toEqual(['old'])
  })
})
