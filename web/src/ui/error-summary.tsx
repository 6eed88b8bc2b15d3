import { createEffect, For, on, Show } from 'solid-js'
import { t } from '../i18n/ui.ts'
import { focusField } from './focus-field.ts'

export type SummaryEntry = { text: string /** Id of the control to go to. */; to?: string }

/** What is wrong, at the top, taking the focus when it appears; each line leads to its field. */
export default function ErrorSummary(props: {
  problems: readonly SummaryEntry[]
  title?: string /** Change it to call the reader back. */
  focusOn?: unknown
}) {
  let box: HTMLDivElement | undefined
  // Not whenever what is wrong changes: whoever is mending it has the cursor in a field by then.
  createEffect(
    on(
      () => props.focusOn,
      () => props.problems.length > 0 && queueMicrotask(() => box?.focus()),
    ),
  )
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault()
    focusField(id)
  }
  return (
    <Show when={props.problems.length > 0}>
      <div class="summary-of-problems" role="alert" tabindex="-1" ref={box}>
        <h2>{props.title ?? t('problemsTitle', { count: props.problems.length })}</h2>
        <ul>
          <For each={props.problems}>
            {(problem) => (
              <li>
                <Show when={problem.to} fallback={problem.text}>
                  {(to) => (
                    <a href={`#${to()}`} onClick={(event) => go(event, to())}>
                      {problem.text}
                    </a>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}
