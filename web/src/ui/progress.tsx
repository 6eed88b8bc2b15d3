import type { JSX } from 'solid-js'
import { createUniqueId, For, Show } from 'solid-js'
import Check from '~icons/lucide/check'
import { number } from '../i18n/numbers.ts'
import { Quoting } from '../i18n/quoting.tsx'
import { t } from '../i18n/ui-lists.ts'

/** How much of something is done, with its figures in words. */
export function Progress(props: { label: string; value: number; max: number; note?: string; good?: boolean }) {
  const id = createUniqueId()
  return (
    <div>
      <div class="flex flex-wrap justify-between gap-x-4">
        <label id={id} for={`${id}-bar`}>
          {props.label}
        </label>
        <span class="tabular-nums text-soft">{props.note ?? `${number(props.value)} / ${number(props.max)}`}</span>
      </div>
      <progress
        id={`${id}-bar`}
        class="progress"
        classList={{ 'progress-good': props.good }}
        value={props.value}
        max={Math.max(props.max, 1)}
      />
    </div>
  )
}

/** The steps of one act, with where one is. */
export function Stepper(props: { label: string; steps: readonly string[]; current: number }) {
  return (
    <ol class="steps" aria-label={props.label}>
      <For each={props.steps}>
        {(step, index) => (
          <li
            class="step"
            classList={{ 'step-now': index() === props.current, 'step-done': index() < props.current }}
            aria-current={index() === props.current ? 'step' : undefined}
          >
            <span class="step-mark" aria-hidden="true">
              <Show when={index() < props.current} fallback={index() + 1}>
                <Check width={16} height={16} />
              </Show>
            </span>
            <span>
              {step}
              <Show when={index() < props.current}>
                <span class="sr-only"> {t('done')}</span>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ol>
  )
}

/** What of the title people wrote is `quoted`. */
export type TimelineEntry = { key: string; title: string; when?: string; state: 'done' | 'now' | 'waiting' | 'bad'; children?: JSX.Element }

/** A path in time: what has been, where it is now, what comes. */
export function Timeline(props: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline" aria-label={props.label}>
      <For each={props.entries}>
        {(entry) => (
          <li class={`timeline-${entry.state}`} aria-current={entry.state === 'now' ? 'step' : undefined}>
            <span class="timeline-dot" aria-hidden="true" />
            <span class="flex flex-wrap gap-x-3">
              <span classList={{ 'font-semibold': entry.state === 'now', 'text-soft': entry.state === 'waiting' }}>
                <Quoting text={entry.title} />
              </span>
              <span class="sr-only">{entry.state === 'bad' ? '' : t(entry.state)}</span>
              <Show when={entry.when}>
                <span class="text-soft tabular-nums">{entry.when}</span>
              </Show>
            </span>
            <Show when={entry.children}>
              <div class="text-soft">{entry.children}</div>
            </Show>
          </li>
        )}
      </For>
    </ol>
  )
}
