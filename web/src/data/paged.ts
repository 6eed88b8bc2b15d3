import { createEffect, createSignal, on } from 'solid-js'
import { toastError } from '../ui/toast.tsx'

type Page<Row> = {
  rows: readonly Row[]
  cursor?: string | undefined
  /** Of a list in which words are looked for: how many of its rows were looked at so far, and, with its first page, of how many. */
  looked?: number | undefined
  of?: number | undefined
}

/** So many rows of what was read on are read anew after an act; what stood behind them is read on again. */
const anewMost = 1000

/** A list that is read page by page, and anew whenever what it is read for changes. */
export function createPaged<Row, Key>(key: () => Key | undefined, load: (key: Key, cursor?: string) => Promise<Page<Row>>) {
  const [rows, setRows] = createSignal<readonly Row[]>([])
  const [cursor, setCursor] = createSignal<string>()
  const [loading, setLoading] = createSignal(true)
  const [settled, setSettled] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
  const [looked, setLooked] = createSignal<Pick<Page<Row>, 'looked' | 'of'>>({})
  let round = 0
  let pagesRead = 0

  const read = async (from?: string, pages = 1) => {
    const wanted = key()
    if (wanted === undefined) return
    const mine = ++round
    setLoading(true)
    try {
      const first = await load(wanted, from)
      let last = first
      let found = first.rows
      let count = 1
      for (; mine === round && last.cursor !== undefined && count < pages && found.length < anewMost; count++) {
        last = await load(wanted, last.cursor)
        found = [...found, ...last.rows]
      }
      if (mine !== round) return
      setRows(from === undefined ? asBefore(found) : [...rows(), ...found])
      pagesRead = from === undefined ? count : pagesRead + count
      setCursor(last.cursor)
      setLooked({ looked: last.looked, of: from === undefined ? first.of : looked().of })
      setProblem(undefined)
    } catch (error) {
      if (mine !== round) return
      if (from === undefined && rows().length === 0) setProblem(error)
      else toastError(error)
    } finally {
      if (mine === round) {
        setLoading(false)
        setSettled(true)
      }
    }
  }
  /** A row in which nothing has changed stays the one that is drawn, with what is open in it. */
  const asBefore = (found: readonly Row[]) => {
    const drawn = new Map(rows().map((row) => [JSON.stringify(row), row]))
    return found.map((row) => drawn.get(JSON.stringify(row)) ?? row)
  }
  /** Reads anew as much as is shown: whoever has read on does not fall back to the first page. */
  const again = () => read(undefined, pagesRead)
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
  return { rows, loading, settled, problem, looked, more: () => cursor() !== undefined, next: () => read(cursor()), all, again }
}
