import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { t as s } from '../../i18n/rubric-setup.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { idOf, type RubricEditing } from './rubric-editing.ts'

/** A figure of the criteria. What cannot be read as a number stays as it was typed, and keeps all of it from being saved. */
export function Figure(props: { editing: RubricEditing; at: string; label: string; value: number; onInput: (value: number) => void }) {
  const [typed, setTyped] = createSignal<string | null>()
  const self = { at: () => props.at }
  createEffect(() => props.editing.unread(self, typed() !== undefined))
  createEffect(on(props.editing.begun, () => setTyped(undefined), { defer: true }))
  onCleanup(() => props.editing.unread(self, false))
  const shown = () => {
    const text = typed()
    return text === undefined ? props.value : text
  }
  return (
    <NumberField
      id={idOf(props.at)}
      label={props.label}
      unmarked
      required
      problem={typed() === undefined ? props.editing.problem(props.at) : s('rubricUnread')}
      value={shown()}
      onInput={(value) => {
        setTyped(typeof value === 'number' ? undefined : value)
        if (typeof value === 'number') props.onInput(value)
      }}
    />
  )
}
