import { A } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { t } from '../../i18n/submissions.ts'
import { Button } from '../../ui/button.tsx'

/** Lines shown before one asks for the rest. */
const shown = 12

/** What is still to be done, each line leading to the page and the field where it is done. */
export function ProblemLinks(props: { title: string; lines: readonly { text: string; href: string }[] }) {
  const [all, setAll] = createSignal(false)
  const lines = createMemo(() => (all() ? props.lines : props.lines.slice(0, shown)))
  return (
    <section class="summary-of-problems no-print">
      <h2>{props.title}</h2>
      <ul>
        <For each={lines()}>
          {(line) => (
            <li>
              <A href={line.href}>{line.text}</A>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.lines.length > lines().length}>
        <Button small class="mt-3" onClick={() => setAll(true)}>
          {t('showAll')}
        </Button>
      </Show>
    </section>
  )
}
