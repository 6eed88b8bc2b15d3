import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import { type Arranged, arranged, begun, progressOrders, progressShows } from '../../../../shared/endorsements/progress.ts'
import { type StandingKey, standingKeys, standings } from '../../../../shared/endorsements/standing.ts'
import { Known } from '../../data/known.tsx'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/endorsements.ts'
import { language } from '../../i18n/language.ts'
import { number } from '../../i18n/numbers.ts'
import { t as lists } from '../../i18n/submission-lists.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { type Column, type Sort, Table } from '../../ui/table.tsx'
import { TileMap } from '../../ui/tile-map.tsx'
import { batchOf } from '../submissions/submission-api.ts'
import { myUnit, standingsOf, type UnitProgress } from './endorsement-api.ts'
import { provincesOf } from './provinces.ts'
import { StandingBar, summed } from './standing-bar.tsx'
import { UnitHeader } from './unit-header.tsx'

/** What has not come to the unit yet: on a tablet it stands below the name, so that what the unit has to do stays in sight. */
const onTheWay = new Set<StandingKey>(['writing', 'returned', 'below'])

/** How far each unit below is in a batch: as bars, as figures, and on the map where they lie in several provinces. */
export default function StandingPage() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ show?: string; sort?: string; order?: string }>()
  const [given] = createResource(
    () => ({ batch: params.batch, organisation: myUnit() }),
    async (asked) => {
      const [batch, rows] = await Promise.all([batchOf(asked.batch), standingsOf(asked)])
      return { batch, rows }
    },
  )
  /** What stands in the address, as far as it is known. */
  const shown = (): Arranged => {
    const show = progressShows.find((key) => key === search.show)
    const sort = progressOrders.find((key) => key === search.sort)
    return { ...(show && { show }), ...(sort && { sort, order: search.order === 'descending' ? 'descending' : 'ascending' }) }
  }
  const rows = () => arranged(given.latest?.rows ?? [], shown())
  const sorted = (): Sort | null => {
    const { sort, order = 'ascending' } = shown()
    return sort ? { column: sort, direction: order } : null
  }
  const excel = () =>
    `/api/batches/${params.batch}/units/${myUnit()}/standings.xlsx?${new URLSearchParams({ language: language(), ...shown() })}`
  const columns = (): Column<UnitProgress>[] => [
    {
      key: 'name',
      title: t('unitBelow'),
      heading: true,
      sortable: true,
      gathered: true,
      cell: (row) => (
        <span class="block min-w-44" translate="no">
          {row.from.name}
        </span>
      ),
    },
    {
      key: 'bar',
      title: t('bar'),
      gathered: true,
      cell: (row) => (
        <Show when={begun(row) > 0} fallback={<Badge tone="warn">{t('silentUnit')}</Badge>}>
          <span class="inline-block w-44 max-w-full align-middle">
            <StandingBar label={row.from.name} standings={row.standings} words={false} />
          </span>
        </Show>
      ),
    },
    { key: 'started', title: t('started'), numeric: true, gathered: true, sortable: true, cell: (row) => number(begun(row)) },
    ...standingKeys.map(
      (key): Column<UnitProgress> => ({
        key,
        title: inLanguage(standings[key]),
        numeric: true,
        gathered: onTheWay.has(key),
        sortable: true,
        cell: (row) => number(row.standings[key] ?? 0),
      }),
    ),
  ]
  return (
    <Show when={!given.error} fallback={<Banner tone="bad">{sentenceOf(given.error)}</Banner>}>
      <UnitHeader
        batch={params.batch}
        called={given.latest?.batch.title}
        title={t('standing')}
        intro={t('standingIntro')}
        actions={
          <LinkButton outside href={excel()}>
            {t('exportExcel')}
          </LinkButton>
        }
      />
      <Known of={given.latest}>
        {(found) => (
          <>
            <Card title={t('altogether')}>
              <StandingBar label={t('altogether')} standings={summed(found().rows)} />
            </Card>
            <Show when={provincesOf(found().rows).length > 1}>
              <Card>
                <TileMap caption={t('byProvince')} measure={t('handedIn')} tiles={provincesOf(found().rows)} />
              </Card>
            </Show>
          </>
        )}
      </Known>
      <search class="no-print mb-4 block max-w-xs" aria-label={lists('filters')}>
        <Select
          label={t('show')}
          unmarked
          empty={t('everyUnits')}
          value={shown().show ?? null}
          options={progressShows.map((value) => ({ value, label: t(`${value}Units`) }))}
          onChange={(show) => setSearch({ show: show ?? undefined }, { replace: true })}
        />
      </search>
      <Table
        caption={t('standing')}
        rows={rows()}
        id={(row) => row.from.id}
        loading={given.loading && !given.latest}
        sort={sorted()}
        onSort={({ column, direction }) => setSearch({ sort: column, order: direction }, { replace: true })}
        columns={columns()}
        empty={<EmptyState title={t('noSuchUnit')} />}
      />
    </Show>
  )
}
