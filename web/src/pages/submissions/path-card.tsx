import { For, Show } from 'solid-js'
import type { Form } from '../../../../shared/forms/schema.ts'
import { placed } from '../../../../shared/submissions/comments.ts'
import type { SubmissionFact } from '../../../../shared/submissions/states.ts'
import type { Coming, Path, Step } from '../../../../shared/submissions/timeline.ts'
import { between } from '../../../../shared/text.ts'
import { deadline, moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/path.ts'
import { quoted } from '../../i18n/quoting.tsx'
import { t as s } from '../../i18n/sections.ts'
import { t as words } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Card } from '../../ui/page-header.tsx'
import { Timeline, type TimelineEntry } from '../../ui/progress.tsx'

const bad: readonly (SubmissionFact | 'submission.started')[] = ['submission.returned', 'submission.declined', 'submission.disqualified']

/** The path of a submission: what happened, who has it and since when, what comes next. */
export function PathCard(props: { path: Path; form: Form }) {
  const holder = () => {
    const { holder } = props.path.now
    if (holder === 'applicant') return s('withApplicant')
    return holder === 'host' ? s('withHost') : quoted(holder.name)
  }
  const entries = (): TimelineEntry[] => [
    ...props.path.steps.map(
      (step, index): TimelineEntry => ({
        key: `${index}`,
        title: t(step.type),
        when: moment(step.at),
        state: bad.includes(step.type) ? 'bad' : 'done',
        children: <Said step={step} form={props.form} />,
      }),
    ),
    {
      key: 'now',
      title: t('pathNow', { holder: holder() }),
      when: t('since', { time: moment(props.path.now.since) }),
      state: 'now',
      children: <Show when={props.path.now.closes}>{(closes) => <p>{words('nextCloses', { time: deadline(closes()) })}</p>}</Show>,
    },
    ...props.path.coming.map(coming),
  ]
  return (
    <Card title={t('path')}>
      <Timeline label={t('path')} entries={entries()} />
    </Card>
  )
}

const coming = (next: Coming, index: number): TimelineEntry => {
  const what = next.unit ? quoted(next.unit.name) : next.stage ? inLanguage(next.stage) : ''
  const opens = next.opens && Date.parse(next.opens) > Date.now() ? t('nextOpens', { time: moment(next.opens) }) : undefined
  const closes = next.closes ? words('nextCloses', { time: deadline(next.closes) }) : undefined
  return { key: `next-${index}`, title: index === 0 ? t('next', { what }) : what, when: opens ?? closes, state: 'waiting' }
}

function Said(props: { step: Step; form: Form }) {
  return (
    <div>
      <Show when={props.step.unit}>{(unit) => <p translate="no">{unit().name}</p>}</Show>
      <Show when={props.step.receipt}>
        {(receipt) => (
          <p class="tabular-nums">
            {words('receiptNumber')}{' '}
            <span class="whitespace-nowrap" translate="no">
              {receipt()}
            </span>
          </p>
        )}
      </Show>
      <Show when={props.step.until}>{(until) => <p>{t('correctBy', { time: deadline(until()) })}</p>}</Show>
      <Show when={props.step.opinion}>
        {(opinion) => (
          <p>
            {t('opinion')}
            {between}
            <span translate="no">{opinion()}</span>
          </p>
        )}
      </Show>
      <Show when={props.step.reason}>
        {(reason) => (
          <p>
            {t('reason')}
            {between}
            <span translate="no">{reason()}</span>
          </p>
        )}
      </Show>
      <For each={placed(props.step.comments, props.form)}>
        {({ section, field, text }) => (
          <p class="whitespace-pre-line">
            {[section?.title, field?.label].flatMap((each) => (each ? [inLanguage(each) + between] : [])).join('')}
            <span translate="no">{text}</span>
          </p>
        )}
      </For>
    </div>
  )
}
