import { createSignal, For } from 'solid-js'
import X from '~icons/lucide/x'
import { sentenceOf } from '../data/refused.ts'
import { t } from '../i18n/ui.ts'
import { Button } from './button.tsx'

type Toast = { id: number; tone: 'info' | 'good' | 'bad'; text: string }
const [toasts, setToasts] = createSignal<readonly Toast[]>([])
let last = 0

/** Says that something was done. Never the only place of a problem; those stay until closed. */
export function toast(text: string, tone: Toast['tone'] = 'good'): void {
  const id = ++last
  setToasts((all) => [...all.slice(-3), { id, tone, text }])
  if (tone !== 'bad') setTimeout(() => dismiss(id), 6000)
}
export const toastError = (error: unknown): void => toast(sentenceOf(error), 'bad')
const dismiss = (id: number) => setToasts((all) => all.filter((each) => each.id !== id))

/** The place of the toasts; once per page. */
export function Toasts() {
  return (
    <div class="toasts" role="log" aria-live="polite">
      <For each={toasts()}>
        {(each) => (
          <div class={`toast toast-${each.tone}`}>
            <p class="flex-1">{each.text}</p>
            <Button kind="quiet" small iconOnly icon={<X />} onClick={() => dismiss(each.id)}>
              {t('close')}
            </Button>
          </div>
        )}
      </For>
    </div>
  )
}
