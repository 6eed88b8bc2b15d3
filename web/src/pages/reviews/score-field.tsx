import { createUniqueId, For, Show } from 'solid-js'
import type { Criterion } from '../../../../shared/templates/schema.ts'
import { t } from '../../i18n/reviews.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Fieldset } from '../../ui/field.tsx'

/** As many values as still make large targets on a phone; beyond that a slider with a field serves better. */
const asButtons = 11

/** One criterion: large targets where the scale is short, else a slider beside the figure; anchors say what a score means. */
export function ScoreField(props: {
  criterion: Criterion
  value: number | undefined
  disabled?: boolean
  problem?: string[]
  onChange: (score: number) => void
}) {
  const id = createUniqueId()
  const values = () => {
    const { min, max, step } = props.criterion
    const count = Math.floor((max - min) / step + 1e-9) + 1
    return count <= asButtons ? Array.from({ length: count }, (_, i) => Math.round((min + i * step) * 1000) / 1000) : null
  }
  const typed = (text: string) => {
    const score = Number(text.normalize('NFKC'))
    if (text.trim() !== '' && Number.isFinite(score)) props.onChange(score)
  }
  const title = () =>
    t('criterion', {
      title: inLanguage(props.criterion.title),
      min: props.criterion.min,
      max: props.criterion.max,
      weight: props.criterion.weight,
    })
  return (
    <Fieldset label={title()} required help={inLanguage(props.criterion.help)} problem={props.problem}>
      <Show
        when={values()}
        fallback={
          <div class="flex items-center gap-3">
            <input
              type="range"
              class="min-h-11 flex-1"
              aria-label={title()}
              min={props.criterion.min}
              max={props.criterion.max}
              step={props.criterion.step}
              value={props.value ?? props.criterion.min}
              disabled={props.disabled}
              aria-valuetext={props.value === undefined ? t('noScore') : String(props.value)}
              onInput={(event) => typed(event.currentTarget.value)}
            />
            <input
              id={id}
              class="input input-narrow w-20 text-center"
              inputmode="decimal"
              aria-label={title()}
              value={props.value ?? ''}
              disabled={props.disabled}
              onChange={(event) => typed(event.currentTarget.value)}
            />
          </div>
        }
      >
        {(all) => (
          <div class="flex flex-wrap gap-2">
            <For each={all()}>
              {(value) => (
                <label class="score-option">
                  <input
                    type="radio"
                    class="sr-only"
                    name={id}
                    value={value}
                    checked={props.value === value}
                    disabled={props.disabled}
                    onChange={() => props.onChange(value)}
                  />
                  <span>{value}</span>
                </label>
              )}
            </For>
          </div>
        )}
      </Show>
      <Show when={props.criterion.anchors}>
        {(anchors) => (
          <ul class="mt-2 text-sm text-soft">
            <For each={anchors()}>
              {(anchor) => (
                <li>
                  <span class="tabular-nums">{anchor.score}</span> · {inLanguage(anchor.text)}
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </Fieldset>
  )
}
