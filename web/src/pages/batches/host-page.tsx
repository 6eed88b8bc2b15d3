import { createResource, createSignal, For, Show } from 'solid-js'
import { endsByDecision } from '../../../../shared/batches/lifecycle.ts'
import { answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { t } from '../../i18n/batches.ts'
import { deadline } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page-header.tsx'
import { type HostView, stateName, stateTone, watchApi } from './batch-api.ts'
import { RunDialogs, type Running } from './run-dialogs.tsx'
import { StateBar } from './state-bar.tsx'
import { Story } from './story.tsx'

/** How the host runs a batch: where it stands, what can be done with it, how far the submissions are, and the record. */
export function HostPage(props: { batch: HostView; onChanged: () => void }) {
  const [running, setRunning] = createSignal<Running | null>(null)
  const [counts] = createResource(
    () => props.batch.id,
    (batch) => answer(watchApi.batches[':batch'].progress.$get({ param: { batch } })),
  )
  const live = () => props.batch.state === 'open' || props.batch.state === 'paused'
  const state = (index: number) => props.batch.progress.find((row) => row.index === index)?.state ?? 'waiting'
  return (
    <>
      <HostedHeader
        batch={props.batch.id}
        known={props.batch}
        title={props.batch.title}
        own
        state={<Badge tone={stateTone(props.batch.state)}>{stateName(props.batch.state)}</Badge>}
      />
      <Show when={props.batch.state === 'completed' && counts.latest}>
        {(found) => <Story batch={props.batch} totals={found().totals} />}
      </Show>
      <Card
        title={t('stages')}
        actions={
          <Show when={live()}>
            <span class="flex flex-wrap gap-3">
              <Show
                when={props.batch.state === 'open'}
                fallback={<Button onClick={() => setRunning({ act: 'resume' })}>{t('resume')}</Button>}
              >
                <Button onClick={() => setRunning({ act: 'pause' })}>{t('pause')}</Button>
              </Show>
              <Button kind="danger" onClick={() => setRunning({ act: 'cancel' })}>
                {t('cancel')}
              </Button>
            </span>
          </Show>
        }
      >
        <ol class="flex flex-col">
          <For each={props.batch.stages}>
            {(stage, i) => (
              <Show when={stage.on}>
                <li
                  class="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3 first:border-0"
                  aria-current={props.batch.stage === i() ? 'step' : undefined}
                >
                  <span class="flex flex-wrap items-center gap-3">
                    <span classList={{ 'font-semibold': props.batch.stage === i() }}>{inLanguage(stage.title)}</span>
                    <Badge tone={state(i()) === 'active' ? 'info' : state(i()) === 'left' ? 'good' : 'plain'}>{t(state(i()))}</Badge>
                    <Show when={stage.closes}>
                      {(closes) => (
                        <span class="text-soft">
                          {t(state(i()) === 'left' ? 'closed' : 'closes')} {deadline(closes())}
                        </span>
                      )}
                    </Show>
                  </span>
                  <Show when={props.batch.state === 'open' && state(i()) !== 'left'}>
                    <span class="flex flex-wrap gap-2">
                      <Show when={stage.closes}>
                        <Button small onClick={() => setRunning({ act: 'deadline', stage })}>
                          {t('extend')}
                          <span class="sr-only"> {inLanguage(stage.title)}</span>
                        </Button>
                      </Show>
                      <Show when={props.batch.stage === i() && endsByDecision(stage)}>
                        <Button small onClick={() => setRunning({ act: 'leave', stage })}>
                          {t('leave')}
                          <span class="sr-only"> {inLanguage(stage.title)}</span>
                        </Button>
                      </Show>
                    </span>
                  </Show>
                </li>
              </Show>
            )}
          </For>
        </ol>
      </Card>
      <Card title={t('counts')}>
        <Known of={counts.latest}>{(found) => <StateBar label={t('counts')} totals={found().totals} none={t('countsNone')} />}</Known>
      </Card>
      <Show when={running()} keyed>
        {(asked) => <RunDialogs batch={props.batch.id} asked={asked} onClose={() => setRunning(null)} onDone={props.onChanged} />}
      </Show>
    </>
  )
}
