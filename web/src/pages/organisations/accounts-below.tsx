import { A, useSearchParams } from '@solidjs/router'
import Send from 'lucide-solid/icons/send'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { sentenceOf } from '../../data/refused.ts'
import { t } from '../../i18n/organisations.ts'
import { t as people } from '../../i18n/people.ts'
import { t as ui } from '../../i18n/ui-lists.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Table } from '../../ui/table.tsx'
import { roleNames, stateTones } from '../people/people-api.ts'
import { api } from './unit-api.ts'

const RemindAll = lazy(() => import('./remind-all.tsx'))

const page = (organisation: string, cursor?: string) =>
  answer(api.organisations[':organisation'].accounts.$get({ param: { organisation }, query: { limit: '25', ...(cursor && { cursor }) } }))
type Row = Awaited<ReturnType<typeof page>>['rows'][number]

const fits = {
  all: () => true,
  without: ({ people }: Row) => people.length === 0,
  never: ({ people }: Row) => people.length > 0 && people.every(({ joinedAt }) => joinedAt === undefined),
}
type Fit = keyof typeof fits
const fitKeys = Object.keys(fits) as Fit[]

/** Which of the units right below have accounts, and whether anybody ever signed in with them. */
export function AccountsBelow(props: { unit: string }) {
  const [reminding, setReminding] = createSignal(false)
  const [search, setSearch] = useSearchParams<{ show?: string }>()
  const list = createPaged(() => props.unit, page)
  const shown = () => fitKeys.find((key) => key === search.show) ?? 'all'
  const rows = () => list.rows().filter(fits[shown()])
  return (
    <Show when={!list.problem()} fallback={<Banner tone="bad">{sentenceOf(list.problem())}</Banner>}>
      <p class="mb-4 max-w-prose text-soft">{t('accountsIntro')}</p>
      <div class="mb-4 flex flex-wrap items-end justify-between gap-4">
        <div class="min-w-48">
          <Select
            label={t('show')}
            unmarked
            empty={false}
            value={shown()}
            options={fitKeys.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => setSearch({ show: value === 'all' ? undefined : value }, { replace: true })}
          />
        </div>
        <Button icon={<Send aria-hidden="true" />} onClick={() => setReminding(true)}>
          {t('remindAll')}
        </Button>
      </div>
      <Show when={reminding()}>
        <Suspense>
          <RemindAll unit={props.unit} onClose={() => setReminding(false)} onDone={list.again} />
        </Suspense>
      </Show>
      <Table
        caption={t('accounts')}
        rows={rows()}
        id={(row) => row.id}
        loading={list.loading() && list.rows().length === 0}
        empty={
          <Show when={list.rows().length > 0} fallback={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}>
            <EmptyState title={t('noneSuch')}>{list.more() ? t('noneSuchBody') : undefined}</EmptyState>
          </Show>
        }
        columns={[
          {
            key: 'name',
            title: t('name'),
            heading: true,
            cell: (row: Row) => (
              <A href={`/units/${row.id}?part=people`} translate="no">
                {row.name}
              </A>
            ),
          },
          {
            key: 'code',
            title: t('code'),
            cell: (row: Row) => (
              <span class="tabular-nums" translate="no">
                {row.code ?? '—'}
              </span>
            ),
          },
          { key: 'state', title: t('state'), cell: (row: Row) => <Standing row={row} /> },
          {
            key: 'people',
            title: t('whoHas'),
            cell: (row: Row) => (
              <For each={row.people} fallback="—">
                {(person) => (
                  <span class="mb-1 block">
                    <span translate="no">{person.name}</span> <span class="text-soft">{roleNames(person.roles)}</span>{' '}
                    <Badge tone={stateTones[person.state]}>{people(person.state)}</Badge>
                  </span>
                )}
              </For>
            ),
          },
        ]}
      />
      <Show when={list.more()}>
        <div class="mt-4 flex flex-wrap items-center gap-4">
          <Button busy={list.loading()} onClick={list.next}>
            {ui('more')}
          </Button>
          <span class="text-soft">{ui('shown', { count: list.rows().length })}</span>
        </div>
      </Show>
    </Show>
  )
}

function Standing(props: { row: Row }) {
  return (
    <Show when={props.row.state === 'active'} fallback={<Badge>{t('closed')}</Badge>}>
      <Show when={!fits.without(props.row)} fallback={<Badge tone="bad">{t('noAccount')}</Badge>}>
        <Show when={!fits.never(props.row)} fallback={<Badge tone="warn">{t('noneSignedIn')}</Badge>}>
          <Badge tone="good">{t('signedIn')}</Badge>
        </Show>
      </Show>
    </Show>
  )
}
