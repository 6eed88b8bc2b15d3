import { A } from '@solidjs/router'
import { createResource, For, type JSX, Show } from 'solid-js'
import { batchStates } from '../../../../shared/batches/schema.ts'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/endorsements.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { AlsoSaid } from '../../ui/also-said.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { openBatches } from '../submissions/submission-api.ts'

/** The batches in which a unit recommends, each with the stage it is in. */
export function BatchesToEndorse(props: { fallback?: JSX.Element }) {
  const [all] = createResource(openBatches)
  const rows = () => all()?.filter(({ parts }) => parts.includes('recommend')) ?? []
  return (
    <Show when={rows().length > 0} fallback={all() && props.fallback}>
      <ul class="flex flex-col">
        <For each={rows()}>
          {(batch) => (
            <li class="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
              <span class="min-w-0">
                <A class="font-semibold" translate="no" href={`/batches/${batch.id}/list`}>
                  {batch.title}
                </A>
                <small class="flex flex-wrap gap-x-4 text-soft">
                  <span translate="no">{batch.host.name}</span>
                  <Show when={batch.now} fallback={<span>{inLanguage(batchStates[batch.state])}</span>}>
                    {(now) => (
                      <>
                        <span>{t('stageNow', { stage: inLanguage(now().title) })}</span>
                        <Show when={now().closes}>{(closes) => <span>{t('closes', { time: deadline(closes()) })}</span>}</Show>
                      </>
                    )}
                  </Show>
                </small>
              </span>
              <LinkButton href={`/batches/${batch.id}/list`}>
                {t(batch.state === 'open' && ['collect', 'endorse'].includes(batch.now?.kind ?? '') ? 'open' : 'look')}
                <AlsoSaid>{batch.title}</AlsoSaid>
              </LinkButton>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
