import { createResource, createSignal, For, Show } from 'solid-js'
import { actKey, answer } from '../../data/client.ts'
import { t } from '../../i18n/submissions.ts'
import { inLanguage } from '../../i18n/texts.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { hostApi } from './submission-api.ts'

/** Screens what was chosen, after saying what that would come to. */
export function Screening(props: {
  batch: string
  outcome: 'qualified' | 'disqualified'
  ids: string[]
  onClose: () => void
  onDone: () => void
}) {
  const [reason, setReason] = createSignal('')
  const act = actKey()
  const post = (dryRun: boolean) =>
    answer(
      hostApi.batches[':batch'].screening.$post(
        {
          param: { batch: props.batch },
          json: {
            submissions: props.ids,
            outcome: props.outcome,
            ...(props.outcome === 'disqualified' && { reason: dryRun ? '——' : reason().trim() }),
            dryRun,
          },
        },
        ...(dryRun ? [] : [act.options()]),
      ),
    )
  const [preview] = createResource(() => post(true))
  return (
    <ConfirmDialog
      open
      onClose={props.onClose}
      title={props.outcome === 'qualified' ? t('qualifyTitle') : t('disqualifyTitle')}
      action={props.outcome === 'qualified' ? t('qualify') : t('disqualify')}
      danger={props.outcome === 'disqualified'}
      disabled={(preview.latest?.done ?? 0) === 0 || (props.outcome === 'disqualified' && reason().trim().length < 2)}
      onConfirm={async () => {
        const { done } = await post(false)
        act.done()
        toast(t('screened', { count: done }))
        props.onDone()
      }}
    >
      <Show when={preview.latest} fallback={<p role="status">{t('looking')}</p>}>
        {(found) => (
          <>
            <p>{t('preview', { done: found().done })}</p>
            <Show when={found().refused > 0}>
              <p>{t('previewRefused', { count: found().refused })}</p>
              <ul class="list-disc pl-5 text-soft">
                <For each={[...new Set(found().rows.flatMap((row) => (row.ok ? [] : [inLanguage(row)])))]}>{(why) => <li>{why}</li>}</For>
              </ul>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.outcome === 'disqualified'}>
        <TextArea label={t('reason')} help={t('reasonHelp')} required rows={3} max={1000} value={reason()} onInput={setReason} />
      </Show>
    </ConfirmDialog>
  )
}
