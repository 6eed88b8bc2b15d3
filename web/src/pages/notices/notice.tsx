import { A, useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { deadline } from '../../i18n/dates.ts'
import { t } from '../../i18n/notices.ts'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { api, awardsApi } from './notice-api.ts'
import { Objections } from './objections.tsx'

/** The public notice of a batch, the objections to it, and the publication of the list. */
export default function NoticePage() {
  const params = useParams<{ batch: string }>()
  const param = () => ({ batch: params.batch })
  const [notices, { refetch }] = createResource(
    () => params.batch,
    async () => (await answer(api.batches[':batch'].notices.$get({ param: param() }))).rows,
  )
  const [publishing, setPublishing] = createSignal(false)
  const [listing, setListing] = createSignal(false)
  const [published, setPublished] = createSignal(false)
  const act = actKey()
  const running = (ends: string) => Date.parse(ends) > Date.now()
  return (
    <>
      <PageHeader
        title={t('title')}
        intro={t('intro')}
        actions={
          <>
            <Button onClick={() => setPublishing(true)}>{t('publish')}</Button>
            <Button kind="primary" onClick={() => setListing(true)}>
              {t('list')}
            </Button>
            <A href={`/batches/${params.batch}/awards`}>{t('awards')}</A>
          </>
        }
      />
      <Show when={published()}>
        <Banner tone="good">{t('published')}</Banner>
      </Show>
      <Show when={notices.latest?.length === 0}>
        <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
      </Show>
      <For each={notices.latest}>
        {(notice) => (
          <Card title={notice.title} actions={<a href={`/notices/${notice.id}.html`}>{t('look')}</a>}>
            <p class="mb-2 flex flex-wrap items-center gap-3">
              <Badge tone={running(notice.ends) ? 'info' : 'plain'}>{running(notice.ends) ? t('running') : t('over')}</Badge>
              {t('until', { deadline: deadline(notice.ends), days: notice.workingDays })}
            </p>
            <p class="max-w-prose whitespace-pre-line" translate="no">
              {notice.text}
            </p>
          </Card>
        )}
      </For>
      <Show when={(notices.latest?.length ?? 0) > 0}>
        <Objections batch={params.batch} />
      </Show>
      <Show when={publishing()}>
        <Publishing batch={params.batch} onClose={() => setPublishing(false)} onDone={refetch} />
      </Show>
      <ConfirmDialog
        open={listing()}
        onClose={() => setListing(false)}
        title={t('list')}
        action={t('listAct')}
        danger
        onConfirm={async () => {
          await answer(awardsApi.batches[':batch'].publication.$post({ param: param() }, act.options()))
          act.done()
          setPublished(true)
        }}
      >
        <p>{t('listBody')}</p>
      </ConfirmDialog>
    </>
  )
}

const blank = { title: '', text: '', name: '', phone: '', email: '', address: '' }

function Publishing(props: { batch: string; onClose: () => void; onDone: () => void }) {
  const [entry, setEntry] = createSignal(blank)
  const set = (part: Partial<typeof blank>) => setEntry({ ...entry(), ...part })
  const act = actKey()
  const ready = () =>
    entry().title.trim().length >= 4 &&
    entry().text.trim().length >= 10 &&
    entry().name.trim().length >= 2 &&
    entry().phone.trim().length >= 5 &&
    entry().email.includes('@')
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={t('publishTitle')}
      action={t('publish')}
      disabled={!ready()}
      onConfirm={async () => {
        const { title, text, name, phone, email, address } = entry()
        await answer(
          api.batches[':batch'].notices.$post(
            {
              param: { batch: props.batch },
              json: {
                title: title.trim(),
                text: text.trim(),
                contact: {
                  name: name.trim(),
                  phone: phone.trim(),
                  email: email.trim(),
                  ...(address.trim() && { address: address.trim() }),
                },
              },
            },
            act.options(),
          ),
        )
        act.done()
        props.onDone()
      }}
    >
      <p>{t('publishBody')}</p>
      <TextField label={t('noticeTitle')} required max={120} value={entry().title} onInput={(title) => set({ title })} />
      <TextArea
        label={t('text')}
        help={t('textHelp')}
        required
        max={5000}
        rows={6}
        value={entry().text}
        onInput={(text) => set({ text })}
      />
      <TextField label={t('contactName')} required value={entry().name} onInput={(name) => set({ name })} />
      <TextField label={t('phone')} type="tel" required value={entry().phone} onInput={(phone) => set({ phone })} />
      <TextField label={t('email')} type="email" required value={entry().email} onInput={(email) => set({ email })} />
      <TextField label={t('address')} value={entry().address} onInput={(address) => set({ address })} />
    </ConfirmDialog>
  )
}
