import { useParams } from '@solidjs/router'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { day, deadline, moment } from '../../i18n/dates.ts'
import { language } from '../../i18n/language.ts'
import { t } from '../../i18n/notices.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { HostedHeader } from '../../shell/hosted-header.tsx'
import { Badge, Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Card } from '../../ui/page-header.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toastError } from '../../ui/toast.tsx'
import { ListPreview } from './list-preview.tsx'
import { api, awardsApi } from './notice-api.ts'
import { NoticeFrame } from './notice-frame.tsx'
import { Objections } from './objections.tsx'

/** Milliseconds between looks at how far the publication is. */
const look = 3000

/** The public notice of a batch, the objections to it, and the publication of the list. */
export default function NoticePage() {
  const params = useParams<{ batch: string }>()
  const param = () => ({ batch: params.batch })
  const [notices, { refetch }] = createKept(
    () => params.batch,
    async () => (await answer(api.batches[':batch'].notices.$get({ param: param() }))).rows,
  )
  const [progress, { refetch: refetchProgress }] = createKept(
    () => params.batch,
    () => answer(awardsApi.batches[':batch'].publication.$get({ param: param() })),
  )
  const [publishing, setPublishing] = createSignal(false)
  const [listing, setListing] = createSignal(false)
  const [published, setPublished] = createSignal(false)
  const notNow = () => progress.latest?.notNow
  const begun = () => progress.latest?.begun || published()
  const over = () => (notices.latest?.length ?? 0) > 0 && notices.latest?.every(({ running }) => !running)
  /** Certificates may still be painted when the list is public. */
  const whole = () => {
    const { listed, certificates } = progress.latest ?? {}
    return listed && (!certificates || certificates.made >= certificates.expected)
  }
  const timer = setInterval(() => {
    if (begun() && !whole() && !progress.loading && document.visibilityState === 'visible') void refetchProgress()
  }, look)
  onCleanup(() => clearInterval(timer))
  const act = actKey()
  return (
    <>
      <HostedHeader
        batch={params.batch}
        title={t('title')}
        intro={t('intro')}
        actions={
          <Show when={progress.latest && !begun()}>
            <Show when={!notNow()?.notice}>
              <Button kind={notices.latest?.length === 0 ? 'primary' : 'secondary'} onClick={() => setPublishing(true)}>
                {t('publish')}
              </Button>
            </Show>
            <Show when={!notNow()?.list}>
              <Button kind={over() ? 'primary' : 'secondary'} onClick={() => setListing(true)}>
                {t('list')}
              </Button>
            </Show>
          </Show>
        }
      />
      <Show when={!begun() && notNow()?.list}>{(why) => <Banner>{inLanguage(why())}</Banner>}</Show>
      <Show when={begun()}>
        <Card title={t('progress')}>
          <Progress
            label={progress.latest?.graded ? t('passedOn') : t('granted')}
            value={progress.latest?.granted ?? 0}
            max={progress.latest?.expected ?? 0}
            good={progress.latest?.granted === progress.latest?.expected}
          />
          <Show when={progress.latest?.certificates}>
            {(made) => (
              <Progress label={t('certificates')} value={made().made} max={made().expected} good={made().made === made().expected} />
            )}
          </Show>
          <p class="mt-3" role="status">
            <Show when={progress.latest?.listed} fallback={t('publishing')}>
              <Show when={progress.latest?.shows} fallback={t('noList')}>
                {t('listed')} <a href={`/awards/${params.batch}.html`}>{t('lookList')}</a>
              </Show>
            </Show>
          </p>
        </Card>
      </Show>
      <Show when={notices.latest?.length === 0}>
        <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
      </Show>
      <For each={notices.latest}>
        {(notice) => (
          <Card title={notice.title} own actions={<a href={`/notices/${notice.id}.html`}>{t('look')}</a>}>
            <p class="mb-2 flex flex-wrap items-center gap-3">
              <Badge tone={notice.running ? 'info' : 'plain'}>{notice.running ? t('running') : t('over')}</Badge>
              {t(notice.running ? 'until' : 'ran', { deadline: deadline(notice.ends), days: notice.workingDays })}
            </p>
            <For each={notice.amendments}>
              {(each) => (
                <Banner tone="warn" title={t('amended', { time: moment(each.at) })}>
                  <span translate="no">{each.reason}</span> {each.added > 0 ? t('amendedAnew') : ''}
                </Banner>
              )}
            </For>
            <p class="max-w-prose whitespace-pre-line" translate="no">
              {notice.text}
            </p>
          </Card>
        )}
      </For>
      <Show when={(notices.latest?.length ?? 0) > 0}>
        <Objections batch={params.batch} notNow={notNow()?.notice} />
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
          void refetchProgress()
        }}
      >
        <p>{progress.latest?.graded ? t('resultsBody') : t('listBody')}</p>
        <ListPreview batch={params.batch} />
      </ConfirmDialog>
    </>
  )
}

const blank = { title: '', text: '', name: '', phone: '', email: '', address: '' }

function Publishing(props: { batch: string; onClose: () => void; onDone: () => void }) {
  const [entry, setEntry] = createSignal(blank)
  const set = (part: Partial<typeof blank>) => setEntry({ ...entry(), ...part })
  const act = actKey()
  const [shown, setShown] = createSignal<Preview | null>(null)
  const [looking, setLooking] = createSignal(false)
  const whole = () => {
    const { title, text, name, phone, email, address } = entry()
    const contact = { name: name.trim(), phone: phone.trim(), email: email.trim(), ...(address.trim() && { address: address.trim() }) }
    return { title: title.trim(), text: text.trim(), contact }
  }
  const look = async (chosen: 'zh' | 'en') => {
    setLooking(true)
    try {
      setShown(
        await answer(
          api.batches[':batch'].notices.preview.$post({ param: { batch: props.batch }, json: { entry: whole(), language: chosen } }),
        ),
      )
    } catch (error) {
      toastError(error)
    } finally {
      setLooking(false)
    }
  }
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
        await answer(api.batches[':batch'].notices.$post({ param: { batch: props.batch }, json: whole() }, act.options()))
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
      <p class="flex flex-wrap gap-3">
        <Button disabled={!ready()} busy={looking()} onClick={() => look(language())}>
          {t('preview')}
        </Button>
        <Button disabled={!ready()} busy={looking()} onClick={() => look(language() === 'zh' ? 'en' : 'zh')}>
          {t('previewOther')}
        </Button>
      </p>
      <Show when={shown()}>{(found) => <Previewed found={found()} />}</Show>
    </ConfirmDialog>
  )
}

type Preview = { html: string; listed: number; ends: string; days: { date: string; counts: number | null }[]; known: boolean }

/** The notice as the public would see it, and the days it would run: those that count are numbered, the others rest. */
function Previewed(props: { found: Preview }) {
  return (
    <div class="flex flex-col gap-3">
      <p>{t('previewEnds', { deadline: deadline(props.found.ends), count: props.found.listed })}</p>
      <ul class="notice-days" aria-label={t('days')}>
        <For each={props.found.days}>
          {(each, i) => (
            <li data-counts={each.counts !== null}>
              {day(each.date)} ·{' '}
              {each.counts !== null ? t('dayCounts', { number: each.counts }) : i() === 0 ? t('dayFirst') : t('dayRests')}
            </li>
          )}
        </For>
      </ul>
      <Show when={!props.found.known}>
        <Banner tone="warn">{t('daysUnknown')}</Banner>
      </Show>
      <NoticeFrame title={t('preview')} html={props.found.html} />
    </div>
  )
}
