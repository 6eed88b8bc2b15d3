import { createSignal } from 'solid-js'
import type { Judge } from '../../../shared/forms/bindings.ts'
import { whenIdle } from '../data/idle.ts'

type Find = typeof import('../../../shared/forms/problems.ts').findProblems

const [judge, setJudge] = createSignal<Judge | undefined>(undefined)
const [find, setFind] = createSignal<Find | undefined>(undefined)

/**
 * `judge` judges the rules of forms, `find` finds what is wrong with answers; undefined until they have come, which is after the page is usable.
 * The plain checks come first and are small, the expression engine after them.
 */
export { find, judge }

let coming: Promise<void> | undefined
const load = async () => {
  try {
    const { findProblems } = await import('../../../shared/forms/problems.ts')
    setFind(() => findProblems)
    const engine = await import('../../../shared/forms/expressions.ts')
    setJudge(() => engine.judge)
  } catch {
    // Offline: the next form that is opened asks again; the server judges in any case.
    coming = undefined
  }
}
const begin = (): Promise<void> => {
  coming ??= load()
  return coming
}

/** Fetches the checks when the browser has nothing better to do; `soon` where the page waits for them. Done when they are there, or cannot be had. */
export function bringJudge(soon = false): Promise<void> {
  if (soon || coming) return begin()
  return new Promise((resolve) => {
    whenIdle(() => begin().then(resolve))
  })
}
