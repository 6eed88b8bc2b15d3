import { For } from 'solid-js'
import { t } from '../i18n/ui.ts'

const widths = ['w-2/3', 'w-5/6', 'w-1/2', 'w-3/4'] as const

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
