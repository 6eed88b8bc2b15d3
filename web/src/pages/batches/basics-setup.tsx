import { createResource, createSignal, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { t } from '../../i18n/batches.ts'
import { Select } from '../../ui/choices.tsx'
import { Card } from '../../ui/page-header.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { api } from './batch-api.ts'
import { createPart, SavePart, type SetupPart } from './setup-part.tsx'

/** What the batch is called, and for mid-term checks and acceptances the list of awards it starts from. */
export function Basics(props: SetupPart) {
  const [title, setTitle] = createSignal(props.batch.title)
  const [source, setSource] = createSignal<string | null>(props.batch.source ?? null)
  const needsSource = () => props.batch.categories.some(({ startsFrom }) => startsFrom)
  const part = createPart(props, 'basics', () => ({ title: title().trim(), ...(needsSource() && { source: source() }) }))
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
      <SavePart part={part} name={t('basics')} disabled={title().trim().length < 4} />
    </Card>
  )
}
