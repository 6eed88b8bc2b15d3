import { For, Show } from 'solid-js'
import { interval } from '../../../../shared/decisions/interval.ts'
import { t } from '../../i18n/decisions.ts'
import { number } from '../../i18n/numbers.ts'

const width = 160
const height = 22

/** A submission's scores as dots, its figure as a mark, and the interval in which the figure would likely lie with other experts as many as these. */
export function IntervalPicture(props: {
  scores: readonly number[]
  score: number | null
  method: 'mean' | 'trimmed-mean'
  /** The scale that all pictures of a list share. */
  from: number
  until: number
}) {
  const x = (value: number) => 4 + ((width - 8) * (value - props.from)) / Math.max(1, props.until - props.from)
  const within = () => interval(props.scores, props.method)
  return (
    <Show when={props.score !== null} fallback={<span class="text-soft">–</span>}>
      <span class="interval">
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <line class="interval-axis" x1="4" x2={width - 4} y1={height / 2} y2={height / 2} />
          <Show when={within()}>
            {(band) => (
              <rect
                class="interval-band"
                x={x(band().low)}
                width={Math.max(2, x(band().high) - x(band().low))}
                y="5"
                height={height - 10}
                rx="3"
              />
            )}
          </Show>
          {props.scores.map((score) => (
            <circle class="interval-dot" cx={x(score)} cy={height / 2} r="2.5" />
          ))}
          <line class="interval-mark" x1={x(props.score ?? 0)} x2={x(props.score ?? 0)} y1="2" y2={height - 2} />
        </svg>
        <Show when={props.scores.length > 0}>
          <span class="sr-only">{t('scoresAloud', { scores: props.scores.map((score) => number(score)).join(t('scoresComma')) })}</span>
        </Show>
        <Show when={within()} fallback={<small class="text-soft">{t('noInterval')}</small>}>
          {(band) => (
            <small class="text-soft tabular-nums">
              {band().low.toFixed(1)}–{band().high.toFixed(1)}
            </small>
          )}
        </Show>
      </span>
    </Show>
  )
}

const parts = [
  { key: 'legendDot', picture: () => <circle class="interval-dot" cx="12" cy="11" r="3" /> },
  { key: 'legendMark', picture: () => <line class="interval-mark" x1="12" x2="12" y1="2" y2="20" /> },
  { key: 'legendBand', picture: () => <rect class="interval-band" x="1" y="5" width="22" height="12" rx="3" /> },
] as const

/** What dots, mark and band of the pictures of a list mean; for all of them together. `bands`: whether any of them has one. */
export function IntervalLegend(props: { bands: boolean }) {
  return (
    <ul class="interval-legend" aria-label={t('legend')}>
      <For each={parts.filter(({ key }) => props.bands || key !== 'legendBand')}>
        {({ key, picture }) => (
          <li>
            <svg viewBox="0 0 24 22" width="24" height="22" aria-hidden="true">
              {picture()}
            </svg>
            <span>{t(key)}</span>
          </li>
        )}
      </For>
    </ul>
  )
}
