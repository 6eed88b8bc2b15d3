import * as Kobalte from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/ui.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  children: JSX.Element
  /** Buttons; on a phone they share the width. */
  foot?: JSX.Element
  wide?: boolean
  /** Fills the screen, for work that needs it. */
  full?: boolean
  /** Cannot be left by Escape or by a click beside it. */
  firm?: boolean
}

/** A question over the page. Focus stays inside and returns to where it was. */
export function Dialog(props: DialogProps) {
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()} preventScroll>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-scrim" />
        <div class="dialog-frame">
          <Kobalte.Content
            class={`dialog ${props.full ? 'dialog-full' : props.wide ? 'dialog-wide' : ''}`}
            onEscapeKeyDown={(event) => (props.firm || event.isComposing) && event.preventDefault()}
            onPointerDownOutside={(event) => props.firm && event.preventDefault()}
          >
            <div class="dialog-head">
              <Kobalte.Title as="h2">{props.title}</Kobalte.Title>
              <Show when={!props.firm}>
                <Button kind="quiet" small iconOnly icon={<X aria-hidden="true" />} onClick={() => props.onClose()}>
                  {t('close')}
                </Button>
              </Show>
            </div>
            <div class="dialog-body">{props.children}</div>
            <Show when={props.foot}>
              <div class="dialog-foot">{props.foot}</div>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
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
