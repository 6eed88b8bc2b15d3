import { A, useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createResource, createSignal, For, Show } from 'solid-js'
import { submissionStates } from '../../../../shared/submissions/states.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { language } from '../../i18n/language.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { createSelection } from '../../ui/selection.ts'
import { Table } from '../../ui/table.tsx'
import { StateBadge } from '../submissions/state-badge.tsx'
import { batchOf, categoryTitle, type Row } from '../submissions/submission-api.ts'
import { Bulk } from './bulk.tsx'
import { type Act, type Filters, filtersIn, type Listable, listHref, myUnit, pageOf } from './endorsement-api.ts'
import { PlacesCard } from './places.tsx'
import { rememberList } from './shown-list.ts'

const states = Object.keys(submissionStates).filter((state): state is Listable => state !== 'discarded')
/** Who has it, where that can be told from the list: the applicant's institution or the host. */
const whereElse = ({ holder, institution, state }: Row['summary']): string | undefined => {
  if (state !== 'submitted' && state !== 'recommended') return undefined
  if (holder === 'host') return t('atHost')
  return holder === institution.id ? t('at', { unit: institution.name }) : undefined
}
const acts = ['recommend', 'giveBack', 'decline', 'undo'] as const satisfies readonly Act[]

/** What passes through a unit in a batch: filtered by what stands in the address, exported as shown, said the same of several at once. */
export default function UnitList() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<Filters>()
  const filters = () => filtersIn(search as Filters)
  const [batch] = createResource(() => params.batch, batchOf)
  const [given, { mutate, refetch }] = createResource(
    () => JSON.stringify([params.batch, filters()]),
    () => pageOf(params.batch, filters()),
  )
  const rows = () => (given.latest?.rows ?? []) as Row[]
  createEffect(() =>
    rememberList(
      params.batch,
      filters(),
      rows().map(({ id }) => id),
    ),
  )
  const [more, setMore] = createSignal(false)
  const goOn = async () => {
    setMore(true)
    const next = await pageOf(params.batch, filters(), given.latest?.cursor)
    mutate((all) => ({ ...next, rows: [...(all?.rows ?? []), ...next.rows] }))
    setMore(false)
  }
  const selection = createSelection()
  const [bulk, setBulk] = createSignal<{ act: Act; ids: string[] } | null>(null)
  const [changed, setChanged] = createSignal(0)
  const change = (next: Filters) => {
    selection.clear()
    setSearch(next)
  }
  const exportHref = () =>
    `/api/batches/${params.batch}/units/${myUnit()}/submissions.xlsx?${new URLSearchParams({ ...filters(), language: language() })}`
  return (
    <>
      <PageHeader
        title={t('list')}
        crumbs={[
          { label: t('recommending'), href: '/recommending' },
          { label: batch.latest?.title ?? '', href: `/batches/${params.batch}`, own: true },
        ]}
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
      <search class="no-print mb-4 grid gap-4 sm:grid-cols-3" aria-label={t('filters')}>
        <Select
          label={t('category')}
          unmarked
          value={(search.category as string | undefined) ?? null}
          empty={t('any')}
          options={(batch.latest?.categories ?? []).map(({ key }) => ({ value: key, label: categoryTitle(batch.latest, key) }))}
          onChange={(category) => change({ category: category ?? undefined })}
        />
        <Select
          label={t('state')}
          unmarked
          value={filters().state ?? null}
          empty={t('any')}
          options={states.map((state) => ({ value: state, label: inLanguage(submissionStates[state]) }))}
          onChange={(state) => change({ state: state ?? undefined })}
        />
        <Select
          label={t('order')}
          unmarked
          value={filters().order ?? null}
          empty={t('fitting')}
          options={[
            { value: 'newest' as const, label: t('newest') },
            { value: 'oldest' as const, label: t('oldest') },
          ]}
          onChange={(order) => change({ order: order ?? undefined })}
        />
      </search>
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
        onMore={goOn}
        empty={<EmptyState title={t('listNone')}>{t('listNoneBody')}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('name'),
            heading: true,
            cell: ({ id, summary }: Row) => (
              <A translate="no" href={listHref(params.batch, filters(), id)}>
                {summary.title}
              </A>
            ),
          },
          {
            key: 'unit',
            title: t('unit'),
            cell: ({ summary }: Row) => (
              <span translate="no">
                {summary.unit.name}
                <Show when={summary.institution.id !== summary.unit.id}>
                  <small class="block text-soft">{summary.institution.name}</small>
                </Show>
              </span>
            ),
          },
          ...(search.category
            ? []
            : [{ key: 'category', title: t('category'), cell: ({ summary }: Row) => categoryTitle(batch.latest, summary.category) }]),
          {
            key: 'state',
            title: t('state'),
            cell: ({ summary }: Row) => (
              <Show
                when={summary.holder !== myUnit() || summary.state !== 'submitted'}
                fallback={<Badge tone="warn">{t('withYou')}</Badge>}
              >
                <span class="flex flex-col items-start gap-1">
                  <StateBadge state={summary.state} />
                  <Show when={whereElse(summary)}>
                    {(where) => (
                      <small class="text-soft" translate="no">
                        {where()}
                      </small>
                    )}
                  </Show>
                </span>
              </Show>
            ),
          },
          {
            key: 'progress',
            title: t('progress'),
            numeric: true,
            cell: ({ summary }: Row) => t('done', { done: summary.sectionsDone, all: summary.sections }),
          },
          {
            key: 'at',
            title: t('submittedAt'),
            cell: ({ summary }: Row) => (summary.submittedAt ? moment(summary.submittedAt) : '–'),
          },
        ]}
      />
      <Show when={bulk()} keyed>
        {(asked) => (
          <Bulk
            batch={params.batch}
            title={(category) => categoryTitle(batch.latest, category)}
            stages={batch.latest?.stages ?? []}
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
