import { A, useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { sentenceOf } from '../../data/refused.ts'
import { language } from '../../i18n/language.ts'
import { number } from '../../i18n/numbers.ts'
import { t } from '../../i18n/watching.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Sort, Table } from '../../ui/table.tsx'
import { api, type HostView, watchApi } from './batch-api.ts'

const read = (batch: string, unit: string | undefined) =>
  answer(watchApi.batches[':batch'].completeness.$get({ param: { batch }, query: { ...(unit && { unit }) } }))
type Row = Awaited<ReturnType<typeof read>>['rows'][number]

const draftsOf = ({ states }: Row) => (states.draft ?? 0) + (states.returned ?? 0)
const allOf = ({ states }: Row) => Object.values(states).reduce((sum, count) => sum + count, 0)
const handedIn = (row: Row) => allOf(row) - draftsOf(row)
const recommended = ({ states }: Row) =>
  (states.recommended ?? 0) + (states.qualified ?? 0) + (states.disqualified ?? 0) + (states.awarded ?? 0) + (states.unsuccessful ?? 0)
const shareOf = (row: Row) => (allOf(row) === 0 ? -1 : handedIn(row) / allOf(row))
const orders: Record<string, (row: Row) => number> = {
  expected: (row) => row.expected ?? 0,
  started: draftsOf,
  submitted: handedIn,
  recommended,
  share: shareOf,
}

/** Who is expected, has begun and has handed in, from the units below the host down to the universities. */
export default function CompletenessPage() {
  const params = useParams<{ batch: string }>()
  const [search] = useSearchParams<{ unit?: string }>()
  const [batch] = createResource(
    () => params.batch,
    async (id) => (await answer(api.batches[':batch'].$get({ param: { batch: id } }))) as unknown as HostView,
  )
  const [given] = createResource(
    () => [params.batch, search.unit] as const,
    ([id, unit]) => read(id, unit),
  )
  const [active, setActive] = createSignal(false)
  const [sort, setSort] = createSignal<Sort | null>(null)
  const rows = () => {
    const shown = (given.latest?.rows ?? []).filter((row) => !active() || allOf(row) > 0)
    const chosen = sort()
    const by = chosen && orders[chosen.column]
    return by ? shown.toSorted((a, c) => (chosen.direction === 'ascending' ? by(a) - by(c) : by(c) - by(a))) : shown
  }
  const unit = () => given.latest?.unit
  const excel = () =>
    `/api/batches/${params.batch}/completeness.xlsx?${new URLSearchParams({ language: language(), ...(search.unit && { unit: search.unit }) })}`
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
      <div class="mb-3">
        <Checkbox label={t('onlyActive')} checked={active()} onChange={setActive} />
      </div>
      <Table
        caption={t('progress')}
        rows={rows()}
        id={(row) => row.unit.id}
        loading={given.loading && !given.latest}
        sort={sort()}
        onSort={setSort}
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
          { key: 'started', title: t('started'), numeric: true, sortable: true, cell: (row: Row) => number(draftsOf(row)) },
          { key: 'submitted', title: t('submitted'), numeric: true, sortable: true, cell: (row: Row) => number(handedIn(row)) },
          { key: 'recommended', title: t('recommended'), numeric: true, sortable: true, cell: (row: Row) => number(recommended(row)) },
          {
            key: 'share',
            title: t('completeness'),
            sortable: true,
            cell: (row: Row) => (
              <Show when={allOf(row) > 0} fallback="–">
                <span class="complete-bar">
                  <progress
                    class="progress"
                    aria-label={t('bar', { done: handedIn(row), all: allOf(row) })}
                    value={handedIn(row)}
                    max={allOf(row)}
                  />
                  <span class="tabular-nums">{number(Math.round(shareOf(row) * 100))}%</span>
                </span>
              </Show>
            ),
          },
        ]}
      />
    </>
  )
}
