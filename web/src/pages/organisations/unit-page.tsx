import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import Ellipsis from '~icons/lucide/ellipsis'
import Plus from '~icons/lucide/plus'
import { between } from '../../../../shared/text.ts'
import { createKept } from '../../data/kept.ts'
import { sentenceOf } from '../../data/refused.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/organisations.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { type Tab, Tabs, tabPanel } from '../../ui/tabs.tsx'
import { PeopleList } from '../people/people-list.tsx'
import { AccountsBelow } from './accounts-below.tsx'
import { RecordOf } from './record.tsx'
import { kindName, kindsBelow, type Read, readUnit } from './unit-api.ts'
import { UnitFacts } from './unit-facts.tsx'
import { movable } from './unit-search.ts'
import { UnitsBelow } from './units-below.tsx'

const EnterUnit = lazy(() => import('./enter-unit.tsx'))
const ChangeUnit = lazy(() => import('./change-unit.tsx'))
const MoveUnit = lazy(() => import('./move-unit.tsx'))
const CloseUnit = lazy(() => import('./close-unit.tsx'))

type Part = 'units' | 'accounts' | 'people' | 'facts' | 'record'
type Asked = 'enter' | 'change' | 'move' | 'close'

/** A unit's page: what lies below it, its accounts, people, facts and record. Without an id it is the unit one acts for. */
export default function UnitPage() {
  const params = useParams<{ unit?: string }>()
  const own = () => me()?.active?.organisation.id
  const [read, { refetch }] = createKept(
    () => params.unit ?? own(),
    (id) => readUnit(id),
  )
  return (
    <Show
      when={!read.error}
      fallback={
        <>
          <PageHeader title={t('title')} crumbs={[{ label: t('title'), href: '/units' }]} />
          <Banner tone="bad">{sentenceOf(read.error)}</Banner>
        </>
      }
    >
      <Show when={read.latest} fallback={<SkeletonRows rows={5} />} keyed>
        {(known) => <Whole read={known} own={own()} onChange={refetch} />}
      </Show>
    </Show>
  )
}

function Whole(props: { read: Read; own: string | undefined; onChange: () => void }) {
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ part?: string }>()
  const [asked, setAsked] = createSignal<Asked | null>(null)
  const [entered, setEntered] = createSignal(0)
  const unit = () => props.read.organisation
  const mine = () => unit().id === props.own
  const active = () => unit().state === 'active'
  const may = () => holds('administrator')
  const supervises = () => kindsBelow(unit().kind).length > 0
  const parts = (): Part[] => {
    const below: Part[] = supervises() ? (may() ? ['units', 'accounts'] : ['units']) : []
    const inside: Part[] = may() ? ['people', 'facts', 'record'] : ['facts']
    return [...below, ...inside]
  }
  const part = (): Part => parts().find((each) => each === search.part) ?? parts()[0] ?? 'facts'
  const tabs = (): Tab<Part>[] =>
    parts().map((key) => ({ key, label: key === 'units' ? t('unitsOf', { count: unit().units ?? 0 }) : t(key) }))
  /** The way down from one's own unit; what lies above one's reach is not a link. */
  const crumbs = () => {
    if (mine()) return undefined
    const from = props.read.above.findIndex(({ id }) => id === props.own)
    return [
      ...props.read.above.slice(Math.max(from, 0)).map(({ id, name }) => ({
        label: name,
        own: true,
        href: id === props.own ? '/units' : `/units/${id}`,
      })),
    ]
  }
  const items = (): MenuItem[] =>
    [
      mine() && supervises() && { key: 'accounts', label: t('importAccounts'), href: '/units/import/accounts' },
      mine() && unit().kind === 'national' && { key: 'register', label: t('importRegister'), href: '/units/import/register' },
      !mine() && { key: 'change', label: t('change'), act: () => setAsked('change') },
      !mine() &&
        movable({ kind: unit().kind, above: props.read.above }, me()?.active?.organisation.kind) && {
          key: 'move',
          label: t('move'),
          act: () => setAsked('move'),
        },
      !mine() && { key: 'close', label: t('close'), act: () => setAsked('close') },
    ].filter((item) => item !== false)
  const done = () => {
    setEntered(entered() + 1)
    props.onChange()
  }
  return (
    <>
      <PageHeader
        title={mine() ? t('title') : unit().name}
        own={!mine()}
        crumbs={crumbs()}
        state={
          <Show when={!active()}>
            <Badge tone="bad">{t('closed')}</Badge>
          </Show>
        }
        intro={
          mine() ? (
            t('intro')
          ) : (
            <>
              {kindName(unit().kind)}
              <Show when={unit().code}>
                {(code) => (
                  <span class="tabular-nums" translate="no">
                    {between}
                    {code()}
                  </span>
                )}
              </Show>
            </>
          )
        }
        actions={
          <Show when={may() && active()}>
            <Show when={items().length > 0}>
              <Menu label={t('more')} kind="secondary" icon={<Ellipsis />} items={items()} />
            </Show>
            <Show when={supervises()}>
              <Button kind="primary" icon={<Plus />} onClick={() => setAsked('enter')}>
                {t('enter')}
              </Button>
            </Show>
          </Show>
        }
      />
      <Tabs
        id="unit"
        label={t('parts')}
        tabs={tabs()}
        value={part()}
        onChange={(key) => setSearch({ part: key === parts()[0] ? undefined : key, who: undefined, show: undefined }, { replace: true })}
      />
      <div class="pt-4" {...tabPanel('unit', part())}>
        <Switch>
          <Match when={part() === 'units'}>
            <UnitsBelow unit={unit()} again={entered()} onOpen={(id) => navigate(`/units/${id}`)} />
          </Match>
          <Match when={part() === 'accounts'}>
            <AccountsBelow unit={unit().id} />
          </Match>
          <Match when={part() === 'people'}>
            <PeopleList unit={unit()} />
          </Match>
          <Match when={part() === 'facts'}>
            <UnitFacts read={props.read} />
          </Match>
          <Match when={part() === 'record'}>
            <RecordOf unit={unit().id} />
          </Match>
        </Switch>
      </div>
      <Suspense>
        <Switch>
          <Match when={asked() === 'enter'}>
            <EnterUnit above={unit()} onClose={() => setAsked(null)} onDone={done} />
          </Match>
          <Match when={asked() === 'change'}>
            <ChangeUnit unit={unit()} onClose={() => setAsked(null)} onDone={done} />
          </Match>
          <Match when={asked() === 'move'}>
            <MoveUnit read={props.read} onClose={() => setAsked(null)} onDone={done} />
          </Match>
          <Match when={asked() === 'close'}>
            <CloseUnit unit={unit()} onClose={() => setAsked(null)} onDone={done} />
          </Match>
        </Switch>
      </Suspense>
    </>
  )
}
