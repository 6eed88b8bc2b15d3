import { A } from '@solidjs/router'
import { createResource, createSignal } from 'solid-js'
import { answer } from '../../data/client.ts'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/submissions.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { StateBadge } from './state-badge.tsx'
import { api, type Row, submissionHref } from './submission-api.ts'

/** Everything a unit has entered, in all batches, newest batch first. */
export default function Mine() {
  const page = (cursor?: string) => answer(api.submissions.$get({ query: { limit: '50', ...(cursor && { cursor }) } }))
  const [given, { mutate }] = createResource(() => page())
  const [more, setMore] = createSignal(false)
  const goOn = async () => {
    setMore(true)
    const next = await page(given.latest?.cursor)
    mutate((all) => ({ ...next, rows: [...(all?.rows ?? []), ...next.rows], batches: [...(all?.batches ?? []), ...next.batches] }))
    setMore(false)
  }
  return (
    <>
      <PageHeader title={t('mine')} intro={t('mineIntro')} />
      <Table
        caption={t('mine')}
        loading={given.loading && !given.latest}
        rows={(given.latest?.rows ?? []) as Row[]}
        id={(row) => row.id}
        more={given.latest?.cursor !== undefined}
        loadingMore={more()}
        onMore={goOn}
        empty={<EmptyState title={t('mineNone')}>{t('mineNoneBody')}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('name'),
            heading: true,
            cell: ({ id, summary }: Row) => (
              <A translate="no" href={submissionHref({ batch: summary.batch, submission: id })}>
                {summary.title}
              </A>
            ),
          },
          {
            key: 'batch',
            title: t('batch'),
            cell: ({ summary }: Row) => (
              <span translate="no">{given.latest?.batches.find(({ id }) => id === summary.batch)?.title ?? '–'}</span>
            ),
          },
          { key: 'unit', title: t('unit'), cell: ({ summary }: Row) => <span translate="no">{summary.unit.name}</span> },
          { key: 'state', title: t('state'), cell: ({ summary }: Row) => <StateBadge state={summary.state} /> },
          {
            key: 'progress',
            title: t('progress'),
            cell: ({ summary }: Row) => t('done', { done: summary.sectionsDone, all: summary.sections }),
          },
          {
            key: 'submitted',
            title: t('submittedAt'),
            cell: ({ summary }: Row) => (summary.submittedAt ? moment(summary.submittedAt) : '–'),
          },
          { key: 'receipt', title: t('receiptNumber'), cell: ({ summary }: Row) => <span translate="no">{summary.receipt ?? '–'}</span> },
        ]}
      />
    </>
  )
}
