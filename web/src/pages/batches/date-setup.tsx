import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/batches.ts'
import { dateOf, fromBeijing } from '../../i18n/dates.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choices.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { Card } from '../../ui/page-header.tsx'
import { templateApi } from './batch-api.ts'
import type { SetupPart } from './setup.tsx'

const day = 86_400_000
/** Stages that end when people have decided, and need no closing time. */
const decided = new Set(['deliberate', 'notice', 'publish'])

/** The stages as a line one can read aloud, each with its dates. */
export function DateSetup(props: SetupPart) {
  const [stages, setStages] = createStore(props.batch.stages.map((stage) => ({ ...stage })))
  const [from, setFrom] = createSignal<string | null>(dateOf(new Date(Date.now() + day).toISOString()))
  const fill = async () => {
    const start = from()
    if (!start) return
    const template = await answer(
      templateApi.templates[':key'].$get({
        param: { key: props.batch.template.key },
        query: { version: String(props.batch.template.version) },
      }),
    )
    let at = Date.parse(fromBeijing(start))
    stages.forEach((stage, i) => {
      if (!stage.on) return
      const days = template.stages.find(({ key }) => key === stage.key)?.defaultDays ?? 7
      setStages(i, { opens: new Date(at).toISOString(), closes: decided.has(stage.kind) ? null : new Date(at + days * day).toISOString() })
      if (decided.has(stage.kind)) setStages(i, 'opens', null)
      else at += days * day
    })
  }
  return (
    <Card title={t('dates')}>
      <p class="mb-4 text-soft">{t('datesHelp')}</p>
      <div class="mb-5 flex flex-wrap items-end gap-3">
        <DateField label={t('from')} unmarked value={from()} onInput={setFrom} />
        <Button onClick={fill}>{t('fill')}</Button>
      </div>
      <ol class="flex flex-col">
        <For each={stages}>
          {(stage, i) => (
            <li class="border-t border-line py-4">
              <fieldset>
                <legend class="font-semibold">
                  {i() + 1}. {inLanguage(stage.title)}
                </legend>
                <div class="mt-2 flex flex-wrap items-end gap-x-8 gap-y-3">
                  <Switch label={t('used')} checked={stage.on} onChange={(on) => setStages(i(), 'on', on)} />
                  <Show when={stage.on && !decided.has(stage.kind)}>
                    <MomentField label={t('opens')} unmarked value={stage.opens} onInput={(opens) => setStages(i(), 'opens', opens)} />
                    <MomentField
                      label={t('until')}
                      unmarked
                      end
                      value={stage.closes}
                      onInput={(closes) => setStages(i(), 'closes', closes)}
                    />
                  </Show>
                </div>
              </fieldset>
            </li>
          )}
        </For>
      </ol>
      <Button onClick={() => props.save({ stages: stages.map(({ key, on, opens, closes }) => ({ key, on, opens, closes })) })}>
        {t('save')}
        <span class="sr-only"> {t('dates')}</span>
      </Button>
    </Card>
  )
}
