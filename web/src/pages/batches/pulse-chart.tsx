import { For } from 'solid-js'
import { clock } from '../../i18n/dates.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/watching.ts'

type Minute = { minute: string; started: number; submitted: number }
const height = 140
const timeOf = (minute: string) => clock(`${minute}:00Z`)

/** The last hour, a bar for each minute; what a bar stands for is said when it is pointed at, and the whole in words to those who do not see it. */
export function PulseChart(props: { minutes: readonly Minute[] }) {
  const most = () => Math.max(1, ...props.minutes.map(({ submitted }) => submitted))
  const quiet = () => props.minutes.every(({ submitted }) => submitted === 0)
  const wide = () => 100 / props.minutes.length
  const words = (minute: Minute) =>
    t('arrivals', { minute: timeOf(minute.minute), submitted: number(minute.submitted), started: number(minute.started) })
  const label = () => {
    const busy = props.minutes.filter(({ submitted, started }) => submitted + started > 0)
    return [quiet() ? t('quiet') : t('peak', { count: number(most()) }), ...busy.map(words)].join('; ')
  }
  return (
    <figure class="pulse-chart">
      <svg role="img" aria-label={label()} width="100%" height={height}>
        <line class="chart-line" x1="0" x2="100%" y1={height - 1} y2={height - 1} />
        <For each={props.minutes}>
          {(minute, i) => (
            <rect
              class="chart-bar"
              x={`${(i() * wide() + wide() * 0.1).toFixed(2)}%`}
              width={`${(wide() * 0.8).toFixed(2)}%`}
              y={height - 1 - (minute.submitted / most()) * (height - 20)}
              height={(minute.submitted / most()) * (height - 20)}
            >
              <title>{words(minute)}</title>
            </rect>
          )}
        </For>
      </svg>
      <figcaption class="flex justify-between text-sm text-soft">
        <span>{timeOf(props.minutes[0]?.minute ?? '')}</span>
        <span>{quiet() ? t('quiet') : t('peak', { count: number(most()) })}</span>
        <span>{timeOf(props.minutes.at(-1)?.minute ?? '')}</span>
      </figcaption>
    </figure>
  )
}
