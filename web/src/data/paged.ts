import { createEffect, createSignal, on } from 'solid-js'
import { toastError } from '../ui/toast.tsx'

type Page<Row> = { rows: readonly Row[]; cursor?: string | undefined }

/** A list that is read page by page, and anew whenever what it is read for changes. */
export function createPaged<Row, Key>(key: () => Key | undefined, load: (key: Key, cursor?: string) => Promise<Page<Row>>) {
  const [rows, setRows] = createSignal<readonly Row[]>([])
  const [cursor, setCursor] = createSignal<string>()
  const [loading, setLoading] = createSignal(true)
  const [settled, setSettled] = createSignal(false)
  const [problem, setProblem] = createSignal<unknown>()
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
  return { rows, loading, settled, problem, more: () => cursor() !== undefined, next: () => read(cursor()), all, again: () => read() }
}
