import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { Badge } from '../../ui/banner.tsx'
import type { Column } from '../../ui/table.tsx'
import { StateBadge } from '../submissions/state-badge.tsx'
import { type BatchShown, categoryTitle, type Row } from '../submissions/submission-api.ts'
import { type Filters, listHref, myUnit } from './endorsement-api.ts'

/** Who has it, where that can be told from the list: the applicant's institution or the host. */
const whereElse = ({ holder, institution, state }: Row['summary']): string | undefined => {
  if (state !== 'submitted' && state !== 'recommended') return undefined
  if (holder === 'host') return t('atHost')
  return holder === institution.id ? t('at', { unit: institution.name }) : undefined
}

/** The columns of a unit's list, in the order in which they stand; their keys are those of the export. */
export const listColumns = (batch: () => BatchShown | undefined, filters: () => Filters): Column<Row>[] => [
  {
    key: 'title',
    title: t('name'),
    heading: true,
    cell: ({ id, summary }) => (
      <A translate="no" href={listHref(batch()?.id ?? summary.batch, filters(), id)}>
        {summary.title}
      </A>
    ),
  },
  { key: 'receipt', title: t('receipt'), cell: ({ summary }) => <span translate="no">{summary.receipt ?? '–'}</span> },
  { key: 'unit', title: t('unit'), cell: ({ summary }) => <span translate="no">{summary.unit.name}</span> },
  { key: 'institution', title: t('institution'), cell: ({ summary }) => <span translate="no">{summary.institution.name}</span> },
  { key: 'category', title: t('category'), cell: ({ summary }) => categoryTitle(batch(), summary.category) },
  {
    key: 'state',
    title: t('state'),
    cell: ({ summary }) => (
      <Show when={summary.holder !== myUnit() || summary.state !== 'submitted'} fallback={<Badge tone="warn">{t('withYou')}</Badge>}>
        <span class="flex flex-col items-start gap-1">
          <StateBadge state={summary.state} />
          <Show when={whereElse(summary)}>
            {(where) => (
              <small class="text-soft" translate="no">
                {where()}
              </small>
            )}
          </Show>
        </span>
      </Show>
    ),
  },
  {
    key: 'progress',
    title: t('progress'),
    numeric: true,
    cell: ({ summary }) => t('done', { done: summary.sectionsDone, all: summary.sections }),
  },
  {
    key: 'submittedAt',
    title: t('submittedAt'),
    sortable: true,
    cell: ({ summary }) => (summary.submittedAt ? moment(summary.submittedAt) : '–'),
  },
]

/** Shown until somebody chooses: a university sees no column that says its own name in each row. */
export const firstColumns = (unit: string | undefined, category: boolean): string[] => [
  'title',
  'unit',
  ...(unit === 'university' || unit === 'college' ? [] : ['institution']),
  ...(category ? [] : ['category']),
  'state',
  'progress',
  'submittedAt',
]
