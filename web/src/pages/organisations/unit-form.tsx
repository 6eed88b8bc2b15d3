import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { sentenceOf } from '../../data/refused.ts'
import { t as ui } from '../../i18n/ui.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** A form over the page: sent by Enter or its button; a problem takes the focus, a refusal is shown in place. */
export function UnitForm(props: {
  title: string
  action: string
  /** Ids of the fields that are not right, when sending is tried. */
  wrong: () => readonly string[]
  /** False keeps the form open: something in it is to be answered first. */
  onSend: () => Promise<boolean>
  onClose: () => void
  children: JSX.Element
}) {
  const [busy, setBusy] = createSignal(false)
  const [refusal, setRefusal] = createSignal<string>()
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setRefusal(undefined)
    const [first] = props.wrong()
    if (first !== undefined) return document.getElementById(first)?.focus()
    setBusy(true)
    try {
      if (await props.onSend()) props.onClose()
    } catch (error) {
      setRefusal(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form="unit-form" busy={busy()}>
            {props.action}
          </Button>
        </>
      }
    >
      <form id="unit-form" class="flex flex-col gap-5" onSubmit={send} novalidate>
        {props.children}
        <Show when={refusal()}>
          <Banner tone="bad">{refusal()}</Banner>
        </Show>
      </form>
    </Dialog>
  )
}
