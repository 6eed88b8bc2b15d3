import type { JSX } from 'solid-js'
import { createMemo, Show } from 'solid-js'
import { interval } from '../../../../shared/decisions/interval.ts'
import { cut } from '../../../../shared/decisions/ranking.ts'
import { departs } from '../../../../shared/decisions/rules.ts'
import { t } from '../../i18n/decisions.ts'
import { Badge } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { IntervalLegend, IntervalPicture } from './interval-picture.tsx'
import { type Line, outcomeName, type SheetPage } from './sheet-api.ts'

const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2))

/** The lines of a sheet: rank with ties, figures, and what is decided. `actions` adds the buttons of a row. */
export function Lines(props: {
  page: SheetPage
  loading?: boolean
  actions?: (line: Line) => JSX.Element
  /** Where the line stands that is being moved. */
  line?: number | undefined
}) {
  const scale = () => {
    const all = props.page.rows.flatMap(({ scores }) => scores)
    return { from: Math.max(0, Math.floor(Math.min(100, ...all) / 10) * 10), until: 100 }
  }
  // The line is drawn after the last who would stand above it; a tie at it has nobody above.
  const lastAbove = createMemo(() => (props.line === undefined ? undefined : cut(props.page.rows, props.line).above.at(-1)))
  const isLast = (line: Line) => line.submission === lastAbove()
  const columns = (): Column<Line>[] => [
    { key: 'rank', title: t('rank'), numeric: true, cell: (line) => <Rank line={line} last={isLast(line)} /> },
    {
      key: 'work',
      title: t('work'),
      heading: true,
      gathered: true,
      cell: (line) => (
        <span translate="no">
          {line.title}
          <small class="block font-normal text-soft">
            {line.unit === line.title || line.unit === line.institution ? '' : `${line.unit} `}
            <span class="whitespace-nowrap">{line.receipt}</span>
          </small>
        </span>
      ),
    },
    { key: 'institution', title: t('institution'), gathered: true, cell: (line) => <span translate="no">{line.institution}</span> },
    {
      key: 'score',
      title: t('score'),
      numeric: true,
      cell: (line) => (line.score === null ? <span class="text-soft">{t('noScore')}</span> : figure(line.score)),
    },
    { key: 'reviews', title: t('reviews'), numeric: true, gathered: true, cell: (line) => line.reviews },
    { key: 'spread', title: t('spread'), numeric: true, gathered: true, cell: (line) => figure(line.spread) },
    {
      key: 'interval',
      title: t('interval'),
      gathered: true,
      cell: (line) => <IntervalPicture scores={line.scores ?? []} score={line.score} method={props.page.sheet.method} {...scale()} />,
    },
    { key: 'outcome', title: t('outcome'), cell: (line) => <Outcome line={line} page={props.page} /> },
    ...(props.actions ? [{ key: 'actions', title: t('save'), actions: true, cell: props.actions }] : []),
  ]
  return (
    <>
      <Show when={props.page.rows.some(({ score }) => score !== null)}>
        <IntervalLegend bands={props.page.rows.some(({ scores }) => interval(scores ?? [], props.page.sheet.method) !== null)} />
      </Show>
      <Table
        caption={t('title')}
        columns={columns()}
        rows={props.page.rows}
        id={(line) => line.submission}
        loading={props.loading}
        empty={<EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>}
      />
    </>
  )
}

function Rank(props: { line: Line; last: boolean }) {
  return (
    <span class="tabular-nums" classList={{ 'last-above': props.last }}>
      {props.line.rank}
      <Show when={props.line.tied > 1}>
        {' '}
        <Badge tone="warn">{t('tied', { count: props.line.tied })}</Badge>
      </Show>
    </span>
  )
}

function Outcome(props: { line: Line; page: SheetPage }) {
  const tone = () => (props.line.outcome === undefined ? 'warn' : props.line.outcome === 'award' ? 'good' : 'plain')
  return (
    <span class="flex flex-col items-start gap-1">
      <Badge tone={tone()}>{outcomeName(props.line.outcome, props.page.sheet.outcomes)}</Badge>
      <Show when={props.line.reason}>
        <small class="text-soft" translate="no">
          {props.line.reason}
        </small>
      </Show>
      <Show when={props.line.decided && departs(props.line, props.page.sheet.reviewed)}>
        <small class="text-warn">{t(props.line.reason ? 'departs' : 'lacksReason')}</small>
      </Show>
    </span>
  )
}
