import { createResource, Show } from 'solid-js'
import type { Fact } from '../../../../events/catalogue.ts'
import { returnReasons } from '../../../../shared/mails/returns.ts'
import type { Role } from '../../../../shared/permissions/actors.ts'
import { between } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/organisations.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Table } from '../../ui/table.tsx'
import { api as peopleApi, roleNames } from '../people/people-api.ts'
import { api } from './unit-api.ts'

/** `unit` is that of whoever did it. */
type Told = Fact & { id: string; at: string; by: { kind: string; person?: string }; unit: string | null }

async function page(organisation: string, cursor?: string) {
  const read = await answer(
    api.organisations[':organisation'].events.$get({ param: { organisation }, query: { limit: '25', ...(cursor && { cursor }) } }),
  )
  return { rows: read.rows as unknown as Told[], ...(read.cursor && { cursor: read.cursor }) }
}

const attributes = ['name', 'code', 'province', 'city', 'level', 'ownership', 'alsoUnder'] as const
const changed = (changes: Record<string, unknown>): string =>
  attributes
    .filter((key) => key in changes)
    .map((key) => t(key))
    .join(between)

const written = (name: string | undefined) => name && quoted(name)

/** What was done, in words. */
function sentence(fact: Fact, nameOf: (person: string) => string | undefined): string {
  switch (fact.type) {
    case 'organisation.registered':
      return t('registered')
    case 'organisation.changed': {
      const what = changed(fact.changes)
      const said = what === '' ? [] : [t('didChange', { what })]
      return ['path' in fact.changes ? [t('didMove')] : [], said].flat().join(between)
    }
    case 'organisation.closed':
      return t('didClose')
    case 'register.imported':
      return t('imported', { created: fact.created, changed: fact.changed, unchanged: fact.unchanged })
    case 'person.invited':
      return t('invited', { roles: roleNames(fact.roles as Role[]) })
    case 'person.bounced':
      return t('bounced', { why: inLanguage(returnReasons[fact.why]) })
    case 'person.address-corrected':
      return t('corrected', { name: written(nameOf(fact.invited)) ?? t('aPerson') })
    case 'person.joined':
      return t('joined')
    case 'person.roles-changed':
      return t('rolesChanged', { roles: roleNames(fact.roles as Role[]) })
    case 'person.suspended':
      return t('suspended')
    case 'person.reinstated':
      return t('reinstated')
    case 'person.left':
      return t('left')
    default:
      return t('another')
  }
}

/** What has happened to a unit and its people. */
export function RecordOf(props: { unit: string }) {
  const list = createPaged(() => props.unit, page)
  // The names of the first hundred are enough for nearly every unit; further people stay unnamed here.
  const [names] = createResource(
    () => props.unit,
    async (organisation) => {
      const { rows } = await answer(
        peopleApi.organisations[':organisation'].members.$get({ param: { organisation }, query: { limit: '100' } }),
      )
      return new Map(rows.map(({ person, name }) => [person, name]))
    },
  )
  const nameOf = (person: string | undefined) => (names.error || person === undefined ? undefined : names.latest?.get(person))
  const whoActed = ({ by, unit }: Told) => written(nameOf(by.person)) ?? (unit ? t('personOf', { unit: quoted(unit) }) : t('otherPerson'))
  const subject = (fact: Fact) =>
    'person' in fact && typeof fact.person === 'string' ? (written(nameOf(fact.person)) ?? t('aPerson')) : undefined
  const reason = (fact: Fact) => ('reason' in fact && typeof fact.reason === 'string' ? fact.reason : undefined)
  return (
    <Show when={!list.problem()} fallback={<NotRead list={list} />}>
      <p class="mb-4 text-soft">{t('recordIntro')}</p>
      <Table
        caption={t('record')}
        rows={list.rows()}
        id={(row) => row.id}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        empty={<EmptyState title={t('noRecord')} />}
        columns={[
          { key: 'when', title: t('when'), cell: (row: Told) => <span class="tabular-nums">{moment(row.at)}</span> },
          {
            key: 'what',
            title: t('what'),
            heading: true,
            cell: (row: Told) => (
              <span class="font-normal">
                <Show when={subject(row)}>
                  {(name) => (
                    <span class="font-semibold">
                      <Quoting text={name()} />{' '}
                    </span>
                  )}
                </Show>
                <Quoting text={sentence(row, nameOf)} />
                <Show when={reason(row)}>
                  <span class="block text-soft" translate="no">
                    {reason(row)}
                  </span>
                </Show>
              </span>
            ),
          },
          {
            key: 'who',
            title: t('who'),
            cell: (row: Told) =>
              row.by.kind === 'system' ? (
                t('system')
              ) : (
                <span class="whole">
                  <Quoting text={whoActed(row)} />
                </span>
              ),
          },
        ]}
      />
    </Show>
  )
}
