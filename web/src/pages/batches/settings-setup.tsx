import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { t } from '../../i18n/batches.ts'
import { RadioGroup, Switch } from '../../ui/choices.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Card } from '../../ui/page-header.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'

/** How experts review, how long the notice runs, and whether what awardees do is public. A check of earlier awards grants none. */
export function SettingsSetup(props: SetupPart) {
  const [settings, setSettings] = createStore({ ...props.batch.settings })
  const part = createPart(props, 'settings', () => ({ settings: { ...settings } }))
  const whole = (value: unknown, fallback: number) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : fallback)
  return (
    <Card title={t('settings')}>
      <div class="flex flex-col gap-4">
        <NumberField
          label={t('experts')}
          unmarked
          value={settings.expertsPerSubmission}
          onInput={(value) => setSettings('expertsPerSubmission', whole(value, settings.expertsPerSubmission))}
        />
        <RadioGroup
          label={t('method')}
          unmarked
          inline
          value={settings.method}
          options={[
            { value: 'mean', label: t('mean') },
            { value: 'trimmed-mean', label: t('trimmed') },
          ]}
          onChange={(method) => setSettings('method', method)}
        />
        <Switch
          label={t('hideApplicant')}
          help={t('hideApplicantHelp')}
          checked={settings.applicantHiddenFromExpert}
          onChange={(on) => setSettings('applicantHiddenFromExpert', on)}
        />
        <Switch label={t('secondStep')} checked={settings.secondStep} onChange={(on) => setSettings('secondStep', on)} />
        <NumberField
          label={t('noticeDays')}
          unmarked
          value={settings.noticeWorkingDays}
          onInput={(value) => setSettings('noticeWorkingDays', whole(value, settings.noticeWorkingDays))}
        />
        <Show when={!props.batch.source}>
          <Switch label={t('publicWorkPage')} checked={settings.publicWorkPage} onChange={(on) => setSettings('publicWorkPage', on)} />
        </Show>
      </div>
      <SavePart part={part} name={t('settings')} />
    </Card>
  )
}
