import { createSignal, lazy, onCleanup, Suspense } from 'solid-js'
import Keyboard from '~icons/lucide/keyboard'
import { t } from '../../i18n/review-desk.ts'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/composing.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** Read only by who asks what the keys are. */
const ShortcutList = lazy(() => import('./shortcut-list.tsx'))

const place = 'shuren.keys'

/** Where a letter is text and not a command. */
const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"])'))

function stored(): boolean {
  try {
    return localStorage.getItem(place) !== 'off'
  } catch {
    return true
  }
}

/** Goes to a control and shows it. */
const focus = (...selectors: string[]) => {
  const found = selectors.map((each) => document.querySelector<HTMLElement>(each)).find((each) => each !== null)
  found?.scrollIntoView({ block: 'nearest' })
  found?.focus({ preventScroll: true })
}

/** The keys of the review page and the list of them. Single keys can be switched off, for those whose speech or switch input types letters. */
export function Shortcuts(props: { onMove: (by: 1 | -1) => void }) {
  const [open, setOpen] = createSignal(false)
  const [on, setOn] = createSignal(stored())
  const acts: Record<string, () => void> = {
    n: () => props.onMove(1),
    p: () => props.onMove(-1),
    m: () => focus('#material'),
    c: () => focus('#marks textarea'),
    s: () => focus('#marks .score[data-open] input[type="radio"]', '#marks .score input[type="radio"]'),
    '?': () => setOpen(true),
  }
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || document.querySelector('[role="dialog"]')) return
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      event.preventDefault()
      document.querySelector<HTMLElement>('#marks [data-submit]')?.click()
      return
    }
    const act = acts[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey || !on() || writing(event.target)) return
    event.preventDefault()
    act()
  }
  document.addEventListener('keydown', pressed)
  onCleanup(() => document.removeEventListener('keydown', pressed))
  const turn = (to: boolean) => {
    setOn(to)
    try {
      localStorage.setItem(place, to ? 'on' : 'off')
    } catch {
      // Private windows may refuse; the choice then holds for this page only.
    }
  }
  return (
    <>
      <Button kind="quiet" icon={<Keyboard />} onClick={() => setOpen(true)}>
        {t('shortcuts')}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t('shortcuts')}>
        <Suspense>
          <ShortcutList on={on()} onChange={turn} />
        </Suspense>
      </Dialog>
    </>
  )
}
