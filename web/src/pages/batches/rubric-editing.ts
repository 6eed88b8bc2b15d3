import { createMemo, createSignal, untrack } from 'solid-js'
import { reconcile, type SetStoreFunction } from 'solid-js/store'
import { rubricProblems } from '../../../../shared/reviews/rubric-problems.ts'
import type { Rubric } from '../../../../shared/templates/schema.ts'
import { t as s } from '../../i18n/rubric-setup.ts'

/** A figure that has been typed and is no number; `at` moves with its criterion. */
type Unread = { at: () => string }
export type RubricEditing = ReturnType<typeof createEditing>

/** What every part of the criteria being written needs: the criteria, how to change them, and what is wrong where. */
export function createEditing(rubric: Rubric, set: SetStoreFunction<Rubric>) {
  const [unread, setUnread] = createSignal<readonly Unread[]>([])
  const [tried, setTried] = createSignal(false)
  const [begun, setBegun] = createSignal(0)
  const found = createMemo(() => [...unread().map(({ at }) => ({ at: at(), code: 'unread' as const })), ...rubricProblems(rubric)])
  const words = {
    missing: () => s('rubricMissing'),
    range: () => s('rubricRange'),
    step: () => s('rubricStep'),
    outside: () => s('anchorOutside'),
    twice: () => s('anchorTwice'),
    length: () => s('rubricLength'),
    unread: () => s('rubricUnread'),
  } as const
  return {
    rubric,
    set,
    /** What is missing is said once somebody has tried to save; what is wrong, at once. */
    problem: (at: string): string | undefined => {
      const here = found().find((each) => each.at === at && (tried() || each.code !== 'missing'))
      return here && words[here.code]()
    },
    problems: () =>
      tried() ? found().map(({ at, code }) => ({ to: idOf(at), text: `${placeOf(at)}${s('rubricAt')}${words[code]()}` })) : [],
    /** How often the criteria were put in the place of all that had been typed. */
    begun,
    beginAnew: (criteria: Rubric) => {
      set(reconcile(criteria))
      setTried(false)
      setBegun((times) => times + 1)
    },
    wrong: () => found().length > 0,
    try: setTried,
    unread: (which: Unread, is: boolean) => {
      if (untrack(unread).includes(which) !== is) setUnread((before) => (is ? [...before, which] : before.filter((each) => each !== which)))
    },
  }
}

/** The id of the field at a place. */
export const idOf = (at: string): string => `rubric-${at.replaceAll('.', '-')}`

function placeOf(at: string): string {
  const [part, index, ...rest] = at.split('.')
  if (part === 'commentMin' || part === 'commentMax') return s(part)
  const n = Number(index) + 1
  if (part !== 'criteria') return s('choice', { n })
  return rest[0] === 'anchors'
    ? `${s('criterion', { n })}${s('rubricWithin')}${s('anchor', { n: Number(rest[1]) + 1 })}`
    : s('criterion', { n })
}
