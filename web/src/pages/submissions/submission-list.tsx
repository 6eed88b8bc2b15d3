import { type JSX, Show } from 'solid-js'
import type { createPaged } from '../../data/paged.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/submission-lists.ts'
import { Banner } from '../../ui/banner.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
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
  selection: Selection
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
      <Show when={props.list.problem()}>{(problem) => <Banner tone="bad">{sentenceOf(problem())}</Banner>}</Show>
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
        empty={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}
        columns={props.columns}
        shown={props.shown}
        keys
        sort={props.order ? { column: 'submittedAt', direction: props.order === 'oldest' ? 'ascending' : 'descending' } : null}
        onSort={({ direction }) => props.onOrder(direction === 'ascending' ? 'oldest' : 'newest')}
      />
      <p class="no-print mt-2 hidden text-soft md:block">{t('keys')}</p>
    </>
  )
}

/** The columns that the address asks for, as far as there are such; else those that a list begins with. */
export function columnsIn(asked: string | undefined, columns: readonly Column<Row>[], first: readonly string[]): readonly string[] {
  const known = asked?.split(',').filter((key) => columns.some((column) => column.key === key)) ?? []
  return known.length > 0 ? known : first
}
