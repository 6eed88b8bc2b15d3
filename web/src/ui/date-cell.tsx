import { createEffect, createSignal, on } from 'solid-js'
import { readDate } from '../../../shared/forms/dates.ts'
import type { DateProps } from './date-field.tsx'
import { Field } from './field.tsx'

/** A date for the cell of a table: one box that understands 2024.9.8 and 2024年9月8日. */
export function DateCell(props: DateProps) {
  const [text, setText] = createSignal(props.value ?? '')
  const meaning = (typed: string) => (typed.trim() === '' ? null : (readDate(typed, props.precision ?? 'day') ?? typed))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (meaning(text()) !== value) setText(value ?? '')
      },
    ),
  )
  return (
    <Field {...props}>
      {(mark) => (
        <input
          ref={mark}
          class="input"
          autocomplete="off"
          placeholder={{ day: '2024-09-08', month: '2024-09', year: '2024' }[props.precision ?? 'day']}
          value={text()}
          disabled={props.disabled}
          onInput={(event) => {
            setText(event.currentTarget.value)
            props.onInput(meaning(event.currentTarget.value))
          }}
          onBlur={() => {
            setText(meaning(text()) ?? '')
            props.onBlur?.()
          }}
        />
      )}
    </Field>
  )
}
