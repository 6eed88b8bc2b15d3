import { useParams, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, Show } from 'solid-js'
import { type StandingKey, standingKeys, standings } from '../../../../shared/endorsements/standing.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/endorsements.ts'
import { number } from '../../i18n/numbers.ts'
import { t as lists } from '../../i18n/submission-lists.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { type Column, type Sort, Table } from '../../ui/table.tsx'
import { type Tile, TileMap } from '../../ui/tile-map.tsx'
import { batchOf } from '../submissions/submission-api.ts'
import { myUnit, standingsOf, type UnitProgress } from './endorsement-api.ts'
import { StandingBar, summed } from './standing-bar.tsx'
import { UnitHeader } from './unit-header.tsx'

const started = ({ standings: each }: UnitProgress) => standingKeys.reduce((sum, key) => sum + (each[key] ?? 0), 0)
const handedIn = ({ standings: each }: UnitProgress) =>
  (each.below ?? 0) + (each.here ?? 0) + (each.recommended ?? 0) + (each.declined ?? 0)
const shows = {
  every: () => true,
  silent: (row: UnitProgress) => started(row) === 0,
  correcting: (row: UnitProgress) => (row.standings.returned ?? 0) > 0,
  waiting: (row: UnitProgress) => (row.standings.here ?? 0) > 0,
}
type Shown = keyof typeof shows
const showKeys = Object.keys(shows) as Shown[]

/** How far each unit below is in a batch: as bars, as figures, and on the map where they lie in several provinces. */
export default function StandingPage() {
  const params = useParams<{ batch: string }>()
  const [search, setSearch] = useSearchParams<{ show?: string }>()
  const [given] = createResource(
    () => ({ batch: params.batch, organisation: myUnit() }),
    async (asked) => {
      const [batch, rows] = await Promise.all([batchOf(asked.batch), standingsOf(asked)])
      return { batch, rows }
    },
  )
  const [sort, setSort] = createSignal<Sort | null>(null)
  const show = (): Shown => showKeys.find((key) => key === search.show) ?? 'every'
  const rows = () => {
    const kept = (given.latest?.rows ?? []).filter(shows[show()])
    const by = sort()
    if (!by) return kept
    const value = (row: UnitProgress) => (by.column === 'started' ? started(row) : (row.standings[by.column as StandingKey] ?? 0))
    const sign = by.direction === 'ascending' ? 1 : -1
    return kept.toSorted((a, b) => sign * (by.column === 'name' ? a.from.name.localeCompare(b.from.name, 'zh') : value(a) - value(b)))
  }
  const columns = (): Column<UnitProgress>[] => [
    {
      key: 'name',
      title: t('unitBelow'),
      heading: true,
      sortable: true,
      cell: (row) => (
        <span class="block min-w-44" translate="no">
          {row.from.name}
        </span>
      ),
    },
    {
      key: 'bar',
      title: t('standing'),
      cell: (row) => (
        <Show when={started(row) > 0} fallback={<Badge tone="warn">{t('silentUnit')}</Badge>}>
          <StandingBar label={row.from.name} standings={row.standings} words={false} />
        </Show>
      ),
    },
    { key: 'started', title: t('started'), numeric: true, sortable: true, cell: (row) => number(started(row)) },
    ...standingKeys.map(
      (key): Column<UnitProgress> => ({
        key,
        title: inLanguage(standings[key]),
        numeric: true,
        sortable: true,
        cell: (row) => number(row.standings[key] ?? 0),
      }),
    ),
  ]
  return (
    <Show when={!given.error} fallback={<Banner tone="bad">{sentenceOf(given.error)}</Banner>}>
      <UnitHeader batch={params.batch} called={given.latest?.batch.title} title={t('standing')} intro={t('standingIntro')} />
      <Show when={given.latest}>
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
      </Show>
      <search class="no-print mb-4 block max-w-xs" aria-label={lists('filters')}>
        <Select
          label={t('show')}
          unmarked
          empty={false}
          value={show()}
          options={showKeys.map((value) => ({ value, label: t(`${value}Units`) }))}
          onChange={(value) => setSearch({ show: value === 'every' ? undefined : value }, { replace: true })}
        />
      </search>
      <Table
        caption={t('standing')}
        rows={rows()}
        id={(row) => row.from.id}
        loading={given.loading && !given.latest}
        sort={sort()}
        onSort={setSort}
        columns={columns()}
        empty={<EmptyState title={t('noSuchUnit')} />}
      />
    </Show>
  )
}

/** By where the units lie: how many are handed in of those begun. */
function provincesOf(rows: readonly UnitProgress[]): Tile[] {
  const known = rows.filter(({ province }) => province !== undefined)
  return [...Map.groupBy(known, ({ province = '' }) => province)].map(([code, all]) => {
    const begun = all.reduce((sum, row) => sum + started(row), 0)
    const done = all.reduce((sum, row) => sum + handedIn(row), 0)
    return {
      code,
      value: `${done}/${begun}`,
      share: begun > 0 ? done / begun : 0,
      note: t('handedInOf', { done: number(done), begun: number(begun), units: all.length }),
    }
  })
}
