import { A, useSearchParams } from '@solidjs/router'
import { createResource, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import Send from '~icons/lucide/send'
import { type AccountShow, accountShows } from '../../../../shared/people/account-standing.ts'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/organisations.ts'
import { t as people } from '../../i18n/people.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Table } from '../../ui/table.tsx'
import { CameBackMark } from '../people/came-back.tsx'
import { roleNames, stateTones } from '../people/people-api.ts'
import { api } from './unit-api.ts'

const RemindAll = lazy(() => import('./remind-all.tsx'))

type Asked = { organisation: string; show: AccountShow | undefined }
const accounts = api.organisations[':organisation'].accounts
const page = ({ organisation, show }: Asked, cursor?: string) =>
  answer(accounts.$get({ param: { organisation }, query: { limit: '25', ...(show && { show }), ...(cursor && { cursor }) } }))
type Row = Awaited<ReturnType<typeof page>>['rows'][number]

/** Which of the units right below have accounts, and whether anybody ever signed in with them. */
export function AccountsBelow(props: { unit: string }) {
  const [reminding, setReminding] = createSignal(false)
  const [search, setSearch] = useSearchParams<{ show?: string }>()
  const shown = (): AccountShow | undefined => accountShows.find((key) => key === search.show)
  const list = createPaged(
    () => JSON.stringify([props.unit, shown()]),
    (_for, cursor) => page({ organisation: props.unit, show: shown() }, cursor),
  )
  const [counts, { refetch }] = createResource(
    () => props.unit,
    async (organisation) => answer(accounts.counts.$get({ param: { organisation } })),
  )
  /** The names of what may be shown, with how many there are once that is known. */
  const called = (key: 'all' | AccountShow) => {
    // Not read while they are on their way: the list does not wait for them.
    const count = counts.state === 'ready' || counts.state === 'refreshing' ? counts.latest[key] : undefined
    return count === undefined ? t(key) : t('counted', { name: t(key), count })
  }
  const excel = () => {
    const show = shown()
    return `/api/organisations/${props.unit}/accounts.xlsx?${new URLSearchParams({ language: language(), ...(show && { show }) })}`
  }
  return (
    <Show when={!list.problem()} fallback={<NotRead list={list} />}>
      <p class="mb-4 max-w-prose text-soft">{t('accountsIntro')}</p>
      <div class="mb-4 flex flex-wrap items-end justify-between gap-4">
        <div class="min-w-48">
          <Select
            label={t('show')}
            unmarked
            empty={called('all')}
            value={shown() ?? null}
            options={accountShows.map((value) => ({ value, label: called(value) }))}
            onChange={(value) => setSearch({ show: value ?? undefined }, { replace: true })}
          />
        </div>
        <span class="flex flex-wrap gap-2">
          <LinkButton outside href={excel()}>
            {t('exportExcel')}
          </LinkButton>
          <Button icon={<Send />} onClick={() => setReminding(true)}>
            {t('remindAll')}
          </Button>
        </span>
      </div>
      <Show when={reminding()}>
        <Suspense>
          <RemindAll
            unit={props.unit}
            onClose={() => setReminding(false)}
            onDone={() => {
              void list.again()
              void refetch()
            }}
          />
        </Suspense>
      </Show>
      <Table
        caption={t('accounts')}
        rows={list.rows()}
        id={(row) => row.id}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        onAll={() => void list.all()}
        empty={
          <Show when={shown()} fallback={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}>
            <EmptyState title={t('noneSuch')}>
              <Show when={list.more()}>
                <Button small busy={list.loading()} onClick={() => void list.all()}>
                  {t('searchOn')}
                </Button>
              </Show>
            </EmptyState>
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
                {row.code ?? '–'}
              </span>
            ),
          },
          { key: 'state', title: t('state'), cell: (row: Row) => <Standing row={row} /> },
          {
            key: 'people',
            title: t('whoHas'),
            cell: (row: Row) => (
              <For each={row.people} fallback="–">
                {(person) => (
                  <span class="mb-1 block">
                    <span translate="no">{person.name}</span> <span class="break-keep text-soft">{roleNames(person.roles)}</span>{' '}
                    <Badge tone={stateTones[person.state]}>{people(person.state)}</Badge>{' '}
                    <Show when={person.returned}>{(returned) => <CameBackMark returned={returned()} />}</Show>
                  </span>
                )}
              </For>
            ),
          },
        ]}
      />
    </Show>
  )
}

function Standing(props: { row: Row }) {
  return (
    <Show when={props.row.state === 'active'} fallback={<Badge>{t('closed')}</Badge>}>
      <Show when={props.row.gap !== 'without'} fallback={<Badge tone="bad">{t('noAccount')}</Badge>}>
        <Show when={props.row.gap !== 'never'} fallback={<Badge tone="warn">{t('noneSignedIn')}</Badge>}>
          <Badge tone="good">{t('signedIn')}</Badge>
        </Show>
      </Show>
    </Show>
  )
}
