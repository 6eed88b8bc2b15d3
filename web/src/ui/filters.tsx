import type { JSX } from 'solid-js'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import Sliders from '~icons/lucide/sliders-horizontal'
import X from '~icons/lucide/x'
import { Quoting } from '../i18n/quoting.tsx'
import { t } from '../i18n/ui-lists.ts'
import { Button } from './button.tsx'

/** What of the label people wrote is `quoted`. */
export type SetFilter = { key: string; label: string; clear: () => void }

/**
 * What narrows a list: the controls side by side, and below them every filter that is set, each with its own way out. On a phone the list comes first: the controls
 * wait behind a button that says how many are set.
 */
export function Filters(props: { label: string; children: JSX.Element; set: readonly SetFilter[]; onClear: () => void }) {
  const [open, setOpen] = createSignal(false)
  const id = createUniqueId()
  return (
    <section class="filters no-print" aria-label={props.label}>
      <Button class="filters-open" icon={<Sliders />} aria-expanded={open()} aria-controls={id} onClick={() => setOpen(!open())}>
        {props.set.length > 0 ? t('filtersSet', { filters: props.label, count: props.set.length }) : props.label}
      </Button>
      <div id={id} class="filters-row" classList={{ 'filters-folded': !open() }}>
        {props.children}
      </div>
      <Show when={props.set.length > 0}>
        <ul class="filters-set">
          <For each={props.set}>
            {(filter) => (
              <li>
                <button type="button" class="filter-chip" onClick={() => filter.clear()}>
                  <span aria-hidden="true">
                    <Quoting text={filter.label} />
                  </span>
                  <span class="sr-only">
                    <Quoting text={t('removeFilter', { filter: filter.label })} />
                  </span>
                  <X />
                </button>
              </li>
            )}
          </For>
          <li>
            <Button kind="quiet" small onClick={() => props.onClear()}>
              {t('clearFilters')}
            </Button>
          </li>
        </ul>
      </Show>
    </section>
  )
}
