import { Show } from 'solid-js'
import { countCharacters } from '../../../shared/forms/count.ts'
import { t } from '../i18n/ui.ts'
import type { FieldProps } from './field.tsx'

export type TextProps = FieldProps & {
  value: string
  /** Called for every change outside of input-method composition. */
  onInput: (value: string) => void
  onBlur?: () => void
  max?: number
  disabled?: boolean
  readonly?: boolean
  placeholder?: string
}

/** Passes on what is typed, but never the half-typed pinyin of an input method. */
export function composed(onInput: (value: string) => void) {
  let composing = false
  const read = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value
  return {
    onCompositionStart: () => {
      composing = true
    },
    onCompositionEnd: (event: Event) => {
      composing = false
      onInput(read(event))
    },
    onInput: (event: InputEvent) => {
      if (!(composing || event.isComposing)) onInput(read(event))
    },
  }
}

/** The count is seen always and spoken only when the limit is passed, not at every key. */
export function Count(props: { value: string; max: number; live?: boolean }) {
  const count = () => countCharacters(props.value)
  const over = () => count() - props.max
  return (
    <>
      <p class="field-count" classList={{ 'field-count-over': over() > 0 }} aria-hidden={props.live ? 'true' : undefined}>
        {over() > 0 ? t('countOver', { count: count(), max: props.max, over: over() }) : t('count', { count: count(), max: props.max })}
      </p>
      <Show when={props.live && over() > 0}>
        <span class="sr-only" role="status">
          {t('countOver', { count: count(), max: props.max, over: over() })}
        </span>
      </Show>
    </>
  )
}
