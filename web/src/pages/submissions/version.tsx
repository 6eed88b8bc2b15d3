import { useParams } from '@solidjs/router'
import { createResource, Show } from 'solid-js'
import { between, factsUnder } from '../../../../shared/text.ts'
import { answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { FormReader } from '../../forms/form-reader.tsx'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/submissions.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Facts, PageHeader } from '../../ui/page-header.tsx'
import { toastError } from '../../ui/toast.tsx'
import { filesAddress, formOf, type Named, one, openDocument, submissionHref } from './submission-api.ts'

/** A frozen version as it was handed in. */
export default function VersionPage() {
  const params = useParams<Named & { number: string }>()
  const named = (): Named => ({ batch: params.batch, submission: params.submission })
  const [given] = createResource(
    () => params.number,
    async (number) => {
      const [form, frozen] = await Promise.all([formOf(named()), answer(one.versions[':number'].$get({ param: { ...named(), number } }))])
      return { form, ...frozen }
    },
  )
  const values = () => Object.fromEntries(Object.entries(given()?.sections ?? {}).map(([key, { values }]) => [key, values]))
  return (
    <Known of={given()}>
      {(found) => (
        <>
          <PageHeader
            title={t('versionTitle', { number: found().version.number })}
            crumbs={[{ label: found().manifest.title, href: submissionHref(named()), own: true }]}
            above={
              // On paper there are no crumbs to say what was handed in, nor the bar that says by whom.
              <p class="print-only" translate="no">
                {[
                  found().manifest.title,
                  factsUnder(found().manifest.title, [found().manifest.unit.name, found().manifest.institution.name]),
                ]
                  .filter(Boolean)
                  .join(between)}
              </p>
            }
            actions={
              <>
                <Button onClick={() => window.print()}>{t('print')}</Button>
                <Show when={found().version.document}>
                  <Button onClick={() => openDocument(named(), found().version.number).catch(toastError)}>{t('pdf')}</Button>
                </Show>
              </>
            }
          />
          <Card>
            <Facts
              facts={[
                { key: 'receipt', label: t('receiptNumber'), value: <span translate="no">{found().version.receipt}</span> },
                { key: 'at', label: t('serverTime'), value: t('beijing', { time: moment(found().version.at) }) },
                { key: 'by', label: t('by'), value: <span translate="no">{found().version.by.name}</span> },
                {
                  key: 'hash',
                  label: t('hash'),
                  value: (
                    <code class="break-all" translate="no">
                      {found().version.sha256}
                    </code>
                  ),
                },
              ]}
            />
          </Card>
          <div class="form-printed">
            <FormReader form={found().form} values={values()} files={filesAddress(named())} />
          </div>
        </>
      )}
    </Known>
  )
}
