import * as Kobalte from '@kobalte/core/dialog'
import { children, ErrorBoundary, type JSX, onMount, Show } from 'solid-js'
import X from '~icons/lucide/x'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/ui.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { isComposing } from './composing.ts'

export type DialogProps = {
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
  /** Gives the focus to what one has come for, where that is not the first thing in it. */
  begin?: () => void
}

/** What a dialog is made of; fetched once a page is idle, since none needs it before somebody presses a button. See `dialog.tsx`. */
export default function DialogFrame(props: DialogProps & { from: Element | null; onListening: () => void }) {
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()} preventScroll>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-scrim" />
        <div class="dialog-frame">
          <Kobalte.Content
            class={`dialog ${props.full ? 'dialog-full' : props.wide ? 'dialog-wide' : ''}`}
            onOpenAutoFocus={(event) => {
              if (!props.begin) return
              event.preventDefault()
              props.begin()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              if (props.from instanceof HTMLElement) props.from.focus({ preventScroll: true })
            }}
            onEscapeKeyDown={(event) => (props.firm || isComposing(event)) && event.preventDefault()}
            onPointerDownOutside={(event) => props.firm && event.preventDefault()}
          >
            <Listening begin={props.onListening} />
            <div class="dialog-head">
              <Kobalte.Title as="h2">{props.title}</Kobalte.Title>
              <Show when={!props.firm}>
                <Button kind="quiet" small iconOnly icon={<X />} onClick={() => props.onClose()}>
                  {t('close')}
                </Button>
              </Show>
            </div>
            <ErrorBoundary fallback={(error) => <Failed error={error} onClose={() => props.onClose()} />}>
              <div class="dialog-body">{props.children}</div>
              <Foot>{props.foot}</Foot>
            </ErrorBoundary>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}

/** Mounted after what it stands in, which by then hears the keys itself. */
function Listening(props: { begin: () => void }) {
  onMount(() => props.begin())
  return null
}

/** Made once, and within the dialog, whose own buttons it may hold. */
function Foot(props: { children: JSX.Element }) {
  const foot = children(() => props.children)
  return (
    <Show when={foot()}>
      <div class="dialog-foot">{foot()}</div>
    </Show>
  )
}

/** What a dialog reads and could not: it says why in its own place, and the page below it stays as it is. */
function Failed(props: { error: unknown; onClose: () => void }) {
  return (
    <>
      <div class="dialog-body">
        <Banner tone="bad">{sentenceOf(props.error)}</Banner>
      </div>
      <div class="dialog-foot">
        <Button onClick={() => props.onClose()}>{t('close')}</Button>
      </div>
    </>
  )
}
