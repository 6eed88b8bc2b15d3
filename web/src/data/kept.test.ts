import { createRoot, createSignal } from 'solid-js'
import { describe, expect, test, vi } from 'vitest'
import { createKept } from './kept.ts'

// Outside of a browser signals do not react unless asked for by name.
vi.mock('solid-js', () => vi.importActual('../../../node_modules/solid-js/dist/solid.js'))
vi.mock('../ui/toast.tsx', () => ({ toastError: () => undefined }))

const soon = () => new Promise((resolve) => setTimeout(resolve))

/** A page about one thing at a time; each reading is answered when the test says so. */
function page() {
  const asked: { about: string; answer: (read: string) => void; fail: () => void }[] = []
  return createRoot((leave) => {
    const [about, setAbout] = createSignal('a')
    const missed = vi.fn()
    const read = (of: string) =>
      new Promise<string>((resolve, reject) => asked.push({ about: of, answer: resolve, fail: () => reject(new Error(`no ${of}`)) }))
    const [given, { refetch }] = createKept(about, read, missed)
    const next = async (how: (reading: (typeof asked)[number]) => void) => {
      const reading = asked.shift()
      if (!reading) throw new Error('nothing was asked')
      how(reading)
      await soon()
    }
    return { given, refetch, setAbout, missed, next, asked, leave }
  })
}

describe('what a page reads again while it stands', () => {
  test('stays, and is told, when it cannot be read again', async () => {
    const { given, refetch, missed, next, leave } = page()
    await next(({ answer }) => answer('first'))
    void refetch()
    await next(({ fail }) => fail())
    expect([given.latest, missed.mock.calls.length]).toEqual(['first', 1])
    leave()
  })

  test('stays while it is read again', async () => {
    const { given, refetch, next, leave } = page()
    await next(({ answer }) => answer('first'))
    void refetch()
    expect(given.latest).toBe('first')
    await next(({ answer }) => answer('second'))
    expect(given.latest).toBe('second')
    leave()
  })

  test('is not given for something else that cannot be read, however often it is tried', async () => {
    const { given, setAbout, refetch, next, leave } = page()
    await next(({ answer }) => answer('first'))
    setAbout('b')
    await next(({ fail }) => fail())
    void Promise.resolve(refetch()).catch(() => undefined)
    await next(({ fail }) => fail())
    expect(() => given.latest).toThrow('no b')
    leave()
  })
})
