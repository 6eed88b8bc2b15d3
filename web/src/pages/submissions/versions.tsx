import { A } from '@solidjs/router'
import { createResource, For, Show } from 'solid-js'
import { moment } from '../../i18n/dates.ts'
import { t } from '../../i18n/submissions.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page-header.tsx'
import { toastError } from '../../ui/toast.tsx'
import { type Named, openDocument, submissionHref, versionsOf } from './submission-api.ts'

/** The versions that were frozen, the latest first. */
export function Versions(props: { named: Named }) {
  const [rows] = createResource(() => props.named, versionsOf)
  return (
    <Show when={(rows.latest?.length ?? 0) > 0}>
      <Card title={t('versions')}>
        <ul class="flex flex-col">
          <For each={[...(rows.latest ?? [])].reverse()}>
            {(version) => (
              <li class="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
                <span class="min-w-0">
                  <A href={submissionHref(props.named, `/versions/${version.number}`)}>{t('version', { number: version.number })}</A>
                  <small class="flex flex-wrap gap-x-4 text-soft">
                    <span>{moment(version.at)}</span>
                    <span translate="no">{version.by.name}</span>
                    <span class="whitespace-nowrap" translate="no">
                      {version.receipt}
                    </span>
                  </small>
                </span>
                <Show when={version.document}>
                  <Button small onClick={() => openDocument(props.named, version.number).catch(toastError)}>
                    {t('pdf')}
                    <span class="sr-only"> {t('version', { number: version.number })}</span>
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}
