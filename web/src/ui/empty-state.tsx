import type { JSX } from 'solid-js'
import { Show } from 'solid-js'
import Inbox from '~icons/lucide/inbox'

/** Nothing here yet: says so, why, and what to do. */
export function EmptyState(props: { title: string; children?: JSX.Element; action?: JSX.Element; icon?: JSX.Element }) {
  return (
    <div class="empty">
      {props.icon ?? <Inbox />}
      <p class="font-semibold text-ink">{props.title}</p>
      <Show when={props.children}>
        <div class="max-w-prose">{props.children}</div>
      </Show>
      {props.action}
    </div>
  )
}
