import { A } from '@solidjs/router'
import { Show, untrack } from 'solid-js'
import Plus from '~icons/lucide/plus'
import { mayHost } from '../../../../shared/organisations/kinds.ts'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { holds, me } from '../../data/session.ts'
import { t } from '../../i18n/batches.ts'
import { deadline } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge } from '../../ui/banner.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { api, stateName, stateTone } from './batch-api.ts'

const mayOpen = () => holds('administrator') && mayHost(me()?.active?.organisation.kind ?? 'branch')

/** The batches a unit hosts, and those that are open to it. */
export default function Batches() {
  const invited = () => (me()?.active?.organisation.kind ?? 'national') !== 'national'
  const hosts = () => mayOpen() || holds('operator') || holds('approver')
  const open = batchesOf('open', invited)
  const hosted = batchesOf('hosted', hosts)
  return (
    <>
      <PageHeader
        title={t('batches')}
        intro={t('batchesIntro')}
        actions={
          <Show when={mayOpen()}>
            <LinkButton kind="primary" href="/batches/new" icon={<Plus />}>
              {t('newBatch')}
            </LinkButton>
          </Show>
        }
      />
      <Show when={invited()}>
        <Listed list={open} title={t('open')} empty={t('noneOpen')} body={t('noneOpenBody')} />
      </Show>
      {/* Not before the list above it has its height: it would move down. */}
      <Show when={hosts() && (!invited() || open.settled())}>
        <Listed list={hosted} title={t('hosted')} empty={t('noneHosted')} body={t('noneHostedBody')} />
      </Show>
    </>
  )
}

const pageOf = (scope: 'open' | 'hosted', cursor?: string) => answer(api.batches.$get({ query: { scope, ...(cursor && { cursor }) } }))
type Row = Awaited<ReturnType<typeof pageOf>>['rows'][number]

/** Whether a stage runs in it or is still to come: of others, until when one ran is nobody's business in a list. */
const goesOn = ({ state }: Row) => state === 'open' || state === 'paused'

/** The batches of a kind for the unit one acts for, where it can have any. */
const batchesOf = (scope: 'open' | 'hosted', when: () => boolean) =>
  createPaged(
    () => (when() ? me()?.active?.organisation.id : undefined),
    (_unit, cursor) => pageOf(scope, cursor),
  )

function Listed(props: { list: ReturnType<typeof batchesOf>; title: string; empty: string; body: string }) {
  const list = untrack(() => props.list)
  return (
    <Card title={props.title}>
      <NotRead list={list} />
      <Table
        caption={props.title}
        rows={list.rows()}
        id={(row) => row.id}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        empty={!list.problem() && <EmptyState title={props.empty}>{props.body}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('title'),
            heading: true,
            cell: (row: Row) => (
              <A href={row.state === 'draft' ? `/batches/${row.id}/setup` : `/batches/${row.id}`} translate="no">
                {row.title}
              </A>
            ),
          },
          { key: 'state', title: t('state'), cell: (row: Row) => <Badge tone={stateTone(row.state)}>{stateName(row.state)}</Badge> },
          {
            key: 'stage',
            title: t('stage'),
            cell: (row: Row) => (
              <Show when={goesOn(row) && row} fallback={<span class="text-soft">–</span>}>
                {(going) => (
                  <span>
                    <Show when={going().now}>{(now) => <span class="block">{inLanguage(now().title)}</span>}</Show>
                    <Show when={going().now?.closes ?? going().collectCloses}>
                      {(closes) => (
                        <span class="text-soft">
                          {t('closes')} {deadline(closes())}
                        </span>
                      )}
                    </Show>
                  </span>
                )}
              </Show>
            ),
          },
        ]}
      />
    </Card>
  )
}
