import { createUniqueId, For, Show } from 'solid-js'
import Minus from '~icons/lucide/minus'
import Plus from '~icons/lucide/plus'
import type { Criterion } from '../../../../shared/templates/schema.ts'
import { t } from '../../i18n/review-desk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/composing.ts'
import { Fieldset } from '../../ui/field.tsx'
import { segmentsOf, stepped } from './segments.ts'

/** A second digit belongs to the first when it comes within this time, in milliseconds: 1 and 0 make 10. */
const digitPause = 700

/** One criterion: large targets over the whole scale, a finer step beside them, and what a score means as a press too. */
export function ScoreField(props: {
  criterion: Criterion
  value: number | undefined
  disabled?: boolean
  problem?: string[]
  onChange: (score: number | undefined) => void
}) {
  const id = createUniqueId()
  const title = () => inLanguage(props.criterion.title)
  const values = () => segmentsOf(props.criterion)
  const typed = (text: string) => {
    const score = Number(text.normalize('NFKC').trim())
    if (text.trim() === '') props.onChange(undefined)
    else if (Number.isFinite(score)) props.onChange(score)
  }
  const step = (by: 1 | -1) => props.onChange(stepped(props.criterion, props.value, by))

  let before = ''
  let beforeAt = 0
  const pressed = (event: KeyboardEvent) => {
    if (props.disabled || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return
    if ((event.target as HTMLElement).matches('input:not([type="radio"])')) return
    if (event.key === '+' || event.key === '=') step(1)
    else if (event.key === '-') step(-1)
    else if (/^\d$/.test(event.key)) {
      const together = event.timeStamp - beforeAt < digitPause ? before + event.key : event.key
      const fits = Number(together) <= props.criterion.max ? together : event.key
      before = fits
      beforeAt = event.timeStamp
      if (Number(fits) >= props.criterion.min && Number(fits) <= props.criterion.max) props.onChange(Number(fits))
    } else return
    event.preventDefault()
  }

  return (
    <div
      class="score"
      id={`c-${props.criterion.key}`}
      data-open={props.value === undefined ? '' : undefined}
      ref={(place) => place.addEventListener('keydown', pressed)}
    >
      <Fieldset
        label={title()}
        required
        help={
          <>
            {inLanguage(props.criterion.help)}
            <span class="score-range">
              {t('range', { min: props.criterion.min, max: props.criterion.max, weight: props.criterion.weight })}
            </span>
          </>
        }
        problem={props.problem}
      >
        <div class="score-options">
          <For each={values()}>
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
        <div class="score-exact">
          <Button iconOnly icon={<Minus />} disabled={props.disabled} onClick={() => step(-1)}>
            {t('less', { step: props.criterion.step })}
          </Button>
          <input
            class="input"
            inputmode="decimal"
            autocomplete="off"
            aria-label={t('exact', { title: title() })}
            value={props.value ?? ''}
            disabled={props.disabled}
            onChange={(event) => typed(event.currentTarget.value)}
          />
          <Button iconOnly icon={<Plus />} disabled={props.disabled} onClick={() => step(1)}>
            {t('more', { step: props.criterion.step })}
          </Button>
        </div>
        <Show when={props.criterion.anchors}>
          {(anchors) => (
            <ul class="score-anchors">
              <For each={anchors()}>
                {(anchor) => (
                  <li>
                    <button
                      type="button"
                      class="score-anchor"
                      aria-pressed={props.value === anchor.score}
                      disabled={props.disabled}
                      onClick={() => props.onChange(anchor.score)}
                    >
                      <strong>{anchor.score}</strong>
                      <span>{inLanguage(anchor.text)}</span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          )}
        </Show>
      </Fieldset>
    </div>
  )
}
