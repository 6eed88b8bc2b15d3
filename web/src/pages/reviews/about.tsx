import { Show } from 'solid-js'
import { deadline } from '../../i18n/dates.ts'
import { t as sheet } from '../../i18n/review-desk.ts'
import { t } from '../../i18n/review-list.ts'
import type { Desk } from './desk-api.ts'

/** Who asks, and until when. */
export function About(props: { desk: Desk }) {
  return (
    <div class="flex flex-col gap-1">
      <p translate="no">{t('invitedBy', { host: props.desk.batch.host })}</p>
      <Show when={props.desk.batch.closes}>
        {(closes) => <p class="font-semibold">{sheet('until', { deadline: deadline(closes()) })}</p>}
      </Show>
    </div>
  )
}
