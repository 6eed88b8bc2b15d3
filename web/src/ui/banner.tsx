import type { JSX } from 'solid-js'
import { children, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import CircleAlert from '~icons/lucide/circle-alert'
import CircleCheck from '~icons/lucide/circle-check'
import Info from '~icons/lucide/info'
import TriangleAlert from '~icons/lucide/triangle-alert'

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad'
const icons = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert, plain: Info } as const

/** Something to know about the whole page. Bad news is announced at once, the rest politely. */
export function Banner(props: { tone?: Tone; title?: string; children?: JSX.Element; actions?: JSX.Element }) {
  const actions = children(() => props.actions)
  return (
    <div class={`banner tone-${props.tone ?? 'info'}`} role={props.tone === 'bad' ? 'alert' : 'status'}>
      <Dynamic component={icons[props.tone ?? 'info']} />
      <div class="banner-body">
        <Show when={props.title}>
          <strong class="block">{props.title}</strong>
        </Show>
        {props.children}
        <Show when={actions()}>
          <div class="mt-2 flex flex-wrap gap-3">{actions()}</div>
        </Show>
      </div>
    </div>
  )
}

/** A state in a word or two; the colour only repeats what the word says. */
export function Badge(props: { tone?: Tone; children: JSX.Element }) {
  return <span class={`badge tone-${props.tone ?? 'plain'}`}>{props.children}</span>
}
