import { createSignal, For, Show } from 'solid-js'
import Columns3 from '~icons/lucide/columns-3'
import { t } from '../i18n/ui-lists.ts'
import { withinWindow } from './within-window.ts'

/** Which columns a table shows. The one that names the row always stays; Escape closes the list and returns. */
export function ColumnChooser(props: {
  columns: readonly { key: string; title: string; heading?: boolean }[]
  shown: readonly string[]
  onChange: (shown: string[]) => void
}) {
  const toggle = (key: string, on: boolean) =>
    props.onChange(props.columns.map((column) => column.key).filter((each) => (each === key ? on : props.shown.includes(each))))
  const [open, setOpen] = createSignal(false)
  let button: HTMLElement | undefined
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open()) return
    setOpen(false)
    button?.focus()
  }
  return (
    <details class="chooser" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)} onKeyDown={leave}>
      <summary class="button button-secondary button-small" ref={button}>
        <Columns3 />
        {t('columns')}
      </summary>
      <Show when={open()}>
        <fieldset class="chooser-list" ref={withinWindow}>
          <legend class="sr-only">{t('columns')}</legend>
          <For each={props.columns}>
            {(column) => (
              <label>
                <input
                  type="checkbox"
                  checked={column.heading || props.shown.includes(column.key)}
                  disabled={column.heading}
                  onChange={(event) => toggle(column.key, event.currentTarget.checked)}
                />
                {column.title}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
    </details>
  )
}
