import { A, useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { type ListedState, listedStates } from '../../../../shared/submissions/states.ts'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { sentenceOf } from '../../data/refused.ts'
import { moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/submissions.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { createSelection } from '../../ui/selection.ts'
import { Table } from '../../ui/table.tsx'
import { ListFilters, type Narrowing } from './list-filters.tsx'
import { Screening } from './screening.tsx'
import { StateBadge } from './state-badge.tsx'
import { batchOf, categoryTitle, hostApi, type Row, submissionHref } from './submission-api.ts'

type Listable = Exclude<ListedState, 'draft'>
type Order = 'newest' | 'oldest'
type Narrowed = { category?: string; state?: Listable; order?: Order; unit?: string }
const states = listedStates.filter((state): state is Listable => state !== 'draft')

/** Everything that was handed in, for the host: filtered by what stands in the address, exported as shown, screened one by one or together. */
export default function HostList() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<Narrowed>()
  const filters = (): Narrowed => ({
    ...(search.category && { category: search.category }),
    ...(search.state && { state: search.state }),
    ...(search.order && { order: search.order }),
    ...(search.unit && { unit: search.unit }),
  })
  const [batch] = createResource(() => params.batch, batchOf)
  const list = createPaged(
    () => JSON.stringify([params.batch, filters()]),
    (_for, cursor) =>
      answer(
        hostApi.batches[':batch'].submissions.$get({
          param: { batch: params.batch },
          query: { ...filters(), limit: '100', ...(cursor && { cursor }) },
        }),
      ),
  )
  const selection = createSelection()
  const [screening, setScreening] = createSignal<{ outcome: 'qualified' | 'disqualified'; ids: string[] } | null>(null)
  const chosen = () => batch.latest?.categories.filter(({ title }) => title) ?? []
  const exportHref = () => `/api/batches/${params.batch}/submissions.xlsx?${new URLSearchParams({ ...filters(), language: language() })}`
  const called = (id: string) => (list.rows() as readonly Row[]).find((row) => row.id === id)?.summary.title ?? id
  const change = (next: Narrowing<Narrowed>) => {
    selection.clear()
    setSearch(next)
  }
  return (
    <>
      <HostedHeader
        batch={params.batch}
        known={batch.latest ?? null}
        title={t('all')}
        intro={t('allIntro')}
        actions={
          <LinkButton outside href={exportHref()}>
            {t('exportExcel')}
          </LinkButton>
        }
      />
      <ListFilters
        orders={{ newest: t('newest'), oldest: t('oldest') }}
        batch={batch.latest}
        categories={chosen().map(({ key }) => key)}
        states={states}
        value={filters()}
        onChange={change}
        onClear={() => change({ category: undefined, state: undefined, order: undefined, unit: undefined })}
      />
      <Show when={list.problem()}>{(problem) => <Banner tone="bad">{sentenceOf(problem())}</Banner>}</Show>
      <Table
        caption={t('all')}
        loading={list.loading() && list.rows().length === 0}
        rows={list.rows() as readonly Row[]}
        id={(row) => row.id}
        name={(row) => row.summary.title}
        selection={selection}
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
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        onAll={() => void list.all()}
        empty={<EmptyState title={t('allNone')}>{t('allNoneBody')}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('name'),
            heading: true,
            cell: ({ id, summary }: Row) => (
              <A translate="no" href={submissionHref({ batch: params.batch, submission: id })}>
                {summary.title}
              </A>
            ),
          },
          { key: 'receipt', title: t('receiptNumber'), cell: ({ summary }: Row) => <span translate="no">{summary.receipt ?? '–'}</span> },
          { key: 'category', title: t('category'), cell: ({ summary }: Row) => categoryTitle(batch.latest, summary.category) },
          {
            key: 'unit',
            title: t('unit'),
            cell: ({ summary }: Row) => (
              <span translate="no">{[...new Set([summary.unit.name, summary.institution.name])].join(' · ')}</span>
            ),
          },
          { key: 'state', title: t('state'), cell: ({ summary }: Row) => <StateBadge state={summary.state} /> },
          { key: 'order', title: t('rank'), numeric: true, cell: ({ summary }: Row) => summary.order ?? '–' },
          {
            key: 'at',
            title: t('submittedAt'),
            cell: ({ summary }: Row) => (summary.submittedAt ? moment(summary.submittedAt) : '–'),
          },
        ]}
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
