import { For, type JSX, Show } from 'solid-js'
import ArrowDown from '~icons/lucide/arrow-down'
import ArrowUp from '~icons/lucide/arrow-up'
import ArrowUpDown from '~icons/lucide/arrow-up-down'
import { t } from '../i18n/ui-lists.ts'
import { Button } from './button.tsx'
import { AllBox, CardsBar } from './cards-bar.tsx'
import { EmptyState } from './empty-state.tsx'
import { listKeys } from './list-keys.ts'
import { scrollsByKeys } from './scroll-frame.ts'
import { SkeletonTable } from './skeleton.tsx'
import { TableBlocks } from './table-blocks.tsx'

/** A list that is longer draws only what is near the window. */
const drawnWhole = 150

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => JSX.Element
  /** The cell that names the row; the first column if none says so. */
  heading?: boolean
  numeric?: boolean
  sortable?: boolean
  /** Buttons of the row: no label in front of them on a phone. */
  actions?: boolean
  /** On a tablet, columns with this that follow one another stand one below the other in one, so that what one acts in stays in sight. */
  gathered?: boolean
  /** On a phone it stands below its title, and has the whole width: a number that is not to be broken. */
  below?: boolean
}
export type Sort = { column: string; direction: 'ascending' | 'descending' }
export type Selection = { has: (id: string) => boolean; size: number; set: (ids: string[], on: boolean) => void; clear: () => void }

type TableProps<Row> = {
  /** What the table holds, for those who do not see it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  id: (row: Row) => string
  name?: (row: Row) => string
  /** Keys of the columns shown, in the order of `columns`; all if absent. */
  shown?: readonly string[]
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  selection?: Selection
  /** Acts on what is selected; stands above the table while something is. */
  bulk?: JSX.Element
  loading?: boolean
  empty?: JSX.Element
  /** There are further rows behind a cursor. */
  more?: boolean
  loadingMore?: boolean
  onMore?: () => void
  /** Reads all that is left, page after page: to print it, or to search in it with the browser. */
  onAll?: () => void
  /** Stays a table on a phone and scrolls, instead of turning into cards. */
  wide?: boolean
  /** Tighter rows, for those who read lists all day. */
  dense?: boolean
  /** Works with j, k, x and o; for the one list a page is about. */
  keys?: boolean
  foot?: JSX.Element
}

/** A list of records: sortable, selectable, paged by a cursor; on a phone every row is a card. */
export function Table<Row>(props: TableProps<Row>) {
  const columns = () => props.columns.filter(({ key }) => props.shown?.includes(key) ?? true)
  const heading = () => columns().find((column) => column.heading) ?? columns()[0]
  const ids = () => props.rows.map(props.id)
  let frame: HTMLDivElement | undefined
  if (props.keys) listKeys(() => frame)
  scrollsByKeys(
    () => frame,
    () => props.caption,
  )
  const long = () => props.rows.length > drawnWhole
  const body = (row: Row, index?: () => number) => (
    <BodyRow
      row={row}
      index={index?.()}
      id={props.id}
      name={props.name}
      selection={props.selection}
      columns={columns()}
      heading={heading()?.key}
    />
  )
  return (
    <div class="table-frame" classList={{ 'cards-frame': !props.wide }} ref={frame}>
      <Show when={!props.wide}>
        <CardsBar columns={columns()} ids={ids()} selection={props.selection} sort={props.sort} onSort={props.onSort} />
      </Show>
      <Show when={(props.selection?.size ?? 0) > 0}>
        <div class="table-bar table-bulk" role="status">
          <span>
            {t('selected', { count: props.selection?.size ?? 0 })}{' '}
            <Button kind="quiet" small onClick={() => props.selection?.clear()}>
              {t('clearSelection')}
            </Button>
          </span>
          <span class="table-acts">{props.bulk}</span>
        </div>
      </Show>
      <table
        class="table"
        classList={{ 'table-cards': !props.wide, 'table-dense': props.dense, 'table-long': long() }}
        aria-busy={props.loading}
        aria-rowcount={long() ? props.rows.length + 1 : undefined}
      >
        <caption class="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            <Show when={props.selection}>
              {(selection) => (
                <th class="select" scope="col">
                  <AllBox class="select-target" ids={ids()} selection={selection()} />
                </th>
              )}
            </Show>
            <For each={columns()}>{(column) => <HeadCell column={column} sort={props.sort} onSort={props.onSort} />}</For>
          </tr>
        </thead>
        <Show
          when={long()}
          fallback={
            <tbody>
              <For each={props.rows}>{(row) => body(row)}</For>
            </tbody>
          }
        >
          <TableBlocks rows={props.rows} columns={columns().length + (props.selection ? 1 : 0)}>
            {(row, index) => body(row, index)}
          </TableBlocks>
        </Show>
        {props.foot}
      </table>
      <Show when={props.loading}>
        <SkeletonTable rows={8} />
      </Show>
      <Show when={!props.loading && props.rows.length === 0}>{props.empty ?? <EmptyState title={t('empty')} />}</Show>
      <Show when={props.rows.length > 0 && (props.more || props.onMore)}>
        <div class="table-bar">
          <span>{t('shown', { count: props.rows.length })}</span>
          <Show when={props.more}>
            <span class="flex flex-wrap gap-2">
              <Button small busy={props.loadingMore} onClick={() => props.onMore?.()}>
                {t('more')}
              </Button>
              <Show when={props.onAll}>
                <Button small kind="quiet" disabled={props.loadingMore} onClick={() => props.onAll?.()}>
                  {t('all')}
                </Button>
              </Show>
            </span>
          </Show>
        </div>
      </Show>
    </div>
  )
}

function BodyRow<Row>(
  props: Pick<TableProps<Row>, 'id' | 'name' | 'selection' | 'columns'> & {
    row: Row
    heading: string | undefined
    index: number | undefined
  },
) {
  const id = () => props.id(props.row)
  return (
    <tr
      data-row={id()}
      aria-selected={props.selection?.has(id()) ? 'true' : undefined}
      aria-rowindex={props.index === undefined ? undefined : props.index + 2}
    >
      <Show when={props.selection}>
        <td class="select">
          <label class="select-target">
            <input
              type="checkbox"
              translate="no"
              aria-label={t('selectRow', { name: props.name?.(props.row) ?? id() })}
              checked={props.selection?.has(id())}
              onChange={(event) => props.selection?.set([id()], event.currentTarget.checked)}
            />
          </label>
        </td>
      </Show>
      <For each={props.columns}>{(column) => <BodyCell column={column} row={props.row} heading={column.key === props.heading} />}</For>
    </tr>
  )
}

function HeadCell<Row>(props: { column: Column<Row>; sort?: Sort | null; onSort?: (sort: Sort) => void }) {
  const current = () => (props.sort?.column === props.column.key ? props.sort.direction : undefined)
  return (
    <th scope="col" classList={{ numeric: props.column.numeric, gathered: props.column.gathered }} aria-sort={current()}>
      <Show
        when={props.column.sortable && props.onSort}
        fallback={<span classList={{ 'sr-only': props.column.actions }}>{props.column.title}</span>}
      >
        <button
          type="button"
          class="table-sort"
          title={t('sortBy', { column: props.column.title })}
          onClick={() => props.onSort?.({ column: props.column.key, direction: current() === 'ascending' ? 'descending' : 'ascending' })}
        >
          {props.column.title}
          <Show when={current()} fallback={<ArrowUpDown />}>
            {current() === 'ascending' ? <ArrowUp /> : <ArrowDown />}
          </Show>
        </button>
      </Show>
    </th>
  )
}

function BodyCell<Row>(props: { column: Column<Row>; row: Row; heading: boolean }) {
  return (
    <Show
      when={!props.heading}
      fallback={
        <th scope="row" classList={{ numeric: props.column.numeric, gathered: props.column.gathered }}>
          {props.column.cell(props.row)}
        </th>
      }
    >
      <td
        classList={{
          numeric: props.column.numeric,
          actions: props.column.actions,
          gathered: props.column.gathered,
          below: props.column.below,
        }}
        data-label={props.column.title}
      >
        <span>{props.column.cell(props.row)}</span>
      </td>
    </Show>
  )
}
