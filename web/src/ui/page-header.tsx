import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { children, createEffect, For, onCleanup, Show } from 'solid-js'
import { Quoting, unmarked } from '../i18n/quoting.tsx'
import { t as shell } from '../i18n/shell.ts'
import { t } from '../i18n/ui.ts'

/** `own`: the label is what people wrote, and is not translated. */
export type Crumb = { label: string; href?: string; own?: boolean }

/** Where one is, from the desk down. */
export function Breadcrumbs(props: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={t('breadcrumbs')} class="no-print mb-2">
      <ol class="crumbs">
        <For each={props.crumbs}>
          {(crumb) => (
            <li translate={crumb.own ? 'no' : undefined}>
              <Show when={crumb.href} fallback={<span>{crumb.label}</span>}>
                {(href) => <A href={href()}>{crumb.label}</A>}
              </Show>
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}

/** The head of a page: its one `h1`, which also names the window and takes the focus after a change of page. */
export function PageHeader(props: {
  title: string
  /** The title is what people wrote, and is not translated. */
  own?: boolean
  crumbs?: readonly Crumb[]
  /** The way to the pages beside this one. */
  above?: JSX.Element
  state?: JSX.Element
  intro?: JSX.Element
  actions?: JSX.Element
}) {
  let heading: HTMLHeadingElement | undefined
  // Made once: looking whether it is there would make it a second time, and what listens to keys would do so twice.
  const intro = children(() => props.intro)
  const actions = children(() => props.actions)
  createEffect(() => {
    document.title = `${unmarked(props.title)} · ${shell('product')}`
  })
  queueMicrotask(() => {
    if (heading?.isConnected && (document.activeElement === document.body || document.activeElement === null))
      heading.focus({ preventScroll: true })
  })
  onCleanup(() => {
    document.title = shell('product')
  })
  return (
    <header>
      <Show when={props.crumbs}>{(crumbs) => <Breadcrumbs crumbs={crumbs()} />}</Show>
      {props.above}
      <div class="page-head">
        <div class="min-w-0">
          <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 tabindex="-1" ref={heading} translate={props.own ? 'no' : undefined}>
              <Quoting text={props.title} />
            </h1>
            {props.state}
          </div>
          <Show when={intro()}>
            <div class="mt-1 max-w-prose text-pretty text-soft">{intro()}</div>
          </Show>
        </div>
        <Show when={actions()}>
          <div class="no-print flex flex-wrap gap-3">{actions()}</div>
        </Show>
      </div>
    </header>
  )
}

/** A part of a page with its heading, which is `own` when people wrote it; `row`: which of a list of such it is. */
export function Card(props: {
  title?: string
  own?: boolean
  row?: string
  actions?: JSX.Element
  screenOnly?: boolean
  children: JSX.Element
}) {
  return (
    <section class="card mb-5" classList={{ 'no-print': props.screenOnly }} data-row={props.row}>
      <Show when={props.title}>
        <div class="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 translate={props.own ? 'no' : undefined}>{props.title}</h2>
          {props.actions}
        </div>
      </Show>
      {props.children}
    </section>
  )
}

export type Fact = { key: string; label: string; value: JSX.Element }

/** Pairs of name and value. */
export function Facts(props: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      <For each={props.facts}>
        {(fact) => (
          <>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}
