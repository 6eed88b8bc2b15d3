import { createSignal } from 'solid-js'
import type { Selection } from './table.tsx'

/** Which rows are ticked; survives loading further pages. `ids()` in the order of ticking. */
export function createSelection(): Selection & { ids: () => string[] } {
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  return {
    has: (id) => chosen().has(id),
    get size() {
      return chosen().size
    },
    set(ids, on) {
      const next = new Set(chosen())
      for (const id of ids) on ? next.add(id) : next.delete(id)
      setChosen(next)
    },
    clear: () => setChosen(new Set<string>()),
    ids: () => [...chosen()],
  }
}
