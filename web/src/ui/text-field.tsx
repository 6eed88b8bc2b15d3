import type { JSX } from 'solid-js'
import { createSignal, Show } from 'solid-js'
import { countCharacters } from '../../../shared/forms/count.ts'
import { t } from '../i18n/ui.ts'
import { Button } from './button.tsx'
import { Field, type FieldProps } from './field.tsx'

type TextProps = FieldProps & {
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

/** One line of text. With `max` the count of characters appears as the limit comes near. */
export function TextField(
  props: TextProps & {
    type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search'
    inputMode?: JSX.HTMLAttributes<HTMLInputElement>['inputMode']
    autocomplete?: string
    narrow?: boolean
    affix?: string
    ref?: (element: HTMLInputElement) => void
  },
) {
  const near = () => props.max !== undefined && countCharacters(props.value) > props.max * 0.8
  return (
    <Field
      {...props}
      after={
        <Show when={near()}>
          <Count value={props.value} max={props.max ?? 0} />
        </Show>
      }
    >
      {(ids) => (
        <div class="input-affixed">
          <input
            {...ids}
            ref={props.ref}
            class="input"
            classList={{ 'input-narrow': props.narrow }}
            type={props.type ?? 'text'}
            inputmode={props.inputMode}
            autocomplete={props.autocomplete ?? 'off'}
            value={props.value}
            disabled={props.disabled}
            readonly={props.readonly}
            placeholder={props.placeholder}
            onBlur={() => props.onBlur?.()}
            {...composed((value) => props.onInput(value))}
          />
          <Show when={props.affix}>
            <span class="affix">{props.affix}</span>
          </Show>
        </div>
      )}
    </Field>
  )
}

/** Long text with a live count of characters as people count them. It grows with what is written. */
export function TextArea(props: TextProps & { rows?: number /** May be written over the whole screen. */; expandable?: boolean }) {
  const [focused, setFocused] = createSignal(false)
  const [large, setLarge] = createSignal(false)
  const grow = (area: HTMLTextAreaElement) => {
    if (area.scrollHeight <= area.clientHeight) return
    area.style.height = `${Math.min(area.scrollHeight + 4, window.innerHeight * 0.7)}px`
  }
  return (
    <Field
      {...props}
      after={
        <div class="flex flex-wrap items-center justify-between gap-x-4">
          <span>
            <Show when={props.max !== undefined}>
              <Count value={props.value} max={props.max ?? 0} live={focused()} />
            </Show>
          </span>
          <Show when={props.expandable && !props.disabled}>
            <Button kind="quiet" small aria-pressed={large()} onClick={() => setLarge(!large())}>
              {large() ? t('writeSmall') : t('writeLarge')}
            </Button>
          </Show>
        </div>
      }
      large={large()}
    >
      {(ids) => {
        const typing = composed((value) => props.onInput(value))
        return (
          <textarea
            {...ids}
            class="input"
            rows={props.rows ?? 4}
            value={props.value}
            disabled={props.disabled}
            readonly={props.readonly}
            placeholder={props.placeholder}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false)
              props.onBlur?.()
            }}
            ref={(area) => queueMicrotask(() => grow(area))}
            onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && setLarge(false)}
            onCompositionStart={typing.onCompositionStart}
            onCompositionEnd={typing.onCompositionEnd}
            onInput={(event) => {
              typing.onInput(event)
              grow(event.currentTarget)
            }}
          />
        )
      }}
    </Field>
  )
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
