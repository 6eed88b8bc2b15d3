import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Form } from '../../../../../shared/forms/schema.ts'
import { Known } from '../../../data/known.tsx'
import type { Saver } from '../../../forms/saver.ts'
import { SectionEditor } from '../../../forms/section-editor.tsx'
import { t } from '../../../i18n/previews.ts'
import { t as words } from '../../../i18n/sections.ts'
import { inLanguage } from '../../../i18n/texts.ts'
import { Select } from '../../../ui/choices.tsx'
import { Card } from '../../../ui/page-header.tsx'
import type { PreviewView } from '../batch-api.ts'
import { CallBody } from '../call-page.tsx'

/** Nothing that is typed in a preview is kept: it cannot be typed. */
const nowhere: Saver = { address: 'preview', save: () => Promise.reject(new Error('a preview saves nothing')) }

/** The call, and every section of its forms as they will be filled in. */
export default function AsApplicant(props: { call: PreviewView }) {
  const [search, setSearch] = useSearchParams<{ form?: string; section?: string }>()
  const forms = () => Object.entries(props.call.forms).flatMap(([key, form]) => (form ? [{ key, form: form as Form }] : []))
  const shown = () => forms().find(({ key }) => key === search.form) ?? forms()[0]
  return (
    <>
      <CallBody batch={props.call} />
      <Known of={shown()}>
        {(found) => {
          const section = () => found().form.sections.find(({ key }) => key === search.section) ?? found().form.sections[0]
          return (
            <Card title={inLanguage(found().form.title)}>
              <Show when={forms().length > 1}>
                <div class="mb-4 max-w-md">
                  <Select
                    label={t('form')}
                    unmarked
                    empty={false}
                    value={found().key}
                    options={forms().map(({ key, form }) => ({ value: key, label: inLanguage(form.title) }))}
                    onChange={(form) => setSearch({ form: form ?? undefined, section: undefined }, { replace: true, scroll: false })}
                  />
                </div>
              </Show>
              <div class="grid items-start gap-5 lg:grid-cols-[minmax(12rem,1fr)_minmax(0,3fr)]">
                <nav aria-label={words('sections')}>
                  <ol class="preview-sections">
                    <For each={found().form.sections}>
                      {(each, at) => (
                        <li>
                          <button
                            type="button"
                            aria-current={each.key === section()?.key ? 'true' : undefined}
                            onClick={() => setSearch({ section: each.key }, { replace: true, scroll: false })}
                          >
                            {at() + 1}. {inLanguage(each.title)}
                          </button>
                        </li>
                      )}
                    </For>
                  </ol>
                </nav>
                <Show when={section()} keyed>
                  {(each) => (
                    <section aria-label={inLanguage(each.title)}>
                      <h3 class="mb-3">{inLanguage(each.title)}</h3>
                      <Show when={each.intro}>{(intro) => <p class="mb-3">{inLanguage(intro())}</p>}</Show>
                      <SectionEditor form={found().form} section={each.key} values={{}} version={0} save={nowhere} disabled />
                    </section>
                  )}
                </Show>
              </div>
            </Card>
          )
        }}
      </Known>
    </>
  )
}
