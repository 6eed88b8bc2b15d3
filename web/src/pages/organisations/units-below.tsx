import { A } from '@solidjs/router'
import { createEffect, on, Show } from 'solid-js'
import { createPaged } from '../../data/paged.ts'
import { t } from '../../i18n/organisations.ts'
import { Badge } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { OrganisationPicker } from '../../ui/organisation-picker.tsx'
import { Table } from '../../ui/table.tsx'
import { kindName, kindsBelow, provinceName, type Unit, unitsBelow } from './unit-api.ts'
import { searchBelow } from './unit-search.ts'

/** The units right below one; each opens its own page with the next level. */
export function UnitsBelow(props: { unit: Unit; again: number; onOpen: (unit: string) => void }) {
  const list = createPaged(
    () => props.unit.id,
    (id, cursor) => unitsBelow(id, cursor),
  )
  createEffect(
    on(
      () => props.again,
      () => void list.again(),
      { defer: true },
    ),
  )
  const search = searchBelow({ id: props.unit.id, kind: props.unit.kind })
  const place = ({ province, city }: Unit) => (
    <>
      {provinceName(province)}
      <Show when={city}>
        <span translate="no"> {city}</span>
      </Show>
    </>
  )
  return (
    <Show when={!list.problem()} fallback={<NotRead list={list} />}>
      {/* Its place is taken before the list has come, so that the list does not move down for it. */}
      <Show when={(props.unit.units ?? 0) > 0 || list.rows().length > 0}>
        <div class="mb-4 max-w-lg">
          <OrganisationPicker
            label={t('find')}
            help={t('findHelp')}
            unmarked
            value={null}
            search={search}
            onChange={(found) => found && props.onOpen(found.id)}
          />
        </div>
      </Show>
      <Table
        caption={t('units')}
        rows={list.rows()}
        id={(row) => row.id}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        onAll={() => void list.all()}
        empty={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('name'),
            heading: true,
            cell: (row: Unit) => (
              <A href={`/units/${row.id}`} translate="no">
                {row.name}
              </A>
            ),
          },
          { key: 'kind', title: t('kind'), cell: (row: Unit) => kindName(row.kind) },
          {
            key: 'code',
            title: t('code'),
            cell: (row: Unit) => (
              <span class="tabular-nums" translate="no">
                {row.code ?? '–'}
              </span>
            ),
          },
          { key: 'place', title: t('place'), cell: (row: Unit) => (row.province || row.city ? place(row) : '–') },
          {
            key: 'below',
            title: t('below'),
            cell: (row: Unit) => (kindsBelow(row.kind).length > 0 ? t('belowCount', { count: row.units ?? 0 }) : '–'),
          },
          {
            key: 'state',
            title: t('state'),
            cell: (row: Unit) => (
              <Show when={row.state === 'active'} fallback={<Badge>{t('closed')}</Badge>}>
                <Show when={(row.administrators ?? 0) > 0} fallback={<Badge tone="warn">{t('noAdministrator')}</Badge>}>
                  <Badge tone="good">{t('active')}</Badge>
                </Show>
              </Show>
            ),
          },
        ]}
      />
    </Show>
  )
}
