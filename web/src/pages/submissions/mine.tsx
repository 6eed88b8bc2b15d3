import { A } from '@solidjs/router'
import { answer } from '../../data/client.ts'
import { createPaged } from '../../data/paged.ts'
import { moment } from '../../i18n/dates.ts'
import { t as lists } from '../../i18n/submission-lists.ts'
import { t } from '../../i18n/submissions.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Table } from '../../ui/table.tsx'
import { StateBadge } from './state-badge.tsx'
import { api, type Row, submissionHref } from './submission-api.ts'

/** Everything a unit has entered, in all batches, newest batch first. */
export default function Mine() {
  const list = createPaged(
    () => '',
    async (_, cursor) => {
      const page = await answer(api.submissions.$get({ query: { limit: '50', ...(cursor && { cursor }) } }))
      const titles = new Map(page.batches.map(({ id, title }) => [id, title]))
      return { ...page, rows: (page.rows as Row[]).map((row) => ({ ...row, batch: titles.get(row.summary.batch) })) }
    },
  )
  return (
    <>
      <PageHeader title={t('mine')} intro={t('mineIntro')} />
      <NotRead list={list} />
      <Table
        caption={t('mine')}
        loading={list.loading() && list.rows().length === 0}
        rows={list.rows()}
        id={(row) => row.id}
        more={list.more()}
        loadingMore={list.loading()}
        onMore={list.next}
        empty={!list.problem() && <EmptyState title={t('mineNone')}>{t('mineNoneBody')}</EmptyState>}
        columns={[
          {
            key: 'title',
            title: t('name'),
            heading: true,
            gathered: true,
            cell: ({ id, summary }) => (
              <A translate="no" href={submissionHref({ batch: summary.batch, submission: id })}>
                {summary.title}
              </A>
            ),
          },
          {
            key: 'receipt',
            title: lists('receipt'),
            gathered: true,
            cell: ({ summary }) => (
              <span class="receipt md:whitespace-nowrap" translate="no">
                {summary.receipt ?? '–'}
              </span>
            ),
          },
          {
            key: 'batch',
            title: t('batch'),
            gathered: true,
            cell: ({ batch }) => (
              <span class="xl:inline-block xl:min-w-40" translate="no">
                {batch ?? '–'}
              </span>
            ),
          },
          { key: 'unit', title: t('unit'), gathered: true, cell: ({ summary }) => <span translate="no">{summary.unit.name}</span> },
          { key: 'state', title: t('state'), cell: ({ summary }) => <StateBadge state={summary.state} /> },
          {
            key: 'progress',
            title: t('progress'),
            cell: ({ summary }) => (
              <span class="whitespace-nowrap">{t('done', { done: summary.sectionsDone, all: summary.sections })}</span>
            ),
          },
          {
            key: 'submitted',
            title: t('submittedAt'),
            cell: ({ summary }) => <span class="md:whitespace-nowrap">{summary.submittedAt ? moment(summary.submittedAt) : '–'}</span>,
          },
        ]}
      />
    </>
  )
}
