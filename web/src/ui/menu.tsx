import { A } from '@solidjs/router'
import type { JSX, ValidComponent } from 'solid-js'
import { createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Quoting } from '../i18n/quoting.tsx'
import { Button, type ButtonKind } from './button.tsx'
import { withinWindow } from './within-window.ts'

export type MenuItem = { key: string; label: string; icon?: JSX.Element; checked?: boolean; disabled?: boolean } & (
  | { href: string; outside?: boolean }
  | { act: () => void }
)

/** A button that opens a list of acts. Arrow keys move, Escape closes and returns. What people wrote in a label is `quoted`. */
export function Menu(props: {
  label: string
  icon?: JSX.Element
  iconOnly?: boolean
  kind?: ButtonKind
  small?: boolean
  items: readonly MenuItem[]
  left?: boolean
}) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let root: HTMLDivElement | undefined
  const entries = () => [...(root?.querySelectorAll<HTMLElement>('.menu-item') ?? [])]
  const close = (back: boolean) => {
    setOpen(false)
    if (back) root?.querySelector('button')?.focus()
  }
  const outside = (event: PointerEvent) => {
    if (!root?.contains(event.target as Node)) close(false)
  }
  const show = (first = true) => {
    setOpen(true)
    queueMicrotask(() =>
      entries()
        .at(first ? 0 : -1)
        ?.focus(),
    )
  }
  document.addEventListener('pointerdown', outside)
  onCleanup(() => document.removeEventListener('pointerdown', outside))
  const keys = (event: KeyboardEvent) => {
    if (!open()) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        show(event.key === 'ArrowDown')
      }
      return
    }
    if (event.key === 'Escape') return close(true)
    if (event.key === 'Tab') return close(false)
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    all[(to + all.length) % all.length]?.focus()
  }
  return (
    <div class="menu" classList={{ 'menu-left': props.left }} ref={root}>
      <Button
        kind={props.kind ?? 'quiet'}
        small={props.small}
        id={`${id}-of`}
        icon={props.icon}
        iconOnly={props.iconOnly}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onKeyDown={keys}
        onClick={() => (open() ? close(false) : show())}
      >
        <Quoting text={props.label} />
      </Button>
      <Show when={open()}>
        <div class="menu-list" role="menu" ref={withinWindow} tabindex="-1" id={id} aria-labelledby={`${id}-of`} onKeyDown={keys}>
          <For each={props.items}>{(item) => <Entry item={item} close={() => close(true)} />}</For>
        </div>
      </Show>
    </div>
  )
}

function Entry(props: { item: MenuItem; close: () => void }) {
  const link = () => ('href' in props.item ? props.item : undefined)
  return (
    <Dynamic
      component={(link() ? (link()?.outside ? 'a' : A) : 'button') as ValidComponent}
      class="menu-item"
      role={props.item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={props.item.checked}
      type={link() ? undefined : 'button'}
      href={link()?.href}
      disabled={props.item.disabled}
      tabindex="-1"
      onClick={() => {
        props.close()
        if ('act' in props.item) props.item.act()
      }}
    >
      {props.item.icon}
      <span>
        <Quoting text={props.item.label} />
      </span>
    </Dynamic>
  )
}
