import { useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createResource, createSignal, For, Show } from 'solid-js'
import { listedStates } from '../../../../shared/submissions/states.ts'
import { Known } from '../../data/known.tsx'
import { createPaged } from '../../data/paged.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/endorsements.ts'
import { language } from '../../i18n/language.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { createSelection } from '../../ui/selection.ts'
import { asTold } from '../submissions/as-told.ts'
import { ListFilters, type Narrowing, narrows } from '../submissions/list-filters.tsx'
import { rememberList } from '../submissions/shown-list.ts'
import { batchOf, categoryTitle, type Row } from '../submissions/submission-api.ts'
import { columnsIn, SubmissionList } from '../submissions/submission-list.tsx'
import { Bulk } from './bulk.tsx'
import { type BulkAct, type Filters, filtersIn, listHref, listKey, myUnit, pageOf } from './endorsement-api.ts'
import { PlacesCard } from './places.tsx'
import { firstColumns, unitColumns } from './unit-columns.tsx'
import { UnitHeader } from './unit-header.tsx'

const acts = ['recommend', 'giveBack', 'correction', 'takeUp', 'decline', 'undo', 'remind'] as const satisfies readonly BulkAct[]

/** What passes through a unit in a batch: filtered by what stands in the address, exported as shown, said the same of several at once. */
export default function UnitList() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<Filters & { columns?: string }>()
  const filters = () => filtersIn(search as Filters)
  const [batch] = createResource(() => params.batch, batchOf)
  const read = createPaged(
    () => listKey(params.batch, filters()),
    async (_for, cursor) => {
      const page = await pageOf(params.batch, filters(), cursor)
      return { ...page, rows: page.rows as Row[] }
    },
  )
  const list = { ...read, rows: createMemo(() => asTold(read.rows(), filters().state)) }
  createEffect(() => list.settled() && rememberList(listKey(params.batch, filters()), list.rows()))
  const selection = createSelection()
  const [bulk, setBulk] = createSignal<{ act: BulkAct; ids: string[] } | null>(null)
  const [changed, setChanged] = createSignal(0)
  const called = (id: string) => list.rows().find((row) => row.id === id)?.summary.title ?? id
  const change = (next: Narrowing<Filters>) => {
    selection.clear()
    setSearch(next)
  }
  const href = (id: string) => listHref(params.batch, { ...filters(), columns: search.columns }, id)
  const columns = createMemo(() => unitColumns(() => batch.latest, href))
  const shown = () => columnsIn(search.columns, columns(), firstColumns(me()?.active?.organisation.kind, search.category !== undefined))
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
      <NotNow why={batch.latest?.notNow} />
      <Known of={batch.latest}>
        {(known) => <PlacesCard batch={known()} changed={changed()} category={(search.category as string) || undefined} />}
      </Known>
      <ListFilters
        batch={batch.latest}
        categories={(batch.latest?.categories ?? []).map(({ key }) => key)}
        states={listedStates}
        value={filters()}
        onChange={change}
        sortable={shown().includes('submittedAt')}
        onClear={() => change({ category: undefined, state: undefined, order: undefined, words: undefined })}
      />
      <SubmissionList
        caption={t('list')}
        views="endorsing"
        columns={columns()}
        shown={shown()}
        onShown={(keys) => setSearch({ columns: keys.join(',') }, { replace: true })}
        list={list}
        narrowed={narrows(filters())}
        nothing={<EmptyState title={t('listNone')}>{t('listNoneBody')}</EmptyState>}
        selection={batch.latest?.notNow ? undefined : selection}
        bulk={
          <For each={acts}>
            {(act) => (
              <Button small kind={act === 'recommend' ? 'primary' : 'secondary'} onClick={() => setBulk({ act, ids: selection.ids() })}>
                {t(act)}
              </Button>
            )}
          </For>
        }
        order={filters().order}
        onOrder={(order) => change({ order })}
      />
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
              void list.again()
            }}
          />
        )}
      </Show>
    </>
  )
}
