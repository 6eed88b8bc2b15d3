import { A } from '@solidjs/router'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/submission-lists.ts'
import type { Column } from '../../ui/table.tsx'
import { type BatchShown, categoryTitle, type Row } from './submission-api.ts'

/** The columns that every list of submissions may show; their keys are those of the export. */
export const listColumns = (batch: () => BatchShown | undefined, href: (id: string) => string) =>
  ({
    title: {
      key: 'title',
      title: t('name'),
      heading: true,
      gathered: true,
      cell: ({ id, summary }) => (
        <A translate="no" href={href(id)}>
          {summary.title}
        </A>
      ),
    },
    receipt: {
      key: 'receipt',
      title: t('receipt'),
      gathered: true,
      cell: ({ summary }) => (
        <span class="receipt whitespace-nowrap" translate="no">
          {summary.receipt ?? '–'}
        </span>
      ),
    },
    unit: { key: 'unit', title: t('unit'), gathered: true, cell: ({ summary }) => <span translate="no">{summary.unit.name}</span> },
    institution: {
      key: 'institution',
      title: t('institution'),
      gathered: true,
      cell: ({ summary }) => <span translate="no">{summary.institution.name}</span>,
    },
    category: { key: 'category', title: t('category'), gathered: true, cell: ({ summary }) => categoryTitle(batch(), summary.category) },
    submittedAt: {
      key: 'submittedAt',
      title: t('submittedAt'),
      sortable: true,
      cell: ({ summary }) => <span class="whole md:whitespace-nowrap">{summary.submittedAt ? moment(summary.submittedAt) : '–'}</span>,
    },
  }) satisfies Record<string, Column<Row>>
