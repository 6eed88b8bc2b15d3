import { For } from 'solid-js'
import type { Person } from '../../../shared/forms/schema.ts'
import { t } from '../i18n/form-controls.ts'
import { type FieldProps, Fieldset } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'

const parts = [
  { key: 'name', label: 'personName', type: 'text', autocomplete: 'off' },
  { key: 'phone', label: 'personPhone', type: 'tel', autocomplete: 'off' },
  { key: 'email', label: 'personEmail', type: 'email', autocomplete: 'off' },
  { key: 'post', label: 'personPost', type: 'text', autocomplete: 'off' },
  { key: 'unit', label: 'personUnit', type: 'text', autocomplete: 'off' },
] as const

/** A person: the name, and how and where to reach them. Names may hold spaces and middle dots. */
export function PersonField(
  props: FieldProps & {
    value: Person | undefined
    inside: (path: string) => string | undefined
    onChange: (person: Person | undefined) => void
    disabled?: boolean
  },
) {
  const change = (key: keyof Person, text: string) => {
    const next: Person = { ...props.value, name: props.value?.name ?? '', [key]: text }
    props.onChange(Object.values(next).every((part) => !part) ? undefined : next)
  }
  return (
    <Fieldset {...props}>
      <div class="grid gap-4 sm:grid-cols-2">
        <For each={parts}>
          {(part) => (
            <TextField
              label={t(part.label)}
              required={part.key === 'name' && props.required}
              unmarked={part.key === 'name' && !props.required}
              type={part.type}
              value={props.value?.[part.key] ?? ''}
              problem={props.inside(part.key)}
              disabled={props.disabled}
              onInput={(text) => change(part.key, text)}
            />
          )}
        </For>
      </div>
    </Fieldset>
  )
}
