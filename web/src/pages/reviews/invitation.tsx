import { useNavigate } from '@solidjs/router'
import { createSignal, Show, untrack } from 'solid-js'
import { answer } from '../../data/client.ts'
import { t as sheet } from '../../i18n/review-desk.ts'
import { t } from '../../i18n/review-list.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Card, PageHeader } from '../../ui/page-header.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toastError } from '../../ui/toast.tsx'
import { About } from './about.tsx'
import { api, type Desk, nextLeft } from './desk-api.ts'

/** Accepting leads straight to the first submission. `declining` where that was pressed at the door: the reason is asked for at once. */
export function Invitation(props: { desk: Desk; declining?: boolean; onAnswered: () => Promise<Desk | undefined> }) {
  const navigate = useNavigate()
  const [declining, setDeclining] = createSignal(untrack(() => props.declining ?? false))
  const [reason, setReason] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const param = () => ({ batch: props.desk.batch.id })
  const accept = async () => {
    setBusy(true)
    try {
      await answer(api.batches[':batch'].desk.accept.$post({ param: param() }))
      const first = nextLeft((await props.onAnswered())?.rows ?? [])
      if (first && props.desk.batch.open) navigate(`/?s=${first.submission}`)
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  const waiting = () => props.desk.expert.assigned - props.desk.expert.submitted
  return (
    <>
      <PageHeader title={t('invited', { batch: props.desk.batch.title })} own intro={<About desk={props.desk} />} />
      <Card>
        <div class="flex flex-col gap-4">
          <Show when={props.desk.expert.state === 'declined'}>
            <Banner tone="warn">{t('declined')}</Banner>
          </Show>
          <Show when={waiting() > 0}>
            <p class="text-lg">{t('waiting', { count: waiting() })}</p>
          </Show>
          <Show when={props.desk.batch.anonymous}>
            <Banner>{sheet('anonymous')}</Banner>
          </Show>
          <Show
            when={!props.desk.batch.paused}
            fallback={
              <Banner tone="warn" title={sheet('paused')}>
                {t('answerLater')}
              </Banner>
            }
          >
            <div class="desk-acts">
              <Button kind="primary" busy={busy()} onClick={accept}>
                {waiting() > 0 && props.desk.batch.open ? t('acceptAndStart') : t('accept')}
              </Button>
              <Show when={props.desk.expert.state !== 'declined'}>
                <Button onClick={() => setDeclining(true)}>{t('decline')}</Button>
              </Show>
            </div>
          </Show>
        </div>
      </Card>
      <ConfirmDialog
        open={declining()}
        onClose={() => setDeclining(false)}
        title={t('declineTitle')}
        action={t('decline')}
        danger
        disabled={reason().trim().length < 2}
        onConfirm={async () => {
          await answer(api.batches[':batch'].desk.decline.$post({ param: param(), json: { reason: reason().trim() } }))
          await props.onAnswered()
        }}
      >
        <p>{t('declineBody')}</p>
        <TextArea label={t('reason')} required rows={3} max={500} value={reason()} onInput={setReason} />
      </ConfirmDialog>
    </>
  )
}
