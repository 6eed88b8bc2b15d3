import { createEffect, createSignal, on } from 'solid-js'
import { toastError } from '../ui/toast.tsx'

type Page<Row> = {
  rows: readonly Row[]
  cursor?: string | undefined
  /** Of a list in which words are looked for: how many of its rows were looked at so far, and, with its first page, of how many. */
  looked?: number | undefined
  of?: number | undefined
}

/** A list that is read page by page, and anew whenever what it is read for changes. */
export function createPaged<Row, Key>(key: () => Key | undefined, load: (key: Key, cursor?: string) => Promise<Page<Row>>) {
  const [rows, setRows] = createSignal<readonly Row[]>([])
  const [cursor, setCursor] = createSignal<string>()
  const [loading, setLoading] = createSignal(true)
  const [settled, setSettled] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
  const [looked, setLooked] = createSignal<Pick<Page<Row>, 'looked' | 'of'>>({})
  let round = 0

  const read = async (from?: string) => {
    const wanted = key()
    if (wanted === undefined) return
    const mine = ++round
    setLoading(true)
    try {
      const page = await load(wanted, from)
      if (mine !== round) return
      setRows(from === undefined ? page.rows : [...rows(), ...page.rows])
      setCursor(page.cursor)
      setLooked({ looked: page.looked, of: from === undefined ? page.of : looked().of })
      setProblem(undefined)
    } catch (error) {
      if (mine !== round) return
      if (from === undefined) setProblem(error)
      else toastError(error)
    } finally {
      if (mine === round) {
        setLoading(false)
        setSettled(true)
      }
    }
  }
  /** Reads all that is left, page after page; what the list is read for may change meanwhile, which ends it. */
  const all = async () => {
    for (let before: string | undefined; cursor() !== undefined && cursor() !== before; ) {
      before = cursor()
      await read(before)
    }
  }
  createEffect(
    on(key, () => {
      setSettled(false)
      setRows([])
      setCursor(undefined)
      void read()
    }),
  )
  return {
    rows,
    loading,
    settled,
    problem,
    looked,
    more: () => cursor() !== undefined,
    next: () => read(cursor()),
    all,
    again: () => read(),
  }
}
