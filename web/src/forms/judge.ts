import { createSignal } from 'solid-js'
import type { Judge } from '../../../shared/forms/bindings.ts'

const [judge, setJudge] = createSignal<Judge | undefined>(undefined)

/** Judges the rules of forms; undefined until the expression engine has come, which is after the page is usable. */
export { judge }

let asked = false
const load = async () => {
  if (asked) return
  asked = true
  try {
    const engine = await import('../../../shared/forms/expressions.ts')
    setJudge(() => engine.judge)
  } catch {
    // Offline: the next form that is opened asks again; the server judges in any case.
    asked = false
  }
}

/** Fetches the engine when the browser has nothing better to do; `soon` where the page waits for it. */
export function bringJudge(soon = false): void {
  if (soon) load()
  else if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 4000 })
  else setTimeout(load, 1200)
}
