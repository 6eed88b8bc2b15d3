import { A } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import { Button, type ButtonKind } from './button.tsx'

export type MenuItem = { key: string; label: string; icon?: JSX.Element; checked?: boolean; disabled?: boolean } & (
  | { href: string; outside?: boolean }
  | { act: () => void }
)

/** A button that opens a list of acts. Arrow keys move, Escape closes and returns. */
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
        icon={props.icon}
        iconOnly={props.iconOnly}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={open() ? id : undefined}
        onKeyDown={keys}
        onClick={() => (open() ? close(false) : show())}
      >
        {props.label}
      </Button>
      <Show when={open()}>
        <div class="menu-list" role="menu" tabindex="-1" id={id} aria-label={props.label} onKeyDown={keys}>
          <For each={props.items}>{(item) => <Entry item={item} close={() => close(true)} />}</For>
        </div>
      </Show>
    </div>
  )
}

function Entry(props: { item: MenuItem; close: () => void }) {
  const act = () => {
    props.close()
    if ('act' in props.item) props.item.act()
  }
  const inside = () => (
    <>
      {props.item.icon}
      <span>{props.item.label}</span>
    </>
  )
  return (
    <Show
      when={'href' in props.item && props.item}
      fallback={
        <Show
          when={props.item.checked !== undefined}
          fallback={
            <button type="button" class="menu-item" role="menuitem" disabled={props.item.disabled} tabindex="-1" onClick={act}>
              {inside()}
            </button>
          }
        >
          <button
            type="button"
            class="menu-item"
            role="menuitemradio"
            aria-checked={props.item.checked === true}
            tabindex="-1"
            onClick={act}
          >
            {inside()}
          </button>
        </Show>
      }
    >
      {(link) => (
        <Show
          when={!link().outside}
          fallback={
            <a class="menu-item" role="menuitem" tabindex="-1" href={link().href} onClick={() => props.close()}>
              {inside()}
            </a>
          }
        >
          <A class="menu-item" role="menuitem" tabindex="-1" href={link().href} onClick={() => props.close()}>
            {inside()}
          </A>
        </Show>
      )}
    </Show>
  )
}
