import { createRoot, createSignal } from 'solid-js'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createPaged } from './paged.ts'

// Outside of a browser signals do not react unless asked for by name.
vi.mock('solid-js', () => vi.importActual('../../../node_modules/solid-js/dist/solid.js'))
const { toastError } = vi.hoisted(() => ({ toastError: vi.fn() }))
vi.mock('../ui/toast.tsx', () => ({ toastError }))

type Row = { id: number; state: string }
const soon = () => new Promise((resolve) => setTimeout(resolve))

/** What the server has, in pages of ten, and the list that is read of it. */
async function listOf(count: number) {
  let rows: Row[] = Array.from({ length: count }, (_, id) => ({ id, state: 'open' }))
  const asked: (string | undefined)[] = []
  const [about, setAbout] = createSignal('a')
  let fails = false
  const list = createRoot(() =>
    createPaged(about, async (_about, cursor?: string) => {
      asked.push(cursor)
      if (fails) throw new Error('no network')
      const from = Number(cursor ?? 0)
      const next = from + 10 < rows.length ? { cursor: String(from + 10) } : {}
      return { rows: structuredClone(rows.slice(from, from + 10)), ...next }
    }),
  )
  await soon()
  return {
    list,
    asked,
    setAbout,
    change: (next: (rows: Row[]) => Row[]) => {
      rows = next(rows)
    },
    fail: () => {
      fails = true
    },
  }
}
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id)

beforeEach(() => toastError.mockClear())

describe('a list that is read anew after an act', () => {
  test('holds as much as before: whoever has read on does not fall back to the first page', async () => {
    const { list, change, asked } = await listOf(50)
    await list.next()
    await list.next()
    change((rows) => rows.filter(({ id }) => id !== 25))
    asked.length = 0
    await list.again()
    expect(ids(list.rows())).toEqual([...Array(31).keys()].filter((id) => id !== 25))
    expect(asked).toEqual([undefined, '10', '20'])
    await list.next()
    expect(ids(list.rows())).toEqual([...Array(41).keys()].filter((id) => id !== 25))
  })

  test('draws anew only the rows that have changed', async () => {
    const { list, change } = await listOf(20)
    const before = list.rows()
    change((rows) => rows.map((row) => (row.id === 3 ? { ...row, state: 'done' } : row)))
    await list.again()
    expect(list.rows().flatMap((row, at) => (row === before[at] ? [] : [row]))).toEqual([{ id: 3, state: 'done' }])
  })

  test('reads a thousand rows anew at most, and goes on behind them when asked', async () => {
    const { list, asked } = await listOf(1500)
    await list.all()
    expect(list.rows()).toHaveLength(1500)
    asked.length = 0
    await list.again()
    expect([asked.length, list.rows().length, list.more()]).toEqual([100, 1000, true])
  })

  test('stays, and says so, when it cannot be read', async () => {
    const { list, fail } = await listOf(5)
    fail()
    await list.again()
    expect([list.rows().length, list.problem(), toastError.mock.calls.length]).toEqual([5, undefined, 1])
  })

  test('is empty, with the reason in its place, when something else cannot be read', async () => {
    const { list, fail, setAbout } = await listOf(5)
    fail()
    setAbout('b')
    await soon()
    expect([list.rows().length, String(list.problem()), toastError.mock.calls.length]).toEqual([0, 'Error: no network', 0])
  })
})
