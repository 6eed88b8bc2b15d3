import { Show } from 'solid-js'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { t } from '../../i18n/review-list.ts'
import { Banner } from '../../ui/banner.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Desk } from './desk-api.ts'

/** What the same link shows once the batch is completed: thanks, and nothing of the material. */
export function Over(props: { desk: Desk }) {
  return (
    <>
      <PageHeader
        title={props.desk.batch.title}
        own
        intro={
          <p>
            <Quoting text={t('invitedBy', { host: quoted(props.desk.batch.host) })} />
          </p>
        }
      />
      <Banner tone="good" title={t('over')}>
        <Show when={props.desk.expert.submitted > 0}>
          <p>{t('overSubmitted', { count: props.desk.expert.submitted })}</p>
        </Show>
        <p>{t('overBody')}</p>
      </Banner>
    </>
  )
}
