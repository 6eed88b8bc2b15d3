import { createSignal } from 'solid-js'

/** Comments that are being written about places of a form: `section`, `section.field`, or the whole. */
export type Remarks = {
  /** undefined: none was begun. */
  of: (place: string) => string | undefined
  put: (place: string, text: string | undefined) => void
  /** What was really written, trimmed. */
  said: () => Record<string, string>
  clear: () => void
}

/** Comments that stay in this tab until they are sent, through a reload and through a look at the next submission. */
export function createRemarks(key: string): Remarks {
  const [texts, setTexts] = createSignal<Readonly<Record<string, string>>>(kept(key))
  const set = (next: Readonly<Record<string, string>>) => {
    setTexts(next)
    try {
      if (Object.keys(next).length > 0) sessionStorage.setItem(key, JSON.stringify(next))
      else sessionStorage.removeItem(key)
    } catch {
      // A full or forbidden storage only means that a reload loses them.
    }
  }
  return {
    of: (place) => texts()[place],
    put: (place, text) => {
      const { [place]: _, ...rest } = texts()
      set(text === undefined ? rest : { ...texts(), [place]: text })
    },
    said: () => Object.fromEntries(Object.entries(texts()).flatMap(([place, text]) => (text.trim() ? [[place, text.trim()]] : []))),
    clear: () => set({}),
  }
}

function kept(key: string): Record<string, string> {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    const texts = typeof found === 'object' && found !== null ? Object.entries(found) : []
    return Object.fromEntries(texts.filter((each): each is [string, string] => typeof each[1] === 'string'))
  } catch {
    return {}
  }
}
