import { onCleanup } from 'solid-js'
import { isComposing } from './composing.ts'

/** Where a letter is text, or belongs to something that lies over the page. */
const elsewhere = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox')))

/** Whether a key is one of a person who works in a list, and not a letter of a text, a half-typed word or a browser's own shortcut. */
export const isListKey = (event: KeyboardEvent): boolean =>
  !isComposing(event) && !event.ctrlKey && !event.metaKey && !event.altKey && !elsewhere(event.target)

/**
 * The keyboard of a list: `j` and `k` go down and up, `x` ticks the row, `o` opens it. The focus itself moves, to the link by which a row is opened,
 * so that Enter opens it too and a screen reader says where one is.
 */
export function listKeys(root: () => HTMLElement | undefined): void {
  const rows = () => [...(root()?.querySelectorAll<HTMLTableRowElement>('tbody tr:not([aria-hidden])') ?? [])]
  const link = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('th a, td a, th button, td button')
  const keys = (event: KeyboardEvent) => {
    if (!isListKey(event) || !['j', 'k', 'x', 'o'].includes(event.key)) return
    const all = rows()
    const at = all.findIndex((row) => row.contains(document.activeElement))
    if (event.key === 'j' || event.key === 'k') {
      const next = event.key === 'j' ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)
      const target = link(all[next])
      if (!target) return
      event.preventDefault()
      target.focus({ preventScroll: true })
      target.scrollIntoView({ block: 'nearest' })
    } else if (at >= 0) {
      event.preventDefault()
      if (event.key === 'x') all[at]?.querySelector<HTMLInputElement>('td.select input')?.click()
      else link(all[at])?.click()
    }
  }
  document.addEventListener('keydown', keys)
  onCleanup(() => document.removeEventListener('keydown', keys))
}
