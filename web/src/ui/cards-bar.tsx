import { createEffect, For, Show } from 'solid-js'
import { t } from '../i18n/ui-lists.ts'
import type { Column, Selection, Sort } from './table.tsx'

const directions = ['ascending', 'descending'] as const

/** What the head of a table is for, where on a phone its rows are cards and it has no head: all ticked at once, and the order. */
export function CardsBar<Row>(props: {
  columns: readonly Column<Row>[]
  ids: readonly string[]
  selection?: Selection | undefined
  sort?: Sort | null | undefined
  onSort?: ((sort: Sort) => void) | undefined
}) {
  const sorts = () =>
    props.onSort
      ? props.columns
          .filter(({ sortable }) => sortable)
          .flatMap(({ key, title }) =>
            directions.map((direction) => ({ value: `${key}:${direction}`, label: t(direction, { column: title }) })),
          )
      : []
  const current = () => (props.sort ? `${props.sort.column}:${props.sort.direction}` : '')
  const choose = (value: string) => {
    const [column = '', direction] = value.split(':')
    if (direction === 'ascending' || direction === 'descending') props.onSort?.({ column, direction })
  }
  return (
    <Show when={props.ids.length > 0 && (props.selection || sorts().length > 0)}>
      <div class="cards-bar no-print">
        <Show when={props.selection}>{(selection) => <AllBox class="cards-all" ids={props.ids} selection={selection()} words />}</Show>
        <Show when={sorts().length > 0}>
          <select class="input cards-sort" aria-label={t('sort')} onChange={(event) => choose(event.currentTarget.value)}>
            <Show when={!sorts().some(({ value }) => value === current())}>
              <option value="" selected>
                {t('unsorted')}
              </option>
            </Show>
            <For each={sorts()}>
              {({ value, label }) => (
                <option value={value} selected={value === current()}>
                  {label}
                </option>
              )}
            </For>
          </select>
        </Show>
      </div>
    </Show>
  )
}

/** Ticks every row that is shown; neither ticked nor empty while only some are. */
export function AllBox(props: { ids: readonly string[]; selection: Selection; class: string; words?: boolean }) {
  const ticked = () => props.ids.filter((id) => props.selection.has(id)).length
  const all = () => props.ids.length > 0 && ticked() === props.ids.length
  return (
    <label class={props.class}>
      <input
        type="checkbox"
        aria-label={t('selectAll')}
        checked={all()}
        ref={(box) =>
          createEffect(() => {
            box.indeterminate = ticked() > 0 && !all()
          })
        }
        onChange={(event) => props.selection.set([...props.ids], event.currentTarget.checked)}
      />
      {props.words && t('selectAll')}
    </label>
  )
}
