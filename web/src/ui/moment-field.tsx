import { createEffect, createSignal, on } from 'solid-js'
import { readDate } from '../../../shared/forms/dates.ts'
import { clock, dateOf, fromBeijing } from '../i18n/dates.ts'
import { t } from '../i18n/ui.ts'
import { DateField } from './date-field.tsx'
import { type FieldProps, Fieldset } from './field.tsx'

/** A moment in Beijing time, held as UTC. 24:00 is midnight at the end of the day, as deadlines are written. */
export function MomentField(
  props: FieldProps & { value: string | null; onInput: (iso: string | null) => void; end?: boolean; disabled?: boolean },
) {
  const shown = (iso: string | null) => {
    if (!iso) return { date: null as string | null, time: props.end ? '24:00' : '00:00' }
    if (props.end && clock(iso) === '00:00') return { date: dateOf(new Date(Date.parse(iso) - 1).toISOString()), time: '24:00' }
    return { date: dateOf(iso), time: clock(iso) }
  }
  const [typed, setTyped] = createSignal(shown(props.value))
  const meaning = (from: { date: string | null; time: string }) => {
    const date = from.date && readDate(from.date, 'day')
    return date && /^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/.test(from.time) ? fromBeijing(date, from.time) : null
  }
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value !== meaning(typed())) setTyped(shown(value))
      },
    ),
  )
  const change = (next: { date: string | null; time: string }) => {
    setTyped(next)
    props.onInput(meaning(next))
  }
  return (
    <Fieldset {...props}>
      <div class="flex flex-wrap items-end gap-x-4 gap-y-2">
        <DateField
          label={props.label}
          hiddenLabel
          unmarked
          value={typed().date}
          disabled={props.disabled}
          onInput={(date) => change({ ...typed(), date })}
        />
        <label class="input-affixed">
          <span>{t('time')}</span>
          <input
            class="input input-time"
            inputmode="numeric"
            autocomplete="off"
            value={typed().time}
            disabled={props.disabled}
            onInput={(event) => change({ ...typed(), time: event.currentTarget.value.normalize('NFKC') })}
          />
        </label>
      </div>
    </Fieldset>
  )
}
