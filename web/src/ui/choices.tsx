import type { JSX } from 'solid-js'
import { createUniqueId, For, Show, untrack } from 'solid-js'
import { t } from '../i18n/ui.ts'
import { Field, type FieldProps, Fieldset } from './field.tsx'

export type Option<V extends string = string> = { value: V; label: string; help?: string; disabled?: boolean }

/** One of many, in the device's own list. */
export function Select<V extends string>(
  props: FieldProps & {
    value: V | null
    options: readonly Option<V>[]
    onChange: (value: V | null) => void
    empty?: string | false
    disabled?: boolean
    onBlur?: () => void
  },
) {
  return (
    <Field {...props}>
      {(mark) => (
        <select
          ref={mark}
          class="input"
          disabled={props.disabled}
          onBlur={() => props.onBlur?.()}
          onChange={(event) => {
            const chosen = props.options.find(({ value }) => value === event.currentTarget.value)
            props.onChange(chosen?.value ?? null)
          }}
        >
          <Show when={props.empty !== false}>
            <option value="" selected={props.value === null}>
              {props.empty || t('choose')}
            </option>
          </Show>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}

function OptionLabel(props: { option: Option; id?: string; children: (id: string) => JSX.Element }) {
  const made = createUniqueId()
  const id = () => props.id ?? made
  return (
    <label class="option" for={id()}>
      {untrack(() => props.children(id()))}
      <span>
        {props.option.label}
        <Show when={props.option.help}>
          <small>{props.option.help}</small>
        </Show>
      </span>
    </label>
  )
}

/** One of a few, all of them seen. */
export function RadioGroup<V extends string>(
  props: FieldProps & {
    value: V | null
    options: readonly Option<V>[]
    onChange: (value: V) => void
    inline?: boolean
    disabled?: boolean
  },
) {
  const name = createUniqueId()
  return (
    <Fieldset {...props}>
      <div classList={{ 'option-row': props.inline }}>
        <For each={props.options}>
          {(option) => (
            <OptionLabel option={option}>
              {(id) => (
                <input
                  id={id}
                  type="radio"
                  name={name}
                  value={option.value}
                  checked={option.value === props.value}
                  disabled={props.disabled || option.disabled}
                  onChange={() => props.onChange(option.value)}
                />
              )}
            </OptionLabel>
          )}
        </For>
      </div>
    </Fieldset>
  )
}

/** Any of several. Keeps the order of the options whatever the order of ticking. */
export function CheckboxGroup<V extends string>(
  props: FieldProps & {
    value: readonly V[]
    options: readonly Option<V>[]
    onChange: (value: V[]) => void
    inline?: boolean
    disabled?: boolean
  },
) {
  const toggle = (value: V, on: boolean) =>
    props.onChange(props.options.map((option) => option.value).filter((each) => (each === value ? on : props.value.includes(each))))
  return (
    <Fieldset {...props}>
      <div classList={{ 'option-row': props.inline }}>
        <For each={props.options}>
          {(option) => (
            <OptionLabel option={option}>
              {(id) => (
                <input
                  id={id}
                  type="checkbox"
                  checked={props.value.includes(option.value)}
                  disabled={props.disabled || option.disabled}
                  onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                />
              )}
            </OptionLabel>
          )}
        </For>
      </div>
    </Fieldset>
  )
}

/** A single tick, e.g. a declaration. */
export function Checkbox(props: {
  label: string
  help?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  id?: string
}) {
  return (
    <OptionLabel id={props.id} option={{ value: '', label: props.label, help: props.help }}>
      {(id) => (
        <input
          id={id}
          type="checkbox"
          checked={props.checked}
          disabled={props.disabled}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      )}
    </OptionLabel>
  )
}

/** A setting that takes effect at once. */
export function Switch(props: {
  label: string
  help?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) {
  return (
    <OptionLabel option={{ value: '', label: props.label, help: props.help }}>
      {(id) => (
        <>
          <input
            id={id}
            type="checkbox"
            role="switch"
            aria-checked={props.checked}
            class="sr-only"
            checked={props.checked}
            disabled={props.disabled}
            onChange={(event) => props.onChange(event.currentTarget.checked)}
          />
          <span class="switch" aria-hidden="true" />
        </>
      )}
    </OptionLabel>
  )
}

/** Yes or no, with neither chosen beforehand. */
export function YesNo(props: FieldProps & { value: boolean | null; onChange: (value: boolean) => void; disabled?: boolean }) {
  return (
    <RadioGroup
      {...props}
      inline
      value={props.value === null ? null : props.value ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      onChange={(chosen) => props.onChange(chosen === 'yes')}
    />
  )
}
