import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import { Badge, type Tone } from './banner.tsx'

export type Task = { key: string; title: string; href?: string; note?: JSX.Element; state: string; tone?: Tone }

/** What is to be done, one line each with its state. */
export function TaskList(props: { label: string; tasks: readonly Task[] }) {
  return (
    <ul class="tasks" aria-label={props.label}>
      <For each={props.tasks}>
        {(task) => (
          <li class="task">
            <span class="min-w-0">
              <Show when={task.href} fallback={<span>{task.title}</span>}>
                {(href) => (
                  <A href={href()} aria-describedby={`task-${task.key}`}>
                    {task.title}
                  </A>
                )}
              </Show>
              <Show when={task.note}>
                <small>{task.note}</small>
              </Show>
            </span>
            <span id={`task-${task.key}`} class="flex-none">
              <Badge tone={task.tone}>{task.state}</Badge>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}
