import { useBeforeLeave } from '@solidjs/router'
import { onCleanup } from 'solid-js'

/** Asks before a page is left, by a link or with the browser, while something on it is not saved. */
export function warnUnsaved(unsaved: () => boolean, question: () => string): void {
  const warn = (event: BeforeUnloadEvent) => unsaved() && event.preventDefault()
  window.addEventListener('beforeunload', warn)
  onCleanup(() => window.removeEventListener('beforeunload', warn))
  useBeforeLeave((event) => {
    if (unsaved() && !event.defaultPrevented && !window.confirm(question())) event.preventDefault()
  })
}
