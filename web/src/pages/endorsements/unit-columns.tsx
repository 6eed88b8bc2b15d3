import { Show } from 'solid-js'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { t as lists } from '../../i18n/submission-lists.ts'
import { Badge } from '../../ui/banner.tsx'
import type { Column } from '../../ui/table.tsx'
import { listColumns } from '../submissions/list-columns.tsx'
import { StateBadge } from '../submissions/state-badge.tsx'
import type { BatchShown, Row } from '../submissions/submission-api.ts'
import { myUnit } from './endorsement-api.ts'

/** Who has it, where that can be told from the list: the applicant's institution or the host. */
const whereElse = ({ holder, institution, state }: Row['summary']): string | undefined => {
  if (state !== 'submitted' && state !== 'recommended') return undefined
  if (holder === 'host') return t('atHost')
  return holder === institution.id ? t('at', { unit: institution.name }) : undefined
}

/** The columns of a unit's list, in the order in which they stand. */
export function unitColumns(batch: () => BatchShown | undefined, href: (id: string) => string): Column<Row>[] {
  const { title, receipt, unit, institution, category, submittedAt } = listColumns(batch, href)
  const state: Column<Row> = {
    key: 'state',
    title: lists('state'),
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
          <Show when={summary.remindedAt}>{(at) => <small class="text-soft">{t('remindedAt', { time: moment(at()) })}</small>}</Show>
        </span>
      </Show>
    ),
  }
  const progress: Column<Row> = {
    key: 'progress',
    title: t('progress'),
    numeric: true,
    cell: ({ summary }) => t('done', { done: summary.sectionsDone, all: summary.sections }),
  }
  return [title, receipt, unit, institution, category, state, progress, submittedAt]
}

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
