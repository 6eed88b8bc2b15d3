import { For, Show } from 'solid-js'
import { t } from '../../../i18n/previews.ts'
import { t as desk } from '../../../i18n/review-desk.ts'
import { inLanguage } from '../../../i18n/texts.ts'
import { Banner } from '../../../ui/banner.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Card } from '../../../ui/page-header.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { ScoreField } from '../../reviews/score-field.tsx'
import type { HostView } from '../batch-api.ts'

const nothing = () => undefined

/** The sheet that an expert scores on, by the criteria as they are set so far. */
export default function AsExpert(props: { host: HostView }) {
  const reviewed = () => props.host.stages.some(({ kind, on }) => kind === 'review' && on)
  const settings = () => props.host.settings
  return (
    <Card title={t('sheet')}>
      <Show when={reviewed() ? props.host.rubric : undefined} fallback={<p>{t('noReview')}</p>}>
        {(rubric) => (
          <div class="flex max-w-prose flex-col gap-6">
            <ul class="list-disc pl-5">
              <li>{t(settings().applicantHiddenFromExpert ? 'applicantHidden' : 'applicantShown')}</li>
              <li>{t('expertHidden')}</li>
              <Show when={settings().secondStep}>
                <li>{t('secondStepOn')}</li>
              </Show>
            </ul>
            <Show when={props.host.categoryRubrics && !props.host.rubricChanged}>
              <Banner>{t('ownCriteria')}</Banner>
            </Show>
            <For each={rubric().criteria}>
              {(criterion) => <ScoreField criterion={criterion} value={undefined} disabled onChange={nothing} />}
            </For>
            <Show when={rubric().recommendation}>
              {(choices) => (
                <RadioGroup
                  label={desk('recommendation')}
                  required
                  inline
                  disabled
                  value={null}
                  options={choices().map(({ value, label }) => ({ value, label: inLanguage(label) }))}
                  onChange={nothing}
                />
              )}
            </Show>
            <TextArea
              label={desk('comment')}
              required={rubric().commentMin > 0}
              max={rubric().commentMax}
              rows={4}
              disabled
              help={rubric().commentMin > 0 ? desk('commentShort', { min: rubric().commentMin, left: rubric().commentMin }) : undefined}
              value=""
              onInput={nothing}
            />
          </div>
        )}
      </Show>
    </Card>
  )
}
