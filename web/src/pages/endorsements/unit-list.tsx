import { useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { listedStates } from '../../../../shared/submissions/states.ts'
import { createKept } from '../../data/kept.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/endorsements.ts'
import { language } from '../../i18n/language.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ColumnChooser } from '../../ui/column-chooser.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { createSelection } from '../../ui/selection.ts'
import { Table } from '../../ui/table.tsx'
import { toastError } from '../../ui/toast.tsx'
import { ListFilters, type Narrowing } from '../submissions/list-filters.tsx'
import { batchOf, categoryTitle, type Row } from '../submissions/submission-api.ts'
import { Bulk } from './bulk.tsx'
import { type BulkAct, type Filters, filtersIn, myUnit, pageOf } from './endorsement-api.ts'
import { firstColumns, listColumns } from './list-columns.tsx'
import { PlacesCard } from './places.tsx'
import { SavedViews } from './saved-views.tsx'
import { rememberList } from './shown-list.ts'
import { UnitHeader } from './unit-header.tsx'

const acts = ['recommend', 'giveBack', 'correction', 'takeUp', 'decline', 'undo', 'remind'] as const satisfies readonly BulkAct[]

/** What passes through a unit in a batch: filtered by what stands in the address, exported as shown, said the same of several at once. */
export default function UnitList() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<Filters & { columns?: string }>()
  const filters = () => filtersIn(search as Filters)
  const [batch] = createResource(() => params.batch, batchOf)
  const [given, { mutate, refetch }] = createKept(
    () => JSON.stringify([params.batch, filters()]),
    () => pageOf(params.batch, filters()),
  )
  const rows = () => (given.latest?.rows ?? []) as Row[]
  createEffect(() =>
    rememberList(
      params.batch,
      filters(),
      rows().map(({ id, summary }) => ({ id, title: summary.title, unit: summary.unit.name })),
    ),
  )
  const [more, setMore] = createSignal(false)
  /** Reads further pages of the list that is shown; another filter meanwhile ends it. */
  const goOn = async (pages: number) => {
    const of = JSON.stringify([params.batch, filters()])
    setMore(true)
    try {
      for (let page = 0; page < pages && given.latest?.cursor; page++) {
        const next = await pageOf(params.batch, filters(), given.latest.cursor)
        if (of !== JSON.stringify([params.batch, filters()])) return
        mutate((all) => ({ ...next, rows: [...(all?.rows ?? []), ...next.rows] }))
      }
    } catch (error) {
      toastError(error)
    } finally {
      setMore(false)
    }
  }
  const selection = createSelection()
  const [bulk, setBulk] = createSignal<{ act: BulkAct; ids: string[] } | null>(null)
  const [changed, setChanged] = createSignal(0)
  const called = (id: string) => rows().find((row) => row.id === id)?.summary.title ?? id
  const change = (next: Narrowing<Filters>) => {
    selection.clear()
    setSearch(next)
  }
  const columns = createMemo(() => listColumns(() => batch.latest, filters))
  const shown = () => {
    const asked = search.columns?.split(',').filter((key) => columns().some((column) => column.key === key)) ?? []
    return asked.length > 0 ? asked : firstColumns(me()?.active?.organisation.kind, search.category !== undefined)
  }
  const exportHref = () => {
    const asked = new URLSearchParams({ ...filters(), columns: shown().join(','), language: language() })
    return `/api/batches/${params.batch}/units/${myUnit()}/submissions.xlsx?${asked}`
  }
  return (
    <>
      <UnitHeader
        batch={params.batch}
        called={batch.latest?.title}
        title={t('list')}
        intro={t('listIntro')}
        actions={
          <LinkButton outside href={exportHref()}>
            {t('exportExcel')}
          </LinkButton>
        }
      />
      <Show when={batch.latest}>
        {(known) => (
          <PlacesCard
            batch={known()}
            changed={changed()}
            category={(search.category as string) || undefined}
            present={rows().map(({ summary }) => summary.category)}
          />
        )}
      </Show>
      <ListFilters
        orders={{ newest: t('newest'), oldest: t('oldest') }}
        batch={batch.latest}
        categories={(batch.latest?.categories ?? []).map(({ key }) => key)}
        states={listedStates}
        value={filters()}
        onChange={change}
        onClear={() => change({ category: undefined, state: undefined, order: undefined })}
      />
      <div class="no-print mb-3 flex flex-wrap justify-end gap-2">
        <SavedViews of="endorsing" />
        <ColumnChooser columns={columns()} shown={shown()} onChange={(keys) => setSearch({ columns: keys.join(',') }, { replace: true })} />
      </div>
      <Table
        caption={t('list')}
        loading={given.loading && !given.latest}
        rows={rows()}
        id={(row) => row.id}
        name={(row) => row.summary.title}
        selection={selection}
        bulk={
          <For each={acts}>
            {(act) => (
              <Button small kind={act === 'recommend' ? 'primary' : 'secondary'} onClick={() => setBulk({ act, ids: selection.ids() })}>
                {t(act)}
              </Button>
            )}
          </For>
        }
        more={given.latest?.cursor !== undefined}
        loadingMore={more()}
        onMore={() => void goOn(1)}
        onAll={() => void goOn(Number.POSITIVE_INFINITY)}
        empty={<EmptyState title={t('listNone')}>{t('listNoneBody')}</EmptyState>}
        columns={columns()}
        shown={shown()}
        keys
        sort={filters().order ? { column: 'submittedAt', direction: filters().order === 'oldest' ? 'ascending' : 'descending' } : null}
        onSort={({ direction }) => change({ order: direction === 'ascending' ? 'oldest' : 'newest' })}
      />
      <p class="no-print mt-2 hidden text-soft md:block">{t('keys')}</p>
      <Show when={bulk()} keyed>
        {(asked) => (
          <Bulk
            batch={params.batch}
            title={(category) => categoryTitle(batch.latest, category)}
            stages={batch.latest?.stages ?? []}
            name={called}
            {...asked}
            onClose={() => setBulk(null)}
            onDone={() => {
              selection.clear()
              setChanged(changed() + 1)
              void refetch()
            }}
          />
        )}
      </Show>
    </>
  )
}
