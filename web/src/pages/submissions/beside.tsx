import { A, useNavigate } from '@solidjs/router'
import { createEffect, For, type JSX, on, onCleanup, Show } from 'solid-js'
import { t } from '../../i18n/submission-lists.ts'
import { LinkButton } from '../../ui/button.tsx'
import { isListKey } from '../../ui/list-keys.ts'
import type { Remembered } from './shown-list.ts'

type Place = {
  list: readonly Remembered[]
  /** The record that is open. */
  now: string
  /** Where the list stands, and each record within it. */
  href: (id?: string) => string
}
const at = ({ list, now }: Place) => list.findIndex(({ id }) => id === now)

/** A record, and on a wide screen the list from which it was opened beside it; `j` and `k` go through the list. */
export function BesideList(props: Place & { children: JSX.Element }) {
  const navigate = useNavigate()
  const keys = (event: KeyboardEvent) => {
    const step = { j: 1, k: -1 }[event.key]
    const to = step && isListKey(event) && at(props) >= 0 ? props.list[at(props) + step] : undefined
    if (to) navigate(props.href(to.id))
  }
  document.addEventListener('keydown', keys)
  onCleanup(() => document.removeEventListener('keydown', keys))
  const beside = () => props.list.length > 1 && at(props) >= 0
  return (
    <div classList={{ split: beside() }}>
      <Show when={beside()}>
        <Names {...props} />
      </Show>
      <div class="min-w-0">{props.children}</div>
    </div>
  )
}

function Names(props: Place) {
  let root: HTMLElement | undefined
  createEffect(
    on(
      () => props.now,
      () => queueMicrotask(() => root?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })),
    ),
  )
  return (
    <nav class="split-list no-print" aria-label={t('besideRecord')} ref={root}>
      <For each={props.list}>
        {(row) => (
          <A translate="no" href={props.href(row.id)} aria-current={row.id === props.now ? 'page' : undefined}>
            {row.title}
            <Show when={row.unit !== row.title}>
              <small class="block text-soft">{row.unit}</small>
            </Show>
          </A>
        )}
      </For>
    </nav>
  )
}

/** Back to the list, and on to the one before and after in it. */
export function ListSteps(props: Place) {
  const beside = (step: number) => {
    const row = at(props) >= 0 ? props.list[at(props) + step] : undefined
    return row && props.href(row.id)
  }
  return (
    <nav class="no-print mb-4 flex flex-wrap items-center gap-3" aria-label={t('list')}>
      <LinkButton small href={props.href()}>
        {t('backToList')}
      </LinkButton>
      <Show when={at(props) >= 0}>
        <Show when={beside(-1)}>
          <LinkButton small href={beside(-1) ?? ''}>
            {t('before')}
          </LinkButton>
        </Show>
        <span class="text-soft tabular-nums">{t('position', { at: at(props) + 1, count: props.list.length })}</span>
        <Show when={beside(1)}>
          <LinkButton small href={beside(1) ?? ''}>
            {t('next')}
          </LinkButton>
        </Show>
      </Show>
    </nav>
  )
}
