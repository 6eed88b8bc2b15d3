import type { JSX } from 'solid-js'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { countCharacters } from '../../../shared/forms/count.ts'
import { t } from '../i18n/ui.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { Count, composed, type TextProps } from './typing.tsx'

const WritingDesk = lazy(() => import('./writing-desk.tsx'))

/** One line of text. With `max` the count of characters appears as the limit comes near. */
export function TextField(
  props: TextProps & {
    type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search'
    inputMode?: JSX.HTMLAttributes<HTMLInputElement>['inputMode']
    autocomplete?: string
    narrow?: boolean
    /** The language in which it is written, where that is not the page's. */
    lang?: string
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
      {(mark) => (
        <div class="input-affixed">
          <input
            ref={(input) => {
              mark(input)
              props.ref?.(input)
            }}
            class="input"
            classList={{ 'input-narrow': props.narrow }}
            lang={props.lang}
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

/** Newer browsers let a box grow with its text by themselves, and lay the page out once for it; see the styles. */
const growsByItself = CSS.supports('field-sizing: content')
const heightFor = (area: HTMLTextAreaElement) =>
  area.scrollHeight > area.clientHeight ? `${Math.min(area.scrollHeight + 4, window.innerHeight * 0.7)}px` : ''
function grow(area: HTMLTextAreaElement, height = heightFor(area)): void {
  if (height) area.style.height = height
}
const fresh: HTMLTextAreaElement[] = []
/** Those that come together are measured before any of them is changed: else the page would be laid out anew for each. */
function growSoon(area: HTMLTextAreaElement): void {
  if (growsByItself || fresh.push(area) > 1) return
  queueMicrotask(() => {
    const heights = fresh.map(heightFor)
    for (const [place, each] of fresh.splice(0).entries()) grow(each, heights[place])
  })
}

/** Long text with a live count of characters as people count them. It grows with what is written. */
export function TextArea(props: TextProps & { rows?: number /** May be written over the whole screen. */; expandable?: boolean }) {
  const [focused, setFocused] = createSignal(false)
  const [large, setLarge] = createSignal(false)
  let opener: HTMLButtonElement | undefined
  const close = () => {
    setLarge(false)
    // After the dialog has let go of the focus: one goes on where one was.
    setTimeout(() => opener?.focus({ preventScroll: true }))
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
            <Button ref={opener} kind="quiet" small aria-haspopup="dialog" onClick={() => setLarge(true)}>
              {t('writeLarge')}
            </Button>
            <Suspense>
              <Show when={large()}>
                <WritingDesk {...props} onClose={close} />
              </Show>
            </Suspense>
          </Show>
        </div>
      }
    >
      {(mark) => {
        const typing = composed((value) => props.onInput(value))
        return (
          <textarea
            ref={(area) => {
              mark(area)
              growSoon(area)
            }}
            class="input"
            rows={props.rows ?? 4}
            style={{ '--rows': props.rows ?? 4 }}
            value={props.value}
            disabled={props.disabled}
            readonly={props.readonly}
            placeholder={props.placeholder}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false)
              props.onBlur?.()
            }}
            onCompositionStart={typing.onCompositionStart}
            onCompositionEnd={typing.onCompositionEnd}
            onInput={(event) => {
              typing.onInput(event)
              if (!growsByItself) grow(event.currentTarget)
            }}
          />
        )
      }}
    </Field>
  )
}
