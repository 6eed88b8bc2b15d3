import { createSignal, createUniqueId, For, Show } from 'solid-js'
import X from '~icons/lucide/x'
import { t } from '../i18n/ui-lists.ts'
import { Button } from './button.tsx'
import { isComposing } from './composing.ts'
import { Field, type FieldProps } from './field.tsx'

export type Found = { id: string; name: string; code?: string; note?: string }

/** Milliseconds without typing before a search is sent. */
const pause = 250

/** Finds a unit by name or code. `search` is asked as one types; a half-typed pinyin never searches. */
export function OrganisationPicker(
  props: FieldProps & {
    value: Found | null
    onChange: (found: Found | null) => void
    /** May tell what it has found so far before it has looked at everything. */
    search: (words: string, soFar: (found: readonly Found[]) => void) => Promise<readonly Found[]>
    disabled?: boolean
    placeholder?: string
  },
) {
  const list = createUniqueId()
  const [words, setWords] = createSignal('')
  const [found, setFound] = createSignal<readonly Found[] | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [at, setAt] = createSignal(0)
  let composing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0

  const ask = (typed: string) => {
    setWords(typed)
    clearTimeout(timer)
    if (typed.trim() === '') return setFound(null)
    timer = setTimeout(async () => {
      const mine = ++round
      setBusy(true)
      setAt(0)
      setFound(null)
      const answer = await props.search(typed.trim(), (some) => mine === round && show(some)).catch(() => [])
      if (mine !== round) return
      setBusy(false)
      show(answer)
    }, pause)
  }
  /** Who has gone down to one of them stays there when more are found. */
  const show = (options: readonly Found[]) => {
    const chosen = found()?.[at()]?.id
    setAt(
      at() === 0
        ? 0
        : Math.max(
            0,
            options.findIndex(({ id }) => id === chosen),
          ),
    )
    setFound(options)
  }
  const close = () => {
    clearTimeout(timer)
    round++
    setBusy(false)
    setFound(null)
  }
  const choose = (option: Found | undefined) => {
    if (!option) return
    props.onChange(option)
    setWords('')
    close()
  }
  const keys = (event: KeyboardEvent) => {
    if (composing || isComposing(event)) return
    const count = found()?.length ?? 0
    if (event.key === 'Escape' && found()) {
      event.stopPropagation()
      close()
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setAt((at() + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
      document.getElementById(`${list}-${at()}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && found()) {
      event.preventDefault()
      choose(found()?.[at()])
    }
  }
  return (
    <Field {...props}>
      {(mark, id) => (
        <Show
          when={!props.value}
          fallback={
            <div class="input-affixed">
              <span class="input flex-1" id={id()} tabindex="-1" translate="no">
                {props.value?.name}
              </span>
              <Show when={!props.disabled}>
                <Button kind="quiet" icon={<X />} onClick={() => props.onChange(null)}>
                  {t('clear')}
                </Button>
              </Show>
            </div>
          }
        >
          <div class="picker">
            <input
              ref={mark}
              class="input"
              role="combobox"
              autocomplete="off"
              aria-autocomplete="list"
              aria-expanded={found() !== null}
              aria-controls={list}
              aria-activedescendant={(found()?.length ?? 0) > 0 ? `${list}-${at()}` : undefined}
              placeholder={props.placeholder ?? t('searchOrganisation')}
              disabled={props.disabled}
              value={words()}
              onKeyDown={keys}
              onCompositionStart={() => {
                composing = true
              }}
              onCompositionEnd={(event) => {
                composing = false
                ask(event.currentTarget.value)
              }}
              onInput={(event) => !composing && ask(event.currentTarget.value)}
              onBlur={() => setTimeout(close, 150)}
            />
            <div class="picker-list" role="listbox" id={list} aria-label={props.label} hidden={!((found()?.length ?? 0) > 0)}>
              <For each={found() ?? []}>
                {(option, index) => (
                  <button
                    type="button"
                    class="picker-option"
                    translate="no"
                    role="option"
                    tabindex="-1"
                    id={`${list}-${index()}`}
                    aria-selected={index() === at()}
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => choose(option)}
                  >
                    {option.name}
                    <Show when={option.note ?? option.code}>
                      <small>{option.note ?? option.code}</small>
                    </Show>
                  </button>
                )}
              </For>
            </div>
            <p class="field-count" role="status">
              <Show when={!busy()} fallback={t('searching')}>
                <Show when={found()}>{(options) => (options().length > 0 ? t('found', { count: options().length }) : t('noneFound'))}</Show>
              </Show>
            </p>
          </div>
        </Show>
      )}
    </Field>
  )
}
