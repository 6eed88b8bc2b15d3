import { A, useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { type ListedState, listedStates, submissionStates } from '../../../../shared/submissions/states.ts'
import { answer } from '../../data/client.ts'
import { moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { createSelection } from '../../ui/selection.ts'
import { Table } from '../../ui/table.tsx'
import { Screening } from './screening.tsx'
import { StateBadge } from './state-badge.tsx'
import { batchOf, categoryTitle, hostApi, type Row, submissionHref } from './submission-api.ts'

type Listable = Exclude<ListedState, 'draft'>
type Order = 'newest' | 'oldest'
type Filters = { category?: string; state?: Listable; order?: Order; unit?: string }
const states = listedStates.filter((state): state is Listable => state !== 'draft')

/** Everything that was handed in, for the host: filtered by what stands in the address, exported as shown, screened one by one or together. */
export default function HostList() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<Filters>()
  const filters = (): Filters => ({
    ...(search.category && { category: search.category }),
    ...(search.state && { state: search.state }),
    ...(search.order && { order: search.order }),
    ...(search.unit && { unit: search.unit }),
  })
  const [batch] = createResource(() => params.batch, batchOf)
  const page = (cursor?: string) =>
    answer(
      hostApi.batches[':batch'].submissions.$get({
        param: { batch: params.batch },
        query: { ...filters(), limit: '50', ...(cursor && { cursor }) },
      }),
    )
  const [given, { mutate, refetch }] = createResource(
    () => JSON.stringify([params.batch, filters()]),
    () => page(),
  )
  const [more, setMore] = createSignal(false)
  const goOn = async () => {
    setMore(true)
    const next = await page(given.latest?.cursor)
    mutate((all) => ({ ...next, rows: [...(all?.rows ?? []), ...next.rows] }))
    setMore(false)
  }
  const selection = createSelection()
  const [screening, setScreening] = createSignal<{ outcome: 'qualified' | 'disqualified'; ids: string[] } | null>(null)
  const chosen = () => batch.latest?.categories.filter(({ title }) => title) ?? []
  const exportHref = () => `/api/batches/${params.batch}/submissions.xlsx?${new URLSearchParams({ ...filters(), language: language() })}`
  const change = (next: Filters) => {
    selection.clear()
    setSearch(next)
  }
  return (
    <>
      <PageHeader
        title={t('all')}
        crumbs={[{ label: batch.latest?.title ?? t('batchPage'), href: `/batches/${params.batch}`, own: true }]}
        intro={t('allIntro')}
        actions={
          <LinkButton outside href={exportHref()}>
            {t('exportExcel')}
          </LinkButton>
        }
      />
      <search class="no-print mb-4 grid gap-4 sm:grid-cols-3" aria-label={t('filters')}>
        <Select
          label={t('category')}
          unmarked
          value={search.category ?? null}
          empty={t('any')}
          options={chosen().map(({ key }) => ({ value: key, label: categoryTitle(batch.latest, key) }))}
          onChange={(category) => change({ category: category ?? undefined })}
        />
        <Select
          label={t('state')}
          unmarked
          value={search.state ?? null}
          empty={t('any')}
          options={states.map((state) => ({ value: state, label: inLanguage(submissionStates[state]) }))}
          onChange={(state) => change({ state: state ?? undefined })}
        />
        <Select
          label={t('order')}
          unmarked
          value={search.order ?? null}
          empty={t('fitting')}
          options={[
            { value: 'newest' as Order, label: t('newest') },
            { value: 'oldest' as Order, label: t('oldest') },
          ]}
          onChange={(order) => change({ order: order ?? undefined })}
        />
      </search>
      <Table
        caption={t('all')}
        loading={given.loading && !given.latest}
        rows={(given.latest?.rows ?? []) as Row[]}
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
        more={given.latest?.cursor !== undefined}
        loadingMore={more()}
        onMore={goOn}
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
            {...asked}
            onClose={() => setScreening(null)}
            onDone={() => {
              selection.clear()
              void refetch()
            }}
          />
        )}
      </Show>
    </>
  )
}
