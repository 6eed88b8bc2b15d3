import { createUniqueId, For, Show } from 'solid-js'
import { number } from '../i18n/numbers.ts'

export type Part = { key: string; label: string; value: number; tone: 'plain' | 'info' | 'warn' | 'good' | 'bad' }

/**
 * How a number is made up: a bar of parts, and beneath it the same in words with the colour of each. `words={false}` where a table says it already. Of nothing
 * there is no bar, but what `none` says.
 */
export function StackedBar(props: { label: string; parts: readonly Part[]; none: string; words?: boolean }) {
  const id = createUniqueId()
  const shown = () => props.parts.filter(({ value }) => value > 0)
  const total = () => shown().reduce((sum, { value }) => sum + value, 0)
  const placed = () => {
    let x = 0
    return shown().map((part) => {
      const width = (100 * part.value) / total()
      x += width
      return { ...part, x: x - width, width }
    })
  }
  const said = () => shown().map(({ label, value }) => `${label} ${number(value)}`)
  return (
    <Show when={total() > 0} fallback={<p class="text-soft">{props.none}</p>}>
      <div>
        <svg class="stacked" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-labelledby={id}>
          <title id={id}>{[props.label, ...said()].join(' · ')}</title>
          <For each={placed()}>{(part) => <rect class={`stacked-${part.tone}`} x={part.x} width={part.width} y="0" height="1" />}</For>
        </svg>
        {props.words === false ? null : (
          <p class="stacked-words" aria-hidden="true">
            <For each={shown()}>
              {(part) => (
                <span>
                  <i class={`stacked-dot stacked-${part.tone}`} />
                  {part.label} <strong class="tabular-nums">{number(part.value)}</strong>
                </span>
              )}
            </For>
          </p>
        )}
      </div>
    </Show>
  )
}
