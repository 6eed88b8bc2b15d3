import { useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createResource, createSignal, Show } from 'solid-js'
import { between } from '../../../../shared/text.ts'
import { createPaged } from '../../data/paged.ts'
import { searchUnits, unitName } from '../../data/search-units.ts'
import { language } from '../../i18n/language.ts'
import { quoted } from '../../i18n/quoting.tsx'
import { t as lists } from '../../i18n/submission-lists.ts'
import { t } from '../../i18n/submissions.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotNow } from '../../ui/not-now.tsx'
import { OrganisationPicker } from '../../ui/organisation-picker.tsx'
import { createSelection } from '../../ui/selection.ts'
import type { Column } from '../../ui/table.tsx'
import { asTold } from './as-told.ts'
import { handedUpHref, hostHref, hostKey, hostPage, listable, type Narrowed, narrowedIn, type Shown } from './host-filters.ts'
import { listColumns } from './list-columns.tsx'
import { ListFilters, type Narrowing, narrows } from './list-filters.tsx'
import { Screening } from './screening.tsx'
import { rememberList } from './shown-list.ts'
import { StateBadge } from './state-badge.tsx'
import { type BatchShown, batchOf, type Row } from './submission-api.ts'
import { columnsIn, SubmissionList } from './submission-list.tsx'

/** Everything that was handed in, for the host: filtered by what stands in the address, exported as shown, screened one by one or together. */
export default function HostList() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<Shown>()
  const filters = () => narrowedIn(search as Narrowed)
  const [batch] = createResource(() => params.batch, batchOf)
  const read = createPaged(
    () => hostKey(params.batch, filters()),
    async (_for, cursor) => {
      const page = await hostPage(params.batch, filters(), cursor)
      return { ...page, rows: page.rows as Row[] }
    },
  )
  const list = { ...read, rows: createMemo(() => asTold(read.rows(), filters().state)) }
  createEffect(() => list.settled() && rememberList(hostKey(params.batch, filters()), list.rows()))
  const selection = createSelection()
  const [screening, setScreening] = createSignal<{ outcome: 'qualified' | 'disqualified'; ids: string[] } | null>(null)
  const chosen = () => batch.latest?.categories.filter(({ title }) => title) ?? []
  const called = (id: string) => list.rows().find((row) => row.id === id)?.summary.title ?? id
  const change = (next: Narrowing<Narrowed>) => {
    selection.clear()
    setSearch(next)
  }
  const columns = createMemo(() =>
    hostColumns(
      () => batch.latest,
      (id) => hostHref(params.batch, search as Shown, id),
    ),
  )
  const shown = () => columnsIn(search.columns, columns(), firstColumns)
  const exportHref = () => {
    const asked = new URLSearchParams({ ...filters(), columns: shown().join(','), language: language() })
    return `/api/batches/${params.batch}/submissions.xlsx?${asked}`
  }
  const [unit] = createResource(
    () => filters().unit,
    async (id) => ({ id, name: (await unitName(id).catch(() => undefined)) ?? id }),
  )
  /** Not read while it is on its way: the page would wait for a name. */
  const recommending = () => {
    const found = unit.state === 'ready' ? unit() : undefined
    return found && found.id === filters().unit ? found : null
  }
  return (
    <>
      <HostedHeader
        batch={params.batch}
        known={batch.latest ?? null}
        title={t('all')}
        intro={t('allIntro')}
        actions={
          <>
            <Show when={filters().unit && filters().category}>
              <LinkButton href={handedUpHref(params.batch, filters().unit ?? '', filters().category ?? '')}>{t('rankedList')}</LinkButton>
            </Show>
            <LinkButton outside href={exportHref()}>
              {t('exportExcel')}
            </LinkButton>
          </>
        }
      />
      <NotNow why={batch.latest?.notNow} />
      <ListFilters
        batch={batch.latest}
        categories={chosen().map(({ key }) => key)}
        states={listable}
        value={filters()}
        onChange={change}
        sortable={shown().includes('submittedAt')}
        further={(() => {
          const of = recommending()
          return of
            ? [{ key: 'unit', label: [lists('recommending'), quoted(of.name)].join(between), clear: () => change({ unit: undefined }) }]
            : []
        })()}
        onClear={() => change({ category: undefined, state: undefined, order: undefined, unit: undefined, words: undefined })}
      >
        <OrganisationPicker
          label={lists('recommending')}
          unmarked
          value={recommending()}
          onChange={(found) => change({ unit: found?.id })}
          search={searchUnits}
        />
      </ListFilters>
      <SubmissionList
        caption={t('all')}
        views="hosted"
        columns={columns()}
        shown={shown()}
        onShown={(keys) => setSearch({ columns: keys.join(',') }, { replace: true })}
        list={list}
        narrowed={narrows(filters())}
        nothing={<EmptyState title={t('allNone')}>{t('allNoneBody')}</EmptyState>}
        selection={batch.latest?.notNow ? undefined : selection}
        bulk={
          <>
            <Button small onClick={() => setScreening({ outcome: 'qualified', ids: selection.ids() })}>
              {t('qualify')}
            </Button>
            <Button small kind="danger" onClick={() => setScreening({ outcome: 'disqualified', ids: selection.ids() })}>
              {t('disqualify')}
            </Button>
          </>
        }
        order={filters().order}
        onOrder={(order) => change({ order })}
      />
      <Show when={screening()} keyed>
        {(asked) => (
          <Screening
            batch={params.batch}
            name={called}
            {...asked}
            onClose={() => setScreening(null)}
            onDone={() => {
              selection.clear()
              void list.again()
            }}
          />
        )}
      </Show>
    </>
  )
}

/** The columns of the host's list, in the order in which they stand. */
function hostColumns(batch: () => BatchShown | undefined, href: (id: string) => string): Column<Row>[] {
  const { title, receipt, unit, institution, category, submittedAt } = listColumns(batch, href)
  return [
    title,
    receipt,
    category,
    unit,
    institution,
    { key: 'state', title: t('state'), cell: ({ summary }) => <StateBadge state={summary.state} /> },
    { key: 'order', title: t('rank'), numeric: true, cell: ({ summary }) => summary.order ?? '–' },
    submittedAt,
  ]
}
const firstColumns = ['title', 'receipt', 'category', 'unit', 'institution', 'state', 'order', 'submittedAt']
