import { createSignal, For, Show } from 'solid-js'
import ChevronLeft from '~icons/lucide/chevron-left'
import ChevronRight from '~icons/lucide/chevron-right'
import type { CalendarDay } from '../../../../shared/calendar/workingDays.ts'
import { t } from '../../i18n/batch-setup.ts'
import { dateValue } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Button } from '../../ui/button.tsx'

/** What stands on a day: a few letters to see, a sentence to hear. */
export type DayMark = { date: string; short: string; words: string }

const shift = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const shiftMonth = (month: string, by: number) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Months with days off and swapped working days marked, on which one picks a date with the pointer or the keyboard. */
export function DayCalendar(props: {
  from: string
  dayOf: (date: string) => CalendarDay
  marks: readonly DayMark[]
  chosen: string | null
  onPick: (date: string) => void
}) {
  const [month, setMonth] = createSignal(props.from.slice(0, 7))
  const [at, setAt] = createSignal(props.from)
  const shown = () => [month(), shiftMonth(month(), 1)]
  const grid = (of: string) => {
    const first = `${of}-01`
    const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
    const days = new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5)), 0)).getUTCDate()
    const cells = [...Array<null>(lead).fill(null), ...Array.from({ length: days }, (_, i) => shift(first, i))]
    return Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => Array.from({ length: 7 }, (_, j) => cells[i * 7 + j] ?? null))
  }
  const tabbable = () => (shown().includes(at().slice(0, 7)) ? at() : `${month()}-01`)
  const move = (event: KeyboardEvent, date: string) => {
    const by = steps[event.key]
    const months = { PageUp: -1, PageDown: 1 }[event.key]
    if (by === undefined && months === undefined) return
    event.preventDefault()
    const next = by === undefined ? `${shiftMonth(date.slice(0, 7), months ?? 0)}-01` : shift(date, by)
    setAt(next)
    if (!shown().includes(next.slice(0, 7))) setMonth(next.slice(0, 7))
    queueMicrotask(() => document.getElementById(`day-${next}`)?.focus())
  }
  const words = (info: CalendarDay) =>
    [
      dateValue(info.date),
      info.festival && inLanguage(info.festival),
      !info.working && t('restDay'),
      info.working && info.weekend && t('workDay'),
      ...props.marks.filter(({ date }) => date === info.date).map((mark) => mark.words),
    ]
      .filter(Boolean)
      .join(' ')
  return (
    <div class="day-calendar">
      <For each={shown()}>
        {(of, i) => (
          <div class="day-month">
            <div class="flex items-center justify-between gap-2">
              <Show when={i() === 0} fallback={<span />}>
                <Button kind="quiet" small iconOnly icon={<ChevronLeft />} onClick={() => setMonth(shiftMonth(month(), -1))}>
                  {t('earlier')}
                </Button>
              </Show>
              <strong>{dateValue(of)}</strong>
              <Button
                kind="quiet"
                small
                iconOnly
                class={i() === 0 ? 'day-next-narrow' : ''}
                icon={<ChevronRight />}
                onClick={() => setMonth(shiftMonth(month(), 1))}
              >
                {t('later')}
              </Button>
            </div>
            <table>
              <thead aria-hidden="true">
                <tr>
                  <For each={[...t('weekdays')]}>{(name) => <th scope="col">{name}</th>}</For>
                </tr>
              </thead>
              <tbody>
                <For each={grid(of)}>
                  {(week) => (
                    <tr>
                      <For each={week}>
                        {(date) => (
                          <td>
                            <Show when={date} keyed>
                              {(given) => {
                                const info = props.dayOf(given)
                                return (
                                  <button
                                    type="button"
                                    id={`day-${given}`}
                                    class="day"
                                    classList={{ 'day-off': !info.working, 'day-chosen': props.chosen === given }}
                                    tabindex={tabbable() === given ? 0 : -1}
                                    aria-pressed={props.chosen === given}
                                    onKeyDown={(event) => move(event, given)}
                                    onClick={() => {
                                      setAt(given)
                                      props.onPick(given)
                                    }}
                                  >
                                    <span class="sr-only">{words(info)}</span>
                                    <span aria-hidden="true">{Number(given.slice(8))}</span>
                                    <small aria-hidden="true">
                                      <For
                                        each={props.marks.filter((mark) => mark.date === given)}
                                        fallback={
                                          <Show when={info.festival || (info.working && info.weekend)}>
                                            {t(info.working ? 'work' : 'rest')}
                                          </Show>
                                        }
                                      >
                                        {(mark) => <b>{mark.short}</b>}
                                      </For>
                                    </small>
                                  </button>
                                )
                              }}
                            </Show>
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        )}
      </For>
    </div>
  )
}
