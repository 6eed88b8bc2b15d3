import { For, Show } from 'solid-js'
import FileText from '~icons/lucide/file-text'
import type { FileRef } from '../../../../shared/forms/schema.ts'
import { between } from '../../../../shared/text.ts'
import { bytes } from '../../i18n/numbers.ts'
import { t } from '../../i18n/review-desk.ts'
import { inLanguage } from '../../i18n/texts.ts'
import type { OpenReview } from './desk-api.ts'

/** What the material holds: its sections to go to, the attachments with their size, the application as PDF. */
export function Outline(props: { open: OpenReview; files: readonly FileRef[]; onFile: (file: { id: string; name: string }) => void }) {
  const sections = () => props.open.form.sections.filter(({ key }) => props.open.values[key] !== undefined)
  return (
    <details class="card review-outline mb-5 no-print">
      <summary>
        {t('outline')}
        <Show when={props.files.length > 0}>
          {between}
          {t('attachments', { count: props.files.length })}
        </Show>
      </summary>
      <ol class="outline-sections">
        <For each={sections()}>
          {({ key, title }) => (
            <li>
              <a
                href={`#s-${key}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(`s-${key}`)?.scrollIntoView()
                }}
              >
                {inLanguage(title)}
              </a>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.files.length > 0 || props.open.pdf}>
        <h2 class="mt-4 mb-1 text-base">{t('attachments', { count: props.files.length })}</h2>
        <ul class="outline-files">
          <For each={props.files}>
            {(file) => (
              <li>
                <button type="button" class="outline-file" onClick={() => props.onFile(file)}>
                  <FileText />
                  <span translate="no">{file.name}</span>
                  <span class="text-soft tabular-nums">{bytes(file.bytes)}</span>
                </button>
              </li>
            )}
          </For>
          <Show when={props.open.pdf}>
            <li>
              <button type="button" class="outline-file" onClick={() => props.onFile({ id: 'pdf', name: t('application') })}>
                <FileText />
                <span>{t('application')}</span>
              </button>
            </li>
          </Show>
        </ul>
      </Show>
    </details>
  )
}
