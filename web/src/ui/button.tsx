import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Show, splitProps } from 'solid-js'
import { t } from '../i18n/ui.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
type Looks = {
  kind?: ButtonKind
  small?: boolean
  icon?: JSX.Element /** Only the icon is seen; the children are its name. */
  iconOnly?: boolean
}

const looks = (props: Looks) =>
  `button button-${props.kind ?? 'secondary'}${props.small ? ' button-small' : ''}${props.iconOnly ? ' button-icon' : ''}`

function Inside(props: Looks & { busy?: boolean; children?: JSX.Element }) {
  return (
    <>
      <Show when={props.busy} fallback={props.icon}>
        <span class="spinner" aria-hidden="true" />
      </Show>
      <span classList={{ 'sr-only': props.iconOnly }}>{props.children}</span>
      <Show when={props.busy}>
        <span class="sr-only">{t('working')}</span>
      </Show>
    </>
  )
}

/** A button that acts. While `busy` it keeps its place and width and does nothing when pressed again. */
export function Button(props: Looks & { busy?: boolean } & JSX.ButtonHTMLAttributes<HTMLButtonElement>) {
  const [own, rest] = splitProps(props, ['kind', 'small', 'icon', 'iconOnly', 'busy', 'children', 'class', 'onClick', 'type'])
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={`${looks(own)} ${own.class ?? ''}`}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault()
        else if (typeof own.onClick === 'function') own.onClick(event)
      }}
    >
      <Inside {...own} />
    </button>
  )
}

/** A link that looks like a button: leads to a page of the application, or out of it with `outside`. */
export function LinkButton(props: Looks & { href: string; outside?: boolean; download?: boolean; class?: string; children?: JSX.Element }) {
  return (
    <Show
      when={!props.outside}
      fallback={
        <a
          href={props.href}
          class={`${looks(props)} ${props.class ?? ''}`}
          download={props.download ? '' : undefined}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Inside {...props} />
        </a>
      }
    >
      <A href={props.href} class={`${looks(props)} ${props.class ?? ''}`}>
        <Inside {...props} />
      </A>
    </Show>
  )
}
