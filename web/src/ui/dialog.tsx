import { createSignal, type JSX, lazy, onCleanup, Show, Suspense } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/ui.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { isComposing } from './composing.ts'
import type { DialogProps } from './dialog-frame.tsx'

const bring = () => import('./dialog-frame.tsx')
const Frame = lazy(bring)
/** Milliseconds after which a page has something better to do than wait: then a dialog opens at once, and without a network too. */
const idle = 1500
setTimeout(() => bring().catch(() => undefined), idle)

/** A question over the page. Focus stays inside and returns to where it was. */
export function Dialog(props: DialogProps) {
  return (
    <Show when={props.open}>
      <Asked {...props} />
    </Show>
  )
}

/** From the press that asks for a dialog until it listens itself, Escape takes the question back; it belongs to nothing that lies below. */
function Asked(props: DialogProps) {
  let listens = false
  // What a dialog is made of may come later, and then does not know any more where the focus was.
  const from = document.activeElement
  const takeBack = (event: KeyboardEvent) => {
    if (listens || event.key !== 'Escape' || isComposing(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (!props.firm) props.onClose()
  }
  document.addEventListener('keydown', takeBack, true)
  onCleanup(() => document.removeEventListener('keydown', takeBack, true))
  return (
    <Suspense>
      <Frame
        {...props}
        from={from}
        onListening={() => {
          listens = true
        }}
      />
    </Suspense>
  )
}

/** Asks before an act with consequences: the text says the effect and on how many; a refusal is shown in place. */
export function ConfirmDialog(props: {
  open: boolean
  onClose: () => void
  title: string
  /** What will happen and to how many. */
  children: JSX.Element
  action: string
  danger?: boolean
  disabled?: boolean
  onConfirm: () => unknown | Promise<unknown>
}) {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<string | null>(null)
  const leave = () => {
    setProblem(null)
    props.onClose()
  }
  const act = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await props.onConfirm()
      leave()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={props.open}
      onClose={leave}
      title={props.title}
      foot={
        <>
          <Button onClick={leave}>{t('cancel')}</Button>
          <Button kind={props.danger ? 'danger' : 'primary'} busy={busy()} disabled={props.disabled} onClick={act}>
            {props.action}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        {props.children}
        <Show when={problem()}>
          <Banner tone="bad">{problem()}</Banner>
        </Show>
      </div>
    </Dialog>
  )
}
