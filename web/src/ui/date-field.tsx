import { createEffect, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import CalendarDays from '~icons/lucide/calendar-days'
import { type Precision, readDate } from '../../../shared/forms/dates.ts'
import { t } from '../i18n/ui.ts'
import { Button } from './button.tsx'
import { type FieldProps, Fieldset } from './field.tsx'

const partsOf = { day: ['year', 'month', 'day'], month: ['year', 'month'], year: ['year'] } as const satisfies Record<
  Precision,
  readonly string[]
>
type Part = 'year' | 'month' | 'day'

/** The parts of a stored date, or of what was typed so far. */
const split = (value: string | null): Record<Part, string> => {
  const [year = '', month = '', day = ''] = (value ?? '').split('-')
  return { year, month, day }
}
/** Joins the typed parts: a real date as stored, else what was typed, else null. */
function join(parts: Record<Part, string>, precision: Precision): string | null {
  const typed = partsOf[precision].map((part) => parts[part].trim())
  if (typed.every((part) => part === '')) return null
  return readDate(typed.join('-'), precision) ?? typed.join('-')
}

export type DateProps = FieldProps & {
  /** `2024-09-08`, `2024-09` or `2024` by precision; an unfinished date is passed on as typed. */
  value: string | null
  onInput: (value: string | null) => void
  onBlur?: () => void
  precision?: Precision
  disabled?: boolean
}

/** A date in its parts: quicker than a calendar for dates one knows, and the same on every device. */
export function DateField(props: DateProps) {
  const made = createUniqueId()
  const id = () => props.id ?? made
  const precision = () => props.precision ?? 'day'
  const [parts, setParts] = createSignal(split(props.value))
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (join(parts(), precision()) !== value) setParts(split(value))
      },
    ),
  )
  const change = (part: Part, text: string) => {
    // A whole date pasted into one box fills all of them.
    const whole = text.length > 4 ? readDate(text, precision()) : undefined
    const next = whole ? split(whole) : { ...parts(), [part]: text.normalize('NFKC') }
    setParts(next)
    props.onInput(join(next, precision()))
  }
  return (
    <Fieldset {...props} id={id()}>
      <div class="date-parts">
        <For each={partsOf[precision()]}>
          {(part) => (
            <label class="input-affixed">
              <input
                class={`input input-${part}`}
                inputmode="numeric"
                autocomplete="off"
                value={parts()[part]}
                disabled={props.disabled}
                onInput={(event) => change(part, event.currentTarget.value)}
                onBlur={() => props.onBlur?.()}
              />
              <span>{t(part)}</span>
            </label>
          )}
        </For>
        <Show when={precision() === 'day' && !props.disabled}>
          <Calendar value={props.value} onPick={(value) => props.onInput(value)} />
        </Show>
      </div>
    </Fieldset>
  )
}

/** Opens the device's own calendar where it has one that can be opened from a button. */
function Calendar(props: { value: string | null; onPick: (value: string) => void }) {
  let input: HTMLInputElement | undefined
  const can = typeof HTMLInputElement !== 'undefined' && 'showPicker' in HTMLInputElement.prototype
  return (
    <Show when={can}>
      <span class="calendar-anchor">
        <input
          ref={input}
          type="date"
          tabindex="-1"
          aria-label={t('pickDate')}
          class="calendar-input"
          value={readDate(props.value ?? '', 'day') ?? ''}
          onChange={(event) => event.currentTarget.value && props.onPick(event.currentTarget.value)}
        />
        <Button kind="quiet" iconOnly icon={<CalendarDays />} onClick={() => input?.showPicker()}>
          {t('pickDate')}
        </Button>
      </span>
    </Show>
  )
}
