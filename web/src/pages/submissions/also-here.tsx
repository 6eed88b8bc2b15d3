import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { t } from '../../i18n/applicant.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { colleagues } from './colleagues.ts'
import type { Named } from './submission-api.ts'

/** Says who else has this section open, and that nothing is lost by it. */
export default function AlsoHere() {
  const params = useParams<Named & { section: string }>()
  const present = colleagues(
    () => ({ batch: params.batch, submission: params.submission }),
    () => params.section,
  )
  const here = () => present().filter(({ section }) => section === params.section)
  return (
    <Show when={here().length > 0}>
      <p class="present-line mb-4" role="status">
        <span class="present-dot" aria-hidden="true" />
        <span>
          <Quoting
            text={t('alsoHere', {
              names: here()
                .map(({ name }) => quoted(name))
                .join(t('comma')),
              count: here().length,
            })}
          />
        </span>
      </p>
    </Show>
  )
}
