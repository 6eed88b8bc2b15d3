import { useNavigate, useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/batches.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { api, type HostView, runApi, stateName, stateTone } from './batch-api.ts'
import { CategorySetup } from './category-setup.tsx'
import { DateSetup } from './date-setup.tsx'
import { SettingsSetup } from './settings-setup.tsx'

export type SetupPart = { batch: HostView; save: (json: Record<string, unknown>) => Promise<void> }

/** Everything a batch needs before it is opened, on one page, with what is still missing beside it. */
export default function Setup() {
  const params = useParams<{ batch: string }>()
  const navigate = useNavigate()
  const [given, { refetch }] = createResource(
    () => params.batch,
    async (batch) => (await answer(api.batches[':batch'].$get({ param: { batch } }))) as unknown as HostView,
  )
  const [asking, setAsking] = createSignal<'open' | 'discard' | null>(null)
  const act = actKey()
  const save = async (json: Record<string, unknown>) => {
    try {
      await answer(api.batches[':batch'].$patch({ param: { batch: params.batch }, json }))
      await refetch()
      toast(t('saved'))
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <Show when={given.latest}>
      {(batch) => (
        <>
          <PageHeader
            title={batch().title}
            own
            crumbs={[{ label: t('batches'), href: '/batches' }]}
            state={<Badge tone={stateTone(batch().state)}>{stateName(batch().state)}</Badge>}
            intro={t('setupIntro')}
            actions={
              <>
                <LinkButton href={`/batches/${params.batch}/preview`}>{t('preview')}</LinkButton>
                <Button kind="quiet" onClick={() => setAsking('discard')}>
                  {t('discard')}
                </Button>
                <Button kind="primary" disabled={batch().missing.length > 0} onClick={() => setAsking('open')}>
                  {t('openBatch')}
                </Button>
              </>
            }
          />
          <Card title={t('checklist')}>
            <Show when={batch().missing.length > 0} fallback={<Banner tone="good">{t('ready')}</Banner>}>
              <ul class="list-disc pl-6">
                <For each={batch().missing}>{(missing) => <li>{inLanguage(missing)}</li>}</For>
              </ul>
            </Show>
          </Card>
          <Basics batch={batch()} save={save} />
          <DateSetup batch={batch()} save={save} />
          <CategorySetup batch={batch()} save={save} />
          <Card title={t('quotas')} actions={<LinkButton href={`/batches/${params.batch}/quotas`}>{t('quotas')}</LinkButton>}>
            <p class="text-soft">{t('quotasIntro')}</p>
          </Card>
          <SettingsSetup batch={batch()} save={save} />
          <ConfirmDialog
            open={asking() === 'open'}
            onClose={() => setAsking(null)}
            title={t('openTitle')}
            action={t('openBatch')}
            onConfirm={async () => {
              await answer(runApi.batches[':batch'].open.$post({ param: { batch: params.batch } }, act.options()))
              act.done()
              navigate(`/batches/${params.batch}`)
            }}
          >
            <p>{t('openBody')}</p>
          </ConfirmDialog>
          <ConfirmDialog
            open={asking() === 'discard'}
            onClose={() => setAsking(null)}
            title={t('discard')}
            action={t('discard')}
            danger
            onConfirm={async () => {
              await answer(api.batches[':batch'].$delete({ param: { batch: params.batch } }))
              navigate('/batches')
            }}
          >
            <p>{t('discardBody')}</p>
          </ConfirmDialog>
        </>
      )}
    </Show>
  )
}

function Basics(props: SetupPart) {
  const [title, setTitle] = createSignal(props.batch.title)
  const [source, setSource] = createSignal<string | null>(props.batch.source ?? null)
  const needsSource = () => props.batch.categories.some(({ startsFrom }) => startsFrom)
  const [hosted] = createResource(
    needsSource,
    async () => (await answer(api.batches.$get({ query: { scope: 'hosted', limit: '100' } }))).rows,
  )
  return (
    <Card title={t('basics')}>
      <TextField label={t('title')} required max={80} value={title()} onInput={setTitle} />
      <Show when={needsSource()}>
        <Select
          label={t('source')}
          help={t('sourceHelp')}
          required
          value={source()}
          options={(hosted.latest ?? [])
            .filter(({ id, state }) => id !== props.batch.id && state === 'completed')
            .map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setSource}
        />
      </Show>
      <Button onClick={() => props.save({ title: title().trim(), ...(needsSource() && { source: source() }) })}>
        {t('save')}
        <span class="sr-only"> {t('basics')}</span>
      </Button>
    </Card>
  )
}
