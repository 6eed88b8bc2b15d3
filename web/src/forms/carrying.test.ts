import { describe, expect, test, vi } from 'vitest'
import { Refused } from '../data/refused.ts'
import { carry, FileNeeded } from './carrying.ts'
import { StoreEnded } from './sending.ts'
import type { FilesApi, Slot } from './slots.ts'
import type { Remembered } from './upload-memory.ts'

const file = new File(['x'.repeat(20)], '佐证.pdf', { lastModified: 5 })
const begun: Remembered = {
  id: 'one',
  person: 'zhang',
  files: '/api/batches/b/submissions/s/files',
  address: '/api/batches/b/submissions/s/sections/evidence',
  section: 'evidence',
  field: 'proof',
  name: file.name,
  bytes: file.size,
  modified: 5,
  done: [],
  sent: false,
  at: '2026-09-01T00:00:00Z',
}
const half: Remembered = { ...begun, remote: 'old', partBytes: 10, done: [{ number: 1, etag: 'a' }] }
const refused = (code: string, status = 409) => new Refused(status, { code, zh: '', en: '' })

/** A server that opens `new`, knows `old` in the given state, and a store that takes everything. */
function house(state: 'waiting' | 'clean' | 'removed' | 'absent', more: Partial<FilesApi> = {}) {
  const opened: Slot = { file: { id: 'new' }, upload: { kind: 'parts', partBytes: 10 } }
  const api = {
    open: vi.fn(async () => opened),
    sign: vi.fn(async () => []),
    complete: vi.fn(async () => undefined),
    state: vi.fn(async () => {
      if (state === 'absent') throw refused('not-found', 404)
      return { state }
    }),
    remove: vi.fn(async () => undefined),
    ...more,
  } satisfies FilesApi
  const upload = { ...half }
  const parts = vi.fn(async ({ done }: { done: readonly { number: number; etag: string }[] }) => [...done, { number: 2, etag: 'b' }])
  const go = (from: Partial<Remembered> = {}, held: File | null = file) =>
    carry(Object.assign(upload, from), held ?? undefined, {
      api,
      note: async (change) => Object.assign(upload, change),
      progress: () => undefined,
      signal: new AbortController().signal,
      ways: { post: async () => undefined, parts },
    })
  return { api, upload, parts, go }
}

describe('a file that broke off', () => {
  test('goes on in its slot, with the parts that have arrived', async () => {
    const { api, upload, parts, go } = house('waiting')
    expect(await go()).toBe('old')
    expect(parts.mock.calls[0]?.[0].done).toEqual(half.done)
    expect(api.open).not.toHaveBeenCalled()
    expect(upload.sent).toBe(true)
  })
  test.each(['removed', 'absent'] as const)('begins anew when its slot is %s', async (state) => {
    const { upload, parts, go } = house(state)
    expect(await go()).toBe('new')
    expect(parts.mock.calls[0]?.[0].done).toEqual([])
    expect(upload).toMatchObject({ remote: 'new', sent: true })
  })
  test.each([
    ['the store has given up its parts', new StoreEnded()],
    ['the store has other parts', refused('file.parts-missing')],
  ])('begins anew when %s, and leaves no slot behind', async (_, error) => {
    const { api, parts, go } = house('waiting')
    parts.mockRejectedValueOnce(error)
    expect(await go()).toBe('new')
    expect(api.remove).toHaveBeenCalledWith('old')
  })
  test('is not sent again when it had arrived and only the answer was lost', async () => {
    const { api, parts, go } = house('clean')
    expect(await go()).toBe('old')
    expect(parts).not.toHaveBeenCalled()
    expect(api.open).not.toHaveBeenCalled()
  })
  test('waits for its check alone once all of it was sent, without the file', async () => {
    const { parts, go } = house('waiting')
    expect(await go({ sent: true }, null)).toBe('old')
    expect(parts).not.toHaveBeenCalled()
  })
  test('is asked for when nothing of it is there and this page does not hold it', async () => {
    const { go } = house('removed')
    await expect(go({ sent: true }, null)).rejects.toBeInstanceOf(FileNeeded)
  })
  test('stays where it is while the network is away', async () => {
    const { api, parts, upload, go } = house('waiting')
    parts.mockRejectedValueOnce(new TypeError('network'))
    await expect(go()).rejects.toThrow('network')
    expect(upload.remote).toBe('old')
    expect(api.remove).not.toHaveBeenCalled()
  })
})
