import { createSignal, For, Show } from 'solid-js'
import { answer } from '../../data/client.ts'
import { createKept } from '../../data/kept.ts'
import { t as s } from '../../i18n/batch-setup.ts'
import { t } from '../../i18n/batches.ts'
import { language } from '../../i18n/language.ts'
import { Quoting, quoted } from '../../i18n/quoting.tsx'
import { inLanguage } from '../../i18n/texts.ts'
import { Badge } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card } from '../../ui/page-header.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast, toastError } from '../../ui/toast.tsx'
import { mailApi } from './batch-api.ts'
import { MailSheet } from './mail-sheet.tsx'

const read = (batch: string) => answer(mailApi.batches[':batch'].mails.$get({ param: { batch }, query: {} }))
type Row = Awaited<ReturnType<typeof read>>['rows'][number]

/** The mails that the batch sends: as they read, and with sentences of the host. */
export default function MailSetup(props: { batch: string }) {
  const [given, { refetch }] = createKept(() => props.batch, read)
  const [editing, setEditing] = createSignal<Row | null>(null)
  const put = async (key: string, sentences: Row['own']) => {
    await answer(mailApi.batches[':batch'].mails[':key'].$put({ param: { batch: props.batch, key }, json: { sentences } }))
    await refetch()
    toast(t('saved'))
  }
  return (
    <Card title={s('mails')}>
      <p class="mb-3 max-w-prose text-soft">{s('mailsHelp')}</p>
      <ul class="flex flex-col">
        <For each={given.latest?.rows}>
          {(row) => (
            <li class="border-t border-line py-3 first:border-0">
              <div class="flex flex-wrap items-start justify-between gap-2">
                <div class="min-w-0 flex-1">
                  <p class="text-sm text-soft">{inLanguage(row.when)}</p>
                  <p translate="no" lang={language() === 'zh' ? 'zh-CN' : 'en'}>
                    {row.mail[language()].subject}
                  </p>
                </div>
                <span class="flex flex-wrap items-center gap-2">
                  <Show when={row.own}>
                    <Badge tone="info">{s('ownWords')}</Badge>
                    <Button small kind="quiet" onClick={() => put(row.key, null).catch(toastError)}>
                      {s('backToUsual')}
                      <span class="sr-only"> {inLanguage(row.when)}</span>
                    </Button>
                  </Show>
                  <Button small onClick={() => setEditing(row)}>
                    {s('editMail')}
                    <span class="sr-only"> {inLanguage(row.when)}</span>
                  </Button>
                </span>
              </div>
              <details>
                <summary>
                  {s('asSent')}
                  <span class="sr-only"> {inLanguage(row.when)}</span>
                </summary>
                <MailSheet mail={row.mail} />
              </details>
            </li>
          )}
        </For>
      </ul>
      <Show when={editing()} keyed>
        {(row) => <Editing row={row} onClose={() => setEditing(null)} onSave={(sentences) => put(row.key, sentences)} />}
      </Show>
    </Card>
  )
}

function Editing(props: { row: Row; onClose: () => void; onSave: (sentences: NonNullable<Row['own']>) => Promise<void> }) {
  const start = (part: 'subject' | 'opening') => props.row.own?.[part] ?? { zh: '', en: '' }
  const [subject, setSubject] = createSignal(start('subject'))
  const [opening, setOpening] = createSignal(start('opening'))
  const whole = ({ zh, en }: { zh: string; en: string }) => (zh.trim() === '') === (en.trim() === '')
  const given = ({ zh, en }: { zh: string; en: string }) => (zh.trim() && en.trim() ? { zh: zh.trim(), en: en.trim() } : undefined)
  const sentences = () => {
    const [a, b] = [given(subject()), given(opening())]
    return { ...(a && { subject: a }), ...(b && { opening: b }) }
  }
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={inLanguage(props.row.when)}
      action={t('save')}
      disabled={!whole(subject()) || !whole(opening()) || Object.keys(sentences()).length === 0}
      onConfirm={() => props.onSave(sentences())}
    >
      <p class="text-sm text-soft">
        <Quoting text={s('placeholders', { names: props.row.placeholders.map((name) => quoted(`{${name}}`)).join(' ') })} />
      </p>
      <TextField
        label={s('inChinese', { what: s('subject') })}
        help={<span translate="no">{props.row.usual.subject.zh}</span>}
        max={160}
        value={subject().zh}
        onInput={(zh) => setSubject({ ...subject(), zh })}
      />
      <TextField
        label={s('inEnglish', { what: s('subject') })}
        help={<span translate="no">{props.row.usual.subject.en}</span>}
        max={160}
        value={subject().en}
        onInput={(en) => setSubject({ ...subject(), en })}
      />
      <TextArea
        label={s('inChinese', { what: s('opening') })}
        help={<span translate="no">{props.row.usual.opening.zh}</span>}
        rows={3}
        max={1000}
        value={opening().zh}
        onInput={(zh) => setOpening({ ...opening(), zh })}
      />
      <TextArea
        label={s('inEnglish', { what: s('opening') })}
        help={<span translate="no">{props.row.usual.opening.en}</span>}
        rows={3}
        max={1000}
        value={opening().en}
        onInput={(en) => setOpening({ ...opening(), en })}
      />
    </ConfirmDialog>
  )
}
