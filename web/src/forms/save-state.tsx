import { Match, Show, Switch } from 'solid-js'
import CircleAlert from '~icons/lucide/circle-alert'
import CircleCheck from '~icons/lucide/circle-check'
import CloudOff from '~icons/lucide/cloud-off'
import PencilLine from '~icons/lucide/pencil-line'
import { clock } from '../i18n/dates.ts'
import { t } from '../i18n/forms.ts'
import type { Saving } from './saving.ts'

/** Where the answers are, in a few words; spoken when it changes for the worse, not at every save. */
export function SaveState(props: { saving: Saving; kept: boolean }) {
  const state = () => props.saving.state
  return (
    <span
      class="save-state"
      role="status"
      aria-live={state() === 'waiting' || state() === 'refused' || state() === 'conflict' ? 'assertive' : 'off'}
    >
      <Switch>
        <Match when={state() === 'saved'}>
          <Show when={props.saving.savedAt} fallback={t('notChanged')}>
            {(at) => (
              <>
                <CircleCheck class="text-good" />
                {t('saved', { time: clock(at()) })}
              </>
            )}
          </Show>
        </Match>
        <Match when={state() === 'sending'}>
          <span class="spinner" aria-hidden="true" />
          {t('sending')}
        </Match>
        <Match when={state() === 'changed'}>
          <PencilLine />
          {t('changed')}
        </Match>
        <Match when={state() === 'waiting'}>
          <CloudOff class="text-warn" />
          {props.kept ? t('waiting') : t('waitingUnkept')}
        </Match>
        <Match when={state() === 'conflict'}>
          <CircleAlert class="text-bad" />
          {t('conflict')}
        </Match>
        <Match when={state() === 'refused'}>
          <CircleAlert class="text-bad" />
          {t('refused')}
        </Match>
      </Switch>
    </span>
  )
}
