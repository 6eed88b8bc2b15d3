import { type JSX, Show } from 'solid-js'
import type { createPaged } from '../../data/paged.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/submission-lists.ts'
import { Button } from '../../ui/button.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { type Column, type Selection, Table } from '../../ui/table.tsx'
import { SavedViews } from './saved-views.tsx'
import type { Row } from './submission-api.ts'

type Order = 'newest' | 'oldest'

/** A list of submissions as an officer works in it all day: columns and views to choose, keys, several ticked at once. */
export function SubmissionList(props: {
  caption: string
  /** Under what name views of it are kept. */
  views: string
  columns: readonly Column<Row>[]
  /** Keys of the columns shown. */
  shown: readonly string[]
  onShown: (keys: readonly string[]) => void
  list: ReturnType<typeof createPaged<Row, string>>
  /** Whether filters narrow it. */
  narrowed: boolean
  /** What is said where there is nothing at all yet. */
  nothing: JSX.Element
  /** What is done with several; not where nothing can be done. */
  selection: Selection | undefined
  bulk: JSX.Element
  order: Order | undefined
  onOrder: (order: Order) => void
}) {
  return (
    <>
      <div class="no-print mb-3 flex flex-wrap justify-end gap-2">
        <SavedViews of={props.views} />
        <ColumnChooser columns={props.columns} shown={props.shown} onChange={props.onShown} />
      </div>
      <Show when={props.list.looked().looked !== undefined && props.list.settled()}>
        <p class="no-print mb-3 flex flex-wrap items-center gap-3" role="status">
          {lookedThrough(props.list)}
          <Show when={props.list.more()}>
            <Button small busy={props.list.loading()} onClick={() => void props.list.next()}>
              {t('lookOn')}
            </Button>
          </Show>
        </p>
      </Show>
      <NotRead list={props.list} />
      <Table
        caption={props.caption}
        loading={props.list.loading() && props.list.rows().length === 0}
        rows={props.list.rows()}
        id={(row) => row.id}
        name={(row) => row.summary.title}
        selection={props.selection}
        bulk={props.bulk}
        more={props.list.more()}
        loadingMore={props.list.loading()}
        onMore={() => void props.list.next()}
        onAll={() => void props.list.all()}
        empty={
          <Show when={!props.list.problem()}>
            <Show when={props.narrowed || props.list.more()} fallback={props.nothing}>
              <EmptyState title={t(props.list.more() ? 'noneYet' : 'none')}>{t(props.list.more() ? 'noneYetBody' : 'noneBody')}</EmptyState>
            </Show>
          </Show>
        }
        columns={props.columns}
        shown={props.shown}
        keys
        sort={props.order ? { column: 'submittedAt', direction: props.order === 'oldest' ? 'ascending' : 'descending' } : null}
        onSort={({ direction }) => props.onOrder(direction === 'ascending' ? 'oldest' : 'newest')}
      />
      <p class="by-keys no-print mt-2 text-soft">{t('keys')}</p>
    </>
  )
}

/** How far a list was looked through for words, and what was found. */
function lookedThrough({ looked, rows, more }: ReturnType<typeof createPaged<Row, string>>): string {
  const { looked: count = 0, of } = looked()
  const said = { looked: number(count), of: number(of ?? 0), found: number(rows().length) }
  return t(!more() ? 'lookedAll' : of === undefined ? 'lookedSoFar' : 'lookedOf', said)
}

/** The columns that the address asks for, as far as there are such; else those that a list begins with. */
export function columnsIn(asked: string | undefined, columns: readonly Column<Row>[], first: readonly string[]): readonly string[] {
  const known = asked?.split(',').filter((key) => columns.some((column) => column.key === key)) ?? []
  return known.length > 0 ? known : first
}
