import { createSignal, For } from 'solid-js'
import { t } from '../i18n/design.ts'
import { Badge } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { DeskUnits } from '../ui/desk-units.tsx'
import { Card } from '../ui/page-header.tsx'
import { createSelection } from '../ui/selection.ts'
import { type Column, type Sort, Table } from '../ui/table.tsx'
import { Tabs, tabPanel } from '../ui/tabs.tsx'
import { TileMap } from '../ui/tile-map.tsx'

type Row = { id: string; name: string; sections: number }
const rows: Row[] = [
  { id: '1', name: '演示·中国特色新疆维吾尔自治区少数民族预科教育高等专科学校第三学生党支部', sections: 9 },
  { id: '2', name: '演示·第一教师党支部', sections: 4 },
  { id: '3', name: '演示·离退休党支部', sections: 12 },
]

/** Units on a desk as they come: some behind, none that has begun, all of whom are done. */
const below = [
  [
    { name: rows[0]?.name ?? '', begun: 12, handedIn: 3, href: '/design/other' },
    { name: rows[1]?.name ?? '', begun: 4, handedIn: 3 },
  ],
  [],
  [{ name: rows[2]?.name ?? '', begun: 2, handedIn: 2 }],
]
const tiles = ['11', '32', '65', '71'].map((code, i) => ({ code, value: `${i * 4}/12`, share: i / 3 }))

export function DesignLists() {
  const [sort, setSort] = createSignal<Sort | null>({ column: 'name', direction: 'ascending' })
  const [tab, setTab] = createSignal<'all' | 'waiting'>('all')
  const selection = createSelection()
  const columns = (): Column<Row>[] => [
    { key: 'name', title: t('unit'), cell: (row) => <span translate="no">{row.name}</span>, sortable: true },
    { key: 'state', title: t('progress'), cell: () => <Badge tone="info">{t('taskStarted')}</Badge> },
    { key: 'sections', title: t('category'), cell: (row) => row.sections, numeric: true, sortable: true },
    { key: 'act', title: t('action'), cell: () => <Button small>{t('open')}</Button>, actions: true },
  ]
  return (
    <Card title={t('list')}>
      <Tabs
        id="design"
        label={t('tabs')}
        value={tab()}
        onChange={setTab}
        tabs={[
          { key: 'all', label: t('all'), count: 3 },
          { key: 'waiting', label: t('waiting'), count: 0 },
        ]}
      />
      <div class="mt-3" {...tabPanel('design', tab())}>
        <Table
          caption={t('listCaption')}
          columns={columns()}
          rows={tab() === 'all' ? rows : []}
          id={(row) => row.id}
          name={(row) => row.name}
          sort={sort()}
          onSort={setSort}
          selection={selection}
          bulk={<Button kind="primary">{t('bulk')}</Button>}
          more
          onMore={() => undefined}
        />
      </div>
      <div class="mt-5">
        <TileMap caption={t('list')} measure={t('progress')} tiles={tiles} />
      </div>
      <h3 class="mt-5">{t('progress')}</h3>
      <For each={below}>
        {(units) => (
          <DeskUnits
            title={t('list')}
            units={units}
            all={{ label: t('all'), href: '/design/other' }}
            map={{ caption: t('list'), measure: t('progress'), tiles: [] }}
          />
        )}
      </For>
    </Card>
  )
}
