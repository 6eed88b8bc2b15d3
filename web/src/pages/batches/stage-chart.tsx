import { For, Show } from 'solid-js'
import type { StagePlan } from '../../../../shared/batches/schema.ts'
import type { CalendarDay } from '../../../../shared/calendar/workingDays.ts'
import { dateValue } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'

const rowHeight = 40
const headHeight = 22
const day = 86_400_000

/** The stages as bars over one line of time, days off shaded: what runs at the same time is seen at once. Times beside the bars say the same in words. */
export function StageChart(props: { stages: readonly StagePlan[]; days: readonly CalendarDay[]; label: string }) {
  const bars = () => props.stages.filter(({ on, opens, closes }) => on && opens !== null && closes !== null && opens < closes)
  const from = () => Math.min(...bars().map(({ opens }) => Date.parse(opens ?? ''))) - day
  const until = () => Math.max(...bars().map(({ closes }) => Date.parse(closes ?? ''))) + day
  const at = (instant: number) => `${(((instant - from()) / (until() - from())) * 100).toFixed(3)}%`
  const wide = (ms: number) => `${((ms / (until() - from())) * 100).toFixed(3)}%`
  const startOf = (date: string) => Date.parse(`${date}T00:00:00+08:00`)
  const off = () => props.days.filter(({ working, date }) => !working && startOf(date) >= from() && startOf(date) < until())
  const months = () =>
    props.days.filter(({ date }) => date.endsWith('-01') && startOf(date) > from() && startOf(date) < until()).map(({ date }) => date)
  const height = () => headHeight + bars().length * rowHeight
  return (
    <Show when={bars().length > 0}>
      <figure class="stage-chart">
        <svg role="img" aria-label={props.label} width="100%" height={height()}>
          <For each={off()}>
            {({ date }) => <rect class="chart-off" x={at(startOf(date))} y={headHeight} width={wide(day)} height={height() - headHeight} />}
          </For>
          <For each={months()}>
            {(date) => (
              <>
                <line class="chart-line" x1={at(startOf(date))} x2={at(startOf(date))} y1="0" y2={height()} />
                <text class="chart-small" x={at(startOf(date))} dx="4" y="14">
                  {dateValue(date.slice(0, 7))}
                </text>
              </>
            )}
          </For>
          <For each={bars()}>
            {(stage, i) => {
              const opens = () => Date.parse(stage.opens ?? '')
              const closes = () => Date.parse(stage.closes ?? '')
              const late = () => (opens() - from()) / (until() - from()) > 0.6
              return (
                <>
                  <text
                    class="chart-text"
                    x={late() ? at(closes()) : at(opens())}
                    text-anchor={late() ? 'end' : 'start'}
                    y={headHeight + i() * rowHeight + 16}
                  >
                    {i() + 1} {inLanguage(stage.title)}
                  </text>
                  <rect
                    class={`chart-bar chart-${stage.kind}`}
                    x={at(opens())}
                    y={headHeight + i() * rowHeight + 22}
                    width={wide(closes() - opens())}
                    height="10"
                    rx="3"
                  />
                </>
              )
            }}
          </For>
        </svg>
      </figure>
    </Show>
  )
}
