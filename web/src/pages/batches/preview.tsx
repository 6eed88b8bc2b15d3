import { useParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { FormReader } from '../../forms/form-reader.tsx'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/page-header.tsx'
import { type ApplicantView, api } from './batch-api.ts'
import { CallPage } from './call-page.tsx'

/** The batch as an applicant will see it, with the forms to fill in. */
export default function Preview() {
  const params = useParams<{ batch: string }>()
  const [given] = createResource(
    () => params.batch,
    async (batch) => (await answer(api.batches[':batch'].preview.$get({ param: { batch }, query: {} }))) as unknown as ApplicantView,
  )
  return (
    <Show when={given.latest}>
      {(batch) => (
        <>
          <Banner>{t('preview')}</Banner>
          <CallPage batch={batch()} preview />
          {Object.values(batch().forms).map((form) => (
            <Show when={form}>
              {(shown) => (
                <Card title={inLanguage(shown().title)}>
                  <FormReader form={shown()} values={{}} />
                </Card>
              )}
            </Show>
          ))}
        </>
      )}
    </Show>
  )
}
