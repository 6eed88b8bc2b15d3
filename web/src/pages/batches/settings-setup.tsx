import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { t } from '../../i18n/batches.ts'
import { RadioGroup, Switch } from '../../ui/choices.tsx'
import { focusField } from '../../ui/focus-field.ts'
import { Card } from '../../ui/page-header.tsx'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'
import { isWhole, type Typed, WholeFigure } from './whole-figure.tsx'

const figures = ['expertsPerSubmission', 'noticeWorkingDays'] as const

/** How experts review, how long the notice runs, and whether what awardees do is public. A check of earlier awards grants none. */
export function SettingsSetup(props: SetupPart) {
  const [settings, setSettings] = createStore<
    Omit<SetupPart['batch']['settings'], (typeof figures)[number]> & Record<(typeof figures)[number], Typed>
  >({ ...props.batch.settings })
  const complete = () => {
    const wrong = figures.find((figure) => !isWhole(settings[figure]))
    if (!wrong) return undefined
    focusField(`settings-${wrong}`)
    return Promise.resolve(false)
  }
  const part = createPart(props, 'settings', () => ({ settings: { ...settings } }), complete)
  const figure = (which: (typeof figures)[number], label: string) => (
    <WholeFigure id={`settings-${which}`} label={label} value={settings[which]} onInput={(typed) => setSettings(which, typed)} />
  )
  return (
    <Card title={t('settings')}>
      <div class="flex flex-col gap-4">
        {figure('expertsPerSubmission', t('experts'))}
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
        {figure('noticeWorkingDays', t('noticeDays'))}
        <Show when={!props.batch.source}>
          <Switch label={t('publicWorkPage')} checked={settings.publicWorkPage} onChange={(on) => setSettings('publicWorkPage', on)} />
        </Show>
      </div>
      <SavePart part={part} name={t('settings')} />
    </Card>
  )
}
