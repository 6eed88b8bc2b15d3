import { createSignal, For } from 'solid-js'
import Columns3 from '~icons/lucide/columns-3'
import { t } from '../i18n/ui-lists.ts'

/** Which columns a table shows. The one that names the row always stays. */
export function ColumnChooser(props: {
  columns: readonly { key: string; title: string; heading?: boolean }[]
  shown: readonly string[]
  onChange: (shown: string[]) => void
}) {
  const toggle = (key: string, on: boolean) =>
    props.onChange(props.columns.map((column) => column.key).filter((each) => (each === key ? on : props.shown.includes(each))))
  /** The list ends where its button ends; where that is too near the left edge, it begins where the button begins. */
  const [left, setLeft] = createSignal(false)
  let list: HTMLFieldSetElement | undefined
  const place = () => {
    setLeft(false)
    setLeft((list?.getBoundingClientRect().left ?? 0) < 0)
  }
  return (
    <details class="chooser" classList={{ 'chooser-left': left() }} onToggle={place}>
      <summary class="button button-secondary button-small">
        <Columns3 />
        {t('columns')}
      </summary>
      <fieldset class="chooser-list" ref={list}>
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
    </details>
  )
}
