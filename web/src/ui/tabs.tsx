import { createEffect, For } from 'solid-js'

export type Tab<K extends string = string> = { key: K; label: string; count?: number }

/** Tabs over one panel; arrow keys move, Home and End go to the ends. The panel carries `tabPanel(id)`. */
export function Tabs<K extends string>(props: {
  id: string
  label: string
  tabs: readonly Tab<K>[]
  value: K
  onChange: (key: K) => void
}) {
  const idOf = (key: K) => `${props.id}-tab-${key}`
  /** Where the tabs are wider than the window, the chosen one is among those that are seen. */
  createEffect(() => {
    const id = idOf(props.value)
    requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: 'nearest', inline: 'center' }))
  })
  const move = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex(({ key }) => key === props.value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: props.tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = props.tabs[(to + props.tabs.length) % props.tabs.length]
    if (!next) return
    props.onChange(next.key)
    document.getElementById(idOf(next.key))?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={props.label} onKeyDown={move}>
      <For each={props.tabs}>
        {(tab) => (
          <button
            type="button"
            role="tab"
            class="tab"
            id={idOf(tab.key)}
            aria-selected={tab.key === props.value}
            aria-controls={`${props.id}-panel`}
            tabindex={tab.key === props.value ? 0 : -1}
            onClick={() => props.onChange(tab.key)}
          >
            {tab.label}
            {tab.count === undefined ? '' : ` ${tab.count}`}
          </button>
        )}
      </For>
    </div>
  )
}

/** What a tab's panel needs: `<div {...tabPanel('id', chosen())}>`. */
export const tabPanel = (id: string, key: string) => ({
  id: `${id}-panel`,
  role: 'tabpanel' as const,
  tabindex: 0,
  'aria-labelledby': `${id}-tab-${key}`,
})
