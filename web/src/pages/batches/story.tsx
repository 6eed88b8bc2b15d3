import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { t as b } from '../../i18n/batches.ts'
import { day } from '../../i18n/dates.ts'
import { number } from '../../i18n/numbers.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { t } from '../../i18n/watching.ts'
import { Card } from '../../ui/page-header.tsx'
import { Timeline, type TimelineEntry } from '../../ui/progress.tsx'
import type { HostView } from './batch-api.ts'
import { spanOf } from './stage-span.ts'

type Totals = Record<string, number>

/** The days a stage lasted; one day is said once. */
function lasted(stage: HostView['stages'][number], from: string, leftAt: string | undefined): string {
  const span = spanOf(stage, from, leftAt)
  if (span.to === undefined) return t('stageFrom', { from: day(from) })
  const [first, last] = [day(span.from), day(span.to)]
  return first === last ? first : t('stageSpan', { from: first, to: last })
}

/** How many came how far; whoever came further has also passed what lies before. */
export function funnelOf(totals: Totals) {
  const sum = (...states: string[]) => states.reduce((all, state) => all + (totals[state] ?? 0), 0)
  const awarded = sum('awarded')
  const qualified = sum('qualified', 'unsuccessful') + awarded
  const recommended = sum('recommended', 'disqualified') + qualified
  const submitted = sum('submitted', 'declined') + recommended
  return { started: sum('draft', 'returned') + submitted, submitted, recommended, qualified, awarded }
}

/** What became of the batch: its real dates, how many came how far, and where its notice and its list are. */
export function Story(props: { batch: HostView; totals: Totals }) {
  const steps = () => {
    const funnel = funnelOf(props.totals)
    return [
      { key: 'started', label: t('fStarted'), count: funnel.started },
      { key: 'submitted', label: t('fSubmitted'), count: funnel.submitted },
      { key: 'recommended', label: t('fRecommended'), count: funnel.recommended },
      ...(props.batch.stages.some(({ kind, on }) => kind === 'screen' && on)
        ? [{ key: 'qualified', label: t('fQualified'), count: funnel.qualified }]
        : []),
      { key: 'awarded', label: t('fAwarded'), count: funnel.awarded },
    ]
  }
  const most = () => Math.max(1, ...steps().map(({ count }) => count))
  const entries = (): TimelineEntry[] => {
    const { openedAt, stages, progress, state } = props.batch
    const stageEntries = stages.flatMap((stage, index): TimelineEntry[] => {
      const row = progress.find((each) => each.index === index)
      const from = row?.openedAt ?? row?.enteredAt
      if (!stage.on || !row || !from) return []
      return [
        {
          key: stage.key,
          title: inLanguage(stage.title),
          when: lasted(stage, from, row.leftAt),
          state: row.state === 'left' ? 'done' : 'now',
          children: <Links batch={props.batch.id} kind={stage.kind} />,
        },
      ]
    })
    const last = progress
      .map(({ leftAt }) => leftAt)
      .filter((at) => at !== undefined)
      .toSorted()
      .at(-1)
    return [
      ...(openedAt ? [{ key: 'opened', title: t('opened'), when: day(openedAt), state: 'done' as const }] : []),
      ...stageEntries,
      ...(state === 'completed' && last ? [{ key: 'ended', title: t('ended'), when: day(last), state: 'done' as const }] : []),
    ]
  }
  return (
    <div class="live-columns">
      <Card title={t('story')}>
        <Timeline label={t('story')} entries={entries()} />
      </Card>
      <Card title={t('funnel')}>
        <ol class="flex flex-col gap-3">
          <For each={steps()}>
            {(step) => (
              <li>
                <div class="flex justify-between gap-3">
                  <span>{step.label}</span>
                  <span class="tabular-nums">{number(step.count)}</span>
                </div>
                <progress class="progress" aria-label={step.label} value={step.count} max={most()} />
              </li>
            )}
          </For>
        </ol>
      </Card>
    </div>
  )
}

function Links(props: { batch: string; kind: string }) {
  return (
    <>
      <Show when={props.kind === 'notice'}>
        <A href={`/batches/${props.batch}/notice`}>{t('noticeLink')}</A>
      </Show>
      <Show when={props.kind === 'publish'}>
        <A href={`/batches/${props.batch}/awards`}>{t('awardLink')}</A>
      </Show>
      <Show when={props.kind === 'collect'}>
        <A href={`/batches/${props.batch}/submissions`}>{b('submissions')}</A>
      </Show>
      <Show when={props.kind === 'review'}>
        <A href={`/batches/${props.batch}/review`}>{b('review')}</A>
      </Show>
    </>
  )
}
