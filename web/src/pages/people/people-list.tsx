import { useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import UserPlus from '~icons/lucide/user-plus'
import type { OrganisationKind } from '../../../../shared/organisations/kinds.ts'
import { createPaged } from '../../data/paged.ts'
import { me } from '../../data/session.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/people.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { EmailAddress } from '../../ui/email-address.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Table } from '../../ui/table.tsx'
import { CameBack } from './came-back.tsx'
import { Invite } from './invite.tsx'
import { MemberActs } from './member-acts.tsx'
import { type Member, membersOf, roleNames, type Shown, stateTones } from './people-api.ts'

const shownStates = ['present', 'invited', 'active', 'suspended', 'left'] as const satisfies readonly Shown[]

/** Who belongs to a unit, with what may be done about each. */
export function PeopleList(props: { unit: { id: string; kind: OrganisationKind; state?: string } }) {
  const [search, setSearch] = useSearchParams<{ who?: string }>()
  const [inviting, setInviting] = createSignal(false)
  const shown = (): Shown => shownStates.find((state) => state === search.who) ?? 'present'
  const list = createPaged(
    () => `${props.unit.id} ${shown()}`,
    (_, cursor) => membersOf(props.unit.id, shown(), cursor),
  )
  const open = () => props.unit.state !== 'closed'
  const since = ({ state, invitedAt, joinedAt, leftAt }: Member) => {
    if (state === 'left' && leftAt) return t('leftAt', { when: moment(leftAt) })
    return joinedAt ? t('joinedAt', { when: moment(joinedAt) }) : t('invitedAt', { when: moment(invitedAt) })
  }
  return (
    <>
      <div class="mb-4 flex flex-wrap items-end justify-between gap-4">
        <div class="min-w-48">
          <Select
            label={t('show')}
            unmarked
            empty={false}
            value={shown()}
            options={shownStates.map((value) => ({
              value,
              label: value === 'present' ? t('present') : value === 'invited' ? t('neverSignedIn') : t(value),
            }))}
            onChange={(value) => setSearch({ who: value === 'present' ? undefined : value }, { replace: true })}
          />
        </div>
        <Show when={open()}>
          <Button kind="primary" icon={<UserPlus />} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        </Show>
      </div>
      <Show when={!list.problem()} fallback={<NotRead list={list} />}>
        <Table
          caption={t('people')}
          rows={list.rows()}
          id={(row) => row.person}
          name={(row) => row.name}
          loading={list.loading() && list.rows().length === 0}
          more={list.more()}
          loadingMore={list.loading()}
          onMore={list.next}
          empty={
            <Show when={shown() === 'present'} fallback={<EmptyState title={t('noneSuch')} />}>
              <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
            </Show>
          }
          columns={[
            {
              key: 'name',
              title: t('name'),
              heading: true,
              gathered: true,
              cell: (row: Member) => (
                <>
                  <span class="whole" translate="no">
                    {row.name}
                  </span>{' '}
                  <Show when={row.person === me()?.person.id}>
                    <Badge tone="info">{t('you')}</Badge>
                  </Show>
                </>
              ),
            },
            {
              key: 'email',
              title: t('email'),
              gathered: true,
              cell: (row: Member) => <EmailAddress of={row.email} />,
            },
            {
              key: 'roles',
              title: t('roles'),
              gathered: true,
              cell: (row: Member) => <span class="break-keep">{roleNames(row.roles)}</span>,
            },
            {
              key: 'state',
              title: t('state'),
              cell: (row: Member) => (
                <>
                  <Badge tone={stateTones[row.state]}>{t(row.state)}</Badge>
                  <CameBack returned={row.returned} />
                </>
              ),
            },
            { key: 'since', title: t('since'), cell: (row: Member) => <span class="text-soft">{since(row)}</span> },
            {
              key: 'acts',
              title: t('acts'),
              actions: true,
              cell: (row: Member) => <MemberActs unit={props.unit} member={row} onDone={list.again} />,
            },
          ]}
        />
      </Show>
      <Show when={inviting()}>
        <Invite unit={props.unit} onClose={() => setInviting(false)} onDone={list.again} />
      </Show>
    </>
  )
}
