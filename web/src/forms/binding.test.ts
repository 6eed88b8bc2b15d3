import { describe, expect, test } from 'vitest'
import type { FileRef, SectionValues } from '../../../shared/forms/schema.ts'
import { Refused, Unreachable } from '../data/refused.ts'
import { bind, type Ways } from './binding.ts'
import { draftStore } from './drafts.ts'

const address = '/api/batches/b/submissions/s/sections/evidence'
const place = { person: 'zhang', address, field: 'proof' }
const file = (id: string): FileRef => ({ id, name: `${id}.pdf`, bytes: 9, type: 'application/pdf' })
const ids = (values: SectionValues) => ((values.proof ?? []) as FileRef[]).map(({ id }) => id)

/** A server with one old file in a section, a device, and what happened in which order. */
function house(more: Partial<Ways> = {}) {
  const held = new Map<string, unknown>()
  const drafts = draftStore({
    lacks: (key) => !held.has(key),
    get: async (key) => held.get(key),
    set: async (key, value) => void held.set(key, value),
    remove: async (key) => void held.delete(key),
    all: async () => [...held.values()],
  })
  const happened: string[] = []
  const server = { version: 3, values: { proof: [file('old')] } as SectionValues }
  const ways: Ways = {
    drafts,
    read: async () => ({ ...server }),
    save: async (_, { values }) => {
      Object.assign(server, { version: server.version + 1, values })
      happened.push(`saved ${ids(values)}`)
      return { version: server.version, savedAt: '' }
    },
    sendWaiting: async () => happened.push('sent what waits'),
    remove: async (_, files) => void (files.length > 0 && happened.push(`removed ${files}`)),
    ...more,
  }
  return { ways, drafts, server, happened, stop: new AbortController() }
}

describe('a checked file', () => {
  test('is with the server before the one it replaces goes', async () => {
    const { ways, happened, stop } = house()
    await bind(place, file('new'), 'old', stop.signal, ways)
    expect(happened).toEqual(['saved new', 'removed old'])
  })

  test('that cannot be saved leaves the one it was to replace', async () => {
    const { ways, happened, server, stop } = house({ save: () => Promise.reject(new Unreachable()) })
    await expect(bind(place, file('new'), 'old', stop.signal, ways)).rejects.toThrow('unreachable')
    expect([ids(server.values), happened]).toEqual([['old'], []])
  })

  test('goes with answers that wait on this device, and the one it replaces stays as long as they do', async () => {
    const { ways, drafts, happened, stop } = house()
    const values = { proof: [file('old')], title: '没送达' }
    const draft = {
      address,
      person: 'zhang',
      values,
      toSend: values,
      version: 3,
      base: { proof: [file('old')] },
      at: '2026-09-01T00:00:00Z',
    }
    await drafts.keep(draft)
    await bind(place, file('new'), 'old', stop.signal, ways)
    expect(ids((await drafts.find('zhang', address))?.toSend ?? {})).toEqual(['new'])
    expect(happened).toEqual(['sent what waits'])
  })

  test('is not taken for kept when this device keeps nothing more', async () => {
    const { ways, drafts, stop } = house()
    await drafts.keep({ address, person: 'zhang', values: {}, toSend: {}, version: 3, base: {}, at: '2026-09-01T00:00:00Z' })
    const full = { ...ways, drafts: { find: drafts.find, keep: async () => false } }
    await expect(bind(place, file('new'), undefined, stop.signal, full)).rejects.toThrow()
  })

  test('is put in once more when a colleague saved the section meanwhile', async () => {
    let tries = 0
    const { ways, server, stop } = house()
    const theirs = { version: 4, values: {}, by: null, at: '' }
    const save: Ways['save'] = async (at, body) => {
      if (tries++ === 0) throw new Refused(409, { code: 'section.changed', zh: '', en: '', data: { theirs } })
      return ways.save(at, body)
    }
    await bind(place, file('new'), undefined, stop.signal, { ...ways, save })
    expect(ids(server.values)).toEqual(['old', 'new'])
  })

  test('that was removed while it was put in is taken out, and what it was to replace is there again', async () => {
    const { ways, server, happened, stop } = house()
    const save: Ways['save'] = async (at, body) => {
      stop.abort()
      return ways.save(at, body)
    }
    await bind(place, file('new'), 'old', stop.signal, { ...ways, save })
    expect(ids(server.values)).toEqual(['old'])
    expect(happened).toEqual(['saved new', 'saved old', 'removed new'])
  })
})
