import { useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createResource, createSignal, For, on, Show } from 'solid-js'
import { organisationKinds } from '../../../../shared/organisations/kinds.ts'
import { between, inARow } from '../../../../shared/text.ts'
import { actKey, answer } from '../../data/client.ts'
import { Known } from '../../data/known.tsx'
import { me } from '../../data/session.ts'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { language } from '../../i18n/language.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { api, templateApi } from './batch-api.ts'

/** A batch begins with a template. */
export default function NewBatch() {
  const [templates] = createResource(async () => (await answer(templateApi.templates.$get())).rows)
  type Row = NonNullable<ReturnType<typeof templates>>[number]
  const [chosen, setChosen] = createSignal<Row | null>(null)
  const [title, setTitle] = createSignal('')
  const navigate = useNavigate()
  const act = actKey()
  const [search, setSearch] = useSearchParams<{ template?: string; source?: string }>()
  const [source] = createResource(
    () => search.source,
    (batch) => answer(api.batches[':batch'].$get({ param: { batch } })),
  )
  const choose = (template: Row) => {
    setTitle(inLanguage(template.title))
    setChosen(template)
  }
  const leave = () => {
    setChosen(null)
    setSearch({ template: undefined, source: undefined })
  }
  // Who comes from an award list has chosen the template there.
  createEffect(
    on([templates, source], ([all, list]) => {
      const meant = all?.find(({ key }) => key === search.template)
      if (meant && list) choose(meant)
    }),
  )
  return (
    <>
      <PageHeader title={t('newBatch')} intro={t('chooseTemplateIntro')} crumbs={[{ label: t('batches'), href: '/batches' }]} />
      <Show when={me()?.active?.organisation.name}>
        {(name) => (
          <div class="mb-5">
            <Banner tone="info">
              <p>
                {t('hostedBy')} <strong translate="no">{name()}</strong>
              </p>
              <Show when={(me()?.memberships.length ?? 0) > 1}>
                <p>{t('hostedElse', { count: me()?.memberships.length ?? 0 })}</p>
              </Show>
            </Banner>
          </div>
        )}
      </Show>
      <div class="templates grid gap-x-5 lg:grid-cols-2">
        <For each={templates.latest?.filter(({ mayHost }) => mayHost)}>
          {(template) => (
            <Card title={inLanguage(template.title)}>
              <div class="flex grow flex-col gap-3">
                <p class="text-soft">{inLanguage(template.introduction)}</p>
                <Show when={template.basis.length > 0}>
                  <p class="text-sm text-soft">
                    <Quoting text={t('basis', { basis: inARow(template.basis.map(quoted), language()) })} />
                  </p>
                </Show>
                <p class="flex flex-wrap gap-2">
                  <For each={template.categories}>{(category) => <Badge>{inLanguage(category.title)}</Badge>}</For>
                </p>
                <p class="text-sm">{template.stages.map(({ title }) => inLanguage(title)).join(' → ')}</p>
                <details>
                  <summary>
                    {s('contents')}
                    <span class="sr-only"> {inLanguage(template.title)}</span>
                  </summary>
                  <ul class="mt-2 list-disc pl-5 text-sm">
                    <For each={template.categories}>
                      {(category) => (
                        <li>
                          {inLanguage(category.title)}{' '}
                          <span class="text-soft">
                            {inLanguage(organisationKinds[category.applicant])}
                            <Show when={category.places}>
                              {(count) => (
                                <>
                                  {between}
                                  {t('placesCount', { count: count() })}
                                </>
                              )}
                            </Show>
                          </span>
                        </li>
                      )}
                    </For>
                    <For each={template.contains}>{(line) => <li>{inLanguage(line)}</li>}</For>
                  </ul>
                </details>
                <div class="mt-auto">
                  <Button kind="primary" onClick={() => choose(template)}>
                    {t('create')}
                    <span class="sr-only"> {inLanguage(template.title)}</span>
                  </Button>
                </div>
              </div>
            </Card>
          )}
        </For>
      </div>
      <ConfirmDialog
        open={chosen() !== null}
        onClose={leave}
        title={t('newBatch')}
        action={t('create')}
        disabled={title().trim().length < 4}
        onConfirm={async () => {
          const template = chosen()
          if (!template) return
          const made = await answer(
            api.batches.$post(
              {
                json: {
                  template: template.key,
                  version: template.version,
                  title: title().trim(),
                  ...(search.source && { source: search.source }),
                },
              },
              act.options(),
            ),
          )
          act.done()
          navigate(`/batches/${made.id}/setup`)
        }}
      >
        <Known of={source.latest}>{(list) => <p>{t('fromList', { title: list().title })}</p>}</Known>
        <p>
          {t('hostedBy')} <strong translate="no">{me()?.active?.organisation.name}</strong>
        </p>
        <TextField label={t('title')} required max={80} value={title()} onInput={setTitle} />
      </ConfirmDialog>
    </>
  )
}
