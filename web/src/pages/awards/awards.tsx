import { A, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { sentenceOf } from '../../data/refused.ts'
import { me } from '../../data/session.ts'
import { t } from '../../i18n/awards.ts'
import { day } from '../../i18n/dates.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { api, tones } from './award-api.ts'

/** The awards of a batch, or of one's own institution. */
export default function Awards() {
  const params = useParams<{ batch?: string }>()
  const load = ([batch, organisation]: readonly [string | undefined, string], cursor?: string) => {
    const query = cursor ? { cursor } : {}
    return batch
      ? answer(api.batches[':batch'].awards.$get({ param: { batch }, query }))
      : answer(api.organisations[':organisation'].awards.$get({ param: { organisation }, query }))
  }
  type Row = Awaited<ReturnType<typeof load>>['rows'][number]
  const list = createPaged(() => [params.batch, me()?.active?.organisation.id ?? ''] as const, load)
  return (
    <>
      <PageHeader title={params.batch ? t('ofBatch') : t('ours')} intro={params.batch ? undefined : t('oursIntro')} />
      <Show when={list.problem()}>{(problem) => <Banner tone="bad">{sentenceOf(problem())}</Banner>}</Show>
      <Table
        caption={t('ofBatch')}
        rows={list.rows()}
        id={(row) => row.id}
        loading={list.loading() && list.rows().length === 0}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        empty={<EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('work'),
            heading: true,
            cell: (row: Row) => (
              <A href={`/awards/${row.id}`} translate="no">
                {row.title}
              </A>
            ),
          },
          {
            key: 'unit',
            title: t('unit'),
            cell: (row: Row) => (
              <span translate="no">
                {row.unit.name}
                {row.unit.id === row.institution.id ? '' : ` · ${row.institution.name}`}
              </span>
            ),
          },
          { key: 'number', title: t('number'), cell: (row: Row) => <a href={`/certificates/${row.number}.html`}>{row.number}</a> },
          { key: 'state', title: t('state'), cell: (row: Row) => <Badge tone={tones[row.state]}>{t(row.state)}</Badge> },
          { key: 'ends', title: t('ends'), cell: (row: Row) => day(row.ends) },
        ]}
      />
    </>
  )
}
