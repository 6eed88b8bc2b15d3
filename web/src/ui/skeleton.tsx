import { For } from 'solid-js'
import { t } from '../i18n/ui.ts'

const widths = ['w-2/3', 'w-5/6', 'w-1/2', 'w-3/4'] as const

/** Rows of a table that is on its way: as high as the rows that will come. */
export function SkeletonTable(props: { rows?: number }) {
  return (
    <div role="status">
      <span class="sr-only">{t('loading')}</span>
      <For each={Array.from({ length: props.rows ?? 8 })}>
        {(_, index) => (
          <div class="skeleton-row">
            <span class={`skeleton ${widths[index() % widths.length]}`} />
          </div>
        )}
      </For>
    </div>
  )
}

/** A page that is on its way: its head and one sheet. */
export function SkeletonPage() {
  return (
    <div class="skeleton-page" role="status">
      <span class="sr-only">{t('loading')}</span>
      <span class="skeleton skeleton-title" />
      <div class="card">
        <For each={Array.from({ length: 6 })}>
          {(_, index) => (
            <div class="skeleton-row">
              <span class={`skeleton ${widths[index() % widths.length]}`} />
            </div>
          )}
        </For>
      </div>
    </div>
  )
}

/** The place of what is loading, so that nothing jumps when it comes. */
export function SkeletonRows(props: { rows?: number }) {
  return (
    <div class="flex flex-col gap-4 p-4" role="status">
      <span class="sr-only">{t('loading')}</span>
      <For each={Array.from({ length: props.rows ?? 3 })}>
        {(_, index) => <span class={`skeleton ${widths[index() % widths.length]}`} />}
      </For>
    </div>
  )
}
