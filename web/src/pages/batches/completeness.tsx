import { A, useParams, useSearchParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import {
  type Arranged,
  arranged,
  begun,
  type CompletenessOrder,
  completenessOrders,
  completenessShows,
  handedIn,
  recommended,
  share,
  unsent,
} from '../../../../shared/batches/completeness.ts'
import { answer } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/watching.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Sort, Table } from '../../ui/table.tsx'
import { api, type CompletenessRow, type HostView, watchApi } from './batch-api.ts'

const read = (batch: string, unit: string | undefined) =>
  answer(watchApi.batches[':batch'].completeness.$get({ param: { batch }, query: { ...(unit && { unit }) } }))
type Row = CompletenessRow

/** Who is expected, has begun and has handed in, from the units below the host down to the universities. */
export default function CompletenessPage() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ unit?: string; show?: string; sort?: string; order?: string }>()
  const [batch] = createResource(
    () => params.batch,
    async (id) => (await answer(api.batches[':batch'].$get({ param: { batch: id } }))) as unknown as HostView,
  )
  const [given] = createResource(
    () => [params.batch, search.unit] as const,
    ([id, unit]) => read(id, unit),
  )
  /** What stands in the address, as far as it is known. */
  const shown = (): Arranged => {
    const sort =
      search.sort !== undefined && Object.hasOwn(completenessOrders, search.sort) ? (search.sort as CompletenessOrder) : undefined
    const show = completenessShows.find((each) => each === search.show)
    return { ...(show && { show }), ...(sort && { sort, order: search.order === 'ascending' ? 'ascending' : 'descending' }) }
  }
  const rows = () => arranged(given.latest?.rows ?? [], shown())
  const sorted = (): Sort | null => {
    const { sort, order = 'descending' } = shown()
    return sort ? { column: sort, direction: order } : null
  }
  const unit = () => given.latest?.unit
  const excel = () => {
    const asked = new URLSearchParams({ language: language(), ...(search.unit && { unit: search.unit }), ...shown() })
    return `/api/batches/${params.batch}/completeness.xlsx?${asked}`
  }
  return (
    <>
      <HostedHeader
        batch={params.batch}
        known={batch.latest ?? null}
        within="completeness"
        title={search.unit ? (unit()?.name ?? t('progress')) : t('progress')}
        own={search.unit !== undefined}
        intro={t('progressIntro')}
        crumbs={search.unit ? [{ label: t('progress'), href: `/batches/${params.batch}/completeness` }] : []}
        actions={
          <LinkButton outside href={excel()}>
            {t('exportExcel')}
          </LinkButton>
        }
      />
      <Show when={given.error}>{(problem) => <Banner tone="bad">{sentenceOf(problem())}</Banner>}</Show>
      <search class="no-print mb-4 block max-w-xs" aria-label={t('showing')}>
        <Select
          label={t('showing')}
          unmarked
          empty={t('all')}
          value={shown().show ?? null}
          options={completenessShows.map((value) => ({ value, label: t(value) }))}
          onChange={(show) => setSearch({ show: show ?? undefined }, { replace: true })}
        />
      </search>
      <Table
        caption={t('progress')}
        rows={rows()}
        id={(row) => row.unit.id}
        loading={given.loading && !given.latest}
        sort={sorted()}
        onSort={({ column, direction }) => setSearch({ sort: column, order: direction }, { replace: true })}
        empty={<EmptyState title={t('noneYet')} />}
        columns={[
          {
            key: 'unit',
            title: t('unit'),
            heading: true,
            cell: (row: Row) => (
              <span translate="no">
                <Show when={row.further} fallback={row.unit.name}>
                  <A href={`/batches/${params.batch}/completeness?unit=${row.unit.id}`}>{row.unit.name}</A>
                </Show>
              </span>
            ),
          },
          ...(search.unit
            ? []
            : [
                {
                  key: 'expected',
                  title: t('expected'),
                  numeric: true,
                  sortable: true,
                  cell: (row: Row) => (row.expected === undefined ? '–' : number(row.expected)),
                },
              ]),
          {
            key: 'started',
            title: t('started'),
            numeric: true,
            sortable: true,
            cell: (row: Row) => (
              <>
                {number(unsent(row))}
                <Show when={unsent(row) > 0 && row.remindedAt}>
                  {(at) => <small class="block text-soft">{t('remindedAt', { time: moment(at()) })}</small>}
                </Show>
              </>
            ),
          },
          { key: 'submitted', title: t('submitted'), numeric: true, sortable: true, cell: (row: Row) => number(handedIn(row)) },
          { key: 'recommended', title: t('recommended'), numeric: true, sortable: true, cell: (row: Row) => number(recommended(row)) },
          {
            key: 'share',
            title: t('completeness'),
            sortable: true,
            cell: (row: Row) => (
              <Show when={begun(row) > 0} fallback="–">
                <span class="complete-bar">
                  <progress
                    class="progress"
                    aria-label={t('bar', { done: handedIn(row), all: begun(row) })}
                    value={handedIn(row)}
                    max={begun(row)}
                  />
                  <span class="tabular-nums">{number(Math.round(share(row) * 100))}%</span>
                </span>
              </Show>
            ),
          },
        ]}
      />
    </>
  )
}
