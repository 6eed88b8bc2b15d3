import { Show } from 'solid-js'
import { deadline } from '../../i18n/dates.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t as sheet } from '../../i18n/review-desk.ts'
import { t } from '../../i18n/review-list.ts'
import type { Desk } from './desk-api.ts'

/** Who asks, and until when, while there is time left. */
export function About(props: { desk: Desk }) {
  return (
    <div class="flex flex-col gap-1">
      <p>
        <Quoting text={t('invitedBy', { host: quoted(props.desk.batch.host) })} />
      </p>
      {/* Nothing is asked of anybody once the review has ended. */}
      <Show when={(props.desk.batch.open || props.desk.batch.paused) && props.desk.batch.closes}>
        {(closes) => <p class="font-semibold">{sheet('until', { deadline: deadline(closes()) })}</p>}
      </Show>
    </div>
  )
}
